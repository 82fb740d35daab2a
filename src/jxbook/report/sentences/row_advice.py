"""有关建议 on rows that missed their targets: staff's own measure, led in by what it is for, and what follows from the cause."""

from __future__ import annotations

from jxbook.document.marks import bare
from jxbook.facts.everything import Facts
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.problems import Problem
from jxbook.facts.survey import Opinion
from jxbook.facts.words import OPEN, marker
from jxbook.pattern import pattern
from jxbook.prose import Tone, dated
from jxbook.report.sentences.causes import LATER, OURS, Measure, added, measure_for, same_matter
from jxbook.report.sentences.changes import at_least, changes, of_change, verb_behind
from jxbook.report.sentences.grounds import only_seen
from jxbook.report.sentences.missed import befallen, not_begun, nothing_done
from jxbook.report.sentences.naming import (
    DURATIONS,
    amount,
    asked_for,
    becomes,
    changing,
    event,
    is_number,
    is_verb,
    subject,
)
from jxbook.report.sentences.problems import short_miss
from jxbook.report.sentences.rest import free_of, rest_of
from jxbook.values import Kind

_WHOLE = 100
_LENGTHS = ("时间", "时长", "周期", "时限")
_REST, _BEGIN = "抓紧完成", "组织实施"
_IS_WHEN = pattern(r"20\d\d年.{0,6}前(?:全部)?[^，；]{2,4}")
"""A measure that only says until when: 2025年5月底前完工."""
_CAUSE = 30
"""Characters of a cause that a marker quotes."""
_DIGITS = frozenset("0123456789.")


def row_advice(one: Problem, facts: Facts, told: set[str]) -> str:
    """Staff's own measure, what follows from the cause, what interviews asked for; who and when, where nobody said."""
    row = one.rows[0]
    merged = _measure(one, facts) if one.shared else None
    staffs, so_that, behind = _staffs(one, row, facts, merged is not None)
    said = [f"{staffs}{so_that}"] if staffs else []
    if (more := from_cause(one, facts, staffs)) and more not in told:
        told.add(more)
        if behind:
            said.append(f"{OURS}{LATER}{more.removeprefix(LATER)}")
        elif not same_matter(staffs, more):
            said.append(f"{OURS}{more}")
    only_behind = behind and len(said) == 1
    text = "；".join(said)
    text += _views(one, row, facts, bool(text))
    text += _money_for_rest(one, facts)
    heading = merged.heading if merged else _heading(row, facts)
    if not (text or one.shared or heading.startswith((_REST, _BEGIN))):
        return _how(one)
    asked = _asked(one, row, facts, text, only_behind)
    head = _head(one, heading, bool(text) and not behind, staffs, merged)
    return f"{head}{text}{asked}".rstrip("。") + "。"


def _measure(one: Problem, facts: Facts) -> Measure | None:
    """The measure of the table that follows from its causes."""
    if not one.rows[0].compared:
        return None
    return measure_for(one.shared or "，".join(each.reason.cause for each in one.rows), facts)


def from_cause(one: Problem, facts: Facts, staffs: str = "") -> str:
    """What follows from its causes beside what staff wrote; "" where nothing does, or staff wrote as much."""
    found = _measure(one, facts)
    if found is None or found.word in staffs:
        return ""
    rest = _rest(one, facts) if one.shared else ""
    cause = added("，".join(each.reason.cause for each in one.rows))
    later = LATER if staffs and not rest else ""
    return found.said(added=one.rows[0].cite(cause), rest=rest, later=later)


def _staffs(one: Problem, row: IndicatorFacts, facts: Facts, merged: bool) -> tuple[str, str, bool]:
    """What staff wrote to be done, what that is to reach, and whether all of it lies behind: 已按程序变更."""
    if merged:
        ahead = [measure for each in one.rows for measure in each.reason.ahead]
        return row.cite("，".join(ahead)), "", False
    if row.measure:
        return row.measure, _so_that(row), not row.reason.ahead
    return facts.boxes.of_rows.get(row.name, ""), "", False


def _head(one: Problem, heading: str, backed: bool, staffs: str, merged: Measure | None) -> str:
    """The heading; the matter by its name where nothing ahead backs a heading; nothing where staff say it themselves."""
    row = one.rows[0]
    if heading.startswith((_REST, _BEGIN)):
        if _says_rest(row, staffs):
            return _about(one)
        return f"{heading}{'，' if _IS_WHEN.fullmatch(bare(staffs)) else '。'}"
    if not backed:
        return _about(one)
    said = merged.word in staffs if merged else _says(row, staffs)
    return "" if said else f"{heading}。"


def _how(one: Problem) -> str:
    """针对合格率未达到目标的问题，【待补充：解决“返工”的具体措施、责任科室和完成时间】: what is asked for where nobody
    wrote how; that the target is to be reached after all would be no advice. Of a cost, how it is to be kept down."""
    row = one.rows[0]
    where = row.reason_where or f"自评表“{row.name}”偏差原因"
    cause = bare(row.short_cause if row.worded else row.cause)
    if all(
        each.cost and each.limit for each in one.rows
    ):  # 加配探头1只 is what the money bought, nothing to be solved
        of = f"控制{'、'.join(each.name for each in one.rows)}的"
    else:
        of = f"解决“{cause}”的" if 0 < len(cause) <= _CAUSE and not (row.as_above or only_seen(row)) else ""
    return f"{_about(one)}{marker(f'{of}具体措施、责任科室和完成时间', where)}。"


def _about(one: Problem) -> str:
    """针对每米成本高于目标的问题，: the matter by its name, where a heading would only turn the problem round."""
    if all(map(befallen, one.rows)):
        return f"针对发生的{'、'.join(map(subject, one.rows))}，"
    return f"针对{'、'.join(map(short_miss, one.rows))}的问题，"


def _says_rest(row: IndicatorFacts, staffs: str) -> bool:
    """Does staff's measure name what is left to do: 完成其余184户?"""
    if row.gap is None:
        return False
    rest, text = bare(f"{abs(row.gap)}{row.unit}"), bare(staffs)
    at = text.find(rest)
    return at >= 0 and text[at - 1 : at] not in _DIGITS


def _says(row: IndicatorFacts, staffs: str) -> bool:
    """Does staff's measure name what it is about?"""
    parts = event(row.name) if row.timed else (subject(row),)
    return all(bare(part) in bare(staffs) for part in parts if part)


def _rest(one: Problem, facts: Facts) -> str:
    """剩余3个: what a missed quantity still has to do, where the causes of other rows meet it."""
    for short in facts.problems:
        if short is one or not short.rows or (rest := rest_of(short, facts)) is None:
            continue
        row, cost = short.rows[0], short.task.cost if short.task else None
        name = cost.name if cost else subject(row).removeprefix("新建")
        return f"剩余{rest.short}{rest.unit}{name.removesuffix('建设')}在" if row.reason.measures else ""
    return ""


def _heading(row: IndicatorFacts, facts: Facts) -> str:
    if not row.compared:
        return f"{'提高' if row.name.endswith('性') else '改进'}{row.name}"
    if row.reduced and not row.worded and not row.satisfaction:
        return f"合理设定{row.name}的年度指标值"
    if row.timed:
        who, verb = event(row.name)
        return f"保证{who}按期{verb}" if verb else f"改进{row.name}"
    if row.aim.kind is Kind.YES_NO and row.target == "是":
        return f"实现{asked_for(row)}"
    if row.worded:
        return (
            f"完善{row.name}"
            if any(word in row.name for word in ("机制", "制度", "体系", "办法"))
            else f"推动{becomes(row)}"
        )
    if row.low is not None and (moved := _moved(row)):
        return moved
    if row.limit:
        if row.name.endswith(_LENGTHS):
            return f"缩短{row.name}"
        if row.cost:
            return f"控制{row.name}"
        return f"降低{row.name}" if row.percent else f"减少{subject(row)}"
    if row.percent:
        low = facts.survey.low if facts.survey and facts.survey.row is row else None
        verb = "加快" if row.name.endswith("进度") else "提高"
        better = "提高" if low and low.topic.endswith("性") else "改进"
        better = "缩短" if low and low.topic.endswith(_LENGTHS) else better
        return f"{better}{low.topic}" if low else f"{verb}{row.name}"
    if row.part == "效益" and row.low is not None:
        return f"推动{subject(row)}达到{amount(row, row.low)}"
    if (row.unit in DURATIONS or is_number(row)) and row.low is not None:
        return f"推动{row.name}达到{amount(row, row.low)}"
    if nothing_done(row):
        done = subject(row).removeprefix("完成")
        return f"{_BEGIN if not_begun(row) else _REST}{done}{amount(row, abs(row.gap))}" if row.gap else done
    rest = abs(row.gap) if row.gap is not None else None
    return f"{_REST}{subject(row).removeprefix('完成')}剩余任务" + (
        f"{rest}{row.unit}" if rest is not None else ""
    )


def _moved(row: IndicatorFacts) -> str:
    """推动旅游投诉量降低5%以上: a change is wanted the way that it names, a name that ends in one is not 提高 again."""
    assert row.low is not None
    word = of_change(row)[1]
    if changes(row) and word:
        return f"推动{changing(row)}{word}{at_least(row, amount(row, row.low))}"
    return f"推动{row.name}达到{amount(row, row.low)}" if verb_behind(bare(row.name)) else ""


def _so_that(row: IndicatorFacts) -> str:
    """What the measure is to reach; nothing where all of it lies behind, and the target was missed all the same."""
    if not row.compared or row.timed or row.limit or not row.reason.ahead:
        return ""
    if row.worded:
        aim = f"{row.target}{row.name}" if is_verb(row) else f"使{becomes(row)}"
        return f"，{aim}" if row.target not in row.measure else ""
    if row.low is not None and changes(row):
        return f"，{_moved(row).replace('推动', '使', 1)}" if _moved(row) else ""
    if row.percent and row.low is not None:
        above = "" if row.low.number == _WHOLE else "以上"
        return f"，使{row.name}达到{amount(row, row.low)}{above}"
    return ""


def _views(one: Problem, row: IndicatorFacts, facts: Facts, more: bool) -> str:
    """What interviews asked for about it."""
    low = facts.survey.low if facts.survey and facts.survey.row is row else None
    heard = [view for view in facts.views if (view.survey and low) or (view.problem and view.row in one.rows)]
    if not heard and low is None:
        return ""
    said = ""
    if low is not None and low.rate is not None and row.low is not None:
        about = (
            f"针对{'、'.join(view.text.replace('，', '、') for view in heard)}的意见逐项整改，"
            if heard
            else ""
        )
        verb = "使" if more or about else "把"
        said = f"{about}{verb}{low.topic}满意度由{low.rate.percent()}提高到{amount(row, row.low)}以上，并在下一次问卷调查中单独检验"
    elif heard:
        said = _answered(heard)
        return f"。{said}" if more else said
    return f"；{said}" if more else said


def _answered(heard: list[Opinion]) -> str:
    """Wishes are looked into, complaints are verified; several of a kind in one sentence."""
    said = []
    wishes = [view for view in heard if view.tone is Tone.WISH]
    complaints = [view for view in heard if view.tone is not Tone.WISH]
    if wishes:
        names = "、".join(f"{view.people}提出的“{view.text}”" for view in wishes)
        said.append(f"研究{names}意见{marker('负责研究的科室和答复时间', wishes[0].where)}")
    if complaints:
        names = "、".join(f"{view.people}反映的{view.text}" for view in complaints)
        asked = marker("负责核实的科室和答复时间", complaints[0].where)
        said.append(f"核实{names}{'等' if len(complaints) > 1 else ''}问题{asked}")
    return "。".join(said)


def _money_for_rest(one: Problem, facts: Facts) -> str:
    """Where the money for the rest comes from: what its task left, and what that leaves open."""
    rest, task = rest_of(one, facts), one.task
    if rest is None:
        return ""
    where = task.where if task is not None else facts.passage_place(facts.money_section)
    kept = free_of(task) if task is not None else None
    if kept is None:
        left = facts.funds.left
        enough = task is None and left is not None and left.number >= rest.need.number
        asked = marker(f"资金来源，可否从未支出的{left}万元中安排" if enough else "资金来源", where)
        return f"。剩余{rest.short}{rest.unit}所需的{rest.need}万元在实施前落实资金来源{asked}"
    if rest.need.number <= kept.number:
        over = kept - rest.need
        handled = f"；尚余的{over}万元，任务完成后按结转结余资金管理规定报财政部门处理" if over else ""
        return f"。所需资金{rest.need}万元，从未支出的{kept}万元中安排{handled}"
    asked = marker("缺口的资金来源，如压减造价、申请调剂结余资金或列入下年预算", where)
    return f"。建设资金先使用未支出的{kept}万元，缺口的{rest.need - kept}万元在实施前落实资金来源{asked}"


def _asked(one: Problem, row: IndicatorFacts, facts: Facts, text: str, behind: bool) -> str:
    """Who and until when, where staff wrote no measure with a date; what else, where it all lies behind."""
    if OPEN in text:
        return ""
    where = row.reason_where or f"自评表“{row.name}”偏差原因"
    if not one.shared and (row.reason.dated or dated(facts.boxes.of_rows.get(row.name, ""))):
        return ""
    if not text or text.startswith("把"):
        return marker(f"{subject(row)}的改进措施、责任科室和完成时间", where)
    if behind:
        return marker("今后的改进措施、责任科室和完成时间", where)
    return marker("责任科室和完成时间", where)
