"""A policy can leave a check out, or weigh it otherwise, and says why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from jxbook.checks import rules
from jxbook.checks.registry import codes
from jxbook.checks.switches import left_out
from jxbook.finding import Severity
from jxbook.policy import Mark, load_policy
from jxbook.policy.model import Rule

ROW = "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 16场 | 15 | 12 | 无"


def with_rules(*rules: tuple[str, str, str]):
    policy = load_policy("mof-2020-10")
    key = "checks.rules"
    return replace(policy, rules={**policy.rules, key: Rule(key, rules, "本单位暂定", Mark.ASSUMED, "本市")})


def test_a_check_is_left_out_and_that_is_said(find_all: Callable) -> None:
    policy = with_rules(("JX301", "不查", "由主管部门统一复核"))
    assert "JX301" in {one.code for one in find_all(ROW)}
    assert "JX301" not in {one.code for one in find_all(ROW, policy=policy)}
    assert left_out(policy) == "。按该政策不查JX301"


def test_a_check_is_weighed_otherwise_with_its_reason(find_all: Callable) -> None:
    policy = with_rules(("JX301", "提示", "试行期间"))
    (found,) = [one for one in find_all(ROW, policy=policy) if one.code == "JX301"]
    assert found.severity is Severity.NOTE
    assert found.why.endswith("；按所选政策作提示：试行期间")
    assert left_out(policy) == ""


def test_without_switches_all_stays(find_all: Callable) -> None:
    assert find_all(ROW, policy=with_rules()) == find_all(ROW)


def test_a_code_that_no_check_has_is_told_with_the_nearest(find_all: Callable) -> None:
    policy = with_rules(("JX301", "不查", "由主管部门统一复核"), ("JX351", "不查", "抄错的代码"))
    assert left_out(policy) == (
        "。按该政策不查JX301。政策的 checks.rules 写了没有的校验规则JX351（是不是 JX321？），没有起作用"
    )
    assert find_all(ROW, policy=policy) == find_all(ROW, policy=with_rules(("JX301", "不查", "同上")))


def test_codes_are_those_of_the_rules() -> None:
    assert codes() == tuple(one.code for one in rules())
