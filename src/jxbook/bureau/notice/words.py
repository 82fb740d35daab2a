"""How numbers and names read in the notice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from jxbook.facts.words import listed as first_of
from jxbook.facts.words import marker
from jxbook.scoring import half_up, percent
from jxbook.values import plain

_MANY, _SHOWN = 20, 3


def money(amount: float) -> str:
    """A sum in 万元 to two places, without zeros at its end."""
    return f"{plain(half_up(Decimal(str(amount)), 2))}万元"


def points(score: float) -> str:
    """A score to two places, without zeros at its end."""
    return f"{plain(half_up(Decimal(str(score)), 2))}分"


def rate(ratio: float) -> str:
    """预算执行率, always to two places."""
    return f"{half_up(Decimal(str(ratio)) * 100, 2):.2f}%"


def share(part: int, whole: int) -> str:
    """A share of a count, up to two places."""
    return percent(Decimal(part) / whole, 2) if whole else "—"


def of_all(part: int, whole: int, *, comma: bool = False) -> str:
    """占34.48%, "" where so few are counted that a percentage says nothing."""
    return f"{'，' if comma else ''}占{share(part, whole)}" if whole >= _MANY else ""


def names(found: Iterable[str], what: str = "个") -> str:
    """甲、乙、丙等5个."""
    return first_of(list(found), _SHOWN, what)


def listed(found: Sequence[str]) -> str:
    """甲、乙、丙等, where how many there are was said before."""
    return "、".join(found[:_SHOWN]) + ("等" if len(found) > _SHOWN else "")


def day(iso: str, what: str) -> str:
    """2025-03-31 → 2025年3月31日; a marker where nobody said which."""
    if not iso:
        return marker(what)
    year, month, number = map(int, iso.split("-"))
    return f"{year}年{month}月{number}日"
