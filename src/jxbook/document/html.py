"""A Document as one HTML file that needs no other: for reading in a browser and for printing on A4."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from html import escape

from jxbook.document.blocks import (
    Align,
    AnnexLabel,
    Attachments,
    Block,
    Chart,
    Document,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Signature,
    Subtitle,
    Table,
    Title,
)
from jxbook.document.layout import attachment_lines, lines, percentages, shares, shortened, slots

# The same measures as reference.docx, after GB/T 9704—2012.
_CSS = """\
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@page :right { @bottom-right { content: "— " counter(page) " —"; padding-right: 14pt; } }
@page :left { @bottom-left { content: "— " counter(page) " —"; padding-left: 14pt; } }
@page { @bottom-left { font: 14pt "宋体", SimSun, serif; } @bottom-right { font: 14pt "宋体", SimSun, serif; } }
body { max-width: 156mm; margin: 2em auto; font-size: 16pt; line-height: 28.95pt; text-align: justify;
  font-family: "Times New Roman", "仿宋_GB2312", "仿宋", FangSong, STFangsong, serif; }
h1, h2, h3, h4, h5 { margin: 0; font-size: 16pt; font-weight: normal; break-after: avoid; }
h1 { font: 22pt/35pt "方正小标宋简体", "华文中宋", STZhongsong, "宋体", serif; text-align: center; }
h2 { font-family: "黑体", SimHei, "Noto Sans CJK SC", sans-serif; }
h3, .subtitle, .note { font-family: "Times New Roman", "楷体_GB2312", "楷体", KaiTi, STKaiti, serif; }
h2, h3, h4, h5, p { text-indent: 2em; }
p { margin: 0; }
.subtitle { text-align: center; text-indent: 0; margin-bottom: 14pt; }
.note { font-size: 10.5pt; line-height: 16pt; text-indent: 0; margin-bottom: 8pt; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin-bottom: 8pt;
  font: 10.5pt/14.5pt "Times New Roman", "宋体", SimSun, serif; text-align: center; }
caption { font: 18pt/29pt "方正小标宋简体", "华文中宋", STZhongsong, "宋体", serif; break-after: avoid; }
caption small { display: block; font: 14pt/20pt "楷体_GB2312", "楷体", KaiTi, STKaiti, serif; }
th, td { border: 0.5pt solid; padding: 1.4pt 2.8pt; overflow-wrap: break-word; }
th { font-family: "黑体", SimHei, "Noto Sans CJK SC", sans-serif; font-weight: normal; }
tr { break-inside: avoid; }
figure { margin: 0 0 8pt; break-inside: avoid; }
figcaption { font: 14pt/20pt "楷体_GB2312", "楷体", KaiTi, STKaiti, serif; text-align: center; }
svg { width: 100%; font: 14px "Times New Roman", "宋体", SimSun, serif; fill: #333; }
rect { fill: #5b7f9e; }
.left { text-align: left; }
.right { text-align: right; }
.label { font: 12pt/20pt "黑体", SimHei, "Noto Sans CJK SC", sans-serif; }
.unit, .below { display: block; font: 10.5pt/15pt "宋体", SimSun, serif; text-align: right; text-indent: 0; }
.below { text-align: left; margin-bottom: 8pt; }
.small { font-size: 9pt; line-height: 12pt; }
.follows { margin-top: -8pt; }
.signed { text-align: right; margin-right: 4em; }
.annex { font-family: "黑体", SimHei, "Noto Sans CJK SC", sans-serif; text-indent: 0; }
.attached { white-space: pre; }
rect.below-mark { fill: #b5651d; }
.new-page { break-before: page; border: 0; margin: 0; }
"""

_BAR_PITCH, _BAR_LEFT, _BAR_WIDTH = 28, 276, 260


def render_html(document: Document) -> str:
    """A complete HTML5 page. Raises ValueError for a table whose cells do not fit together."""
    body = "\n".join(_block(block) for block in document.blocks)
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(document.title, ' ')}</title>\n<style>\n{_CSS}</style>\n</head>\n<body>\n{body}\n"
        "</body>\n</html>\n"
    )


def _block(block: Block) -> str:
    match block:
        case Title(text):
            return f"<h1>{_text(text)}</h1>"
        case Subtitle(text):
            return f'<p class="subtitle">{_text(text)}</p>'
        case Heading(level, number, text):
            return f"<h{level + 1}>{_text(number + text)}</h{level + 1}>"
        case Paragraph(text):
            return f"<p>{_text(text)}</p>"
        case Note(text):
            return f'<p class="note">{_text(text)}</p>'
        case Table():
            return table_html(block)
        case Chart():
            return _chart(block)
        case Signature(text):
            return f'<p class="signed">{_text(text)}</p>'
        case AnnexLabel(text):
            return f'<p class="annex">{_text(text)}</p>'
        case Attachments(titles):
            return "\n".join(f'<p class="attached">{_text(text)}</p>' for text in attachment_lines(titles))
        case PageBreak():
            return '<hr class="new-page">'


def _chart(chart: Chart) -> str:
    """Bars as SVG, their labels left of them, their percentages right."""
    bars = []
    for row, (bar, shown) in enumerate(zip(chart.bars, percentages(chart), strict=True)):
        top, width = row * _BAR_PITCH, int(bar.share * _BAR_WIDTH)
        middle = top + _BAR_PITCH * 2 // 3
        bars.append(
            f'<text x="{_BAR_LEFT - 8}" y="{middle}" text-anchor="end">{_text(shortened(bar.label), " ")}</text>'
            f'<rect{_below(bar.share, chart.mark)} x="{_BAR_LEFT}" y="{top + 4}" width="{width}" height="{_BAR_PITCH - 8}"/>'
            f'<text x="{_BAR_LEFT + width + 6}" y="{middle}">{shown}</text>'
        )
    name = f"{chart.label}　{chart.title}" if chart.label else chart.title
    title = f"<figcaption>{_text(name)}</figcaption>" if name else ""
    size = f"0 0 {_BAR_LEFT + _BAR_WIDTH + 70} {len(chart.bars) * _BAR_PITCH}"
    label = escape(" ".join(lines(chart.description)))
    return (
        f'<figure>{"" if chart.label else title}<svg viewBox="{size}" role="img" aria-label="{label}">\n'
        + "\n".join(bars)
        + f"\n</svg>{title if chart.label else ''}</figure>"
    )


def _below(share: Decimal, mark: Decimal | None) -> str:
    return ' class="below-mark"' if mark is not None and share < mark else ""


def table_html(table: Table) -> str:
    """A table element without blank lines, so that it may also stand in Markdown."""
    rows = list(_rows(table))
    head, body = rows[: table.header_rows], rows[table.header_rows :]
    columns = "".join(f'<col style="width:{share / 10:g}%">' for share in shares(table.widths, 1000))
    return "\n".join(
        (
            f"<table{_classes(table)}>",
            *_caption(table),
            f"<colgroup>{columns}</colgroup>",
            *_part("thead", head),
            *_part("tbody", body),
            "</table>",
            *([f'<p class="below">{_text(table.note)}</p>'] if table.note else ()),
        )
    )


def _classes(table: Table) -> str:
    names = [name for name in ("small", "follows") if getattr(table, name)]
    return f' class="{" ".join(names)}"' if names else ""


def _caption(table: Table) -> Iterator[str]:
    if table.label:
        unit = f'<span class="unit">{_text(table.unit)}</span>' if table.unit else ""
        yield f'<caption class="label">{table.label}　{_text(table.caption)}{unit}</caption>'
    elif table.caption or table.subcaption:
        below = f"<small>{_text(table.subcaption)}</small>" if table.subcaption else ""
        yield f"<caption>{_text(table.caption)}{below}</caption>"


def _part(tag: str, rows: list[str]) -> Iterator[str]:
    if rows:
        yield f"<{tag}>"
        yield from rows
        yield f"</{tag}>"


def _rows(table: Table) -> Iterator[str]:
    for number, row in enumerate(slots(table)):
        tag = "th" if number < table.header_rows else "td"
        cells = []
        for cell, _, begins in row:
            if begins:
                spans = "".join(
                    f' {name}="{span}"'
                    for name, span in (("colspan", cell.colspan), ("rowspan", cell.rowspan))
                    if span > 1
                )
                side = "" if cell.align is Align.CENTER else f' class="{cell.align}"'
                text = f"<strong>{_text(cell.text)}</strong>" if cell.bold else _text(cell.text)
                cells.append(f"<{tag}{spans}{side}>{text}</{tag}>")
        yield f"<tr>{''.join(cells)}</tr>"


def _text(text: str, line_break: str = "<br>") -> str:
    return line_break.join(escape(line) for line in lines(text))
