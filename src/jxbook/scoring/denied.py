"""Rows that say a thing was done while another text of the form says that it was not, or is still being done.

Which of the two is right only a person knows: the report asks for it, and a check names it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from jxbook.dataclass import dataclass
from jxbook.form import Entry
from jxbook.form.facts import GOAL_ACHIEVED
from jxbook.pattern import pattern
from jxbook.prose import adverse, befell, clauses, figures, may_admit, names, settles, shared_run
from jxbook.scoring.form import IndicatorScore, Scoring
from jxbook.scoring.row import State
from jxbook.values import Kind, plain

_NOT = pattern(r"\A(?:尚|仍|还|暂)?(?:未|没|不能|无法)")
_NO_SUCH = pattern(r"不存在|未发现|未出现|避免|杜绝|(?:没有|无)\Z")
_EARLIER = pattern(
    r"年初|前期|截至|此前|之前|原[定计]|当时|起初|一度|曾|上半年|季度|下年|次年|上年|去年|往年"
)
_OWED = pattern(r"尾款|余款|质保|保证金|结余|剩余资金|未到期")
_GOING = pattern(
    r"(?:仍|尚|还|正)在?(?:进行)?(?:施工|建设|改造|安装|整治|实施|推进|收尾|调试)|[仍尚还]在进行|(?<!存)在建(?![设立成筑]|项目|工程)|[仍尚还]未(?:完工|竣工|建成)"
)
"""That the work goes on."""
_WHOLE = pattern(r"(?:本?(?:项目|工程|任务|工作|建设|改造|施工|整体|全部|总体|年度|按[期时])){0,4}")
"""What is left of a name that says when all of the work was done: 项目完成时间, 工程完工时间."""
_FINISHED = pattern(r"(?:完工|竣工|完成|建成|通车|投用|投入使用|交付)(?:时间|日期|时限|期限|及时性?|率)?")
_LATER = pattern(
    r"二期|三期|后续|下一?[年步]|其他项目|决算|结算|审计|评价|归档|资料|移交|验收|手续|机制|制度|总结"
)
"""What is still done when the work itself is finished, or is another's."""
_BACK = r"返黑|返臭|反弹|(?:再次|又被?)?(?:冲毁|损毁|坍塌|垮塌)|枯死|取消"
_OF_THEM = pattern(
    r"\A其中(?:尚|仍|还)?有?\d{1,9}(?:\.\d{1,4})?[\u4e00-\u9fff]{1,8}?(?:(?:尚|仍|还|暂)?(?:未能?|没有?|无法)(?:全部|完全)?(?:完成|开工|动工|启动|实施|建成|完工|开展|上电|结业)|"
    rf"{_BACK})"
)
"""That some of what was counted were not done, or are as they were before: 其中1处返黑."""
_AGAIN = pattern(_BACK)
_HAPPENED = ("", "发生", "共发生", "出现", "其中", "有", "另有")
"""What stands before the number of what was not to happen: not 受理咨询120件."""
_STILL_SOME = pattern(
    r"[仍尚还]有\d{1,9}(?:\.\d{1,4})?([\u4e00-\u9fff]{1,4}?)(?:未|没有?)(?:全部)?(?:完成|开工|实施|建成|完工|发放)"
)
"""That some of what was counted are left: 失能评估仍有96人未完成."""
_RULES = ("办法", "细则", "制度", "规定", "规程", "机制", "章程")
_MECHANISM = ("机制", "制度", "体系")
_HEAD, _VERB, _ENDS = 2, 2, ("", "到位", "完毕")
_TEXTS, _CLAUSES, _MOST, _NEAR = 200, 40, 20, 8
"""What is read at most: texts, clauses of each, what they deny, and characters between a number and its fate."""


@dataclass(frozen=True, slots=True)
class Denial:
    """A row that says a thing was done, and the clause of `entry` that says otherwise; `label` names that entry."""

    row: IndicatorScore
    clause: str
    entry: Entry
    label: str


def denials(scoring: Scoring) -> tuple[Denial, ...]:
    """One at most for each row.

    A clause denies a row that is reached, by its date, by its words or with 100 %, whose name ends what was not done
    and says the same verb, 补贴未发放 and 补贴发放完成时间, or, where there is but one such row, a mechanism whose rules
    were not issued. 仍在施工 denies the day on which all of the work, or just that, was done; 其中1处返黑 behind the
    number of a row that this number is reached; so does what its own reason says of it.
    """
    rows = [one for one in scoring.indicators if one.score.state is State.SCORED]
    reached = [one for one in rows if _reached(one)]
    found = {id(one.row): one for one in _by_their_own_reason(rows)}
    for said in islice(_undone(scoring), _MOST):
        for one in (
            *_denied(*befell(said.clause), reached),
            *_still_going(said.clause, rows),
            *_counted(said, rows),
        ):
            found.setdefault(id(one), Denial(one, said.clause, said.entry, said.label))
    return tuple(found[id(one)] for one in rows if id(one) in found)


def _by_their_own_reason(rows: list[IndicatorScore]) -> Iterator[Denial]:
    """Rows that lost no points and whose own reason says that some of it failed."""
    for one in rows:
        why, lost = (
            one.indicator.reason,
            one.score.earned is not None and one.score.earned < (one.points or 0),
        )
        if not one.score.met or lost or why.none:
            continue
        parts = [each.text for each in clauses(why.text)[:_CLAUSES]]
        for at, part in enumerate(parts):
            if _EARLIER.search(part) or any(map(settles, parts[at : at + 2])):
                continue
            if _failed(part, one):
                yield Denial(one, part, why, f"“{one.indicator.name.text.strip()[:30]}”偏差原因")
                break


def _failed(part: str, one: IndicatorScore) -> bool:
    """Does a clause say of a row that some of what it counts are as they were before, 1处返黑, that what was not to happen
    did, 1起食材变质, or that what it calls whole was not done, 6台未验收?"""
    aim, value = one.indicator.target_value, one.indicator.actual_value.number
    if aim.kind is Kind.NUMBER and aim.unit.name and aim.unit.dimension != "percent":
        own = [each for each in figures(part) if each.unit == aim.unit.name and each.exact and each.number]
        if aim.low == 0 and value == 0:
            return any(part[: each.start] in _HAPPENED for each in own)
        again = _AGAIN.search(part)
        return again is not None and any(0 <= again.start() - each.end <= _NEAR for each in own)
    return _reached(one) and _not_done(part) and not _OWED.search(part)


def _not_done(clause: str) -> bool:
    """Does a clause say that something was not done, 6台未验收, and not that there is no such thing, 不存在未验收的?"""
    before, happened = befell(clause)
    return adverse(clause) and bool(_NOT.match(happened)) and not _NO_SUCH.search(before)


def _reached(one: IndicatorScore) -> bool:
    aim = one.indicator.target_value
    if not one.score.met:
        return False
    if aim.kind is Kind.NUMBER:
        actual = one.indicator.actual_value
        whole = actual.number is not None and actual.number * actual.unit.factor == 1
        return whole and aim.unit.dimension == "percent" and not aim.sign.is_most
    return aim.kind in (Kind.TIME, Kind.TEXT, Kind.YES_NO)


@dataclass(frozen=True, slots=True)
class _Undone:
    """A clause, the one before it, and where they stand."""

    clause: str
    before: str
    entry: Entry
    label: str


def _undone(scoring: Scoring) -> Iterator[_Undone]:
    """The clauses that say that something was not done, and do not say that it was since."""
    form = scoring.form
    texts = [(one.achieved, GOAL_ACHIEVED) for one in form.goals]
    texts += [(one.note, f"子项目“{one.name.text.strip()[:30]}”说明") for one in form.records.subprojects]
    for entry, label in texts[:_TEXTS]:
        if entry.none or not any(one(entry.text) for one in (may_admit, _GOING.search, _AGAIN.search)):
            continue
        parts = [one.text for one in clauses(entry.text)[:_CLAUSES]]
        for at, one in enumerate(parts):
            before = parts[at - 1] if at else ""
            if (
                (_GOING.search(one) or _OF_THEM.match(one) or _not_done(one))
                and not _OWED.search(one)
                and not _EARLIER.search(f"{before}{one}")
                and not any(map(settles, parts[at + 1 : at + 2]))
            ):
                yield _Undone(one, before, entry, label)


def _still_going(clause: str, rows: list[IndicatorScore]) -> Iterator[IndicatorScore]:
    """The rows that say when what the clause calls unfinished was done."""
    going = _GOING.search(clause)
    if going is None or _LATER.search(clause):
        return
    for one in rows:
        name = one.indicator.name.text.strip()
        finished = _FINISHED.search(name) if one.indicator.actual_value.kind is Kind.TIME else None
        thing = name[: finished.start()] if finished else ""
        if finished and (_WHOLE.fullmatch(thing) or names(clause[: going.start()], thing)):
            yield one


def _counted(said: _Undone, rows: list[IndicatorScore]) -> Iterator[IndicatorScore]:
    """The reached rows whose number ends the clause before, of which some were not done; or that the clause names itself."""
    found, left = _OF_THEM.match(said.clause), _STILL_SOME.search(said.clause)
    for one in rows if (found and said.before) or left else ():
        value = one.indicator.actual_value
        if left and one.score.met and value.unit.name == left[1]:
            if names(said.clause[: left.start()], one.indicator.name.text):
                yield one
        elif one.score.met and value.number is not None and value.unit.name:
            number = f"{plain(value.number)}{value.unit.name}"
            if said.before.endswith(number) and not said.before.removesuffix(number)[-1:].isdigit():
                yield one


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
