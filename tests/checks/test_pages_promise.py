"""Every check keeps what its page promises: its examples run, and its message says where, what, why and what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from examples import found_in
from examples_of_many import found_in_many

import jxbook.checks
from jxbook.checks import check_paper, rules
from jxbook.checks.case import Case
from jxbook.finding import Finding, Severity
from jxbook.policy import load_policy
from jxbook.prose import Line, read_paper

SCOPES = {
    file.name[:5].upper(): file.parent.name for file in Path(jxbook.checks.__file__).parent.glob("*/jx*.py")
}
PAGES = {rule.code: rule.page for rule in rules()}
CODES = [*PAGES]
OF_TEXT = ("text", "paper")
_EXAMPLE = re.compile(r"^    (会报|不报)：(.+)$", re.MULTILINE)
_MARKS = re.compile(r"[!！\n{}]|None|Decimal")


def examples(code: str) -> Iterator[tuple[bool, str]]:
    """The examples of a page, and whether the check is to speak."""
    body = PAGES[code].partition("\n示例\n")[2].partition("\n怎么改\n")[0]
    yield from ((match[1] == "会报", match[2].strip()) for match in _EXAMPLE.finditer(body))


EXAMPLES = [(code, speaks, text) for code in CODES for speaks, text in examples(code)]


@pytest.mark.parametrize("code", CODES)
def test_a_page_shows_where_the_check_speaks_and_where_not(code: str) -> None:
    body = PAGES[code].partition("\n示例\n")[2].partition("\n怎么改\n")[0]
    assert {speaks for speaks, _ in examples(code)} == {True, False}
    assert len(_EXAMPLE.findall(body)) == len(body.strip().splitlines()), "a line that is no example"


@pytest.mark.parametrize(("code", "speaks", "text"), EXAMPLES, ids=lambda one: str(one)[:24])
def test_the_examples_of_a_page_run(
    in_text: Callable[[str, str], list[str]], code: str, speaks: bool, text: str
) -> None:
    scope = SCOPES[code]
    if scope in OF_TEXT:
        assert bool(in_text(code, text)) is speaks
    elif scope == "many":
        assert (code in found_in_many(text)) is speaks
    else:
        assert (code in {one.code for one in found_in(text)}) is speaks


@pytest.mark.parametrize("code", [code for code in CODES if SCOPES[code] != "many"])
def test_a_message_says_where_what_why_and_what_to_do(case: Case, code: str) -> None:
    """`many/` words its findings for the bureau, whose tests hold them. A check of a text asks and never blames."""
    text = next(text for speaks, text in examples(code) if speaks)
    found = _of_text(case, text) if SCOPES[code] in OF_TEXT else found_in(text)
    said = [one for one in found if one.code == code]
    assert said
    for one in said:
        assert one.where or (one.cell is None and SCOPES[code] not in OF_TEXT)
        for part in (one.what, one.why, one.fix):
            assert part and not _MARKS.search(part), one
        assert "请" in one.fix, one
        if SCOPES[code] in OF_TEXT:
            assert one.cell or (one.spot and one.spot.quote)
            assert one.severity in (Severity.WARNING, Severity.NOTE), (
                "a check of a text asks and never blames"
            )


def _of_text(case: Case, text: str) -> tuple[Finding, ...]:
    from faultless import printed_table

    pieces = text.split("｜")
    paper = read_paper(Line("", table=True) if one.startswith("【表") else Line(one) for one in pieces)
    tables = tuple(printed_table(one) for one in pieces if one.startswith("【表："))
    department = load_policy("mof-2020-10-evaluation")
    ways = ((case.policy, case), (case.policy, None), (department, None))
    return tuple(one for policy, beside in ways for one in check_paper(paper, policy, beside, tables))


@pytest.mark.parametrize("rule", rules(), ids=CODES)
def test_a_page_says_whether_its_fix_needs_asking(rule: jxbook.checks.RulePage) -> None:
    assert rule.way in ("可以直接改", "须核对后改")
    assert rule.safe == ("可以直接" in rule.page)
