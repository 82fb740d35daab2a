"""The 依据 of a score names every rule that it took, each with its mark."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jxbook.policy import Mark, load_policy
from jxbook.scoring import score_execution, score_row
from jxbook.values import read_actual, read_target

COST, LATE, SATISFIED = ("", "成本指标"), ("", "时效指标"), ("", "服务对象满意度指标")
MOF, CENTRAL, EVALUATION = "mof-2020-10", "mof-2021-101", "mof-2020-10-evaluation"
CENTRAL_COST = ("", "经济成本指标")
TAKEN = [
    (MOF, "≥200人次", "210人次", (), "quantitative.met"),
    (MOF, "≥200人次", "150人次", (), "quantitative.at_least"),
    (MOF, "≤10天", "8天", (), "quantitative.met"),
    (MOF, "=100%", "100%", (), "quantitative.met"),
    # far beyond: 第十六条 lets points be taken off, and we take none
    (MOF, "≥200人次", "300人次", (), "quantitative.met over_fulfilment.reduction"),
    # "=" as at least, and as at most of a cost
    (MOF, "=10场", "11场", (), "quantitative.met quantitative.equal"),
    (MOF, "=10场", "8场", (), "quantitative.at_least quantitative.equal"),
    (MOF, "=10万元", "8万元", COST, "quantitative.met quantitative.equal_cost"),
    (MOF, "=10万元", "12.5万元", COST, "quantitative.equal_cost quantitative.at_most"),
    # what no document rules
    (MOF, "≤10天", "16天", (), "quantitative.at_most"),
    (MOF, "≤7天", "9天", (), "quantitative.at_most rounding.places"),
    (MOF, "20%-30%", "25%", (), "quantitative.met quantitative.range"),
    (MOF, "20%-30%", "40%", (), "quantitative.range quantitative.at_most"),
    (MOF, "20%-30%", "10%", (), "quantitative.range quantitative.at_least"),
    (MOF, "≤12月", "2025年1月", LATE, "quantitative.late rounding.places"),
    (MOF, "≤0次", "1次", (), "quantitative.zero_target"),
    (MOF, "≥5万元", "-1万元", (), "quantitative.at_least quantitative.negative_actual"),
    (MOF, "是", "否", (), "yes_no.method"),
    (MOF, "效果明显", "达成年度指标（90%）", (), "qualitative.full"),
    (
        MOF,
        "效果明显",
        "部分达成年度指标并具有一定效果",
        (),
        "qualitative.unstated_partial qualitative.partial",
    ),
    (MOF, "≥90%", "95%", SATISFIED, "quantitative.met satisfaction.method"),
    (MOF, "≥90%", "81%", SATISFIED, "quantitative.at_least satisfaction.method"),
    (MOF, "无", "无", (), "not_applicable.method"),
    # 101号 says how a completion is scored, not how it is found for ≤ and for lateness
    (CENTRAL, "≥200人次", "160人次", (), "quantitative.above_pass quantitative.at_least"),
    (CENTRAL, "≥200人次", "110人次", (), "quantitative.pass_mark quantitative.at_least"),
    (CENTRAL, "≤10万元", "12.5万元", CENTRAL_COST, "quantitative.above_pass quantitative.at_most"),
    (CENTRAL, "≤10万元", "40万元", CENTRAL_COST, "quantitative.pass_mark quantitative.at_most"),
    (CENTRAL, "≤6月", "7月", LATE, "quantitative.above_pass quantitative.late rounding.places"),
    (CENTRAL, "≥90%", "85%", SATISFIED, "satisfaction.steps satisfaction.method"),
    (EVALUATION, "≥100%", "100%", (), "quantitative.met"),
    (EVALUATION, "≥100%", "80%", (), "quantitative.at_least"),
]


@pytest.mark.parametrize(("name", "target", "actual", "labels", "keys"), TAKEN)
def test_a_score_names_every_rule_that_it_took(
    name: str, target: str, actual: str, labels: tuple[str, ...], keys: str
) -> None:
    policy = load_policy(name)
    score = score_row(read_target(target), read_actual(actual), Decimal(10), policy, labels, 2024)
    assert set(score.cited.split("；")) == set(
        "；".join(policy.rule(key).cited for key in keys.split()).split("；")
    )
    assert score.basis == policy.rule(keys.split()[0]).cited
    for key in keys.split():
        rule = policy.rule(key)
        assert rule.mark is Mark.OFFICIAL or f"{rule.basis}（{rule.mark.label}）" in score.cited


EXECUTIONS = [
    (MOF, 100, 92, "", "execution.method execution.rate_of"),
    (MOF, 100, 104, "", "execution.above_budget execution.rate_of"),
    (MOF, 7, 3, "", "execution.method execution.rate_of rounding.places"),
    (CENTRAL, 100, 92, "是", "execution.steps execution.method execution.rate_of"),
    (CENTRAL, 100, 92, "否", "execution.steps execution.method execution.rate_of"),
    (CENTRAL, 100, 92, "", "execution.steps execution.method execution.unstated execution.rate_of"),
    # at 100 % the example of 101号 knows only a finished project
    (CENTRAL, 100, 100, "", "execution.steps execution.method execution.unstated execution.rate_of"),
    (CENTRAL, 100, 100, "是", "execution.steps execution.method execution.rate_of"),
    (CENTRAL, 100, 104, "是", "execution.above_budget execution.steps execution.rate_of"),
]


@pytest.mark.parametrize(("name", "budget", "spent", "finished", "keys"), EXECUTIONS)
def test_the_points_of_the_rate_name_every_rule_too(
    name: str, budget: int, spent: int, finished: str, keys: str
) -> None:
    policy = load_policy(name)
    execution = score_execution(Decimal(budget), Decimal(spent), Decimal(10), policy, finished=finished)
    assert [execution.basis, *execution.also] == [policy.rule(key).cited for key in keys.split()]


def test_an_unofficial_rule_is_never_cited_without_its_mark() -> None:
    for name in (MOF, CENTRAL, EVALUATION):
        for rule in load_policy(name).rules.values():
            assert rule.cited.endswith(
                {"official": "", "practice": "（实践）", "assumed": "（假定）"}[rule.mark]
            )
