"""存在的问题: what went wrong and what it cost, why, and what it means for what is left to do."""

from __future__ import annotations

from jxbook.document.marks import bare
from jxbook.facts.admitted import Admitted
from jxbook.facts.everything import Facts
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.problems import GoalGap, Problem
from jxbook.facts.sourced import count
from jxbook.facts.survey import Opinion, Question
from jxbook.facts.words import listed, marker
from jxbook.prose import Tone, shared_run
from jxbook.prose.likeness import NAMED
from jxbook.report.sentences.changes import changes, of_change
from jxbook.report.sentences.grounds import only_seen
from jxbook.report.sentences.missed import befallen, gap, missed_yes, not_begun
from jxbook.report.sentences.money_left import money_head, money_told
from jxbook.report.sentences.money_over import over_told
from jxbook.report.sentences.naming import (
    changing,
    event,
    is_number,
    not_reached,
    percent_of,
    result,
    subject,
    target,
)
from jxbook.report.sentences.rest import free_of, rest_of
from jxbook.values import Kind

_SERVICE = ("不及时", "不便", "不畅", "慢", "扰民", "差", "噪", "拥堵", "态度", "等待", "不规范")
_UNDONE, _SHORT = 6, 20
"""Characters of a clause that says no more than 任务未完成, and of a cause of money left that is told again."""
_HEALTHY = ("健全", "完善")


def problems(facts: Facts) -> tuple[str, ...]:
    """One paragraph a problem, in their order, and what the box 存在问题 of the form says."""
    said = [problem(one, facts) for one in facts.problems]
    return (*said, facts.boxes.problems) if facts.boxes.problems else tuple(said)


def problem(one: Problem, facts: Facts) -> str:
    """Short miss, what it cost, cause, money, what is still needed."""
    if one.gaps:
        return f"绩效目标与预算安排衔接不够。{gaps(one.gaps, facts, long=False)}"
    if one.over is not None:
        return over_told(one, facts)
    if one.admitted and not one.rows:
        return f"{'；'.join(map(_admitted, one.admitted))}。"
    head = money_head(one, facts) if one.about_money else _miss(one, facts)
    if one.about_money and one.rows:
        head = "，".join((head, *map(short_miss, one.rows)))
    said = [
        f"{head}{_cost(one, facts)}",
        *(money_told(one, facts) if one.about_money else _told(one, facts)),
        *(_why(row, facts) for row in one.rows if one.about_money),
    ]
    return "".join(f"{part.rstrip('。')}。" for part in said if part)


def _admitted(one: Admitted) -> str:
    """What a text admits, and what it does not say of it."""
    asked = "" if one.why or one.row else marker(f"{bare(one.called)}的原因和影响", one.where)
    owed = marker(f"其余{one.owed}万元的追缴情况", one.where) if one.owed else ""
    return f"{one.text}{asked}{owed}"


def _cost(one: Problem, facts: Facts) -> str:
    """，影响2.86分（新建社区养老服务站2分，预算执行率0.86分）."""
    lost = one.lost
    if lost is None or facts.total is None:
        return ""
    parts = [(row.name, row.lost) for row in one.rows if row.lost is not None]
    if one.carried is not None:
        parts.append(("预算执行率", one.carried))
    if len(parts) == 1 and one.rows:
        return f"，影响{lost}分"
    if len(parts) == 1:
        return f"，影响{lost}分（预算执行率）" if one.tasks else f"，影响{lost}分"
    return f"，影响{lost}分（{'，'.join(f'{name}{points}分' for name, points in parts)}）"


def _miss(one: Problem, facts: Facts) -> str:
    said = [_miss_told(row, facts) for row in one.rows]
    if len(said) == 1:
        kept = "，资金未全部支出" if one.task is not None else ""
        return f"{said[0]}{kept}"
    if not one.shared:  # the others follow from the first
        return f"{'，'.join(said)}{'，资金未全部支出' if one.task is not None else ''}"
    return f"{'、'.join(said)}，均涉及{one.shared}"


def _miss_told(row: IndicatorFacts, facts: Facts) -> str:
    if facts.denial(row) is not None:
        return f"{row.name}待核定"
    if row.reduced:
        return f"{result(row)}，未得满分"
    low = facts.survey.low if facts.survey and facts.survey.row is row else None
    return short_miss(row) + (f"，问题集中在{low.topic}" if low and row.percent else "")


def short_miss(row: IndicatorFacts) -> str:
    """What was missed, in a clause without a comma: 主线通车晚于目标."""
    if not row.compared:
        return f"{row.name}存在不足"
    if row.reduced:
        return f"{row.name}未得满分"
    if row.timed:
        who, verb = event(row.name)
        return f"{who}{verb}晚于目标" if who and verb else f"{row.name}晚于目标"
    if row.aim.kind is Kind.YES_NO:
        return missed_yes(row)
    if changes(row) and (word := of_change(row)[1]):
        return f"{changing(row)}{word}{'幅度' if row.percent else '数量'}未达到目标"
    if row.worded:
        word = next((one for one in _HEALTHY if one in row.target), "")
        return f"{row.name}不{word}" if word else not_reached(row)
    if befallen(row):
        return f"发生{result(row)}"
    if row.limit:
        return f"{row.name}{'高于' if row.cost else '超过'}目标"
    if row.percent or row.part == "效益":
        return f"{row.name}未达到目标"
    if is_number(row):
        return f"{row.name}未达到目标"
    done = subject(row).removeprefix("完成")
    return f"{done}任务未实施" if not_begun(row) else f"{done}未完成年度任务"


def _told(one: Problem, facts: Facts) -> list[str]:
    """Why, the money that was left, what is still needed, and what was heard."""
    said = []
    own = one.rows[:1] + tuple(row for row in one.rows[1:] if one.shared or not _follows(row, one.rows[0]))
    causes = [_why(row, facts) + (_taken(row) if one.shared else "") for row in own]
    joined = "；".join({bare(cause): cause for cause in causes if cause}.values())
    said += [joined + _money_at_hand(one, facts), _money_of_task(one, facts)]
    said += map(_admitted, one.admitted)
    said.append(_still_needed(one, facts))
    heard = [view for view in facts.views if view.problem and view.row in one.rows]
    return [*said, _heard([view for view in heard if not _says_again(view, one)])]


def _follows(row: IndicatorFacts, first: IndicatorFacts) -> bool:
    """Does a row give no cause but that the first one was missed, 改造小区任务未完成, which the head says already?"""
    cause, thing = bare(row.cause), bare(subject(first))
    run = shared_run(cause, thing)
    rest = cause.replace(run, "", 1)
    return len(row.reason.causes) == 1 and len(run) >= NAMED and "未" in rest and len(rest) <= _UNDONE


def _heard(views: list[Opinion]) -> str:
    """What each said, those of the same people in one clause: 老年乘客反映门口没有站点、下车后要走一公里."""
    found: dict[str, list[str]] = {}
    for view in views:
        verb = "提出" if view.tone is Tone.WISH else "反映"
        found.setdefault(f"{view.people}{verb}", []).append(view.text)
    return "；".join(f"{who}{'、'.join(texts)}" for who, texts in found.items())


def _says_again(view: Opinion, one: Problem) -> bool:
    """Does a view say no more than staff's own cause: 人员流动大 beside 服务人员流动大?"""
    text = bare(view.text)
    return any(text in bare(row.cause) for row in one.rows)


def _why(row: IndicatorFacts, facts: Facts) -> str:
    """The full cause, with what turned on it; a marker where staff gave none that says anything."""
    if not row.compared:
        return "；".join(filter(None, (*row.judged.notes, row.cause))) or marker(
            f"{row.name}扣分的原因", row.why_where
        )
    low = facts.survey.low if facts.survey and facts.survey.row is row else None
    if row.reduced:
        return row.cause or marker(f"{row.name}未得满分的原因", row.why_where)
    if row.worded and row.aim.kind is not Kind.YES_NO and (not row.reason.cause or only_seen(row)):
        return ""  # asked for where its tier is argued
    if not row.reason.cause:
        what = f"{row.name}未达到年度指标值的具体原因"
        return marker(what, row.why_where)
    text = row.cause
    if row.timed and row.late is not None and facts.denial(row) is None:
        verb = event(row.name)[1]
        text += f"，{verb or row.name}{gap(row)}"
    elif row.limit and row.cost:
        text += _price_total(row, facts)
    elif low is not None and low.bad:
        text += _dissatisfied(facts, low)
    elif row.satisfaction and not facts.survey and _of_service(row.reason.cause):
        text += marker(f"{row.reason.short}的时段、次数或涉及的点位，及其原因", row.reason_where)
    return text


def _of_service(cause: str) -> bool:
    """Is it a complaint that has a time, a place and a number, none of them said: 送餐不及时?"""
    return any(word in cause for word in _SERVICE) and not any(map(str.isdigit, cause))


def _money_at_hand(one: Problem, facts: Facts) -> str:
    """Money that a task of the same people or things left over while the target was missed."""
    if len(one.rows) != 1 or one.task is not None or one.rows[0].satisfaction or not one.rows[0].reason.cause:
        return ""
    name = bare(one.rows[0].name)
    for task in facts.tasks.leaving:
        if task.done and task.left is not None and bare(task.name)[:NAMED] == name[:NAMED]:
            return f"，同期{task.name}经费尚余{task.left}万元"
    return ""


def _dissatisfied(facts: Facts, low: Question) -> str:
    """How many of the dissatisfied answers fall on the worst question."""
    survey = facts.survey
    if survey is None or survey.bad is None or low.bad is None:
        return ""
    words = survey.dissatisfied
    if low.bad.number == survey.bad.number:
        return f"，{words}的{low.bad}人次均涉及{low.topic}"
    return f"，{words}的{survey.bad}人次中，{low.bad}人次涉及{low.topic}"


def _taken(row: IndicatorFacts) -> str:
    """The measures already taken, where the advice speaks of several rows together: 已按程序变更."""
    taken = "，".join(row.reason.taken)
    return f"，{row.cite(taken)}" if taken else ""


def _price_total(row: IndicatorFacts, facts: Facts) -> str:
    """What the dearer unit came to in all: by the quantity that 成本效益 or the form says."""
    cost = next(
        (one for one in facts.costs if row.value is not None and one.price.number == row.value.number), None
    )
    if cost is not None and cost.price_effect.number > 0:
        return f"，{cost.quantity}{cost.unit}合计超支{cost.price_effect.rounded(6)}万元"
    own = facts.unit_cost(row)
    if own is not None and own.sure and own.effect.number > 0:
        return f"，{own.done}{own.quantity.unit}合计超支{own.effect}万元"
    return ""


def _money_of_task(one: Problem, facts: Facts) -> str:
    """What its task left, with the cause that was given for the money, never with that of the row."""
    left, task = facts.funds.left, one.task
    if left is None or task is None or task.left is None:
        return ""
    why = f"，{task.short}" if 0 < len(bare(task.short)) <= _SHORT else ""
    share = f"，占未支出资金的{(task.left / left).percent()}" if task.left.number != left.number else ""
    return f"{task.name}未支出{task.left}万元{share}{why}"


def _still_needed(one: Problem, facts: Facts) -> str:
    """What the rest will cost by what was really paid, against the money left."""
    rest, left = rest_of(one, facts), free_of(one.task) if one.task else None
    if rest is None:
        return ""
    head = f"按{rest.by}测算，剩余{rest.short}{rest.unit}尚需{rest.need}万元"
    if left is None:
        return head
    if rest.need.number > left.number:
        return f"{head}，留存资金不足，缺口{rest.need - left}万元"
    over = left - rest.need
    return f"{head}，留存资金可以满足{f'，尚余{over}万元' if over else ''}"


def gaps(found: tuple[GoalGap, ...], facts: Facts, *, long: bool) -> str:
    """Goals that did not follow the budget; `long` in the analysis of decisions, short among the problems."""
    said = []
    alone = [one.task.name for one in found if one.task is not None]
    for one in found:
        if one.row is not None and one.row.low is not None and one.row.completion is not None:
            done = f"完成{percent_of(one.row.completion, one.row)}"
            said.append(
                f"年中预算增加后，{one.row.name}的年度指标值仍为{target(one.row)}"
                if long
                else f"年中追加预算时没有相应调整年度指标值，{one.row.name}{done}"
            )
    tasks = [
        f"{one.task.name}预算{one.task.budget}万元，占全年预算的{one.share.percent()}"
        for one in found
        if one.task is not None and one.share is not None and one.task.budget is not None
    ]
    if long and tasks:
        said.append(f"{'；'.join(tasks)}，{'均' if len(tasks) > 1 else ''}未设置反映其进展和效果的指标")
    if alone and not long:
        where = "评分" if facts.scored else "指标完成情况"
        said.append(f"{listed(alone)}没有设置指标，进展未在{where}中反映")
    return f"{'；'.join(said)}。" if said else ""


def all_gaps(facts: Facts) -> tuple[GoalGap, ...]:
    """All of them."""
    return next((one.gaps for one in facts.problems if one.gaps), ())


def set_up(facts: Facts) -> str:
    """How the goals of the project were set, in the analysis of decisions."""
    rows = [row for row in facts.rows if row.compared or row.judged.points]
    if facts.department or not rows:
        return ""
    worded = [row for row in rows if row.worded]
    has_goal = any(one.expected for one in facts.goals)
    head = f"{facts.what}设定{'年度总体目标，细化为' if has_goal else ''}"
    text = f"{head}三级指标{count(len(rows), '三级指标项数')}项"
    if worded and len(worded) < len(rows):
        text += f"，其中定量指标{count(len(rows) - len(worded), '定量指标项数')}项、定性指标{count(len(worded), '定性指标项数')}项"
    elif not worded:
        text += "，均为定量指标" if len(rows) > 1 else ""
    found = gaps(all_gaps(facts), facts, long=True)
    return f"{text}。" + (f"绩效目标与预算安排的衔接尚有不足：{found}" if found else "")
