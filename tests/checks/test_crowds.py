"""Promise 6: what is wrong thirty thousand times in one cell is told some times, and how often besides."""

from __future__ import annotations

from jxbook.checks.crowds import MOST_TOLD, without_crowds
from jxbook.checks.flaw import Flaw, note
from jxbook.place import CellRef, Spot


def at(*places: CellRef | Spot) -> list[Flaw]:
    return [note(place, "标点重复", "多半是录入时留下的", "请删去") for place in places]


def test_a_few_are_told_as_they_are() -> None:
    few = at(*[CellRef("自评表", 8, 9)] * MOST_TOLD)
    assert list(without_crowds(few)) == few


def test_of_a_crowd_the_last_one_told_says_how_many_more_there_are() -> None:
    told = list(without_crowds(at(*[CellRef("自评表", 8, 9)] * (MOST_TOLD + 7))))
    assert len(told) == MOST_TOLD
    assert [one.what for one in told if "同一处还有" in one.what] == ["标点重复；同一处还有7个同样的问题"]


def test_each_cell_and_each_paragraph_has_its_own() -> None:
    cells = [CellRef("自评表", row, 9) for row in range(MOST_TOLD + 7)]
    spots = [Spot("一", number, "、、", number) for number in range(MOST_TOLD + 7)]
    assert len(list(without_crowds(at(*cells, *spots)))) == len(cells) + len(spots)


def test_places_in_one_paragraph_are_one_crowd() -> None:
    told = list(without_crowds(at(*(Spot("一", 3, "、、", start) for start in range(MOST_TOLD + 1)))))
    assert len(told) == MOST_TOLD and told[-1].what.endswith("还有1个同样的问题")
