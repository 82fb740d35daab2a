"""The Basic module that is generated from the registry."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from jxbook.functions.registry import FUNCTIONS
from jxbook.libreoffice.basic import basic_module
from jxbook.libreoffice.sources import source

GOLDEN = Path(__file__).parent / "golden/Jx.xba"


def test_it_is_the_golden_file():
    """It is changed by hand or by `GOLDEN.write_text(basic_module(FUNCTIONS))`, and the difference is read."""
    assert basic_module(FUNCTIONS) == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda one: one.name)
def test_every_function_of_the_registry_has_a_wrapper(function):
    lines = ElementTree.fromstring(basic_module(FUNCTIONS)).text.splitlines()
    names = [argument.name for argument in function.arguments]
    head = f"Function {function.name}({', '.join(f'Optional {name}' for name in names)})"
    assert lines.count(head) == 1
    assert lines[lines.index(head) - 1] == f"' {function.description}"


def test_it_holds_the_source_of_macros_as_it_is():
    assert ElementTree.fromstring(basic_module(FUNCTIONS)).text.startswith(source("Jx.bas"))


def test_no_wrapper_answers_with_a_text_where_it_fails():
    code = ElementTree.fromstring(basic_module(FUNCTIONS)).text
    assert "CVErr(" not in code
    assert "Err.Description" not in code
