"""资金投入和使用情况: budget, spending, what is left and in which tasks."""

from __future__ import annotations

from jxbook.document.marks import bare
from jxbook.facts.everything import Facts
from jxbook.facts.money import YUAN, Funds, FundSource
from jxbook.facts.sourced import Sourced, place_of, total
from jxbook.facts.tasks import Task
from jxbook.facts.words import listed, marker, numbered, to_settle, unanswered
from jxbook.prose import clause_holding
from jxbook.report.refs import see
from jxbook.report.sentences.money_over import tasks_over
from jxbook.report.sentences.stated import RAISED, all_spent_in_passage, said_in_form, said_in_passage
from jxbook.values.numerals import in_chinese

_DOCUMENT = ("号", "文件")


def money(facts: Facts) -> str:
    """The paragraphs on money; "" where nothing is filled in."""
    first = [budgeted(facts), spent(facts)]
    if facts.funds.left is None:
        first = ["".join(first)]
    return "\n".join(part for part in (*first, unspent(facts)) if part)


def budgeted(facts: Facts) -> str:
    """What was budgeted, how it was changed and why, from which sources."""
    whole = facts.funds.whole
    if whole.budget is None:
        return ""
    change = facts.funds.change
    if change is None or whole.initial is None:
        head = f"项目预算{whole.budget}万元"
    else:
        way = "增" if change.number > 0 else "减"
        head = f"项目年初预算{whole.initial}万元，年中调{way}{abs(change)}万元，全年预算{whole.budget}万元"
    columns = ("budget",) if change is None else ("initial_budget", "budget")
    asked = "".join(
        to_settle(one.what, one.where)
        for one in facts.disputes
        if one.column in columns or (one.unit and not facts.funds.doubtful)
    )
    return f"{head}{_by_source(facts.funds)}{asked}。{_why_changed(facts)}"


def _by_source(funds: Funds) -> str:
    own = [one for one in funds.sources if one.budget]
    if not own or funds.whole.budget is None:
        return ""
    if len(own) == 1 and own[0].budget is not None and own[0].budget.number == funds.whole.budget.number:
        return f"，均为{own[0].label}"
    return f"，其中{'、'.join(f'{one.label}{one.budget}万元' for one in own)}"


def _why_changed(facts: Facts) -> str:
    """调增的50万元为市级追加资金，用于新增改造任务186户, from the reason that names the amount."""
    change = facts.funds.change
    if change is None:
        return ""
    way, amount = ("增" if change.number > 0 else "减"), abs(change)
    where = facts.passage_place(facts.money_section)
    if facts.said(facts.money_section) and said_in_passage(facts, amount):
        return ""
    if (source := _carried(facts.funds, change)) is not None:
        asked = marker("结转资金批复文件的名称、文号和下达日期", where)
        return f"调{way}的{amount}万元为{source.label}{asked}。"
    for row in facts.rows:
        cause = row.reason.causes
        at = next((n for n, one in enumerate(cause) if clause_holding(one, amount.number * YUAN)), None)
        if at is None or not any(word in cause[at] for word in RAISED):
            continue
        origin = _origin(cause[at])
        use = next((one for one in cause[at + 1 :] if one.startswith(("新增", "用于", "增加"))), "")
        use = row.cite(use.removeprefix("用于"))
        text = f"调{way}的{amount}万元为{origin}" + (f"，用于{use}" if use else "")
        numbered_document = any(word in "".join(cause) for word in _DOCUMENT)
        asked = "" if numbered_document else marker("追加资金文件的名称、文号和下达日期", where)
        return f"{text}{asked}。"
    return marker(f"调{way}{amount}万元的来源、用途，以及文件的名称、文号和下达日期", where)


def _carried(funds: Funds, change: Sourced) -> FundSource | None:
    """The money carried over from the year before, where it alone makes the change of the budget."""
    for one in funds.sources:
        if "结转" in one.label and one.budget is not None:
            before = one.initial.number if one.initial is not None else 0
            if one.budget.number - before == change.number:
                return one
    return None


def _origin(clause: str) -> str:
    """年中市级追加资金50万元 → 市级追加资金."""
    word = next(one for one in RAISED if one in clause)
    lead = clause.split(word)[0].removeprefix("年中").removeprefix("年度中").strip("，")
    return f"{lead}{word}资金"


def spent(facts: Facts) -> str:
    """What was spent, the 执行率, what is left and from which source."""
    funds = facts.funds
    whole = funds.whole
    if whole.spent is None:
        return marker("全年执行数", cell(facts, "spent")) if whole.budget is not None else ""
    if whole.budget is None:
        told = said_in_passage(facts, whole.spent, ())
        return _no_rate(facts) if told else f"全年支出{whole.spent}万元。{_no_rate(facts)}"
    rate = f"，预算执行率{funds.rate.as_rate(funds.places)}" if funds.rate is not None else ""
    asked = "".join(
        to_settle(one.what, one.where) for one in facts.disputes if one.column == "spent" and not one.unit
    )
    if funds.overrun is not None:
        return f"全年支出{whole.spent}万元{asked}{_beyond(facts, funds.overrun)}{rate}。"
    text = f"全年支出{whole.spent}万元{asked}{rate}"
    if funds.divisor is not None:
        text = f"实际到位资金{funds.divisor}万元，{text}"
    if funds.left is None:
        return f"{text}。" if all_spent_in_passage(facts) else f"{text}，全年预算全部支出。"
    return f"{text}{_spent_by_source(funds)}。{left(funds)}"


def _beyond(facts: Facts, overrun: Sourced) -> str:
    """What was spent beyond the budget: asked where it came from and who agreed, unless a passage on money says so."""
    whole = facts.funds.whole
    where = whole.spent.where if whole.spent is not None else ""
    if facts.funds.doubtful:
        then = "多半是单位（元、万元）不同，核定后改正并计算预算执行率"
        return to_settle(f"全年支出{whole.spent}万元大于全年预算{whole.budget}万元，{then}", where)
    text = f"，超出全年预算{overrun}万元"
    if said_in_passage(facts, overrun, ()) or said_in_form(facts, overrun):
        return text
    return text + to_settle(
        "全年支出大于全年预算，填写有误的改正，属实的写明超出部分的资金来源和批准文件", where
    )


def _no_rate(facts: Facts) -> str:
    return marker("年初预算数和全年预算数，据以计算预算执行率", cell(facts, "budget"))


def cell(facts: Facts, field: str) -> str:
    """Where an amount of 年度资金总额 is to be written: initial_budget, budget or spent."""
    label = {"initial_budget": "年初预算数", "budget": "全年预算数", "spent": "全年执行数"}[field]
    return place_of(getattr(facts.form.funding.total, field)) or f"自评表“{label}”"


def _spent_by_source(funds: Funds) -> str:
    own = [one for one in funds.sources if one.budget and one.spent is not None]
    if len(own) < 2:
        return ""
    said = []
    for one in own:
        if one.left is not None and not one.left:
            said.append(f"{one.label}{one.budget}万元全部{_spending(one)}")
        elif one.spent is not None and not one.spent:
            said.append(f"{one.label}{one.budget}万元未{_spending(one)}")
        elif one.spent is not None and one.budget is not None:
            rate = (one.spent / one.budget).as_rate(funds.places)
            said.append(f"{one.label}{_spending(one)}{one.spent}万元，支出率{rate}")
    return f"，其中{'；'.join(said)}"


def _spending(one: FundSource) -> str:
    """The verb for it: 基本支出 is 执行, any other money 支出."""
    return "执行" if one.label.endswith("支出") else "支出"


def left(funds: Funds) -> str:
    """未支出133万元，占全年预算的26.6%，均为当年财政拨款。"""
    if funds.left is None or funds.whole.budget is None:
        return ""
    share = (funds.left / funds.whole.budget).percent()
    return f"未支出{funds.left}万元，占全年预算的{share}{_whose(funds)}。"


def _whose(funds: Funds) -> str:
    own = [one for one in funds.sources if one.left is not None and one.left.number > 0]
    if sum(bool(one.budget) for one in funds.sources) < 2:
        return ""  # whose all of it is was said with the budget
    if len(own) != 1 or funds.left is None or own[0].left is None or own[0].left.number != funds.left.number:
        return ""
    return f"，均为{own[0].label}"


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
        return f"{whose}，{_cause(one, facts)}。{beyond}{_kept(leaving)}"
    told = numbered(
        [*(f"{one.name}{one.left}万元，{_cause(one, facts)}" for one in facts.tasks.told), *_others(facts)]
    )
    count = _several(len(leaving))
    head = f"{count}项任务共未支出{left}万元" if beyond else f"未支出的{funds.left}万元按任务分为{count}项"
    return f"{head}{see('task_table')}。{'。'.join(told)}。{beyond}{_kept(leaving)}"


def _others(facts: Facts) -> list[str]:
    """The tasks that are not told one by one, and of which of them the cause is not known."""
    others = facts.tasks.leaving[len(facts.tasks.told) :]
    left = total((one.left for one in others if one.left is not None), "其余任务未支出合计")
    if left is None:
        return []
    unknown = [one for one in others if not one.cause]
    what = f"{listed([bare(one.name) for one in unknown])}支出少于预算的原因"
    asked = marker(what, "、".join(one.why_where for one in unknown[:3])) if unknown else ""
    return [f"其余{_several(len(others))}项任务共{left}万元{asked}"]


def _several(count: int) -> str:
    return "两" if count == 2 else in_chinese(count)


def _cause(task: Task, facts: Facts) -> str:
    if task.cause:
        return task.cause
    return f"任务{'已完成' if task.done else task.status or '尚未完成'}{marker(f'{task.name}支出少于预算的原因', task.why_where)}"


def _kept(leaving: tuple[Task, ...]) -> str:
    """What is carried over and what is left for good, by the state of the tasks."""
    whole = total((one.left for one in leaving if one.left is not None), "各项任务未支出合计")
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


def execution(facts: Facts) -> str:
    """资金管理方面, in the analysis of the process."""
    funds = facts.funds
    if not funds.known or funds.rate is None:
        return ""
    rate = funds.rate.as_rate(funds.places)
    score = f"，得{funds.earned}分（分值{funds.points}分）" if funds.earned is not None else ""
    text = f"资金管理方面，全年预算{funds.whole.budget}万元，支出{funds.whole.spent}万元，预算执行率{rate}{score}"
    return f"{text}{_lowest(facts)}。"


def _lowest(facts: Facts) -> str:
    """The two tasks with the lowest 支出率 below that of the whole."""
    rate = facts.funds.rate
    low = [
        (one.rate.number, one)
        for one in facts.tasks.leaving
        if one.rate is not None and rate is not None and one.rate.number < rate.number
    ]
    if not low or len(facts.tasks.items) < 3:
        return ""
    named = [
        f"{one.name}（{one.rate.percent()}）"
        for _, one in sorted(low, key=lambda x: x[0])[:2]
        if one.rate is not None
    ]
    return f"；支出率较低的是{'和'.join(named)}"
