"""Every package we write is byte for byte the same on every system: `zipfile` would tell the systems apart."""

import io
import sys
import zipfile

import pytest

import jxbook.document.docx.reference as reference
from jxbook.document import render
from jxbook.excel.assemble import assemble
from jxbook.making.account.sheet import with_account
from jxbook.making.filled import filled_workbook
from jxbook.policy import load_policy
from jxbook.report import compose
from jxbook.samples import load_sample
from jxbook.scoring import score
from jxbook.templates import build

POLICY = load_policy("mof-2020-10")


def template():
    return build(POLICY)


def filled():
    return filled_workbook(load_sample("sunhe-2024").form, POLICY)


def imported():
    return with_account(template(), (), "来源.xls")


def with_macros():
    return assemble(template())


def report():
    form = load_sample("sunhe-2024").form
    return render(compose(form, POLICY, score(form, POLICY)), "docx", reference.build())


def by_zipfile():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr(zipfile.ZipInfo("x"), b"")
    return buffer.getvalue()


def on_each_system(make, monkeypatch):
    """What `make` gives where `zipfile`, and whoever asks, believes to run on Linux, Windows and a Mac."""
    for system in ("linux", "win32", "darwin"):
        with monkeypatch.context() as patch:
            patch.setattr(sys, "platform", system)
            yield make()


@pytest.mark.parametrize("make", [template, filled, imported, with_macros, report, reference.build])
def test_the_bytes_do_not_depend_on_the_system(make, monkeypatch):
    made = list(on_each_system(make, monkeypatch))
    assert made[0] == made[1] == made[2]
    with zipfile.ZipFile(io.BytesIO(made[0])) as package:
        assert {entry.create_system for entry in package.infolist()} == {0}
        assert {entry.external_attr for entry in package.infolist()} == {0}
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_standard_library_would_fail_that_test(monkeypatch):
    assert len(set(on_each_system(by_zipfile, monkeypatch))) == 2
