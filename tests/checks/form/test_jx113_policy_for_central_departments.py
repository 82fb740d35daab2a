"""JX113 地方单位用了中央部门的指引"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from jxbook.finding import Finding, Severity
from jxbook.policy import load_policy
from jxbook.policy.draft import draft

Find = Callable[..., list[str]]


def offices(supervisor: str, implementer: str = "") -> str:
    return f"4 | 主管部门 | {supervisor} | 实施单位 | {implementer}"


@pytest.mark.parametrize(
    ("supervisor", "implementer", "cells"),
    [
        ("市民政局", "花园街道办事处", ["B4"]),
        ("670孙河", "北京市朝阳区孙河乡人民政府", ["D4"]),
        ("某省教育厅", "某县第一中学", ["B4"]),
        ("教育部", "某大学", []),
        ("国家税务总局", "国家税务总局某市税务局", []),
        ("中国科学院", "某市高新区某研究所", []),
        ("住房和城乡建设部", "城乡规划管理中心", []),
        ("某海关", "某海关缉私局", []),  # nothing tells
    ],
)
def test_a_local_office_is_told_that_the_guideline_is_for_central_departments(
    find: Find, supervisor: str, implementer: str, cells: list[str]
) -> None:
    assert find("JX113", offices(supervisor, implementer), policy="mof-2021-101") == cells


def test_it_is_told_who_may_try_it_out(find_all: Callable[..., tuple[Finding, ...]]) -> None:
    found = [one for one in find_all(policy="mof-2021-101") if one.code == "JX113"]
    assert [one.severity for one in found] == [Severity.WARNING]
    assert "中央部门" in found[0].what and "参考试行" in found[0].what


@pytest.mark.parametrize("policy", ["mof-2020-10", "beijing-2020-2146", "mof-2020-10-evaluation"])
def test_other_policies_are_for_local_offices_too(find: Find, policy: str) -> None:
    assert find("JX113", policy=policy) == []


def test_a_policy_of_ones_own_that_stands_on_it_is_fine(find: Find, tmp_path: Path) -> None:
    own = tmp_path / "our-city.toml"
    own.write_text(draft(load_policy("mof-2021-101"), "our-city"), "utf-8")
    assert find("JX113", policy=load_policy(own)) == []
