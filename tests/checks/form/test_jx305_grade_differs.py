"""JX305 等级与分数不符"""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("grade", "found"), [("优", ["I20"]), ("优秀", ["I20"]), ("良", []), ("良好等级", [])]
)
def test_a_grade_above_the_score_is_found_however_it_is_called(
    find: Callable[..., list[str]], grade: str, found: list[str]
) -> None:
    table = f"""
        17 | | 效益指标 | 社会效益指标 | 参加活动人次 | ≥200人次 | 100人次 | 20 | 10 | 雨季停办5场，下年改在室内举办
        13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 18场 | 15 | 13.5 | 场地维修停办2场，下年提前落实场地
        20 | 总分 | | | | | | 100 | 88.5 | {grade}
    """
    assert find("JX305", table) == found
