"""Which way the name of an indicator leans: 差错率 is better small, 合规率 large, and 培训人次 does not say.

The words are data of this program; no document lists them. They only count where an entry has no sign of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from jxbook.values import fold
from jxbook.values.quantity import is_counted
from jxbook.values.units import NO_UNIT, PERCENT, Unit, read_unit


class Leaning(StrEnum):
    """What a name says of its own values."""

    LESS = "越少越好"
    MORE = "越多越好"


_UNWANTED = (
    "差错 错误 失误 错报 漏报 误报 瞒报 漏检 错检 误判 空置 空缺 闲置 返修 返工 事故 伤亡 死亡 病死 火灾 险情 辍学 流失 失学 "
    "失业 投诉 差评 不满意 上访 信访 超标 不达标 未达标 不合格 不良贷款 不良资产 不良 次品 废品 残次 缺陷 违规 违纪 违法 违约 犯罪 发案 逾期 延期 "
    "延误 迟到 缺勤 旷工 损耗 损失 漏损 浪费 能耗 耗能 耗电 耗水 煤耗 油耗 污染 排放 PM2.5 PM10 超支 超概 超预算 超编 故障 宕机 "
    "停机 中断 拥堵 发生率 发病 感染 复发 返贫 坏账 亏损 负债 赤字 隐患 纠纷 泄露 泄漏 丢失 破损 退货 误差 偏差 债务率 噪声 噪音 负面 舆情 消耗 "
    "违规发放 违规支付 违规使用 农药使用 化肥使用 用水量 用电量 出警时间 到场时间 送达时间 响应时间 响应时长 等候时间 等候时长 "
    "等待时间 等待时长 排队时间 排队时长 候诊时间 候车时间 办理时间 办理时长 办理天数 办结时间 办结天数 审批时间 审批天数 审核时间 审核天数 处理时间 "
    "处理时长 处理天数 处置时间 修复时间 修复时长 恢复时间 到达时间 用时 耗时 时限 工期"
).split()
"""What is not wanted, and how long somebody has to wait."""
_COSTS = "成本 费用 造价 单价".split()
_CONTROLLED = "控制率 控制数".split()
_SUMS = "经费 支出 投资 价格 资金 金额 总额 标准".split()
"""Under 成本 these are limited; anywhere else they do not tell."""
_WANTED = (
    "合规 到位 执行 专款专用 采购 节支 节约 节省 节能 减排 覆盖 完成 合格 达标 验收 通过 优良 优秀 良好 满意 好评 及格 准确 正确 "
    "完好 及时 按时 按期 知晓 普及 成活 存活 治愈 出勤 参与 参训 参保 安置 就业 入学 复学 巩固 办结 办理 处理 处置 回复 答复 调解 "
    "调处 受理 查处 整改 整治 治理 排查 排除 化解 消除 防治 预防 防控 盘活 利用 降低 下降 减少 压减 缩短 追缴 收缴 收回 回收 挽回 "
    "清理 侦破 破案 脱贫 救助 救援 扑救 出警 更正 纠正 兑现 落实 公开 规范 监测 检查 巡查 检测 宣传 培训 演练 支付 发放 拨付 修复 恢复 抢修 维修 "
    "达标排放 控辍 收集 拆除 销号 普查 上报 提醒 报警 减免 报销 效益 收益 利润 产值 "
    "进度 开工 竣工 完工 投产 建成 安装 配备 惠及 受益 净化 无害化"
).split()
"""What is wanted, and what is done about the unwanted."""
_LASTS = (
    "运行|保障|服务|值班|值守|开放|可用|无故障|培训|在岗|供水|供电|供暖|供热|供餐|授课|学习|使用|播出|播放|演出|展出|展览|质保|"
    "保修|直播|续航|志愿服务|间隔"
)
_TIME = "天数|时长|时间|日数|小时数?|学时|课时|年限"
_OBJECTS = "系统 平台 装置 设备 设施 预案 机制 制度 队伍 基地 站点 网点 课程 方案 报告 保险".split()
"""Things: a name that ends with one only counts them."""
_NONE = "无|零|不发生|未发生"
_CUT = "减少|降低|压减|压降|缩短|节约|节省|减免|避免|防止|挽回"
_HANDLED = "处理|处置|查处|查办|排查|排除|整改|整治|治理|消除|化解|防治|防范|预防|打击|清理|盘活|调解|受理|解决|发现|监测|检测|检查"


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_WORDS = re.compile(
    rf"(?P<lasts>(?:{_LASTS})(?:正常|累计|总|有效|平均|年|期)*(?:{_TIME}))"
    rf"|(?P<dealt>(?:{_CUT})[^率度]{{0,3}}?(?:{_any([*_UNWANTED, *_COSTS])})|(?:{_NONE})[^率度]{{0,4}}?(?:{_any(_UNWANTED)})"
    rf"|(?:{_HANDLED})[^率度]{{0,3}}?(?:{_any(_UNWANTED)})(?:[与和及]?(?:{_any(_UNWANTED)}))*(?![^率]{{0,3}}率))"
    rf"|(?P<cost>{_any(_COSTS)})|(?P<controlled>{_any(_CONTROLLED)})|(?P<sum>{_any(_SUMS)})|(?P<less>{_any(_UNWANTED)})|(?P<wanted>{_any(_WANTED)})"
    rf"|(?P<object>{_any(_OBJECTS)})"
)
_LEANINGS = {
    "lasts": Leaning.MORE,
    "dealt": Leaning.MORE,
    "wanted": Leaning.MORE,
    "cost": Leaning.LESS,
    "less": Leaning.LESS,
}
_TAIL = re.compile(
    r"[发生平均年日人总事件案现象问题行为情况程度水指数强浓次面积天时间长起宗例量率比重占金额值点标放支付]*(?:\(.*)?\Z"
)
"""What may follow a word for something unwanted, so that the name is about that."""
_SHARE = re.compile(
    r"(?:合格|达标|验收|通过|优良|优秀|良好|满意|好评|及格|准确|正确|完好|合规|覆盖|知晓|普及|及时|按时|成活|存活|治愈|出勤|专款专用"
    r"|差错|错误|失误|空置|返修|返工|漏报|误报|辍学|失业|投诉|差评|不良|违规|逾期|缺勤|闲置)率(?:\(|\Z)|满意度(?:\(|\Z)"
)
_WAIT = re.compile(r"时间|时长|天数|用时|耗时|时限|工期")
_SPAN = re.compile(r"(?:工期|周期|时限|期限|用时|耗时)(?:\(|\Z)")
_LENGTH = re.compile(r"(?:天数|时长|日数|小时数?)(?:\(|\Z)")
_TIME_END = re.compile(r"时间(?:\(|\Z)")
_UNIT = re.compile(r"\((?:单位:?)?([^()\d,]{1,8})\)\Z")


@dataclass(frozen=True, slots=True)
class Named:
    """What a name tells of its values.

    `doubtful`: it speaks of something unwanted, but ends with something else (事故警示教育场次). `event`: it is
    something unwanted, of which there may be none. `limited`: it is a cost or a rate of control; `sum`: a sum of
    money. `share`: it is a part of a whole, which cannot be above 100 %. `lasts`: it is a time of which more is
    better; `span`: it is how long something takes, so that 12月 are twelve months; `length`: it only says that it is
    some length of time, `time` that it is a time, or a point of time. `unit` is one that stands behind it: 新增产值（万元）.
    """

    leaning: Leaning | None = None
    doubtful: bool = False
    event: bool = False
    limited: bool = False
    sum: bool = False
    share: bool = False
    lasts: bool = False
    span: bool = False
    length: bool = False
    time: bool = False
    unit: Unit = NO_UNIT


NOTHING = Named()
_LONGEST = 60
"""A longer text is no name."""


def named(name: str) -> Named:
    """What a 三级指标 tells; its last telling word counts: 投诉处理率 is wanted, 服务投诉率 is not."""
    folded = fold(name)
    if not folded or len(folded) > _LONGEST:
        return NOTHING
    kind, end = "", 0
    for word in _WORDS.finditer(folded):
        if word.lastgroup != "sum" or kind not in ("less", "dealt"):  # 损失金额 is a loss
            kind, end = word.lastgroup or "", word.end()
    sure = kind not in ("less", "cost") or _TAIL.match(folded, end) is not None
    length = _LENGTH.search(folded) is not None
    return Named(
        _LEANINGS.get(kind) if sure else None,
        not sure,
        sure and kind == "less" and not _WAIT.search(folded),
        kind in ("controlled", "cost"),
        kind == "sum",
        _SHARE.search(folded) is not None,
        kind == "lasts" or (kind == "dealt" and length),
        _SPAN.search(folded) is not None,
        length,
        _TIME_END.search(folded) is not None,
        _unit_behind(folded),
    )


def _unit_behind(folded: str) -> Unit:
    match = _UNIT.search(folded)
    if match is None or not is_counted(match[1]):
        return NO_UNIT
    unit = read_unit(match[1]) or NO_UNIT
    return NO_UNIT if unit.dimension == PERCENT.dimension else unit
