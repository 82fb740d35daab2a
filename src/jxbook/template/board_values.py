"""What the formulas of 看板 show, computed without a spreadsheet: see `board_formulas`, which says the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from jxbook.scoring.rounding import half_up
from jxbook.template import board_formulas as words
from jxbook.template import board_places as at
from jxbook.template.board_lines import Head, Line
from jxbook.values import Raw, plain, shown
from jxbook.values.entry import is_error

Shown = str | Decimal
Values = dict[str, Shown]
_DIGITS = 15
"""To so many digits a spreadsheet takes a number before it rounds it."""


def values_of(head: Head, lines: Sequence[Line], levels: int, unit: str) -> Values:
    """Address → value, of every formula cell of 看板."""
    copied = lines[: at.COPIED_ROWS]
    listed = [line for line in copied if line.counts]
    scored = sum(isinstance(line.earned, Decimal) for line in copied)
    note = words.MANY_LISTED if len(listed) > at.LISTED_ROWS else ""
    values = _figures(head, len(listed), scored, unit) | _levels(head, copied, levels)
    values[f"B{at.NOTE + 1}"] = words.MANY_ROWS if len(lines) > at.COPIED_ROWS else note
    rate = _number(head.rate)
    values[f"{at.SHARE}{at.RATE}"] = rate
    values[f"{at.LABEL}{at.RATE}"] = _percent(rate, 2)
    for offset in range(at.LISTED_ROWS):
        values |= _listed(at.LISTED + offset, listed[offset] if offset < len(listed) else None)
    order = _level_order(copied)
    counted = 0
    for offset in range(at.COPIED_ROWS):
        line = copied[offset] if offset < len(copied) else None
        counted += bool(line and line.counts)
        values |= _copied(at.COPIED + offset, line, counted, next(order, 0))
    return values


def _figures(head: Head, listed: int, scored: int, unit: str) -> Values:
    total, grade, rate, rows = at.CARDS
    amounts = ""
    if isinstance(head.budget, Decimal) and isinstance(head.spent, Decimal):
        amounts = f"预算 {_money(head.budget)}，执行 {_money(head.spent)} {unit}"
    points = f"分值合计 {_rounded(head.points)}" if isinstance(head.points, Decimal) else ""
    return {
        f"B{at.SUBTITLE}": (shown(head.project) or words.NAMELESS) + head.year,
        f"{total}{at.FIGURE}": _or_failed(head.total),
        f"{grade}{at.FIGURE}": _or_failed(head.grade),
        f"{rate}{at.FIGURE}": _or_failed(head.rate),
        f"{rows}{at.FIGURE}": f"{scored} / {listed}",
        f"{total}{at.REMARK}": points,
        f"{rate}{at.REMARK}": amounts,
        f"{rows}{at.REMARK}": f"待填或未计分 {listed - scored} 行",
    }


def _levels(head: Head, lines: Sequence[Line], levels: int) -> Values:
    groups: dict[int, list[Line]] = {}
    for number, line in zip(_level_order(lines), lines, strict=True):
        groups.setdefault(min(number, levels), []).append(line)
    more = len(set(_level_order(lines))) > levels
    values: Values = {}
    points, earned = _number(head.execution_points), _number(head.execution_earned)
    for number in range(levels + 1):
        row, name = at.LEVELS + number, words.EXECUTION
        if number:
            group = groups.get(number, [])
            name = words.OTHERS if more and number == levels else group[0].group if group else ""
            points = _sum(line.points for line in group) if name else ""
            values[f"{at.NAME}{row}"] = name
            earned = _earned_by(group)
        values |= {f"{at.POINTS}{row}": points, f"{at.EARNED}{row}": earned}
        share = f"{'—' if earned == '' else _text(earned)} / {_text(points)}"
        if points == "":
            share = words.WITHOUT_POINTS
        values[f"{at.LABEL}{row}"] = f"{name}\n{share}" if name else ""
    return values


def _earned_by(group: Sequence[Line]) -> Shown:
    """What these rows earned; nothing while none has a score, or where one shows an error."""
    if any(_failed(line.earned) for line in group):
        return ""
    scores = [line.earned for line in group if isinstance(line.earned, Decimal)]
    return Decimal(_rounded(_sum(scores))) if any(one >= 0 for one in scores) else ""


def _level_order(lines: Sequence[Line]) -> Iterator[int]:
    """For every row the number of its 一级指标."""
    number, above = 0, None
    for line in lines:
        number += line.group != above
        above = line.group
        yield number


def _listed(row: int, line: Line | None) -> Values:
    points, earned = (_number(line.points), _number(line.earned)) if line else ("", "")
    share: Shown = ""
    if isinstance(points, Decimal) and isinstance(earned, Decimal) and points > 0:
        share = Decimal(repr(float(earned) / float(points)))  # as a spreadsheet divides
    name = line.title if line else ""
    short = name if len(name) <= words.LONGEST_LABEL else f"{name[: words.LONGEST_LABEL - 1]}…"
    return {
        f"{at.NAME}{row}": name,
        f"{at.POINTS}{row}": points,
        f"{at.EARNED}{row}": _shown(line.earned) if line and not _failed(line.earned) else "",
        f"{at.SHARE}{row}": share,
        f"{at.FULL}{row}": Decimal(1) if name else "",
        f"{at.LABEL}{row}": f"{short}　{_percent(share, 1)}" if name else "",
    }


def _copied(row: int, line: Line | None, counted: int, level: int) -> Values:
    return {
        f"{at.LEVEL1}{row}": line.group if line else "",
        f"{at.LEVEL2}{row}": line.level2 if line else "",
        f"{at.LEVEL3}{row}": line.title if line else "",
        f"{at.ROW_POINTS}{row}": _number(line.points) if line else "",
        f"{at.ROW_EARNED}{row}": _shown(line.earned) if line else "",
        f"{at.ROW_LISTED}{row}": Decimal(counted) if line and line.counts else "",
        f"{at.ROW_LEVEL}{row}": Decimal(level) if line else "",
    }


def _failed(raw: Raw) -> bool:
    return isinstance(raw, str) and is_error(raw)


def _or_failed(raw: Raw) -> Shown:
    if _failed(raw):
        return words.FAILED
    value = _shown(raw)
    return "—" if value == "" else value


def _shown(raw: Raw) -> Shown:
    return raw if isinstance(raw, Decimal) else shown(raw)


def _number(raw: Raw) -> Shown:
    return raw if isinstance(raw, Decimal) else ""


def _sum(entries: Iterable[Raw]) -> Decimal:
    return sum((one for one in entries if isinstance(one, Decimal)), Decimal(0))


def _rounded(number: Decimal, places: int = 2) -> str:
    return plain(half_up(number, places))


def _percent(share: Shown, places: int) -> str:
    if not isinstance(share, Decimal):
        return words.UNSCORED
    as_rounded = Decimal(f"{float(share) * 100:.{_DIGITS}g}")  # 16.33 ÷ 20 is 81.65 %, not a little less
    return f"{_rounded(as_rounded, places)}%"


def _money(amount: Decimal) -> str:
    return f"{half_up(amount, 2):,f}"


def _text(value: Shown) -> str:
    return plain(value) if isinstance(value, Decimal) else value
