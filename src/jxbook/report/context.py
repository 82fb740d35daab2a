"""What an outline may use, by name.

Words: every name is a function without arguments (options are written in the call) that gives a sentence or
paragraphs, "" where there is nothing to say. A name that is not listed is an error (JX603).

head: introduced() · tasks_stand() contents_asked() · money() execution() · expected() achieved() stages()
evaluation: purpose() scope() principles() system() scoring() grades() organiser() process()
conclusion: conclusion(brief=true) scores() deductions()
analysis: set_up() · overview("产出", …) · part("产出", only="时效", without="时效", numbered=false) · survey() costs()
problems and what follows: problems() advice() others() · box("存在问题"): a box of the form
facts: levels("效益"): the 二级指标 of a part · year · project (.name .code .supervisor .implementer .kind .begins .ends .dated) · titled("绩效评价报告"): the
title line with the name · fact("项目类型"): a line of the head or of 基本信息 · line("部门名称", text, "基本信息")
· source: scoring.source · scored · complete: there is a total · department · rows: how many indicators there are · said("有关建议"): did staff write it?
passage("章节", "待补充时写什么", after=true, ask=true): with {% call %}, what was generated and what staff wrote; it stands in the
outline itself, not in a macro, because the rows of 报告素材 are read from there
tables: task_table() score_summary() loss_table() cost_table() survey_chart() form_in_text() · annexes, each on a page of
its own: form_annex() survey_annex() evidence_annex() score_annex() key_point_annex() review_annex() · closing():
附件说明, 落款 and date. Nothing where there is nothing to show; numbers and references are generated
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from jxbook.document.marks import quoted
from jxbook.facts.everything import Facts
from jxbook.facts.project import boxes
from jxbook.facts.words import marker, numbered, stop
from jxbook.report.sentences import advice as advising
from jxbook.report.sentences import (
    analysis,
    closing,
    conclusion,
    costs,
    method,
    money,
    problems,
    project,
    survey,
)

_SENTENCES: Mapping[str, Callable[..., str]] = {
    "introduced": project.introduced,
    "tasks_stand": project.tasks_stand,
    "contents_asked": project.contents_asked,
    "expected": project.expected,
    "achieved": project.achieved,
    "stages": project.stages,
    "money": money.money,
    "execution": money.execution,
    "purpose": method.purpose,
    "scope": method.scope,
    "principles": method.principles,
    "system": method.system,
    "scoring": method.scoring,
    "grades": method.grades,
    "organiser": method.organiser,
    "process": method.process,
    "conclusion": conclusion.conclusion,
    "scores": analysis.scores,
    "deductions": conclusion.deductions,
    "set_up": problems.set_up,
    "part": analysis.part,
    "survey": survey.survey_told,
    "costs": costs.cost_told,
    "others": closing.others,
}


def context_of(facts: Facts) -> Mapping[str, object]:
    """Everything above but `passage` and the tables and charts."""
    sentences = {name: partial(function, facts) for name, function in _SENTENCES.items()}
    return {
        **sentences,
        "overview": lambda *parts: analysis.overview(
            facts, tuple(row for row in facts.rows if row.part in parts)
        ),
        "problems": lambda: "\n".join(numbered(problems.problems(facts))),
        "advice": lambda: _advice(facts),
        "levels": lambda part: list(dict.fromkeys(row.level2 for row in facts.rows if row.part == part)),
        "box": lambda label: stop(boxes(facts.form).get(label, "")),
        "year": _year(facts),
        "project": facts.project,
        "titled": partial(_titled, facts),
        "fact": facts.fact,
        "line": lambda label, text, sheet="基本信息": (
            f"{label}：{text or marker(label, f'{sheet}“{label}”')}"
        ),
        "source": facts.source,
        "scored": facts.scored,
        "complete": facts.total is not None,
        "department": facts.department,
        "rows": len(facts.rows),
        "said": facts.said,
    }


def _advice(facts: Facts) -> str:
    items = advising.advice(facts)
    return "\n".join(part for part in (advising.lead(len(items)), *numbered(items)) if part)


def _titled(facts: Facts, kind: str) -> str:
    """The title line with the project's name, and the year where the name does not hold it."""
    year = "" if facts.project.dated or not facts.year else f"{_year(facts)}年度"
    return f"{year}{facts.project.name or '项目'}{kind}"


def _year(facts: Facts) -> str:
    return quoted(str(facts.year), "评价年度", facts.where("评价年度")) if facts.year else ""
