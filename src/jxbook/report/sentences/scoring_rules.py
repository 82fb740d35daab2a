"""计分方法: how each kind of indicator was scored, and the grades."""

from __future__ import annotations

from collections.abc import Mapping

from jxbook.document.marks import quoted
from jxbook.facts.everything import Facts
from jxbook.scoring.grade import band
from jxbook.scoring.reviews import METHOD
from jxbook.values import Kind, plain

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.policy.key_names import AtLeast, Beyond

_LESS_REACHED: Mapping[AtLeast, str] = {
    "ratio": "未完成的按完成值占指标值的比例记分",
    "exact": "未完成的不得分",
}
_MORE_SPENT: Mapping[Beyond, str] = {
    "inverse": "超过指标值的按指标值占完成值的比例记分",
    "linear": "超过指标值的按超出的比例扣分",
    "exact": "超过指标值的不得分",
}
_COUNTED_FROM = "，天数自评价年度1月1日起计算"
_LATER: Mapping[Beyond, str] = {
    "inverse": f"逾期的按目标天数占实际天数的比例记分{_COUNTED_FROM}",
    "linear": f"逾期的按逾期天数占目标天数的比例扣分{_COUNTED_FROM}",
    "exact": "逾期的不得分",
}
"""What becomes of a target, a limit and a deadline that were missed."""


def scoring(facts: Facts) -> str:
    """How each kind of indicator was scored, and the grades; only what this evaluation used."""
    if facts.source != "computed" or not facts.scored:
        return ""
    said = [
        sentence
        for sentence in (_execution(facts), _quantities(facts), _times(facts), _tiers(facts), _judged(facts))
        if sentence
    ]
    text = "".join(f"{one}。" for one in said)
    return quoted(text, "评价政策的计分方法", facts.policy.called) + grades(facts)


def _execution(facts: Facts) -> str:
    if not facts.funds.counts:
        return ""
    if facts.funds.proportional:
        capped = "，最高不超过分值" if facts.funds.overrun is not None else ""
        return f"预算执行率按执行率乘以分值记分{capped}"
    steps = facts.policy.values("execution.steps")
    said = "，".join(
        f"{_from(low, at, steps)}的记分值的{plain(share)}%" for at, (low, share) in enumerate(steps)
    )
    return f"预算执行率分档记分，{said}"


def _from(low: object, at: int, steps: tuple[tuple[object, object], ...]) -> str:
    if at == 0:
        return f"执行率{low}%"
    if low == 0:
        return f"不足{steps[at - 1][0]}%"
    return f"{low}%（含）至{steps[at - 1][0]}%"


def _quantities(facts: Facts) -> str:
    rows = [row for row in facts.rows if row.aim.kind is Kind.NUMBER and row.compared]
    if not rows:
        return ""
    policy = facts.policy
    growing = _LESS_REACHED[policy.word("quantitative.at_least")]
    if policy.number("quantitative.pass_mark"):
        mark = plain(policy.number("quantitative.pass_mark"))
        growing = f"完成率不足{mark}%的不得分，其余按完成率记分"
    text = f"定量指标完成年度指标值的记满分，{growing}"
    if any(row.limit for row in rows):
        text += f"；反向指标{_MORE_SPENT[policy.word('quantitative.at_most')]}"
    if policy.word("satisfaction.method") == "steps" and any(row.satisfaction for row in rows):
        text += "；满意度指标按满意度分档记分"
    return text


def _times(facts: Facts) -> str:
    if not any(row.timed for row in facts.rows):
        return ""
    return f"时限指标按期完成的记满分，{_LATER[facts.policy.word('quantitative.late')]}"


def _tiers(facts: Facts) -> str:
    if not any(row.aim.kind is Kind.TEXT and row.compared for row in facts.rows):
        return ""
    policy = facts.policy
    full, partial = policy.values("qualitative.full")[0], policy.values("qualitative.partial")[0]
    return (
        "定性指标按达成年度指标、部分达成年度指标并具有一定效果、未达成年度指标且效果较差三档，"
        f"分别在分值的{plain(full)}%（含）至100%、{plain(partial)}%（含）至{plain(full)}%、{plain(partial)}%以下记分"
    )


def _judged(facts: Facts) -> str:
    said = []
    if any(row.judged.points for row in facts.rows):
        said.append("设有评价要点的指标按符合要点的项数记分")
    if any(row.judged.reviewers for row in facts.rows) or any(
        row.score.method == METHOD for row in facts.scoring.indicators
    ):
        said.append("由评委评分的指标以评委评分为准")
    return "，".join(said)


def grades(facts: Facts) -> str:
    """总分90分（含）以上为优 …"""
    bands = facts.policy.values("grades.bands")
    if facts.source != "computed" or not facts.scored:
        return ""
    said = (f"{band(bands, turn)}为{word}" for turn, (_, word) in enumerate(bands))
    return quoted(f"总分{'，'.join(said)}。", "评价政策的等级", facts.policy.called)
