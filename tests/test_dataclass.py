"""Our dataclasses do what those of the standard library do, for all that jxbook uses of them."""

from __future__ import annotations

import copy
import dataclasses
import functools
import pickle
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from jxbook import dataclass as ours


def made(by: ModuleType) -> type:
    """The same class by either."""

    @by.dataclass(frozen=True, slots=True)
    class Cell:
        """A cell."""

        row: int
        text: str = ""
        seen: bool = by.field(default=False, compare=False)
        notes: list[str] = by.field(default_factory=list, compare=False)
        book: str = by.field(kw_only=True, repr=False)

        @property
        def label(self) -> str:
            return f"{self.row}{self.text}"

    return Cell


Ours, Theirs = made(ours), made(dataclasses)
for number in range(20):  # the first ones are filled in another way than those after them
    Ours(number, book="表")


def of_each(act: Callable[[Any], object]) -> list[object]:
    """What an act on each class gives: its value, or the type and the words of what it raises."""
    found: list[object] = []
    for cls in (made(ours), Ours, Theirs):
        try:
            found.append(act(cls))
        except Exception as error:
            found.append((type(error), str(error)))
    return found


@pytest.mark.parametrize(
    "act",
    [
        lambda cls: repr(cls(1, "甲", book="表")),
        lambda cls: cls(1, book="表") == cls(1, book="表"),
        lambda cls: cls(1, book="表") == cls(1, book="其他"),
        lambda cls: cls(1, book="表") == cls(1, seen=True, notes=["x"], book="表"),
        lambda cls: cls(1, book="表") == (1, "", "表"),
        lambda cls: hash(cls(1, book="表")) == hash(cls(1, seen=True, book="表")),
        lambda cls: cls(1, book="表").notes is cls(1, book="表").notes,
        lambda cls: cls(1, "甲", book="表").label,
        lambda cls: cls(),
        lambda cls: cls(1, "甲", True, [], "表"),  # book must be named
        lambda cls: cls(1, book="表", other=2),
        lambda cls: cls(1, row=1, book="表"),
        lambda cls: cls(row=1, book="表", text="甲").text,
        lambda cls: setattr(cls(1, book="表"), "row", 2),
        lambda cls: delattr(cls(1, book="表"), "row"),
        lambda cls: cls.__slots__,
        lambda cls: hasattr(cls(1, book="表"), "__dict__"),
        lambda cls: cls.__match_args__,
        lambda cls: (cls.__name__, cls.__qualname__, cls.__module__, cls.__doc__),
        lambda cls: repr(copy.copy(cls(1, "甲", book="表"))),
        lambda cls: copy.deepcopy(cls(1, notes=["x"], book="表")).notes,
        lambda cls: dataclasses.is_dataclass(cls),
        lambda cls: [(one.name, one.type, one.default) for one in dataclasses.fields(cls) if one.name != "book"],
        lambda cls: dataclasses.asdict(cls(1, "甲", book="表")),
        lambda cls: repr(dataclasses.replace(cls(1, "甲", book="表"), row=2)),
    ],
)  # fmt: skip
def test_all_do_the_same(act: Callable[[Any], object]) -> None:
    first, later, theirs = of_each(act)
    assert first == later == theirs


def test_replace_keeps_what_is_not_named() -> None:
    one = Ours(1, "甲", True, ["x"], book="表")
    other = ours.replace(one, text="乙")
    assert repr(other) == repr(dataclasses.replace(Theirs(1, "甲", True, ["x"], book="表"), text="乙"))
    assert ours.replace(one) == one
    with pytest.raises(TypeError, match="colour"):
        ours.replace(one, colour="red")


@pytest.mark.parametrize("by", [ours, dataclasses])
def test_what_may_change_changes_and_has_no_hash(by: ModuleType) -> None:
    @by.dataclass(slots=True)
    class Row:
        cells: list[int] = by.field(default_factory=list)

    row = Row()
    row.cells = [1]
    assert row == Row([1]) != Row()
    with pytest.raises(TypeError):
        hash(row)


@pytest.mark.parametrize("by", [ours, dataclasses])
def test_without_slots_a_frozen_one_can_remember(by: ModuleType) -> None:
    @by.dataclass(frozen=True)
    class Row:
        number: int = 1

    row = Row(2)
    row.__dict__["remembered"] = 3
    assert row == Row(2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        row.number = 3


@pytest.mark.parametrize("by", [ours, functools])
def test_what_is_asked_for_is_worked_out_once(by: ModuleType) -> None:
    worked = []

    @ours.dataclass(frozen=True)
    class Row:
        number: int

        @by.cached_property
        def double(self) -> int:
            """Twice the number."""
            worked.append(self.number)
            return 2 * self.number

    one, other = Row(2), Row(3)
    assert (one.double, one.double, other.double, worked) == (4, 4, 6, [2, 3])
    assert Row.double.__doc__ == "Twice the number."
    assert one == Row(2)


@ours.dataclass(frozen=True)
class Span:
    """One that remembers how long it is, and that a process can be handed."""

    start: int
    end: int

    @ours.cached_property
    def length(self) -> int:
        return self.end - self.start


def test_what_was_worked_out_for_one_is_not_told_of_another_made_of_it() -> None:
    one = Span(1, 3)
    assert one.length == 2
    assert ours.replace(one, end=9).length == 8
    for other in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert (other, vars(other)) == (one, {"start": 1, "end": 3})


@ours.dataclass(frozen=True, slots=True)
class Place:
    """One that a process can be handed."""

    row: int
    column: int = 1


def test_one_goes_through_pickle() -> None:
    assert pickle.loads(pickle.dumps(Place(2, 3))) == Place(2, 3)
