"""项目清单: the projects that are to hand in a form, so that what is late or missing can be named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from jxbook.checks.submission import Expected, Submission
from jxbook.dataclass import dataclass
from jxbook.form import Entry, amount, in_wan
from jxbook.package.file import read_bounded
from jxbook.refusals.bureau import no_roster
from jxbook.values import fold, shown

if TYPE_CHECKING:
    from jxbook.workbook.grid import Sheet

HEADINGS = {
    "project": ("项目名称", "项目"),
    "code": ("项目编码", "项目代码", "编码"),
    "supervisor": ("主管部门", "部门", "部门名称"),
    "implementer": ("实施单位", "单位", "单位名称", "项目单位"),
    "initial": ("年初预算数", "预算数", "预算金额", "批复预算数", "预算"),
    "due": ("报送期限", "截止日期", "期限"),
    "received": ("报送日期", "收到日期", "实际报送日期"),
}
"""What a column of the list is for → how its heading may read; the first one is ours."""
_ROWS = 30
_UNITS = ("万元", "亿元", "元")


@dataclass(frozen=True, slots=True)
class Roster:
    """The list: its lines in their order."""

    lines: tuple[Expected, ...]

    def paired(self, forms: Iterable[Submission]) -> tuple[tuple[Submission, Expected], ...]:
        """Each form that stands on the list with its line."""
        found = self._by_form(tuple(forms))
        return tuple((form, line) for line, form in found if form is not None)

    def missing(self, forms: Iterable[Submission]) -> tuple[Expected, ...]:
        """The lines for which no form came, and which name no day on which one did."""
        return tuple(one for one in self._without(forms) if not one.received)

    def unseen(self, forms: Iterable[Submission]) -> tuple[Expected, ...]:
        """The lines that say that their form came, where none was read."""
        return tuple(one for one in self._without(forms) if one.received)

    def _without(self, forms: Iterable[Submission]) -> Iterator[Expected]:
        return (line for line, form in self._by_form(tuple(forms)) if form is None)

    @property
    def late(self) -> tuple[Expected, ...]:
        """The lines that say that their form came after its date."""
        return tuple(one for one in self.lines if one.due and one.received and one.received > one.due)

    def _by_form(self, forms: tuple[Submission, ...]) -> Iterator[tuple[Expected, Submission | None]]:
        """Each line with its form: by code, else by name and unit, else by a name that only one of both has;
        of several years the last."""
        forms = tuple(sorted(forms, key=lambda one: -(one.year or 0)))
        codes: dict[str, Submission] = {}
        for one in forms:
            if one.code:
                codes.setdefault(fold(one.code), one)
        named: dict[str, list[Submission]] = {}
        for one in forms:
            named.setdefault(fold(one.project), []).append(one)
        lines: dict[str, int] = {}
        for line in self.lines:
            lines[fold(line.project)] = lines.get(fold(line.project), 0) + 1
        for line in self.lines:
            form = codes.get(fold(line.code)) if line.code else None
            if form is None:
                same = named.get(fold(line.project), [])
                own = [
                    one
                    for one in same
                    if not line.implementer or fold(one.implementer) == fold(line.implementer)
                ]
                alone = len(same) == 1 and lines[fold(line.project)] == 1
                form = own[0] if own else same[0] if alone else None
            yield line, form


def read_roster(path: Path) -> Roster:
    """The list in a workbook, found by its headings. Raises Refusal as reading does, and JX989 where there is none."""
    from jxbook.workbook.opening import workbook_in  # most runs have no list
    from jxbook.workbook.reader import read_package

    grid = read_package(workbook_in(read_bounded(path), path.name))
    for sheet in grid.sheets:
        head = _head(sheet)
        if head is not None:
            lines = tuple(_lines(sheet, *head))
            if lines:
                return Roster(lines)
    raise no_roster(path.name, HEADINGS["project"][0])


def _head(sheet: Sheet) -> tuple[int, dict[str, int], str] | None:
    """The row of the headings, field → column, and the unit of money."""
    rows: dict[int, dict[int, str]] = {}
    for (row, column), cell in sheet.cells.items():
        if row <= _ROWS and isinstance(cell.value, str):
            rows.setdefault(row, {})[column] = fold(cell.value)
    for row, texts in sorted(rows.items()):
        found = {
            field: column
            for field, names in HEADINGS.items()
            for column, text in sorted(texts.items())
            if text.partition("(")[0] in map(fold, names)
        }
        if "project" in found and len(found) > 1:
            money = texts.get(found.get("initial", 0), "")
            return row, found, next((unit for unit in _UNITS if unit in money), "万元")
    return None


def _lines(sheet: Sheet, head: int, columns: Mapping[str, int], unit: str) -> Iterator[Expected]:
    for row in sorted({row for row, _ in sheet.cells if row > head}):
        entries = {
            field: Entry(cell.value, None, cell.number_format)
            for field, column in columns.items()
            if (cell := sheet.cells.get((row, column))) is not None
        }
        texts = {field: " ".join(entry.text.split()) for field, entry in entries.items()}
        if not texts.get("project") or fold(texts["project"]) in ("合计", "总计", "小计"):
            continue
        money = amount(entries["initial"], unit) if "initial" in entries else None
        yield Expected(
            project=texts["project"],
            code=texts.get("code", ""),
            supervisor=texts.get("supervisor", ""),
            implementer=texts.get("implementer", ""),
            initial=None if money is None else float(in_wan(money, unit)),
            due=_day(entries.get("due")),
            received=_day(entries.get("received")),
        )


def _day(entry: Entry | None) -> str:
    """A date as an ISO text, "" where it is none."""
    if entry is None or entry.blank:
        return ""
    if isinstance(entry.raw, date):
        return entry.raw.isoformat()[:10]
    digits = "".join(one if one.isdigit() else " " for one in shown(entry.raw, entry.number_format)).split()
    try:
        return date(*map(int, digits[:3])).isoformat() if len(digits) >= 3 else ""
    except (ValueError, OverflowError):
        return ""
