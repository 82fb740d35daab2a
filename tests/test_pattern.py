"""A pattern is compiled when it is first asked something, and every pattern of jxbook can be."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType

import pytest

import jxbook
from jxbook.pattern import pattern

NEEDS_A_HOST = ("jxbook.__main__", "jxbook.excel.functions")


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        ("search", ("a12",)),
        ("match", ("12a", 1)),
        ("fullmatch", ("12",)),
        ("split", ("a1b2c",)),
        ("sub", ("-", "a1b2")),
        ("subn", ("-", "a1b2")),
        ("findall", ("a1b2",)),
        ("finditer", ("a1b2",)),
    ],
)
def test_it_answers_as_a_compiled_one(method: str, arguments: tuple[object, ...]) -> None:
    def answered(by: re.Pattern[str]) -> object:
        found = getattr(by, method)(*arguments)
        if method == "finditer":
            return [one.span() for one in found]
        return found.span() if isinstance(found, re.Match) else found

    for text, flags in ((r"\d", 0), (r"\d+ | A", re.VERBOSE | re.IGNORECASE)):
        mine = pattern(text, flags)
        assert mine.pattern == text
        assert answered(mine) == answered(mine) == answered(re.compile(text, flags))


def test_it_is_compiled_when_asked() -> None:
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.search("")
    with pytest.raises(AttributeError):
        _ = wrong.scanner  # type: ignore[attr-defined]


def modules() -> Iterator[ModuleType]:
    for one in pkgutil.walk_packages(jxbook.__path__, "jxbook."):
        if not one.name.startswith(NEEDS_A_HOST):
            yield importlib.import_module(one.name)


def test_every_pattern_of_the_house_compiles() -> None:
    kind = type(pattern(""))
    found = [one for module in modules() for one in vars(module).values() if isinstance(one, kind)]
    assert len(found) > 100
    for one in found:
        one.search(b"" if isinstance(one.pattern, bytes) else "")
