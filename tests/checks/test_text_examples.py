"""The checks of running text: a collection of sentences for each; what their pages promise is held by test_pages_promise.

A line of `sentences/` is "+ words", where the check must speak, or "- words", where it must be silent; paragraphs stand
between ｜, 【表】 is a table. `true_sentences.txt` holds what no check at all may speak of. The words are made up in the language of official papers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jxbook.checks
from jxbook.checks import check_paper
from jxbook.policy import load_policy
from jxbook.prose import Line, read_paper

HOME = Path(jxbook.checks.__file__).parent
CODES = sorted(file.stem for scope in ("text", "paper") for file in (HOME / scope).glob("jx*.py"))
SENTENCES = Path(__file__).parent / "sentences"


def of_collections() -> Iterator[tuple[str, bool, str]]:
    for file in sorted(SENTENCES.glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            if line[:2] in ("+ ", "- "):
                yield file.stem[:5].upper(), line[0] == "+", line[2:]


@pytest.mark.parametrize(("code", "speaks", "text"), [*of_collections()], ids=lambda one: str(one)[:24])
def test_a_check_speaks_where_it_must_and_is_silent_where_it_must(
    in_text: Callable[[str, str], list[str]], code: str, speaks: bool, text: str
) -> None:
    assert bool(in_text(code, text)) is speaks


TRUE = (Path(__file__).parent / "true_sentences.txt").read_text("utf-8").splitlines()
_OF_AN_EXCERPT = frozenset({"JX616"})
"""What is said of any excerpt that names a total: that its table is missing."""


@pytest.mark.parametrize("text", TRUE, ids=lambda one: one[:24])
def test_no_check_speaks_where_all_is_true(text: str) -> None:
    """Sums, rates, counts and words that are right, in the language of official papers."""
    found = check_paper(read_paper(Line(one) for one in text.split("｜")), load_policy("mof-2020-10"))
    assert [(one.code, one.what) for one in found if one.code not in _OF_AN_EXCERPT] == []


def test_every_collection_is_that_of_a_check() -> None:
    assert {file.stem for file in SENTENCES.glob("*.txt")} <= set(CODES)


WORDS = [
    *"一二三四五、，。；：（）《》“”〔〕%．.\n\t 是第其中共增由到每占",
    "2024年",
    "12月",
    "万元",
    "100",
    "3.5",
    "人次",
    "执行率",
    "项目项目",
    "①",
    "合计",
    "总体目标",
    "\u200b",
    "𠮷",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map("".join))
def test_no_text_raises(text: str) -> None:
    policy = load_policy("mof-2020-10")
    for one in check_paper(read_paper(Line(line) for line in text.split("\n")), policy):
        if one.spot is not None:
            line = [line for line in text.split("\n") if line.strip()][one.spot.paragraph - 1]
            assert line[one.spot.start : one.spot.end] == one.spot.quote
