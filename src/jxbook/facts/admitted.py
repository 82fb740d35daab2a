"""What staff admit in their free texts and nothing else of the form tells: it belongs to the problems."""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.dataclass import dataclass
from jxbook.document.marks import bare, quoted
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.project import boxes
from jxbook.facts.sourced import place_of
from jxbook.facts.tasks import Tasks
from jxbook.facts.words import one_line, unstopped
from jxbook.form import Entry, Form, KeyPoint
from jxbook.pattern import pattern
from jxbook.prose import Clause, adverse, akin, clauses, sentences, settles
from jxbook.scoring.key_points import PARTLY, UNMET
from jxbook.values import fold

_OTHER_MATTERS = (
    "背景",
    "问题",
    "建议",
    "目标设定",
    "总体目标",
    "阶段性目标",
    "目的",
    "对象",
    "原则",
    "标准",
    "体系",
    "方法",
    "局限",
    "方案",
)
_OF_MONEY = pattern(r"未[支付执]|未使用|结余|结转|尾款|质保|保证金|预算|执行率")
_LEAD = pattern(
    r"\A(?:但是?|不过|同时|目前|其中|另有?|其余|尚有|仍有|还有|有|截至[^，]{0,8}底|年末|个别|部分)+"
)
_MANY = pattern(
    r"[\d.]+(?:余|多)?[万亿]?(?:平方米|平方公里|人次|公里|[个处座户人名件台套辆条项次起家所间期批米亩对份只支])?"
)
_VERB = pattern(
    r"推迟|延[期误迟]|滞后|逾期|超期|[尚仍还暂]?未|没有|无法|不能|停工|中断|暂停|重复|不符合|错|漏|多[发付]|误发|发生|损坏|闲置|不足|不够"
)
_MEANT = 2
"""Characters of a subject, numbers cut, from which it names a thing by itself."""
_SHORT = 18
MOST = 20


@dataclass(frozen=True, slots=True)
class Admitted:
    """Something adverse that a text admits, with what was done about it; `called` is how a sentence about it names it.

    `why`: the text says the cause; `settled`: it was put right since.
    """

    text: str
    called: str
    where: str
    why: bool = False
    settled: bool = False


def admitted(form: Form, rows: tuple[IndicatorFacts, ...], tasks: Tasks) -> tuple[Admitted, ...]:
    """Adverse clauses of the goals' actual texts, of passages and of 评价要点 that no missed row, no task that left
    money and no problem of staff's own speaks of; MOST at most, each once."""
    found: dict[str, Admitted] = {}
    told = _told(form, rows, tasks)
    for point in _points(form, rows):
        if fold(point.verdict.text) in (PARTLY, UNMET):
            note = unstopped(one_line(point.note))
            found[note] = Admitted(
                quoted(note, _label(point), place_of(point.note)), note, place_of(point.note), True
            )
    for entry, label in _texts(form, rows):
        for sentence in sentences(entry.text):
            for one in _of(sentence, entry, label, told, rows):
                found.setdefault(bare(one.text), one)
                if len(found) == MOST:
                    return tuple(found.values())
    return tuple(found.values())


def _texts(form: Form, rows: tuple[IndicatorFacts, ...]) -> Iterator[tuple[Entry, str]]:
    for goal in form.goals:
        yield goal.achieved, "年度总体目标（实际完成情况）"
    for one in form.passages:
        if not one.text.none and not any(word in one.section for word in _OTHER_MATTERS):
            yield one.text, f"报告素材“{one.section}”"
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


def _told(form: Form, rows: tuple[IndicatorFacts, ...], tasks: Tasks) -> tuple[str, ...]:
    """What the problems speak of already."""
    own = [f"{bare(row.name)} {row.indicator.reason.text}" for row in rows if row.missed]
    own += [f"{bare(one.name)} {bare(one.cause)}" for one in tasks.leaving]
    own += [one.text.text for one in form.passages if "问题" in one.section]
    own += [text for label, text in boxes(form).items() if "问题" in label]
    return tuple(own)


def _of(
    sentence: Clause, entry: Entry, label: str, told: tuple[str, ...], rows: tuple[IndicatorFacts, ...]
) -> Iterator[Admitted]:
    if not adverse(sentence.text) and not any(adverse(one.text) for one in clauses(sentence.text)):
        return
    parts = clauses(sentence.text)
    for at, one in enumerate(parts):
        if not adverse(one.text) or _OF_MONEY.search(one.text):
            continue
        subject = _subject(one.text)
        bound = len(subject) < _MEANT and at > 0
        about = f"{parts[at - 1].text}{one.text}" if bound else subject or one.text
        if any(akin(about, text) for text in told) or _is_result(one.text, rows):
            continue
        behind = []
        for other in parts[at + 1 :]:
            if not settles(other.text) and not other.text.startswith(("因", "由于", "原因", "影响", "主要")):
                break
            behind.append(other.text)
        said = "，".join(
            (
                *([parts[at - 1].text] if bound else []),
                one.text if bound else _LEAD.sub("", one.text),
                *behind,
            )
        )
        why = any(word in said for word in ("因", "由于", "受"))
        text, short = quoted(said, label, place_of(entry)), _LEAD.sub("", one.text)
        called = quoted(
            short if len(short) <= _SHORT or not subject else f"{subject}方面", label, place_of(entry)
        )
        yield Admitted(text, called, place_of(entry), why, any(map(settles, behind)))


def _subject(clause: str) -> str:
    """What it befell: 其中1座小桥推迟通车 → 小桥."""
    begin = _LEAD.sub("", clause)
    verb = _VERB.search(begin)
    return _MANY.sub("", begin[: verb.start()] if verb else begin).strip("的在将")


def _is_result(clause: str, rows: tuple[IndicatorFacts, ...]) -> bool:
    """Does a clause say no more than the actual of an indicator: 发生事故2起?"""
    return any(
        row.value is not None
        and f"{row.value.number.normalize():f}{row.unit}" in clause
        and akin(bare(row.name), clause)
        for row in rows
    )
