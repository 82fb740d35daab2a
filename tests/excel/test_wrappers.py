"""The registry as VBA: every function has its wrapper, its wizard text within Excel's limits, its IntelliSense row."""

import re
from pathlib import Path

import pytest

from jxbook.excel.wrappers import intellisense_rows, vba_wrappers
from jxbook.functions.registry import FUNCTIONS

GOLDEN = Path(__file__).parent / "golden" / "JxFunctions.bas"


def test_the_wrappers_are_those_in_the_golden_file():
    """`python -m jxbook.excel.wrappers > tests/excel/golden/JxFunctions.bas` accepts a change."""
    assert vba_wrappers() == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda one: one.name)
class TestOfEveryFunction:
    def test_it_has_one_wrapper_with_its_arguments(self, function):
        arguments = [f"Optional {one.name}" if one.optional else one.name for one in function.arguments]
        line = f"Public Function {function.name}({', '.join(arguments)})"
        assert vba_wrappers().splitlines().count(line) == 1

    def test_its_wizard_text_keeps_to_the_limits_of_macro_options(self, function):
        described = [one.description for one in function.arguments]
        assert all(0 < len(one) <= 255 for one in (function.description, *described))
        assert sum(len(one.name) + 1 for one in function.arguments) < 254
        assert len(described) <= 20  # as many as JxTexts.Describe looks for

    def test_it_has_an_intellisense_row(self, function):
        assert intellisense_rows()[0] == ("FunctionInfo", "1")
        [row] = [one for one in intellisense_rows()[1:] if one[0] == function.name]
        assert row[1:3] == (function.description, "")
        names = [one.strip("[]") for one in row[3::2]]
        assert names == [one.name for one in function.arguments]
        assert [one.startswith("[") for one in row[3::2]] == [one.optional for one in function.arguments]
        assert list(row[4::2]) == [one.description for one in function.arguments]


def test_promise_2_no_wrapper_answers_a_failure_with_text():
    text = vba_wrappers()
    assert "Err.Description" not in text
    assert text.count("JxCall(") == len(FUNCTIONS)


def test_a_range_goes_to_python_as_its_values():
    """Of a Range object xlwings asks Excel for its values, its size and its formats, one COM call each."""
    for line in vba_wrappers().splitlines():
        if "JxCall" in line:
            handed = re.search(r"Array\((.*)\)\)", line)[1]
            assert all(re.fullmatch(r"(?:Plain|Shown)\(\w+\)", one) for one in handed.split(", ") if one)
