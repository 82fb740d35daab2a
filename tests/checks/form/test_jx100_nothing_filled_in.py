"""JX100 自评表还没有填写"""

from __future__ import annotations

from pathlib import Path

import pytest

from jxbook.assess import assess
from jxbook.policy import policy_ids
from jxbook.templates import template_path
from jxbook.workbook.grid import Change
from jxbook.workbook.patch import write_changes


@pytest.mark.parametrize("policy", policy_ids())
def test_a_blank_form_is_told_in_one_line(policy: str) -> None:
    assert [one.code for one in assess(template_path(policy)).findings] == ["JX100"]


def test_with_one_entry_it_is_looked_at_cell_by_cell(tmp_path: Path) -> None:
    path = tmp_path / "自评表.xlsx"
    path.write_bytes(template_path("mof-2020-10").read_bytes())
    name = assess(path).form.project.name.cell
    assert name is not None
    write_changes(path, [Change(name, "道路养护项目")])
    codes = [one.code for one in assess(path).findings]
    assert len(codes) > 5
    assert "JX100" not in codes
