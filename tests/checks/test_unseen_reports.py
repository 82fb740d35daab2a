"""Reports of other projects, made up for this test in the manner of published ones: what was planted is found, and
nothing else.

A line "= code words" at the head names a planted fault and words that its finding quotes or stands at.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from jxbook.checks import check_paper
from jxbook.finding import Finding
from jxbook.papers import read_data
from jxbook.policy import load_policy

REPORTS = sorted((Path(__file__).parent / "reports").glob("*.txt"))


def read(path: Path) -> tuple[list[tuple[str, str]], tuple[Finding, ...]]:
    """The faults that were planted, and what is found."""
    lines = path.read_text("utf-8").splitlines()
    planted = [tuple(line[2:].split(" ", 1)) for line in lines if line.startswith("= ")]
    text = "\n".join(line for line in lines if not line.startswith("= "))
    paper = read_data(text.encode(), path.name)
    return planted, check_paper(paper.paragraphs, load_policy("mof-2020-10"), None, paper.tables)  # type: ignore[return-value]


def told(finding: Finding) -> str:
    return f"{finding.spot.quote if finding.spot else ''} {finding.what}"


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_what_was_planted_is_found_at_its_words(path: Path) -> None:
    planted, found = read(path)
    missed = [
        (code, words)
        for code, words in planted
        if not any(one.code == code and words in told(one) for one in found)
    ]
    assert missed == []


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_nothing_else_is_found(path: Path) -> None:
    planted, found = read(path)
    false = [
        told(one)
        for one in found
        if not any(code == one.code and words in told(one) for code, words in planted)
    ]
    assert false == []
