"""The grid that is read: every kind of cell, compared with openpyxl, and bounded."""

import tracemalloc
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxbook.finding import Refusal
from jxbook.place import CellRef, column_letters
from jxbook.recognition import recognise
from jxbook.workbook import bounds, reader, stored, styles
from jxbook.workbook.cellvalues import day_of, number_of
from jxbook.workbook.grid import Cell, CellValue, Grid, Merge, Sheet
from jxbook.workbook.markup import decode_text, encode_text, plain_text
from jxbook.workbook.opening import open_workbook
from jxbook.workbook.parts import read_plan
from jxbook.workbook.reader import read_grid
from jxbook.workbook.styles import is_date_format, parse_formats, read_number_formats

Remake = Callable[..., Path]
SheetXml = Callable[[str], Path]


def first(path: Path) -> Sheet:
    return read_grid(path).sheets[0]


def data(*cells: str) -> str:
    return f'<sheetData><row r="1">{"".join(cells)}</row></sheetData>'


def value(path: Path) -> CellValue:
    return first(path).cells[1, 1].value


def by_openpyxl(path: Path) -> Grid:
    values, formulas = openpyxl.load_workbook(path, data_only=True), openpyxl.load_workbook(path)
    sheets = []
    for sheet in formulas.worksheets:
        cells = {}
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                content = values[sheet.title][cell.coordinate].value
                if isinstance(content, datetime):
                    content = content.date()
                elif isinstance(content, int | float) and not isinstance(content, bool):
                    content = number_of(repr(content))
                formula = cell.value[1:] if cell.data_type == "f" else None
                cells[cell.row, cell.column] = (
                    decode_text(content)[0] if isinstance(content, str) else content,
                    formula,
                )
        merges = tuple(Merge(m.min_row, m.min_col, m.max_row, m.max_col) for m in sheet.merged_cells.ranges)
        sheets.append(Sheet(sheet.title, cells, merges, sheet.sheet_state != "visible"))  # type: ignore[arg-type]
    return Grid(tuple(sheets))


@pytest.mark.parametrize("writer", ["xlsxwriter", "openpyxl"])
def test_the_same_grid_as_openpyxl(written: Mapping[str, Path], writer: str) -> None:
    path = written[writer]
    ours = read_grid(path)
    plain = tuple(
        Sheet(s.name, {k: (c.value, c.formula) for k, c in s.cells.items()}, s.merges, s.hidden)  # type: ignore[misc]
        for s in ours.sheets
    )
    assert Grid(plain) == by_openpyxl(path)
    assert ours.removed == ()


def test_a_filled_form(form: Path) -> None:
    grid = read_grid(form)
    assert [(s.name, s.hidden) for s in grid.sheets] == [("自评表", False), ("名单", True)]
    cells = grid.sheets[0].cells
    assert cells[1, 1].value == "项目支出绩效自评表 <甲&乙>"
    assert cells[3, 2].value == "  前后有空格 "
    assert str(cells[3, 3].value) == "12"
    assert str(cells[3, 4].value) == "0.977"
    assert cells[4, 2].value == "产出指标 其余"
    assert cells[4, 3] == Cell(Decimal(24), "C3*2", "0.00%")
    assert cells[4, 4] == Cell("合格", '"合"&"格"')
    assert cells[4, 5] == Cell(date(2024, 12, 31), None, 'yyyy"年"m"月"d"日"')
    assert cells[4, 6].value is True
    assert (4, 7) not in cells
    assert cells[5, 1].value == "=100%" and cells[5, 1].formula is None
    assert grid.sheets[0].merges == (Merge(1, 1, 1, 6),)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c r="A1"><v>47</v></c>', Decimal(47)),
        ('<c r="A1" t="n"><v> 1.5E3 </v></c>', Decimal(1500)),
        ('<c r="A1"><v>-0</v></c>', Decimal(0)),
        ('<c r="A1"><v>1e999</v></c>', "1e999"),
        ('<c r="A1"><v>nan</v></c>', "nan"),
        ('<c r="A1"><v>待定</v></c>', "待定"),
        ('<c r="A1"><v>²</v></c>', "²"),
        ('<c r="A1" t="b"><v>0</v></c>', False),
        ('<c r="A1" t="e"><v>#REF!</v></c>', "#REF!"),
        ('<c r="A1" t="d"><v>2024-12-31T00:00:00</v></c>', date(2024, 12, 31)),
        ('<c r="A1" t="d"><v>年底</v></c>', "年底"),
        ('<c r="A1" t="str"><v>甲 &lt; 乙 </v></c>', "甲 < 乙 "),
        ('<c r="A1" t="inlineStr"><is><t>甲</t><rPh sb="0" eb="1"><t>jia</t></rPh></is></c>', "甲"),
        ('<c r="A1" t="inlineStr"><is><r><t>甲</t></r>\n<r><t> 乙</t></r></is></c>', "甲 乙"),
        ('<c r="A1" t="str"><v><![CDATA[<甲>]]><!-- note -->乙</v></c>', "<甲>乙"),
        ("<c\n t = 'str'  r=\"A1\"\n>\n <v >a_x000A_b_x005F_x0041_</v >\n</c >", "a\nb_x0041_"),
        ("<c t='str'><v>无地址</v></c>", "无地址"),
        ('<c r="A1" t="str" other="a>b"><v>&#20013;</v></c>', "中"),
        ('<c r="A1" t="new"><v>未知</v></c>', "未知"),
        ('<c r="A1" t="str"><v>一\r\n二</v></c>', "一\n二"),
    ],
)
def test_kinds_of_cells(sheet_xml: SheetXml, cell: str, expected: CellValue) -> None:
    found = value(sheet_xml(data(cell)))
    assert found == expected and type(found) is type(expected)


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1"/>',
        '<c r="A1" s="1"></c>',
        '<c r="A1"><v/></c>',
        '<c r="A1" t="inlineStr"><is><t/></is></c>',
        "",
    ],
)
def test_empty_cells_are_absent(sheet_xml: SheetXml, cell: str) -> None:
    assert first(sheet_xml(data(cell))).cells == {}


def test_formulas(sheet_xml: SheetXml) -> None:
    cells = first(
        sheet_xml(
            data(
                '<c r="A1"><f t="shared" ref="A1:B1" si="0">C1&amp;"&lt;"</f><v>1</v></c>',
                '<c r="B1"><f t="shared" si="0"/><v>2</v></c>',
                '<c r="C1"><f>NOW()</f></c>',
                '<c r="D1" t="str"><f>""</f><v></v></c>',
                '<c r="E1" t="str"><f>"a"</f><v>a</v><extLst><ext><x:f xmlns:x="urn:x">no</x:f></ext></extLst></c>',
            )
        )
    ).cells
    assert [(cells[1, c].value, cells[1, c].formula) for c in range(1, 6)] == [
        (Decimal(1), 'C1&"<"'),
        (Decimal(2), ""),
        (None, "NOW()"),
        ("", '""'),
        ("a", '"a"'),
    ]


def test_rows_and_cells_may_leave_out_where_they_stand(sheet_xml: SheetXml) -> None:
    xml = '<sheetData><row><c><v>1</v></c></row><row r="5"><c r="C5"><v>2</v></c><c><v>3</v></c></row><row><c/><c><v>4</v></c></row></sheetData>'
    assert list(first(sheet_xml(xml)).cells) == [(1, 1), (5, 3), (5, 4), (6, 2)]


@pytest.mark.parametrize(
    "ref",
    ["XFE1", "A0", "A1048577", "1", "A", "a1", "A-1", "A1B", "AAAA1", "甲1", "A１", "A" + "9" * 5000, " A1"],
)
def test_positions_that_do_not_exist(sheet_xml: SheetXml, ref: str) -> None:
    with pytest.raises(Refusal, match="JX904"):
        read_grid(sheet_xml(f'<sheetData><row><c r="{ref}"><v>1</v></c></row></sheetData>'))


@pytest.mark.parametrize(
    "xml",
    [
        data('<c r="A1" t="s"><v>9999</v></c>'),
        data('<c r="A1" t="s"><v>-1</v></c>'),
        data('<c r="A1" t="s"><v>x</v></c>'),
        data('<c r="A1" s="9999"><v>1</v></c>'),
        '<sheetData/><mergeCells><mergeCell ref="A1:"/></mergeCells><mergeCells><mergeCell/></mergeCells>',
    ],
)
def test_references_that_lead_nowhere(sheet_xml: SheetXml, xml: str) -> None:
    with pytest.raises(Refusal, match="JX904"):
        read_grid(sheet_xml(xml))


def test_forbidden_characters_are_removed_and_reported(sheet_xml: SheetXml) -> None:
    grid = read_grid(sheet_xml(data('<c r="A1"><v>1</v></c><c r="B1" t="str"><v>甲_x0001_乙_xD800_</v></c>')))
    assert grid.sheets[0].cells[1, 2].value == "甲乙"
    assert grid.removed == (CellRef("自评表", 1, 2),)


def test_strict_workbooks_read_alike(form: Path, remake: Remake) -> None:
    import zipfile

    expected = read_grid(form)
    with zipfile.ZipFile(form) as file:
        parts = {n: file.read(n) for n in file.namelist() if n.endswith((".xml", ".rels"))}
    main, office = (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006",
    )
    strict = {
        name: xml.replace(main, b"http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
            office, b"http://purl.oclc.org/ooxml/officeDocument"
        )
        for name, xml in parts.items()
    }
    assert read_grid(remake(strict)) == expected


def test_prefixes_and_utf16_read_alike(remake: Remake) -> None:
    inside = '<x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>甲</x:v></x:c><c r="B1"><v>2</v></c></x:row></x:sheetData>'
    xml = f'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{inside}</x:worksheet>'
    for part in (xml.encode(), b"\xef\xbb\xbf" + xml.encode(), xml.encode("utf-16")):
        assert first(remake({"xl/worksheets/sheet1.xml": part})).cells == {(1, 1): Cell("甲")}


def test_absolute_targets(remake: Remake, form: Path) -> None:
    import zipfile

    expected = read_grid(form)
    with zipfile.ZipFile(form) as file:
        rels = file.read("xl/_rels/workbook.xml.rels")
    assert (
        read_grid(remake({"xl/_rels/workbook.xml.rels": rels.replace(b'Target="', b'Target="/xl/')}))
        == expected
    )


@pytest.mark.parametrize(
    ("serial", "from_1904", "expected"),
    [
        ("0", False, None),
        ("0.5", False, None),
        ("1", False, date(1900, 1, 1)),
        ("59", False, date(1900, 2, 28)),
        ("60", False, None),
        ("61.99", False, date(1900, 3, 1)),
        ("45657", False, date(2024, 12, 31)),
        ("2958465.5", False, date(9999, 12, 31)),
        ("2958466", False, None),
        ("-1", False, None),
        ("0", True, date(1904, 1, 1)),
        ("44195", True, date(2024, 12, 31)),
        ("2957003", True, date(9999, 12, 31)),
        ("2957004", True, None),
        ("1E+300", True, None),
    ],
)
def test_date_systems(serial: str, from_1904: bool, expected: date | None) -> None:
    assert day_of(Decimal(serial), from_1904) == expected


def test_the_1904_date_system_is_read(remake: Remake, form: Path) -> None:
    book = openpyxl.load_workbook(form)
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.save(form)
    assert read_grid(form).sheets[0].cells[4, 5].value == date(2024, 12, 31)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("yyyy-mm-dd", True),
        ('m"月"d"日"', True),
        ("[$-804]aaaa;d", False),
        ("[$-F800]dddd, mmmm dd, yyyy", True),
        ("mmm-yy", True),
        ("General", False),
        ("h:mm", False),
        ("[h]:mm:ss", False),
        ("mm:ss.0", False),
        ('0.00"元/d"', False),
        ("[Red]#,##0", False),
        (r"0\d", False),
        ("0_d", False),
        ("@", False),
        ('上午/下午h"时"mm"分"', False),
    ],
)
def test_formats_that_show_a_date(code: str, expected: bool) -> None:
    assert is_date_format(code) is expected


def test_a_cell_in_the_last_corner_costs_nothing(sheet_xml: SheetXml) -> None:
    path = sheet_xml('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')
    tracemalloc.start()
    try:
        assert list(first(path).cells) == [(1_048_576, 16_384)]
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_too_many_cells(sheet_xml: SheetXml, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MAX_CELLS", 3)  # the form's other sheet has one
    assert len(first(sheet_xml(data("<c><v>1</v></c>" * 2))).cells) == 2
    with pytest.raises(Refusal, match="JX907"):
        read_grid(sheet_xml(data("<c><v>1</v></c>" * 3)))


@pytest.mark.parametrize(
    ("piece", "times"), [("<a/>", 1_600_000), ("<a>", 1_600_000), ('<c r="A1"><v>1</v></c>', 200_001)]
)
def test_swollen_sheets(form: Path, piece: str, times: int) -> None:
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xml = (
        f'<worksheet xmlns="{namespace}"><sheetData><row r="1">{piece * times}</row></sheetData></worksheet>'
    )
    with pytest.raises(Refusal, match="JX907"):
        stored.read_sheet(xml.encode(), form.name)


@pytest.mark.parametrize("read", [styles.read_number_formats, styles.parse_formats])
def test_more_styles_than_excel_has(read: Callable[[bytes, str], object]) -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    made = '<styleSheet xmlns="{}"><cellXfs>{}</cellXfs></styleSheet>'
    read(made.format(main, '<xf numFmtId="14"/>' * styles.MAX_STYLES).encode(), "表.xlsx")
    with pytest.raises(Refusal, match=r"JX907.*样式超过65490种.*选择性粘贴"):
        read(made.format(main, '<xf numFmtId="14"/>' * (styles.MAX_STYLES + 1)).encode(), "表.xlsx")


def test_too_long_a_text(sheet_xml: SheetXml) -> None:
    cell = '<c r="A1" t="str"><v>{}</v></c>'
    assert value(sheet_xml(data(cell.format("甲" * 32_767)))) == "甲" * 32_767
    with pytest.raises(Refusal, match="JX907"):
        read_grid(sheet_xml(data(cell.format("甲" * 32_768))))


def test_sheets_too_large_together(form: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_SHEET_BYTES", 1000)
    with pytest.raises(Refusal, match="JX907"):
        read_grid(form)


def test_what_programs_write_is_read_by_patterns(
    written: Mapping[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = [read_grid(path) for path in written.values()]
    parsed = []
    monkeypatch.setattr(
        stored, "parse_sheet", lambda xml, place: parsed.append(xml) or stored.StoredSheet([], [])
    )
    grids = [read_grid(path) for path in written.values()]
    assert grids == expected
    assert all(b"<sheetData/>" in xml or b"<sheetData></sheetData>" in xml for xml in parsed)


SPACES = st.sampled_from(["", "", "", " ", "\n"])
CONTENT = st.sampled_from(
    [
        "",
        "1",
        "0.5",
        "甲",
        "a&lt;b&#x4e2d;&#20013;&amp;amp;",
        "&amp;lt;&quot;&amp;amp;&apos;&gt;",
        " x ",
        "<!--<c/>-->",
        "<![CDATA[<c r='Z9'>]]>",
        "<?p <c?>",
    ]
)
ATTRIBUTES = st.lists(
    st.sampled_from([' s="1"', " t='str'", ' t="n"', ' t="str"', ' s="2"', ' x="a>b"', ' cm="1"']),
    unique_by=lambda text: text[1],
    max_size=3,
)


@st.composite
def cell_xml(draw: st.DrawFn, column: int) -> str:
    children = draw(
        st.lists(
            st.one_of(
                st.builds("<v{}>{}</v>".format, SPACES, CONTENT),
                st.builds(
                    "<f{}>{}</f>".format, st.sampled_from(["", ' t="shared" si="0"', " ca='1'"]), CONTENT
                ),
                st.builds("<is><t>{}</t></is>".format, CONTENT),
                st.just("<f/>"),
                st.just("<v/>"),
                st.just('<is><r><t>a</t></r><rPh sb="0" eb="1"><t>b</t></rPh></is>'),
                st.just('<extLst><ext xmlns:y="urn:y"><y:v>9</y:v><y:c/></ext></extLst>'),
            ),
            unique_by=lambda text: text[1],
            max_size=3,
        )
    )
    inside = "".join(draw(SPACES) + child for child in children)
    start = f'<c{draw(SPACES)} r="{column_letters(column)}1"{"".join(draw(ATTRIBUTES))}{draw(SPACES)}'
    end = draw(st.sampled_from(["</c>", "</c>", "</c>", "</c >"]))
    return start + (f">{inside}{end}" if inside else draw(st.sampled_from(["/>", "></c>"])))


@given(st.data(), st.integers(0, 5), st.sampled_from(["", "\r\n", ' xmlns="urn:other"', ' y:z="1"']))
def test_patterns_and_parser_agree(data: st.DataObject, count: int, other: str) -> None:
    cells = "".join(data.draw(cell_xml(column)) for column in range(1, count + 1))
    xml = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:y="urn:y">'
        f'<sheetData><row r="1">{cells}</row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
        f"<extLst><ext{other}><c r='A1'><v>8</v></c></ext></extLst></worksheet>"
    ).encode()
    if other.startswith(" xmlns"):
        assert plain_text(xml, "") is None

    def with_content(sheet: stored.StoredSheet) -> list[stored.StoredCell]:
        return [cell for cell in sheet.cells if any(cell[3:]) and cell[0] != "A1"]

    by_pattern, by_parser = stored.read_sheet(xml, ""), stored.parse_sheet(xml, "")
    assert with_content(by_pattern) == with_content(by_parser)
    assert by_pattern.merges == by_parser.merges


@given(
    st.lists(
        st.sampled_from(
            [
                "<t>甲&lt;</t>",
                "<t/>",
                "<r><t>乙</t></r>",
                '<t xml:space="preserve"> \r\n</t>',
                '<t>丙</t><phoneticPr fontId="1"/>',
                "<t>丁</t><rPh><t>x</t></rPh>",
                "",
            ]
        ),
        max_size=4,
    )
)
def test_patterns_and_parser_agree_on_strings(items: list[str]) -> None:
    inside = "".join(f"<si>{item}</si>" for item in items)
    xml = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{inside}</sst>'.encode()
    assert stored.read_strings(xml, "") == stored.parse_strings(xml, "")


@pytest.mark.parametrize("writer", ["xlsxwriter", "openpyxl"])
def test_number_formats_by_pattern_and_by_parser(written: Mapping[str, Path], writer: str) -> None:
    xml = open_workbook(written[writer]).part("xl/styles.xml")
    plain = read_number_formats(xml, "")
    assert len(plain) > 1
    odd = xml.replace(b"<cellXfs", b"<!-- <xf numFmtId='9'> --><cellXfs")
    assert read_number_formats(odd, "") == plain
    assert parse_formats(xml, "")[0] == styles._match_formats(xml, "")[0]  # type: ignore[index]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_mean_the_same_float(number: float) -> None:
    read = number_of(f"{number:.17g}")
    assert read is not None and float(read) == number


@given(st.text())
def test_text_survives_its_encoding(text: str) -> None:
    from xml.etree import ElementTree

    stored = ElementTree.fromstring(f"<t>{encode_text(text)}</t>").text or ""
    decoded, removed = decode_text(stored)
    assert not removed
    assert decoded == "".join(
        c
        for c in text
        if c in "\t\n\r" or (c >= " " and not 0xD800 <= ord(c) < 0xE000 and c not in "\ufffe\uffff")
    )


# 看板 is read later


@pytest.fixture
def ours(sunhe: Path) -> Path:
    return sunhe


def without_property(path: Path, copy: Path) -> Path:
    """The same workbook, without the word that it is one of ours."""
    with ZipFile(path) as old, ZipFile(copy, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'name="jxbook"', b'name="other"'))
    return copy


def test_whether_the_board_is_read_changes_no_form(ours: Path, tmp_path: Path) -> None:
    """Nothing on 看板 is an entry: it is passed over in a workbook of ours, and read in any other."""
    later, at_once = read_grid(ours), read_grid(without_property(ours, tmp_path / "other.xlsx"))
    assert [sheet.name for sheet in later.sheets if sheet.shows] == [
        "填报说明",
        "看板",
        "校验结果",
        "问答和依据",
        "词",
        "算",
    ]
    assert not any(sheet.shows for sheet in at_once.sheets)
    assert recognise(later, ours.name) == recognise(at_once, ours.name)


def test_who_asks_for_a_cell_of_the_board_gets_it(ours: Path, tmp_path: Path) -> None:
    later, at_once = read_grid(ours), read_grid(without_property(ours, tmp_path / "other.xlsx"))
    [board] = (sheet for sheet in later.sheets if sheet.name == "看板")
    [same] = (sheet for sheet in at_once.sheets if sheet.name == "看板")
    assert len(board.cells) == len(same.cells) > 100
    assert board.cells == same.cells
    assert board.merges == same.merges and board.merges[0] == same.merges[0]


def test_a_form_that_was_given_the_name_of_the_board_is_found(ours: Path, tmp_path: Path) -> None:
    renamed = tmp_path / "renamed.xlsx"
    with ZipFile(ours) as old, ZipFile(renamed, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/workbook.xml":
                data = data.replace('name="看板"'.encode(), 'name="图"'.encode())
                data = data.replace('name="自评表"'.encode(), 'name="看板"'.encode())
            new.writestr(name, data)
    assert recognise(read_grid(renamed), "x").sheet == "看板"


def test_a_damaged_board_is_refused_when_it_is_asked_for(ours: Path, tmp_path: Path) -> None:
    path = tmp_path / "damaged.xlsx"
    part = next(sheet.part for sheet in read_plan(open_workbook(ours)).sheets if sheet.name == "看板")
    with ZipFile(ours) as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data[:-20] if name == part else data)
    board = next(sheet for sheet in read_grid(path).sheets if sheet.name == "看板")
    with pytest.raises(Refusal, match="JX904"):
        len(board.cells)


def test_a_namespace_in_the_text_of_a_cell_declares_nothing() -> None:
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xml = f'<worksheet xmlns="{namespace}"><sheetData>{{}}</sheetData></worksheet>'
    said = f'<row r="1"><c r="A1" t="str"><v>xmlns:a="{namespace}"</v></c></row>'
    declared = f'<a:row xmlns:a="{namespace}"><a:c r="A1"><a:v>1</a:v></a:c></a:row>'
    for rows in (said, declared):
        assert stored.read_sheet(xml.format(rows).encode(), "") == stored.parse_sheet(
            xml.format(rows).encode(), ""
        )
    assert plain_text(xml.format(declared).encode(), "") is None
