"""The money that was left, task by task, with its causes, and what becomes of it."""

from __future__ import annotations

from jxbook.document.marks import bare
from jxbook.facts.everything import Facts
from jxbook.facts.sourced import total
from jxbook.facts.tasks import Task
from jxbook.facts.words import listed, marker, numbered, several, unanswered
from jxbook.report.refs import see
from jxbook.report.sentences.money_over import tasks_over


def unspent(facts: Facts) -> str:
    """The money left by task with its causes, then 结转 and 结余; a marker where nobody recorded the tasks."""
    funds = facts.funds
    if funds.left is None:
        return ""
    leaving = facts.tasks.leaving
    if not leaving:
        return _asked(facts)
    beyond = tasks_over(facts)
    left = facts.tasks.left_together
    if len(leaving) == 1:
        one = leaving[0]
        whose = f"{one.name}未支出{left}万元" if beyond else f"未支出的{funds.left}万元均为{one.name}资金"
        return f"{whose}，{_cause(one)}。{beyond}{_kept(facts)}"
    told = numbered(
        [*(f"{one.name}{one.left}万元，{_cause(one)}" for one in facts.tasks.told), *_others(facts)]
    )
    count = several(len(leaving))
    head = f"{count}项任务共未支出{left}万元" if beyond else f"未支出的{funds.left}万元按任务分为{count}项"
    return f"{head}{see('task_table')}。{'。'.join(told)}。{beyond}{_kept(facts)}"


def _others(facts: Facts) -> list[str]:
    """The tasks that are not told one by one, and of which of them the cause is not known."""
    others = facts.tasks.leaving[len(facts.tasks.told) :]
    left = total((one.left for one in others if one.left is not None), "其余任务未支出合计")
    if left is None:
        return []
    unknown = [one for one in others if not one.cause]
    what = f"{listed([bare(one.name) for one in unknown])}支出少于预算的原因"
    asked = marker(what, "、".join(one.why_where for one in unknown[:3])) if unknown else ""
    return [f"其余{several(len(others))}项任务共{left}万元{asked}"]


def _cause(task: Task) -> str:
    if task.cause:
        return task.cause
    if task.beside:
        what = f"{task.name}未支出的{task.left}万元中，因{task.beside}未支出的金额，其他未支出的原因和金额"
        return f"{task.beside}{marker(bare(what), task.why_where)}"
    return f"任务{'已完成' if task.done else task.status or '尚未完成'}{marker(f'{task.name}支出少于预算的原因', task.why_where)}"


def _kept(facts: Facts) -> str:
    """What is carried over and what is left for good, by the state of the tasks."""
    leaving, whole = facts.tasks.leaving, facts.tasks.left_together
    going = [one for one in leaving if not one.spare]
    done = [one for one in leaving if one.spare]
    if whole is None:
        return ""
    if not any(one.status for one in leaving):
        return ""
    begun = [one for one in going if not one.owed]
    state = "尚未开工" if all(one.waiting for one in begun) else "仍在实施"
    waiting = "款项待付" if not begun else state if len(begun) == len(going) else f"{state}或款项待付"
    if not done:
        return f"{'以上' if len(leaving) > 1 else '该项'}任务{waiting}，未支出资金属结转资金。"
    if not going:
        return f"{'以上' if len(leaving) > 1 else '该项'}任务已完成，未支出资金属结余资金。"
    said = []
    for group, state, kind in ((going, waiting, "结转资金"), (done, "已完成", "结余资金")):
        part = total((one.left for one in group if one.left is not None), f"{state}的任务未支出合计")
        assert part is not None
        names = "、".join(one.name for one in group) if len(group) <= 2 else f"{len(group)}项任务"
        said.append(f"{names}{state}，未支出的{part}万元属{kind}，占{(part / whole).percent()}")
    return f"{'；'.join(said)}。"


def _asked(facts: Facts) -> str:
    """What a reader would ask for where the tasks are not known, unless staff told why in a box or a passage."""
    left_ = facts.funds.left
    section = facts.money_section
    if left_ is None or facts.why_left.told or not facts.funds.low:
        return ""
    where = facts.passage_place(section)
    if facts.said(section):
        return marker(f"{left_}万元未支出的原因", unanswered(where, facts.why_left.vain))
    return marker(
        f"{left_}万元分别属于哪几项任务、各多少万元，每项未支出的原因，以及结转、结余的处理意见", where
    )
