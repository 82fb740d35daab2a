"""JX801 同一项目报了两份"""

from __future__ import annotations

from submitted import found, submitted

from jxbook.checks import check_many
from jxbook.checks.submission import Many
from jxbook.finding import Severity


def test_two_that_differ_are_an_error_and_two_alike_a_note() -> None:
    first, other = submitted("修路"), submitted("修路", file="补报.xlsx", total=88.0)
    for second, severity in ((other, Severity.ERROR), (submitted("修路", file="副本.xlsx"), Severity.NOTE)):
        case = Many((first,), ((first, (second,)),))
        assert found("JX801", case) == [["修路.xlsx", second.file]]
        [(_, joint)] = check_many(case)
        assert joint.flaw.severity is severity


def test_it_says_what_differs() -> None:
    first, other = submitted("修路"), submitted("修路", total=None)
    [(_, joint)] = check_many(Many((first,), ((first, (other,)),)))
    assert "总分90与空白" in joint.flaw.what


def test_nothing_came_twice() -> None:
    assert found("JX801", Many((submitted("修路"), submitted("修桥")))) == []
