"""Files that are no form, files that want to do harm, and entries that nobody expects.

Promise 4: every message says where, what, why and what to do, and no traceback reaches a user.
Promise 5: nothing is written over. Promise 6: hostile or damaged input is bounded in time and memory.
"""

import contextlib
import io
import json
import os
import re
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import jxbook as package
from jxbook.cli import main
from jxbook.recognition import open_form
from jxbook.workbook.grid import Change
from jxbook.workbook.patch import write_changes

FORM = "xl/worksheets/sheet3.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
LINE = re.compile(r"(JX\d{3}) \[([^\]]+)\] (\S.*) — (\S.*) — (\S.*)\n")

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
ENTITY_BOMB = f'<!DOCTYPE x [<!ENTITY e0 "ha">{ENTITIES}]><worksheet xmlns="{NAMESPACE}">&e11;</worksheet>'
ZIP_BOMB = f'<worksheet xmlns="{NAMESPACE}"><sheetData>'.encode() + b" " * 300_000_000


def sheet_of(inside):
    return f'<worksheet xmlns="{NAMESPACE}"><sheetData>{inside}</sheetData></worksheet>'.encode()


def many_rows(count):
    """A sheet of numbers that were pulled down too far."""
    rows = (f'<row r="{n}"><c r="A{n}"><v>{n * 7919}</v></c></row>' for n in range(1, count + 1))
    return sheet_of("".join(rows))


def saved(path, change):
    """The workbook at `path`, changed by openpyxl, which leaves no cached values."""
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


REFUSED = [
    # file, code
    ("没有这个.xlsx", "JX901"),
    ("文字.xlsx", "JX932"),
    ("文档.xlsx", "JX930"),
    ("空.xlsx", "JX903"),
    ("前一半.xlsx", "JX904"),
    ("缺尾巴.xlsx", "JX904"),
    ("坏字符.xlsx", "JX904"),
    ("加密.xlsx", "JX905"),
    ("旧版.xls", "JX933"),
    ("压缩炸弹.xlsx", "JX907"),
    ("四十万行.xlsx", "JX907"),
    ("实体炸弹.xlsx", "JX908"),
    ("文件夹.xlsx", "JX909"),
    ("~$自评表.xlsx", "JX910"),
    ("没有表.xlsx", "JX930"),
]
FIELDS = ("level1", "level2", "name", "target", "actual", "points", "earned", "reason")
WORDS = "≥ ≤ = > ~ - — 至 不少于 以上 年底前 0 1 10 200 12.5 1e9 ½ Ⅲ 十二 ２４ 99999999999999999999 % ％ 个 万元 亿 /".split()
WORDS += "月 日 季度 2024年 12月31日 2月30日 13月 10000年 9999-12-31 优 无 是 达成年度指标 部分达成（ ） 75% #REF! {{ <b> & \n".split(
    " "
)
BOMBS = ["压缩炸弹.xlsx", "四十万行.xlsx", "实体炸弹.xlsx"]


@pytest.fixture(scope="session")
def bad(tmp_path_factory, sunhe, remade):
    """A folder with one file of each kind. Not to be changed."""
    folder = tmp_path_factory.mktemp("bad")
    whole = sunhe.read_bytes()
    (folder / "文字.xlsx").write_text("项目名称,金额\n", "utf-8")
    docx.Document().save(str(folder / "文档.xlsx"))
    (folder / "空.xlsx").touch()
    (folder / "前一半.xlsx").write_bytes(whole[: len(whole) // 2])
    (folder / "缺尾巴.xlsx").write_bytes(whole[:-10])
    remade(sunhe, folder / "坏字符.xlsx", {FORM: lambda xml: xml.replace("孙河".encode(), b"\x01")})
    (folder / "加密.xlsx").write_bytes(OLE + "EncryptedPackage".encode("utf-16-le"))
    (folder / "旧版.xls").write_bytes(OLE + "Workbook\0".encode("utf-16-le"))
    remade(sunhe, folder / "压缩炸弹.xlsx", {FORM: ZIP_BOMB})
    remade(sunhe, folder / "四十万行.xlsx", {FORM: many_rows(400_000)})
    remade(sunhe, folder / "实体炸弹.xlsx", {FORM: ENTITY_BOMB.encode()})
    (folder / "文件夹.xlsx").mkdir()
    (folder / "~$自评表.xlsx").write_bytes(b"\x04user")
    remade(sunhe, folder / "没有表.xlsx", {FORM: sheet_of("")})
    return folder


def assert_one_clear_line(status, out, err, code, place):
    """Refused: nothing on standard output, one line with code, place, what, why and remedy on the other."""
    assert (status, out) == (2, "")
    line = LINE.fullmatch(err)
    assert line, err
    assert line.group(1, 2) == (code, place)
    assert re.search("[\u4e00-\u9fff]{2}", line[3]) and re.search("[\u4e00-\u9fff]{2}", line[4])
    assert line[5].startswith("请")
    assert "Traceback" not in err


@pytest.mark.parametrize("command", ["score", "score --write", "check", "report"])
@pytest.mark.parametrize(("name", "code"), REFUSED)
def test_is_refused_in_one_clear_line_and_nothing_is_written(jxbook, bad, tmp_path, command, name, code):
    path, output = bad / name, tmp_path / "报告.docx"
    before = path.read_bytes() if path.is_file() else None
    command, *options = command.split()
    ran = jxbook(command, path, *options, *(["-o", output] if command == "report" else []))
    assert_one_clear_line(*ran, code, name)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert list(tmp_path.iterdir()) == []
    assert len(list(bad.iterdir())) == len(REFUSED) - 1


@pytest.mark.parametrize("name", ["没有这个.xlsx", "加密.xlsx", "实体炸弹.xlsx"])
def test_and_so_it_is_in_a_process_of_its_own(process, bad, name):
    ran = process("check", bad / name)
    code = dict(REFUSED)[name]
    assert_one_clear_line(ran.returncode, ran.stdout.decode(), ran.stderr.decode(), code, name)


CHILD = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (600_000_000, 600_000_000))
from jxbook.cli import main
status = main(sys.argv[2:])
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
open(sys.argv[1], "w").write(peak.split()[1])
sys.exit(status)
"""


def measured(tmp_path, *arguments):
    """A command in a process that may take 600 MB: what it did, the most memory it held (MB), the seconds it took."""
    start = time.perf_counter()
    ran = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path / "peak"), *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(Path(package.__file__).parents[1]), "PYTHONUTF8": "1"},
        timeout=60,
    )
    seconds = time.perf_counter() - start
    return ran, int((tmp_path / "peak").read_text()) / 1000, seconds


@pytest.mark.skipif(sys.platform != "linux", reason="measures by /proc/self/status")
class TestBounds:
    def test_what_an_honest_form_costs(self, sunhe, tmp_path):
        ran, megabytes, _ = measured(tmp_path, "score", sunhe)
        assert ran.returncode == 0
        assert megabytes < 60

    @pytest.mark.parametrize("name", BOMBS)
    def test_promise_6_a_bomb_costs_little_memory_and_time(self, bad, tmp_path, name):
        ran, megabytes, seconds = measured(tmp_path, "check", bad / name)
        assert_one_clear_line(ran.returncode, ran.stdout, ran.stderr, dict(REFUSED)[name], name)
        assert megabytes < 250
        assert seconds < 10

    def test_promise_6_nor_does_the_largest_workbook_that_is_read(self, sunhe, tmp_path, remade):
        path = remade(sunhe, tmp_path / "大.xlsx", {"xl/worksheets/sheet1.xml": many_rows(195_000)})
        ran, megabytes, seconds = measured(tmp_path, "score", path, "--json")
        assert (ran.returncode, json.loads(ran.stdout)["total"]) == (0, 100)
        assert megabytes < 400
        assert seconds < 15

    def test_promise_6_an_entry_in_the_last_cell_of_the_sheet_costs_nothing(self, sunhe, tmp_path, remade):
        far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
        path = remade(sunhe, tmp_path / "远.xlsx", {FORM: lambda xml: xml.replace(b"</sheetData>", far)})
        ran, megabytes, seconds = measured(tmp_path, "score", path, "--json")
        assert (ran.returncode, json.loads(ran.stdout)["total"]) == (0, 100)
        assert megabytes < 60
        assert seconds < 5


class TestTargets:
    """Promise 5, where the result is to go."""

    def test_a_report_that_is_open_in_word(self, jxbook, mine, tmp_path, monkeypatch, contents):
        def in_use(*_, **__):
            raise PermissionError(13, "Permission denied")

        before = contents(tmp_path)
        for way in ("replace", "rename", "link"):
            monkeypatch.setattr(os, way, in_use)
        for command in (["report", mine], ["new"]):
            ran = jxbook(*command, "-o", tmp_path / f"{command[0]}.{'docx' if mine in command else 'xlsx'}")
            assert_one_clear_line(*ran, "JX911", Path(ran.err.split("[")[1].split("]")[0]).name)
        assert contents(tmp_path) == before

    def test_a_workbook_that_one_may_not_read(self, jxbook, sunhe, monkeypatch):
        def deny(*_, **__):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", deny)
        assert_one_clear_line(*jxbook("check", sunhe), "JX909", "自评表.xlsx")

    @pytest.mark.parametrize("name", [".", "", "没有\n的.xlsx"])
    def test_paths_that_are_hard_to_name(self, jxbook, name):
        ran = jxbook("score", name)
        assert (ran.status, ran.out) == (2, "")
        assert LINE.fullmatch(ran.err), ran.err


class TestEntries:
    """What may stand in a cell and surprises a program: it is kept, or named with its cell."""

    def codes_at(self, jxbook, path, cell):
        ran = jxbook("check", path, "--json")
        return ran.status, [one["code"] for one in json.loads(ran.out) if one["cell"] == cell]

    def test_control_characters_are_removed_and_their_cell_is_named(self, jxbook, sunhe, tmp_path, remade):
        spoilt = {FORM: lambda xml: xml.replace("670孙河".encode(), "670_x0001_孙_x001B_河".encode())}
        path = remade(sunhe, tmp_path / "控制符.xlsx", spoilt)
        _, codes = self.codes_at(jxbook, path, "C4")
        assert codes == ["JX503"]
        assert jxbook("report", path, "-o", tmp_path / "报告.docx").status == 0
        assert "670孙河" in text_of(tmp_path / "报告.docx")

    @pytest.mark.parametrize(
        "text", ["<5% & <甲>", "{{ 7*7 }}", "{% for x in y %}", "]]>", "=1+1", "# 标题", "_x000D_", '"\\"']
    )
    def test_promise_5_text_with_meaning_to_machines_stays_text(
        self, jxbook, mine, type_into, tmp_path, text
    ):
        type_into(mine, {"项目数": {"name": text}})
        assert json.loads(jxbook("score", mine, "--json").out)["indicators"][0]["name"] == text
        assert jxbook("check", mine).status == 1
        for name in ("报告.docx", "报告.html", "报告.md"):
            assert jxbook("report", mine, "-o", tmp_path / name).status == 0
        assert text in text_of(tmp_path / "报告.docx")
        html = (tmp_path / "报告.html").read_text("utf-8")
        assert "<甲>" not in html

    def test_promise_2_a_formula_that_was_never_computed_is_no_zero(self, jxbook, mine):
        def formulas(book):
            book["自评表"]["F14"] = "=1+1"
            book["自评表"]["E8"] = "=5+5"

        saved(mine, formulas)
        status, codes = self.codes_at(jxbook, mine, "F14")
        assert (status, codes) == (1, ["JX107"])
        data = json.loads(jxbook("score", mine, "--json").out)
        assert (data["status"], data["total"]) == ("incomplete", None)
        assert jxbook("report", mine, "-o", mine.with_name("报告.docx")).status == 0

    def test_an_error_value_as_an_entry(self, jxbook, mine, type_into):
        type_into(mine, {"项目数": {"actual": "#REF!"}})
        data = json.loads(jxbook("score", mine, "--json").out)
        assert (data["status"], data["total"]) == ("incomplete", None)
        status, codes = self.codes_at(jxbook, mine, "F14")
        assert status == 1 and codes

    @settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.data())
    def test_promise_4_whatever_is_typed_no_command_ends_in_an_internal_error(self, sunhe, tmp_path, data):
        form = open_form(sunhe)
        rows = [getattr(one, field).cell for one in form.indicators for field in FIELDS]
        money = [row.budget.cell for row in (form.funding.total, *form.funding.parts)]
        rest = [form.goal.expected.cell, form.year_entry.cell, form.places[0].text.cell]
        text = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map("".join)
        number = st.sampled_from(["0", "-1", "0.1", "100", "45350", "1e30", "1e-20"]).map(Decimal)
        typed = st.dictionaries(st.sampled_from(rows + money + rest), st.none() | text | number, min_size=1)
        path, output = tmp_path / "随便填.xlsx", tmp_path / "报告.docx"
        slip = tmp_path / "报告_核对单.docx"
        write_changes(sunhe, [Change(cell, value) for cell, value in data.draw(typed).items()], path)
        for written in (output, slip):
            written.unlink(missing_ok=True)
        for command in ("score", "score --json", "check --json", "report", "score --write"):
            name, *options = command.split()
            options += ["-o", str(output)] if name == "report" else []
            err = io.StringIO()
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(err):
                assert main([name, str(path), *options]) in (0, 1), err.getvalue()

    @pytest.mark.parametrize(
        "entry",
        [
            "9" * 4000,
            "1e999999",
            "-5个",
            "∞",
            "1" + "0" * 300 + "个",
            "百" * 500,
            Decimal("1e30"),
            Decimal("1e-20"),
        ],
    )
    def test_promise_6_a_number_out_of_all_proportion(self, jxbook, mine, type_into, tmp_path, entry):
        type_into(mine, {"项目数": {"actual": entry}, "参与活动人次": {"target": entry}})
        start = time.perf_counter()
        for command in (["score"], ["score", "--json"], ["check"], ["report", "-o", tmp_path / "报告.docx"]):
            ran = jxbook(command[0], mine, *command[1:])
            assert (ran.status in (0, 1), ran.err) == (True, "")
        total = json.loads(jxbook("score", mine, "--json").out)["total"]
        assert total is None or 0 <= total <= 100
        assert time.perf_counter() - start < 5

    @pytest.mark.parametrize("entry", ["十分", "1e400", "-15", "9" * 500])
    def test_points_and_money_out_of_all_proportion(self, jxbook, mine, type_into, entry):
        type_into(mine, {"项目数": {"points": entry}})
        write_changes(mine, [Change(open_form(mine).funding.total.spent.cell, entry)])
        for command in (["score"], ["score", "--json"], ["check", "--json"], ["score", "--write"]):
            ran = jxbook(command[0], mine, *command[1:])
            assert (ran.status in (0, 1), ran.err) == (True, "")
        assert "NaN" not in jxbook("score", mine, "--json").out
        assert "Infinity" not in jxbook("score", mine, "--json").out


def text_of(path):
    """All the text of a report, tables included."""
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def insert_row(sheet, at):
    """Insert a row as Excel does: what stands below moves down, merged areas around it grow."""
    merges = [str(one) for one in sheet.merged_cells.ranges]
    areas = [one.bounds for one in sheet.merged_cells.ranges]
    for one in merges:
        sheet.unmerge_cells(one)
    sheet.insert_rows(at)
    for left, top, right, bottom in areas:
        sheet.merge_cells(
            start_row=top + (top >= at), end_row=bottom + (bottom >= at), start_column=left, end_column=right
        )


class TestRows:
    def test_rows_that_staff_insert_are_scored_under_the_merged_labels(self, jxbook, mine):
        def third_indicator(book):
            sheet = book["自评表"]
            insert_row(sheet, 15)
            for row, points in ((14, 5), (15, 6), (16, 4)):
                sheet.cell(row, 7).value = points
            for row, texts in ((15, ("培训场次", "≥10场", "5场")), (16, ("活动场次", "≥19场", "19场"))):
                for column, text in enumerate(texts, 4):
                    sheet.cell(row, column).value = text

        saved(mine, third_indicator)
        data = json.loads(jxbook("score", mine, "--json").out)
        rows = [
            (one["level1"], one["level2"], one["name"], one["earned"], one["cell"])
            for one in data["indicators"]
        ]
        assert rows[:4] == [
            ("产出指标", "数量指标", "项目数", 5, "自评表!H14"),
            ("产出指标", "数量指标", "培训场次", 3, "自评表!H15"),
            ("产出指标", "数量指标", "活动场次", 4, "自评表!H16"),
            ("产出指标", "质量指标", "评审合格率", 15, "自评表!H17"),
        ]
        assert (len(rows), data["total"]) == (8, 97)

    def test_the_report_has_them_too(self, jxbook, mine):
        def more(book):
            insert_row(book["自评表"], 15)
            for column, text in ((4, "培训场次"), (5, "≥10场"), (6, "12场")):
                book["自评表"].cell(15, column).value = text
            book["自评表"]["G14"], book["自评表"]["G15"] = 5, 10

        saved(mine, more)
        assert jxbook("report", mine, "-o", mine.with_name("报告.docx")).status == 0
        assert "培训场次" in text_of(mine.with_name("报告.docx"))

    def test_a_form_moved_down_and_to_the_right(self, jxbook, mine):
        def move(book):
            sheet = book["自评表"]
            areas = [one.bounds for one in sheet.merged_cells.ranges]
            for one in [str(one) for one in sheet.merged_cells.ranges]:
                sheet.unmerge_cells(one)
            sheet.move_range("A1:K31", rows=7, cols=3)
            for left, top, right, bottom in areas:
                sheet.merge_cells(
                    start_row=top + 7, end_row=bottom + 7, start_column=left + 3, end_column=right + 3
                )

        saved(mine, move)
        data = json.loads(jxbook("score", mine, "--json").out)
        assert (data["total"], data["indicators"][0]["cell"]) == (100, "自评表!K21")

    def test_merged_entries_count_once(self, jxbook, mine):
        def merge(book):
            for column in range(4, 10):
                book["自评表"].merge_cells(start_row=14, end_row=15, start_column=column, end_column=column)

        saved(mine, merge)
        data = json.loads(jxbook("score", mine, "--json").out)
        assert (data["total"], len(data["indicators"])) == (100, 6)


@pytest.mark.parametrize(
    "number", [Decimal("1e30"), Decimal("-1e40"), Decimal("123456789012345678901234567")]
)
def test_promise_6_points_and_money_out_of_all_proportion_are_still_written(sunhe, tmp_path, capsys, number):
    form = open_form(sunhe)
    total = form.funding.total
    for cells in ([form.indicators[0].points.cell], [total.budget.cell, total.spent.cell]):
        path = tmp_path / "过大.xlsx"
        write_changes(sunhe, [Change(cell, number) for cell in cells], path)
        assert main(["score", str(path), "--write"]) in (0, 1), capsys.readouterr().err


@pytest.mark.parametrize("command", ["report", "import", "recheck paper"])
def test_a_name_that_no_disk_takes_is_refused_in_one_line(jxbook, sunhe, tmp_path, command):
    ending = "docx" if command == "report" else "xlsx"
    ran = jxbook(*command.split(), sunhe, "-o", tmp_path / f"{'长' * 300}.{ending}")
    assert ran.status == 2 and ran.err.startswith("JX914")
    assert not list(tmp_path.iterdir())


def test_marks_that_turn_the_direction_of_reading_are_not_handed_on_to_other_names(jxbook, sunhe, tmp_path):
    """A name with such a mark shows another ending than it has."""
    turned = tmp_path / "表\u202excod.xlsx"
    turned.write_bytes(sunhe.read_bytes())
    assert jxbook("report", turned, "--out-dir", tmp_path / "出").status == 0
    assert jxbook("import", turned, "--out-dir", tmp_path / "出").status in (0, 1)
    assert sorted(one.name for one in (tmp_path / "出").iterdir()) == [
        "表xcod.xlsx", "表xcod_绩效评价报告.docx", "表xcod_绩效评价报告_核对单.docx"
    ]  # fmt: skip


def test_a_folder_is_said_to_be_one_and_batch_is_named(jxbook, tmp_path):
    (tmp_path / "各科室").mkdir()
    assert_one_clear_line(*jxbook("score", tmp_path / "各科室"), "JX909", "各科室")
    said = jxbook("score", tmp_path / "各科室").err
    assert "这是文件夹，不是文件" in said and "jxbook batch" in said and "权限" not in said


def test_a_workbook_with_nothing_in_it_is_said_to_be_empty(jxbook, tmp_path):
    openpyxl.Workbook().save(tmp_path / "空白.xlsx")
    said = jxbook("score", tmp_path / "空白.xlsx").err
    assert said.startswith("JX930 [空白.xlsx] 文件里没有填写任何内容 — ")


def test_a_word_form_cannot_be_adopted_and_import_is_named(jxbook, tmp_path):
    docx.Document().save(tmp_path / "表样.docx")
    said = jxbook("new", "--like", tmp_path / "表样.docx", "-o", tmp_path / "新.xlsx").err
    assert said.startswith("JX902 [表样.docx] 这是 Word 文档") and "jxbook import" in said


def test_a_place_in_front_of_a_policys_name_names_the_policies_of_that_place_alone(jxbook, sunhe):
    said = jxbook("score", sunhe, "--policy", "北京市").err
    assert "beijing-2020-2146“北京市项目支出绩效自评”" in said
    assert "henan-bond" not in said and "jxbook policy" in said
