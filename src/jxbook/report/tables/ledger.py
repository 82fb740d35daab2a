"""The deduction ledger: each point lost with its cause in full and its measure, as staff wrote them."""

from __future__ import annotations

from collections.abc import Sequence

from jxbook.document.blocks import Table
from jxbook.document.marks import bare
from jxbook.facts.everything import Facts
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.losses import Loss
from jxbook.facts.sourced import Sourced, count, total
from jxbook.report.sentences.causes import OURS
from jxbook.report.sentences.grounds import only_seen
from jxbook.report.sentences.row_advice import from_cause
from jxbook.report.tables.analysis import POINTS, text_table
from jxbook.values.numerals import in_chinese

_LONGEST = 45
"""Characters of a cause or a measure that its cell takes whole."""


def loss_table(facts: Facts) -> Table | None:
    """Each point lost, why, and what is done about it until when; None without any."""
    if facts.total is None or facts.source != "computed" or not facts.losses:
        return None
    rows = [
        (
            str(at),
            one.name,
            one.points.fixed(),
            one.lost.fixed(),
            (_cause(one.row) if one.row is not None else _unspent(facts)) or "见正文",
            _measure(one, facts),
        )
        for at, one in enumerate(facts.losses, 1)
    ]
    whole = total((one.lost for one in facts.losses), "扣分合计")
    if len(rows) > 1 and whole is not None:
        rows.append(("", "合计", "", whole.fixed(), "", ""))
    heads = ("序号", "指标", "分值", "扣分", "扣分原因", "整改措施和时限")
    return text_table("扣分原因和整改措施", POINTS, heads, (60, 160, 80, 76, 266, 242), rows, left=(1, 4, 5))


def _cause(row: IndicatorFacts) -> str:
    """All that staff say of it; of what no cell takes, a qualitative row tells what was not done."""
    own = () if only_seen(row) else row.reason.causes
    if not own:
        return _whole_parts(row.judged.notes, "；")
    if row.worded and len(row.reason.cause) > _LONGEST:
        return row.short_cause
    return row.cite(_whole_parts(own, "，"))


def _whole_parts(parts: Sequence[str], mark: str) -> str:
    """The parts that go into a cell, none of them cut: the first always."""
    said = ""
    for one in parts:
        longer = f"{said}{mark}{one}" if said else one
        if said and len(bare(longer)) > _LONGEST:
            break
        said = longer
    return said


def _unspent(facts: Facts) -> str:
    """What each task left, the small ones of many summed; of money not told by task why it was left."""
    left, tasks = facts.funds.left, facts.tasks
    if left is None:
        return ""
    leaving = tasks.leaving
    if len(leaving) == 1:
        why = f"，{leaving[0].short}" if leaving[0].short else ""
        return f"{leaving[0].name}未支出{left}万元{why}"
    if not leaving:
        reason = facts.why_left.reason
        return f"未支出{left}万元" + (f"，{reason}" if reason and len(bare(reason)) <= _LONGEST else "")
    said = "、".join(f"{task.name}{task.left}万元" for task in tasks.told)
    others = leaving[len(tasks.told) :]
    rest: Sourced | None = total((one.left for one in others if one.left is not None), "其余任务未支出合计")
    more = f"、其余{count(len(others), '其余任务项数')}项{rest}万元" if others and rest is not None else ""
    return f"未支出{left}万元，其中{said}{more}"


def _measure(one: Loss, facts: Facts) -> str:
    """The measure as staff wrote it, else the one that follows from the cause; of a long one until when, and where it
    stands in full."""
    row = one.row
    found = [
        (at, problem)
        for at, problem in enumerate(facts.problems, 1)
        if (problem.carried is not None if row is None else any(each is row for each in problem.rows))
    ]
    own = row.measure if row is not None else ""
    if not found:
        return own or "—"
    number = "、".join(in_chinese(at) for at, _ in found)
    see = f"见有关建议第{number}项" if len(facts.problems) > 1 else "见有关建议"
    if row is None:
        return see
    if not own:
        follows = from_cause(found[0][1], facts)
        return f"{OURS}{follows}，{see}" if follows and len(bare(follows)) <= _LONGEST else see
    if len(bare(own)) > _LONGEST:
        return f"{row.cite(row.reason.due)}，{see}" if row.reason.due else see
    return own if row.reason.ahead else f"{own}，后续{see}"
