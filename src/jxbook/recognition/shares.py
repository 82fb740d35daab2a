"""Points that are written as shares of the whole: 40%, 0.4, where others write 40."""

from __future__ import annotations

from decimal import Decimal

from jxbook.dataclass import replace
from jxbook.form import Entry, Funding
from jxbook.recognition.table import IndicatorTable, what_is_left_out
from jxbook.values.fold import fold

_FULL = Decimal(100)
_FEWEST = 2


def with_shares(table: IndicatorTable) -> IndicatorTable:
    """The table, with 分值, and 得分 too, noted where all their numbers are shares of 1 that come to no more than 1."""
    if table.ours or "points" not in table.columns:
        return table
    pairs: list[tuple[Decimal, Entry]] = []
    for row in table.rows:
        points = table.sheet.entry(row, table.columns["points"])
        if points.blank or what_is_left_out(table, row) is not None:
            continue
        share = _share(points)
        if share is None or not 0 < share <= 1:
            return table
        pairs.append((share, table.sheet.entry(row, table.columns.get("earned"))))
    if len(pairs) < _FEWEST or sum(share for share, _ in pairs) > 1:
        return table
    earned = [(share, _share(entry)) for share, entry in pairs if not entry.blank]
    within = bool(earned) and all(one is not None and one <= share for share, one in earned)
    return replace(table, shares=frozenset({"points", "earned"} if within else {"points"}))


def money_in_points(funding: Funding, table: IndicatorTable) -> Funding:
    """The money block of this table's form, with a 分值 that is a share, 10% or beside rows of shares 0.1, as the points
    that it makes; with a 得分 that is one, where those of the rows are."""
    if table.ours:
        return funding
    points, earned = funding.points, funding.earned
    if (_is_percent(points) or "points" in table.shares) and _is_part(points):
        points = as_points(points)
    if "earned" in table.shares and _is_part(earned):
        earned = as_points(earned)
    total = replace(funding.total, points=points, earned=earned)
    return replace(funding, total=total, points=points, earned=earned)


def _is_percent(entry: Entry) -> bool:
    """Is it written in percent, and so no number of points?"""
    return entry.number is not None and entry.score is None


def _is_part(entry: Entry) -> bool:
    share = _share(entry)
    return share is not None and 0 < share <= 1


def as_points(entry: Entry) -> Entry:
    """40% or 0.4 → 40 in its cell; what is no number stays what it is."""
    share = _share(entry)
    if share is None:
        return entry
    points = share * _FULL
    whole = points.to_integral_value()
    return replace(entry, raw=whole if whole == points else points.normalize(), number_format="General")


def _share(entry: Entry) -> Decimal | None:
    number = entry.number
    if number is None or not isinstance(entry.raw, str):
        return number
    return number / _FULL if fold(entry.raw).endswith("%") else number
