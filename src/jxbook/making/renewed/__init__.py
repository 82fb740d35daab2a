"""An older workbook of ours → the same with the formulas of its policy as it now stands on this computer.

A new workbook of the same shape is made, and its formulas take the places of those that the older one has. Nothing else
is touched: not what was typed, be it over a formula, and not the formulas that somebody else wrote.
"""

from __future__ import annotations

from enum import StrEnum

from jxbook.assess import Source, assess
from jxbook.dataclass import dataclass
from jxbook.functions.cached import cached_values
from jxbook.making.renewed.differences import changed_formulas, has_this_layer
from jxbook.making.renewed.layer import with_layer
from jxbook.making.renewed.twin import twin_of
from jxbook.package import Package, open_zip
from jxbook.policy import Policy
from jxbook.workbook import names
from jxbook.workbook.patch import changed_package
from jxbook.workbook.reader import read_package


class Renewal(StrEnum):
    """How the formulas of a workbook came out."""

    CURRENT = "已是最新"
    RENEWED = "已更新"
    UNLIKE = "没有更新"
    """Its rows and columns are not those of a new workbook."""


@dataclass(frozen=True, slots=True)
class Recompiled:
    """The workbook's bytes, and how its formulas came out. `policy` is that which they score by."""

    data: bytes
    renewal: Renewal
    policy: Policy


def is_ours(package: Package) -> bool:
    """Was a workbook made by us, and not adopted?"""
    grid = read_package(package)
    return bool(grid.made_for) and any(sheet.name == names.FORM for sheet in grid.sheets)


def with_current_formulas(source: Source, package: Package) -> Recompiled:
    """A workbook of ours with current formulas. Raises Refusal as `assess` does, JX913 for a cell that cannot be
    written."""
    assessed = assess(source)
    policy, grid = assessed.whole, source.grid
    twin = twin_of(assessed.form, policy)
    if twin is None:
        return Recompiled(package.data, Renewal.UNLIKE, policy)
    new = read_package(twin)
    changes = tuple(changed_formulas(grid, new))
    if not changes and has_this_layer(grid, new, policy):
        return Recompiled(package.data, Renewal.CURRENT, policy)
    data = with_layer(open_zip(changed_package(package, changes), package.name), twin)
    grid = read_package(open_zip(data, package.name))
    shown = cached_values(assess(Source(grid, source.name, source.folder)).scoring, grid)
    return Recompiled(changed_package(open_zip(data, package.name), shown), Renewal.RENEWED, policy)
