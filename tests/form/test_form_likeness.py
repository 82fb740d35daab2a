"""Two headings are as alike as difflib says, which takes longer to load than a form to read."""

from __future__ import annotations

from difflib import SequenceMatcher, get_close_matches

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jxbook.form.likeness import likeness, nearest_of
from jxbook.form.table import BY_SPELLING

KNOWN = sorted(BY_SPELLING)
TEXTS = st.text("指标值完成年度实际得分甲", max_size=14)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_two_texts_are_as_alike_as_difflib_says(one: str, other: str) -> None:
    assert likeness(one, other) == SequenceMatcher(None, one, other).ratio()


@settings(deadline=None, max_examples=30)
@given(st.sampled_from(KNOWN), st.integers(0, 12), st.sampled_from(["", "的", "项目", "标"]))
def test_the_nearest_of_all_headings_is_the_one_that_difflib_finds(heading: str, at: int, put: str) -> None:
    text = heading[:at] + put + heading[at + 1 :]
    assert [nearest_of(text, KNOWN, 0.75)] == (get_close_matches(text, KNOWN, 1, 0.75) or [""])


@pytest.mark.parametrize(("known", "found"), [([], ""), (["分值"], ""), (["指标值"], "指标值")])
def test_what_is_not_alike_is_not_found(known: list[str], found: str) -> None:
    assert nearest_of("指标值", known, 0.75) == found
