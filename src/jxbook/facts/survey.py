"""满意度问卷: the sample, each question, the worst of them, and what interviews say of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from jxbook.dataclass import cached_property, dataclass
from jxbook.document.marks import bare, quoted
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.sourced import Sourced, place_of
from jxbook.facts.words import one_line, said
from jxbook.form import Entry, Form, Interview
from jxbook.prose import Tone, akin, as_printed, clauses, kin, names, pairs, tone, topic
from jxbook.scoring import half_up
from jxbook.scoring.satisfaction import of_questions, of_survey, return_rate
from jxbook.values import plain

_BAD = ("不满意", "不满", "差", "不认可")
_PLACES = 4


@dataclass(frozen=True, slots=True)
class Question:
    """A question: what it asks about, how often each answer was given, how many were dissatisfied.

    `rate` is its satisfaction as a ratio, None where it cannot be reckoned.
    """

    topic: str
    counts: tuple[Sourced, ...]
    answered: Sourced
    rate: Sourced | None
    bad: Sourced | None


@dataclass(frozen=True)  # without slots: what is reckoned is kept once somebody has asked for it
class SurveyFacts:
    """A questionnaire. `overall` is the satisfaction of all questions together; `questions` the lowest first.

    `row` is the satisfaction of the form that it stands for, None where the form has none or several.
    """

    sent: Sourced | None
    returned: Sourced | None
    rate: Sourced | None
    method: str
    overall: Sourced | None
    answers: tuple[str, ...]
    weights: tuple[str, ...]
    questions: tuple[Question, ...]
    row: IndicatorFacts | None

    @cached_property
    def low(self) -> Question | None:
        """The question with the lowest satisfaction, where there are at least two that differ."""
        rated = [one for one in self.questions if one.rate is not None]
        if len(rated) < 2 or rated[0].rate is None or rated[-1].rate is None:
            return None
        return rated[0] if rated[0].rate.number < rated[-1].rate.number else None

    @cached_property
    def bad(self) -> Sourced | None:
        """How many answers of all questions were dissatisfied."""
        bad = [one.bad for one in self.questions if one.bad is not None]
        if not bad:
            return None
        return Sourced(
            sum((one.number for one in bad), Decimal(0)),
            "不满意的答复合计",
            "＋".join(one.where for one in bad),
        )

    @cached_property
    def dissatisfied(self) -> str:
        """The answers that count as dissatisfied and were given, in words: 不满意和非常不满意."""
        given = [
            answer
            for place, answer in enumerate(self.answers)
            if _is_bad(answer)
            and any(len(one.counts) > place and one.counts[place].number for one in self.questions)
        ]
        return "和".join(given) or "不满意"

    @property
    def contradicts(self) -> bool:
        """Does the form state another satisfaction than the questionnaire gives?"""
        if self.row is None or self.overall is None or self.row.value is None or not self.row.percent:
            return False
        return half_up(self.row.value.number, 2) != half_up(self.overall.number * 100, 2)

    @property
    def turns(self) -> bool:
        """Is the target of the form's satisfaction reached by the one of the two and missed by the other?"""
        if not self.contradicts or self.row is None or self.overall is None or self.row.low is None:
            return False
        return (self.overall.number * 100 >= self.row.low.number) != self.row.met


def survey_facts(form: Form, rows: tuple[IndicatorFacts, ...]) -> SurveyFacts | None:
    """The questionnaire, None where nothing about it is filled in. Questions nobody answered are left out."""
    survey = form.records.survey
    answers, are_bad = tuple(map(one_line, survey.answers)), [_is_bad(one.text) for one in survey.answers]
    questions = []
    for one, result in zip(survey.questions, of_questions(survey), strict=True):
        if not result.answered:
            continue
        name = topic(one_line(one.text))
        counts = tuple(
            [
                Sourced(count, f"“{name}”{answer}", place_of(entry))
                for count, entry, answer in zip(result.counts, one.counts, answers, strict=False)
            ]
        )
        cells = _span(one.counts)
        bad = [count for count, is_bad in zip(counts, are_bad, strict=False) if is_bad]
        questions.append(
            Question(
                quoted(name, "问卷调查内容", place_of(one.text)),
                counts,
                Sourced(result.answered, f"“{name}”答卷数", cells),
                None if result.ratio is None else Sourced(result.ratio, f"“{name}”满意度", cells),
                Sourced(
                    sum((one.number for one in bad), Decimal(0)),
                    f"“{name}”不满意人数",
                    "＋".join(filter(None, (one.where for one in bad))),
                )
                if bad
                else None,
            )
        )
    if survey.sent.blank and survey.returned.blank and not questions:
        return None
    overall = of_survey(survey).ratio if questions else None
    cells = "、".join(
        _span(one.counts) for one in survey.questions if any(not count.blank for count in one.counts)
    )
    return SurveyFacts(
        _number(survey.sent, "发放问卷份数"),
        _number(survey.returned, "收回有效问卷份数"),
        _returned(form),
        quoted(one_line(survey.method), "问卷发放方式", place_of(survey.method)),
        None if overall is None else Sourced(overall, "问卷综合满意度", cells),
        answers,
        tuple(one_line(entry) for entry in survey.weights),
        tuple(sorted(questions, key=lambda one: Decimal(2) if one.rate is None else one.rate.number)),
        _row(rows),
    )


def _row(rows: tuple[IndicatorFacts, ...]) -> IndicatorFacts | None:
    own = [row for row in rows if row.satisfaction and row.percent]
    return own[0] if len(own) == 1 else None


def _is_bad(answer: str) -> bool:
    return any(word in answer for word in _BAD)


def _span(entries: tuple[Entry, ...]) -> str:
    cells = [one.cell for one in entries if one.cell]
    return f"{cells[0]}:{cells[-1].address}" if cells else ""


def _number(entry: Entry, name: str) -> Sourced | None:
    return None if entry.number is None else Sourced(entry.number, name, place_of(entry))


def _returned(form: Form) -> Sourced | None:
    survey = form.records.survey
    rate = return_rate(survey)
    if rate is None:
        return None
    cells = "÷".join(filter(None, (place_of(survey.returned), place_of(survey.sent))))
    return Sourced(rate, "收回有效问卷份数÷发放问卷份数", cells)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What was said in an interview: who, when, one clause of it, and what it was joined to.

    `row` is the indicator it is about, `survey`: it is about the worst question. Neither: it joins nothing.
    `tone`: whether it is praise, a wish or a complaint.
    """

    people: str
    text: str
    where: str
    row: IndicatorFacts | None = None
    survey: bool = False
    tone: Tone = Tone.COMPLAINT

    @property
    def problem(self) -> bool:
        """Does it belong to a problem: a complaint or a wish about an indicator that was missed?"""
        return self.row is not None and self.row.missed and self.tone is not Tone.PRAISE


@dataclass(frozen=True, slots=True)
class InterviewFacts:
    """An interview: when it was and with whom."""

    when: str
    people: str


def talks(form: Form) -> tuple[InterviewFacts, ...]:
    """The interviews, in order.

    Each day with its year, but for the year of the one before: an evaluation begins in one year and ends in the next.
    """
    found, year = [], ""
    for one in form.records.interviews:
        own, day = _day(one)
        when = day if own == year else f"{own}{day}"
        found.append(
            InterviewFacts(
                quoted(when, f"访谈“{one_line(one.people)}”日期", place_of(one.when)),
                said(one.people, "访谈对象"),
            )
        )
        year = own
    return tuple(found)


def views(form: Form, rows: tuple[IndicatorFacts, ...], survey: SurveyFacts | None) -> tuple[Opinion, ...]:
    """What interviews said, each clause joined to the worst question of the survey or to an indicator."""
    if not form.records.interviews:
        return ()
    found: list[Opinion] = []
    low, known = survey.low if survey else None, _KnownBy.of(rows)
    for one in form.records.interviews:
        people, about, view = one_line(one.people), one_line(one.topic), as_printed(one_line(one.view))
        where = place_of(one.view)
        if low and akin(bare(low.topic), f"{people}{about}{view}"):
            text = quoted(view.rstrip("。"), f"访谈“{people}”主要意见", where)
            found.append(Opinion(people, text, where, survey=True))
            continue
        for clause in clauses(view):
            text = quoted(clause.text, f"访谈“{people}”主要意见", where)
            how = tone(clause.text)
            found.append(
                Opinion(people, text, where, _about(clause.text, f"{people}{about}", known, how), tone=how)
            )
    return tuple(found)


class _KnownBy(NamedTuple):
    """The indicators and the missed ones among them, with the pairs of characters of what each is known by."""

    rows: tuple[IndicatorFacts, ...]
    names: list[frozenset[str]]
    missed: list[IndicatorFacts]
    missed_names: list[frozenset[str]]
    causes: list[frozenset[str]]

    @classmethod
    def of(cls, rows: tuple[IndicatorFacts, ...]) -> _KnownBy:
        """The same of the rows of a form."""
        known = [pairs(bare(row.name)) for row in rows]
        missed = [row for row in rows if row.missed]
        return cls(
            rows,
            known,
            missed,
            [own for row, own in zip(rows, known, strict=True) if row.missed],
            [pairs(f"{bare(row.name)}{bare(row.cause)}") for row in missed],
        )


def _about(clause: str, around: str, known: _KnownBy, how: Tone) -> IndicatorFacts | None:
    """The indicator that a clause is about. Praise: the one it names, else the satisfaction. Anything else: a missed one
    that it names or whose cause speaks of the same, one that was reached only by its very name, else a missed one that
    its speaker or its topic names."""
    own = kin(clause, known.names)
    named = None if own is None else known.rows[own]
    if how is Tone.PRAISE:
        return named or _row(known.rows)
    if named is not None and named.missed:
        return named
    found = kin(clause, known.causes)
    if found is None:
        if named is not None and names(clause, bare(named.name)):
            return named
        found = kin(around, known.missed_names)
    return None if found is None else known.missed[found]


def _day(one: Interview) -> tuple[str, str]:
    """The year and the day: 2024年, 12月18日; no year where the entry says none."""
    raw, text = one.when.raw, one_line(one.when)
    if isinstance(raw, date):
        return f"{raw.year}年", f"{raw.month}月{raw.day}日"
    parts = text.split("-")
    if len(parts) == 3 and all(part.isdigit() for part in parts):
        return f"{int(parts[0])}年", f"{int(parts[1])}月{int(parts[2])}日"
    year, mark, day = text.partition("年")
    return (f"{year}年", day) if mark and day and year.isdigit() else ("", text)


def weights_note(survey: SurveyFacts) -> str:
    """How the answers count: 非常满意100%、满意80%; "" where it is not filled in."""
    if not survey.weights or len(survey.weights) != len(survey.answers):
        return ""
    said_all = "、".join(
        f"{answer}{weight if weight.endswith('%') else plain(Decimal(weight) * 100) + '%'}"
        for answer, weight in zip(survey.answers, survey.weights, strict=True)
        if weight.replace(".", "").rstrip("%").isdigit()
    )
    return quoted(said_all, "问卷计入比例", "")
