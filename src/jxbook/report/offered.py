"""What an outline may use, by name: said once, for the outlines that run, for the check of one, and for its author.

Every function gives a sentence, paragraphs or blocks, and nothing where there is nothing to say.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from jxbook.document.marks import quoted
from jxbook.facts.everything import Facts
from jxbook.facts.project import boxes
from jxbook.facts.words import marker, numbered, stop
from jxbook.report.figures import ANNEXES, FIGURES
from jxbook.report.sentences import advice as advising
from jxbook.report.sentences import (
    analysis,
    closing,
    conclusion,
    costs,
    method,
    money,
    points,
    problems,
    process,
    project,
    scoring_rules,
    survey,
)


class Offered(NamedTuple):
    """What a name gives, in words for the author of an outline, and how it is made of the facts."""

    what: str
    of: Callable[..., object]
    usage: str = ""
    """How it is written, where its arguments do not say it."""


def _overview(facts: Facts, *parts: str) -> str:
    return analysis.overview(facts, tuple(row for row in facts.rows if row.part in parts))


def _problems(facts: Facts) -> str:
    return "\n".join(numbered(problems.problems(facts)))


def _advice(facts: Facts) -> str:
    items = advising.advice(facts)
    return "\n".join(part for part in (advising.lead(len(items)), *numbered(items)) if part)


def _levels(facts: Facts, part: str) -> list[str]:
    return list(dict.fromkeys(row.level2 for row in facts.rows if row.part == part))


def _box(facts: Facts, label: str) -> str:
    return stop(boxes(facts.form).get(label, ""))


def _titled(facts: Facts, kind: str) -> str:
    """The title line with the project's name, and the year where the name does not hold it."""
    year = "" if facts.project.dated or not facts.year else f"{_year(facts)}年度"
    return f"{year}{facts.project.name or '项目'}{kind}"


def _line(_facts: Facts, label: str, text: str, sheet: str = "基本信息") -> str:
    return f"{label}：{text or marker(label, f'{sheet}“{label}”')}"


def _fact(facts: Facts, label: str) -> str:
    return facts.fact(label)


def _year(facts: Facts) -> str:
    return quoted(str(facts.year), "评价年度", facts.where("评价年度")) if facts.year else ""


FUNCTIONS: Mapping[str, Offered] = {
    "titled": Offered("标题：年度、项目名称和文种", _titled, 'titled("绩效评价报告")'),
    "introduced": Offered("项目由谁在什么时间实施", project.introduced),
    "tasks_stand": Offered("子项目按类别各有几个，年末完成情况", project.tasks_stand),
    "contents_asked": Offered("单位没有写主要内容时，提示应写什么", project.contents_asked),
    "money": Offered("资金投入和使用情况", money.money),
    "execution": Offered("资金管理：预算执行率", money.execution),
    "expected": Offered("总体目标", project.expected),
    "achieved": Offered(
        "目标实际完成情况；beside_targets=true 用于接在预期目标之后，写明是至年末的情况",
        project.achieved,
        "achieved(beside_targets=true)",
    ),
    "stages": Offered("年度指标，按方面逐项列出", project.stages),
    "purpose": Offered("评价目的", method.purpose),
    "scope": Offered("评价对象和范围", method.scope),
    "principles": Offered("评价原则、依据、方法和标准", method.principles),
    "methods": Offered("评价依据、方法和标准，原则另写时用", method.methods),
    "system": Offered("评价指标体系和分值", method.system),
    "scoring": Offered("各类指标的计分方法和等级标准", scoring_rules.scoring),
    "grades": Offered("等级标准", scoring_rules.grades),
    "organiser": Offered("评价的组织单位", process.organiser),
    "process": Offered("评价工作过程", process.process),
    "filled_in": Offered("数据由谁填报，佐证材料有几项", process.filled_in),
    "conclusion": Offered(
        "评价结论，一段；brief=true 用于摘要", conclusion.conclusion, "conclusion(brief=true)"
    ),
    "scores": Offered("得分情况", points.scores),
    "deductions": Offered("扣分情况及原因", points.deductions),
    "set_up": Offered("绩效目标设定情况", problems.set_up),
    "overview": Offered("几个部分的总的完成情况", _overview, 'overview("产出", "效益")'),
    "part": Offered(
        "一个部分的分析，每个二级指标一段；only、without 按二级指标的名称挑选，numbered=false 不编号，deeper=true 在“1.”之下编“（1）”，told=true 不重复前面 overview 说过的“达到年度指标值”",
        analysis.part,
        'part("产出", only="时效", without="成本", numbered=false)',
    ),
    "levels": Offered("一个部分的各二级指标，用于循环", _levels, 'levels("效益")'),
    "survey": Offered("满意度调查情况", survey.survey_told),
    "survey_papers": Offered("没有填写问卷和访谈时，佐证材料清单里的问卷、访谈材料", survey.survey_papers),
    "costs": Offered("成本效益比较", costs.cost_told),
    "problems": Offered("存在的问题，逐条", _problems),
    "advice": Offered("改进建议，逐条", _advice),
    "others": Offered("其他需要说明的问题", closing.others),
    "box": Offered("自评表末尾文字栏里写的内容", _box, 'box("存在问题")'),
    "line": Offered(
        "一行“栏名：内容”；没有内容的，提示在哪张表补充",
        _line,
        'line("部门名称", project.supervisor, "基本信息")',
    ),
    "fact": Offered("表头或“基本信息”中一栏的内容", _fact, 'fact("项目类型")'),
    "said": Offered("单位在“报告素材”中写了这一章节没有，用于条件", Facts.said, 'said("有关建议")'),
}
VALUES: Mapping[str, Offered] = {
    "year": Offered("评价年度", _year),
    "project": Offered("项目的基本情况，后面加 .名称，见下", lambda facts: facts.project),
    "source": Offered(
        "得分来源：computed 由程序计算，rows 逐项评定，total 总分评定，none 不评分",
        lambda facts: facts.source,
    ),
    "scored": Offered("各项指标有没有得分", lambda facts: facts.scored),
    "complete": Offered("有没有总分", lambda facts: facts.total is not None),
    "department": Offered("是不是部门评价、财政评价", lambda facts: facts.department),
    "rows": Offered("指标有几项", lambda facts: len(facts.rows)),
}
OF_PROJECT: Mapping[str, str] = {
    "name": "项目名称",
    "plain_name": "项目名称，数字不注明出处",
    "code": "项目编码",
    "supervisor": "主管部门",
    "supervisors": "各主管部门及其名称，转移支付有中央、地方两个",
    "implementer": "实施单位",
    "kind": "项目类型",
    "begins": "项目开始时间",
    "ends": "项目完成时间",
    "dated": "项目名称里有没有年度，用于条件",
}
PLACED: Mapping[str, str] = {
    **{name: what for name, (what, _) in FIGURES.items()},
    "closing": "附件说明、落款和成文日期；括号里可以写落款单位",
}
"""Tables, charts, annexes and what stands below the text."""
PASSAGE = "passage"
_OF_PASSAGE = (
    '{% call passage("章节", "待补充时写什么", after=true, optional=true, ask=true) %}自动生成的文字{% endcall %}',
    "章节同时是“报告素材”里的一行；after=true 时单位写的在前，optional=true 时没有内容不提示，ask=true 时单位没有写就提示",
)


def context_of(facts: Facts) -> Mapping[str, object]:
    """Every function and value; `passage` and what is placed come with the composing."""
    functions = {name: partial(one.of, facts) for name, one in FUNCTIONS.items()}
    return {**functions, **{name: one.of(facts) for name, one in VALUES.items()}}


def names() -> tuple[str, ...]:
    """Every name that an outline may use."""
    return (*FUNCTIONS, *VALUES, *PLACED, PASSAGE)


def signature_of(name: str) -> inspect.Signature | None:
    """What a call of this name takes; None for a value, or a name that is not offered."""
    if name in FUNCTIONS:
        whole = inspect.signature(FUNCTIONS[name].of)
        return whole.replace(parameters=list(whole.parameters.values())[1:])
    if name in PLACED:
        signer = inspect.Parameter("signer", inspect.Parameter.POSITIONAL_OR_KEYWORD, default="")
        return inspect.Signature([signer] if name == "closing" else [])
    return None


def described() -> Iterator[str]:
    """The list of all names with what they give, line by line, for the author of an outline."""
    yield "自动生成的文字（没有内容可写的，什么也不印）："
    yield from (f"  {one.usage or f'{name}()'}　{one.what}" for name, one in FUNCTIONS.items())
    yield "条件和循环里可以用的值："
    yield from (f"  {name}　{one.what}" for name, one in VALUES.items())
    yield from (f"  project.{name}　{what}" for name, what in OF_PROJECT.items())
    yield "表格、图和附件（编号自动生成；附件各自另起一页）："
    yield from (f"  {name}()　{what}{'（附件）' if name in ANNEXES else ''}" for name, what in PLACED.items())
    yield "单位自己写的内容："
    yield from (f"  {line}" for line in _OF_PASSAGE)
