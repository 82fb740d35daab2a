"""项目概况 and 项目绩效目标: who, what, when, and what was wanted."""

from __future__ import annotations

from itertools import groupby

from jxbook.document.marks import bare, quoted
from jxbook.facts.everything import Facts
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.project import GoalFacts
from jxbook.facts.sourced import count, total
from jxbook.facts.tasks import Task
from jxbook.facts.words import marker, stop, unstopped
from jxbook.pattern import pattern
from jxbook.prose import akin, says_only_done
from jxbook.report.sentences.naming import goal
from jxbook.values import plain

_CONTENTS = ("主要内容", "主要工作")
_DUTIES, _WORK = "部门职能", "年度主要任务"
_HAS = ("负责", "承担", "主管", "贯彻", "组织", "主要负责", "主要承担")
_WHEN = pattern(r"(?:经|已|截[至止]|至|实际|通过|全年|本年|今年|年内|20\d\d年)")
"""How a text begins that cannot be read as a target."""
_QUOTED = 40
_ASPECTS = (
    ("满意", "满意度"),
    ("决策", "决策"),
    ("过程", "过程"),
    ("成本", "成本"),
    ("效益", "效益"),
    ("影响", "效益"),
    ("预算执行", "预算执行"),
    ("资金执行", "预算执行"),
)


def introduced(facts: Facts) -> str:
    """The project, by whom and when, under the name it has from here on."""
    one = facts.project
    if facts.whole_department:
        return _department(facts)
    wanted = (("项目名称", one.name), ("实施单位", one.implementer))
    asked = "".join(marker(label, facts.where(label)) for label, text in wanted if not text)
    told = [
        f"由{one.implementer}组织实施" if one.implementer else "",
        *(f"{label}为{name}" for label, name in one.supervisors if name and name != one.implementer),
        f"属{one.kind}" if one.kind else "",
        f"实施期为{one.begins}至{one.ends}" if one.begins and one.ends else "",
    ]
    name = f"{one.name}（以下简称项目）" if one.name else "项目"
    text = "，".join(part for part in told if part)
    return f"{asked}{name}{text}。" if text else asked


def _department(facts: Facts) -> str:
    """清河县水利局（以下简称部门）负责…。2024年度主要任务：…。"""
    name, duties = facts.project.name or marker("部门名称", "自评表"), facts.fact(_DUTIES)
    told = duties if bare(duties).startswith(_HAS) else f"的主要职能：{duties}"
    asked = "" if duties else marker("部门职能和机构设置", facts.where(_DUTIES))
    year = f"{quoted(str(facts.year), '评价年度', facts.where('评价年度'))}年度" if facts.year else "年度"
    work = stop(facts.fact(_WORK))
    return (
        f"{name}（以下简称部门）{stop(told) if duties else asked}{f'{year}主要任务：{work}' if work else ''}"
    )


def tasks_stand(facts: Facts) -> str:
    """How many sub-projects there are of each kind, and which are done at the end of the year."""
    items = facts.tasks.items
    if not items:
        return ""
    kinds = _kinds(facts)
    if not kinds:
        return _state(items)
    if all(one.done for one in items):
        return f"{kinds}，至年末均已完成。"
    return f"{kinds}。{_state(items)}"


def _kinds(facts: Facts) -> str:
    """共有子项目98个，其中工程类57个、…, where a row stands for many."""
    tasks = facts.tasks
    whole = total((one.number for one in tasks.items), "子项目数量合计")
    if whole is None or len(tasks.kinds) < 2 or tasks.agree or whole.number <= 2 * len(tasks.items):
        return ""
    return f"共有子项目{whole}个，其中{'、'.join(f'{kind}{number}个' for kind, number in tasks.kinds)}"


def _state(items: tuple[Task, ...]) -> str:
    known = [one for one in items if one.status]
    if not known:
        return ""
    done, going = [one for one in known if one.done], [one for one in known if not one.done]
    if not going:
        return (
            f"至年末，{count(len(done), '已完成的任务数')}项任务均已完成。"
            if len(done) > 1
            else "至年末，任务已完成。"
        )
    said = [_named(group, words) for group, words in ((done, "已完成"), (going, "尚未完成")) if group]
    return f"至年末，{'，'.join(said)}。"


def _named(group: list[Task], words: str) -> str:
    if words == "尚未完成" and all("实施" in one.status for one in group):
        words = "仍在实施"
    names = "、".join(one.name for one in group[:4])
    if len(group) == 1:
        return f"{names}{words}"
    many = f"{count(len(group), f'{words}的任务数')}项任务"
    return f"{names}{'等' if len(group) > 4 else ''}{many}{words}"


def contents_asked(facts: Facts) -> str:
    """What to write on the contents of the project, where staff wrote nothing: what the form says, and what it lacks."""
    section = next(
        (one.section for one in facts.form.places if any(word in one.section for word in _CONTENTS)),
        "主要内容及实施情况",
    )
    if facts.said(section):
        return ""
    done = next((stop(one.achieved) for _, one in _done(facts)), "")
    asked = f"{facts.what}安排的各项任务，以及每项任务的预算、支出和年末进展"
    where = f"{facts.passage_place(section)}{'' if done else _unused(facts)}"
    return f"{done}{marker(asked, where) if not facts.tasks.items else ''}"


def _unused(facts: Facts) -> str:
    """What stands in the form and is not repeated, for the one who is asked instead."""
    empty = next((unstopped("".join(bare(one.achieved).split())) for one in facts.goals if one.achieved), "")
    return f"（实际完成情况现写“{empty[:_QUOTED]}”，与未完成的指标不符，报告没有采用）" if empty else ""


def expected(facts: Facts) -> str:
    """总体目标; several ones each by its number."""
    several = [one for one in facts.goals if one.expected]
    if len(several) < 2:
        return stop(several[0].expected) if several else ""
    return "\n".join(
        f"目标{at}{f'（权重{one.weight}）' if one.weight else ''}：{stop(one.expected)}"
        for at, one in enumerate(several, 1)
    )


def achieved(facts: Facts, *, beside_targets: bool = False) -> str:
    """What the form says was achieved; `beside_targets`: it stands behind what was wanted, and says that it is none."""
    several = _done(facts)
    told = [(at, stop(one.achieved)) for at, one in several]
    if beside_targets:
        told = [(at, text if _WHEN.match(bare(text)) else f"至年末，{text}") for at, text in told]
    if len(told) < 2:
        return told[0][1] if told else ""
    return "\n".join(f"目标{at}：{text}" for at, text in told)


def _done(facts: Facts) -> list[tuple[int, GoalFacts]]:
    """The goals of which it is said what was achieved, by their numbers; 已按计划完成 says nothing, and is not repeated
    where a row was missed of what was to be put out."""
    missed = any(row.missed and row.compared and not row.cost and row.part == "产出" for row in facts.rows)
    told = (one for one in facts.goals if one.achieved)
    return [
        (at, one) for at, one in enumerate(told, 1) if not (missed and says_only_done(bare(one.achieved)))
    ]


def stages(facts: Facts) -> str:
    """The targets of the year in words, by aspect; in an evaluation only those of outputs and benefits."""
    rows = (
        [row for row in facts.rows if row.part not in ("决策", "过程")]
        if facts.department
        else list(facts.rows)
    )
    rows = [row for row in rows if row.has_target and row.compared]
    if not rows:
        return ""
    year = f"{quoted(str(facts.year), '评价年度', facts.where('评价年度'))}年度" if facts.year else ""
    number = count(len(rows), "设有年度指标值的三级指标项数")
    if _all_told(rows, facts):
        return f"{year}据此设定三级指标{number}项。"
    parts = [f"{aspect}方面，{_grouped(list(group))}" for aspect, group in groupby(rows, _aspect)]
    return f"{year}设定三级指标{number}项。{'。'.join(parts)}。"


def _all_told(rows: list[IndicatorFacts], facts: Facts) -> bool:
    """Do staff's own goals hold the target of every row with its name?"""
    told = "".join(one.expected.text for one in facts.form.goals)
    told += "".join(one.text.text for one in facts.form.passages if "目标" in one.section)
    return bool(told) and all(
        row.low is not None
        and not row.timed
        and f"{plain(row.low.number)}{row.unit}" in told
        and akin(bare(row.name), told)
        for row in rows
    )


def _grouped(rows: list[IndicatorFacts]) -> str:
    """Targets of one 二级指标 joined by commas, those of different ones by semicolons."""
    groups = ["，".join(goal(row) for row in group) for _, group in groupby(rows, lambda row: row.level2)]
    return "；".join(groups)


def _aspect(row: IndicatorFacts) -> str:
    words = f"{row.level1}{'' if '产出' in row.level1 else row.level2}"
    return next((said for word, said in _ASPECTS if word in words), "产出")
