"""Changing cells in place: the cells say what was written, everything else is as it was."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from jxbook.finding import Refusal
from jxbook.place import CellRef
from jxbook.workbook.grid import Cell, Change, Grid
from jxbook.workbook.opening import open_workbook
from jxbook.workbook.patch import changed_package, write_changes
from jxbook.workbook.reader import read_grid
from jxbook.workbook.sheetpatch import patch_sheet

Remake = Callable[..., Path]
SheetXml = Callable[[str], Path]
SHEET = "自评表"


def change(address: str, value: str | Decimal | None, cached: bool = False, sheet: str = SHEET) -> Change:
    letters = address.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return Change(CellRef(sheet, int(address[len(letters) :]), column), value, cached)


def sheet_after(path: Path, *changes: Change, part: str = "xl/worksheets/sheet1.xml") -> str:
    """The sheet's XML after the changes, without the <worksheet> around it."""
    write_changes(path, changes)
    with zipfile.ZipFile(path) as file:
        assert file.testzip() is None
        xml = file.read(part).decode()
    return re.sub(r"^<worksheet [^>]*>|</worksheet>$", "", xml)


def raw_records(path: Path) -> dict[str, bytes]:
    """Each entry's local record, byte for byte."""
    package = open_workbook(path)
    return {entry.name: package.data[entry.record : entry.end] for entry in package.entries}


def row(*cells: str) -> str:
    return f'<sheetData><row r="2">{"".join(cells)}</row></sheetData>'


def refused(path: Path, *changes: Change) -> str:
    """The refusal's code; nothing may have changed and nothing be left beside."""
    before = path.read_bytes()
    with pytest.raises(Refusal) as caught:
        write_changes(path, changes)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]
    return caught.value.finding.code


def test_only_the_changed_sheet_has_other_bytes(form: Path) -> None:
    before, names = raw_records(form), zipfile.ZipFile(form).namelist()
    write_changes(
        form, [change("C3", Decimal("9.5")), change("C4", Decimal(19), cached=True), change("J9", "新")]
    )
    after = raw_records(form)
    assert zipfile.ZipFile(form).namelist() == names == list(after)
    assert [name for name in names if before[name] != after[name]] == ["xl/worksheets/sheet1.xml"]


def test_a_copy_leaves_the_original_alone(form: Path) -> None:
    before = form.read_bytes()
    target = form.with_name("副本.xlsx")
    write_changes(form, [change("C3", Decimal(1))], target)
    assert form.read_bytes() == before
    assert read_grid(target).sheets[0].cells[3, 3].value == Decimal(1)


def test_no_changes_give_the_same_file(written: Mapping[str, Path]) -> None:
    for path in written.values():
        assert changed_package(open_workbook(path), []) == path.read_bytes()


@pytest.mark.parametrize(
    ("before", "what", "after"),
    [
        ('<c r="A2" s="3"><v>1</v></c>', change("A2", Decimal("9.50")), '<c r="A2" s="3"><v>9.5</v></c>'),
        ('<c r="A2" s="3" t="s"><v>1</v></c>', change("A2", None), '<c r="A2" s="3"/>'),
        ('<c r="A2" s="3"/>', change("A2", ""), '<c r="A2" s="3"/>'),
        (
            '<c r="A2"/>',
            change("A2", " =A&B<\1_x0041_"),
            '<c r="A2" t="inlineStr"><is><t xml:space="preserve"> =A&amp;B&lt;_x005F_x0041_</t></is></c>',
        ),
        ('<c r="A2" t="str"><f>B2</f><v>x</v></c>', change("A2", Decimal(2)), '<c r="A2"><v>2</v></c>'),
        (
            '<c r="A2" s="1" t="e"><f ca="1">B2</f><v>#N/A</v></c>',
            change("A2", Decimal("0.977"), cached=True),
            '<c r="A2" s="1"><f ca="1">B2</f><v>0.977</v></c>',
        ),
        ('<c r="A2"><f>B2</f></c>', change("A2", "", cached=True), '<c r="A2" t="str"><f>B2</f><v></v></c>'),
        (
            '<c r="A2" t="str"><f>B2</f><v>x</v></c>',
            change("A2", None, cached=True),
            '<c r="A2"><f>B2</f></c>',
        ),
        (
            '<c r="A2" cm="1" vm="2"><f t="array" ref="A2">B2</f><v>1</v><extLst><ext/></extLst></c>',
            change("A2", "<优>", cached=True),
            '<c r="A2" cm="1" t="str"><f t="array" ref="A2">B2</f><v>&lt;优&gt;</v><extLst><ext/></extLst></c>',
        ),
        (
            "<c  t = 's' s='3'\n r='A2' x=\"a>b\" ><!--n--><v>1</v > </c >",
            change("A2", Decimal(1)),
            "<c s='3'\n r='A2' x=\"a>b\"><v>1</v><!--n--> </c>",
        ),
        ('<c r="A2"/><c r="C2"/>', change("B2", Decimal(1)), '<c r="A2"/><c r="B2"><v>1</v></c><c r="C2"/>'),
        ('<c r="B2"/>', change("A2", Decimal(1)), '<c r="A2"><v>1</v></c><c r="B2"/>'),
        ('<c r="B2"/>', change("AA2", Decimal(1)), '<c r="B2"/><c r="AA2"><v>1</v></c>'),
        ('<c r="B2"/>', change("A2", None), '<c r="B2"/>'),
        (
            '<c r="A2"><f t="shared" si="0"/><v>1</v></c>',
            change("A2", Decimal(2)),
            '<c r="A2"><v>2</v></c>',
        ),
    ],
)
def test_one_cell(sheet_xml: SheetXml, before: str, what: Change, after: str) -> None:
    assert sheet_after(sheet_xml(row(before)), what) == row(after)


@pytest.mark.parametrize(
    ("before", "address", "after"),
    [
        ("<sheetData/>", "B3", '<sheetData><row r="3"><c r="B3"><v>7</v></c></row></sheetData>'),
        (
            '<sheetData><row r="2"/><row r="5"/></sheetData>',
            "B3",
            '<sheetData><row r="2"/><row r="3"><c r="B3"><v>7</v></c></row><row r="5"/></sheetData>',
        ),
        (
            '<sheetData><row r="3" spans="1:1" ht="20"/></sheetData>',
            "B3",
            '<sheetData><row r="3" ht="20"><c r="B3"><v>7</v></c></row></sheetData>',
        ),
        (
            '<sheetData><row r="3" s="4" customFormat="1"></row></sheetData>',
            "B3",
            '<sheetData><row r="3" s="4" customFormat="1"><c r="B3" s="4"><v>7</v></c></row></sheetData>',
        ),
        (
            '<cols><col min="2" max="3" style="5"/></cols><sheetData><row r="1"/></sheetData>',
            "B3",
            '<cols><col min="2" max="3" style="5"/></cols><sheetData><row r="1"/><row r="3"><c r="B3" s="5"><v>7</v></c></row></sheetData>',
        ),
        (
            '<dimension ref="C4"/><sheetData></sheetData>',
            "B3",
            '<dimension ref="B3:C4"/><sheetData><row r="3"><c r="B3"><v>7</v></c></row></sheetData>',
        ),
        (
            '<sheetData/><mergeCells count="1"><mergeCell ref="B3:C4"/></mergeCells>',
            "B3",
            '<sheetData><row r="3"><c r="B3"><v>7</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="B3:C4"/></mergeCells>',
        ),
    ],
)
def test_a_new_cell(sheet_xml: SheetXml, before: str, address: str, after: str) -> None:
    assert sheet_after(sheet_xml(before), change(address, Decimal(7))) == after


def test_many_new_cells_come_in_order(sheet_xml: SheetXml) -> None:
    path = sheet_xml('<sheetData><row r="2"><c r="C2"><v>0</v></c></row></sheetData>')
    addresses = ["D2", "B2", "A2", "A9", "B1", "A1", "Z2", "A3"]
    xml = sheet_after(path, *(change(address, Decimal(1)) for address in addresses))
    assert re.findall(r' r="(\w+)"', xml) == [
        "1", "A1", "B1", "2", "A2", "B2", "C2", "D2", "Z2", "3", "A3", "9", "A9",
    ]  # fmt: skip


def test_the_last_change_to_a_cell_counts(sheet_xml: SheetXml) -> None:
    path = sheet_xml(row('<c r="A2"/>'))
    assert sheet_after(path, change("A2", "一"), change("A2", Decimal(2))) == row('<c r="A2"><v>2</v></c>')


def test_what_is_unknown_survives(remake: Remake) -> None:
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<!-- kept -->'
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="z" xmlns:z="urn:z">'
        '<x:sheetData z:a=\'1\'>\n  <x:row r="2" z:b="&lt;"><x:c r="A2"/></x:row>\n</x:sheetData>'
        '<mc:AlternateContent><mc:Choice Requires="z"><z:row r="2"><z:c r="A2"/></z:row></mc:Choice></mc:AlternateContent>'
        '<x:extLst><x:ext uri="{1}"><z:sparkline/></x:ext></x:extLst></x:worksheet>\n'
    )
    for encoding, written in (("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-8")):
        path = remake({"xl/worksheets/sheet1.xml": xml.encode(encoding)})
        write_changes(path, [change("A2", "甲"), change("B3", Decimal(1))])
        with zipfile.ZipFile(path) as file:
            after = file.read("xl/worksheets/sheet1.xml").decode(written)
        assert after == xml.replace(
            '<x:c r="A2"/></x:row>\n',
            '<x:c r="A2" t="inlineStr"><x:is><x:t xml:space="preserve">甲</x:t></x:is></x:c></x:row>\n'
            '<x:row r="3"><x:c r="B3"><x:v>1</x:v></x:c></x:row>',
        )


@pytest.mark.parametrize(
    ("xml", "what"),
    [
        (row('<c r="A2"><f t="shared" ref="A2:A3" si="0">B2</f></c>'), change("A2", Decimal(1))),
        (row('<c r="A2"><f t="array" ref="A2:A3">B2</f></c>'), change("A2", Decimal(1))),
        (row('<c r="A2"><f t="array" ref="A2:A3">B2</f></c>'), change("A3", Decimal(1))),
        (row('<c r="B2"><f t="dataTable" ref="B2:B3"/></c>'), change("B3", "x")),
        (row() + '<mergeCells><mergeCell ref="A2:B3"/></mergeCells>', change("B2", Decimal(1))),
        (row('<c r="A2"><v>1</v></c>'), change("A2", Decimal(1), cached=True)),
        (row(), change("A2", Decimal(1), cached=True)),
        (row(), change("XFE1", Decimal(1))),
        (row(), change("A1048577", Decimal(1))),
        (row(), change("A2", Decimal("1e999"))),
        (row(), change("A2", Decimal("sNaN"))),
        (row(), change("A2", "甲" * 32_768)),
        (row(), change("A2", Decimal(1), sheet="没有此表")),
    ],
)
def test_cells_that_cannot_be_written(sheet_xml: SheetXml, xml: str, what: Change) -> None:
    assert refused(sheet_xml(xml), change("Z9", Decimal(1)), what) == "JX913"


def test_damaged_and_signed_workbooks(remake: Remake) -> None:
    assert refused(remake({"xl/worksheets/sheet2.xml": "<x>"}), change("A1", "x", sheet="名单")) == "JX904"
    assert refused(remake({"_xmlsignatures/origin.sigs": ""}), change("A1", "x")) == "JX912"


def test_a_target_open_in_excel(form: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object) -> None:
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(Path, "replace", locked)
    assert refused(form, change("C3", Decimal(1))) == "JX911"


CHAIN = '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</calcChain>'
RELATIONSHIP = '<Relationship Id="rId99" Type="http://x/calcChain" Target="calcChain.xml"/></Relationships>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<c r="C4" i="1"/><c r="D4"/><c r="A1" i="2"/>', '<c i="1" r="D4"/><c r="A1" i="2"/>'),
        ('<c r="D4" i="1" l="1"/><c r="C4"/><c r="E4"/>', '<c r="D4" i="1" l="1"/><c r="E4"/>'),
        ('<c r="C4" i="2"/><c r="C4" i="1"/><c r="D4"/>', '<c r="C4" i="2"/><c i="1" r="D4"/>'),
        ('<c r="C4" i="1"/>', None),
    ],
)
def test_an_overwritten_formula_leaves_the_calculation_chain(
    form: Path, remake: Remake, before: str, after: str | None
) -> None:
    rels = zipfile.ZipFile(form).read("xl/_rels/workbook.xml.rels").decode()
    rels = rels.replace("</Relationships>", RELATIONSHIP)
    path = remake({"xl/_rels/workbook.xml.rels": rels, "xl/calcChain.xml": CHAIN.format(before)})
    write_changes(path, [change("C4", Decimal(1), cached=True), change("C3", Decimal(1))])
    assert zipfile.ZipFile(path).read("xl/calcChain.xml").decode() == CHAIN.format(before)
    if after is None:
        assert refused(path, change("C4", Decimal(1))) == "JX913"
    else:
        write_changes(path, [change("C4", Decimal(1))])
        assert zipfile.ZipFile(path).read("xl/calcChain.xml").decode() == CHAIN.format(after)


def test_entries_with_data_descriptors_are_copied(form: Path) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise OSError

    pipe = Pipe()
    with zipfile.ZipFile(form) as old, zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as new:
        new.comment = "说明".encode()
        for name in old.namelist():
            new.writestr(name, old.read(name))
    form.write_bytes(pipe.getvalue())
    before = raw_records(form)
    write_changes(form, [change("C3", Decimal(5))])
    after = raw_records(form)
    assert [name for name in before if before[name] != after[name]] == ["xl/worksheets/sheet1.xml"]
    with zipfile.ZipFile(form) as file:
        assert file.testzip() is None and file.comment == "说明".encode()
    assert openpyxl.load_workbook(form)[SHEET]["C3"].value == 5


def test_openpyxl_reads_what_was_written(form: Path) -> None:
    text = "=100% <甲> & 乙\n 第二行 "
    write_changes(
        form, [change("A5", text), change("C4", "合格", cached=True), change("H10", Decimal(45657))]
    )
    formulas, values = (
        openpyxl.load_workbook(form)[SHEET],
        openpyxl.load_workbook(form, data_only=True)[SHEET],
    )
    assert formulas["A5"].value == text
    assert (formulas["C4"].value, values["C4"].value) == ("=C3*2", "合格")
    assert values["H10"].value == datetime(2024, 12, 31)  # it has the style of its row


def test_an_auditor_finds_nothing_new(form: Path) -> None:
    def faults() -> set[str]:
        return {error.description for error in OpenXmlValidator().validate(form).errors}

    before = faults()
    write_changes(form, [change("A5", "文字"), change("C4", "合格", cached=True), change("J20", Decimal(1))])
    assert faults() <= before


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_damage_to_a_sheet_ends_in_a_file_that_reads_or_in_a_refusal(
    remake: Remake, form: Path, written: Mapping[str, Path], data: st.DataObject
) -> None:
    form.write_bytes(written["xlsxwriter"].read_bytes())
    with zipfile.ZipFile(form) as file:
        part = bytearray(file.read("xl/worksheets/sheet1.xml"))
    at = data.draw(st.integers(0, len(part) - 1))
    junk = st.sampled_from([b"", b"9", b"-", b'"', b"<", b"A", b"/", b" r=", b"\0", b" "]) | st.binary(
        max_size=3
    )
    part[at : at + data.draw(st.integers(0, 3))] = data.draw(junk)
    remake({"xl/worksheets/sheet1.xml": bytes(part)})
    try:
        read_grid(form)
        write_changes(form, [change("C3", "x"), change("C4", Decimal(1), cached=True), change("H10", "y")])
    except Refusal:
        return
    assert {"x", "y"} <= {cell.value for cell in read_grid(form).sheets[0].cells.values()}


VALUES = st.text(max_size=30) | st.decimals(-(10**9), 10**9, places=4)
CELLS = st.tuples(st.integers(2, 30), st.integers(1, 30))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(CELLS, VALUES, max_size=12), st.sampled_from(["xlsxwriter", "openpyxl"]))
def test_what_is_written_is_read_back(
    tmp_path: Path, written: Mapping[str, Path], wanted: dict[tuple[int, int], str | Decimal], writer: str
) -> None:
    merged = {(r, c) for r in range(4, 7) for c in range(2, 5)} if writer == "openpyxl" else set()
    wanted = {where: value for where, value in wanted.items() if where not in merged}
    path = tmp_path / "f.xlsx"
    before: Grid = read_grid(written[writer])
    write_changes(written[writer], [Change(CellRef(SHEET, *w), v) for w, v in wanted.items()], path)
    after = read_grid(path)
    assert after.sheets[1:] == before.sheets[1:]
    expected: dict[tuple[int, int], object] = {w: c.value for w, c in before.sheets[0].cells.items()}
    for where, value in wanted.items():
        clean = (
            re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", value)
            if isinstance(value, str)
            else value
        )
        expected[where] = clean
    expected = {where: value for where, value in expected.items() if value != ""}
    found = {where: cell.value for where, cell in after.sheets[0].cells.items()}
    dates = {
        where for where, value in found.items() if value != expected.get(where) and not isinstance(value, str)
    }
    assert all(isinstance(expected[where], Decimal) and where[0] in (4, 1, 2, 10) for where in dates)
    assert {w: v for w, v in found.items() if w not in dates} == {
        w: v for w, v in expected.items() if w not in dates
    }
    untouched = set(before.sheets[0].cells) - set(wanted)
    assert all(after.sheets[0].cells[where] == before.sheets[0].cells[where] for where in untouched)
    assert isinstance(before.sheets[0].cells[1, 1], Cell)


def test_a_row_grows_to_the_height_a_change_asks_for_unless_its_height_was_set_by_hand() -> None:
    row = b'<row r="%d" ht="45"%b><c r="A%d"><v>1</v></c></row>'
    xml = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        + row % (1, b"", 1)
        + row % (2, b' customHeight="1"', 2)
        + row % (3, b"", 3)
        + b"</sheetData></worksheet>"
    )
    heights = {1: 90.0, 2: 90.0, 3: 30.0}
    changes = {(row, 1): Change(CellRef("表", row, 1), "字", height=high) for row, high in heights.items()}
    patched, _ = patch_sheet(xml, changes, "表.xlsx")
    assert re.findall(rb"<row [^>]*>", patched) == [
        b'<row r="1" ht="90.0">',
        b'<row r="2" ht="45" customHeight="1">',
        b'<row r="3" ht="45">',
    ]
