"""绩效评价工作开展情况: why, what of, and by what principles, documents and indicators."""

from __future__ import annotations

from jxbook.document.marks import quoted
from jxbook.facts.everything import Facts
from jxbook.facts.project import cited_documents
from jxbook.facts.sourced import count, place_of
from jxbook.facts.words import to_settle
from jxbook.report.refs import see
from jxbook.values import plain


def purpose(facts: Facts) -> str:
    """Why it was evaluated."""
    return f"评价旨在检验{facts.what}绩效目标的完成情况和资金的使用效果，查找问题，改进管理，为编制以后年度预算提供依据。"


def scope(facts: Facts) -> str:
    """What was evaluated; the scope of it, where staff say the object themselves."""
    year = f"{quoted(str(facts.year), '评价年度', facts.where('评价年度'))}年度" if facts.year else "本年度"
    budget = facts.funds.whole.budget
    money = f"{budget}万元" if budget is not None else ""
    tasks = facts.tasks.items
    several = len(tasks) > 1 and facts.tasks.agree
    work = f"{count(len(tasks), '子项目项数')}项任务" if several else "工作任务"
    told = any("评价对象" in passage.text.text for passage in facts.form.passages)
    stated = any(each.budget or each.spent for each in (facts.funds.whole, *facts.funds.sources))
    funds = f"预算资金{money}及其" if stated else ""  # else the form says nothing of money
    return f"{'评价范围' if told else '评价对象'}为{facts.what}{year}{funds}安排的{work}。"


def principles(facts: Facts) -> str:
    """By what principles, documents, methods and standard."""
    return f"评价遵循科学公正、统筹兼顾、激励约束、公开透明的原则，{_by(facts)}。"


def methods(facts: Facts) -> str:
    """By what documents, methods and standard, where an outline tells the principles on their own."""
    return f"评价{_by(facts)}。"


def _by(facts: Facts) -> str:
    by = "参照" if facts.whole_department else "依据"
    documents = f"{by}{basis(facts)}，" if facts.source in ("computed", "none") else ""
    standard = "，以年度指标值为评价标准" if facts.compared else ""
    return f"{documents}采用{_compared_by(facts)}{standard}"


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
    return quoted(said or "《项目支出绩效评价管理办法》（财预〔2020〕10号）", "评价依据", policy.called)


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
