"""What a file's result depends on is told for each file in its place, and no file makes a run wait."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from jxbook.bureau.stamp import stamps
from jxbook.bureau.walk import FoundFile


def found(folder: Path, count: int) -> list[FoundFile]:
    return [FoundFile(str(folder / f"{at}.xlsx"), f"{at}.xlsx") for at in range(count)]


def test_each_file_has_the_stamp_of_its_own_content(tmp_path: Path) -> None:
    """Of a hundred files, read by several threads, the one that changed is told and no other."""
    files = found(tmp_path, 100)
    for one in files:
        Path(one.path).write_bytes(one.name.encode())
    before = stamps(files, None)
    Path(files[70].path).write_bytes(b"changed")
    after = stamps(files, None)
    assert len(set(before)) == 100
    assert [at for at in range(100) if before[at] != after[at]] == [70]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in a folder on this system")
def test_a_pipe_in_the_folder_is_not_waited_for(tmp_path: Path) -> None:
    [one] = found(tmp_path, 1)
    os.mkfifo(one.path)
    assert len(stamps([one], None)) == 1
