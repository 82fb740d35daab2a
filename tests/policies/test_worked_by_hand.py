"""What a row and the money earn under every shipped policy, worked by hand from the texts.

A policy stands in one line, a kind of indicator in one column; every row has 10 points.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from jxbook.form import Entry, Indicator
from jxbook.policy import load_policy, policy_ids
from jxbook.scoring import State, grade, score_execution, score_indicator

# kind | 二级指标 | target | actual | 10号: the arithmetic | 101号: the arithmetic
KINDS = """
≥    | 数量指标      | ≥200人次  | 150人次  | 10×150÷200           | (75%-60%)÷(1-60%)×10=3.75
=    | 数量指标      | =10场    | 8场     | 10×8÷10              | (80%-60%)÷40%×10
≤    | 数量指标      | ≤10天    | 12.5天   | 10×10÷12.5           | 80%: (80%-60%)÷40%×10
区间  | 质量指标      | 20%-30% | 18%     | nearest bound 18÷20  | 90%: (90%-60%)÷40%×10
一档  | 社会效益指标    | 效果明显    | 达成年度指标（90%） | 10×90%      | no pass mark for words
二档  | 社会效益指标    | 效果明显    | 部分达成年度指标并具有一定效果（55%） | outside of the tier; Hubei's begins at 50% | as 10号
三档  | 社会效益指标    | 效果明显    | 未达成年度指标且效果较差（55%） | 10×55%; Hubei's tier ends at 50%: outside | as 10号
未写  | 社会效益指标    | 效果明显    | 部分达成年度指标并具有一定效果 | the middle of the tier | as 10号
是否  | 社会效益指标    | 是        | 否       | does not agree       | does not agree
满意  | 服务对象满意度指标 | ≥90%    | 81%     | 10×81÷90             | 80% (included) to 90%: 8 of 10
零   | 质量指标      | =0起     | 1起      | all or nothing       | no ratio, no pass mark
超额  | 数量指标      | ≥200人次  | 300人次  | never more than 分值    | never more than 分值
无   | 生态效益指标    | 无        | 无       | not scored           | not scored
逾期  | 时效指标      | ≤12月    | 2025年1月 | 366÷397=92.19%       | (92.191…%-60%)÷40%×10=8.0478…
成本  | 经济成本指标    | =10万元   | 12.5万元 | a limit: 10×10÷12.5   | 80%: (80%-60%)÷40%×10
"""

# ? to be checked by a person: the share lies outside of its tier, whose upper bound belongs to the next
# · no points: the policy gives rows none, or the evaluator has not yet given any
EARNED = """
policy                 | ≥    | =  | ≤  | 区间 | 一档 | 二档 | 三档 | 未写 | 是否 | 满意 | 零 | 超额 | 无 | 逾期 | 成本
mof-2020-10            | 7.5  | 8  | 8  | 9   | 9   | ?   | 5.5 | 7   | 0   | 9   | 0  | 10  | ·  | 9.22 | 8
beijing-2020-2146      | 7.5  | 8  | 8  | 9   | 9   | ?   | 5.5 | 7   | 0   | 9   | 0  | 10  | ·  | 9.22 | 8
shanghai               | 7.5  | 8  | 8  | 9   | 9   | ?   | 5.5 | 7   | 0   | 9   | 0  | 10  | ·  | 9.22 | 8
sichuan                | 7.5  | 8  | 8  | 9   | 9   | ?   | 5.5 | 7   | 0   | 9   | 0  | 10  | ·  | 9.22 | 8
department-whole       | 7.5  | 8  | 8  | 9   | 9   | ?   | 5.5 | 7   | 0   | 9   | 0  | 10  | ·  | 9.22 | 8
henan-bond             | 7.5  | 8  | 8  | 9   | 9   | ?   | 5.5 | 7   | 0   | 9   | 0  | 10  | ·  | 9.22 | 8
yunnan                 | 7.5  | 8  | 8  | 9   | 9   | ?   | 5.5 | 7   | 0   | 9   | 0  | 10  | ·  | 9.22 | 8
hubei-2020             | 7.5  | 8  | 8  | 9   | 9   | 5.5 | ?   | 6.5 | 0   | 9   | 0  | 10  | ·  | 9.22 | 8
mof-2021-101           | 3.75 | 5  | 5  | 7.5 | 9   | ?   | 5.5 | 7   | 0   | 8   | 0  | 10  | ·  | 8.05 | 5
mof-2020-10-evaluation | 7.5  | 8  | 8  | 9   | 9   | ?   | 5.5 | 7   | 0   | 9   | 0  | 10  | ·  | 9.22 | 8
beijing-community      | ·    | ·  | ·  | ·   | ·   | ?   | ·   | ·   | ·   | ·   | ·  | ·   | ·  | ·    | ·
beijing-third-party    | ·    | ·  | ·  | ·   | ·   | ?   | ·   | ·   | ·   | ·   | ·  | ·   | ·  | ·    | ·
beijing-score-table    | ·    | ·  | ·  | ·   | ·   | ?   | ·   | ·   | ·   | ·   | ·  | ·   | ·  | ·    | ·
yunnan-stated-total    | ·    | ·  | ·  | ·   | ·   | ?   | ·   | ·   | ·   | ·   | ·  | ·   | ·  | ·    | ·
"""
# mof-2020-10-evaluation knows no 经济成本指标, but a cost is a cost by its name

# spent of 100: 85, 95 and the project is done, 120, nothing known; what a total of 89.995 and one of 79.99 are
MONEY = """
policy                 | 85  | 95完成 | 120 | 没有 | 89.995 | 79.99 | how
mof-2020-10            | 8.5 | 9.5  | 10  | ·   | 优     | 中     | 10×85%, 10×95%, never more
beijing-2020-2146      | 8.5 | 9.5  | 10  | ·   | 优     | 中     | as 10号
shanghai               | 8.5 | 9.5  | 10  | ·   | 优     | 中     | as 10号
sichuan                | 8.5 | 9.5  | 10  | ·   | 优     | 中     | as 10号
department-whole       | 8.5 | 9.5  | 10  | ·   | 优     | 中     | as 10号
henan-bond             | 8.5 | 9.5  | 10  | ·   | 优     | 中     | as 10号
yunnan                 | 8.5 | 9.5  | 10  | ·   | 优     | 中     | as 10号
hubei-2020             | 17  | 19   | 20  | ·   | 优     | 中     | 20×85%, 20×95%, never more
mof-2021-101           | 7   | 10   | 7   | ·   | 优     | 中     | 80-100% 7; done within the budget 10; above it the next step, assumed
mof-2020-10-evaluation | 0   | 0    | 0   | 0   | 优     | 中     | an indicator under 过程, no points of its own
beijing-community      | ·   | ·    | ·   | ·   | 优     | 中     | no scores
beijing-third-party    | ·   | ·    | ·   | ·   | 优     | 中     | the total is stated
beijing-score-table    | 0   | 0    | 0   | 0   | 优     | 中     | the score table has no 执行率
yunnan-stated-total    | ·   | ·    | ·   | ·   | 优     | 中     | the total is stated
"""


def table(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


def cases(text: str) -> list[tuple[str, str, str]]:
    """(policy, column, expected) for every cell."""
    head, *lines = table(text)
    return [
        (line[0], column, cell)
        for line in lines
        for column, cell in zip(head[1:], line[1:], strict=True)
        if column != "how"
    ]


@pytest.mark.parametrize(("policy_id", "kind", "expected"), cases(EARNED))
def test_an_indicator_earns_what_is_worked_by_hand(policy_id: str, kind: str, expected: str) -> None:
    level2, target, actual, *why = next(line[1:] for line in table(KINDS) if line[0] == kind)
    entries = ("", level2, kind, target, actual, "无" if target == "无" else "10")
    one = Indicator.read(*(Entry(text or None) for text in entries))
    score = score_indicator(one, load_policy(policy_id), 2024).score
    assert score.earned == (None if expected in "·?" else Decimal(expected)), why
    if target == "无":
        assert score.state is State.NOT_APPLICABLE
    elif expected == "?":
        assert score.state is not State.SCORED and score.completion is None
    else:
        assert score.completion is not None


@pytest.mark.parametrize(("policy_id", "column", "expected"), cases(MONEY))
def test_the_money_earns_and_a_total_is_graded_as_worked_by_hand(
    policy_id: str, column: str, expected: str
) -> None:
    policy = load_policy(policy_id)
    if expected in ("优", "良", "中", "差"):
        assert grade(Decimal(column), policy) == expected
        return
    spent = None if column == "没有" else Decimal(column.removesuffix("完成"))
    finished = "是" if column.endswith("完成") else ""
    execution = score_execution(Decimal(100), spent, None, policy, finished=finished)
    assert execution.earned == (None if expected == "·" else Decimal(expected))


@pytest.mark.parametrize("text", [EARNED, MONEY], ids=["rows", "money"])
def test_every_shipped_policy_is_worked_by_hand(text: str) -> None:
    assert {line[0] for line in table(text)[1:]} == set(policy_ids())
