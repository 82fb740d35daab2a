"""预算执行率 as a row of the indicator table: it is the money's and no indicator, where the money stands above."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jxbook.dataclass import replace
from jxbook.form import Funding
from jxbook.pattern import pattern
from jxbook.recognition.shares import as_points
from jxbook.recognition.table import IndicatorTable

_SAYS = pattern(r"(?:项目|部门|年度|全年)?(?:(?:预算|资金)+执行(?:率|情况)?|执行率)(?:指标)?")


def says_execution(labels: Mapping[int, str], name: int) -> bool:
    """Does a row say 执行率 left of the column of the names, where that of an indicator would stand, and nothing else there?"""
    said = any("执行" in text and _SAYS.fullmatch(text) for column, text in labels.items() if column < name)
    return said and (name not in labels or _SAYS.fullmatch(labels[name]) is not None)


def is_execution_row(table: IndicatorTable, row: int) -> bool:
    """Is a row that of the 执行率, which names no indicator, or once more the 执行率 but under no other 一级指标?"""
    name = table.columns.get("name", 0)
    labels = table.sheet.labels.get(row, {})
    if table.ours or not says_execution(labels, name):
        return False
    level1 = labels.get(table.columns.get("level1", 0), "")
    once_more = name in labels and (not level1 or _SAYS.fullmatch(level1) is not None)
    return once_more or table.sheet.blank(row, name)


def with_execution_row(funding: Funding, tables: Sequence[IndicatorTable]) -> Funding:
    """The money with the 分值, the 得分 and the rate of that row, where its block has none of them."""
    if not (funding.points.blank and funding.earned.blank):
        return funding
    for table in tables:
        row = next((one for one in table.rows if is_execution_row(table, one)), None)
        if row is None:
            continue
        points, earned, rate = (
            table.sheet.entry(row, table.columns.get(one)) for one in ("points", "earned", "actual")
        )
        points, earned = (
            as_points(one) if name in table.shares else one
            for name, one in (("points", points), ("earned", earned))
        )
        rate = funding.rate if not funding.rate.blank or rate.number is None else rate
        total = replace(funding.total, points=points, earned=earned, rate=rate)
        return replace(funding, total=total, points=points, earned=earned, rate=rate)
    return funding
