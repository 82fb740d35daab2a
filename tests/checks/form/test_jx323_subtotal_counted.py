"""JX323 小计行计入了总分"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from door_cases import workbook
from jxbook.assess import assess
from jxbook.workbook.grid import Change
from jxbook.workbook.patch import write_changes


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("小计", True),
        ("产出指标小计", True),
        ("合计", True),
        ("产出小计", True),
        ("本项合计", True),
        ("分项小计：", True),
        ("小计算题", False),
        ("服务事项合计", False),
    ],
)
def test_a_row_of_sums_in_a_workbook_of_ours_is_an_error(tmp_path: Path, name: str, found: bool) -> None:
    path = workbook(tmp_path, "mof-2020-10", "mof-2020-10")
    row = assess(path).form.indicators[2]
    assert row.name.cell and row.points.cell
    write_changes(path, [Change(row.name.cell, name), Change(row.points.cell, Decimal(90))])
    cells = [one.cell for one in assess(path).findings if one.code == "JX323"]
    assert cells == ([row.name.cell] if found else [])
