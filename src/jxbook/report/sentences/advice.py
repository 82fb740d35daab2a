"""有关建议: to each problem its measure, as staff wrote it, then at most one sentence from the table of causes."""

from __future__ import annotations

from jxbook.document.marks import bare
from jxbook.facts.everything import Facts
from jxbook.facts.problems import Problem
from jxbook.facts.sourced import total
from jxbook.facts.tasks import Task, far_off
from jxbook.facts.words import listed, marker
from jxbook.pattern import pattern
from jxbook.prose import Tone
from jxbook.prose.adverse import still_to_do
from jxbook.prose.words import OWED
from jxbook.report.sentences.causes import LATER, OURS, measure_for
from jxbook.report.sentences.money_left import all_reached
from jxbook.report.sentences.money_over import over_advice
from jxbook.report.sentences.rest import free_of, rest_of
from jxbook.report.sentences.row_advice import from_cause, row_advice

_LEAD = "针对上述问题，提出以下建议。"
_BECAUSE = pattern(r"(?:因|由于|受)([^，。；]+)")


def advice(facts: Facts) -> tuple[str, ...]:
    """One paragraph a problem, in the order of the problems, what interviews asked for besides, and the box 改进措施."""
    told: set[str] = set()
    said = [one_advice(one, facts, told) for one in facts.problems]
    said += [heard] if (heard := _heard(facts)) else []
    return (*said, facts.boxes.measures) if facts.boxes.measures else tuple(said)


def lead(items: int) -> str:
    """What stands before the advice; nothing before a single one."""
    return _LEAD if items > 1 else ""


def one_advice(one: Problem, facts: Facts, told: set[str]) -> str:
    """What is to be done about one problem; what follows from a cause is added to `told`, and said once."""
    if one.gaps:
        return _goals(one)
    if one.over is not None:
        return over_advice(facts)
    if one.admitted and not one.rows:
        return _admitted(one, facts)
    if one.about_money:
        head, stop, rest = _money(one, facts).partition("。")
        return f"{head}{stop}{_of_rows(one, facts)}{rest}{_carried_over(facts)}"
    paid = one.task is not None and (rest_of(one, facts) is None or free_of(one.task) is None)
    return f"{row_advice(one, facts, told)}{f'{_pay(one.task)}。' if one.task is not None and paid else ''}"


def _money(one: Problem, facts: Facts) -> str:
    going = [task for task in one.tasks if not task.spare]
    done = [task for task in one.tasks if task.spare]
    where = facts.passage_place(facts.money_section)
    if not one.tasks:
        if any(word in facts.why_left.reason for word in (*OWED, "按合同")):
            both = "、" in facts.why_left.reason or "和" in facts.why_left.reason
            amounts = both and not any(map(str.isdigit, bare(facts.why_left.reason)))
            what = "未支出资金中各类款项的金额和支付计划日期" if amounts else "未支出资金的支付计划日期"
            asked = marker(what, where)
            return f"及时支付未支出资金。按合同约定支付未支出的{facts.funds.left}万元{asked}。"
        if facts.funds.rate is not None and not facts.funds.low:
            return f"及时处理未支出资金。{marker('结转或结余的处理意见和办理时间', where)}。"
        if all_reached(facts):
            what = "属于结余还是待支付款项，处理意见和办理时间"
            return (
                f"及时处理未支出资金。清理未支出的{facts.funds.left}万元{marker(what, where)}；"
                "编制下年预算时，按实际工作量和支出标准测算。"
            )
        return f"加快支付，及时处理未支出资金。{_by_kind(facts, where)}。"
    heading = "加快支付，及时处理结余" if going and done else "加快支付" if going else "及时处理结余资金"
    said = [_pay(task) for task in going]
    rest = total((task.left for task in done if task.left is not None), "已完成的任务未支出合计")
    if rest is not None:
        asked = marker("处理意见（交回财政或申请调剂）和办理时间", where)
        said.append(f"已完成任务的结余资金{rest}万元，按结转结余资金管理规定报财政部门处理{asked}")
        if (low := far_off(done, facts.funds)) is not None:
            by = "实际参训人数" if "培训" in low.name else "实际工作量"
            said.append(f"编制下年预算时，{low.name}按{by}和标准测算")
    return f"{heading}。{'。'.join(said)}。"


def _carried_over(facts: Facts) -> str:
    """What of the money of the year before is left once more: what becomes of it only its unit can say."""
    old = [one for one in facts.funds.sources if one.label.startswith("上年结转") and one.left]
    if not old or old[0].left is None:
        return ""
    asked = marker("继续使用或交回财政的处理意见和办理时间", facts.passage_place(facts.money_section))
    return f"其中{old[0].label}尚余{old[0].left}万元，优先处理{asked}。"


def _by_kind(facts: Facts, where: str) -> str:
    """What becomes of money of which nobody recorded the tasks."""
    left = facts.funds.left
    if left is None:
        return ""
    what = f"未支出的{bare(str(left))}万元分属的任务、金额和支付计划日期；结转、结余的处理意见和办理时间"
    return (
        f"未支出的{left}万元逐项清理，任务未完成的按计划支付，"
        f"任务已完成的按结转结余资金管理规定报财政部门处理{marker(what, where)}"
    )


def _of_rows(one: Problem, facts: Facts) -> str:
    """What staff wrote, else what follows, for rows that measure the money itself."""
    found = (row.measure or _ours(from_cause(one, facts)) for row in one.rows[:1])
    return "".join(f"{measure}。" for measure in found).lstrip("。")


def _ours(measure: str) -> str:
    return f"{OURS}{measure}" if measure else ""


def _pay(task: Task) -> str:
    asked = marker(f"{task.name}的支付计划日期", task.where)
    by = (
        "抓紧完成验收，按合同支付"
        if "验收" in task.short
        else "按合同约定支付"
        if task.owed
        else "按合同和进度支付"
    )
    return f"{task.name}{by}剩余资金{task.left}万元{asked}"


def _admitted(one: Problem, facts: Facts) -> str:
    """The matter by its name and what follows from its cause; what nobody said is asked for."""
    first = one.admitted[0]
    if first.deferred and len(one.admitted) == 1:
        asked = marker("责任科室和支付时间", first.where)
        return f"落实待付款项的资金来源。把{first.called}列入下年预算，按合同约定支付{asked}。"
    names = listed([each.called for each in one.admitted])
    because = _BECAUSE.search(bare(first.text))
    cause = because[1] if because else bare(first.text) if first.why else ""
    found = measure_for(cause, facts) if len(one.admitted) == 1 else None
    if found is not None:
        measure = found.said()
        measure = f"{LATER}{measure.removeprefix(LATER)}" if first.settled else measure
        return f"针对{names}{'' if names.endswith('方面') else '的问题'}，{OURS}{measure}{marker('责任科室和完成时间', first.where)}。"
    again = all(each.settled for each in one.admitted)
    ahead = still_to_do(first.called) if len(one.admitted) == 1 else ""
    what = f"防止{names}再次发生" if again else ahead or f"解决{names}的问题"
    return f"{what}{marker('具体措施、责任科室和完成时间', first.where)}。"


def _goals(one: Problem) -> str:
    said = []
    if any(each.row is not None for each in one.gaps):
        said.append("追加预算时同步申请调整绩效目标")
    tasks = [each.task.name for each in one.gaps if each.task is not None]
    if tasks:
        said.append(f"编报下一年度绩效目标时，为{listed(tasks)}增设数量、质量、时效和效益指标")
    return f"完善绩效目标管理。{'；'.join(said)}。"


def _heard(facts: Facts) -> str:
    """What interviews said that joins no problem and no indicator: to be looked into, not dropped."""
    loose = [
        view for view in facts.views if view.row is None and not view.survey and view.tone is not Tone.PRAISE
    ]
    if not loose:
        return ""
    found: dict[str, str] = {}
    for view in loose[:3]:
        found[view.people] = f"{found.get(view.people, '')}“{view.text}”"
    said = "、".join(f"{people}反映的{views}" for people, views in found.items())
    return f"核实访谈中的意见。对{said}，逐项核实并答复{marker('负责核实的科室和答复时间', loose[0].where)}。"
