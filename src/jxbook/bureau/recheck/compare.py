"""Self-evaluation and re-check side by side: what differs in actual values, scores, grade and text."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from jxbook.assess import Assessed, assess
from jxbook.bureau.recheck.columns import ACTUAL, COLUMNS, EXECUTION, NAME, OWN_SCORE, PAPER, SCORE
from jxbook.dataclass import dataclass
from jxbook.foreign import read_foreign
from jxbook.form import Entry
from jxbook.refusals.bureau import not_reviewed
from jxbook.scoring import grade
from jxbook.values import fold, plain
from jxbook.workbook.grid import Sheet


@dataclass(frozen=True, slots=True)
class Checked:
    """A row of a form as one of the two sides has it."""

    actual: str
    score: Decimal | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """A row on which the two sides differ."""

    name: str
    own: Checked
    reviewed: Checked


@dataclass(frozen=True, slots=True)
class RecheckResult:
    """What a re-check came to: the totals and grades of both sides, and the rows on which they differ."""

    project: str
    own_total: Decimal | None
    own_grade: str
    total: Decimal | None
    grade: str
    rows: tuple[Compared, ...]
    texts: tuple[str, ...]

    @property
    def paragraph(self) -> str:
        """The result as it goes into a letter."""
        own, new = self.own_total, self.total
        if own is None or new is None:
            return f"{self.project}：自评或复核没有得出总分，有{len(self.rows)}项不同。"
        gap = new - own
        said = "与自评一致" if not gap else f"{'核减' if gap < 0 else '核增'}{plain(abs(gap))}分"
        parts = [
            f"“{one.name}”自评得{plain(one.own.score)}分，复核得{plain(one.reviewed.score)}分{_because(one)}"
            for one in self.rows
            if one.own.score is not None
            and one.reviewed.score is not None
            and one.own.score != one.reviewed.score
        ]
        detail = f"其中：{'；'.join(parts)}。" if parts else ""
        return (
            f"经抽查复核，{self.project}自评得分{plain(own)}分、等级“{self.own_grade or '未评'}”，复核得分{plain(new)}分、"
            f"等级“{self.grade or '未评'}”，{said}。{detail}"
        )


def _because(one: Compared) -> str:
    if one.reviewed.text:
        return f"，{one.reviewed.text.rstrip('。')}"
    changed = one.reviewed.actual and one.reviewed.actual != one.own.actual
    return f"，完成值由“{one.own.actual}”核定为“{one.reviewed.actual}”" if changed else ""


def compare(own: Path, reviewed: Path) -> RecheckResult:
    """A form against its filled workpaper, or against the form as a reviewer scored it again.

    Raises Refusal as `assess` does, and JX994 for a workpaper in which nothing is filled in.
    """
    mine = assess(own)
    foreign = read_foreign(reviewed)
    sheet = next((one for one in foreign.grid.sheets if one.name == PAPER), None)
    if sheet is None:
        return _of_forms(mine, assess(reviewed))
    return _of_paper(mine, sheet, reviewed.name)


def _of_forms(mine: Assessed, theirs: Assessed) -> RecheckResult:
    own, other = _checked(mine), _checked(theirs)
    texts = [
        label
        for label, first, second in (
            ("年度总体目标", mine.form.goal.expected, theirs.form.goal.expected),
            ("实际完成情况", mine.form.goal.achieved, theirs.form.goal.achieved),
        )
        if fold(first.text) != fold(second.text)
    ]
    texts += [
        f"“{name}”的偏差原因"
        for name in own
        if name in other and fold(own[name].text) != fold(other[name].text)
    ]
    rows = [
        Compared(name, one, other.get(name, Checked("（没有这一行）", None)))
        for name, one in own.items()
        if name not in other or (one.score, fold(one.actual)) != (other[name].score, fold(other[name].actual))
    ]
    rows += [
        Compared(name, Checked("（没有这一行）", None), one) for name, one in other.items() if name not in own
    ]
    first, second = mine.scoring, theirs.scoring
    bare = tuple(
        Compared(one.name, one.own, Checked(one.reviewed.actual, one.reviewed.score)) for one in rows
    )
    return RecheckResult(
        mine.form.project.name.text,
        first.total,
        first.grade or "",
        second.total,
        second.grade or "",
        bare,
        tuple(texts),
    )


def _checked(one: Assessed) -> dict[str, Checked]:
    found = {
        row.indicator.title: Checked(row.indicator.actual.text, row.score.earned, row.indicator.reason.text)
        for row in one.scoring.indicators
    }
    execution = one.scoring.execution
    if execution.points:
        found[EXECUTION] = Checked(one.form.funding.total.spent.text, execution.earned)
    found |= {other.name.text: Checked("", other.earned.number) for other in one.form.other_scores}
    return found


def _of_paper(mine: Assessed, sheet: Sheet, name: str) -> RecheckResult:
    """A row that the reviewer left empty stands as the unit has it."""
    rows = list(_lines(sheet))
    if not any(line[SCORE].text for line in rows):
        raise not_reviewed(name)
    own_total = new_total = Decimal(0)
    found = []
    for line in rows:
        own, new = line[OWN_SCORE].number, line[SCORE].number
        own_total += own or 0
        new_total += (own or 0) if new is None else new
        actual = line[ACTUAL].text
        own_actual = line[ACTUAL - 2].text
        if (new is not None and new != own) or (actual and fold(actual) != fold(own_actual)):
            reviewed = Checked(actual or own_actual, own if new is None else new, line[len(COLUMNS) - 1].text)
            found.append(Compared(line[NAME].text, Checked(own_actual, own), reviewed))
    policy = mine.policy
    return RecheckResult(
        mine.form.project.name.text,
        own_total,
        grade(own_total, policy) or "",
        new_total,
        grade(new_total, policy) or "",
        tuple(found),
        (),
    )


def _lines(sheet: Sheet) -> Iterator[list[Entry]]:
    """The rows between the headings and the total, each by the columns of the workpaper."""
    head = next(
        (
            row
            for (row, column), cell in sorted(sheet.cells.items())
            if column == 1 and cell.value == COLUMNS[0]
        ),
        None,
    )
    if head is None:
        return
    for row in range(head + 1, max(row for row, _ in sheet.cells) + 1):
        cells = [sheet.cells.get((row, at + 1)) for at in range(len(COLUMNS))]
        line = [Entry() if one is None else Entry(one.value, None, one.number_format) for one in cells]
        if line[0].text == "合计":
            return
        if line[NAME].text:
            yield line
