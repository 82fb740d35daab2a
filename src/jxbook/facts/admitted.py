"""What staff admit in their free texts and nothing else of the form tells: it belongs to the problems."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice, takewhile

from jxbook.dataclass import dataclass
from jxbook.document.marks import bare, quoted
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.money import YUAN
from jxbook.facts.project import boxes, unlabelled
from jxbook.facts.sourced import place_of
from jxbook.facts.tasks import Tasks
from jxbook.facts.words import one_line, passage_label, unstopped
from jxbook.form import Entry, Form, KeyPoint
from jxbook.form.facts import GOAL_ACHIEVED
from jxbook.pattern import pattern
from jxbook.prose import (
    Clause,
    FigureKind,
    adverse,
    akin,
    befell,
    clauses,
    figures,
    may_admit,
    names,
    sentences,
    settles,
    shared_run,
)
from jxbook.scoring.key_points import PARTLY, UNMET
from jxbook.values import fold, plain

_OTHER_MATTERS = pattern(
    "背景|问题|建议|目标设定|总体目标|阶段性目标|目的|对象|原则|标准|体系|方法|局限|方案"
)
_OF_MONEY = pattern(r"未[支付执]|未使用|结余|结转|尾款|质保|保证金|预算|执行率|留存")
_LEAD = pattern(
    r"\A(?:但是?|不过|同时|目前|其中|另有?|其余|尚有|仍有|还有|有|截至[^，]{0,8}底|年末|个别|部分)+"
)
_MANY = pattern(
    r"[\d.]+(?:余|多)?[万亿]?(?:平方米|平方公里|人次|公里|[个处座户人名件台套辆条项次起家所间期批米亩对份只支])?"
)
_WHY = pattern(r"因|由于|受")
_MEANT = 2
"""Characters of a subject, numbers cut, from which it names a thing by itself."""
_LATER_MONEY = pattern(
    r"((?:[^，。；]{0,40})?(?:尾款|欠款|余款|工程款|未付款)(?:[\d.余多约]{1,12}[万亿]?元)?)(?:拟|将|计划|已|需)?(?:从|由|在)(20\d\d)年[^，。；]{0,10}列支"
)
_BACK = pattern(r"追回|退回|收回|退还|上缴|清退")
_MENDED = pattern(r"后?(?:现?已|均已|全部)[^，]{0,8}\Z")
_SHORT = 18
MOST, _SENTENCES, _CLAUSES, _TOLD = 20, 100, 30, 2_000
"""What is told at most, and what is read for it: sentences that may admit something, clauses of each, and characters
of a text that speaks of it already."""


@dataclass(frozen=True, slots=True)
class Admitted:
    """Something adverse that a text admits, with what was done about it; `called` is how a sentence about it names it.

    `why`: the text says the cause; `settled`: it was put right since. `row`: a missed row speaks of it, but not of the
    money in it; `owed` is what of that money has not come back, in 万元. `deferred`: a later year's money is to pay it.
    """

    text: str
    called: str
    where: str
    why: bool = False
    settled: bool = False
    row: IndicatorFacts | None = None
    owed: str = ""
    deferred: bool = False


def admitted(form: Form, rows: tuple[IndicatorFacts, ...], tasks: Tasks) -> tuple[Admitted, ...]:
    """Adverse clauses of the goals' actual texts, of passages and of 评价要点 that no missed row, no task that left
    money and no problem of staff's own speaks of; MOST at most, each once."""
    found: dict[str, Admitted] = {}
    texts = [(entry, label) for entry, label in _texts(form, rows) if may_admit(entry.text)]
    told = _told(form, rows, tasks) if texts else ()
    for point in islice(_points(form, rows), MOST):
        if fold(point.verdict.text) in (PARTLY, UNMET):
            note = unstopped(one_line(point.note))
            found[note] = Admitted(
                quoted(note, _label(point), place_of(point.note)), note, place_of(point.note), True
            )
    said = (
        (one, entry, label) for entry, label in texts for one in sentences(entry.text) if may_admit(one.text)
    )
    for sentence, entry, label in islice(said, _SENTENCES):
        for one in _of(sentence, entry, label, told, rows):
            found.setdefault(bare(one.text), one)
    for one in _deferred(form):
        found.setdefault(bare(one.text), one)
    return tuple(islice(found.values(), MOST))


def _deferred(form: Form) -> Iterator[Admitted]:
    """What is owed and left to the money of a later year: 尾款100余万元拟从2025年度经费中列支."""
    for one in form.passages:
        text = one.text.text
        if one.text.none or "列支" not in text or _OTHER_MATTERS.search(one.section):
            continue
        for clause in clauses(text)[:_CLAUSES]:
            due = _LATER_MONEY.search(clause.text) if "列支" in clause.text else None
            if due is None or form.year is None or int(due[2]) <= form.year:
                continue
            label, where = passage_label(one.section), place_of(one.text)
            yield Admitted(
                quoted(f"{clause.text}，本年度没有支付", label, where),
                quoted(due[1], label, where),
                where,
                True,
                deferred=True,
            )


def _texts(form: Form, rows: tuple[IndicatorFacts, ...]) -> Iterator[tuple[Entry, str]]:
    for goal in form.goals:
        yield unlabelled(goal.achieved), GOAL_ACHIEVED
    for one in form.passages:
        if not one.text.none and not _OTHER_MATTERS.search(one.section):
            yield one.text, passage_label(one.section)
    for point in _points(form, rows):
        if fold(point.verdict.text) not in (PARTLY, UNMET):
            yield point.note, _label(point)


def _points(form: Form, rows: tuple[IndicatorFacts, ...]) -> Iterator[KeyPoint]:
    """The 评价要点 with a note whose indicator is no problem, which would tell it."""
    losing = {fold(bare(row.name)) for row in rows if row.missed}
    for point in form.records.key_points:
        if one_line(point.note) and fold(point.indicator.text) not in losing:
            yield point


def _label(point: KeyPoint) -> str:
    return f"评价要点“{one_line(point.text)[:20]}”说明"


def _told(
    form: Form, rows: tuple[IndicatorFacts, ...], tasks: Tasks
) -> tuple[tuple[str, IndicatorFacts | None], ...]:
    """What the problems speak of already, with the row of each."""
    own = [(f"{bare(row.name)} {row.indicator.reason.text}", row) for row in rows if row.missed]
    others = [bare(one.name) for one in tasks.leaving]
    others += [one.text.text for one in form.passages if "问题" in one.section]
    others += [text for label, text in boxes(form).items() if "问题" in label]
    return (*own, *((text, None) for text in others))


def _of(
    sentence: Clause,
    entry: Entry,
    label: str,
    told: tuple[tuple[str, IndicatorFacts | None], ...],
    rows: tuple[IndicatorFacts, ...],
) -> Iterator[Admitted]:
    parts = [one.text for one in clauses(sentence.text)[:_CLAUSES]]
    reached = 0
    for at, one in enumerate(parts):
        if at < reached or not adverse(one) or _OF_MONEY.search(one) or _is_result(one, rows):
            continue
        if at and _is_gap(one, parts[at - 1], rows):
            continue
        subject = _subject(one)
        ahead = parts[at - 1 : at] if at and len(subject) < _MEANT else []
        context, happened = [*ahead, one] if ahead else [], befell(one)[1]
        spoken = [(text, row) for text, row in told if _speaks(text, subject or one, happened, context)]
        behind = list(takewhile(_belongs, parts[at + 1 :]))
        reached = at + 1 + len(behind)
        short = _LEAD.sub("", one)
        said = "，".join((*ahead, one if ahead else short, *behind))
        of_rows = [(len(shared_run(text, said)), row) for text, row in spoken if row is not None]
        row = max(of_rows, key=lambda each: each[0])[1] if of_rows else None
        if spoken and (row is None or _money_in(said) <= _money_in(row.indicator.reason.text)):
            continue
        where = place_of(entry)
        yield Admitted(
            quoted(said, label, where),
            quoted(_called(short, subject), label, where),
            where,
            bool(_WHY.search(said)),
            any(map(settles, (one.removeprefix(subject), *behind))),
            row,
            _owed(one, behind),
        )


def _speaks(text: str, subject: str, happened: str, context: list[str]) -> bool:
    """Does a text speak of the subject; where that is a mere number, of what stands before it; of one in two
    characters, 企业 or 小桥, also of what happened?"""
    if context:
        return akin("".join(context), text[:_TOLD])
    return names(text, subject) and (
        len(subject) > _MEANT or len(shared_run(happened[:_SHORT], text)) >= _MEANT
    )


def _belongs(clause: str) -> bool:
    """Does a clause go on with the one before: what was done about it, or why?"""
    return settles(clause) or clause.startswith(("因", "由于", "原因", "影响", "主要"))


def _money_in(text: str) -> set[Decimal]:
    return {one.amount for one in figures(text) if one.kind is FigureKind.MONEY and one.amount is not None}


def _owed(clause: str, behind: list[str]) -> str:
    """What has not come back of money wrongly paid, where the text says both amounts."""
    back = next((one for one in behind if _BACK.search(one)), "")
    paid, returned = _money_in(clause), _money_in(back)
    if len(paid) != 1 or len(returned) != 1:
        return ""
    rest = paid.pop() - returned.pop()
    return plain(rest / YUAN) if rest > 0 else ""


def _subject(clause: str) -> str:
    """What it befell: 其中1座小桥推迟通车 → 小桥; no cause between the two belongs to it."""
    before, _ = befell(_LEAD.sub("", clause))
    return _MANY.sub("", _WHY.split(before)[0]).strip("的在将")


def _called(clause: str, subject: str) -> str:
    """How a sentence about it names it: 第一次招标流标, without the cause and without what was done about it."""
    before, happened = befell(_MENDED.sub("", clause))
    short = f"{_WHY.split(before)[0]}{happened}"
    return short if len(short) <= _SHORT or not subject else f"{subject}方面"


def _is_gap(clause: str, before: str, rows: tuple[IndicatorFacts, ...]) -> bool:
    """Does a clause say no more than what a missed indicator lacks, 未完成2个, behind one with what it came to?"""
    return any(
        row.missed
        and row.value is not None
        and row.gap is not None
        and row.unit
        and f"{abs(row.gap.number).normalize():f}{row.unit}" in clause
        and f"{row.value.number.normalize():f}{row.unit}" in before
        for row in rows
    )


def _is_result(clause: str, rows: tuple[IndicatorFacts, ...]) -> bool:
    """Does a clause say no more than the actual of an indicator: 发生事故2起?"""
    return any(
        row.value is not None
        and f"{row.value.number.normalize():f}{row.unit}" in clause
        and akin(bare(row.name), clause)
        for row in rows
    )
