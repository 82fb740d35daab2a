"""What the total would be by another method, where no document lays down the one that was used."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jxbook.dataclass import dataclass, replace
from jxbook.document.marks import bare
from jxbook.facts.everything import Facts
from jxbook.facts.indicator import IndicatorFacts
from jxbook.policy import Mark, Policy, Rule
from jxbook.policy.once import once_for_each
from jxbook.scoring import IndicatorScore, Scoring, grade, score_again
from jxbook.scoring.evidence import supports
from jxbook.scoring.place import place_of
from jxbook.values import Kind, Tier, plain

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.policy.key_names import Word, WordKey

_STEPS = tuple((Decimal(low), Decimal(share)) for low, share in ((100, 100), (80, 70), (60, 50), (0, 0)))
_SATISFIED = tuple((Decimal(low), Decimal(share)) for low, share in ((90, 100), (80, 80), (60, 50), (0, 0)))
_OTHERS: tuple[tuple[WordKey, Word, str], ...] = (
    ("execution.method", "steps", "按财预〔2021〕101号举例分档"),
    ("quantitative.late", "exact", "逾期不得分"),
    ("quantitative.at_most", "linear", "按1－超出比例计分"),
    ("quantitative.at_least", "exact", "未完成不得分"),
    ("quantitative.equal", "exact", "不相等不得分"),
    ("satisfaction.method", "steps", "按财预〔2021〕101号举例分档"),
    ("not_applicable.method", "rescaled", "其余指标折算为满分"),
)
"""Key, another value of it, and what that means. The steps are those of the national examples."""
_OF_MONEY, _OF_SATISFACTION = "execution.method", "satisfaction.method"
_OF_NO_ROW = (_OF_MONEY, "not_applicable.method")
_MOST = 4
_OF_FALLING_SHORT = ("quantitative.late", "quantitative.at_most", "quantitative.at_least")


@dataclass(frozen=True, slots=True)
class Alternative:
    """A method that no document lays down: what was done, how well it is founded, and what another would give."""

    practice: str
    mark: str
    where: str
    other: str
    outcome: str


def alternatives(facts: Facts) -> tuple[Alternative, ...]:
    """The methods that mattered, each with the total and the grade that another would give."""
    return (*_by_rule(facts), *_by_judgement(facts), *_by_evidence(facts))


def _by_rule(facts: Facts) -> Iterator[Alternative]:
    own = facts.scoring
    for key, words, policy in _others(facts.policy):
        other = _by_other(facts, policy, key)
        if other is not None and (outcome := _said(own, other.total, facts)):
            rule = facts.policy.rule(key)
            where = _where(key, own, other)
            yield Alternative(f"{rule.label}：{rule.shown}", rule.mark.label, where, words, outcome)


@once_for_each
def _others(policy: Policy) -> tuple[tuple[WordKey, str, Policy], ...]:
    """The rules of a policy that no document lays down: each with another method in words, and the policy by it."""
    rules = ((policy.rule(key), key, value, words) for key, value, words in _OTHERS)
    return tuple(
        (key, words, _with(policy, key, value))
        for rule, key, value, words in rules
        if rule.mark is not Mark.OFFICIAL and rule.value != value
    )


def _with(policy: Policy, key: WordKey, value: Word) -> Policy:
    """The policy with another value, and the national steps where it then goes by steps."""
    rules: dict[str, Rule] = dict(policy.rules)
    rules[key] = replace(rules[key], value=value)
    steps = {"execution.method": _STEPS, "satisfaction.method": _SATISFIED}.get(key)
    if steps is not None and (own := rules.get(key.replace("method", "steps"))) is not None and not own.value:
        rules[own.key] = replace(own, value=steps)
    return replace(policy, rules=rules)


def _by_other(facts: Facts, policy: Policy, key: str) -> Scoring | None:
    """The scoring by another method; None where there is no total, or no row that it could touch."""
    own = facts.scoring
    concerned = [at for at, one in enumerate(own.indicators) if _may_score_otherwise(one, key, policy)]
    if facts.total is None or not (concerned or key in _OF_NO_ROW):
        return None
    return score_again(own, policy, concerned, money=key == _OF_MONEY)


def _may_score_otherwise(row: IndicatorScore, key: str, policy: Policy) -> bool:
    """Can another method behind a key give this row other points? What reached its target has its full 分值 by any of
    those for falling short, unless the policy gives more than the full ones."""
    if key in _OF_NO_ROW:
        return False
    if key == _OF_SATISFACTION:
        one = row.indicator
        return place_of(policy, (one.level1.text, one.level2.text), one.name.text).satisfaction
    full = row.score.exact == row.points and policy.number("quantitative.cap") <= 100
    return not (full and key in _OF_FALLING_SHORT)


def _said(own: Scoring, total: Decimal | None, facts: Facts) -> str:
    if total is None or own.total is None or total == own.total:
        return ""
    if not own.grade:  # 分值 that do not add up to the whole give no grade, by whatever method
        return f"总分{plain(total)}"
    word = grade(total, facts.policy)
    same = "等级不变" if word == own.grade else f"等级为“{word}”"
    return f"总分{plain(total)}，{same}"


def _where(key: WordKey, own: Scoring, other: Scoring) -> str:
    """Where the method told: the cells of the 得分 that another one would change, a few of them."""
    if key == _OF_MONEY:
        return str(own.form.funding.earned.cell or "预算执行率得分")
    if key in _OF_NO_ROW:
        return ""
    changed = [
        row.indicator
        for row, again in zip(own.indicators, other.indicators, strict=True)
        if row.score.exact != again.score.exact
    ]
    cells = [str(one.earned.cell or one.name.text.strip()) for one in changed]
    return "、".join(cells[:_MOST]) + (f"等{len(cells)}处" if len(cells) > _MOST else "")


def _by_judgement(facts: Facts) -> Iterator[Alternative]:
    """A qualitative row that the unit itself put somewhere inside a tier."""
    policy = facts.policy
    low = policy.values("qualitative.partial")[0]
    for row in facts.rows:
        if row.tier is not Tier.PARTIAL or row.earned is None or row.points is None or facts.total is None:
            continue
        least = row.points.number * low / 100
        if row.earned.number <= least or row.aim.kind is not Kind.TEXT:
            continue
        outcome = _said(facts.scoring, facts.total.number - row.earned.number + least, facts)
        share = plain(row.completion * 100) if row.completion is not None else ""
        cell = str(row.indicator.actual.cell or bare(row.name))
        yield Alternative(
            f"“{bare(row.name)}”部分达成，评为{share}%", "单位自评", cell, f"评为{plain(low)}%", outcome
        )


def _by_evidence(facts: Facts) -> Iterator[Alternative]:
    """A row whose paper is missing: what it is worth."""
    for paper, entry in zip(facts.evidence, facts.form.records.evidence, strict=True):
        if not paper.missing or facts.total is None:
            continue
        rows = [
            row for row in facts.rows if supports(entry.indicator, bare(row.name)) and row.earned is not None
        ]
        lost = sum((_earned(row) for row in rows), Decimal(0))
        if not lost:
            continue
        outcome = _said(facts.scoring, facts.total.number - lost, facts)
        names = "、".join(bare(row.name) for row in rows)
        yield Alternative(
            f"“{names}”得{plain(lost)}分，{paper.name}待补", "材料未齐", paper.where, "不能得分时", outcome
        )


def _earned(row: IndicatorFacts) -> Decimal:
    return row.earned.number if row.earned is not None else Decimal(0)
