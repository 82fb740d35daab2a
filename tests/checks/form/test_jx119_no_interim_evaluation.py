"""JX119 实施期五年以上，没有提到中期评价"""

from __future__ import annotations

import pytest
from examples import found_in


@pytest.mark.parametrize(
    ("begun", "done", "found"),
    [
        ("2020年1月", "2024年12月", True),  # five years to the month
        ("2020年2月", "2024年12月", False),
        ("2020-01", "2025-03", True),
        ("2020年", "2024年12月", False),  # the month is not known
        ("空", "2024年12月", False),
    ],
)
def test_five_years_are_counted_by_months(begun: str, done: str, found: bool) -> None:
    said = {one.code for one in found_in(f"项目开始时间：{begun}｜项目完成时间：{done}")}
    assert ("JX119" in said) is found
