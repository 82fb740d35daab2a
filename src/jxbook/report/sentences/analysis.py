"""绩效评价指标分析: the parts in paragraphs, the rows of a 二级指标 as they were met, missed or are open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count as count_from
from itertools import groupby

from jxbook.document.marks import bare
from jxbook.facts.everything import Facts
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.sourced import count, place_of
from jxbook.facts.sums import Group
from jxbook.facts.words import listed, marker, only_asked
from jxbook.form.facts import GOAL_ACHIEVED
from jxbook.pattern import pattern
from jxbook.prose import akin, sentences
from jxbook.prose.words import ASKING
from jxbook.report.sentences.costs import cost_told
from jxbook.report.sentences.grounds import all_alike, denied, how_many_reached, told_by_the_goal
from jxbook.report.sentences.met import met_told, saved
from jxbook.report.sentences.missed import missed_told
from jxbook.report.sentences.naming import amount, result, thing
from jxbook.report.sentences.survey import survey_told
from jxbook.scoring.denied import Denial

_DUE = pattern(r"\d{4}年[^，]{0,8}前")
_SHORT, _TOGETHER = 20, 36
"""Characters of a cause that is told beside the gap, and of all those of a delay."""


def overview(facts: Facts, rows: tuple[IndicatorFacts, ...]) -> str:
    """How many indicators of each 一级指标, what they earned, and how many reached their target."""
    own = {id(row) for row in rows} if facts.scored else set()  # the rows themselves, not what says the same
    groups = [group for group in facts.groups if not own.isdisjoint(map(id, group.rows))]
    if not groups:
        return _tally(rows, facts) if facts.compared and not _told_at_once(rows) else ""
    return f"{'；'.join(_of_group(group, facts) for group in groups)}。"


def _told_at_once(rows: tuple[IndicatorFacts, ...]) -> bool:
    """Does one sentence say of all of them that they reached their targets?"""
    return len({row.level2 for row in rows}) == 1 and not any(row.missed for row in rows)


def _of_group(group: Group, facts: Facts) -> str:
    number = count(len(group.rows), f"{group.name}项数")
    if group.earned is None:
        return f"{group.name}{number}项，分值{group.points}分"
    return f"{group.name}{number}项，得{group.earned}分（分值{group.points}分），{_reached(group.rows, group.name, facts)}"


def _reached(rows: tuple[IndicatorFacts, ...], name: str, facts: Facts) -> str:
    if not any(row.compared for row in rows):
        missed = sum(row.missed for row in rows)
        return f"{count(missed, f'{name}扣分的项数')}项扣分" if missed else "未扣分"
    return all_alike(rows, facts) or "，".join(how_many_reached(rows, facts, name))


def _all_reached(rows: tuple[IndicatorFacts, ...], facts: Facts) -> bool:
    """Does the overview say of the 一级指标 of these rows that all of them reached their targets, none in doubt?"""
    own = {row.group for row in rows} if facts.scored else set()
    return bool(own) and all(
        row.settled and row.compared and not row.missed and facts.denial(row) is None
        for row in facts.rows
        if row.group in own
    )


def _tally(rows: tuple[IndicatorFacts, ...], facts: Facts) -> str:
    own = tuple(row for row in rows if row.settled)
    if not own:
        return ""
    return f"三级指标{count(len(own), '三级指标项数')}项，{_reached(own, '三级指标', facts)}。"


def part(
    facts: Facts,
    name: str,
    *,
    only: str = "",
    without: str = "",
    numbered: bool = True,
    deeper: bool = False,
    told: bool = False,
) -> str:
    """The analysis of a part (产出, 效益 …), a paragraph for each 二级指标; `only` and `without` choose by its label,
    `deeper` numbers below a heading 1., as （1）. `told`: `overview` stands before it, and what it says of all is not said of each.

    Costs and the survey are told where their indicators are, and stand alone where there is none.
    """
    rows = tuple(
        row
        for row in facts.rows
        if row.part == name and only in row.level2 and not (without and without in row.level2)
    )
    rows = tuple(row for row in rows if not _told_by_staff(row, name, facts))
    paragraphs = []
    for label, group in groupby(rows, lambda row: row.level2):
        own = tuple(group)
        text = level2(facts, own, told=told and _all_reached(own, facts))
        if "成本" in label:
            text += cost_told(facts)
        if "满意" in label:
            text += survey_told(facts, after_row=any(row.settled and row.compared for row in own))
        if text:
            paragraphs.append((_short(label), text))
    return "\n".join(_headed(paragraphs, numbered, "（{}）" if deeper else "{}."))


def _told_by_staff(row: IndicatorFacts, part: str, facts: Facts) -> bool:
    """Do staff tell a met result with its number in their own passage on the part? Without points nothing else is to be
    said of it."""
    if facts.scored or not row.settled or row.missed or not row.compared or row.value is None:
        return False
    number = re.compile(rf"(?<![\d.]){re.escape(bare(amount(row, row.value)))}")
    return any(
        number.search(one.text) and akin(bare(row.name), one.text)
        for passage in facts.passages.get(f"项目{part}情况", ())
        for one in sentences(passage.text.text)
    )


def _headed(paragraphs: list[tuple[str, str]], numbered: bool, number: str) -> Iterable[str]:
    told = sum(not only_asked(text) for _, text in paragraphs)
    numbers = count_from(1)
    for label, text in paragraphs:
        alone = not numbered or told < 2 or only_asked(text)  # what is asked for goes as a whole
        yield text if alone else f"{number.format(next(numbers))}{label}。{text}"


def _short(label: str) -> str:
    """数量指标 → 数量."""
    return label.removesuffix("指标") or label


def level2(facts: Facts, rows: tuple[IndicatorFacts, ...], *, told: bool = False) -> str:
    """The rows of one 二级指标: the met ones grouped, then the missed ones, those far off first; `told`: it was said that all
    of the part reached their targets."""
    every = [row for row in rows if row.settled or row.missed]
    met = [row for row in every if not row.missed and facts.denial(row) is None]
    missed = [row for row in rows if row.missed and facts.denial(row) is None]
    missed.sort(key=lambda row: not row.great)
    asked = facts.survey.row if facts.survey is not None and facts.survey.turns else None
    said = [*met_told([row for row in met if row is not asked], facts, told=told), *_views(facts, met)]
    said += [f"{row.name}在自评表中填报为{row.actual}" for row in met if row is asked]
    for found, disputed in _denied(every, facts):
        said += [denied(disputed, found), *_views(facts, disputed)]
    for row in missed:
        said += [f"{missed_told(row, facts)}{saved(row, facts)}{_because(row, facts)}", *_views(facts, [row])]
    waiting = [row for row in rows if not (row.settled or row.missed)]
    said += [*_open(rows, facts), *_views(facts, waiting), _since_last_year(rows)]
    return "".join(f"{one}。" for one in said if one)


def _denied(rows: list[IndicatorFacts], facts: Facts) -> Iterable[tuple[Denial, list[IndicatorFacts]]]:
    """The rows that another text denies, those together that the same clause denies."""
    found: dict[tuple[str, str], tuple[Denial, list[IndicatorFacts]]] = {}
    for row in rows:
        if (denial := facts.denial(row)) is not None:
            found.setdefault((denial.label, denial.clause), (denial, []))[1].append(row)
    return found.values()


def _because(row: IndicatorFacts, facts: Facts) -> str:
    """；3个站点产权不清: a cause of one clause, or what together made work late; a longer one is not cut, and stands with
    the problem alone. A tier is argued by its grounds, a satisfaction by its survey."""
    cause = row.cause
    most = _TOGETHER if row.timed else _SHORT
    if (
        (len(row.reason.causes) > 1 and not row.timed)
        or (row.satisfaction and facts.survey is not None)
        or row.worded
        or not row.compared
        or not row.reason.cause
        or row.as_above
        or len(bare(cause)) > most
        or _DUE.search(bare(cause))
    ):
        return ""
    return f"；{cause}"


def _open(rows: tuple[IndicatorFacts, ...], facts: Facts) -> list[str]:
    """Rows that could not be settled: what is there is said, what is missing is asked for in one marker."""
    waiting = [row for row in rows if not row.settled]
    said = [result(row) for row in waiting if row.has_actual and not row.has_target]
    missing = [row for row in waiting if row.has_target and not row.has_actual]
    if missing:
        cells = "、".join(_actual_place(row) for row in missing)
        said.append(marker(f"{listed([bare(row.name) for row in missing], 5)}的实际完成值", cells))
    for row in waiting:
        if row.has_target and row.has_actual and row.worded:
            what = f"{bare(row.name)}属于达成、部分达成还是未达成年度指标，以及达成的比例"
            said.append(f"{row.name}填写为“{row.actual}”{marker(what, _actual_place(row))}")
        elif row.has_target and row.has_actual:
            what = f"{bare(row.name)}能与年度指标值{bare(row.target)}比较的实际完成值"
            known = told_by_the_goal(row, facts)
            hint = f"，{GOAL_ACHIEVED}写有“{known}”，核实后填入自评表" if known else ""
            said.append(marker(f"{what}{hint}", _actual_place(row)))
    return said


def _actual_place(row: IndicatorFacts) -> str:
    return place_of(row.indicator.actual) or f"自评表“{bare(row.name)}”实际完成值"


def _since_last_year(rows: tuple[IndicatorFacts, ...]) -> str:
    """How the numbers moved since the year before, where the workbook was begun from that year's."""
    said = []
    for row in rows:
        if row.before is None or row.value is None:
            continue
        change = row.value - row.before
        name, past = thing(row), amount(row, row.before)
        if not change:
            said.append(f"{name}与上年的{past}持平")
        elif row.percent:
            said.append(f"{name}比上年的{past}{'提高' if change.number > 0 else '下降'}{abs(change)}个百分点")
        else:
            said.append(
                f"{name}比上年的{past}{'增加' if change.number > 0 else '减少'}{abs(change)}{row.unit}"
            )
    return "；".join(said)


def _views(facts: Facts, rows: list[IndicatorFacts]) -> list[str]:
    """What interviews said of a row; complaints and wishes about a missed one stand with the problem."""
    return [
        f"{view.people}在访谈中{'' if view.text.startswith(ASKING) else '反映'}{view.text}"
        for view in facts.views
        if view.row is not None and view.row in rows and not view.problem
    ]
