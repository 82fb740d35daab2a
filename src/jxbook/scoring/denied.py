"""Targets that were reached by their row while another text of the form says that the thing was not done.

Which of the two is right only a person knows: the report asks for it, and a check names it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from jxbook.dataclass import dataclass
from jxbook.form import Entry
from jxbook.form.facts import GOAL_ACHIEVED
from jxbook.pattern import pattern
from jxbook.prose import adverse, befell, clauses, may_admit, names, settles, shared_run
from jxbook.scoring.form import IndicatorScore, Scoring
from jxbook.scoring.row import State
from jxbook.values import Kind

_NOT = pattern(r"\A(?:尚|仍|还|暂)?(?:未|没|不能|无法)")
_EARLIER = pattern(r"截至|此前|之前|原[定计]|当时|起初|一度|曾|上半年|季度|下年|次年|上年|去年|往年")
_OWED = pattern(r"尾款|余款|质保|保证金|结余|剩余资金|未到期")
_RULES = ("办法", "细则", "制度", "规定", "规程", "机制", "章程")
_MECHANISM = ("机制", "制度", "体系")
_HEAD, _VERB, _ENDS = 2, 2, ("", "到位", "完毕")
_TEXTS, _CLAUSES, _MOST = 200, 40, 20
"""What is read at most: texts, clauses of each, and what they deny."""


@dataclass(frozen=True, slots=True)
class Denial:
    """A row whose target is reached, and the clause of `entry` that says otherwise; `label` names that entry."""

    row: IndicatorScore
    clause: str
    entry: Entry
    label: str


def denials(scoring: Scoring) -> tuple[Denial, ...]:
    """One at most for each row that is reached: by its date, by its words or with 100 %.

    A clause denies a row whose name ends what was not done and says the same verb, 补贴未发放 and 补贴发放完成时间,
    or, where there is but one such row, a mechanism whose rules were not issued.
    """
    rows = [one for one in scoring.indicators if _reached(one)]
    if not rows:
        return ()
    found: dict[int, Denial] = {}
    for clause, entry, label in islice(_undone(scoring), _MOST):
        before, happened = befell(clause)
        for one in _denied(before, happened, rows):
            found.setdefault(id(one), Denial(one, clause, entry, label))
    return tuple(found[id(one)] for one in rows if id(one) in found)


def _reached(one: IndicatorScore) -> bool:
    aim = one.indicator.target_value
    if one.score.state is not State.SCORED or not one.score.met:
        return False
    if aim.kind is Kind.NUMBER:
        actual = one.indicator.actual_value
        whole = actual.number is not None and actual.number * actual.unit.factor == 1
        return whole and aim.unit.dimension == "percent" and not aim.sign.is_most
    return aim.kind in (Kind.TIME, Kind.TEXT, Kind.YES_NO)


def _undone(scoring: Scoring) -> Iterator[tuple[str, Entry, str]]:
    """The clauses that say that something was not done, and do not say that it was since."""
    form = scoring.form
    texts = [(one.achieved, GOAL_ACHIEVED) for one in form.goals]
    texts += [(one.note, f"子项目“{one.name.text.strip()[:30]}”说明") for one in form.records.subprojects]
    for entry, label in texts[:_TEXTS]:
        if entry.none or not may_admit(entry.text):
            continue
        parts = [one.text for one in clauses(entry.text)[:_CLAUSES]]
        for at, one in enumerate(parts):
            if (
                adverse(one)
                and _NOT.match(befell(one)[1])
                and not _OWED.search(one)
                and not _EARLIER.search("".join(parts[max(at - 1, 0) : at + 1]))
                and not any(map(settles, parts[at + 1 : at + 2]))
            ):
                yield one, entry, label


def _denied(before: str, happened: str, rows: list[IndicatorScore]) -> list[IndicatorScore]:
    head = before[-_HEAD:]
    said = [
        one
        for one in rows
        if len(head) == _HEAD
        and head in one.indicator.name.text
        and _same_verb(happened, f"{one.indicator.name.text} {one.indicator.target.text}")
    ]
    if said or not before.endswith(_RULES):
        return said
    mechanisms = [
        one
        for one in rows
        if one.indicator.target_value.kind is Kind.TEXT
        and one.indicator.name.text.strip().endswith(_MECHANISM)
    ]
    named = [one for one in mechanisms if names(before, one.indicator.name.text)]
    return named or (mechanisms if len(mechanisms) == 1 else [])


def _same_verb(happened: str, own: str) -> bool:
    """Does a row say what was not done: 未发放 and 发放完成时间; not 未完成审计 and 完成时间?"""
    verb = shared_run(happened, own)
    rest = happened.partition(verb)[2] if verb else happened
    return len(verb) >= _VERB and rest in _ENDS
