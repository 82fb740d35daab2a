"""Whatever headings stand over whatever cells: a form with its score and findings, or a refusal, and never an error."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from jxbook.assess import Source, assess_all
from jxbook.finding import Refusal
from jxbook.form.labels import (
    FUNDING_COLUMNS,
    FUNDING_TOTAL,
    GOAL_ACHIEVED,
    GOAL_EXPECTED,
    PROJECT_LABELS,
    TOTAL_LABELS,
)
from jxbook.form.table import INDICATOR_COLUMNS
from jxbook.workbook.grid import Cell, Grid, Merge, Sheet

LABELS = sorted(
    {*FUNDING_COLUMNS, *FUNDING_TOTAL, *GOAL_EXPECTED, *GOAL_ACHIEVED, *PROJECT_LABELS, *TOTAL_LABELS}
)
texts = st.sampled_from(
    [
        *LABELS,
        "产出指标（50分）",
        "其中：甲",
        "指标1：/",
        "≥10场",
        "12/15",
        "……",
        "注：略",
        "一、效益指标",
        "年度绩效目标1（80分）",
        "-",
    ]
)
values = texts.map(Cell) | st.integers(0, 100).map(lambda number: Cell(Decimal(number)))
headings = st.lists(st.sampled_from(sorted(INDICATOR_COLUMNS)) | st.just("备注"), min_size=3, max_size=9)
places = st.tuples(st.integers(1, 14), st.integers(1, 9))


@settings(max_examples=300)
@given(
    cells=st.dictionaries(places, values, max_size=60),
    row=st.integers(1, 9),
    names=headings,
    merged=st.lists(
        st.tuples(st.integers(1, 12), st.integers(1, 7), st.integers(0, 2), st.integers(0, 3)), max_size=5
    ),
)
def test_promise_4_no_layout_ends_in_a_traceback(cells, row, names, merged) -> None:  # type: ignore[no-untyped-def]
    cells = {**cells, **{(row, column): Cell(name) for column, name in enumerate(names, 1)}}
    merges = [Merge(top, left, top + down, left + right) for top, left, down, right in merged]
    try:
        found = list(assess_all(Source(Grid((Sheet("表", cells, merges),)), "表.xlsx")))
    except Refusal as refusal:
        assert refusal.finding.code == "JX930"
        return
    for _, one in found:
        assert one.scoring.total is None or one.scoring.total >= 0
        assert all(finding.what and finding.fix for finding in one.findings)
