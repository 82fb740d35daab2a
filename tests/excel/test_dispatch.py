"""Through xlwings' own dispatch every function answers what the core answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from dispatcher import ERRORS, MISSING, ExcelRange, dispatching

from jxbook.functions.registry import CATEGORY, FUNCTIONS

Call = Callable[..., object]

# the arguments as Python has them, and as they arrive from Excel
AREA = [["产出指标", "数量指标"], [None, None], ["成本指标", "经济成本指标"]]
BEIJING = "beijing-2020-2146"
CASES: dict[str, list[tuple[object, ...]]] = {
    "JX_SCORE": [
        ("≥200人次", 150.0, 20.0),
        ("≥200人次", "150人次", 20.0, "数量指标"),
        ("=10万元", "12.5万元", 15.0, AREA, BEIJING),
        ("=10万元", "12.5万元", 15.0, [["产出指标", "数量指标"]], BEIJING, 2024.0),
        ("=10万元", "12.5万元", 15.0, [["数量指标"], [None]], BEIJING, 2024.0),
        ("≤12月", datetime(2024, 11, 30), 15.0, None, None, 2024.0),
        ("≤12月", datetime(2025, 1, 31, 8, 30), 15.0, "时效指标", None, "2024"),
        ("=100%", 1.0, 10.0),
        (None, None, None),
        ("≥5场", "#REF!", 10.0),
        ("≥5场", "5场", "#N/A"),
        ("无", "无", "无"),
    ],
    "JX_COMPLETION": [("≥200人次", 150.0), ("≥90%", None), ("#VALUE!", 3.0), ("≤10天", "5天", AREA)],
    "JX_DEVIATION": [("≥200人次", 150.0), ("≤100万元", "120万元", None, BEIJING)],
    "JX_RATE": [(9200000.0, 8988025.24), (None, 5.0), (0.0, 5.0), ("80000元", 7.5), ("#REF!", 5.0)],
    "JX_EXECUTION": [
        (10.0, 5.0),
        (10.0, 5.0, 20.0),
        (None, None),
        (10.0, 9.0, None, BEIJING),
        (10.0, 9.0, 10.0, "mof-2021-101", "是"),
        (10.0, 9.0, None, "mof-2021-101", None),
    ],
    "JX_GRADE": [(89.99,), ("待完善",), (None,), ("#REF!",), (60.0, BEIJING)],
    "JX_CHECK": [
        ("≥200人次", "150人次", 20.0, 15.0, None, "数量指标"),
        ("≥200人次", "210人次", 20.0, 20.0, "无", AREA, BEIJING, 2024.0),
        ("≥200人次", "#REF!", 20.0),
        (None, None, None),
    ],
    "JX_EXPLAIN": [("≥200人次", "150人次", 20.0), (None, None, None), ("≥200人次", 150.0, 20.0, AREA)],
    "JX_SATISFACTION": [
        ([[60.0, 30.0, 10.0]],),
        ([[60.0], [30.0], [None]], [[1.0], [0.6], [0.0]]),
        ([[None]],),
        (7.0,),
    ],
    "JX_REVIEW": [([[8.0, 9.5, None, 7.0]],), ([[None]],), (8.0, BEIJING), ([[8.0], [9.0]], None)],
    "JX_POLICY": [("预算执行率分值",), ("预算执行率分值", BEIJING), ("预算执行率分值", None)],
    "JX_VERSION": [()],
}
FAILING = [
    ("JX_SCORE", ("≥1", "#SPILL!", 1.0)),
    ("JX_RATE", ("#SPILL!", 1.0)),
    ("JX_POLICY", ("没有这个值",)),
    ("JX_POLICY", ("#REF!",)),
    ("JX_SATISFACTION", ([[-1.0, 2.0]],)),
    ("JX_REVIEW", ([[-1.0, 2.0]],)),
    ("JX_REVIEW", ([["#REF!", 2.0]],)),
    ("JX_REVIEW", ([["#SPILL!", 2.0]],)),
    ("JX_SATISFACTION", ([["#REF!", 2.0]],)),
    ("JX_SATISFACTION", ([["#SPILL!", 2.0]],)),
    ("JX_SATISFACTION", ([[3.0, 2.0]], [[1.0, "#SPILL!"]])),
]


@pytest.fixture(scope="module")
def call() -> Iterator[Call]:
    with dispatching() as made:
        yield made


def as_value(argument: object) -> object:
    """An argument as VBA hands over a value: an error as its code, an area as an array."""
    if isinstance(argument, list):
        return tuple(tuple(as_value(cell) for cell in row) for row in argument)
    return ERRORS.get(argument, argument) if isinstance(argument, str) else argument


def as_range(argument: object) -> object:
    """An argument as VBA hands over a reference to cells."""
    return ExcelRange(as_value(argument if isinstance(argument, list) else [[argument]]))


def padded(name: str, arguments: list[object]) -> list[object]:
    """Our wrapper passes all arguments: the ones left out arrive as missing."""
    function = next(one for one in FUNCTIONS if one.name == name)
    return arguments + [MISSING] * (len(function.arguments) - len(arguments))


@pytest.mark.parametrize("handed", [as_value, as_range], ids=["values", "ranges"])
@pytest.mark.parametrize(
    ("name", "arguments"), [(name, case) for name, cases in CASES.items() for case in cases], ids=str
)
def test_a_cell_shows_what_the_core_answers(call, name, arguments, handed):
    core = next(one.call for one in FUNCTIONS if one.name == name)
    assert call(name, *padded(name, [handed(one) for one in arguments])) == core(*arguments)


def test_every_function_is_dispatched():
    assert CASES.keys() == {one.name for one in FUNCTIONS}


@pytest.mark.parametrize("handed", [as_value, as_range], ids=["values", "ranges"])
@pytest.mark.parametrize(("name", "arguments"), FAILING, ids=str)
def test_promise_2_a_failure_is_an_exception_for_vba_and_never_a_text(call, name, arguments, handed):
    with pytest.raises(Exception):  # noqa: B017 - any exception is #VALUE! for our wrapper
        call(name, *padded(name, [handed(one) for one in arguments]))


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda one: one.name)
def test_xlwings_knows_each_function_as_the_registry_describes_it(call, function):
    import jxbook.excel.udfs

    known = getattr(jxbook.excel.udfs, function.name).__xlfunc__
    assert (known["name"], known["category"], known["ret"]["doc"]) == (
        function.name,
        CATEGORY,
        function.description,
    )
    assert [(one["name"], one["doc"], "optional" in one) for one in known["args"]] == [
        (one.name, one.description, one.optional) for one in function.arguments
    ]


def test_without_excel_the_module_still_imports():
    import importlib
    import sys

    sys.modules.pop("jxbook.excel.udfs", None)
    module = importlib.import_module("jxbook.excel.udfs")
    assert all(callable(getattr(module, one.name)) for one in FUNCTIONS)
