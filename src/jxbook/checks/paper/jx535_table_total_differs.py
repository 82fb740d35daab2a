"""JX535 表中各行之和与合计不符

查什么
    报告的表格里，“合计”一行的数是否等于各行相加。各行都是数、没有小计和“其中”的列才查；比率、单价、平均数不查，四舍五入
    之差不算，相差五分之一以上的不是各行之和。

为什么
    一加就能发现，评审时会要求核对。

示例
    会报：【表：资金来源|预算|支出；中央资金|100|90；省级资金|50|40；合计|150|140】
    不报：【表：资金来源|预算|支出；中央资金|100|90；省级资金|50|40；合计|150|130】

怎么改
    核对各行和合计，改正写错的一个。改动前须核对原始数据。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：数据真实；部门评价、财政评价：报告应当依据充分、客观公正）
    实践：数字前后一致，取自评审要点
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading
from jxbook.checks.wording import figure, quote
from jxbook.pattern import pattern
from jxbook.place import CellRef
from jxbook.prose.tables import NumberRow, NumberTable, PrintedNumber, number_tables

_TOTAL = pattern(r"(?:合计|总计|共计|总\s*分)\Z")
_PARTLY = pattern(r"小计|合计|总计|其中|分值|占比|平均|上年|同比|增减")
_NO_SUM = pattern(r"率|比|单价|平均|均|标准|年|序号|编号|等级|权重|备注|目标值|指标值|完成值")
_ADDS = pattern(r"预算|支出|到位|金额|资金|分值|得分|满分|合计|数量|人数|场次|户数|份数|执行数|支付")


def check(reading: Reading) -> Iterator[Flaw]:
    for table in number_tables(reading.tables):
        totals = [at for at, row in enumerate(table.rows) if _TOTAL.match("".join(row.label.split()))]
        if len(totals) != 1:
            continue
        at = totals[0]
        parts = table.rows[:at] if at else table.rows[1:]
        if len(parts) < 2 or any(_PARTLY.search(row.label) for row in parts):
            continue
        yield from _columns(reading, table, table.rows[at], parts)


def _columns(
    reading: Reading, table: NumberTable, total: NumberRow, parts: tuple[NumberRow, ...]
) -> Iterator[Flaw]:
    compared = [
        (column, stated, sum((one.number for one in held), Decimal(0)), _room(held, stated))
        for column, stated in total.numbers.items()
        if (held := _held(column, stated, parts)) and not _NO_SUM.search(table.heads.get(column, ""))
    ]
    apart = reading.policy.number("checks.parts_apart")
    right = [abs(stated.number - added) <= room for _, stated, added, room in compared]
    for holds, (column, stated, added, _) in zip(right, compared, strict=True):
        head = table.heads.get(column, "")
        near = abs(stated.number - added) * 100 < abs(stated.number) * apart
        if holds or not near or not (any(right) or _ADDS.search(head)):
            continue
        yield warning(
            CellRef(table.name, stated.row, stated.column, of_word=True),
            f"表中{quote(head) if head else ''}合计写{figure(stated.number)}，各行相加是{figure(added)}",
            grounds.contradictory("各行之和与合计不符", reading.policy),
            f"请核对各行和合计，合计应为{figure(added)}，或改正写错的一行",
        )


def _held(column: int, stated: PrintedNumber, parts: tuple[NumberRow, ...]) -> list[PrintedNumber]:
    """The numbers of a column above its total; none where words or percentages stand among them."""
    held = [row.numbers[column] for row in parts if column in row.numbers]
    if stated.percent or any(one.percent for one in held) or any(column in row.words for row in parts):
        return []
    return held if len(held) > 1 else []


def _room(held: list[PrintedNumber], stated: PrintedNumber) -> Decimal:
    """What rounding may come to: nothing among whole numbers."""
    steps = [one.step for one in (*held, stated)]
    return min(steps) * len(held) / 2 if min(steps) < 1 else Decimal(0)
