"""Tables and texts on a terminal of any width, a Chinese character counted as two columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxbook.cli.columns import table, width, wrapped

ROWS = [
    ("三级指标", "实际完成值", "分值", "得分"),
    ("参与社会组织开展的各类社区服务活动的居民人次", "=300人次", "20", "20"),
    ("评审合格率", "", "15", "7.5"),
]


@pytest.mark.parametrize("columns", [26, 30, 40, 80, 120])
def test_a_table_fits_and_loses_nothing(columns):
    shown = table(ROWS, right=(2, 3), within=columns)
    assert max(map(width, shown.splitlines())) <= columns
    for row in ROWS[1:]:
        assert all(set(text) <= set(shown) for text in row)
    assert "7.5" in shown


def test_long_names_are_wrapped_and_numbers_stay_whole():
    assert table(ROWS, right=(2, 3), within=50).splitlines() == [
        "三级指标                    实际完成值  分值  得分",
        "参与社会组织开展的各类社区  =300人次      20    20",
        "服务活动的居民人次",
        "评审合格率                                15   7.5",
    ]


def test_where_there_is_no_room_for_columns_each_row_is_a_block():
    assert table(ROWS, right=(2, 3), within=26).splitlines()[-3:] == [
        "三级指标：评审合格率",
        "分值：15",
        "得分：7.5",
    ]


def test_nothing_is_wrapped_in_a_file_or_a_pipe(monkeypatch, capsys):
    monkeypatch.delenv("COLUMNS", raising=False)
    assert len(table(ROWS).splitlines()) == len(ROWS)


def test_a_line_breaks_neither_within_a_latin_word_nor_before_a_comma():
    assert wrapped("自评表（.xlsx、.xlsm）", 12) == ["自评表", "（.xlsx、", ".xlsm）"]


@given(st.text(alphabet="自评表，（）。 ab.≥㎡", max_size=60), st.integers(4, 40))
def test_wrapping_keeps_every_character_and_the_width(text, columns):
    lines = wrapped(text, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= columns for line in lines)
