"""The layer of one form: its row formulas placed on 算, its lists on 词, and what their cells show at first."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from decimal import Decimal

from jxbook.dataclass import dataclass, field, replace
from jxbook.form.joined import joined_actual, joined_target
from jxbook.formulas.contents import Content, Value
from jxbook.formulas.expression import Contents, Expression, Reference
from jxbook.formulas.settled import settled
from jxbook.formulas.worksheet import AND, EXACT, IF, ISNUMBER, VALUE
from jxbook.native.entry import Steps, numbers
from jxbook.native.name_words import UNWANTED, WANTED
from jxbook.native.odd import ODD
from jxbook.native.place import ABOVE, TELLING
from jxbook.native.row import USABLE, YEAR, Entries, row_steps
from jxbook.native.words import LISTS, LONGEST
from jxbook.place import column_letters
from jxbook.policy import Policy
from jxbook.workbook import names

EntryValues = Mapping[str, Value]
"""Field → what its cell holds."""
SPARE = 6
"""Rows below the last one, for those that people insert."""
ARRAYS = frozenset({TELLING, ODD})
"""Steps that are array formulas: not every spreadsheet takes the cells one by one otherwise."""
STAMP = "stamp"
_COUNTS = LONGEST, len(UNWANTED) + len(WANTED)


@dataclass(frozen=True, slots=True)
class Layer:
    """The formulas of a policy's forms. `split`: the target is parted into 指标性质, 指标值 and 度量单位."""

    policy: Policy
    words: Mapping[str, str]
    steps: Steps
    cells: Mapping[str, Expression]
    """The formulas beside the lists."""
    copies: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    """Row → the formula of each of its entries, by their steps, for a form whose rows are not alike: 算 copies them."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Names of cells → where they stand in a workbook that is not one of ours."""

    @property
    def letters(self) -> Mapping[str, str]:
        """Step → its column on 算."""
        return {name: column_letters(number) for number, name in enumerate(self.steps, 1)}

    @property
    def places(self) -> Mapping[str, str]:
        """Name → where it stands: the lists, and the cells of 自评表 by their relative names."""
        own = {field_cell(field): name for field, name in names.OWN_ENTRIES.items()}
        single = {name: f"{names.WORDS_SHEET}!$B${row}" for row, name in enumerate(self._column_b, 1)}
        return (
            own
            | single
            | dict(self.moved)
            | {numbers(count).name: f"ROW($A$1:$A${count})" for count in _COUNTS}
        )

    @property
    def stamp(self) -> str:
        """Tells these formulas from any others; the lists that go with them stand in the workbook."""
        text = (
            f"{name}={step.text(self.places)}" for name, step in (*self.steps.items(), *self.cells.items())
        )
        return f"{zlib.crc32(chr(10).join(text).encode()):08x}"

    @property
    def _column_b(self) -> Sequence[str]:
        return (*self.cells, STAMP, *LISTS)

    def row_of(self, name: str) -> int:
        """The row of 词 in which a single cell stands."""
        return 1 + self._column_b.index(name)

    def formula(self, step: str, row: int) -> str:
        """The formula of a step on a row of 算."""
        if copied := self.copies.get(row, {}).get(step):
            return copied
        own = {name: f"${letter}{row}" for name, letter in self.letters.items()}
        above = {ABOVE + name: f"${letter}{row - 1}" for name, letter in self.letters.items()}
        return self.steps[step].text({**self.places, **own, **above})


def layer_of(policy: Policy, words: Mapping[str, str], *, split: bool) -> Layer:
    """The layer of a policy with these lists. `split`: 指标性质 and 度量单位 have columns of their own."""
    cells = {name: Reference(field_cell(name)) for name in names.OWN_ENTRIES}
    target: Expression = cells["target"]
    actual: Expression = cells["actual"]
    typed = tuple(cells[one] for one in ("target", "actual", *(("nature", "unit") if split else ())))
    if split:
        target = joined_target(target, cells["nature"], cells["unit"])
        actual = joined_actual(actual, cells["unit"])
    entries = Entries(cells["level1"], cells["level2"], cells["name"], target, actual, cells["points"], typed)
    return Layer(policy, words, row_steps(policy, entries), _cells(policy))


def copying(layer: Layer, copies: Mapping[int, Mapping[str, str]], moved: Mapping[str, str]) -> Layer:
    """The layer for a form whose entries stand wherever it has them."""
    copied = {step: Reference(step) for one in copies.values() for step in one}
    return replace(layer, steps={**copied, **layer.steps}, copies=copies, moved=moved)


def field_cell(field: str) -> str:
    """The name that a formula has for the cell of a field."""
    return f"own {field}"


def _cells(policy: Policy) -> Mapping[str, Expression]:
    """The cells beside the lists: whether the policy is still this one and a point is a decimal point; the year."""
    stated, year = Reference(names.POLICY_CELL), Reference(names.YEAR_CELL)
    named = EXACT(IF(stated.equals(""), Reference(names.MADE_FOR), stated), policy.id)
    known = IF(ISNUMBER(year), AND(year >= 1900, year < 3000), False)
    return {USABLE: AND(named, VALUE("1.5").equals(Decimal("1.5"))), YEAR: IF(known, year, "")}


class Reckoning:
    """The formulas evaluated as a spreadsheet does it, row by row from the top."""

    def __init__(self, layer: Layer, stated_policy: Value, year: Value, made_for: str = "") -> None:
        self.layer = layer
        given: Mapping[str, Content] = {
            names.POLICY_CELL: stated_policy,
            names.MADE_FOR: made_for or layer.policy.id,
            names.YEAR_CELL: year,
        }
        self.cells = {name: cell.shown(Contents(given.__getitem__)) for name, cell in layer.cells.items()}
        self._lists: dict[str, Content] = {**layer.words, **self.cells}
        self._lists |= {numbers(one).name: tuple(map(Decimal, range(1, one + 1))) for one in _COUNTS}
        lists = {name: content for name, content in self._lists.items() if name not in layer.steps}
        self._steps = {name: settled(step, lists) for name, step in layer.steps.items()}
        self._above: Mapping[str, Value] = {}
        self._same: tuple[EntryValues, Mapping[str, Value]] | None = None

    def next(self, row: EntryValues) -> Mapping[str, Value]:
        """Step → what its cell shows on the next row. One like the row above, which stood under such a one, is as that."""
        if self._same is not None and all(map(_is_same, self._same, (row, self._above))):
            return self._above
        self._same = row, self._above
        known: dict[str, Value] = {}
        entries = {field_cell(field): value for field, value in row.items()}

        def content(name: str) -> Content:
            if name in known:
                return known[name]
            if name in self._steps and name in entries:
                known[name] = entries[name]
                return known[name]
            if name in self._steps:
                known[name] = self._steps[name].shown(sheet)
                return known[name]
            if name.startswith(ABOVE):
                return self._above.get(name.removeprefix(ABOVE))
            return self._lists[name] if name in self._lists else entries.get(name)

        sheet = Contents(content)
        for step in self._steps:
            content(step)
        self._above = known
        return known


def _is_same(one: EntryValues, other: EntryValues) -> bool:
    """Do two rows hold the same? TRUE is not 1 to a spreadsheet, as it is to Python."""
    return one == other and all(type(value) is type(other[name]) for name, value in one.items())
