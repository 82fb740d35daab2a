"""The indicator table: each column that a form can have, described once for all that write, read or check it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache

from jxbook.dataclass import dataclass, replace
from jxbook.form.further import OFFERED
from jxbook.form.labels import label
from jxbook.form.likeness import nearest_of
from jxbook.values import Tier

QUALITATIVE = "定性"
"""The word under 指标性质 that stands for no sign."""


class Entered(Enum):
    """What a column takes."""

    LABEL = "label"
    """Printed by the form: 一级 and 二级指标."""
    TEXT = "text"
    SUGGESTED = "suggested"
    """One of `choices`, or anything else."""
    CHOSEN = "chosen"
    """One of `choices`."""
    POINTS = "points"
    """A number from 0, or 无 where the row does not apply."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the attribute of Indicator that it fills, its heading, and how offices spell it, folded.

    `width` is in half-width characters, `split_width` where 指标性质, 指标值 and 度量单位 are apart; a `wordy`
    column takes what a page has to spare. `needs` is what the report's table must give it, likes to give it
    more, and that again where reasons are long. `required` columns are to be filled in, in every row in use.
    """

    field: str
    heading: str
    spellings: tuple[str, ...] = ()
    width: float = 12.5
    split_width: float = 0
    wordy: bool = False
    centred: bool = True
    entered: Entered = Entered.TEXT
    hint: str = ""
    choices: tuple[str, ...] = ()
    needs: tuple[int, int, int] = (76, 26, 14)
    required: bool = False
    printed: bool = True
    """A policy may ask for it; the others are only met in the forms of others."""

    @property
    def own(self) -> bool:
        """A further column that a policy names: printed, carried and shown, never scored."""
        return self.field == label(self.heading)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


COLUMNS = (
    Column(
        "level1",
        "一级指标",
        _words("绩效一级指标 一级绩效指标"),
        width=10.3,
        entered=Entered.LABEL,
        needs=(96, 8, 4),
    ),
    Column(
        "level2",
        "二级指标",
        _words("绩效二级指标 二级绩效指标"),
        width=18.3,
        split_width=15.3,
        entered=Entered.LABEL,
        needs=(96, 52, 8),
    ),
    Column(
        "name",
        "三级指标",
        _words("指标名称 绩效指标名称 三级指标名称 三级绩效指标 绩效三级指标 指标内容 评价内容"),
        width=16.5,
        wordy=True,
        centred=False,
        needs=(104, 22, 4),
        required=True,
    ),
    Column(
        "nature",
        "指标性质",
        _words("指标符号 计算符号 运算符号 符号 指标类型"),
        width=6.5,
        entered=Entered.CHOSEN,
        choices=("≥", ">", "=", "<", "≤", QUALITATIVE),
        hint="定量指标选符号，例如要求不少于的选“≥”；定性指标选“定性”。",
        needs=(54, 0, 0),
    ),
    Column("direction", "指标方向", _words("指标值方向 计算方向 比较符 绩效指标方向"), printed=False),
    Column(
        "target",
        "年度指标值",
        _words(
            "指标值 年度目标值 目标值 预期指标值 年初指标值 年初目标值 计划指标值 年度绩效指标值 预期值 预期目标值 "
            "计划值 计划完成值 年初值 批复值 年初设定指标值 年初计划值 绩效指标值 全年指标值 全年目标值 年度计划值 当年指标值 年度预期值"
        ),
        width=11.5,
        split_width=10.5,
        wordy=True,
        hint="写明符号、数值和单位，例如：≥200人次、=100%、≤12月、≤10万元。\n"
        "定性指标写要达到的状态，例如：有效提升。\n本行不适用的填“无”。",
        needs=(76, 26, 14),
        required=True,
    ),
    Column(
        "unit",
        "度量单位",
        _words("计量单位 指标单位 单位"),
        width=7.5,
        hint="填指标值的单位，例如：人次、%、万元、月。定性指标填“无”或不填。",
        needs=(54, 0, 0),
    ),
    Column(
        "actual",
        "实际完成值",
        _words(
            "完成值 全年完成值 全年实际完成值 实际完成指标值 年度完成值 实际值 全年实际值 指标实际完成值 年终完成值 "
            "实际完成情况 实际完成 完成情况 指标完成值 全年实际完成情况 年度实际完成值 实际指标值 实际完成数 "
            "全年实际完成指标值 指标完成情况 自评完成值 年末完成值 年末实际完成值 全年执行值 全年实际完成 全年完成情况"
        ),
        width=12,
        split_width=10.5,
        wordy=True,
        entered=Entered.SUGGESTED,
        choices=tuple(tier.value for tier in Tier),
        hint="定量指标填实际数值和单位，例如：300人次、98.5%、11月，不填“已完成”，也不照抄指标值。\n"
        "定性指标从下拉列表选一档，可在后面写明比例，例如：达成年度指标（95%）。",
        needs=(76, 26, 14),
        required=True,
    ),
    Column(
        "points",
        "分值",
        _words(
            "权重 指标分值 参考分值 指标权重 指标分值权重 分值权重 标准分 标准分值 权重分 满分 指标权重分 应得分 "
            "权重分值 指标满分 绩效分值 设定分值 权值 权数"
        ),
        width=6.5,
        entered=Entered.POINTS,
        hint="填数字。各行分值与执行率的分值相加应等于总分。本行不适用的填“无”。",
        needs=(54, 10, 10),
        required=True,
    ),
    Column(
        "earned",
        "得分",
        _words(
            "自评得分 指标得分 评价得分 自评分 实际得分 自评分数 自评分值 单位自评得分 指标自评得分 实得分 部门自评得分 "
            "单位自评分 绩效得分 评分 得分情况 自我评分"
        ),
        width=7.5,
        hint="由评价人员评定后填写，填数字，不超过分值。本行不适用的填“—”。",
        needs=(64, 2, 2),
    ),
    Column(
        "reason",
        "偏差原因分析及改进措施",
        _words(
            "未完成原因分析及改进措施 偏差原因及改进措施 偏差原因分析 原因分析及改进措施 未完成原因和改进措施 "
            "未完成原因及拟采取的改进措施 评分说明 未完成原因及改进措施 未完成原因分析 说明 偏差原因 未完成原因 "
            "偏差原因分析及整改措施 扣分原因 扣分说明 未完成原因说明 得分说明 偏离原因分析及改进措施 "
            "偏差分析 原因分析 自评说明 情况说明"
        ),
        width=20,
        split_width=17.5,
        wordy=True,
        centred=False,
        hint="未完成指标值、得分低于分值或完成值明显高于指标值的，写明具体原因和改进措施；没有偏差的填“无”。",
        needs=(100, 8, 98),
    ),
    Column("verdict", "本行校验", printed=False),
)
"""In the order in which offices print them."""
LEVELS = ("level1", "level2")
"""The columns whose labels hold for the rows below them too."""
LABELS = (*LEVELS, "name")
"""Those that say what a row measures."""
COMPARED = frozenset({"target", "actual"})
SCORED = frozenset({"points", "earned"})
REQUIRED = tuple(one.field for one in COLUMNS if one.required)
"""Those that are to be filled in."""
SPLIT_TARGET = Column(
    "target",
    "指标值",
    hint="定量指标只填数值，例如：200、100、12，符号和单位填在左右两栏。\n"
    "定性指标写要达到的状态，例如：有效提升。\n本行不适用的填“无”。",
)
"""年度指标值 as it is to be filled in where 指标性质 and 度量单位 have columns of their own."""
BY_FIELD: Mapping[str, Column] = {one.field: one for one in COLUMNS}
BY_SPELLING: Mapping[str, Column] = {
    spelling: one for one in COLUMNS for spelling in (one.heading, *one.spellings)
}
"""Heading, without brackets and white space → column. Every heading here is also recognised in a file."""
INDICATOR_COLUMNS: Mapping[str, str] = {spelling: one.field for spelling, one in BY_SPELLING.items()}
"""The same with the field alone."""
_REPEATED = {spelling: len(spelling) - len(frozenset(spelling)) for spelling in BY_SPELLING}
_WITH: dict[str, list[str]] = {}
"""Character → the headings that have it."""
for _spelling in BY_SPELLING:
    for _one in frozenset(_spelling):
        _WITH.setdefault(_one, []).append(_spelling)
_NEAR = 0.75
"""How alike two headings are that may be meant for the same."""
_FURTHER = Column("", "", wordy=True, hint="本单位自设的栏目，按实际情况填写，不参加计分。")


@lru_cache(maxsize=256)  # every row asks for the columns of its policy
def column_of(heading: str) -> Column:
    """The column that is printed with this heading: a known one, or a further one of a policy's own."""
    known = BY_SPELLING.get(label(heading))
    if known is not None:
        return replace(known, heading=heading)
    further = replace(_FURTHER, field=label(heading), heading=heading)
    if further.field not in OFFERED:
        return further
    choices, by = OFFERED[further.field]
    hint = f"从下拉列表选择，也可以直接填写，不参加计分。{by}。"
    return replace(further, entered=Entered.SUGGESTED, choices=choices, hint=hint)


def nearest_column(heading: str) -> Column | None:
    """The column whose heading is so near to this unknown one that it may be meant; None where none is."""
    text = label(heading)
    if len(text) <= 2 or text in BY_SPELLING:
        return None
    common = Counter(one for character in frozenset(text) for one in _WITH.get(character, ()))
    length = len(text)
    alike = [  # the most characters that both can have in common: to find the blocks takes fifty times the time
        one
        for one, shared in common.items()
        if 2 * min(length, shared + _REPEATED[one]) >= _NEAR * (length + len(one))
    ]
    found = nearest_of(text, alike, _NEAR)
    return BY_SPELLING[found] if found else None


def heading_of(field: str) -> str:
    """The heading of a field of `Indicator.entry`; a further column goes by its own."""
    return BY_FIELD[field].heading if field in BY_FIELD else field


def field_of(heading: str) -> str:
    """The attribute of Indicator that a heading stands for; a further column goes by its heading as a label."""
    return column_of(heading).field
