"""The formulas of 看板: plain functions only, so that it works without ours, and an error is never a number.

自评表各行 copies the indicator rows through INDEX over the whole table: rows may come and go, and a row
deleted in 自评表 leaves no #REF!. The other blocks and the charts read that copy.

Cells of 看板 go by their address, those of 自评表 by the names that `places_of` puts on a sheet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from jxbook.formulas.expression import Expression, Operand, Reference
from jxbook.formulas.function import bracketed
from jxbook.formulas.none import is_nothing
from jxbook.formulas.worksheet import (
    AND,
    CHAR,
    COUNT,
    COUNTIFS,
    IF,
    IFERROR,
    INDEX,
    ISERROR,
    ISNUMBER,
    LEFT,
    LEN,
    MATCH,
    MAX,
    ROUND,
    ROWS,
    SUMIFS,
    TEXT,
)
from jxbook.template.board_places import (
    CARDS,
    COPIED,
    COPIED_ROWS,
    EARNED,
    FIGURE,
    FULL,
    LABEL,
    LEVEL1,
    LEVEL2,
    LEVEL3,
    LEVELS,
    LISTED,
    LISTED_ROWS,
    NAME,
    NOTE,
    NUMBER,
    POINTS,
    RATE,
    REMARK,
    ROW_EARNED,
    ROW_LEVEL,
    ROW_LISTED,
    ROW_POINTS,
    SHARE,
    SUBTITLE,
    copied,
)
from jxbook.template.columns import STANDING
from jxbook.template.formula_cells import ENTRIES
from jxbook.template.layout import NAME as PROJECT
from jxbook.template.layout import SUBTITLE as YEAR
from jxbook.template.layout import Layout
from jxbook.workbook import names

FAILED = "无法计算"
NAMELESS = "（未填项目名称）"
EXECUTION = "预算执行率"
OTHERS = "其他指标"
UNGROUPED = "未分类"
UNSCORED = "未计分"
WITHOUT_POINTS = "不计分"
LONGEST_LABEL = 14
MANY_ROWS = f"自评表的指标行超过{COPIED_ROWS}行，图中没有全部列出。"
MANY_LISTED = f"图中只列出前{LISTED_ROWS}项指标。"

BoardFormulas = Mapping[str, Expression]

_PROJECT, _YEAR, _POINTS, _TOTAL, _GRADE = map(Reference, ("project", "year", "points", "total", "grade"))
TABLE = "table "
"""What the names of the columns of the indicator table begin with; single cells are named as in `Head`."""
_FUNDS = {
    "budget": "budget",
    "spent": "spent",
    "rate": "rate",
    "execution_points": "points",
    "execution_earned": "earned",
}
"""Name → field of 年度资金总额."""


def places_of(layout: Layout) -> Mapping[str, str]:
    """Where the cells of 自评表 stand; a text in place of those that the form does not have."""
    columns, table = layout.columns, (layout.header, layout.last)
    places = {
        "project": _of_form(columns["level2"], PROJECT),
        "year": _of_form(STANDING, YEAR),
        "points": _of_form(columns["points"], layout.total),
        "total": _of_form(columns["earned"], layout.total),
        "grade": _of_form(*layout.grade),
    }
    for name, field in _FUNDS.items():
        span = layout.funding.get(field)
        places[name] = _of_form(span[0], layout.funds) if span else '"—"'
    for field in columns.spans:
        # from its header, so that a row inserted above the first is inside
        first, last = (f"${columns[field]}${row}" for row in table)
        places[TABLE + field] = f"{names.FORM}!{first}:{last}"
    return places


@lru_cache(maxsize=32)
def board_formulas(levels: int, unit: str, entries: Sequence[str] = ENTRIES) -> BoardFormulas:
    """Address → formula, of every formula cell. `levels` is the number of 一级指标, `entries` are those of ENTRIES
    that the form has a column for."""
    formulas = _figures(unit) | _rate() | _levels(levels)
    for number in range(1, LISTED_ROWS + 1):
        formulas |= _listed(LISTED + number - 1)
    for number in range(1, COPIED_ROWS + 1):
        formulas |= _copied(COPIED + number - 1, number, entries)
    return formulas


def constants(levels: int) -> Mapping[str, str | int]:
    """Address → content, of the cells of the table that hold no formula; rows are numbered from 1, 执行率 is 0."""
    contents: dict[str, str | int] = dict.fromkeys((f"{NAME}{RATE}", f"{NAME}{LEVELS}"), EXECUTION)
    contents[f"{FULL}{RATE}"] = 1
    for first, rows, start in ((LISTED, LISTED_ROWS, 1), (COPIED, COPIED_ROWS, 1), (LEVELS, levels + 1, 0)):
        contents |= {f"{NUMBER}{first + row}": start + row for row in range(rows)}
    return contents


def _figures(unit: str) -> dict[str, Expression]:
    total, grade, rate, rows = CARDS
    listed, scored = MAX(_copy_of(ROW_LISTED)), COUNT(_copy_of(ROW_EARNED))
    budget, spent = Reference("budget"), Reference("spent")
    amounts = "预算 " & TEXT(budget, "#,##0.00") & "，执行 " & TEXT(spent, "#,##0.00") & f" {unit}"
    return {
        f"B{SUBTITLE}": IF(_PROJECT.equals(""), NAMELESS, _PROJECT) & _YEAR,
        f"{total}{FIGURE}": _or_failed(_TOTAL),
        f"{grade}{FIGURE}": _or_failed(_GRADE),
        f"{rate}{FIGURE}": _or_failed(Reference("rate")),
        f"{rows}{FIGURE}": scored & " / " & listed,
        f"{total}{REMARK}": IF(ISNUMBER(_POINTS), "分值合计 " & ROUND(_POINTS, 2), ""),
        f"{rate}{REMARK}": IF(AND(ISNUMBER(budget), ISNUMBER(spent)), amounts, ""),
        f"{rows}{REMARK}": "待填或未计分 " & bracketed(listed - scored) & " 行",
        f"B{NOTE + 1}": IF(
            ROWS(_table("name")) - 1 > COPIED_ROWS, MANY_ROWS, IF(listed > LISTED_ROWS, MANY_LISTED, "")
        ),
    }


def _or_failed(cell: Expression) -> Expression:
    return IF(ISERROR(cell), FAILED, IF(cell.equals(""), "—", cell))


def _number(cell: Expression) -> Expression:
    return IF(ISNUMBER(cell), cell, "")


def _rate() -> dict[str, Expression]:
    share = Reference(f"{SHARE}{RATE}")
    return {share.name: _number(Reference("rate")), f"{LABEL}{RATE}": _percent(share, 2)}


def _percent(share: Expression, places: int) -> Expression:
    return IF(share.equals(""), UNSCORED, ROUND(share * 100, places) & "%")


def _levels(levels: int) -> dict[str, Expression]:
    formulas: dict[str, Expression] = {
        f"{POINTS}{LEVELS}": _number(Reference("execution_points")),
        f"{EARNED}{LEVELS}": _number(Reference("execution_earned")),
    }
    index, points, earned = _copy_of(ROW_LEVEL), _copy_of(ROW_POINTS), _copy_of(ROW_EARNED)
    for row in range(LEVELS + 1, LEVELS + levels + 1):
        mine: Expression = Reference(f"{NUMBER}{row}")
        name = IFERROR(INDEX(_copy_of(LEVEL1), MATCH(mine, index, 0)), "")
        if row == LEVELS + levels:  # the last one takes what staff may have added behind it
            name = IF(MAX(index) > mine, OTHERS, name)
            mine = ">=" & mine
        formulas |= {
            f"{NAME}{row}": name,
            f"{POINTS}{row}": IF(Reference(f"{NAME}{row}").equals(""), "", SUMIFS(points, index, mine)),
            f"{EARNED}{row}": IF(
                COUNTIFS(index, mine, earned, ">=0").equals(0),
                "",
                IFERROR(ROUND(SUMIFS(earned, index, mine), 2), ""),
            ),
        }
    for row in range(LEVELS, LEVELS + levels + 1):
        title, full, got = (Reference(f"{column}{row}") for column in (NAME, POINTS, EARNED))
        share = IF(full.equals(""), WITHOUT_POINTS, IF(got.equals(""), "—", got) & " / " & full)
        formulas[f"{LABEL}{row}"] = IF(title.equals(""), "", title & CHAR(10) & share)
    return formulas


def _listed(row: int) -> dict[str, Expression]:
    place = MATCH(Reference(f"{NUMBER}{row}"), _copy_of(ROW_LISTED), 0)
    name, points, earned, share = (Reference(f"{column}{row}") for column in (NAME, POINTS, EARNED, SHARE))
    both = Reference(f"{points.name}:{earned.name}")
    short = IF(LEN(name) > LONGEST_LABEL, LEFT(name, LONGEST_LABEL - 1) & "…", name)
    columns = {name: LEVEL3, points: ROW_POINTS, earned: ROW_EARNED}
    found: dict[str, Expression] = {
        cell.name: IFERROR(INDEX(_copy_of(column), place), "") for cell, column in columns.items()
    }
    return found | {
        share.name: IF(COUNT(both).equals(2), IF(points > 0, earned / points, ""), ""),
        f"{FULL}{row}": IF(name.equals(""), "", 1),
        f"{LABEL}{row}": IF(name.equals(""), "", short & "　" & _percent(share, 1)),
    }


def _copied(row: int, number: int, entries: Sequence[str]) -> dict[str, Expression]:
    """A row of 自评表; past its end all cells are blank."""
    level1, level2, title, points, earned, listed, level = (
        Reference(f"{column}{row}")
        for column in (LEVEL1, LEVEL2, LEVEL3, ROW_POINTS, ROW_EARNED, ROW_LISTED, ROW_LEVEL)
    )
    above1, above2, level_above = (Reference(f"{column}{row - 1}") for column in (LEVEL1, LEVEL2, ROW_LEVEL))
    own1, own2, name = (_entry(field, number) & "" for field in ("level1", "level2", "name"))
    first = number == 1
    nothing = AND(*(is_nothing(_entry(field, number)) for field in entries))
    before = Reference(f"{ROW_LISTED}${COPIED - 1}:{ROW_LISTED}{row - 1}")
    contents: dict[Reference, Operand] = {
        level1: IF(own1.differs(""), own1, UNGROUPED if first else above1),
        level2: IF(own2.differs(""), own2, "" if first else IF(own1.differs(""), "", above2)),
        title: IF(name.differs(""), name, level2),
        points: _number(_entry("points", number)),
        earned: IF(_entry("earned", number).equals(""), "", _entry("earned", number)),
        listed: IF(IF(ISERROR(earned), False, earned.equals("—")), "", IF(nothing, "", MAX(before) + 1)),
        level: 1 if first else IF(level1.equals(above1), level_above, level_above + 1),
    }
    past = ROWS(_table("name")) <= number
    return {cell.name: IF(past, "", content) for cell, content in contents.items()}


def _entry(field: str, number: int) -> Expression:
    return INDEX(_table(field), number + 1)


def _table(field: str) -> Expression:
    """A column of the indicator table, its header included."""
    return Reference(TABLE + field)


def _copy_of(column: str) -> Expression:
    """A column of 自评表各行."""
    return Reference(copied(column))


def _of_form(column: str, row: int) -> str:
    return f"{names.FORM}!${column}${row}"
