"""The checks of running text: what their pages promise, and a collection of sentences for each.

A line of `sentences/` is "+ words", where the check must speak, or "- words", where it must be silent; paragraphs stand
between ｜, 【表】 is a table. The words are made up in the language of official papers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import jxbook.checks
from jxbook.checks import rule_page

HOME = Path(jxbook.checks.__file__).parent
CODES = sorted(file.stem for scope in ("text", "paper") for file in (HOME / scope).glob("jx*.py"))
SENTENCES = Path(__file__).parent / "sentences"
_EXAMPLE = re.compile(r"^\s*(会报|不报)：(.+)$", re.MULTILINE)


def of_pages() -> Iterator[tuple[str, bool, str]]:
    for stem in CODES:
        page = rule_page(stem[:5]).partition("\n示例\n")[2].partition("\n怎么改\n")[0]
        for match in _EXAMPLE.finditer(page):
            yield stem[:5].upper(), match[1] == "会报", match[2].strip()


def of_collections() -> Iterator[tuple[str, bool, str]]:
    for file in sorted(SENTENCES.glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            if line[:2] in ("+ ", "- "):
                yield file.stem[:5].upper(), line[0] == "+", line[2:]


EXAMPLES = [*of_pages(), *of_collections()]


@pytest.mark.parametrize(("code", "speaks", "text"), EXAMPLES, ids=lambda one: str(one)[:24])
def test_a_check_speaks_where_it_must_and_is_silent_where_it_must(
    in_text: Callable[[str, str], list[str]], code: str, speaks: bool, text: str
) -> None:
    assert bool(in_text(code, text)) is speaks


@pytest.mark.parametrize("stem", CODES)
def test_a_page_has_an_example_of_either_kind(stem: str) -> None:
    assert {speaks for code, speaks, _ in of_pages() if code == stem[:5].upper()} == {True, False}


def test_every_collection_is_that_of_a_check() -> None:
    assert {file.stem for file in SENTENCES.glob("*.txt")} <= set(CODES)
