"""Without our functions a form follows its entries at once: what LibreOffice takes for it, in processor time.

Seen on a development machine: 1.5 ms for an entry, 45 ms for a form of twenty rows.
"""

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "native"))
from clean_rows import clean
from written import write

from jxbook.policy import load_policy
from jxbook.recognition import recognise
from jxbook.workbook.names import FORM
from jxbook.workbook.reader import read_grid

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform != "linux", reason="processor times are read from /proc"),
]
ENTRY, WHOLE = 0.010, 0.060
"""Seconds that one entry may take, and all formulas of a workbook."""


def processor_seconds(profile):
    """What the LibreOffice with this profile has taken so far."""
    ticks = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if profile.as_uri() in (process / "cmdline").read_text("utf-8", "replace"):
                fields = (process / "stat").read_text().rpartition(")")[2].split()
                ticks += int(fields[11]) + int(fields[12])
        except OSError:  # it has ended
            continue
    return ticks / os.sysconf("SC_CLK_TCK")


def test_an_entry_takes_10_ms_and_a_whole_form_60(start, tmp_path):
    book, profile = tmp_path / "自评表.xlsx", tmp_path / "profile"
    write(load_policy("mof-2020-10"), [*clean()], book)
    cell = recognise(read_grid(book), book.name).indicators[0].actual.cell.address
    texts = [f"{number}人次" for number in range(50, 250)]
    with start(profile) as office:
        office.open(book)
        office.compute_all(3)

        def seconds(call, *arguments):
            before = processor_seconds(profile)
            call(*arguments)
            return processor_seconds(profile) - before

        empty = seconds(office.put_in_turn, FORM, "ZZ1", texts)  # what the calls take by themselves
        entry = (seconds(office.put_in_turn, FORM, cell, texts) - empty) / len(texts)
        whole = seconds(office.compute_all, 20) / 20
    print(entry, whole)
    assert 0 < entry < ENTRY
    assert entry < whole < WHOLE
