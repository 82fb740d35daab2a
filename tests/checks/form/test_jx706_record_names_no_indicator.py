"""JX706 对应的三级指标在自评表中找不到"""

from __future__ import annotations

from collections.abc import Callable

PAPERS = """
    佐证材料1 | 序号 | 材料名称 | 类型 | 对应三级指标 | 是否具备 | 文件位置
    佐证材料2 | 1 | 签到表 | 原始凭证 | {} | {} |
"""


def test_a_paper_for_an_unknown_indicator_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX706", PAPERS.format("参加活动人数", "有")) == ["佐证材料!D2"]


def test_known_ones_all_and_none_are_fine(find: Callable[..., list[str]]) -> None:
    for named in ("参加活动人次", "参加活动人次、居民满意度", "全部指标", "预算执行率", "无", ""):
        assert find("JX706", PAPERS.format(named, "有")) == []


def test_a_score_for_an_unknown_indicator_is_found(find: Callable[..., list[str]]) -> None:
    table = """
        评委评分1 | 序号 | 三级指标 | 分值 | 评委1
        评委评分2 | 1 | 举办活动场次 | 15 | 14
        评委评分3 | 2 | 举办活动次数 | 15 | 14
    """
    assert find("JX706", table) == ["评委评分!B3"]


def test_key_points_of_an_unknown_indicator_are_found_once(find: Callable[..., list[str]]) -> None:
    table = """
        评价要点1 | 序号 | 三级指标 | 评价要点 | 符合情况
        评价要点2 | 1 | 立项依据充分性 | 符合规划 | {0}
        评价要点3 | 2 | 立项依据充分性 | 符合职责 | {0}
    """
    assert find("JX706", table.format("符合")) == ["评价要点!B2"]
    assert find("JX706", table.format("")) == [], "an untouched sheet"
