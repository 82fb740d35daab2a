"""A faultless form, and `find`: where one check finds something when some of its rows are written differently."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from faultless import ANSWERED, FAULTLESS, SURVEY, printed_table, workbook

from jxbook.checks import check, check_paper
from jxbook.checks.case import Case
from jxbook.finding import Finding
from jxbook.policy import Policy, load_policy
from jxbook.prose import Line, read_paper
from jxbook.recognition import recognise
from jxbook.scoring import score
from jxbook.workbook.grid import Grid

FindAll = Callable[..., tuple[Finding, ...]]


@pytest.fixture(scope="session")
def grid_of() -> Callable[..., Grid]:
    """A workbook from tables alone, without the faultless form."""
    return workbook


@pytest.fixture(scope="session")
def find_all() -> FindAll:
    """Everything found in the faultless form with these rows in it; `changes` are made to the Form read."""

    def find_all(
        table: str = "", policy: str | Policy = "mof-2020-10", **changes: object
    ) -> tuple[Finding, ...]:
        form = replace(recognise(workbook(FAULTLESS, table), "自评表.xlsx"), **changes)  # type: ignore[arg-type]
        chosen = policy if isinstance(policy, Policy) else load_policy(policy)
        return check(form, chosen, score(form, chosen))

    return find_all


@pytest.fixture(scope="session")
def survey() -> Callable[..., str]:
    """survey(count="71"): 满意度问卷 whose counts and weights agree, with another entry in one of its places."""

    def survey(**entries: str) -> str:
        return SURVEY.format_map(ANSWERED | entries)

    return survey


@pytest.fixture(scope="session")
def find(find_all: FindAll) -> Callable[..., list[str]]:
    """The cells where one check finds something; "" is the form as a whole."""

    def find(code: str, table: str = "", **options: object) -> list[str]:
        cells = [finding.cell for finding in find_all(table, **options) if finding.code == code]
        return ["" if cell is None else str(cell).removeprefix("自评表!") for cell in cells]

    return find


@pytest.fixture(scope="session")
def case() -> Case:
    """The faultless form with its scoring."""
    policy = load_policy("mof-2020-10")
    form = recognise(workbook(FAULTLESS), "自评表.xlsx")
    return Case(form, policy, score(form, policy))


@pytest.fixture(scope="session")
def in_text(case: Case) -> Callable[[str, str], list[str]]:
    """The words that a check quotes in a report, "" where it quotes none: in one that belongs to the faultless form, in one
    of a 部门评价, and in one without a form.

    The report's paragraphs stand between ｜; 【表】 is a table, 【表：项目|预算；设备|10】 one with its cells.
    """
    department = load_policy("mof-2020-10-evaluation")

    def in_text(code: str, text: str) -> list[str]:
        pieces = text.split("｜")
        paper = read_paper(Line("", table=True) if one.startswith("【表") else Line(one) for one in pieces)
        tables = tuple(printed_table(one) for one in pieces if one.startswith("【表："))
        found = [
            *check_paper(paper, case.policy, case, tables),
            *check_paper(paper, case.policy, None, tables),
            *check_paper(paper, department, None, tables),
        ]
        return [one.spot.quote if one.spot else "" for one in found if one.code == code]

    return in_text
