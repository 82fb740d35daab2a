"""The formulas of 看板: plain functions only, so that it works without ours, and an error is never a number.

自评表各行 copies the indicator rows through INDEX over the whole table: rows may come and go, and a row
deleted in 自评表 leaves no #REF!. The other blocks and the charts read that copy.
"""

from __future__ import annotations

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
from jxbook.template.formula_cells import ENTRIES, is_nothing
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

Formulas = dict[str, str]


def board_formulas(layout: Layout, levels: int, unit: str) -> Formulas:
    """Address → formula, of every formula cell; `levels` is the number of 一级指标."""
    formulas = _figures(layout, unit) | _rate(layout) | _levels(layout, levels)
    for number in range(1, LISTED_ROWS + 1):
        formulas |= _listed(LISTED + number - 1)
    for number in range(1, COPIED_ROWS + 1):
        formulas |= _copied(layout, COPIED + number - 1, number)
    return formulas


def _figures(layout: Layout, unit: str) -> Formulas:
    total, grade, rate, rows = CARDS
    listed, scored = f"MAX({copied(ROW_LISTED)})", f"COUNT({copied(ROW_EARNED)})"
    budget, spent = _funds("budget", layout), _funds("spent", layout)
    points, earned = (_of_form(layout.columns[one], layout.total) for one in ("points", "earned"))
    stated_grade = _of_form(*layout.grade)
    amounts = f'"预算 "&TEXT({budget},"#,##0.00")&"，执行 "&TEXT({spent},"#,##0.00")&" {unit}"'
    name = _of_form(layout.columns["level2"], PROJECT)
    return {
        f"B{SUBTITLE}": f'IF({name}="","{NAMELESS}",{name})&{_of_form(STANDING, YEAR)}',
        f"{total}{FIGURE}": _or_failed(earned),
        f"{grade}{FIGURE}": _or_failed(stated_grade),
        f"{rate}{FIGURE}": _or_failed(_funds("rate", layout)),
        f"{rows}{FIGURE}": f'{scored}&" / "&{listed}',
        f"{total}{REMARK}": f'IF(ISNUMBER({points}),"分值合计 "&ROUND({points},2),"")',
        f"{rate}{REMARK}": f'IF(AND(ISNUMBER({budget}),ISNUMBER({spent})),{amounts},"")',
        f"{rows}{REMARK}": f'"待填或未计分 "&({listed}-{scored})&" 行"',
        f"B{NOTE + 1}": f'IF(ROWS({_table("name", layout)})-1>{COPIED_ROWS},"{MANY_ROWS}",'
        f'IF({listed}>{LISTED_ROWS},"{MANY_LISTED}",""))',
    }


def _or_failed(cell: str) -> str:
    return f'IF(ISERROR({cell}),"{FAILED}",IF({cell}="","—",{cell}))'


def _rate(layout: Layout) -> Formulas:
    cell = _funds("rate", layout)
    return {
        f"{SHARE}{RATE}": f'IF(ISNUMBER({cell}),{cell},"")',
        f"{LABEL}{RATE}": f'IF({SHARE}{RATE}="","{UNSCORED}",ROUND({SHARE}{RATE}*100,2)&"%")',
    }


def _levels(layout: Layout, levels: int) -> Formulas:
    formulas = {
        f"{column}{LEVELS}": f'IF(ISNUMBER({cell}),{cell},"")'
        for column, cell in ((POINTS, _funds("points", layout)), (EARNED, _funds("earned", layout)))
    }
    for number in range(1, levels + 1):
        row = LEVELS + number
        mine, index = f"{NUMBER}{row}", copied(ROW_LEVEL)
        name = f'IFERROR(INDEX({copied(LEVEL1)},MATCH({mine},{index},0)),"")'
        if number == levels:  # the last one takes what staff may have added behind it
            name = f'IF(MAX({index})>{mine},"{OTHERS}",{name})'
            mine = f'">="&{mine}'
        points, earned = copied(ROW_POINTS), copied(ROW_EARNED)
        formulas |= {
            f"{NAME}{row}": name,
            f"{POINTS}{row}": f'IF({NAME}{row}="","",SUMIFS({points},{index},{mine}))',
            f"{EARNED}{row}": f'IF(COUNTIFS({index},{mine},{earned},">=0")=0,"",'
            f'IFERROR(ROUND(SUMIFS({earned},{index},{mine}),2),""))',
        }
    for row in range(LEVELS, LEVELS + levels + 1):
        share = f'IF({EARNED}{row}="","—",{EARNED}{row})&" / "&{POINTS}{row}'
        share = f'IF({POINTS}{row}="","{WITHOUT_POINTS}",{share})'
        formulas[f"{LABEL}{row}"] = f'IF({NAME}{row}="","",{NAME}{row}&CHAR(10)&{share})'
    return formulas


def _listed(row: int) -> Formulas:
    place = f"MATCH({NUMBER}{row},{copied(ROW_LISTED)},0)"
    name = f"{NAME}{row}"
    short = f'IF(LEN({name})>{LONGEST_LABEL},LEFT({name},{LONGEST_LABEL - 1})&"…",{name})'
    share = f'IF({SHARE}{row}="","{UNSCORED}",ROUND({SHARE}{row}*100,1)&"%")'
    return {
        name: f'IFERROR(INDEX({copied(LEVEL3)},{place}),"")',
        f"{POINTS}{row}": f'IFERROR(INDEX({copied(ROW_POINTS)},{place}),"")',
        f"{EARNED}{row}": f'IFERROR(INDEX({copied(ROW_EARNED)},{place}),"")',
        f"{SHARE}{row}": f"IF(COUNT({POINTS}{row}:{EARNED}{row})=2,"
        f'IF({POINTS}{row}>0,{EARNED}{row}/{POINTS}{row},""),"")',
        f"{FULL}{row}": f'IF({name}="","",1)',
        f"{LABEL}{row}": f'IF({name}="","",{short}&"　"&{share})',
    }


def _copied(layout: Layout, row: int, number: int) -> Formulas:
    """A row of 自评表; past its end all cells are blank."""

    def entry(field: str) -> str:
        return f"INDEX({_table(field, layout)},{number + 1})"

    def unless_past(value: str) -> str:
        return f'IF(ROWS({_table("name", layout)})<={number},"",{value})'

    above = number > 1
    own1, own2, name = (f'{entry(field)}&""' for field in ("level1", "level2", "name"))
    level1 = f"{LEVEL1}{row - 1}" if above else f'"{UNGROUPED}"'
    level2 = f'IF({own1}<>"","",{LEVEL2}{row - 1})' if above else '""'
    same = f"IF({LEVEL1}{row}={LEVEL1}{row - 1},{ROW_LEVEL}{row - 1},{ROW_LEVEL}{row - 1}+1)"
    earned = f"{ROW_EARNED}{row}"
    nothing = ",".join(is_nothing(entry(field)) for field in ENTRIES if field in layout.columns)
    counted = f'IF(AND({nothing}),"",MAX({ROW_LISTED}${COPIED - 1}:{ROW_LISTED}{row - 1})+1)'
    return {
        f"{LEVEL1}{row}": unless_past(f'IF({own1}<>"",{own1},{level1})'),
        f"{LEVEL2}{row}": unless_past(f'IF({own2}<>"",{own2},{level2})'),
        f"{LEVEL3}{row}": unless_past(f'IF({name}<>"",{name},{LEVEL2}{row})'),
        f"{ROW_POINTS}{row}": unless_past(f'IF(ISNUMBER({entry("points")}),{entry("points")},"")'),
        earned: unless_past(f'IF({entry("earned")}="","",{entry("earned")})'),
        f"{ROW_LISTED}{row}": unless_past(f'IF(IF(ISERROR({earned}),FALSE,{earned}="—"),"",{counted})'),
        f"{ROW_LEVEL}{row}": unless_past(same if above else "1"),
    }


def _table(field: str, layout: Layout) -> str:
    """A column of the indicator table from its header, so that a row inserted above the first is inside."""
    column = layout.columns[field]
    return f"{names.FORM}!${column}${layout.header}:${column}${layout.last}"


def _funds(field: str, layout: Layout) -> str:
    """A cell of the row 年度资金总额; a text where the money has no points."""
    span = layout.funding.get(field)
    return _of_form(span[0], layout.funds) if span else '"—"'


def _of_form(column: str, row: int) -> str:
    return f"{names.FORM}!${column}${row}"
