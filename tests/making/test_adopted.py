"""Promise 5 of adopting: of an office's own form nothing changes but what must, and nothing typed is lost in silence."""

import json
import re
import sys
import zipfile
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openxml_audit import FileFormat, OpenXmlValidator

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "layouts"))
import drawn

import office_forms
from jxbook.assess import assess
from jxbook.cli import main
from jxbook.finding import Refusal
from jxbook.form import Entry
from jxbook.form.table import BY_FIELD
from jxbook.making.adopted import adopt
from jxbook.place import CellRef
from jxbook.workbook.grid import Change
from jxbook.workbook.names import ADOPTED, FINDINGS, ROWS_SHEET, WORDS_SHEET
from jxbook.workbook.patch import write_changes
from jxbook.workbook.reader import read_grid

MAY_CHANGE = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}
COUNTED = re.compile(r"Worksheet \w+\.xml has \d+ (?=inline-string)")
SHORT = {"04_score_method_column", *office_forms.DRAWN}
AUDITED = [(one, () if one in SHORT else pytest.mark.long) for one in office_forms.ADOPTABLE]
NEW = {"xl/worksheets/jxfindings.xml", "xl/worksheets/jxpolicy.xml"}
SCORING = {"xl/worksheets/jxwords.xml", "xl/worksheets/jxrows.xml"}
"""The formulas that score where no function is."""


@pytest.fixture(scope="module")
def forms(tmp_path_factory):
    """name → the office's form."""
    folder = tmp_path_factory.mktemp("forms")
    return {name: office_forms.write(name, folder) for name in office_forms.ADOPTABLE}


@pytest.fixture(scope="module")
def adopted(forms, tmp_path_factory):
    """name → the form adopted: the file and what was said of it."""
    folder = tmp_path_factory.mktemp("adopted")
    made = {}
    for name, path in forms.items():
        one = adopt(path)
        made[name] = folder / f"{name}.xlsx", one
        made[name][0].write_bytes(one.data)
    return made


def parts(data):
    with zipfile.ZipFile(data) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("name", office_forms.ADOPTABLE)
def test_only_the_sheet_of_the_form_and_the_lists_of_parts_change(forms, adopted, name):
    before, after = parts(forms[name]), parts(adopted[name][0])
    changed = {part for part, content in before.items() if after[part] != content}
    sheets = {part for part in changed if part.startswith("xl/worksheets/sheet")}
    assert changed - sheets <= MAY_CHANGE
    assert len(sheets) == len(adopted[name][1].sheets)
    scoring = SCORING if adopted[name][1].own_layer else set()
    assert after.keys() - before.keys() == NEW | scoring


@pytest.mark.parametrize("name", office_forms.ADOPTABLE)
def test_of_the_form_only_the_cells_with_formulas_change(forms, adopted, name):
    before, after = read_grid(forms[name]), read_grid(adopted[name][0])
    for old, new in zip(before.sheets, after.sheets, strict=False):
        formulas = {where for where, cell in new.cells.items() if "JX" in (cell.formula or "").upper()}
        formulas |= {where for where, cell in new.cells.items() if "待完善" in (cell.formula or "")}
        kept, was = (
            {
                where: (cell.value, cell.formula)
                for where, cell in sheet.cells.items()
                if where not in formulas
            }
            for sheet in (new, old)
        )
        assert kept == was
        assert new.merges == old.merges
    scoring = [WORDS_SHEET, ROWS_SHEET] if adopted[name][1].own_layer else []
    assert [sheet.name for sheet in after.sheets][len(before.sheets) :] == [FINDINGS, ADOPTED, *scoring]
    assert after.sheets[-1].hidden


@pytest.mark.parametrize("name", office_forms.ADOPTABLE)
def test_every_byte_of_the_sheet_outside_those_cells_stays(forms, adopted, name):
    """But the extent, where a cell was added, and the rule that paints what 校验结果 names."""
    before, after = parts(forms[name]), parts(adopted[name][0])

    def bare(xml):
        xml = re.sub(
            rb"<conditionalFormatting[^>]*><cfRule[^>]*><formula>COUNTIFS.*?</conditionalFormatting>",
            b"",
            xml,
        )
        xml = re.sub(rb'<c r="([A-Z]+\d+)"[^>]*?(?:/>|>.*?</c>)', rb"", xml)
        return re.sub(rb' spans="[^"]*"', b"", xml)

    for part, content in before.items():
        if part.startswith("xl/worksheets/sheet"):
            assert bare(after[part]) == bare(content)


@pytest.mark.parametrize("name", [pytest.param(one, marks=mark) for one, mark in AUDITED])
def test_it_passes_the_schema_audit_as_far_as_the_form_did(forms, adopted, name):
    def told(path):
        errors = OpenXmlValidator(FileFormat.OFFICE_2016).validate(path).errors
        return {COUNTED.sub("", str(error.description)) for error in errors}

    assert told(adopted[name][0]) - told(forms[name]) == set()


@pytest.mark.parametrize("name", office_forms.ADOPTABLE)
def test_it_scores_as_the_form_did(forms, adopted, name):
    """But where a person had judged inside a tier: a formula cannot know that, and the command has said so."""
    form = adopted[name][1].sheets[0]
    before, after = assess(forms[name], form=form), assess(adopted[name][0], form=form)
    judged = {"06_money_with_units": Decimal(100), "m08_cost": Decimal(99), "apart": Decimal("95.8")}
    assert after.scoring.total == judged.get(name, before.scoring.total)
    assert after.policy.id == before.policy.id
    assert after.form.adopted


@pytest.mark.parametrize("name", office_forms.ADOPTABLE)
def test_each_entry_that_gave_way_is_told(forms, adopted, name):
    """Every cell that held something else than it shows now."""

    def value(cell):
        text = Entry(cell.value, number_format=cell.number_format).text
        number = Entry(text.removesuffix("%")).number
        return text if number is None else number, text.endswith("%")

    before = {sheet.name: sheet.cells for sheet in read_grid(forms[name]).sheets}
    after = {sheet.name: sheet.cells for sheet in read_grid(adopted[name][0]).sheets}
    told = {(one.cell.sheet, one.cell.row, one.cell.column) for one in adopted[name][1].replaced}
    gone = {
        (sheet, *where)
        for sheet, cells in before.items()
        for where, cell in cells.items()
        if cell.formula != after[sheet][where].formula
        and (cell.formula or value(cell) != value(after[sheet][where]))
    }
    assert gone == told


def test_a_person_may_still_type_over_a_formula(adopted, tmp_path):
    """A 得分 inside its tier is his judgement, as it was before."""
    path = tmp_path / "自评表.xlsx"
    path.write_bytes(adopted["m08_cost"][1].data)
    write_changes(path, [Change(CellRef("Sheet", 15, 8), Decimal(28))])
    assert assess(path).scoring.total == Decimal(97)


def test_what_refers_to_the_total_refers_to_it_still(adopted):
    book = openpyxl.load_workbook(adopted["red_headed"][0])
    assert book["汇总"]["B2"].value == "='附件1'!I19"
    assert book.defined_names["自评总分"].attr_text == "'附件1'!$I$19"
    assert book["附件1"].print_area == "'附件1'!$A$1:$J$21"
    assert book["附件1"]["H19"].value == "=SUM(H6,H11:H18)"
    assert book["附件1"]["F11"].comment.text == "按批复填写"


def test_a_cell_formatted_as_text_becomes_a_number_and_a_rate_shows_per_cent(adopted):
    book = openpyxl.load_workbook(adopted["red_headed"][0])
    assert {book["附件1"][f"I{row}"].number_format for row in range(11, 19)} == {"General"}
    assert book["附件1"]["I6"].number_format == "0.00%"
    assert book["附件1"]["I11"].font.name == "Calibri"
    assert book["附件1"]["I11"].border.left.style == "thin"


def test_entries_are_read_as_they_are_typed_unless_the_office_takes_only_numbers(tmp_path):
    """90% typed into a cell formatted as text stays 90%; where the office's own rule asks for a number, it would be refused."""
    path = office_forms.write("red_headed", tmp_path)
    book = openpyxl.load_workbook(path)
    rule = openpyxl.worksheet.datavalidation.DataValidation(
        type="decimal", operator="greaterThan", formula1="0"
    )
    rule.add("G12:G13")
    book["附件1"].add_data_validation(rule)
    book.save(path)
    made = tmp_path / "采用.xlsx"
    made.write_bytes(adopt(path).data)
    sheet = openpyxl.load_workbook(made)["附件1"]
    formats = [sheet[f"G{row}"].number_format for row in range(11, 15)]
    assert formats == ["@", "General", "General", "@"]
    assert sheet["F12"].number_format == "@"


@pytest.mark.parametrize(("name", "column"), office_forms.LACKING.items())
def test_a_form_without_a_column_is_refused_with_its_cell_and_what_to_do(name, column, tmp_path):
    with pytest.raises(Refusal) as refused:
        adopt(office_forms.layout(name, tmp_path))
    assert refused.value.finding.code == "JX936"
    assert f"“{column}”" in refused.value.finding.why
    assert "插入" in refused.value.finding.fix
    assert re.search(r"：Sheet!B\d+\Z", refused.value.finding.place)


def test_a_form_whose_values_have_units_of_their_own_is_refused(tmp_path):
    rows = [
        ["项目支出绩效自评表（2024年度）", *[""] * 8],
        ["项目名称", "某项目", *[""] * 7],
        ["一级指标", "二级指标", "三级指标", "年度指标值", "", "实际完成值", "", "分值", "得分"],
        ["产出指标", "成本指标", "维修费用", "≤34", "万元", "320000", "元", "20", "20"],
        ["产出指标", "数量指标", "维修次数", "≥3", "次", "3", "次", "10", "10"],
    ]
    with pytest.raises(Refusal) as refused:
        adopt(drawn.write_xlsx(tmp_path / "表样.xlsx", rows))
    assert "与指标值的单位不同" in refused.value.finding.why and "320000元" in refused.value.finding.fix


def test_a_form_with_several_indicators_in_a_row_is_refused(tmp_path):
    with pytest.raises(Refusal) as refused:
        adopt(office_forms.layout(office_forms.STACKED, tmp_path))
    assert "一行里写了几个指标" in refused.value.finding.why and "各写一行" in refused.value.finding.fix
    assert refused.value.finding.place.endswith("：Sheet!B7")  # the cell with two names, not the heading


PLAIN = "m01_weight_as_heading"
HEADINGS = {
    "年度指标值": "target",
    "实际完成值": "actual",
    "指标权重（分）": "points",
    "得分": "earned",
    "三级指标": "name",
}


@pytest.mark.parametrize("turn", range(9))
def test_it_reckons_whatever_its_headings_are_called(turn, tmp_path):
    """In any listed spelling, a row put in above the table, two columns in another order."""
    _, rows = drawn.read(PLAIN)
    called = {
        heading: (BY_FIELD[field].heading, *BY_FIELD[field].spellings)[
            turn % (1 + len(BY_FIELD[field].spellings))
        ]
        for heading, field in HEADINGS.items()
    }
    header = next(number for number, row in enumerate(rows) if "年度指标值" in row)
    rows = [[called.get(cell, cell) if at == header else cell for cell in row] for at, row in enumerate(rows)]
    if turn % 2:
        rows.insert(header, [""] * len(rows[0]))
    if turn % 3 == 1:
        left, right = (rows[-1].index("100") if "100" in rows[-1] else 6), 7
        rows = [
            row if "指标" not in "".join(row) and at < header else swapped(row, left, right)
            for at, row in enumerate(rows)
        ]
    path = drawn.write_xlsx(tmp_path / "表样.xlsx", rows)
    made = tmp_path / "采用.xlsx"
    made.write_bytes(adopt(path).data)
    before, after = assess(path), assess(made)
    assert after.scoring.total == before.scoring.total is not None
    assert [one.earned.computed for one in after.form.indicators] == [True] * len(before.form.indicators)


def swapped(row, left, right):
    row = list(row)
    row[left], row[right] = row[right], row[left]
    return row


@pytest.mark.parametrize("heading", ["年度指标值", "实际完成值", "指标权重（分）"])
def test_promise_2_a_form_of_which_a_column_is_not_known_is_not_adopted(heading, tmp_path, capsys):
    _, rows = drawn.read(PLAIN)
    path = drawn.write_xlsx(
        tmp_path / "表.xlsx", [["第五列" if cell == heading else cell for cell in row] for row in rows]
    )
    assert main(["new", "--like", str(path), "-o", str(tmp_path / "新.xlsx")]) == 2
    assert "不认得表头“第五列”" in capsys.readouterr().err
    assert not (tmp_path / "新.xlsx").exists()


@pytest.mark.parametrize("column", "EFG")
def test_promise_2_no_check_passes_an_adopted_form_whose_heading_was_changed(
    column, adopted, tmp_path, capsys
):
    path = tmp_path / "表.xlsx"
    path.write_bytes(adopted[PLAIN][1].data)
    form = assess(path).form
    row = form.indicators[0].target.cell.row - 1
    write_changes(path, [Change(CellRef(form.sheet, row, "ABCDEFG".index(column) + 1), "第五列")])
    assert main(["check", str(path)]) in (1, 2)
    assert "错误0项" not in capsys.readouterr().out


def change(path, part, old, new):
    """The file with bytes of one part replaced."""
    content = parts(path)
    assert old in content[part]
    content[part] = content[part].replace(old, new, 1)
    with zipfile.ZipFile(path, "w") as package:
        for name, data in content.items():
            package.writestr(name, data)
    return path


PROTECTED = {
    "工作表": ("xl/worksheets/sheet1.xml", b"</sheetData>", b'</sheetData><sheetProtection sheet="1"/>'),
    "结构": ("xl/workbook.xml", b"<workbookPr/>", b'<workbookPr/><workbookProtection lockStructure="1"/>'),
}


@pytest.mark.parametrize("what", PROTECTED)
def test_what_is_protected_is_refused(what, tmp_path):
    path = office_forms.layout("m01_weight_as_heading", tmp_path)
    if what == "结构":
        change(path, "xl/workbook.xml", b"<workbookProtection/>", b"")
    with pytest.raises(Refusal, match="保护") as refused:
        adopt(change(path, *PROTECTED[what]))
    assert what in refused.value.finding.why


@pytest.mark.parametrize("between", "/-|")
def test_a_name_that_holds_the_levels_too_scores_by_them(tmp_path, between):
    """Points by the tiers of 满意度 are those of the level, which stands in no cell of its own."""
    rows = [
        ["项目名称", "某项目", "", "", "", ""],
        ["绩效指标", "年度指标值", "实际完成值", "分值", "得分", "未完成原因"],
        [between.join(("满意度指标", "服务对象满意度指标", "学员满意度")), "≥90%", "85%", "10", "", ""],
    ]
    made = tmp_path / "采用.xlsx"
    made.write_bytes(adopt(drawn.write_xlsx(tmp_path / "表.xlsx", rows), "mof-2021-101").data)
    assert [row.score.earned for row in assess(made).scoring.indicators] == [8]
    sheet = next(one for one in read_grid(made).sheets if one.name == "Sheet")
    assert sheet.cells[3, 5].value == 8


def test_money_without_a_total_line_is_added_up_by_the_formulas(tmp_path):
    rows = [
        ["项目名称", "某项目", "", "", "", "", ""],
        ["", "全年预算数", "全年执行数", "分值", "执行率", "得分", ""],
        ["财政拨款", "60", "50", "10", "90%", "9", ""],
        ["其他资金", "40", "40", "", "", "", ""],
        ["一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "未完成原因"],
        ["产出指标", "培训场次", "≥20场", "20场", "90", "90", ""],
    ]
    made = tmp_path / "采用.xlsx"
    made.write_bytes(adopt(drawn.write_xlsx(tmp_path / "表.xlsx", rows)).data)
    cells = next(sheet for sheet in read_grid(made).sheets if sheet.name == "Sheet").cells
    assert (cells[3, 5].value, cells[3, 6].value) == (Decimal("0.9"), 9)
    assert "B3+B4" in (cells[3, 6].formula or "")


BESIDE = {
    "above one another": [
        ["预算数", "60", "执行数", "45"],
        ["执行率", "75%", "得分", "7.5"],
        ["年度目标", "办好培训", "完成情况", "已办好"],
    ],
    "in one row": [
        ["预算数", "60", "执行数", "45", "执行率", "75.00%", "得分", "7.50"],
        ["年度目标", "办好培训"],
    ],
    "in 元": [
        ["单位：元"],
        ["预算数", "600000", "执行数", "450000"],
        ["执行率", "75%", "得分", "7.5"],
        ["年度目标"],
    ],
}


@pytest.mark.parametrize("money", BESIDE.values(), ids=BESIDE.keys())
def test_money_beside_its_labels_shows_what_it_comes_to(money, tmp_path):
    """Also without our functions: the formulas divide the numbers that are typed."""
    rows = [
        ["2024年度项目支出绩效自评表"],
        ["项目名称", "某项目"],
        *money,
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
        ["产出指标", "数量指标", "培训场次", "≥20场", "20场", "90", "90"],
        ["总分", "", "", "", "", "100", "97.5"],
    ]
    made = tmp_path / "采用.xlsx"
    rows = [row + [""] * (8 - len(row)) for row in rows]
    one = adopt(drawn.write_xlsx(tmp_path / "表.xlsx", rows))
    assert one.replaced == ()
    made.write_bytes(one.data)
    cells = next(sheet for sheet in read_grid(made).sheets if sheet.name == "Sheet").cells
    formulas = [one.formula for one in cells.values() if one.formula and "JX_EXECUTION" in one.formula]
    assert len(formulas) == 1
    assert "ISNUMBER(IF(" not in formulas[0]


def test_an_adopted_form_is_not_adopted_again(adopted):
    with pytest.raises(Refusal, match="JX936"):
        adopt(adopted["red_headed"][0])


@pytest.mark.parametrize("sheet", [FINDINGS, ADOPTED])
def test_a_sheet_of_the_offices_own_by_our_name_is_refused(sheet, tmp_path):
    path = office_forms.layout("m01_weight_as_heading", tmp_path)
    book = openpyxl.load_workbook(path)
    book.create_sheet(sheet)
    book.save(path)
    with pytest.raises(Refusal, match="重名"):
        adopt(path)


def test_a_formula_that_stays_and_shares_one_that_goes_is_refused(tmp_path):
    """G10 gives its formula to J10, which is none of ours to change."""
    path = office_forms.layout("m01_weight_as_heading", tmp_path)
    xml = parts(path)["xl/worksheets/sheet1.xml"]
    [cell] = re.findall(rb'<c r="H10"[^>]*>.*?</c>', xml)
    shared = b'<c r="H10"><f t="shared" ref="H10:K10" si="0">G10</f><v>20</v></c>'
    change(path, "xl/worksheets/sheet1.xml", cell, shared)
    xml = parts(path)["xl/worksheets/sheet1.xml"]
    [row] = re.findall(rb'<row r="10".*?</row>', xml)
    more = row.replace(b"</row>", b'<c r="K10"><f t="shared" si="0"/><v>1</v></c></row>')
    with pytest.raises(Refusal, match="JX913") as refused:
        adopt(change(path, "xl/worksheets/sheet1.xml", row, more))
    assert "Sheet!H10" in refused.value.finding.place


def test_a_style_that_does_not_exist_is_damage(tmp_path):
    path = office_forms.layout(PLAIN, tmp_path)
    [cell] = re.findall(rb'<c r="H10"[^>]*>.*?</c>', parts(path)["xl/worksheets/sheet1.xml"])
    with pytest.raises(Refusal, match="JX904"):
        adopt(change(path, "xl/worksheets/sheet1.xml", cell, b'<c r="H10" s="77777"/>'))


def test_names_with_a_prefix_are_understood(tmp_path):
    """As the systems of some provinces write them: <x:row>, <x:c>."""
    path = office_forms.layout("m01_weight_as_heading", tmp_path)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    content = parts(path)
    for part in ("xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"):
        xml = content[part].decode().replace(f'xmlns="{main}"', f'xmlns:x="{main}"')
        content[part] = re.sub(r"<(/?)(?!\?|/|x:)(?=\w)", r"<\1x:", xml).encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in content.items():
            package.writestr(name, data)
    made = tmp_path / "采用.xlsx"
    made.write_bytes(adopt(path).data)
    assert assess(made).scoring.total == 100
    assert openpyxl.load_workbook(made)["Sheet"]["H10"].value.startswith("=IFERROR(IF(")


def test_the_commands_work_on_it_as_on_ours(adopted, tmp_path, capsys):
    """score --write, check and report; the year stands in the title, the policy in the hidden sheet."""
    path = tmp_path / "自评表.xlsx"
    path.write_bytes(adopted["apart"][1].data)
    assert main(["score", str(path), "--write"]) == 0
    assert "采用表样时定的政策" in capsys.readouterr().out
    main(["check", str(path)])
    assert "JX108" not in capsys.readouterr().out
    assert main(["import", str(path), "-o", str(tmp_path / "导入.xlsx"), "--json"]) in (0, 1)
    lines = json.loads(capsys.readouterr().out)
    assert [one["text"] for one in lines if one["state"] == "未认出"] == ["……"]
    assert main(["report", str(path), "-o", str(tmp_path / "报告.docx")]) in (0, 1)
    assert assess(path).form.year == 2023


@pytest.mark.parametrize("ending", ["xls", "et", "docx"])
def test_files_of_other_kinds_are_told_to_be_saved_as_xlsx(ending, tmp_path, capsys):
    path = tmp_path / f"表样.{ending}"
    if ending == "docx":
        import docx

        docx.Document().save(str(path))
    else:
        path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert main(["new", "--like", str(path), "-o", str(tmp_path / "新.xlsx")]) == 2
    assert ".xlsx" in capsys.readouterr().err
    assert not (tmp_path / "新.xlsx").exists()


def test_a_blank_form_shows_nothing_wrong_and_no_total(adopted):
    cells = next(sheet for sheet in read_grid(adopted["red_headed"][0]).sheets if sheet.name == "附件1").cells
    assert [cells[row, 9].value for row in range(11, 20)] == [""] * 8 + ["待完善"]
    assert BytesIO(adopted["red_headed"][1].data).getbuffer().nbytes < 40_000


def with_cells(name, folder, cells):
    """An office's form with cells of its own."""
    path = office_forms.write(name, folder)
    book = openpyxl.load_workbook(path)
    for address, value in cells.items():
        book.worksheets[0][address] = value
    book.save(path)
    return path


GRADES = '=IF(I19>=90,"优",IF(I19>=80,"良",IF(I19>=60,"中","差")))'


def test_promise_5_the_offices_own_grade_says_nothing_while_there_is_no_total(tmp_path):
    """To a formula the text 待完善 is above every number, and so 优."""
    path = with_cells("red_headed", tmp_path, {"J19": GRADES, "A20": None})
    one = adopt(path)
    path.write_bytes(one.data)
    [grade] = [one for one in one.replaced if one.cell.address == "J19"]
    assert (grade.old, grade.new) == (GRADES, "")
    assert not [line for line in one.without if "等级" in line]
    assert read_grid(path).sheets[0].cells[19, 10].value == ""
    assert "JX_GRADE(" in openpyxl.load_workbook(path)["附件1"]["J19"].value


@pytest.mark.parametrize("label", ["评价等次", "自评等次", "绩效评价等级"])
def test_the_box_of_the_grade_is_known_by_its_other_names(label, tmp_path):
    path = with_cells("red_headed", tmp_path, {"A20": label})
    one = adopt(path)
    path.write_bytes(one.data)
    assert one.without == ()
    assert "JX_GRADE(" in openpyxl.load_workbook(path)["附件1"]["B20"].value


def test_a_formula_that_stays_and_compares_the_total_is_told(tmp_path):
    """Nobody sees from 合格 that there is no total yet."""
    cells = {"D21": '=IF($I$19>=60,"合格","不合格")', "D22": "=I19", "D23": '=IF(I190>=60,"甲","乙")'}
    [told] = adopt(with_cells("red_headed", tmp_path, cells)).without
    assert "附件1!D21" in told and "ISNUMBER(I19)" in told


def test_a_year_that_stands_nowhere_is_asked_for_where_a_person_sees_it(tmp_path):
    """Not in the hidden sheet, which nobody can fill in."""
    path = with_cells("red_headed", tmp_path, {"A2": "项目支出绩效自评表", "D11": "活动", "F11": "20场"})
    [told] = adopt(path).without
    assert "--year 2024" in told
    assert adopt(path, year=2024).without == ()
    path.write_bytes(adopt(path).data)
    [finding] = [one for one in assess(path).findings if one.code == "JX101" and "年度" in one.what]
    assert finding.cell is None
    assert "jxbook new --like" in finding.fix


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (["总分：95"], {"A7 总分"}),
        (["自评总分（分）：95　等级：优"], {"A7 总分", "A7 等级"}),
        (["", "", "", "", "", "总分：95分"], {"F7 总分"}),
        (["以下空白"], set()),
    ],
)
def test_a_total_in_one_cell_with_its_label_is_named_by_its_cell(tmp_path, said, told):
    """A formula would take the label's place; so it gets none, and the office is told where and what to do."""
    path = tmp_path / "表样.xlsx"
    book = openpyxl.Workbook()
    for row in (
        ["2024年度项目支出绩效自评表"],
        ["项目名称", "道路养护"],
        ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        ["", "年度资金总额", 100, 100, 90, 10, 0.9, 9],
        [
            "一级指标",
            "二级指标",
            "三级指标",
            "年度指标值",
            "实际完成值",
            "分值",
            "得分",
            "偏差原因分析及改进措施",
        ],
        ["产出指标", "数量指标", "养护里程", "≥10公里", "10公里", 90, 90, ""],
        said,
    ):
        book.active.append(row)
    book.save(path)
    assert sum(one.used for one in assess(path).form.indicators) == 1
    without = adopt(path).without
    at = re.compile(r"!(\w+)：“(总分|等级)”")
    assert {" ".join(at.search(one).groups()) for one in without if at.search(one)} == told
    assert all("分成两格" in one or "没有找到放" in one for one in without)


def test_a_form_with_serials_before_its_values_is_refused_at_the_first_of_them(tmp_path):
    """The formula would take 1.24批 for a number; read as a form it counts 24."""
    heading = "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分".split()
    rows = [["项目名称", "农产品检测"], heading, "产出指标 数量指标 1.定量检测 1.24批 1.20批 10 8".split()]
    path = drawn.write_xlsx(tmp_path / "表.xlsx", [row + [""] * (7 - len(row)) for row in rows])
    with pytest.raises(Refusal) as caught:
        adopt(path)
    assert "D3" in caught.value.finding.place and "序号" in caught.value.finding.why
