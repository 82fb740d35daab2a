"""The words the readers share: what kind of thing an entry is, and how a target is signed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

Raw = str | Decimal | int | float | bool | date | None
"""What a host may hand over: a cell's value as it stands."""


class Kind(StrEnum):
    """What an entry turned out to be."""

    BLANK = "blank"
    NONE = "none"
    """无, — or /: the row does not apply."""
    NUMBER = "number"
    TIME = "time"
    YES_NO = "yes_no"
    TEXT = "text"
    """Words: a qualitative target, or an actual that is neither a value nor a tier."""
    TIER = "tier"
    """达成年度指标 and its kin; only an actual can be one."""


class Sign(StrEnum):
    """How an actual is to stand to its target."""

    AT_LEAST = "≥"
    MORE = ">"
    EQUAL = "="
    AT_MOST = "≤"
    LESS = "<"
    RANGE = "~"

    @property
    def is_least(self) -> bool:
        """More is better: ≥ and >."""
        return self in (Sign.AT_LEAST, Sign.MORE)

    @property
    def is_most(self) -> bool:
        """Less is better: ≤ and <."""
        return self in (Sign.AT_MOST, Sign.LESS)


class Trend(StrEnum):
    """Which way something is to change, or did."""

    UP = "增长"
    DOWN = "下降"


class Tier(StrEnum):
    """The three tiers of a qualitative indicator (财预〔2020〕10号 第十六条)."""

    FULL = "达成年度指标"
    PARTIAL = "部分达成年度指标并具有一定效果"
    FAILED = "未达成年度指标且效果较差"
