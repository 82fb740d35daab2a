"""得分情况、扣分情况: the points that the indicators and the 执行率 earned, and those that were lost."""

from __future__ import annotations

from jxbook.document.marks import bare
from jxbook.facts.everything import Facts
from jxbook.facts.losses import Loss
from jxbook.facts.sourced import Sourced, count, total
from jxbook.pattern import pattern
from jxbook.report.refs import see

MOST_LOSSES = 3
"""Losses that are called the main ones."""
_FEWEST, _SHORT, _MOST_NAMED = 4, 30, 8
"""Characters of a cause that goes into a list; of more losses than are named only the first ones are."""
_PARTED = pattern("[，、；]")
"""What a cause of a list does not hold: nobody would see where the next one begins."""


def scores(facts: Facts) -> str:
    """得分情况: what met and missed rows and the 执行率 earned."""
    if not facts.scored or facts.source != "computed" or facts.open:
        return ""
    full = [row for row in facts.met if row.points is not None and row.lost is None]
    open_ = [row for row in full if facts.is_disputed(row)]
    met = [row for row in full if not facts.is_disputed(row)]
    less = [row for row in facts.rows if row.lost is not None]
    said = []
    if met and (
        points := total((row.earned for row in met if row.earned is not None), "得满分的指标得分合计")
    ):
        said.append(f"得满分的指标{count(len(met), '得满分的指标项数')}项，共{points}分")
    if less:
        whole = total((row.points for row in less if row.points is not None), "扣分的指标分值合计")
        earned = total((row.earned for row in less if row.earned is not None), "扣分的指标得分合计")
        said.append(f"扣分的指标{count(len(less), '扣分的指标项数')}项，分值{whole}分，得{earned}分")
    if open_ and (points := total((row.earned for row in open_ if row.earned is not None), "待核定得分合计")):
        said.append(f"待核定的指标{count(len(open_), '待核定的指标项数')}项，按填报得{points}分")
    if facts.funds.counts and facts.funds.earned is not None:
        said.append(f"预算执行率分值{facts.funds.points}分，得{facts.funds.earned}分")
    if not said:
        return ""
    own = see("form_table", "各项指标得分见{}")
    where = "，".join(filter(None, (see("score_summary", "分类得分见{}"), own))) if facts.losses else own
    return f"{'；'.join(said)}。{_seen(where)}"


def _seen(where: str) -> str:
    return f"{where}。" if where else ""


def deductions(facts: Facts) -> str:
    """扣分情况: the main losses, the rest in a sentence; their causes stand in the table."""
    losses = facts.losses
    if facts.total is None or facts.source != "computed" or not losses:
        return ""
    whole = lost_by(losses, "扣分合计")
    head = f"全部扣分{whole}分，涉及{count(len(losses), '扣分项数')}项"
    top = losses[:MOST_LOSSES] if len(losses) > MOST_LOSSES + 1 else losses
    rest = losses[len(top) :]
    named = "、".join(f"{one.name}扣{one.lost}分" for one in top)
    main = (
        f"扣分较多的{count(len(top), '扣分较多的项数')}项，依次为{named}"
        if rest
        else f"{'依次为' if len(top) > 1 else '为'}{named}"
    ) + _causes(top, facts)
    if rest:
        said = f"{head}。{main}。"
        most = len(rest) if len(rest) <= _MOST_NAMED else MOST_LOSSES
        others = "、".join(f"{one.name}扣{one.lost}分" for one in rest[:most])
        order = "依次为" if most == len(rest) else "其中"
        said += f"其余{count(len(rest), '其余扣分项数')}项共扣{lost_by(rest, '其余扣分合计')}分，{order}{others}。"
    else:
        said = f"{head}，{main}。"
    return said + see("loss_table", "扣分原因和整改措施见{}。")


def _causes(losses: tuple[Loss, ...], facts: Facts) -> str:
    """，原因分别为…、…, where each has one that goes whole into a list; else the table alone tells them."""
    causes = [_cause(one, facts) for one in losses]
    if len(losses) > MOST_LOSSES or not all(_FEWEST <= len(bare(one)) <= _SHORT for one in causes):
        return ""
    if len(causes) == 1:  # that money was not spent says no more than the 执行率
        return f"，原因是{causes[0]}" if losses[0].row is not None else ""
    if any(_PARTED.search(one) for one in causes):
        return ""
    return f"，原因分别为{'、'.join(causes)}"


def _cause(one: Loss, facts: Facts) -> str:
    """Why it was lost, whole, of a tier what was not done; of the 执行率 how much of how many tasks is left."""
    if one.row is not None:
        return one.row.short_cause if one.row.worded else one.row.cause
    number = len(facts.tasks.leaving)
    of = f"{count(number, '有未支出资金的任务项数')}项任务共" if number > 1 else ""
    return f"{of}{facts.tasks.left_together or facts.funds.left}万元未支出" if facts.funds.left else ""


def lost_by(losses: tuple[Loss, ...], name: str) -> Sourced:
    """The points of these losses, under a name of their own."""
    whole = total((one.lost for one in losses), name)
    assert whole is not None
    return whole
