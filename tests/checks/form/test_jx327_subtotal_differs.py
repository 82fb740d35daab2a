"""JX327 小计与各行不符"""

from __future__ import annotations

from collections.abc import Callable

OUTPUT = """
17 | | {} | | | | | {} | {} |
18 | | 效益指标   | 社会效益指标       | 参加活动人次   | ≥200人次     | 210人次      | 20 | 20 | 无
19 | |            | 可持续影响指标     | 志愿服务队伍   | 长期开展服务 | 达成年度指标 | 10 | 10 | 无
20 | | 满意度指标 | 服务对象满意度指标 | 居民满意度     | ≥90%         | 95%          | 10 | 10 | 无
21 | 总分 | | | | | | 100 | 100 | 优
"""


def test_a_subtotal_that_its_rows_do_not_make_is_found(find: Callable[..., list[str]]) -> None:
    assert find("JX327", OUTPUT.format("产出指标小计", 50, 48)) == ["H17"]
    assert find("JX327", OUTPUT.format("小计", 60.5, 50)) == ["G17"]


def test_a_subtotal_may_sum_up_in_whatever_way_fits(find: Callable[..., list[str]]) -> None:
    """Its own rows, these with the points for 执行率, all rows of the table, the rows below it as far as they go."""
    for points, earned in ((50, 50), (60, 60), (90, 90), (30, 30), (40, 40)):
        assert find("JX327", OUTPUT.format("小计", points, earned)) == []


def test_one_that_names_its_level_sums_up_that_alone(find: Callable[..., list[str]]) -> None:
    assert find("JX327", OUTPUT.format("小计", 30, 30)) == []
    assert find("JX327", OUTPUT.format("产出小计", 30, 30)) == ["G17"]


def test_what_is_rounded_or_not_filled_in_is_no_contradiction(find: Callable[..., list[str]]) -> None:
    row = "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 19场 | 15 | {} | 雨天停办一场，已补办"
    assert find("JX327", row.format(14.25) + OUTPUT.format("小计", 50, 49.3)) == []
    assert find("JX327", row.format(14.25) + OUTPUT.format("小计", 50, 49)) == ["H17"]
    assert find("JX327", row.format("") + OUTPUT.format("小计", 50, 49)) == []
    assert find("JX327", OUTPUT.format("小计", "", "")) == []
