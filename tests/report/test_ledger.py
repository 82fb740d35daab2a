"""The deduction ledger: the cause in full, the measure as written, and no cell that swallows one of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from forms import facts, model_facts, row, small_form
from jxbook.document.blocks import Table
from jxbook.form import Indicator
from jxbook.report.tables.ledger import loss_table

Drawn = Callable[[Table | None], list[str]]
_LATE = "消防验收排队，汛期停工20天，门窗厂家10月才供货，配电柜两次退换，场地移交比计划推迟25天，工人返乡"


@pytest.fixture
def cells(drawn: Drawn) -> Callable[[Indicator], tuple[str, str]]:
    """Cause and measure of a single row that lost points."""

    def of(one: Indicator) -> tuple[str, str]:
        cause, measure = drawn(loss_table(facts(small_form(one))))[1].split(" | ")[4:]
        return cause, measure

    return of


@pytest.mark.parametrize(
    ("reason", "cause", "measure"),
    [
        ("土质松软，2处塌方，计划2025年3月完工", "土质松软，2处塌方", "计划2025年3月完工"),
        ("应消防要求增设喷淋，已按程序变更", "应消防要求增设喷淋", "已按程序变更，后续见有关建议"),
        ("证书过期", "证书过期", "建议建立证书到期台账，到期前安排培训和换证，见有关建议"),
        ("土质松软", "土质松软", "见有关建议"),
        ("进度较慢", "见正文", "见有关建议"),
        # what no cell takes is cut between clauses, and a long measure says until when
        (_LATE, "消防验收排队，汛期停工20天，门窗厂家10月才供货，配电柜两次退换", "建议开工前办理消防设计审查，提前安排消防验收，见有关建议"),
        ("土质松软，已与村委会和施工单位逐户逐段核对剩余工程量并签订补充协议，增加两个作业班组，2025年6月底前全部完工", "土质松软",
         "2025年6月底前全部完工，见有关建议"),
    ],
)  # fmt: skip
def test_cause_and_measure_stand_as_staff_wrote_them(
    cells: Callable[[Indicator], tuple[str, str]], reason: str, cause: str, measure: str
) -> None:
    assert cells(row("修路里程", "≥10公里", "8公里", reason)) == (cause, measure)


def test_money_left_is_told_by_task_and_no_cause_ends_in_and_so_on(drawn: Drawn) -> None:
    lines = drawn(loss_table(model_facts()))
    assert "未支出133万元，其中智慧养老信息平台62万元、社区养老服务站建设43.2万元" in lines[1]
    assert any("| 消防验收排队，叠加汛期停工20天 |" in one for one in lines)
    assert any("| 运营补贴办法已印发，星级评定细则未印发 |" in one for one in lines)
    assert not any("等 |" in one for one in lines)


def test_money_left_that_no_task_tells_says_why_where_staff_do(drawn: Drawn) -> None:
    of = facts(small_form(row("修路", "≥1公里", "1公里"), money=(100, 100, 95)))
    assert "| 未支出5万元 | 见有关建议" in drawn(loss_table(of))[1]
