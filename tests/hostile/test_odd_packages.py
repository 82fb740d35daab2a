"""Promise 6: a package that no office program made is read where the standard allows it, else refused, and soon."""

from __future__ import annotations

import sys

import pytest
from bounded import Run
from odd_packages import HONEST, OTHERS

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="a process is forked and measured as POSIX does"
)

DOORS = {
    "score": ["score", "表.xlsx"],
    "report": ["report", "表.xlsx", "-o", "报告.docx"],
    "import": ["import", "表.xlsx", "-o", "导入.xlsx"],
    "like": ["new", "--like", "表.xlsx", "-o", "采用.xlsx"],
    "paper": ["recheck", "paper", "表.xlsx", "-o", "底稿.xlsx"],
    "batch": ["batch", ".", "-o", "../汇总.xlsx", "--jobs", "1"],
}
USUAL = {"strict", "zip64", "data descriptors", "backslashes"}
"""What other programs than Excel really write."""


@pytest.mark.parametrize(
    "name", [one if one in USUAL else pytest.param(one, marks=pytest.mark.long) for one in HONEST]
)
def test_an_honest_form_is_read_however_it_is_packed(run: Run, name: str) -> None:
    ran = run("表.xlsx", HONEST[name](), DOORS["score"])
    assert ran.status == 0 and "总分：100" in ran.said


@pytest.mark.long
@pytest.mark.parametrize("door", [one for one in DOORS if one != "score"])
def test_one_in_utf_16_passes_every_door(run: Run, door: str) -> None:
    """What is written into it is looked up by its bytes."""
    assert run("表.xlsx", HONEST["UTF-16"](), DOORS[door]).status == 0


@pytest.mark.long
@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_such_thing_ends_soon(run: Run, name: str) -> None:
    run("表.xlsx", OTHERS[name](), DOORS["score"])


@pytest.mark.by_hand
@pytest.mark.parametrize("door", [one for one in DOORS if one != "score"])
@pytest.mark.parametrize("name", [*HONEST, *OTHERS])
def test_every_one_of_them_at_every_door(run: Run, name: str, door: str) -> None:
    run("表.xlsx", (HONEST | OTHERS)[name](), DOORS[door])
