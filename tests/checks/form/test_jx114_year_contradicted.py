"""JX114 评价年度与项目不符"""

from __future__ import annotations

from collections.abc import Callable

import pytest

Find = Callable[..., list[str]]
NAME = "3 | 项目名称 | {}"


@pytest.mark.parametrize(
    "wrong",
    [
        NAME.format("2025年社区文化活动项目"),
        "3 | 项目名称 | 社区文化活动项目 | 项目编码 | 11010525T000002958766",
        "3 | 项目名称 | 社区文化活动项目 | 项目开始时间 | 2025年1月",
        "3 | 项目名称 | 社区文化活动项目 | 项目完成时间 | 2023年12月",
        "素材2 | 项目概况 | 补充 | 2025年3月开展活动5场。\n素材3 | 项目产出情况 | 补充 | 2025年全年举办活动21场。",
    ],
)
def test_a_year_that_contradicts_the_form_is_found(find: Find, wrong: str) -> None:
    assert len(find("JX114", wrong)) == 1


@pytest.mark.parametrize(
    "honest",
    [
        "",
        NAME.format("2024年社区文化活动项目"),
        NAME.format("2023-2025年社区文化活动项目"),
        NAME.format("2023年社区文化活动项目"),  # JX501
        "3 | 项目名称 | 社区文化活动项目 | 项目编码 | 11010523T000002958766",
        "3 | 项目名称 | 社区文化活动项目 | 项目开始时间 | 2023年1月",
        "3 | 项目名称 | 社区文化活动项目 | 项目完成时间 | 2025年6月",
        "素材2 | 项目概况 | 补充 | 2024年举办活动21场，2025年计划举办25场，2025年将继续开展。",
        "素材2 | 项目概况 | 补充 | 2025年3月组织验收。\n素材3 | 有关建议 | 补充 | 下一步，2025年继续实施。",
    ],
)
def test_what_agrees_or_may_be_is_none(find: Find, honest: str) -> None:
    assert find("JX114", honest) == []
