"""What a unit cost came to in all, by the indicator that counts the units: 每户改造成本 times 改造户数.

For forms without 成本效益, which says it outright.
"""

from __future__ import annotations

from jxbook.dataclass import cached_property, dataclass, replace
from jxbook.document.marks import bare
from jxbook.facts.indicator import IndicatorFacts
from jxbook.facts.money import UNIT, YUAN
from jxbook.facts.sourced import Sourced
from jxbook.facts.tasks import Task
from jxbook.pattern import pattern
from jxbook.prose.likeness import ENOUGH, shared_run, speaks_of
from jxbook.scoring import half_up
from jxbook.values import Kind

_PLACES, _MOST = 2, 60
_EACH = pattern(r"每|单|均")
_MEASURES = ("人次", "人", "户")
"""Units that a name shortens: 人均 for 人次."""


@dataclass(frozen=True)  # without slots: what is reckoned is kept once somebody has asked for it
class UnitCost:
    """An indicator of what one costs and the one that counts how many were done; the prices in 万元.

    `tasks` are the 子项目 whose spending is known and that are about these things; `sure`: the price times what was done
    comes to what the one task spent, or there are none to hold it against. Else the price holds the money of other work.
    """

    price: IndicatorFacts
    quantity: IndicatorFacts
    planned: Sourced
    paid: Sourced
    tasks: tuple[Task, ...] = ()
    sure: bool = True

    @cached_property
    def done(self) -> Sourced:
        """How many were done."""
        assert self.quantity.value is not None
        return self.quantity.value

    @cached_property
    def effect(self) -> Sourced:
        """What all of them cost beyond the target, negative below it."""
        return (self.done * (self.paid - self.planned)).rounded(_PLACES)

    @cached_property
    def short(self) -> Sourced | None:
        """How many fewer were done than the target, None where none."""
        if self.quantity.low is None:
            return None
        missing = self.quantity.low - self.done
        return missing if missing.number > 0 else None

    @cached_property
    def untouched(self) -> Sourced | None:
        """What those would have cost by the target."""
        return None if self.short is None else (self.short * self.planned).rounded(_PLACES)

    @cached_property
    def spread(self) -> Sourced | None:
        """What all of them would have cost by the targets, where the same total was spread over more; else None."""
        price, wanted = self.price, self.quantity.low
        if price.low is None or price.value is None or wanted is None or self.done.number <= wanted.number:
            return None
        same = comes_to(price.value, self.done, price.low * wanted)
        return (wanted * self.planned).rounded(_PLACES) if same else None


def comes_to(price: Sourced, quantity: Sourced, spent: Sourced) -> bool:
    """Does a quantity at a price come to what was spent, as far as the price was rounded?"""
    exponent = price.number.normalize().as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return bool(quantity) and half_up(spent.number / quantity.number, places) == price.number


def unit_costs(rows: tuple[IndicatorFacts, ...], tasks: tuple[Task, ...] = ()) -> tuple[UnitCost, ...]:
    """Each unit cost that exactly one quantity counts: its unit stands in the cost's name and both name the same thing."""
    quantities = [row for row in rows if _counts(row)][:_MOST]
    found: list[UnitCost] = []
    for row in [row for row in rows if row.cost and row.limit and row.settled][:_MOST]:
        planned, paid = _in_wan(row.low, row.unit), _in_wan(row.value, row.unit)
        if planned is None or paid is None or not planned:
            continue
        own = [one for one in quantities if _of(bare(row.name), one)]
        if len(own) == 1:
            found.append(_held_against(UnitCost(row, own[0], planned, paid), tasks))
    return tuple(found)


def _held_against(cost: UnitCost, tasks: tuple[Task, ...]) -> UnitCost:
    """The unit cost with the tasks that are about it."""
    known = [one for one in tasks if one.spent is not None]
    about = tuple(one for one in known if speaks_of(bare(one.name), bare(cost.quantity.name)))
    own = tuple(one for one in about if one.spent is not None and comes_to(cost.paid, cost.done, one.spent))
    return replace(cost, tasks=own or about, sure=len(own) == 1 if known else True)


def _in_wan(price: Sourced | None, unit: str) -> Sourced | None:
    if price is None or unit not in (UNIT, "元"):
        return None
    return price if unit == UNIT else Sourced(price.number / YUAN, price.name, price.where)


def _counts(row: IndicatorFacts) -> bool:
    """Is it a number of things that were to be done, and some were?"""
    return (
        row.settled
        and row.compared
        and row.aim.kind is Kind.NUMBER
        and row.part == "产出"
        and not (row.percent or row.limit or row.cost)
        and row.low is not None
        and row.value is not None
        and row.value.number > 0
        and bool(row.unit)
        and not row.unit.endswith("元")
    )


def _of(cost: str, quantity: IndicatorFacts) -> bool:
    """Does a cost's name say that it is that of one of these: 每户改造成本 of 改造户数?"""
    if not _EACH.search(cost):
        return False
    unit = next((one for one in _MEASURES if quantity.unit == one), quantity.unit)
    said = unit in cost or (unit == "人次" and "人" in cost)
    rest = cost.replace("成本", "").replace("单价", "").replace(unit, "")
    return said and len(shared_run(rest, bare(quantity.name).replace(unit, ""))) >= ENOUGH
