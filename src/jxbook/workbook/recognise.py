"""Grid → Form: find a form by its printed labels, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import Any

from jxbook.finding import Refusal
from jxbook.form import NO_ENTRY, Entry, Form, Funding, FundingRow, Goal, Indicator, Passage, Project
from jxbook.policy import DEFAULT_POLICY
from jxbook.values.fold import fold
from jxbook.workbook import labels as known
from jxbook.workbook.grid import Grid, Sheet
from jxbook.workbook.labels import label

_YEAR = re.compile(r"((?:19|20)\d{2})\s*年度?")
_TITLE_YEAR = re.compile(r"\(?(?:(?:19|20)\d{2})?年度?\)?\Z|\(?(?:19|20)\d{2}年度?\)?.*(?:自评表|绩效)")
_CODE = re.compile(r"(\d{8}[A-Z]\d{12})\s*[-—－ ]?\s*(?=\S)")
_UNIT = re.compile(r"(?:\(|单位:)(万元|元|亿元)(?:\)|\Z)")
_MOST_ROWS = 1000  # in a longer table blank rows are no indicators: the 总分 may stand in row 1 048 576
_GRADE = re.compile(r"(?:等级|评级)?[:：]?\s*(\S+)\Z")


def recognise(grid: Grid, place: str) -> Form:
    """The one form of a workbook; `place` is the file's name, for messages.

    Raises Refusal JX930 when no sheet holds a form, JX931 when more than one does.
    """
    pages = [_Page(sheet) for sheet in grid.sheets if not sheet.hidden]
    found = [(page, row, columns) for page in pages for row, columns in page.headers(known.INDICATOR_COLUMNS)]
    found = [one for one in found if one[2].keys() >= known.REQUIRED_COLUMNS]
    if not found:
        raise Refusal(
            "JX930",
            place,
            "没有找到项目支出绩效自评表",
            "任何工作表里都没有“一级指标、三级指标、年度指标值、实际完成值”这一行表头",
            "请确认选对了文件；表头文字如有改动，请改回原来的名称",
        )
    if len(found) > 1:
        where = "、".join(f"{page.sheet.name}第{row}行" for page, row, _ in found)
        raise Refusal(
            "JX931",
            place,
            "文件里有不止一张自评表",
            f"在{where}都找到了指标表头，无法判断以哪一张为准",
            "请每个文件只保留一张自评表，其余的另存为单独的文件",
        )
    page, header, columns = found[0]
    others = [one for one in pages if one is not page]
    return _read_form(page, header, columns, others, grid)


_place = itemgetter(0)


class _Page:
    """A sheet, looked up by rows and by labels."""

    __slots__ = ("_edges", "labels", "rows", "sheet")

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.rows: dict[int, list[int]] = {}
        self.labels: dict[int, dict[int, str]] = {}
        for (row, column), cell in sorted(sheet.cells.items(), key=_place):
            self.rows.setdefault(row, []).append(column)
            if text := label(cell.value):
                self.labels.setdefault(row, {})[column] = text
        self._edges = {(m.top, m.left): m for m in sheet.merges}

    def headers(self, fields: Mapping[str, str]) -> Iterator[tuple[int, dict[str, int]]]:
        """Rows that hold at least three of these labels, as field → column; the first of a field counts."""
        for row, texts in self.labels.items():
            columns: dict[str, int] = {}
            for column, text in texts.items():
                if text in fields:
                    columns.setdefault(fields[text], column)
            if len(columns) >= 3:
                yield row, columns

    def entry(self, row: int, column: int | None) -> Entry:
        """What stands at a place, blank or not."""
        if column is None:
            return NO_ENTRY
        cell = self.sheet.cells.get((row, column))
        if cell is None:
            return Entry(cell=self.sheet.ref(row, column))
        unknown = cell.formula is not None and cell.value is None
        return Entry(cell.value, self.sheet.ref(row, column), cell.number_format, unknown)

    def beside(self, row: int, column: int) -> Entry:
        """The place to the right of a label."""
        merge = self._edges.get((row, column))
        return self.entry(row, (merge.right if merge else column) + 1)

    def below(self, row: int, column: int) -> Entry:
        """The place under a label."""
        merge = self._edges.get((row, column))
        return self.entry((merge.bottom if merge else row) + 1, column)

    @property
    def last_row(self) -> int:
        return max(self.rows, default=0)


def _read_form(page: _Page, header: int, columns: dict[str, int], others: list[_Page], grid: Grid) -> Form:
    columns = _with_reason(page, header, columns)
    total_row = _total_row(page, header, columns)
    year_entry, policy_entry, facts = _read_facts(others)
    title_year = _title_year(page, header)
    year = _year(year_entry) or _year_in(title_year.text)
    head = _read_head(page, header)
    project = Project(
        head.get("name", NO_ENTRY),
        facts.pop("code", head.get("code", NO_ENTRY)),
        head.get("supervisor", NO_ENTRY),
        head.get("implementer", NO_ENTRY),
        {**{k: v for k, v in head.items() if k in known.FACT_LABELS}, **facts},
    )
    expected, achieved = _read_goal(page, header)
    places = tuple(passage for other in others for passage in _read_passages(other))
    return Form(
        page.sheet.name,
        year,
        policy_entry.text or DEFAULT_POLICY,
        _split_code(project),
        _read_funding(page, header),
        Goal(expected, achieved),
        tuple(_read_indicators(page, header, total_row, columns)),
        page.entry(total_row, columns.get("points")) if total_row else NO_ENTRY,
        page.entry(total_row, columns.get("earned")) if total_row else NO_ENTRY,
        _read_grade(page.entry(total_row, columns.get("reason"))) if total_row else NO_ENTRY,
        title_year,
        year_entry,
        policy_entry,
        tuple(one for one in places if not one.text.blank),
        places,
        grid.removed,
    )


def _with_reason(page: _Page, header: int, columns: dict[str, int]) -> dict[str, int]:
    """Offices word the last column in many ways; it is the one that speaks of reasons or measures."""
    texts = page.labels[header].items()
    spoken = [column for column, text in texts if "原因" in text or "改进措施" in text]
    return {"reason": spoken[0], **columns} if spoken else columns


def _total_row(page: _Page, header: int, columns: dict[str, int]) -> int | None:
    limit = columns["target"]
    for row in sorted(page.labels):
        if row > header and any(t in known.TOTAL_LABELS for c, t in page.labels[row].items() if c < limit):
            return row
    return None


def _read_head(page: _Page, header: int) -> dict[str, Entry]:
    """Field or fact label → entry, for the labels above the indicator table."""
    head: dict[str, Entry] = {}
    for row, texts in page.labels.items():
        if row >= header:
            continue
        for column, text in texts.items():
            if field := known.PROJECT_LABELS.get(text):
                head.setdefault(field, page.beside(row, column))
            elif text in known.FACT_LABELS:
                head.setdefault(text, page.beside(row, column))
    return head


def _split_code(project: Project) -> Project:
    """Take a project code that stands before the name ("11010524T000002958766-…") off the name."""
    match = _CODE.match(project.name.text)
    if not match or not project.code.blank:
        return project
    cell = project.name.cell
    name = Entry(project.name.text[match.end() :], cell)
    return Project(name, Entry(match[1], cell), project.supervisor, project.implementer, project.facts)


def _read_funding(page: _Page, header: int) -> Funding:
    for row, columns in page.headers(known.FUNDING_COLUMNS):
        if row < header and {"budget", "spent"} <= columns.keys():
            return _read_funding_rows(page, row, header, columns)
    return Funding(FundingRow("年度资金总额"))


def _read_funding_rows(page: _Page, top: int, header: int, columns: dict[str, int]) -> Funding:
    left = min(columns.values())
    unit = _money_unit(page, header)
    total = FundingRow("年度资金总额", unit=unit)
    total_row, parts = None, []
    for row in range(top + 1, header):
        texts = page.labels.get(row, {})
        name = next((text for column, text in reversed(texts.items()) if column < left), "")
        if set(texts.values()) & (known.GOAL_LABELS | known.GOAL_EXPECTED):
            break
        if not name or name == "项目资金":
            continue
        name = name.removeprefix("其中:")
        initial, budget, spent = (
            page.entry(row, columns.get(field)) for field in ("initial_budget", "budget", "spent")
        )
        read = FundingRow(name, initial, budget, spent, unit)
        if name in known.FUNDING_TOTAL and total_row is None:
            total, total_row = read, row
        else:
            parts.append(read)
    stated = {
        field: page.entry(total_row, columns.get(field)) if total_row else NO_ENTRY
        for field in ("points", "rate", "earned")
    }
    return Funding(total, tuple(parts), unit, stated["points"], stated["rate"], stated["earned"])


def _money_unit(page: _Page, header: int) -> str:
    for (row, _), cell in page.sheet.cells.items():
        if row < header and isinstance(cell.value, str) and (match := _UNIT.search(fold(cell.value))):
            return match[1]
    return "万元"


def _read_goal(page: _Page, header: int) -> tuple[Entry, Entry]:
    expected = achieved = NO_ENTRY
    for row, texts in page.labels.items():
        for column, text in texts.items() if row < header else ():
            if text in known.GOAL_EXPECTED:
                expected = page.below(row, column)
            elif text in known.GOAL_ACHIEVED:
                achieved = page.below(row, column)
    return expected, achieved


def _read_indicators(
    page: _Page, header: int, total_row: int | None, columns: dict[str, int]
) -> Iterator[Indicator]:
    last = total_row - 1 if total_row else page.last_row
    level1 = level2 = NO_ENTRY
    for row in range(header + 1, last + 1):
        if row not in page.rows and (not total_row or last - header > _MOST_ROWS):
            continue
        own1, own2 = page.entry(row, columns["level1"]), page.entry(row, columns.get("level2"))
        if not own1.blank:
            level1, level2 = own1, own2
        elif not own2.blank:
            level2 = own2
        fields: dict[str, Any] = {
            field: page.entry(row, columns.get(field))
            for field in ("name", "target", "actual", "points", "earned", "reason", "verdict")
        }
        yield Indicator.read(level1, level2, **fields)


def _read_grade(entry: Entry) -> Entry:
    """The grade in the last column of the total row, written "优" or "等级：优"."""
    match = _GRADE.match(fold(entry.text))
    return Entry(match[1], entry.cell) if match else entry


def _read_facts(others: list[_Page]) -> tuple[Entry, Entry, dict[str, Entry]]:
    """Year, policy and further facts from the sheet that names the policy."""
    for page in others:
        spots = {text: (row, column) for row, texts in page.labels.items() for column, text in texts.items()}
        chosen = next((text for text in spots if text in known.POLICY_LABELS), None)
        if chosen is None:
            continue
        left = spots[chosen][1]
        facts: dict[str, Entry] = {}
        year = NO_ENTRY
        for text, (row, column) in spots.items():
            if column != left:
                continue
            if text in known.YEAR_LABELS:
                year = page.beside(row, column)
            elif text not in known.POLICY_LABELS:
                facts[known.PROJECT_LABELS.get(text, text)] = page.beside(row, column)
        return year, page.beside(*spots[chosen]), facts
    return NO_ENTRY, NO_ENTRY, {}


def _year(entry: Entry) -> int | None:
    match = re.fullmatch(r"((?:19|20)\d{2})(?:年|年度)?", fold(entry.text))
    return int(match[1]) if match else None


def _title_year(page: _Page, header: int) -> Entry:
    """The line （2024年度） above the form, its year filled in or not, or a title with its year."""
    for (row, column), cell in sorted(page.sheet.cells.items()):
        if row < header and isinstance(cell.value, str) and _TITLE_YEAR.match(fold(cell.value)):
            return page.entry(row, column)
    return NO_ENTRY


def _year_in(text: str) -> int | None:
    match = _YEAR.search(fold(text))
    return int(match[1]) if match else None


def _read_passages(page: _Page) -> Iterator[Passage]:
    for header, columns in page.headers(known.PASSAGE_COLUMNS):
        for row in sorted(page.rows):
            section = page.entry(row, columns["section"]).text if row > header else ""
            text = page.entry(row, columns["text"])
            if section:
                replaces = fold(page.entry(row, columns.get("mode")).text) == known.REPLACES
                yield Passage(section, text, replaces)
