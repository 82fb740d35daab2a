"""JX419 新增项目有上年结转资金"""

from __future__ import annotations

from dataclasses import replace

import pytest

from forms import entry, row, small_form
from jxbook.checks import check
from jxbook.form import FundingRow
from jxbook.policy import load_policy
from jxbook.scoring import score


@pytest.mark.parametrize(
    ("kind", "carried", "found"),
    [
        ("新增项目", (80, 80, 80), True),
        ("新增项目", ("", 80, ""), True),
        ("延续项目", (80, 80, 80), False),
        ("新增项目", (0, 0, 0), False),
        ("新增项目", ("", "", ""), False),
        ("", (80, 80, 80), False),
    ],
)
def test_a_new_project_has_nothing_to_carry_over(
    kind: str, carried: tuple[object, object, object], found: bool
) -> None:
    parts = (FundingRow("上年结转资金", *map(entry, carried)),)
    form = small_form(row("修路里程", "≥10公里", "10公里"), parts=parts)
    form = replace(form, project=replace(form.project, facts={"项目类型": entry(kind)}))
    policy = load_policy(form.policy_id)
    said = [one for one in check(form, policy, score(form, policy)) if one.code == "JX419"]
    assert bool(said) is found
