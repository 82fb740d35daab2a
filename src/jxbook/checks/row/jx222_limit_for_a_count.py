"""JX222 应当达到的数写成了不超过

查什么
    数量指标里场次、人次、个数一类的指标值，或名称是合格率、满意度、覆盖率一类越高越好的，有没有写成“≤”“不超过”。
    成本、事故、投诉、等候时间、控制会议和用车一类本来就要限制的不查。

为什么
    写成“≤”，一场没办也算完成，办多了反而扣分，多半是符号写反了。

示例
    会报：三级指标：举办活动场次｜年度指标值：≤20场｜实际完成值：18场
    不报：三级指标：每场活动成本｜年度指标值：≤5000元｜实际完成值：4800元

怎么改
    要达到的写“≥”；确实是上限的，可以保留。

依据
    假定：由本程序读取时判断，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.indicator_row import Row
from jxbook.checks.row import jx220_direction_contradicts
from jxbook.checks.wording import quote
from jxbook.pattern import pattern
from jxbook.scoring.leaning import Leaning
from jxbook.scoring.place import place_of
from jxbook.values import Kind
from jxbook.values.units import CALENDAR, NO_UNIT, PERCENT, SPAN, WORKDAY

_LIMITED = pattern(
    r"控制|限制|上限|不超|压减|压缩|减少|会议|因公|出国|接待|用车|公车|车辆|编制|聘用|占用|误差|偏差|间隔|批复|投诉|次品|差"
)
_NO_COUNT = {"money", PERCENT.dimension, SPAN, CALENDAR, WORKDAY, NO_UNIT.dimension, "ratio"}


def check(row: Row) -> Iterator[Flaw]:
    one, target = row.indicator, row.indicator.target_value
    if (
        target.kind is not Kind.NUMBER
        or not target.sign.is_most
        or target.change is not None
        or not target.low
        or any(jx220_direction_contradicts.check(row))
    ):
        return
    place = place_of(row.policy, (one.level1.text, one.level2.text), one.name.text)
    tells = place.tells
    if (
        place.cost
        or tells.limited
        or tells.event
        or tells.leaning is Leaning.LESS
        or tells.doubtful
        or _LIMITED.search(one.name.text)
    ):
        return
    counted = "数量" in one.level2.text and target.unit.dimension not in _NO_COUNT and one.name.text != ""
    share = (tells.share or place.satisfaction) and tells.leaning is Leaning.MORE and target.unit == PERCENT
    if counted or (share and not place.complaints):
        yield warning(
            one.target,
            f"{row.title}的指标值{quote(one.target.text)}写成了不超过，看来是应当达到的数",
            f"写成“≤”，没有做也算完成；{grounds.READING}",
            "要达到的请写“≥”；确实是上限的，可以保留",
        )
