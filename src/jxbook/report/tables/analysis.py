"""The tables of the text: money by task, what was scored, what it cost."""

from __future__ import annotations

from collections.abc import Sequence

from jxbook.document.blocks import Align, Table, TableCell
from jxbook.document.marks import bare
from jxbook.facts.costs import summed
from jxbook.facts.everything import Facts
from jxbook.facts.sourced import Sourced, total
from jxbook.values.rounding import decimals

MONEY, POINTS = "单位：万元", "单位：分"
_PLACES = 2
_MANY = 8
"""Columns from which a table is set in smaller type."""


def task_table(facts: Facts) -> Table | None:
    """Budget and spending of each task; None unless several tasks left money and all add up."""
    tasks = facts.tasks
    if len(tasks.leaving) < 2:
        return None
    known = [(one, one.budget, one.spent) for one in tasks.items]
    money = [(one, budget, spent) for one, budget, spent in known if budget is not None and spent is not None]
    money.sort(key=lambda row: -(row[1].number - row[2].number))
    places = _places([number for _, budget, spent in money for number in (budget, spent, budget - spent)])
    many = len(tasks.told) < len(tasks.leaving)  # then the text leaves causes out
    rows = [
        (
            one.name,
            budget.fixed(places),
            spent.fixed(places),
            one.rate.percent_fixed() if one.rate is not None else "—",
            (budget - spent).fixed(places),
            *((one.short or "—",) if many else ()),
        )
        for one, budget, spent in money
    ]
    budgets, spents = (
        total((row[1] for row in money), "预算合计"),
        total((row[2] for row in money), "支出合计"),
    )
    if budgets is None or spents is None:
        return None
    rate = (spents / budgets).percent_fixed() if budgets.number else "—"
    rows.append(
        (
            "合计",
            budgets.fixed(places),
            spents.fixed(places),
            rate,
            (budgets - spents).fixed(places),
            *(("",) if many else ()),
        )
    )
    heads = ("任务", "预算", "支出", "支出率", "未支出", *(("未支出原因",) if many else ()))
    widths = (196, 100, 100, 108, 100, 280) if many else (332, 138, 138, 138, 138)
    return text_table("各项任务资金使用情况", MONEY, heads, widths, rows, left=(0, 5) if many else (0,))


def score_summary(facts: Facts) -> Table | None:
    """分值, 得分, 得分率 and 扣分 of the 执行率 and each 一级指标; None while there is no total, and where no point is lost."""
    if not facts.losses or facts.total is None or facts.source != "computed" or not facts.scored:
        return None
    lines: list[tuple[str, Sourced, Sourced]] = []
    if facts.funds.counts and facts.funds.points is not None and facts.funds.earned is not None:
        lines.append(("预算执行率", facts.funds.points, facts.funds.earned))
    lines += [(one.name, one.points, one.earned) for one in facts.groups if one.earned is not None]
    if len(lines) < 2:
        return None
    rows = [_score_line(name, points, earned) for name, points, earned in lines]
    points = facts.points_together
    earned = facts.total if not facts.scoring.converted else total((line[2] for line in lines), "得分合计")
    if earned is not None:
        rows.append(_score_line("合计", points, earned))
    heads = ("指标", "分值", "得分", "得分率", "扣分")
    return text_table("得分情况", POINTS, heads, (284, 150, 150, 150, 150), rows, left=(0,))


def _score_line(name: str, points: Sourced, earned: Sourced) -> tuple[str, ...]:
    rate = (earned / points).percent_fixed() if points.number else "—"
    return name, points.fixed(), earned.fixed(), rate, (points - earned).fixed()


def cost_table(facts: Facts) -> Table | None:
    """Costs at the planned and at the real quantity, price and volume apart."""
    costs = facts.costs
    if not costs:
        return None
    money = [number for one in costs for number in (one.planned_price, one.price)]
    sums = [number for one in costs for number in (one.planned, one.standard, one.spent)]
    unit_places, places = _places(money), _places(sums)
    rows = [
        (
            f"{one.name}（{one.unit}）" if one.unit else one.name,
            str(one.planned_quantity),
            str(one.quantity),
            one.planned_price.fixed(unit_places),
            one.price.fixed(unit_places),
            *(
                number.fixed(places)
                for number in (one.planned, one.standard, one.spent, one.volume_effect, one.price_effect)
            ),
        )
        for one in costs
    ]
    if len(costs) > 1:
        names = ("planned", "standard", "spent", "volume_effect", "price_effect")
        rows.append(("合计", "", "", "", "", *(summed(costs, name).fixed(places) for name in names)))
    heads = (
        "任务",
        "计划量",
        "实际量",
        "计划单位\n成本",
        "实际单位\n成本",
        "年初计划\n成本",
        "实际量按\n计划单位成本",
        "实际成本",
        "完成量\n影响",
        "单位成本\n影响",
    )
    return text_table("成本比较", MONEY, heads, (140, 62, 62, 80, 80, 92, 108, 92, 84, 84), rows, left=(0,))


def _places(numbers: Sequence[Sourced]) -> int:
    """The decimals of a column: those of its longest number, two at least."""
    longest = max((decimals(one.number) for one in numbers), default=0)
    return min(max(_PLACES, longest), 6)


def text_table(
    caption: str,
    unit: str,
    heads: Sequence[str],
    widths: Sequence[int],
    rows: Sequence[Sequence[str]],
    left: tuple[int, ...],
) -> Table:
    """A table of the text: numbers at the right, words at the left, its label to be given."""
    body = [
        tuple(
            [
                TableCell(
                    text,
                    align=Align.LEFT if at in left else Align.RIGHT if _is_number(text) else Align.CENTER,
                )
                for at, text in enumerate(row)
            ]
        )
        for row in rows
    ]
    head = tuple(map(TableCell, heads))
    return Table(
        caption,
        "",
        tuple(widths),
        (head, *body),
        header_rows=1,
        label="表",
        unit=unit,
        small=len(heads) > _MANY,
    )


def _is_number(text: str) -> bool:
    return bare(text).lstrip("-").rstrip("%").replace(".", "", 1).isdigit()
