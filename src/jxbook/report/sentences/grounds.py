"""What a qualitative indicator was judged by: what was seen of it and what is missing, as far as the form knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxbook.document.marks import bare, quoted
from jxbook.facts.everything import Facts
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.sourced import count, place_of
from jxbook.facts.words import marker, to_settle
from jxbook.form.facts import GOAL_ACHIEVED
from jxbook.pattern import pattern
from jxbook.prose import clauses, figures, names, say_the_same, shared_run
from jxbook.prose.likeness import ENOUGH, NAMED, SURELY
from jxbook.report.sentences.naming import subject
from jxbook.scoring.denied import Denial
from jxbook.values import Tier

_MISSING = pattern(r"未(?!来|成年)|没|无|缺|不[足够全健完到高]|待|滞后|欠|差|慢|推迟|暂")
_SEEN = pattern(r"已|完成|建立|建成|出台|印发|制定|签订|落实|明确|开展|运行|配备|设立|形成|确定|组建")
_MORE = 4
"""Characters of a clause besides name and target that say more than these."""
_READ = 40
"""Clauses of a goal's actual text that are read for a row."""


def grounds(row: IndicatorFacts, facts: Facts) -> str:
    """。办法已印发，细则未印发, from its reason, else from the goal's actual text and its papers; what is not known of
    the two is asked for."""
    own = list(row.reason.causes)
    seen = any(_SEEN.search(one) and not _MISSING.search(one) for one in own)
    missing = any(_MISSING.search(one) for one in own)
    said = [row.cause] if own else []
    for text, bad in _of_the_goal(row, facts):
        if (missing if bad else seen) or any(say_the_same(bare(text), one) for one in own):
            continue
        said.append(text)
        seen, missing = seen or not bad, missing or bad
    if not seen and (papers := _papers(row, facts)):
        said.append(f"已有{papers}")
        seen = True
    told = f"。{'；'.join(said)}" if said else ""
    return told + _asked(row, seen, missing)


def only_seen(row: IndicatorFacts) -> bool:
    """Do staff, asked why a tier was not reached, say only what was done: 定位打卡已启用?"""
    own = row.reason.causes
    return bool(own) and all(_SEEN.search(one) and not _MISSING.search(one) for one in own)


def seen(row: IndicatorFacts, facts: Facts) -> str:
    """，印发管护办法3项: what a tier that was reached shows, from its reason, the goal's actual text or its papers."""
    own = [one for one in row.reason.causes if _SEEN.search(one) and not _MISSING.search(one)]
    if own:
        return f"，{row.cite('，'.join(own))}"
    told = next((text for text, bad in _of_the_goal(row, facts) if not bad), "")
    papers = _papers(row, facts)
    return f"，{told}" if told else f"，已有{papers}" if papers else ""


def denied(rows: list[IndicatorFacts], found: Denial) -> str:
    """Rows that say a thing was done while another text of the form says that it was not: what each of the two
    states, neither asserted, and a marker for the decision."""
    names, actuals = "、".join(row.name for row in rows), "".join(f"“{row.actual}”" for row in rows)
    each = "分别" if len(rows) > 1 else ""
    clause = quoted(found.clause, found.label, place_of(found.entry))
    cells = (*(place_of(row.indicator.actual) for row in rows), place_of(found.entry))
    asked = f"{''.join(f'“{row.name}”' for row in rows)}以哪一处为准，核定后改为一致"
    return (
        f"{names}在自评表中{each}填报为{actuals}，而{found.label}写有“{clause}”"
        f"{to_settle(asked, '、'.join(filter(None, cells)))}"
    )


def how_many_reached(rows: Sequence[IndicatorFacts], facts: Facts, name: str = "") -> list[str]:
    """5项达到年度指标值, 2项未达到, 1项待核定: of settled rows, each as far as there are any. One that another entry
    denies counts with neither. `name` says of whose rows, for the source of the numbers."""
    missed = [row for row in rows if row.missed]
    open_ = [row for row in rows if not row.missed and facts.is_disputed(row)]
    met = [row for row in rows if not (row.missed or facts.is_disputed(row))]
    said = []
    if met:
        said.append(f"{count(len(met), f'{name}达到年度指标值的指标项数')}项达到年度指标值")
    if missed:
        what = "" if met else "年度指标值"
        said.append(f"{count(len(missed), f'{name}未达到年度指标值的指标项数')}项未达到{what}")
    if open_:
        said.append(f"{count(len(open_), f'{name}与其他填报不一致的指标项数')}项待核定")
    return said


def all_alike(rows: Sequence[IndicatorFacts], facts: Facts) -> str:
    """均达到年度指标值, 未达到年度指标值, 均待核定: what is true of all these settled rows; "" where they differ."""
    told = how_many_reached(rows, facts)
    if len(told) != 1:
        return ""
    what = "待核定" if told[0].endswith("待核定") else f"{'未' if rows[0].missed else ''}达到年度指标值"
    return f"{'' if len(rows) == 1 else '均'}{what}"


def told_by_the_goal(row: IndicatorFacts, facts: Facts) -> str:
    """建成服务站9个: the clause of the goals' actual text that holds a number of this row in its unit; "" without one."""
    unit, thing = "%" if row.percent else row.unit, bare(subject(row))
    alike = min(max(len(thing), ENOUGH), SURELY if row.percent else NAMED)
    for one in facts.form.goals if unit else ():
        for clause in clauses(one.achieved.text)[:_READ]:
            counted = any(each.exact and each.unit == unit for each in figures(clause.text))
            if counted and not _MISSING.search(clause.text) and len(shared_run(thing, clause.text)) >= alike:
                return clause.text
    return ""


def _asked(row: IndicatorFacts, seen: bool, missing: bool) -> str:
    """A marker for what nobody said; of a failed tier only what is missing."""
    rate = "，评定比例的依据" if row.tier is Tier.PARTIAL and row.indicator.actual_value.ratio is None else ""
    seen = seen or row.tier is Tier.FAILED
    if seen and missing:
        return marker(f"{row.name}评定比例的依据", row.why_where) if rate else ""
    what = "尚未做到的事项" if seen else "已做到的事项" if missing else "已做到的和尚未做到的事项"
    why = "" if row.reason.cause else "，没有做到的原因"
    return marker(f"{row.name}{what}{why}{rate}", row.why_where)


def _of_the_goal(row: IndicatorFacts, facts: Facts) -> Iterator[tuple[str, bool]]:
    """The clauses of what was achieved that speak of the row, each with whether it says that something is missing."""
    for one in facts.form.goals:
        for clause in clauses(one.achieved.text)[:_READ]:
            if names(clause.text, bare(row.name)) and not _only_again(clause.text, row):
                bad = bool(_MISSING.search(clause.text))
                if bad or _SEEN.search(clause.text):
                    yield quoted(clause.text, GOAL_ACHIEVED, place_of(one.achieved)), bad


def _only_again(clause: str, row: IndicatorFacts) -> bool:
    """Does a clause say no more than name and target?"""
    rest = clause
    for part in (bare(row.name), bare(row.target)):
        rest = rest.replace(shared_run(part, rest), "", 1)
    return len(rest) < _MORE


def _papers(row: IndicatorFacts, facts: Facts) -> str:
    """The papers that are there for it."""
    return "、".join(
        one.name for one in facts.evidence if one.present and bare(row.name) in bare(one.indicator)
    )
