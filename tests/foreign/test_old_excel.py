"""Old .xls workbooks, made by LibreOffice, read in a process that may take so much and no more."""

import json
import struct
import subprocess
import sys
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from jxbook.finding import Refusal
from jxbook.foreign import ForeignKind, old_excel, read_foreign
from jxbook.recognition import open_form, recognise


@pytest.fixture(scope="module")
def old(convert, sunhe):
    """The first sample as an .xls."""
    return convert(sunhe, "xls")


def texts(form):
    """What the rows and the money of a form say."""
    rows = [
        (one.level1.text, one.level2.text, one.name.text, one.target.text, one.actual.text, one.points.text)
        for one in form.indicators
        if one.used
    ]
    money = [
        (row.label, row.budget.text, row.spent.text) for row in (form.funding.total, *form.funding.parts)
    ]
    return form.year, form.project.name.text, form.goal.expected.text, money, rows


def test_an_old_workbook_is_the_same_form(old, sunhe):
    foreign = read_foreign(old)
    assert foreign.kind is ForeignKind.XLS
    assert texts(recognise(foreign.grid, old.name)) == texts(open_form(sunhe))


def test_values_formats_merges_and_what_is_hidden(convert, tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "表"
    sheet["A1"], sheet["B1"], sheet["C1"], sheet["D1"] = "文字", 0.977, date(2024, 11, 30), True
    sheet["B1"].number_format = "0.00%"
    sheet["A2"], sheet["B2"] = "=1+1", "=1/0"
    sheet["A3"] = 8988025.24
    sheet.merge_cells("A4:C5")
    sheet["A4"] = "合并"
    sheet.row_dimensions[2].hidden, sheet.column_dimensions["C"].hidden = True, True
    book.create_sheet("藏").sheet_state = "hidden"
    book.save(tmp_path / "各种值.xlsx")
    first, second = read_foreign(convert(tmp_path / "各种值.xlsx", "xls")).grid.sheets
    values = {where: cell.value for where, cell in first.cells.items()}
    assert values[1, 1] == "文字"
    assert (values[1, 2], first.cells[1, 2].number_format) == (Decimal("0.977"), "0.00%")
    assert values[1, 3] == date(2024, 11, 30)
    assert values[1, 4] in (True, Decimal(1))
    assert (values[2, 1], values[2, 2]) == (Decimal(2), "#DIV/0!")
    assert values[3, 1] == Decimal("8988025.24")
    assert [(m.top, m.left, m.bottom, m.right) for m in first.merges] == [(4, 1, 5, 3)]
    assert (first.hidden, second.name, second.hidden) == (False, "藏", True)
    assert (first.unseen.rows, first.unseen.columns) == ({2}, {3})


def code_of(path):
    with pytest.raises(Refusal) as refusal:
        read_foreign(path)
    assert "另存为" in refusal.value.finding.fix
    return refusal.value.finding.code


class TestPromise6:
    def test_every_truncation_is_read_or_refused(self, old, tmp_path):
        data, path = old.read_bytes(), tmp_path / "截断.xls"
        for size in (600, 4096, len(data) // 3, len(data) // 2, len(data) - 100):
            path.write_bytes(data[:size])
            assert code_of(path) in ("JX933", "JX932")

    def test_noise_in_the_middle(self, old, tmp_path):
        data = bytearray(old.read_bytes())
        path = tmp_path / "坏.xls"
        for start in range(512, len(data), max(1, len(data) // 6)):
            spoilt = bytearray(data)
            spoilt[start : start + 300] = b"\xff" * 300
            path.write_bytes(spoilt)
            try:
                read_foreign(path)
            except Refusal as refusal:
                assert refusal.finding.code in ("JX933", "JX907", "JX905", "JX932")

    def test_a_file_out_of_all_proportion(self, tmp_path):
        path = tmp_path / "大.xls"
        path.write_bytes(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook\0".encode("utf-16-le") + bytes(old_excel.MAX_FILE)
        )
        assert code_of(path) == "JX907"

    def test_a_child_that_takes_too_long_is_stopped(self, old, monkeypatch):
        monkeypatch.setattr(old_excel, "SECONDS", 0.01)
        with pytest.raises(Refusal, match=r"JX933.*用时过长"):
            read_foreign(old)

    def test_a_child_that_dies_or_babbles(self, old, monkeypatch):
        for code in (
            "raise SystemExit(3)",
            "import os; os.abort()",
            "print('no JSON')",
            "print('{}', end='}')",
        ):
            run = subprocess.run

            def other(_, code=code, run=run, **options):
                return run([sys.executable, "-c", code], **options)

            monkeypatch.setattr(subprocess, "run", other)
            assert code_of(old) == "JX933"
            monkeypatch.undo()

    @pytest.mark.skipif(sys.platform != "linux", reason="the bound is the operating system's")
    def test_a_child_that_wants_too_much_memory_is_refused_it(self):
        code = (
            "from jxbook.foreign.bounds import limit_memory\n"
            "assert limit_memory(300_000_000)\n"
            "try:\n    bytearray(400_000_000)\nexcept MemoryError:\n    print('bounded')"
        )
        ran = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            env={"PYTHONPATH": ":".join(sys.path)},
        )
        assert ran.stdout == "bounded\n", ran.stderr

    def test_memory_that_is_used_up_reads_as_too_large(self, monkeypatch, capsys):
        from jxbook.foreign import old_excel_child

        def greedy(_):
            raise MemoryError

        monkeypatch.setattr(old_excel_child, "limit_memory", lambda _: True)
        monkeypatch.setattr(old_excel_child, "_read", greedy)
        monkeypatch.setattr(
            sys, "stdin", type("In", (), {"buffer": type("B", (), {"read": lambda *_: b""})()})
        )
        old_excel_child.main()
        assert json.loads(capsys.readouterr().out) == {"refused": "large"}


def colours_of_another_writer(data):
    """The palette says fewer colours than it brings."""
    spoilt, at = bytearray(data), data.index(b"\x09\x08\x10\x00")
    while (kind := struct.unpack_from("<H", data, at)[0]) != 0x0A:
        if kind == 0x92:
            spoilt[at + 4] = 16
        at += 4 + struct.unpack_from("<H", data, at + 2)[0]
    return bytes(spoilt)


def sectors_of_two_streams(data):
    """The small streams, of which a reader of cells wants none, begin where the workbook does."""
    spoilt = bytearray(data)
    directory = (struct.unpack_from("<I", data, 48)[0] + 1) * 512
    entries = [*range(directory, directory + 512, 128)]
    [workbook] = [at for at in entries if data[at : at + 18] == "Workbook\0".encode("utf-16-le")]
    spoilt[directory + 116 : directory + 124] = data[workbook + 116 : workbook + 124]
    return bytes(spoilt)


@pytest.mark.parametrize("written", [colours_of_another_writer, sectors_of_two_streams])
def test_what_other_readers_pass_over_is_passed_over(old, sunhe, tmp_path, written):
    """With its merged cells, without which a form is not understood."""
    xlrd = pytest.importorskip("xlrd")
    path = tmp_path / "别的软件.xls"
    path.write_bytes(written(old.read_bytes()))
    with pytest.raises(Exception):  # noqa: B017  whatever xlrd raises
        xlrd.open_workbook(path, formatting_info=True)
    grid, before = read_foreign(path).grid, read_foreign(old).grid
    assert texts(recognise(grid, path.name)) == texts(open_form(sunhe))
    assert [set(map(str, one.merges)) for one in grid.sheets] == [
        set(map(str, one.merges)) for one in before.sheets
    ]


def record(kind, data):
    return struct.pack("<HH", kind, len(data)) + data


def ruled(rows, columns=60):
    """A sheet of Excel 4 that holds a text and a number, and formats alone down to a row."""
    style = struct.pack("<BBHHHHH", 0, 0, 0, 0, 0, 0, 0)
    head = [record(0x409, struct.pack("<HHH", 0x400, 0x10, 0)), *[record(0x443, style)] * 21]
    cells = [
        record(0x204, struct.pack("<HHHH", 0, 0, 15, 4) + b"text"),
        record(0x203, struct.pack("<HHHd", 0, 1, 15, 1.5)),
    ]
    blank = (
        struct.pack("<HHHHH", 0x201, 6, row, column, 15)
        for row in range(1, rows)
        for column in range(columns)
    )
    return b"".join((*head, *cells, *blank, record(0x0A, b"")))


@pytest.mark.parametrize("rows", [2_000, pytest.param(32_000, marks=pytest.mark.long)])
def test_formats_down_to_the_last_row_are_passed_over(rows):
    resource = pytest.importorskip("resource", reason="processor time of a child is asked of POSIX")
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    [sheet] = old_excel.read_old_excel(ruled(rows), "表.xls").sheets
    assert {where: cell.value for where, cell in sheet.cells.items()} == {
        (1, 1): "text",
        (1, 2): Decimal("1.5"),
    }
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 5
