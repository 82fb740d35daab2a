"""执行率 and its points."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum, auto

from jxbook.dataclass import dataclass, replace
from jxbook.form import NO_ENTRY, Entry, Form, Unsure, amount
from jxbook.form.facts import FINISHED, RECEIVED
from jxbook.policy import Policy
from jxbook.scoring.execution_formula import (
    blocks,
    divided_by,
    divides_received,
    execution_points,
    execution_rate,
    share_above_budget,
    share_of_whole,
)
from jxbook.scoring.given import points_in
from jxbook.scoring.printed import exact_percent
from jxbook.scoring.rounding import percent, points_of
from jxbook.scoring.row import all_cited
from jxbook.scoring.steps import step_of
from jxbook.values import Misfit, fold, plain
from jxbook.values.fold import without_remarks

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.policy.key_names import KeyName

_DONE = frozenset({"是", "已完成", "完成", "全部完成", "已全部完成", "完工", "已完工"})
_NOT_DONE = frozenset(
    {"否", "未完成", "尚未完成", "没有完成", "未全部完成", "部分完成", "未完工", "尚未完工"}
)


_UNSURE = {
    Unsure.CHANGE: "看不出“{}”是增减额还是调整后的预算，有没有算在预算数里",
    Unsure.CARRIED: "看不出“{}”有没有算在预算数里",
    Unsure.ALL_YEARS: "表中没有全年预算数，只有“{}”",
}


class Finished(Enum):
    """What 项目是否完成 says. UNSTATED counts as NO; with UNCLEAR there are no points."""

    YES = auto()
    NO = auto()
    UNSTATED = auto()
    UNCLEAR = auto()


@dataclass(frozen=True, slots=True)
class Execution:
    """执行率 as a ratio (rounded as the policy says) and the points for it; None while it cannot be computed.

    `earned` is rounded as it is printed, `exact` is what goes into the total. Without points of its own
    (`points` 0) it earns 0; where the policy scores nothing at all, it earns None. `hinges`: it earns more, by
    steps, if the project is finished. `blocked`: the rate is too high to be true. `basis` and `also` are the 依据 of
    what it took to find the points.
    """

    rate: Decimal | None
    points: Decimal
    earned: Decimal | None
    explanation: str
    basis: str = ""
    exact: Decimal | None = None
    hinges: bool = False
    also: tuple[str, ...] = ()
    blocked: bool = False

    @property
    def unclear(self) -> bool:
        """Are there no points although the amounts are there?"""
        return self.exact is None and (self.hinges or self.blocked)

    @property
    def cited(self) -> str:
        """The 依据 of every rule that was taken, each with its mark; "" where none was."""
        return all_cited(self.basis, self.also)


def read_finished(text: str) -> Finished:
    """What a person wrote under 项目是否完成: 是 or 已完成, 否 or 未完成."""
    folded = without_remarks(fold(text))
    if folded in _DONE:
        return Finished.YES
    if folded in _NOT_DONE:
        return Finished.NO
    return Finished.UNCLEAR if text.strip() else Finished.UNSTATED


def execution_of(form: Form, policy: Policy) -> Execution:
    """The 执行率 of a form. 实际到位资金, where the policy asks for it and it is filled in, is the divisor."""
    row, facts, received = form.funding.total, form.project.facts, received_of(form, policy)
    known = None if received is None else amount(received, form.funding.unit)
    stands = received.text if received is not None and known is None else known
    unstated = received is None and row.budget_amount is None  # a blank cell is 0 to a formula
    divisor = None if unstated else divided_by(row.budget_amount, stands)
    finished = facts.get(FINISHED, NO_ENTRY).text
    points = points_in(form.funding.points)
    found = score_execution(divisor, row.spent_amount, points, policy, finished=finished)
    if found.rate is None and (why := _unfound(form, divisor, policy)):
        return replace(found, explanation=why)
    return found


def _unfound(form: Form, divisor: Decimal | None, policy: Policy) -> str:
    """Why there is no rate where the form has no place for an amount, or does not tell it; "" where it has."""
    funding = form.funding
    if divisor is None and (doubt := funding.doubt):
        return f"{_UNSURE[doubt.about].format(doubt.heading.text)}，暂不能计算执行率。"
    absent = [
        name
        for name, entry, number in (
            (_divisor(policy), funding.total.budget, divisor),
            ("全年执行数", funding.total.spent, funding.total.spent_amount),
        )
        if entry.cell is None and number is None
    ]
    if not absent or not form.columns:  # read from no sheet
        return ""
    return f"表中没有找到{'、'.join(absent)}，暂不能计算执行率。"


def received_of(form: Form, policy: Policy) -> Entry | None:
    """实际到位资金, of which the 执行率 is a share where the policy asks for it and it is filled in; else None."""
    received = form.project.facts.get(RECEIVED, NO_ENTRY)
    return received if divides_received(policy) and not received.blank else None


def rate_too_low(execution: Execution, policy: Policy) -> bool:
    """Is the 执行率 below the one from which the policy asks for no reason? Not while there is none."""
    return execution.rate is not None and execution.rate * 100 < policy.number("execution.reason_below")


def score_execution(
    budget: Decimal | None,
    spent: Decimal | None,
    points: Decimal | Misfit | None,
    policy: Policy,
    *,
    finished: str = "",
) -> Execution:
    """The 执行率 and its points, never more than 分值. `points` None: as the policy sets; a Misfit: no points.

    `budget` is the divisor that the policy names; `finished` is what is written under 项目是否完成: of a
    project that is done, money left over is no shortfall where the policy scores by steps.
    """
    full = points if isinstance(points, Decimal) else policy.number("weights.execution")
    rate = execution_rate(budget, spent, policy)
    divisor = _divisor(policy)
    if policy.pointless:
        return Execution(
            rate, Decimal(0), None, _measured(rate, budget, spent, policy) or _why_not(budget, spent, divisor)
        )
    if isinstance(points, Misfit):
        return Execution(rate, full, None, f"执行率的{points.why}，暂不能计分。")
    if full == 0:
        said = _measured(rate, budget, spent, policy)
        return Execution(
            rate, full, full, f"预算执行率不设分值。{said}", policy.rule("weights.execution").cited, full
        )
    if rate is None or budget is None or spent is None:
        return Execution(None, full, None, _why_not(budget, spent, divisor))
    if full < 0:
        return Execution(rate, full, None, "执行率的分值小于0，暂不能计分。")
    most = policy.rule("execution.block_above")
    if blocks(budget, spent, policy):
        why = f"超过{exact_percent(most.number / 100)}，多半是元和万元弄混了，核对之前暂不能计分。"
        said = f"{_measured(rate, budget, spent, policy)[:-1]}，{why}"
        return Execution(rate, full, None, said, most.cited, blocked=True)
    hinges, done = _hinges(spent / budget, policy), read_finished(finished)
    if hinges and done is Finished.UNCLEAR:
        why = f"{FINISHED}填写的是“{finished}”，看不出是否完成，暂不能计分。"
        return Execution(rate, full, None, _measured(rate, budget, spent, policy) + why, hinges=True)
    worth = _worth(spent / budget, policy, done)
    exact = execution_points(budget, spent, full, worth.share, policy)
    earned = min(full, points_of(exact, policy))
    head = f"{_measured(rate, budget, spent, policy)[:-1]}，{worth.words}"
    if worth.share == 1:
        sentence = f"{head}记全部分值{plain(earned)}分。"
    else:
        sum_ = f"{plain(spent)}÷{plain(budget)}" if worth.share is None else exact_percent(worth.share)
        sentence = f"{head}记{plain(full)}×{sum_}＝{plain(earned)}分。"
    basis, *also = (policy.rule(key).cited for key in (*worth.keys, "execution.rate_of"))
    if earned != full * (spent / budget if worth.share is None else worth.share):
        also.append(policy.rule("rounding.places").cited)
    return Execution(rate, full, earned, sentence, basis, exact, hinges, tuple(also))


@dataclass(frozen=True, slots=True)
class _Worth:
    """The share of the points, None for the very ratio; the words before it; and the rules it follows, by key."""

    share: Decimal | None
    words: str
    keys: tuple[KeyName, ...]


def _hinges(ratio: Decimal, policy: Policy) -> bool:
    """Is there more to earn, by steps, if the project is finished?"""
    by_steps = policy.word("execution.method") == "steps"
    return by_steps and ratio <= 1 and not step_of(ratio, policy.values("execution.steps")).highest


def _worth(ratio: Decimal, policy: Policy, done: Finished) -> _Worth:
    by_steps = policy.word("execution.method") == "steps"
    if ratio > 1:
        share = share_above_budget(policy)
        if policy.word("execution.above_budget") == "next_step":
            return _Worth(
                share, "超过预算，按满分档的下一档，", ("execution.above_budget", "execution.steps")
            )
        return _Worth(share, "", ("execution.above_budget",))
    if not by_steps:
        return _Worth(share_of_whole(policy) if ratio == 1 else None, "", ("execution.method",))
    keys: tuple[KeyName, ...] = ("execution.steps", "execution.method")
    if done is Finished.YES:
        return _Worth(share_of_whole(policy), "项目已完成且执行数控制在预算之内，", keys)
    step = step_of(ratio, policy.values("execution.steps"))
    if done is not Finished.NO or step.highest:
        keys = (*keys, "execution.unstated")  # the steps are for projects that are said not to be finished
    return _Worth(step.share, f"{step.words}，", keys)


def _divisor(policy: Policy) -> str:
    return RECEIVED if divides_received(policy) else "全年预算数"


def _measured(rate: Decimal | None, budget: Decimal | None, spent: Decimal | None, policy: Policy) -> str:
    """The 执行率 in a sentence, "" where there is none."""
    if rate is None or budget is None or spent is None:
        return ""
    steps = policy.values("execution.steps") if policy.word("execution.method") == "steps" else ()
    apart = (Decimal(1), *(bound / 100 for bound, _ in steps))
    shown = percent(spent / budget, int(policy.number("execution.rate_places")), apart)
    return f"全年执行数{plain(spent)}÷{_divisor(policy)}{plain(budget)}，执行率{shown}。"


def _why_not(budget: Decimal | None, spent: Decimal | None, divisor: str) -> str:
    absent = [name for name, amount in ((divisor, budget), ("全年执行数", spent)) if amount is None]
    if absent:
        return f"{'、'.join(absent)}没有填写，或者不是金额，暂不能计算执行率。"
    return f"{divisor}应当大于0，全年执行数不能小于0，暂不能计算执行率。"
