"""Every figure of a report in the 核对单: where it stands, how it is reckoned from which cells, its bookmark, a box to tick."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, groupby

from jxbook.dataclass import replace
from jxbook.document.blocks import Block, Paragraph, TableCell
from jxbook.document.bookmarks import Printed
from jxbook.document.marks import FIGURE_LEFT_OUT
from jxbook.pattern import pattern
from jxbook.slip.tables import BOX, cells, cells_said, table_of_cells

_HEADS = ("序号", "数字", "报告位置和原句", "来源、算法和单元格", "书签", "核对")
_WIDTHS, _PLACE, _SOURCE = (42, 88, 284, 254, 174, 42), 2, 3
_LONGEST, _LONGEST_SHARED = 60, 160
"""Characters of a sentence around one figure, and of one that several rows share."""
_TOGETHER = 8
"""Rows that share the cell of their sentence: it is to stand on a page with them."""
_CITED_TWICE = pattern(r"“([^“”]*)“([^“”]*)”")
"""A citation that begins inside another one."""


def sources(found: Iterable[Printed]) -> Iterator[Block]:
    """Every figure once, those of one sentence below each other beside it.

    Only the first of each is kept, as a report may print half a million."""
    first: dict[tuple[str, str], Printed] = {}
    times: dict[tuple[str, str], int] = {}
    for one in found:
        figure = one.name, one.text
        if figure not in first:
            first[figure] = one
        times[figure] = times.get(figure, 0) + 1
    if not first:
        yield Paragraph("报告中没有数字。")
        return
    yield Paragraph(
        f"报告共有数字{sum(times.values())}处，每处带有书签，可用 jxbook check 报告 --form 自评表 核对。"
    )
    yield table_of_cells(_HEADS, _WIDTHS, _rows(_lines(first.values()), times))


def _lines(figures: Iterable[Printed]) -> Iterable[list[Printed]]:
    """The figures by rows: those that one sentence quotes from one place stand in one, each on a line of its cell beside
    its bookmark; any other has its own."""
    lines: dict[tuple[str, ...], list[Printed]] = {}
    for one in figures:
        told = (
            (_source(one), one.section, one.sentence) if FIGURE_LEFT_OUT in one.name else (one.name, one.text)
        )
        lines.setdefault(told, []).append(one)
    return lines.values()


def _rows(
    lines: Iterable[list[Printed]], times: dict[tuple[str, str], int]
) -> Iterator[tuple[TableCell, ...]]:
    numbers = count(1)
    for (section, sentence), group in groupby(lines, lambda own: _stands(own[0])):
        every = list(group)
        for begin in range(0, len(every), _TOGETHER):
            shared = every[begin : begin + _TOGETHER]
            place = f"{section}：{_short(shared)}" if section and sentence else section or _short(shared)
            for at, own in enumerate(shared):
                row = cells(
                    (
                        str(next(numbers)),
                        "\n".join([one.text for one in own]),
                        place,
                        _source(own[0]),
                        "\n".join([_bookmarks(one, times[one.name, one.text]) for one in own]),
                        BOX,
                    ),
                    (_PLACE, _SOURCE),
                )
                beside = (replace(row[_PLACE], rowspan=len(shared)),) if not at else ()
                yield (*row[:_PLACE], *beside, *row[_PLACE + 1 :])


def _stands(one: Printed) -> tuple[str, str]:
    """Where a figure first stands, and its sentence; of a cell of a table its place says enough, of a copied form too."""
    section = one.section
    if section.startswith("附件") or section.endswith("自评表"):
        return f"{section}，照表列示", ""
    return section, "" if section and one.read.strip() == one.text else one.sentence


def _source(one: Printed) -> str:
    """What a figure is and its cells; of a text of staff only the cell, as the sentence shows the words."""
    name = one.name[: one.name.rindex("“")] if FIGURE_LEFT_OUT in one.name else one.name
    name = _CITED_TWICE.sub(r"“\1‘\2’", name or one.name)
    return f"{name}：{cells_said(one.where)}" if one.where else name


def _short(shared: Sequence[Sequence[Printed]]) -> str:
    """The sentence of figures, a stretch around them where it is long."""
    first, last = shared[0][0], shared[-1][-1]
    text, most = " ".join(first.sentence.split()), _LONGEST_SHARED if len(shared) > 1 else _LONGEST
    if len(text) <= most:
        return text
    at = max(0, text.find(first.text) - _LONGEST // 2)
    end = max(at + _LONGEST, last.start - first.start + at + _LONGEST)
    return f"{'…' if at else ''}{text[at:end]}{'…' if end < len(text) else ''}"


def _bookmarks(first: Printed, times: int) -> str:
    return first.bookmark if times == 1 else f"{first.bookmark}等{times}处"
