"""A form whose total is 待完善 has a finding that says why, whatever stands in the cell that hinders it."""

from __future__ import annotations

from itertools import product

import pytest
from faultless import FAULTLESS, workbook

from jxbook.checks import check
from jxbook.policy import load_policy
from jxbook.recognition import recognise
from jxbook.scoring import Status, score

COLUMNS = {"年度指标值": 5, "实际完成值": 6, "分值": 7}
ODD = (
    "",
    "无",
    "—",
    "/",
    "#REF!",
    "已完成",
    "约",
    "9O%",
    "13月",
    "-3",
    "90%以上",
    "较好",
    "详见附件",
    "12/15",
    "？",
    "1:4",
    "≥",
    "95%%",
)
MONEY = ("", "无", "—", "#DIV/0!", "一百", "-5", "0", "10万元左右", "详见附件")


def told(number: str, column: int, text: str) -> tuple[bool, set[str]]:
    """Is the total missing, and what is found at the row of the cell?"""
    lines = []
    for line in FAULTLESS.strip().splitlines():
        cells = line.split("|")
        if cells[0].strip() == number:
            cells[column] = f" {text} "
        lines.append("|".join(cells))
    form, policy = recognise(workbook("\n".join(lines)), "自评表.xlsx"), load_policy("mof-2020-10")
    scoring = score(form, policy)
    found = check(form, policy, scoring)
    at_the_row = {one.code for one in found if one.cell is not None and one.cell.row == int(number)}
    return scoring.status is Status.INCOMPLETE, at_the_row


@pytest.mark.parametrize(("number", "column"), [*product(("13", "15", "16", "18", "19"), COLUMNS)])
def test_a_row_that_cannot_be_scored_is_told_of(number: str, column: str) -> None:
    for text in ODD:
        missing, codes = told(number, COLUMNS[column], text)
        assert codes or not missing, (number, column, text)


@pytest.mark.parametrize("column", [4, 5])
def test_an_execution_rate_that_cannot_be_scored_is_told_of(column: int) -> None:
    for text in MONEY:
        missing, codes = told("6", column, text)
        assert codes or not missing, (column, text)


@pytest.mark.parametrize(
    ("missing", "code"),
    [("全年执行数", "JX121"), ("年度资金总额", "JX121"), ("| 分值 | 得分 | 偏差原因", "JX120")],
)
def test_a_part_of_the_form_that_was_not_found_is_told_of(missing: str, code: str) -> None:
    left = FAULTLESS.replace(missing, missing.replace("分值", "甲").replace("全年执行数", "甲"))
    lines = [line for line in left.strip().splitlines() if missing != "年度资金总额" or missing not in line]
    form, policy = recognise(workbook("\n".join(lines)), "自评表.xlsx"), load_policy("mof-2020-10")
    scoring = score(form, policy)
    assert scoring.status is Status.INCOMPLETE
    assert code in {one.code for one in check(form, policy, scoring)}
