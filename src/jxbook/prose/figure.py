"""A figure of a text: what it counts, in which unit, and how surely."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from jxbook.dataclass import dataclass
from jxbook.values.units import read_unit

SCALES = {
    "万亿": Decimal(10**12),
    "亿": Decimal(10**8),
    "百万": Decimal(10**6),
    "万": Decimal(10**4),
    "千": Decimal(1000),
    "百": Decimal(100),
}


class FigureKind(StrEnum):
    """What a figure is."""

    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"
    """A number with a unit that is no money."""
    DATE = "date"
    DOCUMENT = "document"
    """The number of an official document: 〔2024〕3号."""
    ORDINAL = "ordinal"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at `start`..`end` of its text.

    `number` counts in `unit` as written ("50" of 50万元), None for dates and documents. `amount` is money in 元.
    `rough`: 近, 约, 余, 左右 say that it is not exact; `bound`: ≥, 不少于 say that it is a limit; `spoken`: in Chinese
    numerals.
    """

    kind: FigureKind
    text: str
    start: int
    end: int
    number: Decimal | None = None
    unit: str = ""
    rough: bool = False
    bound: bool = False
    spoken: bool = False

    @property
    def amount(self) -> Decimal | None:
        """The money in 元, None where the figure is no money."""
        unit = read_unit(self.unit) if self.kind is FigureKind.MONEY else None
        return None if unit is None or self.number is None else self.number * unit.factor

    @property
    def base(self) -> str:
        """The unit without its 万: 人次 of 3万人次, 元 of 万元."""
        return _parted(self.unit)[1]

    @property
    def scale(self) -> Decimal:
        """How many `base` one `unit` holds."""
        return _parted(self.unit)[0]

    @property
    def value(self) -> Decimal | None:
        """The number in `base`: 30000 of 3万人次; of a percentage the number before the sign."""
        return None if self.number is None else self.number * self.scale

    @property
    def step(self) -> Decimal:
        """One unit in the last digit that is printed, in `base`."""
        exponent = self.number.as_tuple().exponent if self.number is not None else 0
        places = min(exponent, 0) if isinstance(exponent, int) else 0
        written = self.text.partition(".")[2]
        digits = len(written) - len(written.lstrip("0123456789"))
        return Decimal(1).scaleb(-max(digits, -places)) * self.scale

    @property
    def exact(self) -> bool:
        """Is it said to be this number and no other?"""
        return self.number is not None and not self.rough and not self.bound

    def moved(self, by: int) -> Figure:
        """The same figure in a text that begins so many characters earlier."""
        return Figure(
            self.kind,
            self.text,
            self.start + by,
            self.end + by,
            self.number,
            self.unit,
            self.rough,
            self.bound,
            self.spoken,
        )


@lru_cache(maxsize=256)
def _parted(unit: str) -> tuple[Decimal, str]:
    """A unit as how many of what it is: 万人次 → 10000, 人次. 万 alone stays what it is."""
    scale = next((value for one, value in SCALES.items() if unit.startswith(one)), Decimal(1))
    base = next((unit[len(one) :] for one in SCALES if unit.startswith(one) and unit != one), unit)
    return scale, base
