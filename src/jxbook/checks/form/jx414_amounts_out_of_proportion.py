"""JX414 金额相差约一万倍

查什么
    资金栏的金额，与同一行的其他数、年度资金总额、子项目合计、成本效益的数量乘以单位成本、文字和成本指标中写的金额相比，
    有没有相差约一万倍；成本一类指标的完成值与上年完成值相比，有没有相差约一万倍。

为什么
    多半是元和万元弄混了。金额大了一万倍，执行率可能照样是100%，得分看不出毛病，报告里的钱却全是错的。

示例
    会报：年度资金总额：10、10、95211.8
    不报：年度资金总额：10、10、9.52118

怎么改
    换算成表头的单位，只填数字；其他地方写错的，改那一处。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：数据真实；部门评价、财政评价：报告应当依据充分、客观公正）
    假定：相差约一万倍即认为单位弄混，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, error
from jxbook.checks.wording import figure
from jxbook.dataclass import dataclass
from jxbook.form import Entry, amount, yuan_in
from jxbook.pattern import pattern
from jxbook.prose import Figure, figured_clauses, figures
from jxbook.values import Kind, read_actual

_TIMES = Decimal(10_000)
_NO_TEXT_BELOW = Decimal(10_000)
"""Of 元: a smaller sum in a text is hardly what a project has."""
_MAY_BE_LARGE = pattern(r"[万亿千百]余?元|\d[\d,]{4}")
"""Without a number of five digits, or one counted in 万元, 千元 or the like, a text tells no such sum."""
_OF_THE_PROJECT = pattern(r"预算|资金|经费|投入|投资|支出|支付|执行|安排|拨付|批复|下达|总额|到位")
_OF_A_PART = pattern(r"人均|每|单价|标准|平均|/|／")
_LOOSE, _CLOSE, _SAME = Decimal(5), Decimal(2), Decimal("1.005")


@dataclass(frozen=True, slots=True)
class _Sum:
    """An amount in the form's unit, and what it is called; `near`: how many times off a ten thousandth of it may be."""

    name: str
    amount: Decimal
    near: Decimal


def check(case: Case) -> Iterator[Flaw]:
    said: set[str] = set()
    for name, entry, stated, other in (*_in_the_money_block(case), *_against_the_rest(case)):
        if not _mixed_up(stated, other.amount, other.near):
            continue
        key = str(entry.cell or name)
        if key in said:
            continue
        said.add(key)
        unit = case.form.funding.unit
        yield error(
            entry,
            f"{name}{figure(stated)}{unit}，{other.name}{figure(other.amount)}{unit}，相差约一万倍",
            f"多半是元和万元弄混了；{grounds.TRUE.cite(case.policy)}",
            _fix(name, stated, other.amount, unit),
        )
    yield from _against_last_year(case)


def _mixed_up(one: Decimal, other: Decimal, near: Decimal) -> bool:
    """Is one of two amounts ten thousand times the other, `near` enough?"""
    times = one / other if one > other else other / one
    return _TIMES / near <= times <= _TIMES * near


def _fix(name: str, stated: Decimal, other: Decimal, unit: str) -> str:
    if stated > other and unit != "元":
        filled = "万元" if unit == "亿元" else "元"  # ten thousand times less
        return f"{name}如果是按{filled}填的，请换算成{unit}，改为{figure(stated / _TIMES)}；否则请改正另一处"
    if stated < other and unit == "元":
        return f"{name}如果是按万元填的，请换算成元，改为{figure(stated * _TIMES)}；否则请改正另一处"
    return f"请核对两处各是元还是万元，统一换算成{unit}"


_AgainstOther = tuple[str, Entry, Decimal, _Sum]


def _in_the_money_block(case: Case) -> Iterator[_AgainstOther]:
    """The amounts of a row against each other, and those of the parts against the total; the too large one first."""
    total = case.form.funding.total
    for row in case.funding_rows:
        sums = (
            ("年初预算数", row.initial_budget, row.initial_amount, total.initial_amount),
            ("全年预算数", row.budget, row.budget_amount, total.budget_amount),
            ("全年执行数", row.spent, row.spent_amount, total.spent_amount),
        )
        known = [
            (f"{row.label}的{name}", entry, one, top)
            for name, entry, one, top in sums
            if one is not None and one > 0
        ]
        for name, entry, one, _ in known:
            for other_name, _, other, _ in known:
                if one > other:
                    yield name, entry, one, _Sum(other_name, other, _LOOSE)
        if row is not total:
            for name, entry, one, top in known:
                if top is not None and one > top > 0:
                    yield name, entry, one, _Sum(f"年度资金总额的{name.rpartition('的')[2]}", top, _LOOSE)


def _against_the_rest(case: Case) -> Iterator[_AgainstOther]:
    """年度资金总额 against everything else that tells what the project cost."""
    total = case.form.funding.total
    planned, real = _costs(case)
    budgets = [*_subprojects(case, "budget"), *planned]
    spendings = [*_subprojects(case, "spent"), *real]
    told = list(_told(case))
    for name, entry, stated, others in (
        ("全年预算数", total.budget, total.budget_amount, budgets),
        ("全年执行数", total.spent, total.spent_amount, spendings),
        ("年初预算数", total.initial_budget, total.initial_amount, []),
    ):
        if stated is not None and stated > 0:
            for other in (*others, *told):
                yield name, entry, stated, other


def _subprojects(case: Case, field: str) -> Iterator[_Sum]:
    unit = case.form.funding.unit
    amounts = [amount(getattr(one, field), unit) for one in case.form.records.subprojects]
    added = sum((one for one in amounts if one is not None), Decimal(0))
    if added > 0:
        yield _Sum(f"各子项目的{'预算' if field == 'budget' else '支出'}合计", added, _LOOSE)


def _costs(case: Case) -> tuple[list[_Sum], list[_Sum]]:
    """数量 × 单位成本, as planned and as it came out; [] where none is known."""
    unit, sums = case.form.funding.unit, (Decimal(0), Decimal(0))
    for one in case.form.records.costs:
        pairs = ((one.planned_quantity, one.planned_cost), (one.quantity, one.cost))
        parts = [(number.number or Decimal(0)) * (amount(cost, unit) or Decimal(0)) for number, cost in pairs]
        sums = sums[0] + parts[0], sums[1] + parts[1]
    names = "成本效益中计划的数量乘以单位成本合计", "成本效益中实际的数量乘以单位成本合计"
    planned, real = (
        [_Sum(name, one, _CLOSE)] if one > 0 else [] for name, one in zip(names, sums, strict=True)
    )
    return planned, real


def _told(case: Case) -> Iterator[_Sum]:
    """What the texts and the indicators of cost say of the money, to the digit."""
    factor, total = yuan_in(case.form.funding.unit), case.form.funding.total
    stated = [
        one for one in (total.initial_amount, total.budget_amount, total.spent_amount) if one and one > 0
    ]
    for label, _, line in case.money_lines:
        large = _large(figures(line)) if _MAY_BE_LARGE.search(line) and _OF_THE_PROJECT.search(line) else []
        if not any(_mixed_up(one, amount / factor, _SAME) for one in stated for amount in large):
            continue
        for clause, held in figured_clauses(line):
            if _OF_THE_PROJECT.search(clause.text) and not _OF_A_PART.search(clause.text):
                yield from (_Sum(f"{label}中写的是", one / factor, _SAME) for one in _large(held))
    for row in case.rows:
        reached = row.indicator.actual_value
        if reached.kind is not Kind.NUMBER or reached.unit.dimension != "money" or reached.number is None:
            continue
        if (yuan := reached.number * reached.unit.factor) >= _NO_TEXT_BELOW:
            yield _Sum(f"{row.title}的完成值是", yuan / factor, _SAME)


def _large(held: Iterable[Figure]) -> list[Decimal]:
    """What a project may have cost, in 元."""
    return [amount for one in held if (amount := one.amount) is not None and amount >= _NO_TEXT_BELOW]


def _against_last_year(case: Case) -> Iterator[Flaw]:
    """An indicator in money against what it was the year before."""
    for row in case.rows:
        one = row.indicator
        now, before = one.actual_value, read_actual(one.last_year.raw, one.last_year.number_format)
        if (
            now.number is None
            or before.number is None
            or "money" not in (now.unit.dimension, before.unit.dimension)
        ):
            continue
        if now.unit.dimension != before.unit.dimension or now.number <= 0 or before.number <= 0:
            continue
        times = now.number * now.unit.factor / (before.number * before.unit.factor)
        if _TIMES / _LOOSE <= max(times, 1 / times) <= _TIMES * _LOOSE:
            yield error(
                one.actual,
                f"{row.title}的实际完成值“{one.actual.text}”与上年完成值“{one.last_year.text}”相差约一万倍",
                f"多半是元和万元弄混了；{grounds.TRUE.cite(case.policy)}",
                "请核对两处各是元还是万元，写明单位",
            )
