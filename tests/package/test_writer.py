"""The one writer of zip files: read back by an independent reader, equal bytes for equal content."""

import io
import sys
import zipfile
from pathlib import Path

import pytest

from jxbook.finding import Refusal
from jxbook.package import open_zip
from jxbook.package.draft import Draft
from jxbook.package.writer import deflated, rewritten, stored, zip_bytes

CONTENTS = {
    "[Content_Types].xml": b"<Types/>",
    "xl/长文本.xml": "项目支出绩效自评表".encode() * 500,
    "空": b"",
}


def by_zipfile(contents: dict[str, bytes]) -> bytes:
    """What the standard library writes on the system at hand."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in contents.items():
            file.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def read_back(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


@pytest.mark.parametrize("pack", [deflated, stored])
def test_an_independent_reader_finds_what_was_put_in(pack) -> None:
    assert read_back(zip_bytes([pack(name, data) for name, data in CONTENTS.items()])) == CONTENTS


def test_a_foreign_writers_file_keeps_its_packed_bytes_and_order() -> None:
    """Templates are XlsxWriter's, whose zipfile writes the system it runs on."""
    foreign = by_zipfile(CONTENTS)
    ours = rewritten(foreign, "f.xlsx")
    assert read_back(ours) == CONTENTS
    assert list(read_back(ours)) == list(CONTENTS)
    with zipfile.ZipFile(io.BytesIO(foreign)) as old, zipfile.ZipFile(io.BytesIO(ours)) as new:
        sizes = [[entry.compress_size for entry in file.infolist()] for file in (old, new)]
    assert sizes[0] == sizes[1]


def test_every_record_names_no_system_no_rights_and_the_first_day_of_1980(form: Path) -> None:
    draft = Draft(open_zip(rewritten(form.read_bytes(), form.name), form.name))
    draft.put("docProps/app.xml", "<Properties/>")
    draft.put("neu.xml", "<x/>")
    with zipfile.ZipFile(io.BytesIO(draft.bytes())) as file:
        for entry in file.infolist():
            assert (entry.create_system, entry.external_attr, entry.internal_attr) == (0, 0, 0)
            assert (entry.create_version, entry.extract_version) == (20, 20)
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.extra, entry.comment) == (b"", b"")


def test_the_bytes_do_not_depend_on_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for system in ("linux", "win32"):
        monkeypatch.setattr(sys, "platform", system)
        foreign = by_zipfile(CONTENTS)
        draft = Draft(open_zip(rewritten(foreign, "f.xlsx"), "f.xlsx"))
        draft.put("空", "不空")
        draft.put("xl/新.xml", "<x/>")
        made.append((foreign, rewritten(foreign, "f.xlsx"), draft.bytes()))
    assert made[0][0] != made[1][0], "zipfile writes the same on both: this test shows nothing"
    assert made[0][1:] == made[1][1:]


def test_an_added_part_stands_behind_the_others_and_a_comment_stays(form: Path) -> None:
    with zipfile.ZipFile(form, "a") as file:
        file.comment = "说明".encode()
        before = file.namelist()
    draft = Draft(open_zip(form.read_bytes(), form.name))
    draft.put("xl/Workbook.xml", "<x/>")
    draft.put("xl/新.xml", "<y/>")
    data = draft.bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.namelist() == [*before, "xl/新.xml"]
        assert file.comment == "说明".encode()
    assert read_back(data)["xl/workbook.xml"] == b"<x/>"
    assert read_back(data)["xl/新.xml"] == b"<y/>"
    assert open_zip(data, "f").part("xl/新.xml") == b"<y/>"


def test_a_foreign_file_whose_records_contradict_each_other_is_refused() -> None:
    data = bytearray(by_zipfile(CONTENTS))
    data[30] ^= 1  # the first letter of the first name, in its local record alone
    with pytest.raises(Refusal, match="JX904"):
        rewritten(bytes(data), "f.xlsx")
