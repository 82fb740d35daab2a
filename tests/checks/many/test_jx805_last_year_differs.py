"""JX805 与上年的自评表不一致"""

from __future__ import annotations

import pytest
from submitted import found, line, submitted

from jxbook.checks.submission import Many


def years(said: str, was: str, **money: float) -> Many:
    now = submitted(
        "2025年社区活动", year=2025, code="25", lines=(line("参加人次", "300人次", last_year=said),), **money
    )
    before = submitted(
        "2024年社区活动", year=2024, code="24", budget=10.0, spent=8.0, lines=(line("参加人次", was),)
    )
    return Many((now,), earlier={(before.series, 2024): before})


@pytest.mark.parametrize("said", ["320人次", "30人次", "32.0人次"])
def test_another_value_than_last_years_is_found(said: str) -> None:
    assert found("JX805", years(said, "300人次")) == [["2025年社区活动.xlsx", "2024年社区活动.xlsx"]]


@pytest.mark.parametrize("said", ["300人次", "300", "≥300人次", ""])
def test_the_same_value_is_fine_with_or_without_its_unit(said: str) -> None:
    assert found("JX805", years(said, "300人次")) == []


def test_more_carried_over_than_was_left_is_found() -> None:
    assert len(found("JX805", years("", "", carried=2.5))) == 1
    assert found("JX805", years("", "", carried=2.0)) == []


def test_another_unit_with_the_same_project_is_another_project() -> None:
    now = submitted("社区活动", year=2025, implementer="甲街道", carried=9.0)
    before = submitted("社区活动", year=2024, implementer="乙街道", spent=10.0)
    assert found("JX805", Many((now,), earlier={(before.series, 2024): before})) == []
