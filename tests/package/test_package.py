"""Opening zip files, whole, damaged and hostile: a package, or one refusal that a clerk can act on."""

import io
import os
import struct
import tracemalloc
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jxbook.finding import Refusal
from jxbook.package import file as bounded
from jxbook.workbook.opening import open_workbook
from jxbook.workbook.reader import read_grid

Remake = Callable[..., Path]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refusal(path: Path) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read_grid(path)
    finding = caught.value.finding
    assert finding.place == path.name
    assert finding.what and finding.why and finding.fix
    return caught.value


def code(path: Path) -> str:
    return refusal(path).finding.code


def test_parts_of_an_honest_workbook(form: Path) -> None:
    opened = open_workbook(form)
    with zipfile.ZipFile(form) as other:
        for name in other.namelist():
            assert opened.part(name) == other.read(name)
    assert "XL/Workbook.xml" in opened
    assert "xl/nothing.xml" not in opened


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    assert code(tmp_path / "没有.xlsx") == "JX901"
    assert code(tmp_path / "nul\0.xlsx") in ("JX901", "JX909")
    assert code(tmp_path) == "JX909"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.xlsx")
        assert code(tmp_path / "pipe.xlsx") == "JX909"


def test_a_file_one_may_not_read(form: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", deny)
    assert code(form) == "JX909"


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_malformed_xml(remake: Remake, part: str) -> None:
    assert code(remake({part: b"<worksheet><sheetData>"})) == "JX904"


def test_a_wrong_checksum(form: Path) -> None:
    data = bytearray(form.read_bytes())
    entry = open_workbook(form).entry("xl/worksheets/sheet1.xml")
    at = data.index(entry.header)
    data[at + 16] ^= 1
    form.write_bytes(data)
    assert code(form) == "JX904"


@pytest.mark.parametrize("size", [0, 10, 2**31])
def test_a_lying_size(form: Path, size: int) -> None:
    data = bytearray(form.read_bytes())
    at = data.index(open_workbook(form).entry("xl/worksheets/sheet1.xml").header)
    data[at + 24 : at + 28] = struct.pack("<L", size)
    form.write_bytes(data)
    assert code(form) in ("JX904", "JX907")


def test_a_thousand_entries_and_one(form: Path) -> None:
    with zipfile.ZipFile(form, "a") as file:
        for number in range(1000 - len(file.namelist())):
            file.writestr(f"x/{number}", b"")
    assert len(open_workbook(form).entries) == 1000
    with zipfile.ZipFile(form, "a") as file:
        file.writestr("one more", b"")
    assert code(form) == "JX907"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["xl/workbook.xml", "XL/WORKBOOK.XML", "/xl/workbook.xml"])
def test_two_entries_of_one_name(form: Path, name: str) -> None:
    with zipfile.ZipFile(form, "a") as file:
        file.writestr(name, b"<x/>")
    assert code(form) == "JX904"


def test_an_entry_with_a_zip_password(form: Path) -> None:
    data = bytearray(form.read_bytes())
    data[data.index(b"PK\1\2") + 8] |= 1
    form.write_bytes(data)
    assert code(form) == "JX905"


def test_entries_that_share_bytes(form: Path) -> None:
    data = bytearray(form.read_bytes())
    opened = open_workbook(form)
    first, second = (data.index(opened.entry(f"xl/worksheets/sheet{n}.xml").header) for n in (1, 2))
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    form.write_bytes(data)
    assert code(form) == "JX907"


def peak_of(path: Path, expected: str) -> int:
    tracemalloc.start()
    try:
        assert code(path) == expected
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_zip_bomb_costs_no_memory(remake: Remake) -> None:
    bomb = remake({"xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * 30_000_000})
    assert peak_of(bomb, "JX907") < 2_000_000


def test_a_bomb_that_hides_its_size_costs_no_memory(remake: Remake) -> None:
    path = remake({"xl/worksheets/sheet1.xml": b" " * 90_000})
    with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as probe:
        probe.writestr("x", b" " * 20_000_000)
    data = bytearray(remake({"xl/worksheets/sheet1.xml": b" " * 20_000_000}).read_bytes())
    with zipfile.ZipFile(path) as file:
        info = file.getinfo("xl/worksheets/sheet1.xml")
    at = data.rindex(b"xl/worksheets/sheet1.xml") - 46
    assert info.compress_size > 10_000
    data[at + 24 : at + 28] = struct.pack("<L", 90_000)
    path.write_bytes(data)
    assert peak_of(path, "JX904") < 2_000_000


DTD = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"]
)
@pytest.mark.parametrize("before", ["", '<?xml version="1.0"?>', "<!-- <x> -->", "<?pi <a> ?>\n<!-- '\" -->"])
def test_a_document_type_is_refused(remake: Remake, part: str, before: str) -> None:
    assert code(remake({part: f"{before}{DTD}<x>&b;</x>"})) == "JX908"
    assert code(remake({part: f"{before}{DTD}<x>&b;</x>".encode("utf-16")})) == "JX908"


def test_an_external_document_type_is_refused(remake: Remake) -> None:
    assert code(remake({"xl/styles.xml": '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'})) == "JX908"


def test_a_file_beyond_the_limit(form: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "MAX_FILE", 1000)
    assert code(form) == "JX907"


def survives(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    try:
        read_grid(path)
    except Refusal:
        return


FUZZ = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FUZZ
@given(st.sampled_from([b"", b"PK\3\4", b"PK\5\6", OLE]), st.binary(max_size=400))
def test_any_bytes_end_in_a_refusal(tmp_path: Path, start: bytes, data: bytes) -> None:
    path = tmp_path / "f.xlsx"
    path.write_bytes(start + data)
    refusal(path)


@FUZZ
@given(st.data())
def test_any_damage_to_a_workbook_ends_in_a_grid_or_a_refusal(
    tmp_path: Path, written: Mapping[str, Path], data: st.DataObject
) -> None:
    whole = bytearray(written["xlsxwriter"].read_bytes())
    tail = data.draw(st.booleans())  # the directory, at the end, has all the interesting fields
    first = whole.rindex(b"PK\1\2", 0, whole.index(b"PK\1\2") + 4) if tail else 0
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(first, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.none() | st.integers(0, len(whole)))
    survives(tmp_path / "f.xlsx", bytes(whole[:cut]))


@FUZZ
@given(st.data())
def test_any_damage_inside_a_part_ends_in_a_grid_or_a_refusal(
    tmp_path: Path, written: Mapping[str, Path], data: st.DataObject
) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(written["xlsxwriter"]) as old, zipfile.ZipFile(buffer, "w") as new:
        names = old.namelist()
        damaged = data.draw(
            st.sampled_from([name for name in names if "theme" not in name and "docProps" not in name])
        )
        for name in names:
            part = bytearray(old.read(name))
            if name == damaged:
                at = data.draw(st.integers(0, len(part) - 1))
                junk = data.draw(
                    st.sampled_from([b"", b"9", b"-", b'"', b"<", b"A", b"e999", b"\0", b" "]) | st.binary()
                )
                part[at : at + data.draw(st.integers(0, 3))] = junk
            new.writestr(name, bytes(part))
    survives(tmp_path / "f.xlsx", buffer.getvalue())


@pytest.mark.parametrize(
    ("typed", "there"),
    [("自评表", "自评表.xlsx"), ("自评表.xls", "自评表.xlsx"), ("自评表.xlsx", "自评表.xlsx.xlsx")],
)
def test_a_file_of_another_ending_is_named(tmp_path, typed, there):
    """Windows hides the endings, so that nobody sees which one to write."""
    (tmp_path / there).write_bytes(b"PK")
    with pytest.raises(Refusal) as refused:
        bounded.read_bounded(tmp_path / typed)
    assert f"“{there}”" in refused.value.finding.fix
    with pytest.raises(Refusal) as refused:
        bounded.read_bounded(tmp_path / "别的.xlsx")
    assert "请核对文件名" in refused.value.finding.fix
