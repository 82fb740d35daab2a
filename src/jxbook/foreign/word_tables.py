"""The tables of a Word document as they are read, and which of them are one form: cut in two, in pieces, in a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from jxbook.dataclass import dataclass, field
from jxbook.form import labels as known
from jxbook.form.labels import label
from jxbook.form.table import INDICATOR_COLUMNS
from jxbook.pattern import pattern
from jxbook.values.fold import fold
from jxbook.workbook.labels import stated

CAPTION_LINES, _CAPTION_LENGTH = 4, 60
"""The lines before a table that may belong to it."""
_LABEL = 40
"""Characters of a label, blanks and line ends with it."""
_FEWEST = 2
_PARTS = {*known.PROJECT_LABELS, *known.FUNDING_COLUMNS} - {"分值", "得分"}
_PARTS |= known.FUNDING_TOTAL | known.GOAL_LABELS | known.GOAL_EXPECTED | known.GOAL_ACHIEVED
"""What stands in the head of a form, over its money and over its goal."""
_CAPTION = pattern("年度|自评表|绩效(?:自评|评价)的?报告|万元|单位[:：]")
"""What such a line speaks of: 项目支出绩效自评表, （2024年度）, 单位：万元."""
_SAYS_YEAR = pattern(
    r"(?:(?:19|20)\d\d|[一二][〇零九][〇零一二三四五六七八九]{2})年度|年[度份]:(?:19|20)\d\d"
)
_TITLE = pattern(
    r"[^,;。]*(?:(?:19|20)\d\d|[一二][〇零九][〇零一二三四五六七八九]{2})年?度?.*(?:自评|评价|评分|打分)表\Z"
    r"|[^,;。]*(?:自评|评价|评分|打分)表\(?(?:19|20)\d\d年?度?\)?\Z|\(?(?:19|20)\d\d年度?\)?\Z"
)
_CONTINUED_BEHIND = ("(续)", "(续表)", "(续上表)", "(接上表)")
_CONTINUED = frozenset({"续", "续表", "续上表", "(续)", "(续表)"})


@dataclass(slots=True)
class OpenCell:
    """A cell being read: where it begins, how wide it is, whether it continues the one above or to the left.

    `begin` and `end`: the bytes of its first paragraph, behind its tag or its properties, and at its end tag.
    """

    column: int
    span: int = 1
    continues_above: bool = False
    continues_left: bool = False
    lines: list[str] = field(default_factory=list)
    begin: int = 0
    end: int = 0

    @property
    def text(self) -> str:
        return "\n".join(self.lines).strip()


@dataclass(slots=True)
class OpenTable:
    """A table being read, row by row, and all lines of text between it and the table before it.

    `inner` are the tables inside the row being read; `taken` says that one has become rows of the table around it.
    """

    lines: list[str]
    nested: bool
    rows: list[list[OpenCell]] = field(default_factory=list)
    next_column: int = 1
    width: int = 0
    has_header: bool = False
    header: tuple[str, ...] = ()
    has_total: bool = False
    has_name: bool = False
    has_part: bool = False
    inner: list[OpenTable] = field(default_factory=list)
    taken: bool = False
    _further: list[str] = field(default_factory=list)

    def end_row(self) -> None:
        """Take the rows of a form's tables that stand inside the row which ends."""
        for table in self.inner:
            if table.has_part or table.has_header:
                self.rows += table.rows
                table.taken = True
        self.inner.clear()

    def close(self) -> None:
        """Know, once it is read, how wide it is and what of a form stands in it."""
        self.width = max((cell.column + cell.span - 1 for row in self.rows for cell in row), default=0)
        for row in self.rows:
            texts = [label(cell.text) for cell in row if len(cell.text) <= _LABEL]
            if self.has_header:
                self.has_total = self.has_total or not known.TOTAL_LABELS.isdisjoint(texts)
            elif _is_header(texts):
                self.has_header, self.header = True, tuple(texts)
            self.has_name = self.has_name or any(known.PROJECT_LABELS.get(one) == "name" for one in texts)
            self.has_part = self.has_part or not _PARTS.isdisjoint(texts)

    def go_on(self, rest: OpenTable) -> None:
        """Take the rows of the table in which this one goes on."""
        self.rows += rest.rows
        self.width = max(self.width, rest.width)
        self.has_header = self.has_header or rest.has_header
        self.header = self.header or rest.header
        self.has_total = self.has_total or rest.has_total
        self.has_name = self.has_name or rest.has_name
        self._further += rest.captions

    @property
    def captions(self) -> list[str]:
        """The short lines right before the table, and its further pieces, that belong to it; where none of them names the
        year, the title of the form too, however many lines of guidance stand below it."""
        near = self.lines[-CAPTION_LINES:]
        own = [line for line in near if _is_caption(line)]
        if not any(_is_title(line) or _SAYS_YEAR.search(fold(line)) for line in near):
            titles = (line for line in reversed(self.lines[:-CAPTION_LINES]) if _is_title(line))
            own[:0] = islice(titles, 1)
        return own + self._further


def joined(tables: list[OpenTable]) -> list[OpenTable]:
    """The tables, those in which a form was cut in two one again: nothing stands between them but 续表; and those
    one again that hold the head, the money, the goal and the indicators of a form, under short lines of their own."""
    found: list[OpenTable] = []
    for table in tables:
        if table.taken:
            continue
        last = found[-1] if found else None
        if last is not None and _goes_on(last, table):
            last.go_on(table)
            continue
        if table.has_header and not table.has_name:
            table = _with_pieces(found, table)
        found.append(table)
    return found


def _goes_on(last: OpenTable, table: OpenTable) -> bool:
    """Is a table the rest of the one before it?"""
    between = [line for line in table.lines if not _says_continued(fold(line))]
    if _goes_on_below_its_header(last, table, between):
        return True
    begins_rows = table.has_header and not last.has_header
    apart = between or table.nested or last.nested
    return (
        not apart and (table.width == last.width or begins_rows) and not (begins_rows and not last.has_name)
    )


def _says_continued(line: str) -> bool:
    """续表, or the title once more with （续） behind it?"""
    return line in _CONTINUED or (len(line) <= _CAPTION_LENGTH and line.endswith(_CONTINUED_BEHIND))


def _goes_on_below_its_header(last: OpenTable, table: OpenTable, between: list[str]) -> bool:
    """Is a table the rest of the one before it, which has not come to its 总分, with the title and the header printed once
    more?"""
    same = table.header == last.header and table.width == last.width and not table.nested and not last.nested
    unended = bool(table.header) and not (table.has_name or last.has_total)
    return same and unended and all(_is_caption(line) for line in between) and len(between) <= CAPTION_LINES


def _with_pieces(before: list[OpenTable], table: OpenTable) -> OpenTable:
    """The indicators with the tables right before them that are other parts of a form, up to the one with its name."""
    first = len(before)
    behind = table
    while first and not behind.has_name and _is_piece(before[first - 1], behind):
        first -= 1
        behind = before[first]
    if first == len(before) or not (behind.has_name or behind.has_part):
        return table
    whole, *rest = [*before[first:], table]
    for one in rest:
        whole.go_on(one)
    del before[first:]
    return whole


def _is_piece(one: OpenTable, behind: OpenTable) -> bool:
    """Is a table a part of a form that goes on in the one behind it, with but short lines in between?"""
    short = all(len(line) <= _CAPTION_LENGTH and "。" not in line for line in behind.lines)
    alike = (one.has_part or not behind.lines) and not one.has_header and one.nested == behind.nested
    return alike and short and len(behind.lines) <= CAPTION_LINES


def _is_header(texts: list[str]) -> bool:
    """Are these texts of a row the header of a form: 三级指标, or three of its headings?"""
    fields = {INDICATOR_COLUMNS[one] for one in texts if one in INDICATOR_COLUMNS}
    return "三级指标" in texts or (len(fields) > _FEWEST and bool(fields & {"target", "actual"}))


def _is_title(line: str) -> bool:
    """Does a line call a form, with its year: 2023年度项目支出绩效自评表?"""
    return len(line) <= _CAPTION_LENGTH and bool(_TITLE.match(fold(line)))


def _is_caption(line: str) -> bool:
    if len(line) > _CAPTION_LENGTH or "。" in line:
        return False
    return bool(_CAPTION.search(line)) or len(list(pieces([line]))) > 1


def pieces(lines: list[str]) -> Iterator[str]:
    """Lines side by side; "项目名称：甲" as a label with its entry beside it."""
    for line in lines:
        for piece in re.split(r"\s{2,}|\t", line):
            yield from stated(piece) or (piece,)
