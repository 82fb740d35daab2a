"""One form → the cells of a blank template: what was filled in finds its place in another workbook."""

from jxbook.making.transfer.carry import NoPlace, transfer
from jxbook.making.transfer.hand import Carried, Lost, Moved
from jxbook.making.transfer.room import missing_sections, room_for

__all__ = ["Carried", "Lost", "Moved", "NoPlace", "missing_sections", "room_for", "transfer"]
