"""A 目标申报表, the targets as they were approved: a form is made from it, and a filled one is held against it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import drawn

from jxbook.cli import main
from jxbook.recognition import open_form

APPROVED = """
项目支出绩效目标申报表 | < | < | < | < | < | < | < | <
（2022年度） | < | < | < | < | < | < | < | <
项目名称 | < | 修路项目 | < | < | 项目编码 | 110105 | < | <
主管部门 | < | 某局 | < | < | 实施单位 | 某中心 | < | <
计划开始日期 | < | 2022年1月 | < | < | 计划完成日期 | 2022年12月 | < | <
项目资金（万元） | < | 年度资金申请总额 | < | 10 | < | < | < | <
^ | < | 其中：当年财政拨款 | < | 10 | < | < | < | <
^ | < | 上年结转资金 | < | 0 | < | < | < | <
年度总体目标 | 修路1公里。 | < | < | < | < | < | < | <
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 权重 | 备注
^ | 产出指标 | 数量指标 | 修路里程 | ≥ | 1 | 公里 | 20 |
^ | ^ | 质量指标 | 验收合格率 | = | 100 | % | 10 |
^ | ^ | 时效指标 | 完成时间 | ≤ | 12月 |  | 10 |
^ | ^ | 成本指标 | 项目总成本 | ≤ | 20 | 万元 | 10 |
^ | 效益指标 | 社会效益指标 | 群众出行 | 定性 | 改善 |  | 30 |
^ | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥ | 80 | % | 10 | 问卷
"""


@pytest.fixture
def approved(tmp_path: Path) -> Path:
    rows = [[cell.strip() for cell in line.split("|")] for line in APPROVED.strip().splitlines()]
    return drawn.write_xlsx(tmp_path / "目标申报表.xlsx", rows)


def test_a_form_is_filled_from_it_without_a_word_left_over(
    approved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "自评表.xlsx"
    assert main(["import", str(approved), "-o", str(made)]) == 0
    assert "未认出0项，需要核对0项" in capsys.readouterr().out
    form = open_form(made)
    assert (form.year, form.project.name.text, form.goal.expected.text) == (2022, "修路项目", "修路1公里。")
    assert [part.initial_budget.text for part in (form.funding.total, form.funding.parts[0])] == ["10", "10"]
    rows = [
        (one.name.text, one.target.text, one.points.text, one.actual.text)
        for one in form.indicators
        if one.used
    ]
    assert rows == [
        ("修路里程", "≥1公里", "20", ""),
        ("验收合格率", "=100%", "10", ""),
        ("完成时间", "≤12月", "10", ""),
        ("项目总成本", "≤20万元", "10", ""),
        ("群众出行", "改善", "30", ""),
        ("群众满意度", "≥80%", "10", ""),
    ]
    assert [one.further["备注"].text for one in form.indicators if one.used][-1] == "问卷"


def test_a_form_is_held_against_it(
    approved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form = drawn.write("m08_cost", tmp_path)
    main(["check", str(form), "--approved", str(approved)])
    said = [line for line in capsys.readouterr().out.splitlines() if " JX810 " in line]
    assert [line.split("] ")[1] for line in said] == [
        "“项目总成本”的分值5，批复的是10",
        "“单位成本”不在批复的绩效指标中",
    ]
