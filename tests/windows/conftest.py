"""A Windows with Excel's place taken, and jxbook installed in it: see making, wine, stand_in and clerks."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path, PureWindowsPath

import pytest
from clerks import Clerk
from wine import Windows

import making
from jxbook.excel.assemble import assemble
from jxbook.templates import template_path


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.windows)


@pytest.fixture(scope="session")
def windows() -> Windows:
    """The Windows, made on first use. Skipped, with the reason, where none can be made."""
    if reason := making.missing():
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return making.windows()


@pytest.fixture(scope="session")
def new_clerk(windows: Windows, worker_id: str) -> Callable[[str], Clerk]:
    """A user by name, with a fresh profile; jxbook is not yet installed."""

    def make(name: str) -> Clerk:
        clerk = Clerk(windows, PureWindowsPath(rf"C:\users\{worker_id}\{name}"))
        shutil.rmtree(windows.here(clerk.home), ignore_errors=True)
        clerk.place.parent.mkdir(parents=True)
        return clerk

    return make


@pytest.fixture(scope="session")
def clerk(new_clerk: Callable[[str], Clerk]) -> Clerk:
    """A user for whom jxbook has been installed."""
    made = new_clerk("张三")
    status, output = made.jxbook("install")
    assert status == 0, output
    return made


@pytest.fixture(scope="session")
def xlsm_bytes() -> bytes:
    """A workbook with macros."""
    return assemble(template_path("mof-2020-10").read_bytes())


@pytest.fixture
def desk(windows: Windows, worker_id: str) -> Iterator[Path]:
    """An empty folder of the user's, its name Chinese and with a blank."""
    folder = windows.here(rf"C:\users\{worker_id}\桌面 绩效")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def book(windows: Windows, desk: Path, xlsm_bytes: bytes) -> PureWindowsPath:
    """A workbook with macros on the desk."""
    (desk / "自评表 一.xlsm").write_bytes(xlsm_bytes)
    return windows.there(desk / "自评表 一.xlsm")
