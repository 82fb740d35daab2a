"""JX100 自评表还没有填写"""

from __future__ import annotations

from pathlib import Path

import pytest

from jxbook.assess import Source, assess, assess_all
from jxbook.foreign import ForeignKind
from jxbook.papers import read_data
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


def test_a_score_table_of_which_only_the_scores_are_filled_in_is_not_blank() -> None:
    """Such as stands behind many a report: no target, no actual, no money; what is missing is said of each."""
    table = "| 一级指标 | 二级指标 | 三级指标 | 得分 |\n|---|---|---|---|\n"
    for level1, level2, name, earned in (
        ("产出指标", "数量指标", "受益户数", 30),
        ("效益指标", "社会效益指标", "居住环境改善", 40),
        ("满意度指标", "服务对象满意度指标", "居民满意度", 30),
    ):
        table += f"| {level1} | {level2} | {name} | {earned} |\n"
    paper = read_data(f"2024年度评分表\n\n{table}".encode(), "报告.md")
    ((_, assessed),) = assess_all(Source(paper.grid, paper.name, texts=paper.texts, kind=ForeignKind.DOCX))
    codes = {one.code for one in assessed.findings}
    assert "JX100" not in codes
    assert "JX315" in codes
