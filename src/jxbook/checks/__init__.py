"""Form × Policy × Scoring → findings. A check is one file; where it stands says what it looks at.

`row/`: one indicator row, in a form or in the cell function JX_CHECK. `form/`: the whole form. `text/`: running text,
the text cells of a form or a report. `paper/`: a whole report. `across/`: a form against its approved targets.
`many/`: many forms against each other.
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.registry import (
    RulePage,
    form_checks,
    many_checks,
    paper_checks,
    row_checks,
    rule_of,
    rules,
    text_checks,
)
from jxbook.finding import Finding, Severity

BLANK = "JX100"
_OF_A_BLANK_ONE = (BLANK, "JX326")
"""What is said of a form that nobody has filled in: that, and that it would reckon by an older policy."""
_RANKS = tuple(Severity)

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.checks.case import Case
    from jxbook.checks.indicator_row import Row
    from jxbook.checks.submission import Joint, Many
    from jxbook.form import Form
    from jxbook.policy import Policy
    from jxbook.prose import ReadParagraph
    from jxbook.prose.tables import PrintedTable
    from jxbook.scoring import Scoring

__all__ = [
    "RulePage",
    "check",
    "check_many",
    "check_paper",
    "check_row",
    "rule_of",
    "rules",
]


def check(form: Form, policy: Policy, scoring: Scoring, around: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """Everything that is found in a form: errors first, then what a reviewer would ask; among them first what concerns
    all of it, then cell by cell, its own sheet first. Of a form in which nothing is filled in, that alone.

    `around`: the lines of the document in whose table it stands; what a report says need not stand in its form."""
    from jxbook.checks.case import Case
    from jxbook.checks.crowds import without_crowds
    from jxbook.checks.reading import of_form
    from jxbook.checks.switches import switched

    case = Case(form, policy, scoring, around)
    if case.blank:
        said = [one for one in form_checks() if one.rule.code in _OF_A_BLANK_ONE]
        return tuple(flaw.finding(one.rule.code, form.sheet) for one in said for flaw in one.look(case))
    found = [
        flaw.finding(one.rule.code, form.sheet)
        for one in row_checks()
        for row in case.rows
        for flaw in one.look(row)
    ]
    found += [flaw.finding(one.rule.code, form.sheet) for one in form_checks() for flaw in one.look(case)]
    texts = of_form(case)
    found += [
        flaw.finding(one.rule.code, form.sheet)
        for one in text_checks()
        for flaw in without_crowds(one.look(texts))
    ]
    return tuple(sorted(switched(found, policy), key=lambda finding: _order(finding, form.sheet)))


def check_many(case: Many) -> Iterator[tuple[RulePage, Joint]]:
    """What is found across many forms, by code."""
    for one in many_checks():
        yield from ((one.rule, joint) for joint in one.look(case))


def check_row(row: Row) -> tuple[Finding, ...]:
    """What is found in one row, by code; nothing in a row whose 年度指标值 is 无."""
    from jxbook.scoring import State

    if row.score.state is State.NOT_APPLICABLE:
        return ()
    return tuple(flaw.finding(one.rule.code) for one in row_checks() for flaw in one.look(row))


def check_paper(
    paragraphs: tuple[ReadParagraph, ...],
    policy: Policy,
    case: Case | None = None,
    tables: tuple[PrintedTable, ...] = (),
) -> tuple[Finding, ...]:
    """What is found in a report, in the order of its text, that of its `tables` first; `case` is the form that belongs
    to it."""
    from jxbook.checks.crowds import without_crowds
    from jxbook.checks.reading import of_paper
    from jxbook.checks.switches import switched

    reading = of_paper(paragraphs, policy, case, tables)
    checks = text_checks() if reading.regulation else (*text_checks(), *paper_checks())
    found = [flaw.finding(one.rule.code) for one in checks for flaw in without_crowds(one.look(reading))]
    return tuple(sorted(switched(found, policy), key=_order_in_paper))


def _order(finding: Finding, first_sheet: str) -> tuple[int, bool, bool, str, int, int, str]:
    cell, rank = finding.cell, _RANKS.index(finding.severity)
    if cell is None:
        return rank, False, False, "", 0, 0, finding.code
    return rank, True, cell.sheet != first_sheet, cell.sheet, cell.row, cell.column, finding.code


def _order_in_paper(finding: Finding) -> tuple[int, int, str]:
    spot = finding.spot
    return (0, 0, finding.code) if spot is None else (spot.paragraph, spot.start, finding.code)
