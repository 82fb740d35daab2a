"""A quick look goes before a slow pattern; what the pattern would find must pass it, or a finding is lost without a word."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from importlib import import_module

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jxbook.checks.form import jx223_same_indicator_twice as jx223
from jxbook.checks.text import jx522_words_repeated as jx522
from jxbook.prose.slips import SLIPS
from jxbook.prose.spoken import SPOKEN
from jxbook.prose.wordlist import Listed, WordList

Look = Callable[[str], object]


def any_of(words: Sequence[str]) -> Look:
    return lambda text: any(word in text for word in words)


def by(module: str, *names: str) -> Look:
    """A pattern, words, characters or a function of a module as a quick look; several must all pass."""
    held = [getattr(import_module(f"jxbook.{module}"), name) for name in names]
    looks = [
        one.search
        if hasattr(one, "search")
        else any_of(tuple(one))
        if isinstance(one, tuple | frozenset)
        else one
        for one in held
    ]
    return lambda text: all(look(text) for look in looks)


def ends_as_it_may(text: str) -> bool:
    """Is nothing cut from a name, or has it one of the endings that may be?"""
    return not jx223._TAIL.search(text)[0] or text.endswith(jx223._ENDS)


TEXT, FORM = "checks.text.", "checks.form."
TOLD, DONE = f"{TEXT}jx502_text_contradicts_figures", f"{TEXT}jx519_conclusion_contradicts"
TWICE, NUMBER = f"{TEXT}jx522_words_repeated", f"{TEXT}jx524_document_number_brackets"
REASON, DATES = f"{TEXT}jx532_reason_contradicts_figures", f"{TEXT}jx517_dates_contradict"
YEAR, MONITORING = "recognition.year", "recognition.monitoring"
PERCENT = any_of("%％")
LOOKS = [
    (TOLD, "_RATE", PERCENT),
    (TOLD, "_SPENT", PERCENT),
    (TOLD, "_SPENT", by(TOLD, "_RATED")),
    (TOLD, "_TOTAL", by(TOLD, "_SCORED")),
    (DONE, "_ALL", by(DONE, "_CLAIMED")),
    (DONE, "_NONE_MISSED", by(DONE, "_MISSED_TITLE")),
    (TWICE, "_DOUBLED", by(TWICE, "_DOUBLES")),
    (TWICE, "_ITEMS", by(TWICE, "_may_repeat")),
    (TWICE, "_TWICE", lambda text: [*jx522._repeats(text)]),
    (NUMBER, "_NUMBER", by(NUMBER, "_SQUARE_YEAR")),
    (NUMBER, "_ROUND", by(NUMBER, "_ROUND_YEAR")),
    (NUMBER, "_ORDER", any_of(("〕第", "﹞第"))),
    (REASON, "_DONE", PERCENT),
    (REASON, "_SPENT", PERCENT),
    (REASON, "_ABOVE", PERCENT),
    (REASON, "_MORE", by(REASON, "_COMPARES")),
    (REASON, "_DID", by(REASON, "_COMPARES")),
    (DATES, "_BEGINS", any_of(("时间", "日期"))),
    (DATES, "_ENDS", any_of(("时间", "日期"))),
    (f"{FORM}jx402_rate_differs", "_NAMES", any_of("率")),
    (f"{FORM}jx416_typed_rate_differs", "_RECEIVED", any_of("率")),
    (f"{FORM}jx416_typed_rate_differs", "_SAVED", any_of("率")),
    (f"{FORM}jx223_same_indicator_twice", "_TAIL", ends_as_it_may),
    ("prose.figures", "_DATE", any_of("年月-")),
    ("prose.figures", "_SPOKEN", by("prose.figures", "_ANY", "_BEGINS")),
    ("prose.figures", "NUMBER", by("prose.figures", "_ANY", "_BEGINS")),
    ("prose.figures", "_BEFORE", lambda text: by("prose.figures", "_LEADING")(text.rstrip()[-1])),
    ("prose.figures", "_BOUND", lambda text: by("prose.figures", "_LEADING")(text.rstrip()[-1])),
    (
        "prose.sums.together",
        "_WHOLE_FIRST",
        lambda text: by("prose.sums.together", "_ADDS")(f"{text.rstrip()}5"),
    ),
    ("prose.lists", "_ANNOUNCED", by("prose.lists", "_LEADS")),
    ("values.change", "_WORD", by("values.change", "_BEGINS")),
    ("values.moments", "_YEAR", any_of("年季")),
    ("values.moments", "_PART", any_of("年季")),
    (YEAR, "_TITLE", by(YEAR, "may_name_year")),
    (YEAR, "_WHOLE_YEAR", any_of("月")),
    (MONITORING, "_PART_OF_YEAR", by(MONITORING, "_is_of_part")),
    (MONITORING, "_MONITORS", by(MONITORING, "_foretells")),
    ("facts.admitted", "_LATER_MONEY", any_of(("列支",))),
]


@pytest.mark.long
@pytest.mark.parametrize(("module", "name", "look"), LOOKS, ids=[f"{one[0]}{one[1]}" for one in LOOKS])
def test_what_a_pattern_finds_passes_the_quick_look_before_it(module: str, name: str, look: Look) -> None:
    pattern = re.compile(getattr(import_module(f"jxbook.{module}"), name).pattern)

    @settings(max_examples=100, deadline=None, suppress_health_check=[*HealthCheck])
    @given(st.from_regex(pattern))
    def holds(text: str) -> None:
        assert look(text), text

    holds()


@pytest.mark.long
@pytest.mark.parametrize(
    ("listed", "entry"),
    [(each, one) for each in (SLIPS, SPOKEN) for one in each.entries],
    ids=lambda one: getattr(one, "right", ""),
)
def test_every_word_of_a_list_is_suspected(listed: WordList, entry: Listed) -> None:
    @settings(max_examples=20, deadline=None, suppress_health_check=[*HealthCheck])
    @given(st.from_regex(re.compile(entry.wrong.pattern)))
    def holds(text: str) -> None:
        assert entry in listed.suspected(text), text

    holds()
