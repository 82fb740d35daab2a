"""The project's own tests of the rooms that meet Windows most, on the Windows Python."""

from __future__ import annotations

import re

from wine import Windows

from making import CHECKOUT

ROOMS = ("tests/setup", "tests/scoring", "tests/values", "tests/test_atomic.py", "tests/test_place.py")
OF_OTHER_SYSTEMS = {
    "tests/setup/test_setup_excel.py::test_a_real_link_runs_jxbook_and_xlwings_of_this_python": "the venv of a Mac",
    "tests/test_atomic.py::test_an_existing_file_keeps_its_permissions": "permissions that Windows does not have",
    "tests/test_atomic.py::test_a_link_stays_a_link": "Wine makes no links",
}
"""Tests that this Windows cannot pass → why."""


def test_they_pass_on_windows_too(windows: Windows) -> None:
    where = windows.there(CHECKOUT)
    code = (
        f"import os, sys, pytest; os.chdir({str(where)!a}); sys.path[0] = {str(where / 'tests')!a}; "
        f"sys.exit(pytest.main(['-q', '-p', 'no:cacheprovider', '-o', 'addopts=', '-m', 'not long and not windows', "
        f"'-rfE', '--tb=line', *{[*ROOMS]!a}]))"
    )
    ran = windows.python("-c", code, seconds=500)
    failed = set(re.findall(r"^(?:FAILED|ERROR) (\S+)", ran.output, re.MULTILINE))
    assert failed <= OF_OTHER_SYSTEMS.keys(), ran.output[-6000:]
    assert int(re.findall(r"(\d+) passed", ran.output)[-1]) > 1000
