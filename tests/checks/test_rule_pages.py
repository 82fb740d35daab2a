"""Every check module is a page of the handbook."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import jxbook.checks
from jxbook.checks import grounds, rules
from jxbook.checks.registry import SECTIONS
from policies.citations import citations

FILES = sorted(Path(jxbook.checks.__file__).parent.glob("*/jx*.py"))
SENTENCES = Path(__file__).parent / "sentences"
CODES = [file.name[:5].upper() for file in FILES]
PAGES = {rule.code: rule.page for rule in rules()}


def test_every_file_is_a_rule_and_has_a_code_of_its_own() -> None:
    assert [rule.code for rule in rules()] == sorted(CODES)
    assert len(set(CODES)) == len(CODES)


@pytest.mark.parametrize("file", FILES, ids=CODES)
def test_a_file_is_named_for_its_code_and_what_it_finds(file: Path) -> None:
    assert re.fullmatch(r"jx\d{3}(_[a-z0-9]+)+", file.stem)


@pytest.mark.parametrize("file", FILES, ids=CODES)
def test_a_check_has_a_test_of_the_same_name_or_its_sentences(file: Path) -> None:
    folder = Path(__file__).parent / file.parent.name
    assert (folder / f"test_{file.name}").is_file() or (SENTENCES / f"{file.stem}.txt").is_file()


@pytest.mark.parametrize("code", CODES)
def test_a_page_opens_with_its_code_and_has_all_sections(code: str) -> None:
    page = PAGES[code]
    title, *lines = page.splitlines()
    assert re.fullmatch(rf"{code} \S{{4,20}}(?: \S+)?", title)
    assert tuple(line for line in lines if line and not line.startswith(" ")) == SECTIONS
    for section, following in zip(SECTIONS, (*SECTIONS[1:], ""), strict=True):
        body = page.partition(f"\n{section}\n")[2]
        assert (body.partition(f"\n{following}\n")[0] if following else body).strip(), section


@pytest.mark.parametrize("code", CODES)
def test_every_ground_says_how_well_it_is_founded(code: str) -> None:
    """A line of 依据 is 官方 with the document it was read in, or says that it is 实践 or 假定."""
    for line in PAGES[code].partition("\n依据\n")[2].strip().splitlines():
        assert re.match(r"\s*(官方：财预〔20\d\d〕\d+号\S+|实践：\S+|假定：\S+)", line), line


@pytest.mark.parametrize("file", FILES, ids=CODES)
def test_a_page_names_every_article_that_its_messages_cite(file: Path) -> None:
    page = citations(PAGES[file.name[:5].upper()])
    for name in re.findall(r"grounds\.([A-Z_]+)\.(?:cite|under)\(", file.read_text("utf-8")):
        ground = getattr(grounds, name)
        for basis in (ground.self_evaluation, ground.department):
            assert set(citations(basis.text)) <= set(page), (name, basis.text)
