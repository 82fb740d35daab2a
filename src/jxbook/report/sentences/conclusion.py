"""综合评价情况及评价结论: score and grade, then execution, what was reached, what was lost and where."""

from __future__ import annotations

from decimal import Decimal

from jxbook.document.marks import bare
from jxbook.facts.everything import Facts
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.losses import Loss
from jxbook.facts.sourced import count, place_of
from jxbook.facts.words import marker, several
from jxbook.report.sentences.changes import changes
from jxbook.report.sentences.grounds import all_alike, how_many_reached
from jxbook.report.sentences.missed import apart_in, befallen, gap, missed_told, missed_yes, nothing_done
from jxbook.report.sentences.naming import (
    amount,
    not_reached,
    result,
    thing,
    whole_percent,
    without_repeated_verbs,
)
from jxbook.report.sentences.points import MOST_LOSSES, lost_by
from jxbook.report.sentences.problems import all_gaps
from jxbook.report.sentences.scales import values_not_given
from jxbook.report.sentences.score import score
from jxbook.values import Kind

_MOST_RESULTS, _MOST_ALIKE, _FEW = 5, 3, 4
_ENOUGH = Decimal("0.75")
_BEYOND = Decimal("1.1")


def conclusion(facts: Facts, *, brief: bool = False) -> str:
    """The conclusion in one paragraph; `brief` for an abstract: score, grade and how many targets were reached."""
    said = [f"{score(facts)}{'' if brief else values_not_given(facts)}"]
    if not brief:
        said += ["，".join(one for one in (_results(facts), _exceeded(facts)) if one)]
    said += [tally(facts)]
    if not brief:
        said += [_shortfalls(facts), _admitted(facts)]
    return "".join(f"{one}。" for one in said if one)


def _results(facts: Facts) -> str:
    """What was spent and what came of it: quantities and benefits, then rates of 100 %."""
    funds = facts.funds
    mixed = any(
        one.unit for one in facts.disputes
    )  # said where the money is told, and no result until settled
    spent = None if funds.doubtful or mixed else funds.whole.spent
    head = f"{facts.what}全年支出{spent}万元" if spent is not None else ""
    if head and funds.overrun is not None:
        head += f"，超出全年预算{funds.overrun}万元"
    counted = [row for row in facts.rows if _tells(row) and facts.denial(row) is None]
    alike = len({row.level2 for row in facts.rows}) == 1  # the analysis tells all of them in one sentence
    counted = counted[: _MOST_ALIKE if alike else _MOST_RESULTS]
    full = [row for row in facts.met if whole_percent(row) and facts.denial(row) is None]
    said = without_repeated_verbs([result(row) for row in counted])
    if full and full[0].value is not None:
        names = "、".join(row.name for row in full[:_MOST_RESULTS])
        said.append(f"{names}{'均' if len(full) > 1 else ''}为{amount(full[0], full[0].value)}")
    rates = [row for row in facts.met if _rate_reached(row, facts)]
    said += [result(row) for row in rates[: max(0, _FEW - len(said))]]
    if not said and not facts.without_results:
        return ""
    return "，".join(one for one in (head, *said) if one)


def _rate_reached(row: IndicatorFacts, facts: Facts) -> bool:
    """Is it a rate of benefit or satisfaction that was reached, below 100 %, and that nothing else contradicts?"""
    disputed = facts.survey is not None and facts.survey.row is row and facts.survey.contradicts
    return (
        row.part == "效益"
        and row.compared
        and row.percent
        and row.value is not None
        and not (row.limit or changes(row) or whole_percent(row) or disputed)
        and facts.denial(row) is None
    )


def _tells(row: IndicatorFacts) -> bool:
    """Is it a count of what was done or what came of it?"""
    return (
        row.settled
        and row.compared
        and row.aim.kind is Kind.NUMBER
        and not row.percent
        and not row.cost
        and row.value is not None
        and not (row.limit and row.missed)
        and not (row.missed and not row.value.number)
        and not row.name.endswith("率")
    )


def _exceeded(facts: Facts) -> str:
    """Those that passed their target by a tenth and more; no merit where the target was left behind by the budget."""
    rows = [
        row
        for row in facts.rows
        if _tells(row)
        and not row.limit
        and row.completion
        and row.completion >= _BEYOND
        and facts.denial(row) is None
        and not any(behind.row is row for behind in all_gaps(facts))
    ]
    if not rows:
        return ""
    names = "、".join(row.name for row in rows[:3])
    shares = [
        (row.gap / row.low).percent()
        for row in rows[:3]
        if row.gap is not None and row.low is not None and row.low.number
    ]
    if len(shares) < 2:
        return f"{names}超出年度指标值{shares[0]}" if shares else ""
    return f"{names}分别超出年度指标值{'、'.join(shares[:-1])}和{shares[-1]}"


def tally(facts: Facts) -> str:
    """12项指标中，6项达到年度指标值，6项未达到; of those that go by 评价要点, how many lost points."""
    if not facts.compared:
        return _lost_tally(facts)
    rows = [row for row in facts.rows if row.has_target and row.compared]
    judged = [row for row in facts.rows if row.judged.points]
    said = [_compared_tally(rows, facts)]
    if judged:
        number = count(len(judged), "按评价要点评定的指标项数")
        losing = [row for row in judged if row.lost is not None]
        lost = f"{count(len(losing), '按评价要点评定而扣分的指标项数')}项扣分" if losing else "未扣分"
        said.append(f"按评价要点评定的{number}项指标{'中，' if losing else ''}{lost}")
    return "；".join(one for one in said if one)


def _compared_tally(rows: list[IndicatorFacts], facts: Facts) -> str:
    settled = [row for row in rows if row.settled or row.missed]
    waiting = len(rows) - len(settled)
    number = count(len(rows), "有年度指标值的指标项数")
    if not waiting and (alike := all_alike(settled, facts)):
        losing = facts.losses or facts.disputed_rows or any(row.missed for row in rows)
        end = "，未扣分" if facts.scored and not losing else ""
        return f"{f'{number}项' if len(rows) > 1 else ''}指标{alike}{end}"
    said = how_many_reached(settled, facts)
    if waiting and facts.source == "none" and facts.without_results:
        what = f"{waiting}项指标的实际完成值，填写后写明达到年度指标值的项数"
        cells = "、".join(filter(None, (place_of(row.indicator.actual) for row in rows)))
        return marker(what, cells or "自评表“实际完成值”")
    if waiting and settled:
        open_ = "不能比较" if any(row.has_actual for row in rows if not row.settled) else "待补充"
        said.append(f"{count(waiting, f'实际完成值{open_}的指标项数')}项实际完成值{open_}")
    return f"{number}项指标中，{'，'.join(said)}" if said else ""


def _lost_tally(facts: Facts) -> str:
    if not facts.scored or facts.total is None:
        return ""
    number, losing = len(facts.rows), [row for row in facts.rows if row.lost is not None]
    if not losing:
        return f"{count(number, '指标项数')}项指标均未扣分"
    return f"{count(number, '指标项数')}项指标中，{count(len(losing), '扣分的指标项数')}项扣分"


def _shortfalls(facts: Facts) -> str:
    """The fewest deductions that make up three quarters, three at most, and what they cost."""
    if facts.total is None or not facts.losses:
        return ""
    top = top_losses(facts)
    said = "；".join(_shortfall(one, facts) for one in top)
    lost, whole = lost_by(top, "主要扣分合计"), lost_by(facts.losses, "扣分合计")
    if len(facts.losses) == 1:
        return f"主要差距是{said}，扣{lost}分"
    head = f"主要差距在{several(len(top))}个方面：{said}" if len(top) > 1 else f"主要差距是{said}"
    all_of_them = f"{several(len(top))}项共扣" if len(top) > 1 else "该项扣"
    if lost.number == whole.number:
        return f"{head}。{all_of_them}{lost}分"
    return f"{head}。{all_of_them}{lost}分，占全部扣分的{(lost / whole).percent()}"


def _admitted(facts: Facts) -> str:
    """此外，1座小桥推迟通车: what staff admit elsewhere and no indicator measures, unless it was put right since."""
    loose = [each for one in facts.problems if not one.rows for each in one.admitted if not each.settled]
    said = [
        f"{each.called}本年度没有支付"
        if each.deferred
        else each.called
        if bare(each.text).startswith(bare(each.called))
        else each.text
        for each in loose[:MOST_LOSSES]
    ]
    return f"此外，{'；'.join(said)}" if said else ""


def top_losses(facts: Facts) -> tuple[Loss, ...]:
    """The fewest losses that make up three quarters of all, three at most."""
    whole = sum(one.lost.number for one in facts.losses)
    found: list[Loss] = []
    for one in facts.losses[:MOST_LOSSES]:
        if found and sum(each.lost.number for each in found) >= whole * _ENOUGH:
            break
        found.append(one)
    return tuple(found)


def _shortfall(one: Loss, facts: Facts) -> str:
    row, funds = one.row, facts.funds
    if row is None:
        rate = funds.rate.as_rate(funds.places) if funds.rate is not None else ""
        return f"预算执行率{rate}，未支出{funds.left}万元" if funds.left is not None else f"预算执行率{rate}"
    if facts.denial(row) is not None:
        return f"{row.name}未按目标完成"
    if row.reduced:
        return f"{result(row)}，未得满分"
    if row.aim.kind is Kind.YES_NO and row.compared:
        return missed_yes(row)
    if row.worded and row.compared:
        return not_reached(row)
    if row.compared and befallen(row):
        return f"发生{result(row)}"
    if row.compared and nothing_done(row):
        return missed_told(row, facts)
    if row.compared and changes(row) and row.gap is not None:
        return f"{result(row)}，与目标相差{apart_in(row)}"
    if row.compared and (said := gap(row)):
        return f"{thing(row)}比目标{said}"
    return row.name if row.compared else f"{row.name}扣分"
