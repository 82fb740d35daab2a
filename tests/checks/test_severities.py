"""错误 is for what contradicts a rule or itself; what rests on practice or an assumption is 提醒."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from jxbook.finding import Finding, Severity
from jxbook.form import Entry
from jxbook.place import CellRef
from jxbook.policy import Mark, Policy, load_policy

FindAll = Callable[..., tuple[Finding, ...]]
ERROR, WARNING = Severity.ERROR, Severity.WARNING
EVALUATION = "mof-2020-10-evaluation"
SHORT = "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 16场 | 15 | {} | 无"


def severities(found: tuple[Finding, ...], code: str) -> list[Severity]:
    return [one.severity for one in found if one.code == code]


def marked(key: str, mark: Mark) -> Policy:
    """财预〔2020〕10号 with another mark of one value: a rule of our own."""
    policy = load_policy("mof-2020-10")
    return replace(policy, rules={**policy.rules, key: replace(policy.rule(key), mark=mark)})


@pytest.mark.parametrize(
    ("code", "table", "key"),
    [
        ("JX301", SHORT.format(12), "reasons.below_full"),
        ("JX302", "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 10 | 10 | 无", "weights.total"),
        ("JX304", SHORT.format(15), "quantitative.at_least"),
        ("JX305", "20 | 总分 | | | | | | 100 | 100 | 良", "grades.bands"),
    ],
)
def test_a_rule_that_no_document_lays_down_makes_no_error(
    find_all: FindAll, code: str, table: str, key: str
) -> None:
    assert severities(find_all(table, policy=marked(key, Mark.OFFICIAL)), code) == [ERROR]
    assert severities(find_all(table, policy=marked(key, Mark.ASSUMED)), code) == [WARNING]


@pytest.mark.parametrize(
    ("row", "severity"),
    [
        ("≥20场 | 16场 | 15 | 15", ERROR),  # 第十六条
        ("≥7场 | 5场 | 15 | 14", ERROR),  # that it is rounded makes no difference
        ("≤20场 | 25场 | 15 | 15", WARNING),  # no document says how
        ("=20场 | 16场 | 15 | 15", WARNING),
        ("=20场 | 22场 | 15 | 12", WARNING),
        ("≥20场 | 30场 | 15 | 12", WARNING),  # points may be taken off
    ],
)
def test_points_are_wrong_only_by_a_document(find_all: FindAll, row: str, severity: Severity) -> None:
    found = find_all(f"13 | | 产出指标 | 数量指标 | 举办活动场次 | {row} | 无")
    assert severities(found, "JX304") == [severity]


@pytest.mark.parametrize(("policy", "severity"), [("mof-2020-10", WARNING), ("sichuan", ERROR)])
def test_an_empty_verdict_is_wrong_only_where_the_policy_has_the_box(
    find_all: FindAll, policy: str, severity: Severity
) -> None:
    boxes = {"评价结论": Entry("", CellRef("自评表", 22, 2))}
    assert severities(find_all(policy=policy, boxes=boxes), "JX508") == [severity]


IMPOSSIBLE = """
JX306 | 13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | -15 | 15 | 无
JX309 | 13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 21场 | 15 | 16 | 无
JX307 | 20 | 总分 | | | | | | 100 | 98 | 优
JX401 | 7  | | 其中：当年财政拨款 | 8 | 8 | 9 | — | 100% | —
JX402 | 6  | | 年度资金总额 | 10 | 10 | 10 | 10 | 90% | 10
JX406 | 7  | | 其中：当年财政拨款 | 8 | 8 | -8 | — | 100% | —
"""


@pytest.mark.parametrize("line", IMPOSSIBLE.strip().splitlines(), ids=lambda line: line[:5])
def test_figures_that_cannot_all_be_right_are_said_to_contradict(find_all: FindAll, line: str) -> None:
    code, _, table = line.partition(" | ")
    found = [one for one in find_all(table) if one.code == code]
    assert [(one.severity, one.why.startswith("数据矛盾")) for one in found] == [(ERROR, True)]


def test_a_rate_of_the_initial_budget_is_another_way_and_no_contradiction(find_all: FindAll) -> None:
    """财预〔2020〕10号附件1 does not say of which budget the rate is."""
    found = [
        one for one in find_all("6 | | 年度资金总额 | 20 | 10 | 10 | 10 | 50% | 10") if one.code == "JX402"
    ]
    assert [(one.severity, one.why.startswith("填写的是全年执行数÷年初预算数")) for one in found] == [
        (WARNING, True)
    ]


DEFECTS = """
 2 | （     年度）
 3 | 项目名称 | XX项目
 4 | 主管部门 |  | 实施单位 |
 6 | | 年度资金总额 | 12 | 10 | 8 | | 79% |
 7 | | 其中：当年财政拨款 | 7 | 80000元 | 9 | — | — | —
11 | | 举办活动20场，服务居民200人次 | | | | 举办活动20场，服务居民200人次
13 | | 决策 | 绩效目标 | 绩效目标合理性 | ≥4项 | 3项 | 40 | 16 | 无
14 | | 过程 | 资金管理 | 资金到位率 | =100% | 120% | 15 | 14 | 无
15 | | 产出 | 产出时效 | 完成及时性 | ≤12月 | ≤12月 | 十分 | 10 | 无
16 | | | 产出成本 | 每场活动成本 | ≤5000元 | 300人次 | 20 | 30 | 无
17 | | 效益 | 项目效益 | 参加活动人次 | ≥200人次 | 300人次 | 20 | 20 | 无
18 | | | 项目效益 | 志愿服务队伍 | 长期开展服务 | 反映较好 | 10 | 10 | 管理不到位
19 | | | 项目效益 | 居民满意度 | ≥90% | 100% | 10 | 9 | 不足
20 | 总分 | | | | | | 90 | 90 | 差
素材2 | 项目概况 | 补充 | 执行率为97%，等级为中。
"""


def test_a_department_is_never_told_articles_of_self_evaluations(find_all: FindAll) -> None:
    found = find_all(DEFECTS, policy=EVALUATION)
    assert len({one.code for one in found}) > 15
    for one in found:
        assert not re.search("第(?:十一|十三|十六|二十六)条|附件1|自评(?!表)", one.why), one


def test_in_an_evaluation_what_is_assumed_is_a_question(find_all: FindAll) -> None:
    found = find_all(DEFECTS, policy=EVALUATION)
    for code in ("JX101", "JX301", "JX304"):
        assert set(severities(found, code)) <= {WARNING}, code
    assert severities(found, "JX301")
