"""How much room a new workbook has, where a form needs other rows than its policy suggests."""

from __future__ import annotations

from collections.abc import Mapping

from jxbook.dataclass import dataclass, field


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows of the indicator table under one 一级 and 二级指标, and under one 年度目标, counted from 0."""

    level1: str
    level2: str
    rows: int
    goal: int = 0


@dataclass(frozen=True, slots=True)
class Capacity:
    """What a workbook is to hold. An empty field means: as the policy suggests.

    `blocks` are all rows of the indicator table in order, `money` the labels of the rows under 年度资金总额,
    `facts` further lines of 基本信息, `columns` further columns of the indicator table, `records` the rows of the sheets
    beside the form (满意度问卷 …); one that is kept hidden until it is wanted is shown when it is named there.
    With `last_year` the form has the column 上年实际完成值 beside the printed page.
    """

    blocks: tuple[RowGroup, ...] = ()
    money: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    records: Mapping[str, int] = field(default_factory=dict)
    last_year: bool = False


AS_SUGGESTED = Capacity()
