"""Working an example of a policy by the policy itself."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from jxbook.form import Entry, Indicator
from jxbook.form.facts import FINISHED, RECEIVED
from jxbook.policy import Policy
from jxbook.policy.examples import Example, shown
from jxbook.scoring.form import score_indicator
from jxbook.scoring.funds import score_execution
from jxbook.scoring.grade import grade
from jxbook.scoring.reviews import review_mean
from jxbook.scoring.rounding import percent
from jxbook.scoring.row import awarded
from jxbook.scoring.words import UNCLEAR
from jxbook.values import plain

YEAR = 2024
"""The year of every example that names a month."""


def work(example: Example, policy: Policy) -> Mapping[str, str]:
    """What the policy makes of an example, under the names of `example.expected`.

    Raises KeyError for an example that is of none of the four kinds: a row, money, reviewers, or a total.
    """
    given = example.given
    if "总分" in given:
        found = {"等级": grade(_number(example, "总分"), policy)}
    elif "评委评分" in given:
        scores = given["评委评分"]
        assert isinstance(scores, tuple)
        mean = review_mean(scores, policy)
        found = {"得分": "" if mean is None else plain(awarded(mean, policy)[0])}
    elif "全年执行数" in given:
        found = _execution(example, policy)
    else:
        found = _row(example, policy)
    return {name: found[name] for name in example.expected}


def _execution(example: Example, policy: Policy) -> dict[str, str]:
    divisor = RECEIVED if RECEIVED in example.given else "全年预算数"
    execution = score_execution(
        _number(example, divisor),
        _number(example, "全年执行数"),
        _number(example, "分值") if "分值" in example.given else None,
        policy,
        finished=str(example.given.get(FINISHED, "")),
    )
    return {
        "得分": UNCLEAR if execution.earned is None else plain(execution.earned),
        "完成率": "" if execution.rate is None else percent(execution.rate),
    }


def _row(example: Example, policy: Policy) -> dict[str, str]:
    def entry(name: str) -> Entry:
        value = example.given.get(name)
        return Entry(value if isinstance(value, str | Decimal) else None)

    names = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "评定得分")
    one = score_indicator(Indicator.read(*(entry(name) for name in names)), policy, YEAR).score
    without = "—" if one.state == "not_applicable" else UNCLEAR
    return {
        "得分": without if one.earned is None else plain(one.earned),
        "完成率": "" if one.completion is None else percent(one.completion),
    }


def _number(example: Example, name: str) -> Decimal:
    value = example.given[name]
    assert isinstance(value, Decimal), f"{name}: {shown(value)}"
    return value
