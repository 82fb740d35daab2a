"""The report as data: blocks that every renderer can write.

Headings carry their generated number, so no renderer counts and no number can go wrong. Texts may carry figures
marked with their source (see `sourced`); a renderer writes them as bookmarks, or leaves the marks out.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from jxbook.dataclass import dataclass


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

    A table of the text has a `label` (表1) before its caption and its `unit` at the right above it; a table that is
    an annex or stands alone has neither, and its caption is its title. `note` stands below. `small`: its text is
    one size smaller. `follows`: it goes on the table before it.
    """

    caption: str
    subcaption: str
    widths: tuple[int, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    header_rows: int = 0
    label: str = ""
    unit: str = ""
    note: str = ""
    small: bool = False
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: what it stands for, and its share as a ratio from 0 to 1, rounded as it is to be shown."""

    label: str
    share: Decimal


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart of shares. `description` is what it shows in words, for those who cannot see it.

    `mark` is a share that the bars are to be seen against, such as a target: bars below it are set off.
    """

    title: str
    bars: tuple[Bar, ...]
    description: str
    label: str = ""
    mark: Decimal | None = None


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Attachments:
    """附件说明 below the text: the titles of the annexes, in order."""

    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """落款: a line of it, at the right."""

    text: str


@dataclass(frozen=True, slots=True)
class AnnexLabel:
    """附件1, top left on a page of its own."""

    text: str


Block = (
    Title
    | Subtitle
    | Heading
    | Paragraph
    | Note
    | Table
    | Chart
    | PageBreak
    | Attachments
    | Signature
    | AnnexLabel
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report: its blocks in order. `title` is also the file's title property. `policy` is the id of the policy
    it was made by: it stands in a property of a Word file and nowhere in the text."""

    title: str
    blocks: tuple[Block, ...]
    policy: str = ""
