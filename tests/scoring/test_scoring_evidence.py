"""What a paper of 佐证材料 supports, and whether it is there."""

from __future__ import annotations

import pytest

from jxbook.form import Entry
from jxbook.scoring.evidence import covers_all, is_missing, supports


@pytest.mark.parametrize(
    ("named", "name", "yes"),
    [
        ("参加活动人次", "参加活动人次", True),
        ("参加活动人次、居民满意度", "居民满意度", True),
        (" 居民 满意度 ", "居民满意度", True),
        ("参加活动人数", "参加活动人次", False),
        ("参加活动人次", "", False),
        ("", "居民满意度", False),
    ],
)
def test_a_paper_supports_the_indicators_that_it_names(named: str, name: str, yes: bool) -> None:
    assert supports(Entry(named or None), name) is yes


def test_a_paper_may_be_for_all_of_them() -> None:
    assert covers_all(Entry("全部指标"))
    assert not covers_all(Entry("参加活动人次"))


@pytest.mark.parametrize(
    ("said", "missing"),
    [("有", False), ("", False), ("无", True), ("否", True), ("缺", True), ("×", True), ("待 补 充", True)],
)
def test_a_paper_is_missing_only_if_it_is_said_to_be(said: str, missing: bool) -> None:
    assert is_missing(Entry(said or None)) is missing
