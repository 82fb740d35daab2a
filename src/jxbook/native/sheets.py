"""The layer of a form in its workbook: the hidden sheets 算 and 词, and the names that join them to 自评表."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from jxbook.formulas.contents import FormulaError, Value
from jxbook.native.layer import ARRAYS, SPARE, STAMP, EntryValues, Layer, Reckoning
from jxbook.native.row import EARNED, REASON, USABLE
from jxbook.package.draft import Draft
from jxbook.values import plain
from jxbook.workbook import names
from jxbook.workbook.graft import append_sheet
from jxbook.workbook.markup import encode_text
from jxbook.workbook.newsheet import define_names, worksheet


def add_layer(
    draft: Draft, layer: Layer, columns: Mapping[str, str], first: int, rows: Sequence[EntryValues]
) -> None:
    """Put the layer into a workbook that has none.

    `columns` are those of 自评表 by their field, `first` its first indicator row, `rows` what its rows hold.
    """
    spared = dict(enumerate([*rows, *[{}] * SPARE], first))
    words, lines = layer_sheets(layer, Reckoning(layer, None, None), spared)
    append_sheet(draft, names.WORDS_SHEET, words, "xl/worksheets/words.xml", "veryHidden")
    places = {names.USABLE: usable_cell(layer)}
    if layer.steps:
        append_sheet(draft, names.ROWS_SHEET, lines, "xl/worksheets/rows.xml", "veryHidden")
        letters = layer.letters
        # LibreOffice follows a relative name anew after rows were inserted only if the name itself changes then
        table = f"{names.FORM}!$A${max(first - 1, 1)}:$A${first + len(rows)}"
        places |= {
            name: f"IF(ROWS({table})>0,{names.FORM}!${columns[field]}1)"
            for field, name in names.OWN_ENTRIES.items()
            if field in columns
        }
        places |= {
            name: f"{names.ROWS_SHEET}!${letters[step]}1"
            for name, step in ((names.OWN_EARNED, EARNED), (names.OWN_REASON, REASON))
        }
    define_names(draft, places)


def layer_sheets(layer: Layer, reckoning: Reckoning, rows: Mapping[int, EntryValues]) -> tuple[str, str]:
    """The sheets 词 and 算 as XML. `rows` are what the form has on each of its rows."""
    texts = ("".join(_words(layer, reckoning)), "".join(_rows(layer, reckoning, rows)))
    words, lines = (worksheet(one, protected=True) for one in texts)
    return words, lines


def usable_cell(layer: Layer) -> str:
    """Where it stands whether the formulas hold for the policy that the workbook names."""
    return f"{names.WORDS_SHEET}!$B${layer.row_of(USABLE)}"


def _rows(layer: Layer, reckoning: Reckoning, rows: Mapping[int, EntryValues]) -> Iterator[str]:
    """Each row of 算. A step is written once, the rows below share its formula; but copies of entries are each its own."""
    first, last = min(rows), max(rows)
    letters = layer.letters
    for row, given in rows.items():
        values = reckoning.next(given)
        cells = []
        for number, (step, letter) in enumerate(letters.items()):
            shared = f't="shared" si="{number}"'
            if step in layer.copies.get(row, {}):
                formula = f"<f>{encode_text(layer.formula(step, row))}</f>"
            elif step in ARRAYS:
                formula = f'<f t="array" ref="{letter}{row}">{encode_text(layer.formula(step, row))}</f>'
            elif row == first:
                text = encode_text(layer.formula(step, row))
                formula = f'<f {shared} ref="{letter}{first}:{letter}{last}">{text}</f>'
            else:
                formula = f"<f {shared}/>"
            kind, value = stored(values[step])
            cells.append(f'<c r="{letter}{row}"{kind}>{formula}{value}</c>')
        yield f'<row r="{row}">{"".join(cells)}</row>'


def stored(value: Value) -> tuple[str, str]:
    """A cached value in XML: the attribute of its cell, and its element."""
    if isinstance(value, bool):
        return ' t="b"', f"<v>{int(value)}</v>"
    if isinstance(value, FormulaError):
        return ' t="e"', f"<v>{value.code}</v>"
    if isinstance(value, Decimal):
        return "", f"<v>{plain(value)}</v>"
    return ' t="str"', f"<v>{encode_text(value or '')}</v>"


def _words(layer: Layer, reckoning: Reckoning) -> Iterator[str]:
    """Each row of 词: what is reckoned there, and the lists."""
    for name, formula in layer.cells.items():
        row = layer.row_of(name)
        kind, value = stored(reckoning.cells[name])
        yield f'<row r="{row}"><c r="B{row}"{kind}><f>{encode_text(formula.text(layer.moved))}</f>{value}</c></row>'
    lists = layer.words if layer.steps else {}
    for name, text in {STAMP: layer.stamp, **lists}.items():
        row = layer.row_of(name)
        yield f'<row r="{row}">{_text(f"B{row}", text)}</row>'


def _text(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{encode_text(text)}</t></is></c>'
