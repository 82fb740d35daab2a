"""绩效评价工作开展情况: why, what of, by what rules and how it was done."""

from __future__ import annotations

from collections.abc import Mapping

from jxbook.document.marks import quoted
from jxbook.facts.everything import Facts
from jxbook.facts.project import cited_documents
from jxbook.facts.sourced import count, place_of
from jxbook.facts.words import marker, only_asked, to_settle
from jxbook.report.refs import see
from jxbook.report.sentences.survey import sample
from jxbook.scoring.grade import band
from jxbook.scoring.reviews import METHOD
from jxbook.values import Kind, plain

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.policy.key_names import AtLeast, Beyond


_RATED = ("评分", "打分", "形成", "撰写")
"""What staff's own account of an evaluation ends with."""
_LESS_REACHED: Mapping[AtLeast, str] = {
    "ratio": "未完成的按完成值占指标值的比例记分",
    "exact": "未完成的不得分",
}
_MORE_SPENT: Mapping[Beyond, str] = {
    "inverse": "超过指标值的按指标值占完成值的比例记分",
    "linear": "超过指标值的按超出的比例扣分",
    "exact": "超过指标值的不得分",
}
_LATER: Mapping[Beyond, str] = {
    "inverse": "逾期的按目标天数占实际天数的比例记分",
    "linear": "逾期的按逾期的比例扣分",
    "exact": "逾期的不得分",
}
"""What becomes of a target, a limit and a deadline that were missed."""


def purpose(facts: Facts) -> str:
    """Why it was evaluated."""
    return (
        "评价旨在检验项目绩效目标的完成情况和资金的使用效果，查找问题，改进管理，为编制以后年度预算提供依据。"
    )


def scope(facts: Facts) -> str:
    """What was evaluated; the scope of it, where staff say the object themselves."""
    year = f"{quoted(str(facts.year), '评价年度', facts.where('评价年度'))}年度" if facts.year else "本年度"
    budget = facts.funds.whole.budget
    money = f"{budget}万元" if budget is not None else ""
    tasks = facts.tasks.items
    several = len(tasks) > 1 and facts.tasks.agree
    work = f"{count(len(tasks), '子项目项数')}项任务" if several else "工作任务"
    told = any("评价对象" in passage.text.text for passage in facts.form.passages)
    return f"{'评价范围' if told else '评价对象'}为项目{year}预算资金{money}及其安排的{work}。"


def principles(facts: Facts) -> str:
    """By what principles, documents, methods and standard."""
    documents = f"依据{basis(facts)}，" if facts.source in ("computed", "none") else ""
    standard = "，以年度指标值为评价标准" if facts.compared else ""
    return f"评价遵循科学公正、统筹兼顾、激励约束、公开透明的原则，{documents}采用{_compared_by(facts)}{standard}。"


def _compared_by(facts: Facts) -> str:
    """The method as it was applied: where every indicator is a number or a date, nothing was judged by quality."""
    rows = [row for row in facts.rows if row.compared or row.judged.points]
    worded = sum(row.worded or not row.compared for row in rows)
    if not rows or 0 < worded < len(rows):
        return "定量与定性评价相结合的比较法"
    return f"比较法进行{'定性' if worded else '定量'}评价"


def basis(facts: Facts) -> str:
    """The documents that the rules stand on and that were read, the nearest first; never one that nobody has read."""
    policy = facts.policy
    said = "、".join(f"《{one.title}》（{one.number}）" for one in cited_documents(policy)[:2])
    return quoted(said or "《项目支出绩效评价管理办法》（财预〔2020〕10号）", "评价依据", policy.id)


def system(facts: Facts) -> str:
    """What the indicators are and what each part of them is worth."""
    groups = _weights(facts)
    if not facts.rows:
        return ""
    number = f"其中三级指标{count(len(facts.rows), '三级指标项数')}项{see('form_table')}"
    if not groups:
        levels = "、".join(dict.fromkeys(row.level1 for row in facts.rows))
        return f"评价指标体系包括{levels}，{number.removeprefix('其中')}。"
    names, points = [one for one, _ in groups], [one for _, one in groups]
    if len(names) == 1:
        return f"评价指标体系由{names[0]}构成，共{points[0]}，{number}。"
    joined = f"{'、'.join(names[:-1])}和{names[-1]}"
    worth = f"{'、'.join(points[:-1])}和{points[-1]}"
    if facts.unbalanced:  # no weight that is to be changed stands in a paper
        return f"评价指标体系由{joined}组成{_unbalanced(facts)}，{number}。"
    return f"评价指标体系由{joined}组成，分值分别为{worth}，共{_whole(facts)}分，{number}。"


def _unbalanced(facts: Facts) -> str:
    """The points do not come to what they should: all that is reckoned from them is to be settled."""
    full, points = facts.policy.number("weights.total"), facts.points_together.number
    asked = f"各项分值合计{plain(points)}分，总分应为{plain(full)}分，核定后写明各项分值并重新计分"
    return to_settle(asked, place_of(facts.form.total_points) or "自评表“分值”")


def _weights(facts: Facts) -> list[tuple[str, str]]:
    found = [("预算执行率", f"{facts.funds.points}分")] if facts.funds.counts and facts.funds.points else []
    return [*found, *((one.name, f"{one.points}分") for one in facts.groups)] if facts.scored else []


def _whole(facts: Facts) -> str:
    return str(facts.points_together)


def scoring(facts: Facts) -> str:
    """How each kind of indicator was scored, and the grades; only what this evaluation used."""
    if facts.source != "computed" or not facts.scored:
        return ""
    said = [
        sentence
        for sentence in (_execution(facts), _quantities(facts), _times(facts), _tiers(facts), _judged(facts))
        if sentence
    ]
    text = "".join(f"{one}。" for one in said)
    return quoted(text, "评价政策的计分方法", facts.policy.id) + grades(facts)


def _execution(facts: Facts) -> str:
    if not facts.funds.counts:
        return ""
    if facts.funds.proportional:
        capped = "，最高不超过分值" if facts.funds.overrun is not None else ""
        return f"预算执行率按执行率乘以分值记分{capped}"
    steps = facts.policy.values("execution.steps")
    said = "，".join(
        f"{_from(low, at, steps)}的记分值的{plain(share)}%" for at, (low, share) in enumerate(steps)
    )
    return f"预算执行率分档记分，{said}"


def _from(low: object, at: int, steps: tuple[tuple[object, object], ...]) -> str:
    if at == 0:
        return f"执行率{low}%"
    if low == 0:
        return f"不足{steps[at - 1][0]}%"
    return f"{low}%（含）至{steps[at - 1][0]}%"


def _quantities(facts: Facts) -> str:
    rows = [row for row in facts.rows if row.aim.kind is Kind.NUMBER and row.compared]
    if not rows:
        return ""
    policy = facts.policy
    growing = _LESS_REACHED[policy.word("quantitative.at_least")]
    if policy.number("quantitative.pass_mark"):
        mark = plain(policy.number("quantitative.pass_mark"))
        growing = f"完成率不足{mark}%的不得分，其余按完成率记分"
    text = f"定量指标完成年度指标值的记满分，{growing}"
    if any(row.limit for row in rows):
        text += f"；以不超过为目标的指标，{_MORE_SPENT[policy.word('quantitative.at_most')]}"
    if policy.word("satisfaction.method") == "steps" and any(row.satisfaction for row in rows):
        text += "；满意度指标按满意度分档记分"
    return text


def _times(facts: Facts) -> str:
    if not any(row.timed for row in facts.rows):
        return ""
    return f"时限指标按期完成的记满分，{_LATER[facts.policy.word('quantitative.late')]}"


def _tiers(facts: Facts) -> str:
    if not any(row.aim.kind is Kind.TEXT and row.compared for row in facts.rows):
        return ""
    policy = facts.policy
    full, partial = policy.values("qualitative.full")[0], policy.values("qualitative.partial")[0]
    return (
        "定性指标按达成年度指标、部分达成年度指标并具有一定效果、未达成年度指标且效果较差三档，"
        f"分别在分值的{plain(full)}%（含）至100%、{plain(partial)}%（含）至{plain(full)}%、{plain(partial)}%以下记分"
    )


def _judged(facts: Facts) -> str:
    said = []
    if any(row.judged.points for row in facts.rows):
        said.append("设有评价要点的指标按符合要点的项数记分")
    if any(row.indicator and row.judged.reviewers for row in facts.rows) or any(
        row.score.method == METHOD for row in facts.scoring.indicators
    ):
        said.append("由评委评分的指标以评委评分为准")
    return "，".join(said)


def grades(facts: Facts) -> str:
    """总分90分（含）以上为优 …"""
    bands = facts.policy.values("grades.bands")
    if facts.source != "computed" or not facts.scored:
        return ""
    said = (f"{band(bands, turn)}为{word}" for turn, (_, word) in enumerate(bands))
    return quoted(f"总分{'，'.join(said)}。", "评价政策的等级", facts.policy.id)


def organiser(facts: Facts) -> str:
    """Who organised it: whom the form names, else the department or, of a self-evaluation, the implementer."""
    named = facts.fact("评价部门") or facts.fact("评价单位")
    own = facts.project.supervisor if facts.department else facts.project.implementer
    return named or own or marker("组织评价的单位", facts.where("评价部门"))


def process(facts: Facts) -> str:
    """Who evaluated, and what was done: figures checked, papers gathered, people asked."""
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
    told = (
        "".join(f"{'一二三四五六'[at]}是{step}。" for at, step in enumerate(steps)) if len(steps) > 1 else ""
    )
    on = "在此基础上" if told else ""  # what is not told is no ground to stand on
    by = "对照年度指标值" if not told and facts.scored else ""
    end = f"{on}{by}逐项评分，形成本报告。" if facts.scored else f"{on}对照绩效目标逐项分析，形成本报告。"
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
    found = ["核对预算执行数据"] if facts.funds.known else []
    if facts.evidence:
        found.append(_papers(facts))
    if facts.survey and (text := sample(facts.survey)):
        found.append(f"问卷调查，{text}")
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
        return f"访谈，共{count(len(facts.talks), '访谈次数')}次，包括{said}"
    return f"访谈，{said}"
