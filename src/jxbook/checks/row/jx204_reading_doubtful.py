"""JX204 填写的值可能有两种理解

查什么
    读取年度指标值和实际完成值时，有没有靠猜的地方：没有写单位，约数，“左右”，没有写年份，
    只写“部分达成”没有写百分比，定性指标照写指标值或只写“已完成”、没有写明属于哪一档，
    名称编了号、值又以同样的数开头（1.每亩成本，1.5万元），看不出是序号还是数，等等。

为什么
    理解不同，得分就不同。程序按最可能的意思计分，并在这里写明。

示例
    会报：三级指标：活动完成时间｜年度指标值：≤12月｜实际完成值：11
    会报：三级指标：志愿服务队伍｜年度指标值：效果明显｜实际完成值：效果明显
    会报：三级指标：每场活动成本｜三级指标改为：1.每场活动成本｜年度指标值：1.5万元｜实际完成值：1.2万元
    不报：三级指标：活动完成时间｜年度指标值：≤12月｜实际完成值：11月

怎么改
    核对程序的理解是否正确，把值写完整：带上单位、百分号或百分比。

依据
    假定：由本程序读取时判断，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.indicator_row import Row
from jxbook.checks.wording import quote
from jxbook.form import Indicator
from jxbook.pattern import pattern
from jxbook.scoring.qualitative import NO_TIER
from jxbook.values.nearest import UNIT_LEFT_OUT

_SERIAL = pattern(r"([1-9])[.．、]\D")
_WHOLE = "请核对这样处理是否正确，并把值写完整（数值、单位、百分比）"
_TIER = "请写明属于哪一档和比例，如“达成年度指标（95%）”，并备好依据（数据、证明材料）"


def check(row: Row) -> Iterator[Flaw]:
    one = row.indicator
    for doubt in row.score.doubts:
        if UNIT_LEFT_OUT in doubt and not one.unit.blank:
            continue  # it stands under 度量单位
        yield warning(
            one.target if doubt in one.target_value.doubts else one.actual,
            f"{row.title}的填写不够明确：{doubt}",
            f"理解不同，{'结论' if row.pointless else '得分'}就不同；{grounds.READING}",
            _TIER if NO_TIER in doubt else _WHOLE,
        )
    if number := _may_be_its_serial(one):
        yield warning(
            one.target,
            f"{row.title}的{quote(one.target.text)}{quote(one.actual.text)}照写的数读取，但开头的“{number}.”与名称的序号相同",
            f"是序号的，数就读错了；{grounds.READING}",
            f"请核对；“{number}.”是序号的，请从指标值和完成值里删去",
        )


def _may_be_its_serial(one: Indicator) -> str:
    """The number before the name, where target and actual begin with it as well: 1.每亩成本 | 1.5万元 | 1.2万元."""
    name = _SERIAL.match(one.name.text)
    if not name:
        return ""
    values = [entry.raw for entry in (one.target, one.actual)]
    alike = all(isinstance(raw, str) and raw[:2] == f"{name[1]}." and raw[2:3].isdigit() for raw in values)
    return name[1] if alike else ""
