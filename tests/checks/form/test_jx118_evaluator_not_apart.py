"""JX118 评价机构与实施单位相同"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from jxbook.checks import check
from jxbook.checks.case import Case
from jxbook.form import Entry
from jxbook.place import CellRef


@pytest.mark.parametrize(
    ("agency", "found"),
    [("花园街道办事处", True), ("市民政局", True), ("某会计师事务所", False), ("无", False)],
)
def test_the_one_who_evaluates_is_not_the_one_who_spends(case: Case, agency: str, found: bool) -> None:
    facts = {"第三方评价机构": Entry(agency, CellRef("基本信息", 9, 3))}
    form = replace(case.form, project=replace(case.form.project, facts=facts))
    said = [one for one in check(form, case.policy, case.scoring) if one.code == "JX118"]
    assert bool(said) is found


def test_without_an_agency_nothing_is_said(find: Callable[..., list[str]]) -> None:
    assert find("JX118") == []
