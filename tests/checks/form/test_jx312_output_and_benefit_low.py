"""JX312 产出、效益的权重合计偏低"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from jxbook.finding import Finding, Severity
from jxbook.form import Entry, Project
from jxbook.policy import Policy, load_policy

FRAMEWORK = """
    6  | | 年度资金总额 | 10 | 10 | 10 | 0 | 100% | 0
    13 | | 决策 | 项目立项 | 立项依据充分性 | ≥5项 | 5项 | 30 | 30 | 无
    14 | | 过程 | 资金管理 | 资金到位率 | ≥100% | 100% | 20 | 20 | 无
    15 | | | 组织实施 | 制度执行有效性 | ≥4项 | 4项 | 15 | 15 | 无
    16 | | 产出 | 产出数量 | 实际完成率 | ≥100% | 100% | {} | 20 | 无
    17 | | 效益 | 项目效益 | 实施效益 | ≥90% | 95% | 15 | 15 | 无
    18 |
    19 |
"""
DEPARTMENT = "mof-2020-10-evaluation"


def self_evaluation(least: int) -> Policy:
    """Beijing's rules, whose 60 % are met by any form, with a higher limit."""
    policy = load_policy("beijing-2020-2146")
    rule = policy.rule("evaluation.output_and_benefit_least")
    return replace(policy, rules={**policy.rules, rule.key: replace(rule, value=type(rule.value)(least))})  # type: ignore[call-arg]


def test_a_department_that_looks_too_little_at_results_is_found(
    find_all: Callable[..., tuple[Finding, ...]],
) -> None:
    found = [one for one in find_all(FRAMEWORK.format(20), policy=DEPARTMENT) if one.code == "JX312"]
    assert [(one.cell, one.severity) for one in found] == [(None, Severity.WARNING)]
    assert "合计35分，占总分的35%，低于60%" in found[0].what
    assert "原则上" in found[0].why


def test_enough_weight_on_results_is_fine(find: Callable[..., list[str]]) -> None:
    assert find("JX312", FRAMEWORK.format(45), policy=DEPARTMENT) == []


def test_a_self_evaluation_is_asked_only_when_it_says_that_it_is_a_key_project(
    find_all: Callable[..., tuple[Finding, ...]],
) -> None:
    def severities(said: str) -> list[Severity]:
        project = Project(Entry("某项目"), facts={"重点绩效评价项目": Entry(said)})
        found = find_all(policy=self_evaluation(95), project=project)
        return [one.severity for one in found if one.code == "JX312"]

    assert severities("是") == [Severity.WARNING]
    assert severities("否") == severities("") == []
