"""成本效益: what was planned and what it came to, price and volume apart."""

from __future__ import annotations

from jxbook.dataclass import cached_property, dataclass
from jxbook.document.marks import quoted
from jxbook.facts.money import in_units
from jxbook.facts.sourced import Sourced, place_of, total
from jxbook.facts.words import one_line
from jxbook.form import CostItem, Form


@dataclass(frozen=True)  # without slots: what is reckoned is kept once somebody has asked for it
class Cost:
    """A row of 成本效益 that has all four figures: quantities in `unit`, prices and costs in 万元."""

    name: str
    unit: str
    planned_quantity: Sourced
    planned_price: Sourced
    quantity: Sourced
    price: Sourced
    note: str = ""

    @cached_property
    def planned(self) -> Sourced:
        """计划成本: planned quantity at the planned price."""
        return self.planned_quantity * self.planned_price

    @cached_property
    def standard(self) -> Sourced:
        """What the quantity that was really done should have cost at the planned price."""
        return self.quantity * self.planned_price

    @cached_property
    def spent(self) -> Sourced:
        """实际成本."""
        return self.quantity * self.price

    @cached_property
    def volume_effect(self) -> Sourced:
        """完成量影响: more or less done, at the planned price."""
        return (self.quantity - self.planned_quantity) * self.planned_price

    @cached_property
    def price_effect(self) -> Sourced:
        """单位成本影响: what was really done, dearer or cheaper than planned."""
        return self.quantity * (self.price - self.planned_price)

    @cached_property
    def short(self) -> Sourced | None:
        """How many fewer were done than planned, None where none."""
        missing = self.planned_quantity - self.quantity
        return missing if missing.number > 0 else None


def costs_facts(form: Form) -> tuple[Cost, ...]:
    """The rows of 成本效益 that can be compared; those with a gap are left to the 核对单."""
    return tuple(cost for item in form.records.costs if (cost := _cost(item, form)) is not None)


def _cost(item: CostItem, form: Form) -> Cost | None:
    name = one_line(item.name)
    quantities = item.planned_quantity.number, item.quantity.number
    planned_price = in_units(item.planned_cost, form, f"“{name}”计划单位成本")
    price = in_units(item.cost, form, f"“{name}”实际单位成本")
    if None in quantities or planned_price is None or price is None or not planned_price.number:
        return None
    assert quantities[0] is not None and quantities[1] is not None
    return Cost(
        quoted(name, "成本项目名称", place_of(item.name)),
        one_line(item.unit),
        Sourced(quantities[0], f"“{name}”计划数量", place_of(item.planned_quantity)),
        planned_price,
        Sourced(quantities[1], f"“{name}”实际数量", place_of(item.quantity)),
        price,
        one_line(item.note),
    )


def summed(costs: tuple[Cost, ...], what: str) -> Sourced:
    """The sum of a property of all costs: planned, standard, spent, volume_effect or price_effect."""
    names = {
        "planned": "计划成本合计",
        "standard": "实际量按计划单位成本合计",
        "spent": "实际成本合计",
        "volume_effect": "完成量影响合计",
        "price_effect": "单位成本影响合计",
    }
    whole = total((getattr(cost, what) for cost in costs), names[what])
    assert whole is not None
    return whole
