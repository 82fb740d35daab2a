"""JX325 自评结果较差，没有说明原因和措施"""

from __future__ import annotations

from collections.abc import Callable

POOR = """
    13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 4场 | 15 | 3 | {0}
    14 | | | 质量指标 | 活动验收合格率 | =100% | 20% | 15 | 3 | {0}
    17 | | 效益指标 | 社会效益指标 | 参加活动人次 | ≥200人次 | 20人次 | 20 | 2 | {0}
    20 | 总分 | | | | | | 100 | 58 | 差
"""
TOLD = "场地因消防整改停用六个月，16场活动未办，下年租用备用场地，3月底前补办"


def test_a_poor_result_without_a_word_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX325", POOR.format("无")) == ["H20"]


def test_one_with_reasons_and_measures_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX325", POOR.format(TOLD)) == []


def test_a_good_result_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX325") == []
