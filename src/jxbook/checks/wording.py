"""How a finding quotes what stands in the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from jxbook.policy import Mark
from jxbook.scoring import percent
from jxbook.scoring.rounding import half_up
from jxbook.values import plain
from jxbook.values.rounding import decimals

_LONGEST = 20
_INNER = str.maketrans("“”", "‘’")


def quote(text: str) -> str:
    """A text in quotation marks, on one line and clipped: “举办活动场次”."""
    line = " ".join(text.split()).translate(_INNER)
    return f"“{line if len(line) <= _LONGEST else line[: _LONGEST - 1] + '…'}”"


def around(text: str, start: int, end: int) -> str:
    """A place of a longer text in quotation marks, with a few characters on either side."""
    return quote(text[max(0, start - 6) : end + 8])


def figure(number: Decimal) -> str:
    """A number as the sheet shows it; one that nobody could have meant is shortened."""
    text = plain(number)
    return text if len(text) <= _LONGEST else f"{number:.6E}"


def rate(ratio: Decimal, places: int = 2) -> str:
    """A ratio in per cent: 97.70%."""
    text = percent(ratio, places)
    return text if len(text) <= _LONGEST else f"{figure(ratio * 100)}%"


def is_rounded(stated: Decimal, right: Decimal) -> bool:
    """Is a number the right one, rounded to the one place or more that it is written with: 1.4 for 1.43?"""
    places = decimals(stated)
    return places >= 1 and half_up(right, places) == stated


def cited(basis: str, mark: Mark) -> str:
    """A 依据 with its mark where it is not official."""
    return basis if mark is Mark.OFFICIAL else f"{basis}（{mark.label}）"


def rows_named(rows: Sequence[int]) -> str:
    """Rows as a reader finds them, in order: 第5至8行、第11行."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][-1] + 1:
            runs[-1][1:] = [row]
        else:
            runs.append([row])
    return listed(f"第{'至'.join(map(str, run))}行" for run in runs)


def listed(words: Iterable[str]) -> str:
    """Words one after the other: 数量指标、质量指标."""
    return "、".join(words)
