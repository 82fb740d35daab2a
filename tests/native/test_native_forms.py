"""RunResult forms where no Python is: execution, total and grade are the core's too, or say that a person must look.

Every layout is among them: 指标性质 and 度量单位 apart, several goals, 评价要点, 评委评分, execution and satisfaction by steps.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from hosts import HOSTS, computed_all
from outcome import outcome

from full_form import indicator
from jxbook.assess import assess
from jxbook.form import Entry, Form, Goal
from jxbook.functions.calls import shown_execution, shown_score
from jxbook.making.filled import fill_workbook
from jxbook.policy import load_policy, policy_ids
from jxbook.samples import load_sample, sample_names
from jxbook.scoring import UNFINISHED
from jxbook.workbook.grid import CellValue

pytestmark = pytest.mark.long
SPENT = "880", "900", "920", "600", "1400", "0", ""
"""万元 of 900: most, all, more than all, two thirds, far too much, nothing, not filled in."""
BY_STEPS = "mof-2021-101"
"""Its execution is scored by steps, and its satisfaction."""
EVALUATION = "mof-2020-10-evaluation"
BY_KEY_POINTS = (
    indicator("决策", "项目立项", "立项依据充分性", "", "", 10),
    indicator("过程", "资金管理", "资金使用合规性", "", "", 5),
)
"""Their 评价要点 are listed in the full form; the first one has reviewers, too."""


def forms(full_form: Form) -> Iterator[tuple[str, Form]]:
    """Policy and form: a form with everything in it, spent in all ways, and the samples."""
    for policy in policy_ids():
        several = load_policy(policy).number("layout.goals") > 1
        for spent in SPENT if policy in (BY_STEPS, "beijing-2020-2146") else SPENT[:1]:
            entry = Entry(Decimal(spent) if spent else None)
            total = replace(full_form.funding.total, budget=Entry(Decimal(900)), spent=entry)
            form = replace(
                full_form, policy_id=policy, funding=replace(full_form.funding, total=total, parts=())
            )
            yield policy, in_goals(form) if several else form
    listed = replace(full_form, indicators=(*full_form.indicators, *BY_KEY_POINTS))
    for records in (listed.records, replace(listed.records, reviews=())):
        yield EVALUATION, replace(listed, policy_id=EVALUATION, records=records)
    for name in sample_names():
        yield load_sample(name).policy, load_sample(name).form


def in_goals(form: Form) -> Form:
    """The form with its indicators under two goals."""
    rows = tuple(replace(one, goal=number % 2) for number, one in enumerate(form.indicators))
    return replace(form, indicators=rows, more_goals=(Goal(Entry("二"), Entry("二")),))


@pytest.mark.parametrize("host", HOSTS)
def test_a_whole_form_shows_what_the_core_gives_it(host: str, full_form: Form, tmp_path: Path) -> None:
    books = []
    for number, (policy, form) in enumerate(forms(full_form)):
        book = tmp_path / f"{number:02}-{policy}.xlsx"
        book.write_bytes(fill_workbook(form, load_policy(policy)).data)
        books.append(book)
    wrong, same = [], 0
    for book, shown in zip(books, computed_all(host, books, tmp_path / "computed"), strict=True):
        found = [*compared(book, shown)]
        wrong += [(book.name, *one) for one in found if one[1] == "WRONG"]
        same += sum(kind == "same" for _, kind, *_ in found)
    assert wrong == []
    assert same > 5 * len(books)


def compared(
    book: Path, shown: Mapping[tuple[int, int], CellValue]
) -> Iterator[tuple[str, str, object, object]]:
    """What is compared, how it came out, what the spreadsheet shows and what the core says."""
    assessed = assess(book)
    form, scoring, execution = assessed.form, assessed.scoring, assessed.scoring.execution

    def cell(entry: Entry) -> object:
        assert entry.cell is not None
        value = shown.get((entry.cell.row, entry.cell.column))
        return "" if value is None else value

    sure = True
    answers = [(row.indicator.earned, row.score.exact, shown_score(row.score)) for row in scoring.indicators]
    answers.append((form.funding.earned, execution.exact, shown_execution(execution)))
    for entry, exact, instead in answers:
        if entry.cell is None or scoring.policy.word("scoring.source") != "computed":
            continue
        core = instead if exact is None else float(exact)
        kind = outcome(cell(entry), core)
        sure = sure and kind != "unsure"
        yield entry.cell.address, kind, cell(entry), core
    if form.funding.rate.cell:
        rate = "" if execution.rate is None else float(execution.rate)
        yield "执行率", outcome(cell(form.funding.rate), rate), cell(form.funding.rate), rate
    if form.total.cell and form.grade.cell:
        total = UNFINISHED if scoring.total is None or not sure else float(scoring.total)
        yield "总分", outcome(cell(form.total), total), cell(form.total), total
        grade = scoring.grade or "" if sure else ""
        yield "等级", outcome(cell(form.grade), grade), cell(form.grade), grade
