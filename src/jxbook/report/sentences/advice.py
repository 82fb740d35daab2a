"""有关建议: to each problem its measure, as staff wrote it, then at most one sentence from the table of causes."""

from __future__ import annotations

from jxbook.document.marks import bare
from jxbook.facts.everything import Facts
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.problems import Problem
from jxbook.facts.sourced import total
from jxbook.facts.survey import Opinion
from jxbook.facts.tasks import Task
from jxbook.facts.words import OPEN, listed, marker
from jxbook.prose import Tone, dated
from jxbook.prose.words import OWED
from jxbook.report.sentences.causes import added, measure_for
from jxbook.report.sentences.money_left import FAR
from jxbook.report.sentences.naming import amount, asked_for, event, subject
from jxbook.report.sentences.problems import needed
from jxbook.values import Kind

_WHOLE = 100
_LENGTHS = ("时间", "时长", "周期", "时限")
_LEAD = "针对上述问题，提出以下建议。"


def advice(facts: Facts) -> tuple[str, ...]:
    """One paragraph a problem, in the order of the problems, what interviews asked for besides, and the box 改进措施."""
    said = [one_advice(one, facts) for one in facts.problems]
    said += [_heard(facts)] if _heard(facts) else []
    return (*said, facts.boxes.measures) if facts.boxes.measures else tuple(said)


def lead(items: int) -> str:
    """What stands before the advice; nothing before a single one."""
    return _LEAD if items > 1 else ""


def one_advice(one: Problem, facts: Facts) -> str:
    """What is to be done about one problem."""
    if one.gaps:
        return _goals(one)
    if one.admitted and not one.rows:
        return _admitted(one)
    if one.about_money:
        return _money(one, facts)
    return _rows(one, facts)


def _rows(one: Problem, facts: Facts) -> str:
    row = one.rows[0]
    cause = "，".join(each.reason.cause for each in one.rows)
    by_cause = measure_for(one.shared or cause, facts.policy) if row.compared else None
    merged = len(one.rows) > 1 and by_cause is not None
    heading = by_cause.heading if merged and by_cause else _heading(one, row, facts)
    said = []
    if merged:
        ahead = [measure for each in one.rows for measure in each.reason.ahead]
        said += [row.cite("，".join(ahead))] if ahead else []
    elif row.measure:
        said.append(f"{row.measure}{_so_that(row, facts)}")
    elif in_box := facts.boxes.of_rows.get(row.name, ""):
        said.append(in_box)
    if by_cause is not None and not any(by_cause.word in part for part in said):
        slots = {"added": row.cite(added(cause)), "rest": _rest(one, facts) if merged else ""}
        said.append(by_cause.said(later="今后" if said else "", **slots))
    text = "；".join(part for part in said if part)
    text += _views(one, row, facts, bool(text))
    text += _money_for_rest(one)
    asked = _asked(one, row, facts, text)
    return f"{heading}。{text}{asked}".rstrip("。") + "。"


def _rest(one: Problem, facts: Facts) -> str:
    """剩余3个: what a missed quantity still has to do, where the causes of other rows meet it."""
    short = next((each for each in facts.problems if each is not one and needed(each) is not None), None)
    if short is None or short.task is None or short.task.cost is None or short.task.cost.short is None:
        return ""
    cost = short.task.cost
    return (
        f"剩余{cost.short}{cost.unit}{cost.name.removesuffix('建设')}在"
        if short.rows[0].reason.measures
        else ""
    )


def _heading(one: Problem, row: IndicatorFacts, facts: Facts) -> str:
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
            else f"推动{row.name}达到“{row.target}”"
        )
    if row.limit:
        if row.name.endswith(_LENGTHS):
            return f"缩短{row.name}"
        if row.cost:
            return f"控制{row.name}"
        return f"降低{row.name}" if row.percent else f"减少{subject(row)}"
    if row.percent:
        low = facts.survey.low if facts.survey and facts.survey.row is row else None
        verb = "加快" if row.name.endswith("进度") else "提高"
        return f"改进{low.topic}" if low else f"{verb}{row.name}"
    if row.part == "效益" and row.low is not None:
        return f"推动{subject(row)}达到{amount(row, row.low)}"
    rest = abs(row.gap) if row.gap is not None else None
    return f"抓紧完成{subject(row).removeprefix('完成')}剩余任务" + (
        f"{rest}{row.unit}" if rest is not None else ""
    )


def _so_that(row: IndicatorFacts, facts: Facts) -> str:
    """What the measure is to reach; nothing where all of it lies behind, and the target was missed all the same."""
    if not row.compared or row.timed or row.limit or not row.reason.ahead:
        return ""
    if row.worded:
        return f"，使{row.name}达到“{row.target}”" if row.target not in row.measure else ""
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
        said = "。".join(map(_answered, heard))
        return f"。{said}" if more else said
    return f"；{said}" if more else said


def _answered(view: Opinion) -> str:
    """A wish is looked into, a complaint is verified."""
    if view.tone is Tone.WISH:
        return f"研究{view.people}提出的“{view.text}”意见{marker('负责研究的科室和答复时间', view.where)}"
    return f"核实{view.people}反映的{view.text}问题{marker('负责核实的科室和答复时间', view.where)}"


def _money_for_rest(one: Problem) -> str:
    need, task = needed(one), one.task
    if need is None or task is None or task.left is None:
        return ""
    if need.number <= task.left.number:
        return f"。所需资金{need}万元，先使用结转的{task.left}万元" if one.rows[0].measure else ""
    short = need - task.left
    what = "缺口的资金来源，如压减造价、申请调剂结余资金或列入下年预算"
    return f"。建设资金先使用结转的{task.left}万元，缺口{short}万元{marker(what, task.where)}"


def _asked(one: Problem, row: IndicatorFacts, facts: Facts, text: str) -> str:
    """Who and until when, where staff wrote no measure with a date."""
    if OPEN in text:
        return ""
    where = row.reason_where or f"自评表“{row.name}”偏差原因"
    if len(one.rows) == 1 and (row.reason.dated or dated(facts.boxes.of_rows.get(row.name, ""))):
        return ""
    if not text or text.startswith("把"):
        return marker(f"{subject(row)}的改进措施、责任科室和完成时间", where)
    return marker("责任科室和完成时间", where)


def _money(one: Problem, facts: Facts) -> str:
    going = [task for task in one.tasks if not task.done or task.owed]
    done = [task for task in one.tasks if task.done and not task.owed]
    section = next(
        (each.section for each in facts.form.places if "资金" in each.section), "资金投入和使用情况"
    )
    where = facts.passage_place(section)
    if not one.tasks:
        if any(word in facts.why_left.reason for word in (*OWED, "按合同")):
            asked = marker("未支出资金的支付计划日期", where)
            return f"及时支付未支出资金。按合同约定支付未支出的{facts.funds.left}万元{asked}。"
        rate = facts.funds.rate
        if rate is not None and rate.number * 100 >= facts.policy.number("execution.reason_below"):
            return f"及时处理未支出资金。{marker('结转或结余的处理意见和办理时间', where)}。"
        what = "每项未支出资金的支付计划日期；结转、结余的处理意见和办理时间"
        return f"加快支付，及时处理未支出资金。{marker(what, where)}。"
    heading = "加快支付，及时处理结余" if going and done else "加快支付" if going else "及时处理结余资金"
    said = [_pay(task) for task in going]
    rest = total((task.left for task in done if task.left is not None), "已完成的任务未支出合计")
    if rest is not None:
        asked = marker("处理意见（交回财政或申请调剂）和办理时间", where)
        said.append(f"已完成任务的结余资金{rest}万元，按结转结余资金管理规定报财政部门处理{asked}")
        low = min(done, key=lambda task: task.rate.number if task.rate else 1)
        if (
            low.rate is not None
            and facts.funds.rate is not None
            and low.rate.number < min(facts.funds.rate.number, FAR)
        ):
            by = "实际参训人数" if "培训" in low.name else "实际工作量"
            said.append(f"编制下年预算时，{low.name}按{by}和标准测算")
    return f"{heading}。{'。'.join(said)}。"


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


def _admitted(one: Problem) -> str:
    """What was put right is not to happen again, what was not is to be."""
    first = one.admitted[0]
    names = listed([each.called for each in one.admitted])
    if all(each.settled for each in one.admitted):
        return f"防止类似情况再次发生。{marker(f'防止{bare(names)}再次发生的措施、责任科室和完成时间', first.where)}"
    return f"解决{names}的问题。{marker('解决的措施、责任科室和完成时间', first.where)}"


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
    said = "；".join(f"{view.people}反映的“{view.text}”" for view in loose[:3])
    return f"核实访谈中的意见。{said}，逐项核实并答复{marker('负责核实的科室和答复时间', loose[0].where)}。"
