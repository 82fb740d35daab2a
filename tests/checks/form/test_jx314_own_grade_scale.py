"""JX314 等级用的是评价方自己的标准"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jxbook.finding import Finding, Severity
from jxbook.form import Entry, Project
from jxbook.place import CellRef

THIRD = "beijing-third-party"


def project(total: str, grade: str, scale: str = "") -> Project:
    facts = {
        "第三方评价得分": Entry(total),
        "第三方评价等级": Entry(grade, CellRef("基本信息", 12, 3)),
        "等级标准说明": Entry(scale or None),
    }
    return Project(Entry("某项目"), facts=facts)


@pytest.mark.parametrize(
    ("total", "grade", "found"),
    [
        ("86.53", "优", True),  # seed 001: the district's own scale
        ("86.53", "合格", True),
        ("86.53", "良", False),
        ("86.53", "良好", False),
        ("92", "优秀", False),
        ("92", "", False),
        ("很好", "优", False),
    ],
)
def test_a_grade_that_is_not_the_national_one_is_told(
    find: Callable[..., list[str]], total: str, grade: str, found: bool
) -> None:
    assert find("JX314", policy=THIRD, project=project(total, grade)) == (["基本信息!C12"] if found else [])


def test_it_is_a_hint_and_asks_for_the_scale(find_all: Callable[..., tuple[Finding, ...]]) -> None:
    def fix(scale: str) -> str:
        found = find_all(policy=THIRD, project=project("86.53", "优", scale))
        assert [one.severity for one in found if one.code == "JX314"] == [Severity.NOTE]
        assert not [one for one in found if one.code == "JX305"]
        return next(one.fix for one in found if one.code == "JX314")

    assert fix("") == "请在“基本信息”的等级标准说明中写明评价方的分数线"
    assert fix("85分以上为优").startswith("已写明等级标准")


def test_a_computed_grade_is_left_to_another_check(find: Callable[..., list[str]]) -> None:
    assert find("JX314", project=project("86.53", "优")) == []
