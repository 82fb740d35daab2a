"""绩效评价工作过程: who evaluated, on whose figures, and what was done."""

from __future__ import annotations

from jxbook.facts.everything import Facts
from jxbook.facts.sourced import count
from jxbook.facts.words import listed, marker, numbered, only_asked
from jxbook.report.refs import see
from jxbook.report.sentences.survey import sample

_RATED = ("评分", "打分", "形成", "撰写")
"""What staff's own account of an evaluation ends with."""


def organiser(facts: Facts) -> str:
    """Who organised it: whom the form names, else the department or, of a self-evaluation, the implementer."""
    named = facts.fact("评价部门") or facts.fact("评价单位")
    return named or facts.own_unit or marker("组织评价的单位", facts.where("评价部门"))


def process(facts: Facts) -> str:
    """Who evaluated, and what was done: papers gathered, people asked."""
    section = next(
        (one.section for one in facts.form.places if "过程" in one.section and "评价" in one.section),
        "绩效评价工作过程",
    )
    steps = _steps(facts)
    agency = facts.fact("第三方评价机构")
    third = f"，委托{agency}开展" if facts.department and agency else ""
    asked = ""
    if not facts.said(section):
        more = (
            "；是否查阅材料、开展问卷调查和访谈，各多少份、多少次"
            if not facts.survey and not facts.talks
            else ""
        )
        asked = marker(f"评价的起止日期、参加的科室和人数{more}", facts.passage_place(section))
    told = "".join(f"{one}。" for one in numbered(steps))
    on = "在此基础上" if told else ""  # what is not told is no ground to stand on
    by = "对照年度指标值" if not told and facts.scored else ""
    waiting = [row.name for row in facts.open] if facts.scored else []
    rest = f"评分，{listed(waiting, what='项指标')}待核定。" if waiting else "逐项评分，形成本报告。"
    end = f"{on}{by}{rest}" if facts.scored else f"{on}对照绩效目标逐项分析，形成本报告。"
    who = organiser(facts)
    head = f"{who}{asked}" if only_asked(who) else f"评价由{who}组织实施{third}{asked}。"
    own = "".join(one.text.text for one in facts.passages.get(section, ()))
    if own and not third and not only_asked(who):
        head = ""  # who evaluated and when stands in what staff wrote before it
        if not told and any(word in own for word in _RATED):
            end = ""
    return f"{head}{told}{end}"


def filled_in(facts: Facts) -> str:
    """Who filled in the figures, and which papers came with them."""
    what, who = "项目基本情况、资金收支和绩效目标完成情况", facts.project.implementer
    if not who:
        return marker(f"填报{what}的单位", facts.where("实施单位"))
    return f"{what}由{who}填报{f'，{_papers(facts)}' if facts.evidence else ''}。"


def _steps(facts: Facts) -> list[str]:
    found: list[str] = []
    if facts.evidence:
        found.append(_papers(facts))
    if facts.survey and (text := sample(facts.survey)):
        found.append(f"开展问卷调查，{text}")
    if facts.talks:
        found.append(_talks(facts))
    return found


def _papers(facts: Facts) -> str:
    """How many papers are listed, and how many of them are at hand; asked for where nobody says so of any."""
    there = sum(one.present for one in facts.evidence)
    number = count(len(facts.evidence), "佐证材料项数")
    if there == len(facts.evidence):
        return f"收集佐证材料{number}项，均已具备{see('evidence_table')}"
    if not there:
        unknown = not any(one.missing for one in facts.evidence)
        asked = marker("各项佐证材料是否具备", facts.evidence[0].where) if unknown else ""
        return f"列出佐证材料{number}项{see('evidence_table')}{asked}"
    return f"列出佐证材料{number}项，已具备{count(there, '已具备的佐证材料项数')}项{see('evidence_table')}"


def _talks(facts: Facts) -> str:
    said = "，".join(
        f"{'于' if at == 0 and one.when else ''}{one.when}访谈{one.people}"
        for at, one in enumerate(facts.talks[:4])
    )
    if len(facts.talks) > 4:
        return f"开展访谈，共{count(len(facts.talks), '访谈次数')}次，包括{said}"
    return said
