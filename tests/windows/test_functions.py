"""Every JX_ function, through the macros, xlwings' DLL and COM, gives what the core gives."""

from __future__ import annotations

import datetime
from pathlib import PureWindowsPath

import pytest
from clerks import Clerk

from jxbook.functions.registry import FUNCTIONS

OMITTED = {"omitted": True}
DIVISION = {"error": 2007}
DAY = {"date": "2024-11-05"}
INDICATOR = [["产出指标", "时效指标", "完成时间"]]

CASES: dict[str, list[list[object]]] = {
    "JX_SCORE": [
        ["≥200人次", "150人次", 20],
        ["≥200人次", None, 20],
        [None, None, None],
        [0.95, 0.9, 10],
        ["≤12月", "11月", 15, INDICATOR, "beijing-2020-2146", 2024],
        ["≤12月", DAY, 15, OMITTED, OMITTED, 2024],
        ["≥90%", "95%", 10, OMITTED, "没有这个政策"],
        ["≥200人次", DIVISION, 20],
        ["≥5", DIVISION, DIVISION],
        ["达成年度指标", "部分达成年度指标并具有一定效果（75%）", 10],
    ],
    "JX_COMPLETION": [["≥200人次", "150人次"], ["≥200人次", DIVISION], [None, "3个"]],
    "JX_DEVIATION": [["≥200人次", "300人次"], ["≤10万元", "8万元"]],
    "JX_RATE": [[200, 100], [200, None], [0, 0], [DIVISION, 100], ["2,000.50", "1000"]],
    "JX_EXECUTION": [[200, 100], [200, 199.5, 10], [200, 100, OMITTED, "mof-2021-101", "是"], [None, None]],
    "JX_GRADE": [[91], [59.99], ["待完善"], [None], [DIVISION], [100.5, "mof-2020-10"]],
    "JX_CHECK": [["≥200人次", "150人次", 20, 15, None], ["≥200人次", "150人次", 20, 15, "因疫情", INDICATOR]],
    "JX_EXPLAIN": [["≥200人次", "150人次", 20], ["≥200人次", "150场", 20]],
    "JX_SATISFACTION": [
        [[[10, 5, None, 0, 1]]],
        [[[10], [5], [1]], [[1], [0.5], [0]]],
        [[[None, None]]],
        [[["多", 1]]],
        [[[DIVISION, 1]]],
        [3],
    ],
    "JX_REVIEW": [[[[90, 85.5, None]]], [[[None]]], [[[90, "缺席"]], "mof-2020-10"]],
    "JX_POLICY": [["预算执行率分值"], ["预算执行率分值", "beijing-2020-2146"], ["没有的"], [None]],
    "JX_VERSION": [[]],
}  # fmt: skip


def test_every_function_is_tried() -> None:
    assert CASES.keys() == {one.name for one in FUNCTIONS}


def of_the_core(name: str, arguments: list[object]) -> object:
    """What the core says, asked in Python with what xlwings is to make of these cells."""
    [function] = [one for one in FUNCTIONS if one.name == name]
    given = []
    for argument, held in zip(function.arguments, arguments, strict=False):
        area = held if isinstance(held, list) else [[held]]
        values = [[_in_python(one) for one in row] for row in area]
        single = held == OMITTED or not (argument.area or isinstance(held, list))
        given.append(values[0][0] if single else values)
    try:
        value = function.call(*given)
    except Exception:
        return "#VALUE!"
    return value if isinstance(value, str) else float(value)  # type: ignore[arg-type]


def _in_python(held: object) -> object:
    if held == OMITTED:
        return None
    if held == DIVISION:
        return "#DIV/0!"
    if held == DAY:
        return datetime.datetime(2024, 11, 5)
    return float(held) if isinstance(held, int) else held


@pytest.fixture(scope="module")
def answered(clerk: Clerk, xlsm_bytes: bytes) -> dict[str, list[object]]:
    """What the cells show: all of them in one Excel."""
    path = clerk.place.parent / "函数.xlsm"
    path.write_bytes(xlsm_bytes)
    steps = [{"cell": name, "arguments": one} for name, cases in CASES.items() for one in cases]
    session = clerk.excel(*steps, book=clerk.windows.there(path))
    assert session.said == []
    values = iter(session.values)
    return {name: [next(values) for _ in cases] for name, cases in CASES.items()}


@pytest.mark.parametrize("name", CASES)
def test_promise_1_a_cell_shows_what_the_core_gives(answered: dict[str, list[object]], name: str) -> None:
    assert answered[name] == [of_the_core(name, one) for one in CASES[name]]


def test_an_error_is_never_a_lower_total(answered: dict[str, list[object]]) -> None:
    with_error = [
        value
        for name, cases in CASES.items()
        for case, value in zip(cases, answered[name], strict=True)
        if DIVISION in case
    ]
    assert with_error and not [one for one in with_error if isinstance(one, float)]


def test_the_workbook_lies_where_chinese_and_blanks_are(clerk: Clerk, book: PureWindowsPath) -> None:
    assert " " in str(book) and not str(book).isascii()
    assert clerk.excel({"cell": "JX_RATE", "arguments": [200, 100]}, book=book).values == [0.5]
