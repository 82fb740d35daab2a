"""Names of indicators, targets and actuals put into words: no sign and no label is read aloud."""

from __future__ import annotations

from decimal import Decimal

from jxbook.document.marks import bare, mark, quoted
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.sourced import Sourced, place_of
from jxbook.prose.words import WORKS
from jxbook.report.sentences.changes import at_least, changes, of_change, turned
from jxbook.scoring import half_up
from jxbook.values import Kind, Sign, Tier, plain
from jxbook.values.moments import Moment

_TIMES = ("完成时间", "时间", "时限", "期限", "日期", "完成及时性", "及时性")
_DONE = tuple(
    "到货 主体封顶 封顶 贯通 合龙 投产 并网 通水 通气 移交 挂牌 开业 投入使用 建成投用 竣工验收 完工验收 完工 竣工 开工 建成 完成 启动 通车 交付 发放 拨付 验收 开放 投用 结项 上线 开通 结束 "
    "举办 开展 结题 出版 招标 采购 到位 公开 公示 印发 出台 签订 支付 "
    "启用 投运 通电 供暖 报送 上报 发布 下达 开园 开馆 开班 入驻 归档 拆除 安装 实施".split()
)
_KINDS = {
    **dict.fromkeys(("公里", "千米", "米"), ("里程", "长度")),
    **dict.fromkeys(("平方米", "亩", "公顷"), ("面积",)),
    "期": ("期数",),
    "场": ("场次", "场数"),
    "类": ("种类", "类别"),
    "种": ("种类", "品种"),
}
"""What a name ends in that its unit says as well."""
_COUNTED = (
    *"农户 住户 用户 商户 贫困户 脱贫户 困难户 监测户 低保户 特困户 五保户 受灾户 搬迁户 示范户 养殖户 种植户 重点户".split(),
    *"车辆 船只 案件 事件 文件 证件 信件 稿件 邮件 部件 软件 硬件 条件 构件 配件 零件 房间 车间 床位 点位 岗位 单位 学位 机位 泊位".split(),
    *"专家 作家 画家 企业家 厂家 商家 行家 老年人 残疾人 老人 未成年人 青年人 传承人 带头人 经纪人 工人 病人 军人 法人 农民工 党员 学员 会员 队员 教员 球场 广场 市场 农场 牧场 课堂 食堂".split(),
    *"站点 网点 景点 村组 班组 小组 机组 试题 课题 话题 试卷 案卷 手册 名册 画册 道路 公路 社区 园区 片区 景区 项目 栏目 篇目".split(),
)
"""What is counted by a unit that its own last character writes: 农户 in 户, 车辆 in 辆."""
_PEOPLE = tuple(
    "受益 培训 参训 参加 参与 服务 就业 覆盖 惠及 救助 补助 资助 补贴 接待 筛查 体检 检查 招募 招聘 招收 录取 慰问 帮扶 安置 "
    "救治 就诊 参会 参赛 观看 帮助 供养 保障 参保 发放 享受 转移 检测 入住 辐射 带动 新增 吸纳 宣传 教育 指导 咨询 慰问 创业 上岗".split()
)
"""Behind what 人数 may be left out: 受益20人, but 困难人数20人."""
_PERSONS = tuple(f"{one}人数" for one in "人者员民童众师医生工".strip())
"""服务老年人人数2352人 is 服务老年人2352人."""
_HARMED = ("死亡人数", "伤亡人数", "受伤人数")
_HAPPENINGS = ("事故", "事件", "案件", "疫情", "火灾", "险情", "伤亡", "死亡", "纠纷", "舆情", "灾害")
"""What is not counted when it is none, but did not happen."""
DURATIONS = ("天", "日", "个月", "月", "年", "小时", "学时", "课时", "周", "分钟", "工作日", "个工作日")
"""Units of time: no rest of it can be made good, and 补助天数 is no 补助 counted in 天."""
_SHORT_GOAL = 8
_DONE_WORDS = frozenset("建立 建成 完成 形成 出台 印发 落实 实现 制定 开通 投用 投入使用".split())
"""Targets that are a verb, which a result has behind it: 管护机制已建立."""
_AGREED = ("时间", "时限", "期限", "约定", "规定", "合同", "计划", "要求", "标准", "规范")
_LEVEL_ENDS = (*_AGREED, "级", "类", "等", "等次", "水平", "以上", "目标", "预期")
_REACHES = ("达到", "符合", "满足", "高于", "不低于", "优于")
"""How a target in words ends that is no predicate of its name, 二级 or 合同约定时间, and how one begins that has its verb."""
_RUNS = ("运营", "营运", "运行", "行驶")
"""What a length is run, not built: 运营里程 is no 运营991公里."""
_PERCENT_TAILS = ("率", "比例", "占比", "度", "比重", "比", "指数")


def subject(row: IndicatorFacts) -> str:
    """The name of what is counted, without the unit at its end: 困难老年人家庭适老化改造户数 → …改造."""
    name, unit = row.name, row.unit.removeprefix("万")
    if row.percent or row.timed or row.worded or row.unit in DURATIONS:
        return name
    plain_name = next(
        (name.removesuffix(tail) for tail in ("数量", "总数", "数") if name.endswith(tail)), name
    )
    if bare(plain_name).endswith(_COUNTED):
        return plain_name
    if unit == "人" and bare(name).endswith((*_PERSONS, *_HARMED)):
        return name.removesuffix("人数")
    if unit == "人" and name.endswith("人数") and not bare(name).removesuffix("人数").endswith(_PEOPLE):
        return name
    long = unit if len(unit) > 1 else ""  # a lone 户 or 件 at the end belongs to what is counted
    for tail in (f"{unit}数量", f"{unit}数", long, "数量", "次数", "总数"):
        if unit and tail and name.endswith(tail) and len(name) > len(tail) + 1:
            return name.removesuffix(tail)
    for tail in _KINDS.get(unit, ()):
        if name.endswith(tail) and len(name) > len(tail) + 1 and not bare(name).startswith(_RUNS):
            return name.removesuffix(tail)
    if unit and name.endswith("数") and len(name) > 2:
        return name.removesuffix("数")
    return name


def thing(row: IndicatorFacts) -> str:
    """What is counted, where the number does not follow at once: 受益户数 and not a bare 受益."""
    name = subject(row)
    return row.name if bare(name) in _PEOPLE else name


_REACHED = ("受益", "惠及", "覆盖")
"""How the name of those begins whom a project reaches, none of whom is a task left to do."""


def is_number(row: IndicatorFacts) -> bool:
    """Is it a number of people as such, 公益岗位人数, of which no rest can be done?"""
    return bare(subject(row)).endswith("人数") or bare(row.name).startswith(_REACHED)


def asked_for(row: IndicatorFacts) -> str:
    """What a yes or no is asked about: 是否按期完工 → 按期完工."""
    return row.name.removeprefix("是否").rstrip("？?")


def result(row: IndicatorFacts, how: str = "") -> str:
    """The name and what it came to: 服务老年人13560人次, 合格率100%, 服务站于11月投入使用; a verb with `how` before it."""
    if row.timed:
        return _at(row, row.indicator.actual_value.moment, how)
    if row.value is None or row.aim.kind is not Kind.NUMBER:
        return _in_words(row)
    if not row.value.number and happens(row):
        return f"未发生{subject(row)}"
    word = of_change(row)[1]
    if word:
        return f"{changing(row)}{turned(row, word)}{amount(row, abs(row.value))}"
    return f"{_spaced(_done(row), row)}{_roughly(row, amount(row, row.value))}"


def without_repeated_verbs(results: list[str]) -> list[str]:
    """购置彩超3台, 购置监护仪40台 → 购置彩超3台、监护仪40台: of several in a row the verb is said once."""
    found: list[str] = []
    before = ""
    for one in results:
        verb = next((word for word in WORKS if one.startswith(word)), "")
        if verb and verb == before:
            found[-1] += f"、{one.removeprefix(verb)}"
        else:
            found.append(one)
        before = verb
    return found


def _roughly(row: IndicatorFacts, said: str) -> str:
    """An amount as rough as it was written: 4100余人, 约300户."""
    own = row.indicator.actual_value
    if not own.rough:
        return said
    word = next((one for one in "余多" if one in row.actual), "") if own.bound is Sign.MORE else ""
    unit = row.unit.removeprefix("万")
    if word and unit and said.endswith(unit):
        return f"{said.removesuffix(unit)}{word}{unit}"
    return f"{'近' if own.bound is Sign.LESS else '约'}{said}"


def _done(row: IndicatorFacts) -> str:
    """What is counted, with the verb that a bare 项目 needs."""
    name = subject(row)
    return f"实施{name}" if name == "项目" else name


def changing(row: IndicatorFacts) -> str:
    """What changes, of things that are counted without the word for their number: 内涝点数量减少3处."""
    what = of_change(row)[0]
    return what if row.percent or not row.unit else what.removesuffix("数量").removesuffix("个数")


def goal(row: IndicatorFacts) -> str:
    """The name and what was wanted: 服务投诉不超过10件, 合格率达到100%, 长效机制基本健全."""
    aim = row.aim
    if row.timed:
        return _deadline(row)
    if aim.kind is Kind.YES_NO:
        return f"实现{asked_for(row)}" if row.target == "是" else f"{row.name}为“{row.target}”"
    if aim.kind is not Kind.NUMBER or row.low is None:
        return _worded_goal(row)
    if changes(row) and of_change(row)[1]:
        return f"{changing(row)}{_change(row)}"
    if aim.sign is Sign.RANGE and row.high is not None:
        return f"{subject(row)}在{row.low}{row.unit}至{row.high}{row.unit}之间"
    if not row.low.number and happens(row):
        return f"{subject(row)}零发生"
    return f"{_done(row)}{_word(row)}{amount(row, row.low)}"


def target(row: IndicatorFacts) -> str:
    """The target alone, as it stands behind 年度指标值: 12个, 95%, 9月, “基本健全”."""
    if row.timed and row.aim.moment:
        said = moment(row.aim.moment, row.year, f"“{row.name}”年度指标值", place_of(row.indicator.target))
        own = row.indicator.actual_value.moment  # a day is held against the last one of a month
        return f"{said}底" if own is not None and own.day and not row.aim.moment.day else said
    if row.worded or row.low is None:
        return f"“{row.target}”"
    if changes(row) and of_change(row)[1]:
        return f"“{_change(row)}”"
    if row.aim.sign is Sign.RANGE and row.high is not None and row.high.number != row.low.number:
        return f"{row.low}{row.unit}至{row.high}{row.unit}"
    return amount(row, row.low)


def _change(row: IndicatorFacts) -> str:
    """降低5%以上, 增长5%至8%."""
    assert row.low is not None
    said = amount(row, row.low)
    if row.aim.sign is Sign.RANGE and row.high is not None and row.high.number != row.low.number:
        said = f"{said}至{amount(row, row.high)}"
    return f"{of_change(row)[1]}{at_least(row, said)}"


def amount(row: IndicatorFacts, number: Sourced) -> str:
    """A number with the row's unit."""
    if row.percent:
        return number.as_text(f"{plain(number.number)}{row.unit}")
    return f"{number}{row.unit}"


def moment(when: Moment, year: int | None, name: str, where: str) -> str:
    """A point in time: 11月, 2025年3月, 11月15日; the year only where it is not the year of the evaluation."""
    said = f"{when.month}月" + (f"{when.day}日" if when.day else "")
    if when.year and when.year != year:
        said = f"{when.year}年{said}"
    return quoted(said, name, where)


def _word(row: IndicatorFacts) -> str:
    sign = row.aim.sign
    words = {
        Sign.AT_LEAST: "不低于" if row.percent else "不少于",
        Sign.MORE: "高于" if row.percent else "多于",
        Sign.AT_MOST: "不超过",
        Sign.LESS: "低于" if row.percent else "少于",
    }
    if sign in words:
        return words[sign]
    if row.limit_by_name:
        return words[Sign.AT_MOST]
    return "为" if row.limit or (row.low is not None and row.low.number == 0) else "达到"


def _deadline(row: IndicatorFacts) -> str:
    when = row.aim.moment
    assert when is not None
    said = moment(when, row.year, f"“{row.name}”年度指标值", place_of(row.indicator.target))
    who, verb = event(row.name)
    if not who and not verb:
        return f"{row.name}不晚于{said}"
    return f"{who or '项目'}{verb}不晚于{said}"


def event(name: str) -> tuple[str, str]:
    """服务站投入使用时间 → 服务站, 投入使用; 完成时间 → "", 完成."""
    tail = next((one for one in _TIMES if name.endswith(one) and one not in ("完成时间", "完成及时性")), "")
    stem = name.removesuffix(tail) if tail else name
    verb = next((one for one in _DONE if stem.endswith(one)), "")
    return (stem.removesuffix(verb), verb) if verb else ("", "")


def _at(row: IndicatorFacts, when: Moment | None, how: str) -> str:
    if when is None:
        return _in_words(row)
    said = moment(when, row.year, f"“{row.name}”实际完成值", place_of(row.indicator.actual))
    who, verb = event(row.name)
    if not verb:
        return f"{row.name}为{said}"
    if row.indicator.actual_value.bound in (Sign.AT_MOST, Sign.LESS):
        return f"{who or '项目'}于{said}{'' if when.day else '底'}前{verb}"
    return f"{who or '项目'}于{said}{how}{verb}"


def happens(row: IndicatorFacts) -> bool:
    """Is it something that had better not happen, counted: 安全事故?"""
    return not row.percent and bare(subject(row)).endswith(_HAPPENINGS)


def _worded_goal(row: IndicatorFacts) -> str:
    return becomes(row) if row.target else row.name


def becomes(row: IndicatorFacts, how: str = "") -> str:
    """A name with its target in words as a predicate, which `how` may soften: 长效机制健全, 水质基本达到二级; one that is no
    predicate, a lone 优 or a whole sentence, is quoted."""
    name, target = row.name, row.target
    if not target:
        return f"{name}{how}达到预期"
    words = bare(target)
    if not 1 < len(words) <= _SHORT_GOAL:
        return f"{name}{how}达到“{target}”"
    if words.endswith(_LEVEL_ENDS) and not words.startswith(_REACHES):
        return f"{name}{how}{'符合' if words.endswith(_AGREED) else '达到'}{target}"
    return f"{name.removesuffix(words[-2:]) if bare(name) != words[-2:] else name}{how}{target}"


def is_verb(row: IndicatorFacts) -> bool:
    """Is the target a verb, which the name does without: 管护机制 that is to be 建立?"""
    return bare(row.target) in _DONE_WORDS and not bare(row.name).endswith(bare(row.target))


def not_reached(row: IndicatorFacts) -> str:
    """What a target in words lacks: 长效机制未达到“健全”, 管护机制尚未建立, 尚未完全建立 where a part of it was reached."""
    if is_verb(row):
        return f"{row.name}尚未{'完全' if row.tier is Tier.PARTIAL else ''}{row.target}"
    return f"{row.name}未达到“{row.target}”"


def _in_words(row: IndicatorFacts) -> str:
    if row.tier is Tier.FULL or (row.worded and row.met):
        if row.aim.kind is Kind.YES_NO:
            return f"{asked_for(row)}已实现" if row.target == "是" else f"{row.name}为“{row.actual}”"
        ratio = row.indicator.actual_value.ratio
        if ratio is not None and ratio < 1 and row.target:
            names, where = f"“{row.name}”实际完成值", place_of(row.indicator.actual)
            return (
                f"{row.name}评定为“{Tier.FULL}”（{mark(f'{plain(half_up(ratio * 100, 2))}%', names, where)}）"
            )
        how = "基本" if "基本" in row.actual and "基本" not in row.target else ""
        return becomes(row, how or ("已" if bare(row.target) in _DONE_WORDS else ""))
    if not row.actual:
        return row.name
    return f"{row.name}{row.actual}" if bare(row.actual)[:1].isdigit() else f"{row.name}：{row.actual}"


def _spaced(name: str, row: IndicatorFacts) -> str:
    """A name that already ends in its figure's kind reads on: 合格率100%; a bare noun takes 为 before money; a Latin one
    stands off: CT 1台."""
    last = bare(name)[-1:]
    if last.isascii() and last.isalnum():
        return f"{name} "
    if row.percent or not row.unit:
        level = name.endswith(_PERCENT_TAILS) and (row.unit or (row.value and row.value.number))
        return name if level or row.unit else f"{name}为"
    return name


def whole_percent(row: IndicatorFacts) -> bool:
    """Is it a rate of exactly 100 %?"""
    return row.percent and row.value is not None and row.value.number == Decimal(100)


def percent_of(completion: Decimal, row: IndicatorFacts) -> str:
    """The completion in per cent: actual ÷ target."""
    names = f"“{row.name}”实际完成值÷年度指标值"
    cells = "÷".join(filter(None, (place_of(row.indicator.actual), place_of(row.indicator.target))))
    return mark(f"{plain(half_up(completion * 100, 2))}%", names, cells)
