"""A table of a paper as rows of numbers."""

from __future__ import annotations

from decimal import Decimal

from jxbook.prose.tables import PrintedTable, number_tables


def printed(*rows: str) -> PrintedTable:
    cells = {
        (at, column): cell
        for at, row in enumerate(rows, 1)
        for column, cell in enumerate(row.split("|"), 1)
        if cell
    }
    return PrintedTable("表1", cells)


def test_what_stands_above_the_numbers_is_their_heading() -> None:
    (table,) = number_tables([printed("项目|支出|", "|预算|执行", "设备|1,080.50|97.00%", "合计|20|96%")])
    assert table.heads == {1: "项目", 2: "支出预算", 3: "执行"}
    first = table.rows[0]
    assert first.label == "设备"
    assert first.numbers[2].number == Decimal("1080.50") and first.numbers[2].step == Decimal("0.01")
    assert first.numbers[3].percent and (first.numbers[3].row, first.numbers[3].column) == (3, 3)


def test_a_dash_is_an_empty_cell_and_a_word_is_no_heading_once_it_stands_for_a_number() -> None:
    (table,) = number_tables([printed("项目|支出", "设备|待定", "培训|—", "宣传|70", "合计|100")])
    assert table.heads == {1: "项目", 2: "支出"}
    assert [row.words for row in table.rows] == [{1, 2}, {1}, {1}, {1}]


def test_a_table_without_numbers_or_too_large_to_be_read_is_left_out() -> None:
    assert number_tables([printed("甲|乙", "丙|丁")]) == ()
    assert number_tables([printed(*["1|2"] * 401)]) == ()
