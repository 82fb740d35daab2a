"""Which way the name of an indicator leans: 差错率 is better small, 合规率 large, and 培训人次 does not say.

It only counts where an entry has no sign of its own.
"""

from __future__ import annotations

from enum import StrEnum

from jxbook.dataclass import dataclass
from jxbook.pattern import pattern
from jxbook.scoring.telling import (
    ACTIVITIES,
    COUNTED_SPANS,
    CUT,
    DEALING,
    HANDLED,
    PAID_OUT,
    SPARED,
    STANDARD,
    TAKES,
    WANTED,
    telling_words,
)
from jxbook.values import fold
from jxbook.values.quantity import is_counted
from jxbook.values.units import NO_UNIT, PERCENT, Unit, read_unit


class Leaning(StrEnum):
    """What a name says of its own values."""

    LESS = "越少越好"
    MORE = "越多越好"


_LEANINGS = {
    "lasts": Leaning.MORE,
    "dealt": Leaning.MORE,
    "wanted": Leaning.MORE,
    "cost": Leaning.LESS,
    "less": Leaning.LESS,
}
_TAIL = pattern(
    r"[发生平均年日人总事件案现象问题行为情况程度水指数强浓次面积天时间长起宗例笔户处份批条量率比重占金额值点标放支付涨幅]*(?:\(.*)?\Z"
)
"""What may follow a word for something unwanted, so that the name is about that."""
_SHARE = (
    *(
        f"{word}率"
        for word in (
            "合格 达标 验收 通过 优良 优秀 良好 满意 好评 及格 准确 正确 完好 合规 覆盖 知晓 普及 及时 按时 成活 存活 治愈 "
            "出勤 专款专用 差错 错误 失误 空置 返修 返工 漏报 误报 辍学 失业 投诉 差评 不良 违规 逾期 缺勤 闲置"
        ).split()
    ),
    "满意度",
)
_RATE = ("率", "比例", "比重", "占比", "百分比", "满意度")
_WAIT = ("时间", "时长", "天数", "用时", "耗时", "时限", "工期")
SPANS = ("工期", "周期", "时限", "期限", "用时", "耗时")
"""What a name ends with that is how long something takes."""
_LENGTH = ("天数", "时长", "日数", "小时", "小时数")
_TIME_END = ("时间",)
RANKED = ("等级", "级别", "类别", "评级", "星级", "水质", "档次", "等次", "名次", "排名", "位次")
"""What a name ends with that is a grade or a place."""
_ACTIVITIES = tuple(ACTIVITIES)
FEE = "费"
_NO_FEES = ("经费", "免费", "消费", "收费", "缴费", "学费", "报销费")
"""培训费 is a cost where costs stand; elsewhere it may be what is spent and what is paid out."""
_COUNTED = (
    "人数",
    "次数",
    "人次",
    "场次",
    "数量",
    "户数",
    "件数",
    "个数",
    "台数",
    "套数",
    "面积",
    "里程",
    "长度",
)
_UNIT = pattern(r"\((?:单位:?)?([^()\d,]{1,8})\)\Z")


@dataclass(frozen=True, slots=True)
class Named:
    """What a name tells of its values.

    `doubtful`: it speaks of something unwanted, but ends with something else (事故警示教育场次). `event`: it is
    something unwanted, of which there may be none. `limited`: it is a cost or a rate of control; `sum`: a sum of
    money. `share`: it is a part of a whole, which cannot be above 100 %; `rate`: it is measured in per cent. `lasts`: it is a time of which more is
    better; `takes`: it is about what takes its time; `span`: it is how long something takes, so that 12月 are twelve months; `length`: it only says that it is
    some length of time, `time` that it is a time, or a point of time. `ranked`: it is a
    grade or a place, `counted`: a number of things, and no percentage; `paid_out`: what is
    paid to those who are entitled to it; `activity`: something that is done for money. `unit` is one that stands behind it: 新增产值（万元）.
    """

    leaning: Leaning | None = None
    doubtful: bool = False
    event: bool = False
    limited: bool = False
    sum: bool = False
    share: bool = False
    rate: bool = False
    lasts: bool = False
    takes: bool = False
    span: bool = False
    length: bool = False
    time: bool = False
    ranked: bool = False
    counted: bool = False
    paid_out: bool = False
    activity: bool = False
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
    for found in telling_words(folded):
        if found[0] not in ("sum", "either") or kind not in ("less", "dealt", "either"):  # 损失金额 is a loss
            kind, end = found
    ends = folded.split("(")
    fee = _ends_with(ends, (FEE,)) and not _ends_with(ends, _NO_FEES)
    if fee and kind != "less":
        kind = "fee"
    if kind == "either" and any(word in folded for word in (*WANTED, *HANDLED, *DEALING)):
        kind = "wanted"
    sure = kind not in ("less", "cost", "either", "fee") or (
        kind not in ("either", "fee") and _TAIL.match(folded, end) is not None
    )
    length = _ends_with(ends, _LENGTH)
    return Named(
        _LEANINGS.get(kind) if sure else None,
        not sure,
        sure and kind == "less" and not any(word in folded for word in _WAIT),
        kind in ("controlled", "cost"),
        kind in ("sum", "fee"),
        _ends_with(ends, _SHARE),
        _ends_with(ends, _RATE),
        kind == "lasts" or (kind == "dealt" and (length or _is_cut(folded, ends))),
        any(word in folded for word in TAKES) and not _is_spared(folded, ends),
        _ends_with(ends, SPANS),
        length,
        _ends_with(ends, _TIME_END),
        _ends_with(ends, RANKED),
        _ends_with(ends, _COUNTED),
        _ends_with(ends, (STANDARD,)) and any(word in folded for word in PAID_OUT),
        kind == "wanted" and folded.endswith(_ACTIVITIES, 0, end),
        _unit_behind(folded),
    )


def _is_cut(folded: str, ends: list[str]) -> bool:
    """缩短办理时间: the time by which something is shorter."""
    return _ends_with(ends, _TIME_END) and any(word in folded for word in CUT)


def _is_spared(folded: str, ends: list[str]) -> bool:
    """提前完成天数, 发放月数: no time that something takes."""
    return _ends_with(ends, tuple(COUNTED_SPANS)) or any(word in folded for word in SPARED)


def _ends_with(parts: list[str], words: tuple[str, ...]) -> bool:
    """Does a name, or what stands before one of its brackets, end with one of these words?"""
    return any(part.endswith(words) for part in parts)


def _unit_behind(folded: str) -> Unit:
    match = _UNIT.search(folded)
    if match is None or not is_counted(match[1]):
        return NO_UNIT
    unit = read_unit(match[1]) or NO_UNIT
    return NO_UNIT if unit.dimension == PERCENT.dimension else unit
