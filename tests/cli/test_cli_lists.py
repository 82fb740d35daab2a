"""`jxbook policy` and `jxbook rule`: what the program goes by, with its sources."""

import pytest

from jxbook.checks import rules
from jxbook.policy import load_policy, policy_ids
from jxbook.refusals import pages


def test_policy_lists_every_policy_with_its_number_and_mark(jxbook):
    ran = jxbook("policy")
    assert (ran.status, ran.err) == (0, "")
    lines = [line.split() for line in ran.out.splitlines()]
    listed = {line[0]: line[-1] for line in lines if line and line[0] in policy_ids()}
    assert listed == {one: load_policy(one).identity.mark.label for one in policy_ids()}
    assert (listed["mof-2020-10"], listed["beijing-2020-2146"]) == ("官方", "实践")


@pytest.mark.parametrize("policy", policy_ids())
def test_promise_3_every_value_is_shown_with_mark_and_source(jxbook, policy):
    lines = jxbook("policy", policy).out.splitlines()
    for rule in load_policy(policy).rules.values():
        at = lines.index(f"{rule.label}：{rule.shown}")
        assert lines[at + 1].startswith(f"    〔{rule.mark.label}〕{rule.basis}")
        assert rule.basis


def test_an_inherited_value_says_from_where(jxbook):
    assert "，沿用 mof-2020-10" in jxbook("policy", "beijing-2020-2146").out


def test_an_unknown_policy_is_refused(jxbook):
    ran = jxbook("policy", "没有")
    assert (ran.status, ran.out, ran.err[:11]) == (2, "", "JX920 [没有] ")


def test_rule_lists_every_rule_and_every_refusal(jxbook):
    lines = [line.split(maxsplit=1) for line in jxbook("rule").out.splitlines()]
    listed = [tuple(line) for line in lines if line and line[0].startswith("JX")]
    checks = [(one.code, one.title) for one in rules()]
    assert listed == [*checks, *((code, one.title) for code, one in pages().items())]


@pytest.mark.parametrize("code", ["JX203", "jx203", " JX203 "])
def test_a_rule_by_its_code(jxbook, code):
    ran = jxbook("rule", code)
    assert ran.status == 0
    assert ran.out.startswith("JX203 实际完成值写成了范围\n")


@pytest.mark.parametrize("code", ["JX000", "JX9", "203", "没有"])
def test_an_unknown_rule_is_refused(jxbook, code):
    ran = jxbook("rule", code)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"JX927 [{code}] 没有这个代码 — ")


@pytest.mark.parametrize("code", ["JX904", "jx904", " JX904 "])
def test_a_refusal_by_its_code(jxbook, code):
    ran = jxbook("rule", code)
    assert ran.status == 0
    assert ran.out.startswith("JX904 文件不完整或已损坏\n")
    assert "怎么办\n" in ran.out
