"""Outlines are input: they cannot run code, and they end in time."""

import pytest

from jxbook.facts.words import stop
from jxbook.finding import Refusal
from jxbook.report import sandbox
from jxbook.report.sandbox import calls_of, run

_MANY = "{% for a in many %}{% for b in many %}{% for c in many %}{% for d in many %}{% endfor %}{% endfor %}{% endfor %}{% endfor %}"
_DOUBLING = (
    "{% macro f(n) %}{% if n %}{% set y = f(n - 1) %}BODY{% else %}aaaaaaaaaaaaaaaa{% endif %}{% endmacro %}"
    "{{ f(60) | length }}"
)


@pytest.mark.parametrize(
    ("outline", "code"),
    [
        ("{{ ''.__class__ }}", "JX603"),
        ("{{ cycler.__init__.__globals__ }}", "JX603"),
        ("{{ text.format(1) }}", "JX603"),
        ("{{ '{:>999999999}'.format(1) }}", "JX603"),
        ("{{ 'a'.ljust(10) }}", "JX603"),
        ("{{ text | center(10) }}", "JX603"),
        ("{{ range(3) }}", "JX603"),
        ("{% include 'other' %}", "JX603"),
        ("{% include 'common' %}", "JX603"),
        ("{% extends 'common' %}", "JX603"),
        ("{% import 'national' as other %}", "JX603"),
        ("{% import '../sandbox' as other %}", "JX603"),
        ("{% import '/etc/passwd' as other %}", "JX603"),
        ("{% import 'common.txt' as other %}", "JX603"),
        ("{% import many as other %}", "JX603"),
        ("{% import text as other %}", "JX603"),
        ("{% from 'common' import missing %}{{ missing() }}", "JX603"),
        ("{% from 'common' import __class__ %}", "JX603"),
        ("{% import 'common' as common %}{{ common.__init__ }}", "JX603"),
        ("{% import 'common' as common %}{{ common._TemplateModule__body_stream }}", "JX603"),
        ("{{ missing }}", "JX603"),
        ("{% if %}", "JX603"),
        ("{{ 1 / 0 }}", "JX603"),
        ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", "JX603"),
        ("{{ 'a' * 10**8 }}", "JX604"),
        ("{{ '%0999999999d' % 1 }}", "JX604"),
        ("{{ 9999 ** 9999 }}", "JX604"),
        (_DOUBLING.replace("BODY", "{{ y }}{{ y }}"), "JX604"),
        (_DOUBLING.replace("BODY", "{{ y ~ y }}"), "JX604"),
        (_DOUBLING.replace("BODY", "{{ [y, y] | join }}"), "JX604"),
        (_MANY, "JX604"),
        ("{% for a in many %}{% for b in many %}" + "字" * 100 + "{% endfor %}{% endfor %}", "JX604"),
    ],
)
def test_promise_6_a_hostile_or_faulty_outline_ends_in_a_refusal(outline, code, monkeypatch):
    monkeypatch.setattr(sandbox, "MAX_SECONDS", 0.2)
    with pytest.raises(Refusal) as refused:
        run(outline, "outline", {"many": list(range(500)), "text": "x"})
    assert refused.value.finding.code == code


def test_what_is_printed_is_escaped_and_what_the_outline_says_is_not():
    assert run("# {{ text }}", "outline", {"text": "# <甲>\n&"}) == "# &#35; &lt;甲&gt;\u2028&amp;"


def test_loops_keep_their_first_and_last():
    assert (
        run(
            "{% for a in many %}{{ a }}{{ '。' if loop.last else '、' }}{% endfor %}",
            "outline",
            {"many": [1, 2, 3]},
        )
        == "1、2、3。"
    )


@pytest.mark.parametrize(
    ("text", "end"),
    [("已完成", "已完成。"), ("已完成。", "已完成。"), ("已完成；", "已完成。"), ("  ", ""), ("", "")],
)
def test_a_sentence_ends_in_one_full_stop(text, end):
    assert stop(text) == end


def test_the_calls_of_an_outline_are_found_in_order():
    outline = '{% call passage("甲", "一") %}{% endcall %}{% if x %}{% call passage("乙", "二", optional=true) %}{% endcall %}{% endif %}'
    assert calls_of(outline, "passage") == (("甲", "一"), ("乙", "二"))
