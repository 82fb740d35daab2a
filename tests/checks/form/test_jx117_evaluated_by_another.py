"""JX117 单位自评由第三方评分"""

from __future__ import annotations

import pytest
from examples import found_in


@pytest.mark.parametrize(
    ("example", "found"),
    [
        ("评价政策：beijing-third-party｜第三方评价机构：某会计师事务所｜第三方评价得分：86.53", True),
        ("评价政策：beijing-third-party｜第三方评价机构：无｜第三方评价得分：86.53", False),
        ("评价政策：mof-2020-10-evaluation｜第三方评价机构：某会计师事务所｜第三方评价得分：86.53", False),
    ],
)
def test_a_department_may_have_another_score_it(example: str, found: bool) -> None:
    assert ("JX117" in {one.code for one in found_in(example)}) is found
