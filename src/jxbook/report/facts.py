"""What an outline may say: the figures of a form and its scoring, written as they are to be read.

Every text here is taken from the form or computed by the scoring; nothing is made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from jxbook.form import Entry, Form, FundingRow
from jxbook.policy import Identity, Mark, Policy, load_policy
from jxbook.report.markup import sentence
from jxbook.scoring import IndicatorScore, Scoring, State, percent
from jxbook.values import Kind, Target, fold, plain

OPEN = "【待补充】"
"""What stands where staff still have to say something."""
BLANK = "（未填写）"
_GAP = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")  # a space beside a Chinese character says nothing


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """The project's head, each "" where nothing is filled in."""

    name: str
    code: str
    supervisor: str
    implementer: str
    kind: str
    begins: str
    ends: str


@dataclass(frozen=True, slots=True)
class Source:
    """A source of money with its budget and what was spent of it, each "" where it is not filled in."""

    label: str
    budget: str
    spent: str


@dataclass(frozen=True, slots=True)
class FundsFacts:
    """The money, as texts in `unit`. `known` is False while budget or spending is missing."""

    known: bool
    unit: str
    points: str
    earned: str
    rate: str
    initial: str = ""
    budget: str = ""
    spent: str = ""
    adjustment: str = ""
    increased: bool = False
    left: str = ""
    overrun: str = ""
    sources: tuple[Source, ...] = ()

    @property
    def adjusted(self) -> bool:
        """Was the budget changed during the year?"""
        return bool(self.adjustment)

    @property
    def all_spent(self) -> bool:
        """Was the budget spent to the last yuan?"""
        return self.known and not self.left and not self.overrun


@dataclass(frozen=True, slots=True)
class RowFacts:
    """An indicator row as sentences need it. `miss` says how its target would be missed, `analysis` is its
    sentence in section 四."""

    level1: str
    level2: str
    name: str
    target: str
    actual: str
    points: str
    earned: str
    reason: str
    part: str
    qualitative: bool
    state: State
    met: bool
    miss: str
    completion: str
    explanation: str

    @property
    def analysis(self) -> str:
        """What was wanted, what was reached, what it earned, and why."""
        if self.state is not State.SCORED:
            return f"年度指标值为{self.target}。{self.explanation}"
        reached = "达到年度指标值" if self.met else self.miss
        ratio = f"，完成率{self.completion}" if self.completion else ""
        text = (
            f"年度指标值为{self.target}，实际完成值为{self.actual}{ratio}，{reached}，"
            f"得{self.earned}分（分值{self.points}分）。"
        )
        return f"{text}偏差原因分析及改进措施：{self.reason.rstrip('。')}。" if self.reason else text


@dataclass(frozen=True, slots=True)
class Weight:
    """A 一级指标 with the points and the score of its rows."""

    name: str
    points: str
    earned: str


@dataclass(frozen=True, slots=True)
class PolicyFacts:
    """The rule set by its document; `parent` where it inherits."""

    title: str
    number: str
    note: str
    parent: Identity | None


def project_facts(form: Form) -> ProjectFacts:
    """The head of the form; a missing name or office is said to be missing, never left as a hole."""
    facts = form.project.facts
    return ProjectFacts(
        one_line(form.project.name) or "本项目",
        one_line(form.project.code),
        one_line(form.project.supervisor),
        one_line(form.project.implementer) or "项目实施单位",
        *(one_line(facts.get(label, Entry())) for label in ("项目类型", "项目开始时间", "项目完成时间")),
    )


def one_line(entry: Entry) -> str:
    """An entry's text on one line, "" for 无 and —."""
    return "" if entry.none else _GAP.sub("", " ".join(entry.text.split()))


def funds_facts(form: Form, scoring: Scoring) -> FundsFacts:
    """The money block with what follows from it."""
    execution, total = scoring.execution, form.funding.total
    points, unit = plain(execution.points), form.funding.unit
    budget, spent = total.budget_amount, total.spent_amount
    if execution.rate is None or execution.earned is None or budget is None or spent is None:
        return FundsFacts(False, unit, points, "", "")
    initial = total.initial_amount
    change = Decimal(0) if initial is None else budget - initial
    rate = percent(execution.rate, int(scoring.policy.number("execution.rate_places")))
    return FundsFacts(
        True,
        unit,
        points,
        plain(execution.earned),
        rate,
        "" if initial is None else plain(initial),
        plain(budget),
        plain(spent),
        plain(abs(change)) if change else "",
        change > 0,
        plain(budget - spent) if budget > spent else "",
        plain(spent - budget) if spent > budget else "",
        tuple(source for row in form.funding.parts if (source := _source(row))),
    )


def _source(row: FundingRow) -> Source | None:
    budget, spent = row.budget_amount, row.spent_amount
    if not budget and not spent:
        return None
    return Source(row.label, "" if budget is None else plain(budget), "" if spent is None else plain(spent))


def row_facts(row: IndicatorScore, policy: Policy) -> RowFacts:
    """One indicator row."""
    one, score = row.indicator, row.score
    labels = (fold(one.level1.text), fold(one.level2.text))
    place = policy.tree.locate(*labels)
    shows_ratio = score.completion is not None and one.target_value.kind in (Kind.NUMBER, Kind.TEXT)
    return RowFacts(
        labels[0],
        labels[1] or labels[0],
        one_line(one.name) or one.title,
        one_line(one.target).lstrip("=＝") or BLANK,
        one_line(one.actual).lstrip("=＝") or BLANK,
        "" if row.points is None else plain(row.points),
        "" if score.earned is None else plain(score.earned),
        one_line(one.reason),
        place[0].part if place else _part_by_name(labels),
        one.target_value.kind in (Kind.TEXT, Kind.YES_NO),
        score.state,
        score.met,
        _miss(one.target_value),
        percent(score.completion) if shows_ratio and score.completion is not None else "",
        score.explanation,
    )


def _miss(target: Target) -> str:
    """How a target that was not reached was missed."""
    if target.kind is Kind.TIME:
        return "晚于年度指标值"
    return "超出年度指标值" if target.sign.is_most else "未达到年度指标值"


def _part_by_name(labels: tuple[str, str]) -> str:
    """Where an indicator belongs whose labels the policy does not know."""
    return "效益" if any("效益" in one or "满意" in one or "影响" in one for one in labels) else "产出"


def weights(scoring: Scoring) -> tuple[Weight, ...]:
    """The 一级指标 in the order of the policy's tree, each with its points and score; empty ones left out."""
    tree = scoring.policy.tree
    sums: dict[str, tuple[Decimal, Decimal]] = {}
    for row in scoring.indicators:
        one = row.indicator
        place = tree.locate(one.level1.text, one.level2.text)
        name = place[0].name if place else fold(one.level1.text) or "其他指标"
        points, earned = sums.get(name, (Decimal(0), Decimal(0)))
        sums[name] = (points + (row.points or 0), earned + (row.score.earned or 0))
    order = [level1.name for level1 in tree.level1]
    names = sorted(sums, key=lambda name: order.index(name) if name in order else len(order))
    return tuple(Weight(name, plain(sums[name][0]), plain(sums[name][1])) for name in names if sums[name][0])


def problems(scoring: Scoring, rows: tuple[RowFacts, ...], funds: FundsFacts) -> tuple[str, ...]:
    """What fell short of its target, went far beyond it, or was not spent, in the order of the form."""
    found = []
    if _spent_too_little(scoring):
        least = plain(scoring.policy.number("execution.reason_below"))
        found.append(f"预算执行率为{funds.rate}，低于{least}%，尚有{funds.left}{funds.unit}未支出。")
    for row, excess in _notable(scoring, rows):
        ratio = f"，完成率{row.completion}" if row.completion else ""
        said = f"年度指标值为{row.target}，实际完成值为{row.actual}{ratio}"
        if excess:
            reason = f"原因说明：{sentence(row.reason)}" if row.reason else f"年初指标值是否偏低，{OPEN}。"
            found.append(f"{row.name}超出年度指标值较多：{said}。{reason}")
        else:
            reason = f"原因及改进措施：{sentence(row.reason)}" if row.reason else f"原因及改进措施：{OPEN}。"
            found.append(f"{row.name}{row.miss}：{said}，得{row.earned}分（分值{row.points}分）。{reason}")
    return tuple(found)


def advice(scoring: Scoring, rows: tuple[RowFacts, ...]) -> tuple[str, ...]:
    """What follows from the problems, each kind of advice once."""
    given = []
    if _spent_too_little(scoring):
        given.append("加强预算编制与项目进度的衔接，按计划加快支出，结转资金及时安排使用或交回。")
    notable = _notable(scoring, rows)
    for names, text in (
        (
            _names(row for row, excess in notable if not excess and row.reason),
            "，落实表中所列改进措施，明确责任和时限",
        ),
        (_names(row for row, excess in notable if not excess and not row.reason), "，查明原因，制定改进措施"),
    ):
        if names:
            given.append(f"针对{names}没有完成年度指标值的情况{text}，并据实核定下一年度指标值。")
    if names := _names(row for row, excess in notable if excess):
        given.append(f"编制下一年度绩效目标时，参照{names}以往的完成情况合理确定指标值。")
    return tuple(given)


def _spent_too_little(scoring: Scoring) -> bool:
    rate = scoring.execution.rate
    return rate is not None and rate * 100 < scoring.policy.number("execution.reason_below")


def _notable(scoring: Scoring, rows: tuple[RowFacts, ...]) -> list[tuple[RowFacts, bool]]:
    """The scored rows that fell short, and those that went too far beyond (True)."""
    limit = scoring.policy.number("over_fulfilment.reason_from") / 100
    found = []
    for scored, row in zip(scoring.indicators, rows, strict=True):
        if row.state is State.SCORED:
            excess = scored.score.completion is not None and scored.score.completion >= limit
            if not row.met or excess:
                found.append((row, row.met))
    return found


def _names(rows: Iterable[RowFacts]) -> str:
    """The names of indicators in a sentence, three of them at the most."""
    names = [row.name for row in rows]
    return "、".join(names[:3]) + (f"等{len(names)}项指标" if len(names) > 3 else "")


def bands(policy: Policy) -> str:
    """The grades in words: "90（含）—100分为优，80（含）—90分为良，…，60分以下为差"."""
    rows = policy.values("grades.bands")
    upper = [policy.number("weights.total"), *(bound for bound, _ in rows[:-1])]
    parts = [
        f"{plain(low)}（含）—{plain(high)}分为{word}"
        for (low, word), high in zip(rows[:-1], upper, strict=False)
    ]
    return "，".join([*parts, f"{plain(upper[-1])}分以下为{rows[-1][1]}"])


def policy_facts(policy: Policy) -> PolicyFacts:
    """The documents that an outline cites."""
    identity = policy.identity
    parent = load_policy(identity.parent).identity if identity.parent else None
    return PolicyFacts(identity.title, identity.number, identity.note, parent)


def unofficial_bases(scoring: Scoring) -> tuple[str, ...]:
    """The 依据 that this scoring really used and that no document lays down, each with its mark and once."""
    used = [scoring.execution.basis, *(row.score.basis for row in scoring.scored)]
    official = {rule.cited for rule in scoring.policy.rules.values() if rule.mark is Mark.OFFICIAL}
    return tuple(dict.fromkeys(basis for basis in used if basis and basis not in official))
