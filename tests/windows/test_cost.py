"""What a call costs, and with it an entry and an opening, as ratios within one run."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import PureWindowsPath

import pytest
from clerks import SCORE, Clerk


def test_a_call_on_the_server_that_is_held_costs_no_more_than_one_that_asks_for_it(
    clerk: Clerk, book: PureWindowsPath, xlsm_bytes: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of what xlwings' macros did besides, the reading of settings and the calls back into Excel, nothing is in it."""
    timed = SCORE | {"time": 200}
    session = clerk.excel(SCORE, timed, timed | {"before": True}, timed, timed | {"before": True}, book=book)
    _, now, before, now_again, before_again = session.values
    now, before = min(now, now_again), min(before, before_again)
    with zipfile.ZipFile(BytesIO(xlsm_bytes)) as package:
        sheets = [package.read(name).decode() for name in package.namelist() if "worksheets/sheet" in name]
    cells = sum(len(re.findall(r"<f[^>]*>[^<]*JX_", one)) for one in sheets)
    with capsys.disabled():
        print(f"\na call {now * 1000:.1f} ms, before {before * 1000:.1f} ms, ratio {now / before:.2f}; first "
              f"{session.seconds[0]:.1f} s; {cells} cells of a form on opening {cells * now:.2f} s")  # fmt: skip
    assert now <= before * 1.1
