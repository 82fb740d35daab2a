"""One form → the cells of a blank template: what was filled in finds its place in another workbook."""

from jxbook.making.transfer.capacity import capacity_for, missing_sections
from jxbook.making.transfer.carrier import Carried, Lost, Moved
from jxbook.making.transfer.carry import NoPlace, transfer

__all__ = ["Carried", "Lost", "Moved", "NoPlace", "capacity_for", "missing_sections", "transfer"]
