"""Rows and forms to score, from tables."""

from __future__ import annotations

from decimal import Decimal

from jxbook.form import Entry, Form, Funding, FundingRow, Goal, Indicator, Project, Records, Review
from jxbook.policy import Policy, load_policy
from jxbook.scoring import RowScore, score_row
from jxbook.values import read_actual, read_target

MOF = load_policy("mof-2020-10")


def cells(table: str) -> list[list[str]]:
    """The lines of a table, cut at |."""
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def row(
    policy: Policy, target: str, actual: str, points: str | int = 10, labels: tuple[str, ...] = ()
) -> RowScore:
    """A row of 2024."""
    return score_row(read_target(target), read_actual(actual), Decimal(points), policy, labels, 2024)


def form(
    table: str,
    budget: object = 10,
    spent: object = 10,
    points: object = None,
    *,
    facts: dict[str, object] | None = None,
    reviews: dict[str, list[object]] | None = None,
) -> Form:
    """A form of 2024; a line of the table is 三级指标 | target | actual | 分值 | 得分 | 二级指标."""
    indicators = []
    for line in cells(table):
        name, target, actual, full, earned, level2 = [*line, *[""] * (6 - len(line))]
        texts = (name, target, actual, full, earned)
        indicators.append(
            Indicator.read(Entry(), Entry(level2 or None), *(Entry(one or None) for one in texts))
        )
    money = FundingRow("年度资金总额", Entry(), Entry(budget), Entry(spent))  # type: ignore[arg-type]
    return Form(
        "自评表",
        2024,
        "",
        Project(facts={label: Entry(value) for label, value in (facts or {}).items()}),  # type: ignore[arg-type]
        Funding(money, points=Entry(points)),  # type: ignore[arg-type]
        Goal(),
        tuple(indicators),
        records=Records(
            reviews=tuple(
                Review(Entry(name), tuple(Entry(score) for score in scores))  # type: ignore[arg-type]
                for name, scores in (reviews or {}).items()
            )
        ),
    )
