"""The words in the name of an indicator that tell of its values: 差错 is not wanted, 减少差错 is.

The words are data of this program; no document lists them. They are looked up in a table, as one pattern of all
of them takes as long to compile as ten modules to load.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jxbook.pattern import pattern

UNWANTED = (
    "差错 错误 失误 错报 漏报 误报 瞒报 漏检 错检 误判 空置 空缺 闲置 返修 返工 事故 伤亡 死亡 病死 火灾 险情 辍学 流失 失学 "
    "失业 投诉 差评 不满意 上访 信访 超标 不达标 未达标 不合格 不良贷款 不良资产 不良 次品 废品 残次 缺陷 违规 违纪 违法 违约 犯罪 发案 逾期 延期 "
    "延误 迟到 缺勤 旷工 损耗 损失 漏损 浪费 能耗 耗能 耗电 耗水 煤耗 油耗 污染 排放 PM2.5 PM10 超支 超概 超预算 超编 故障 宕机 "
    "停机 中断 拥堵 发生率 发病 感染 复发 返贫 坏账 亏损 负债 赤字 隐患 纠纷 泄露 泄漏 丢失 破损 退货 误差 偏差 债务率 噪声 噪音 负面 舆情 消耗 "
    "违规发放 违规支付 违规使用 农药使用 化肥使用 用水量 用电量 出警时间 到场时间 送达时间 响应时间 响应时长 等候时间 等候时长 "
    "等待时间 等待时长 排队时间 排队时长 候诊时间 候车时间 办理时间 办理时长 办理天数 办结时间 办结天数 审批时间 审批天数 审核时间 审核天数 处理时间 "
    "处理时长 处理天数 处置时间 修复时间 修复时长 恢复时间 到达时间 用时 耗时 时限 工期 候诊时长 候车时长 住院天数 住院日 "
    "重复率 报废率 退件 败诉 漏洞 丢包 审计问题 被通报 通报批评 群体性 欠薪 裁员 疫情 近视 肥胖 药占比 恩格尔系数 基尼系数 弃置土地 弃置 "
    "扬尘 COD 氨氮 总磷 总氮 二氧化硫 氮氧化物 颗粒物 三公经费 CPI 债务余额 债务规模 隐性债务 "
    "审批环节 办事环节 办理环节 审批材料 申报材料 申请材料 办事材料 跑动 跑腿 时延 误码 掉线 断线 断网 死角 内涝 积水 黑臭水体 违建 违章 "
    "违停 积压 拖欠 挂账 欠费 呆账 风险点 受处分 误诊 漏诊 抱怨 并发症 溺水 压疮 早产 低体重 贫血 剖宫产 再入院 非计划 超大班额 大班额 "
    "留级 退学 欺凌 沉迷 吸毒 酗酒 失信 逃税 偷税 泄密 弄虚作假 作弊 裂缝 渗漏 渗水 塌陷 停电 断电 断水 尘肺 酸雨 异味 恶臭 臭氧 "
    "雾霾 沙尘 粉尘 石漠化 撂荒 抛荒 病虫 虫害 鼠害 害虫 蚊虫 蚊蝇 鼠密度 残留 重金属 菌落 含沙 浊度 水耗 电耗 单耗 线损 网损 产销差 "
    "空驶 空载 弃水 弃风 弃光 退单 流拍 流标 废标 超期 超限 超载 超员 迟报 化肥用量 农药用量 用纸 纸张使用 受灾 "
    "超时 超速 超排 超采 停工 停水 停课 停运 停气 停暖 停供 断供 断档 断货 跳闸 漏电 触电 短路 工程变更 设计变更 合同变更 计划变更 方案变更 变更次数 变更率 "
    "挪用 截留 挤占 套取 骗取 冒领 虚报 失窃 被盗 盗窃 偷盗 盗采 盗伐 溺亡 坍塌 塌方 倒塌 脱岗 空岗 缺岗 早退 旷课 缺课 逃课 被处罚 被约谈 被问责 被曝光 "
    "被退回 拒付 拒收 退稿 扰民 受伤 中毒 爆炸 误工 窝工 误期 误点 晚点 拖延 卡顿 死机 崩溃 瘫痪 错发 漏发 错付 漏付 漏登 漏缴 欠缴 重复支付 重复发放 不符 "
    "失实 缺货 脱销 爽约 虚假 遗漏"
).split()
"""What is not wanted, and how long somebody has to wait."""
EITHER = (
    "案件 问题 浓度 结余率 居民收入比 通报 利率 变更 税负 自付 自费 离职 申诉 异议 罚款 退费 使用强度 房价 药价 电价 水价"
).split()
"""What may be wanted or not: 案件数 of those that happened, or of those that were dealt with."""
DEALING = "援助 审结 审理 侦办 承办 办案 表扬 氧".split()
"""What says with one of them, as do the words for what is wanted or handled, that more of it is better."""
COSTS = "成本 费用 造价 单价".split()
CONTROLLED = "控制率 控制数".split()
SUMS = "经费 支出 投资 价格 资金 金额 总额 标准".split()
"""Under 成本 these are limited; anywhere else they do not tell."""
PAID_OUT = "补助 补贴 救助 奖励 奖补 资助 低保 抚恤 津贴 供养 助学 发放".split()
STANDARD = "标准"
"""补助标准: who pays out less than that has not kept to it, and has not saved."""
ACTIVITIES = (
    "监测 检查 巡查 检测 宣传 培训 演练 抢修 维修 修复 整改 整治 治理 清理 排查 防治 防控 拆除 普查 筛查 扫描 安装 配备 处理 处置 "
    "净化 无害化 调查 改造 疏通 打捞 消杀 统防统治 管控 复垦 修补 随访 干预 测报 扑救 救援"
).split()
"""What is done for money: more of it is better, but what it costs is a limit."""
WANTED = (
    "合规 到位 执行 专款专用 采购 节支 节约 节省 节能 减排 覆盖 完成 合格 达标 验收 通过 优良 优秀 良好 满意 好评 及格 准确 正确 "
    "完好 及时 按时 按期 知晓 普及 成活 存活 治愈 出勤 参与 参训 参保 安置 就业 入学 复学 巩固 办结 办理 回复 答复 调解 "
    "调处 受理 查处 排除 化解 消除 预防 盘活 利用 降低 下降 减少 压减 缩短 追缴 收缴 收回 回收 挽回 "
    "侦破 破案 脱贫 救助 出警 更正 纠正 兑现 落实 公开 规范 支付 发放 拨付 恢复 达标排放 控辍 收集 销号 上报 提醒 报警 减免 报销 效益 收益 "
    "利润 产值 进度 开工 竣工 完工 投产 建成 惠及 受益 去除 追讨 帮扶 救治 回访 清偿 精简 劝返 帮教 惩戒"
).split() + ACTIVITIES
"""What is wanted, and what is done about the unwanted."""
NEGATIONS = ("未", "不")
"""Before what is wanted: 未办结率 and 不及时率 are better small."""
_SPARED_FROM = pattern(r"(?:[不未非]|不间|(?<![消国人联群技])防)\Z")
"""Before what is not wanted: 不停电天数, 不间断供水天数 and 防渗漏面积 are better large."""
LASTS = (
    "运行|保障|服务|值班|值守|开放|可用|无故障|培训|在岗|供水|供电|供暖|供热|供餐|授课|学习|使用|播出|播放|演出|展出|展览|质保|"
    "保修|直播|续航|志愿服务|间隔"
)
TIME = "天数|时长|时间|日数|小时数?|学时|课时|年限"
TAKES = (
    "工期 周期 时限 用时 耗时 响应 到达 到场 办理 办结 审批 审核 拨付 完成 完工 竣工 施工期 建设期 处理 处置 修复 抢修 恢复 送达 受理 反馈 "
    "回复 答复 评审 结算 交付 兑现 发放时 支付时 发放期限 支付期限"
).split()
"""What takes its time, so that a length of time is the longest that it may take."""
SPARED = "提前 节约 节省 缩短 压缩 减少 压减 压降 间隔".split()
COUNTED_SPANS = "月数 年数 年限".split()
"""Words that say that it is no such length, the last ones at the end of a name."""
_OBJECTS = "系统 平台 装置 设备 设施 预案 机制 制度 队伍 基地 站点 网点 课程 方案 报告 保险".split()
"""Things: a name that ends with one only counts them."""
NONE = "无 零 不发生 未发生".split()
CUT = "减少 降低 压减 压降 缩短 节约 节省 减免 避免 防止 挽回".split()
HANDLED = (
    "处理 处置 查处 查办 排查 排除 整改 整治 治理 消除 化解 防治 防范 预防 打击 清理 盘活 调解 受理 解决 发现 监测 检测 检查"
).split()


WordTable = dict[str, list[tuple[str, str]]]
"""The first character → the words that begin with it and what they are; the first that fits counts."""


def _table(kinds: Iterable[tuple[str, list[str]]]) -> WordTable:
    table: WordTable = {}
    for kind, words in kinds:
        for word in sorted(words, key=len, reverse=True):
            table.setdefault(word[0], []).append((word, kind))
    return table


_LASTING = pattern(rf"(?:{LASTS})(?:正常|累计|总|有效|平均|年|期)*(?:{TIME})")
_LASTS = tuple(LASTS.split("|"))
_TELLING = _table(
    (
        ("cost", COSTS),
        ("controlled", CONTROLLED),
        ("sum", SUMS),
        ("less", UNWANTED),
        ("either", EITHER),
        ("wanted", WANTED),
        ("object", _OBJECTS),
    )
)
_CUT = tuple(CUT)
_DOING = _table((("cut", CUT), ("none", NONE), ("handled", HANDLED)))
_BAD = _table((("less", UNWANTED),))
_BAD_OR_COSTLY = _table((("less", [*UNWANTED, *COSTS]),))
_BETWEEN = {"cut": 3, "none": 4, "handled": 3}
"""How many characters may stand between what is done and what it is done about."""


def telling_words(name: str) -> Iterator[tuple[str, int]]:
    """Each word of a folded name that tells, with its end.

    It is `lasts`, a time of which more is better; `dealt`, something unwanted about which something is done; `cost`;
    `controlled`, a rate of control; `sum`, of money; `less`, something unwanted; `either`, what may be that; `wanted`;
    `object`, a thing that is counted.
    """
    at = 0
    while at < len(name):
        kind, end = _word(name, at)
        if kind:
            yield kind, end
        at = end


def _word(name: str, at: int) -> tuple[str, int]:
    """What stands at a place and its end; where no word does, the next place."""
    if name.startswith(_LASTS, at) and (lasting := _LASTING.match(name, at)):
        return "lasts", lasting.end()
    for doing, begin in _found(name, at, _DOING):
        if end := _dealt(name, begin, doing):
            return "less" if doing == "handled" and name[:at].endswith(NEGATIONS) else "dealt", end
    kind, end = next(_found(name, at, _TELLING), ("", at + 1))
    if kind == "less" and _SPARED_FROM.search(name, max(at - 2, 0), at):
        return "dealt", end
    negated = kind == "wanted" and name[:at].endswith(NEGATIONS) and not name.startswith(_CUT, at)
    return "less" if negated else kind, end


def _found(name: str, at: int, table: WordTable) -> Iterator[tuple[str, int]]:
    """The words of a table that stand at a place: what they are, and their ends."""
    for word, kind in table.get(name[at : at + 1], ()):
        if name.startswith(word, at):
            yield kind, at + len(word)


def _dealt(name: str, begin: int, doing: str) -> int:
    """The end of what something is done about, 0 where it is nothing unwanted or the name is a rate of it."""
    for at in range(begin, begin + _BETWEEN[doing] + 1):
        for _, end in _found(name, at, _BAD_OR_COSTLY if doing == "cut" else _BAD):
            if doing != "handled":
                return end
            for last in _row(name, end):
                if "率" not in name[last : last + 4]:
                    return last
        if name[at : at + 1] in ("率", "度", ""):
            break
    return 0


def _row(name: str, end: int) -> Iterator[int]:
    """The ends of a row of unwanted things, 差错和投诉; the longest row first."""
    for begin in (end + 1, end) if name[end : end + 1] in ("与", "和", "及") else (end,):
        for _, further in _found(name, begin, _BAD):
            yield from _row(name, further)
    yield end
