"""JX208 各指标的实际完成值写得一样"""

from __future__ import annotations

from collections.abc import Callable


def test_one_sentence_for_all_is_found(find: Callable[..., list[str]]) -> None:
    table = """
        13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 已完成100% | 15 | 15 | 无
        14 | | | 质量指标 | 活动验收合格率 | =100% | 已完成100% | 15 | 15 | 无
        15 | | | 时效指标 | 活动完成时间 | ≤12月 | 已完成100% | 10 | 10 | 无
        16 | | | 成本指标 | 每场活动成本 | ≤5000元 | 已完成100% | 10 | 10 | 无
        17 | | 效益指标 | 社会效益指标 | 参加活动人次 | ≥200人次 | 已完成100% | 20 | 20 | 无
        18 | | | 可持续影响指标 | 志愿服务队伍 | 长期开展服务 | 已完成100% | 10 | 10 | 无
        19 | | 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90% | 已完成100% | 10 | 10 | 无
    """
    assert find("JX208", table) == ["F13"]


def test_different_values_are_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX208") == []
