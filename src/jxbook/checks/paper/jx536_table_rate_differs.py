"""JX536 表中比率与同行的数不符

查什么
    报告的表格里，执行率、到位率、得分率、完成率一类的列，是不是每行都由同样两列相除得出：多数行相符而个别行不相符的，报出
    不相符的行。四舍五入、截去尾数之差不算。

为什么
    一除就能发现，评审时会要求核对。

示例
    会报：【表：项目|预算|支出|执行率；上门服务|1080|1047.60|97.00%；助餐服务|220|215.04|95.77%；培训|40|38.40|96.00%】
    不报：【表：项目|预算|支出|执行率；上门服务|1080|1047.60|97.00%；助餐服务|220|215.04|97.75%；培训|40|38.40|96.00%】

怎么改
    核对这一行的数和比率，改正写错的一个。改动前须核对原始数据。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：数据真实；部门评价、财政评价：报告应当依据充分、客观公正）
    实践：比率应与所列的数一致，取自评审要点
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading
from jxbook.checks.wording import figure, quote
from jxbook.pattern import pattern
from jxbook.place import CellRef
from jxbook.prose.tables import NumberRow, NumberTable, number_tables
from jxbook.scoring.rounding import half_up

_RATE = pattern(r"率|进度|占比|比例|比重")


def check(reading: Reading) -> Iterator[Flaw]:
    for table in number_tables(reading.tables):
        for column, head in table.heads.items():
            if _RATE.search(head):
                yield from _column(reading, table, column, head)


def _column(reading: Reading, table: NumberTable, column: int, head: str) -> Iterator[Flaw]:
    rows = [row for row in table.rows if column in row.numbers and row.numbers[column].percent]
    amounts = sorted({at for row in rows for at, one in row.numbers.items() if not one.percent})
    best: tuple[int, int, list[NumberRow]] | None = None
    for top, bottom in permutations(amounts, 2):
        able = [row for row in rows if top in row.numbers and bottom in row.numbers]
        wrong = [row for row in able if not _holds(row, column, top, bottom)]
        said = len(able) - len(wrong)
        if said >= 2 and said > len(able) / 2 and (best is None or len(wrong) < len(best[2])):
            best = top, bottom, wrong
    if best is None:
        return
    top, bottom, wrong = best
    for row in wrong:
        stated, part, whole = row.numbers[column], row.numbers[top], row.numbers[bottom]
        if not whole.number:
            continue
        places = len(str(stated.step).partition(".")[2])
        right = f"{half_up(part.number / whole.number * 100, places)}%"
        yield warning(
            CellRef(table.name, stated.row, stated.column, of_word=True),
            f"表中{quote(head)}写{half_up(stated.number, places)}%，{figure(part.number)}÷{figure(whole.number)}是{right}",
            f"{grounds.CONTRADICTORY}；比率应当由所列的数算出，是{grounds.REVIEWED}",
            f"请改为{right}，或检查同行的两个数是否写错",
        )


def _holds(row: NumberRow, column: int, top: int, bottom: int) -> bool:
    """Is the rate that of the two, as far as their printed digits say: rounded, or cut off?"""
    stated, part, whole = row.numbers[column], row.numbers[top], row.numbers[bottom]
    if not whole.number:
        return not part.number
    ratio = part.number / whole.number * 100
    return abs(ratio - stated.number) < stated.step
