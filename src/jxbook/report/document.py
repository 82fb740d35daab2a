"""The report as data: blocks that every renderer can write.

Headings carry their generated number, so no renderer counts and no number can go wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Align(StrEnum):
    """Horizontal alignment of a paragraph or a table cell."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Title:
    """The document's title, centred, without a number."""

    text: str


@dataclass(frozen=True, slots=True)
class Subtitle:
    """A line under the title, such as （2024年度）."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4; `number` is "一、" "（一）" "1." or "（1）"."""

    level: int
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Body text, first line indented by two characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A remark in small type without indent, such as the one about an unofficial policy."""

    text: str


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell of a table, standing where its top left corner is; `text` may hold line breaks."""

    text: str
    colspan: int = 1
    rowspan: int = 1
    align: Align = Align.CENTER
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with merged cells.

    `widths` are the relative widths of the grid's columns. A row lists the cells that begin in it;
    grid places covered by a cell above or to the left are left out, as in HTML.
    The first `header_rows` rows repeat on every page.
    """

    caption: str
    subcaption: str
    widths: tuple[int, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    header_rows: int = 0


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: what it stands for, and its share as a ratio from 0 to 1, rounded as it is to be shown."""

    label: str
    share: Decimal


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart of shares. `description` is what it shows in words, for those who cannot see it."""

    title: str
    bars: tuple[Bar, ...]
    description: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Title | Subtitle | Heading | Paragraph | Note | Table | Chart | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report: its blocks in order. `title` is also the file's title property."""

    title: str
    blocks: tuple[Block, ...]
