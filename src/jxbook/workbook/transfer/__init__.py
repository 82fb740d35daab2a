"""One form → the cells of a blank template: what was filled in finds its place in another workbook."""

from jxbook.workbook.transfer.carry import NoPlace, transfer
from jxbook.workbook.transfer.hand import Carried, Lost, Moved
from jxbook.workbook.transfer.room import missing_sections, room_for

__all__ = ["Carried", "Lost", "Moved", "NoPlace", "missing_sections", "room_for", "transfer"]
