"""复核底稿.xlsx: what the unit handed in beside empty cells for what the re-check finds; its totals are formulas."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from jxbook.assess import Assessed
from jxbook.bureau.recheck.columns import (
    ACTUAL,
    COLUMNS,
    DEVIATION,
    DIFFERENCE,
    EXECUTION,
    HEAD,
    NAME,
    OWN_ACTUAL,
    OWN_SCORE,
    PAPER,
    SCORE,
    SUMMARY,
    WEIGHT,
)
from jxbook.bureau.rollup.cells import CellContent, CellFormula, CellWriter
from jxbook.bureau.rollup.listing import on_paper, row_height
from jxbook.form import OtherScore
from jxbook.place import column_letters
from jxbook.policy import Policy
from jxbook.scoring import percent
from jxbook.values import Kind, plain
from jxbook.values.kinds import Sign

_WIDTHS = (12, 16, 26, 10, 18, 8, 18, 9, 18, 9, 50)
_LESS = frozenset({Sign.AT_MOST, Sign.LESS})
_INPUT = {"bg_color": "#FFF8DC", "border": 1, "border_color": "#D0D0D0", "valign": "vcenter"}
PaperRow = tuple[CellContent, ...]


def paper(assessed: Assessed, file: str) -> bytes:
    """The workpaper of a form as a workbook's bytes; `file` is where the form lies, for a person."""
    import xlsxwriter  # type: ignore[import-untyped]

    data = io.BytesIO()
    book = xlsxwriter.Workbook(data)
    book.set_properties({"title": PAPER})
    writer = CellWriter(book)
    rows = _rows(assessed)
    sheets = {name: book.add_worksheet(name) for name in (PAPER, SUMMARY, DEVIATION, DIFFERENCE)}
    _sheet(writer, book, sheets[PAPER], assessed, file, rows)
    _summary(writer, sheets[SUMMARY], assessed, rows)
    _compared(writer, sheets[DEVIATION], rows, "完成率", [row.completion for row in _scored(assessed)])
    _differences(writer, sheets[DIFFERENCE], rows)
    book.close()
    return data.getvalue()


def _scored(assessed: Assessed) -> list[Any]:
    return [row.score for row in assessed.scoring.indicators]


def _rows(assessed: Assessed) -> list[PaperRow]:
    """A row for the 执行率, for each score that follows from no target, and for each indicator."""
    form, scoring = assessed.form, assessed.scoring
    remarks: dict[int, list[str]] = {}
    for found_in in assessed.findings:
        if found_in.cell is not None and found_in.cell.sheet == form.sheet:
            remarks.setdefault(found_in.cell.row, []).append(f"{found_in.what}（{found_in.code}）")
    money, execution = form.funding.total, scoring.execution
    rate = "" if execution.rate is None else percent(execution.rate)
    found: list[PaperRow] = []
    if execution.points:
        found.append(
            (
                EXECUTION,
                "",
                EXECUTION,
                "定量",
                f"预算{money.budget.text or money.initial_budget.text}{money.unit}",
                float(execution.points),
                f"执行{money.spent.text}{money.unit}（{rate or '—'}）",
                _own(form.funding.earned.score, execution.earned),
                None,
                None,
                execution.explanation if execution.earned is None else "",
            )
        )
    found += map(_other, form.other_scores)
    for row in scoring.indicators:
        one = row.indicator
        at = one.actual.cell or one.name.cell
        notes = remarks.get(at.row, []) if at else []
        if row.score.earned is not None and one.earned.score not in (None, row.score.earned):
            notes = [f"按政策计算应得{plain(row.score.earned)}分", *notes]
        found.append(
            (
                one.level1.text,
                one.level2.text,
                one.title,
                _nature(row),
                one.target.text,
                None if row.points is None else float(row.points),
                one.actual.text,
                _own(one.earned.score, row.score.earned),
                None,
                None,
                "；".join(notes),
            )
        )
    return found


def _other(one: OtherScore) -> PaperRow:
    """A row of 项目决策 or the goal as a whole: the unit scores it itself, and so does who checks it."""
    name, points = one.name.text, one.points.number
    weight = None if points is None else float(points)
    return ("", "", name, "定性", "", weight, "", _own(one.earned.number, None), None, None, "")


def _own(stated: Any, computed: Any) -> float | None:
    """自评得分: what the unit stated, else what its own figures come to."""
    value = computed if stated is None else stated
    return None if value is None else float(value)


def _nature(row: Any) -> str:
    target = row.indicator.target_value
    if target.kind in (Kind.TEXT, Kind.TIER):
        return "定性"
    return "定量（反向）" if target.sign in _LESS else "定量"


def _sheet(
    writer: CellWriter, book: Any, sheet: Any, assessed: Assessed, file: str, rows: Sequence[PaperRow]
) -> None:
    form = assessed.form
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width)
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, "项目支出绩效自评抽查复核底稿", writer.format("title"))
    project, unit = form.project.name.text, form.project.implementer.text or form.project.supervisor.text
    head = f"项目：{project or '（未填）'}　单位：{unit or '（未填）'}　年度：{form.year or '（未填）'}"
    writer.write(sheet, 1, 0, head, "note")
    writer.write(sheet, 2, 0, f"自评表：{file}　评价政策：{assessed.policy.identity.name}", "note")
    writer.write(
        sheet, 3, 0, "浅色格由复核人填写：复核完成值、复核得分和理由。复核人、日期写在表下。", "note"
    )
    for at, heading in enumerate(COLUMNS):
        writer.write(sheet, HEAD, at, heading, "head")
    text = book.add_format({**_INPUT, "text_wrap": True})
    number = book.add_format({**_INPUT, "num_format": "0.00"})
    for row, values in enumerate(rows, HEAD + 1):
        sheet.set_row(
            row, row_height([(str(one or ""), width) for one, width in zip(values, _WIDTHS, strict=True)])
        )
        for at, value in enumerate(values):
            if at in (ACTUAL, SCORE):
                sheet.write_blank(row, at, None, number if at == SCORE else text)
            else:
                writer.write(sheet, row, at, value, "score" if at in (WEIGHT, OWN_SCORE) else "wrap")
        limit = f"{column_letters(WEIGHT + 1)}{row + 1}"
        sheet.data_validation(
            *(row, SCORE, row, SCORE),
            {
                "validate": "decimal",
                "criteria": "between",
                "minimum": 0,
                "maximum": f"={limit}",
                "error_title": "复核得分",
                "error_message": "应为0至该行权重之间的数",
            },
        )
    last = HEAD + len(rows)
    writer.write(sheet, last + 1, 0, "合计", "text", total=True)
    for at in range(1, len(COLUMNS)):
        total: CellContent = None
        if at in (WEIGHT, OWN_SCORE, SCORE):
            known = [row[at] for row in rows if isinstance(row[at], float)]
            cells = f"{column_letters(at + 1)}{HEAD + 2}:{column_letters(at + 1)}{last + 1}"
            added = round(sum(one for one in known if isinstance(one, float)), 6)
            empty = f'IF(COUNT({cells})=0,"",SUM({cells}))'
            total = CellFormula(empty if at == SCORE else f"SUM({cells})", "" if at == SCORE else added)
        writer.write(sheet, last + 1, at, total, "score", total=True)
    sheet.write_string(last + 3, 0, "复核人：　　　　　　　　复核日期：", writer.format("note"))
    sheet.freeze_panes(HEAD + 1, NAME + 1)
    on_paper(sheet, HEAD)


def _summary(writer: CellWriter, sheet: Any, assessed: Assessed, rows: Sequence[PaperRow]) -> None:
    """Totals and grades beside each other."""
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 3, 14)
    sheet.write_string(0, 0, SUMMARY, writer.format("title"))
    for at, heading in enumerate(("", "自评", "复核", "差值")):
        writer.write(sheet, 2, at, heading, "head")
    total = HEAD + len(rows) + 2
    own = round(sum(one for one in (row[OWN_SCORE] for row in rows) if isinstance(one, float)), 6)
    scores = [f"{PAPER}!{column_letters(at + 1)}{total}" for at in (OWN_SCORE, SCORE)]
    writer.write(sheet, 3, 0, "总分", "text")
    writer.write(sheet, 3, 1, CellFormula(scores[0], own), "score")
    writer.write(sheet, 3, 2, CellFormula(scores[1], ""), "score")
    writer.write(sheet, 3, 3, CellFormula('IF(C4="","",C4-B4)', ""), "score")
    writer.write(sheet, 4, 0, "等级", "text")
    grade = next((word for low, word in _bands(assessed.policy) if own >= low), "")
    writer.write(sheet, 4, 1, CellFormula(_grade("B4", assessed.policy), grade), "centre")
    writer.write(sheet, 4, 2, CellFormula(_grade("C4", assessed.policy), ""), "centre")
    writer.write(sheet, 4, 3, CellFormula('IF(C5="","",IF(B5=C5,"相同","不同"))', ""), "centre")
    on_paper(sheet, 2)


def _bands(policy: Policy) -> list[tuple[float, str]]:
    return sorted(((float(low), str(word)) for low, word in policy.values("grades.bands")), reverse=True)


def _grade(cell: str, policy: Policy) -> str:
    """A formula that gives the grade of a total by the bands of the policy."""
    text = '""'
    for low, word in reversed(_bands(policy)):
        text = f'IF({cell}>={low:g},"{word}",{text})'
    return f'IF({cell}="","",{text})'


def _compared(
    writer: CellWriter, sheet: Any, rows: Sequence[PaperRow], heading: str, found: Sequence[Any]
) -> None:
    """偏离度: how far each actual value of the unit is from its target."""
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 4, 16)
    sheet.write_string(0, 0, DEVIATION, writer.format("title"))
    for at, text in enumerate(("三级指标", "指标值", "自评完成值", heading, "偏离度")):
        writer.write(sheet, 2, at, text, "head")
    shown = rows[len(rows) - len(found) :]
    for row, (values, completion) in enumerate(zip(shown, found, strict=True), 3):
        for at, index in enumerate((NAME, NAME + 2, OWN_ACTUAL)):
            writer.write(sheet, row, at, values[index], "wrap")
        rate = None if completion is None else float(completion)
        writer.write(sheet, row, 3, rate, "percent")
        deviation = None if rate is None else CellFormula(f"D{row + 1}-1", round(rate - 1, 10))
        writer.write(sheet, row, 4, deviation, "percent")
    on_paper(sheet, 2)


def _differences(writer: CellWriter, sheet: Any, rows: Sequence[PaperRow]) -> None:
    """差值: re-checked less self-evaluated score, for each row."""
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 3, 14)
    sheet.write_string(0, 0, DIFFERENCE, writer.format("title"))
    for at, text in enumerate(("三级指标", "自评得分", "复核得分", "差值")):
        writer.write(sheet, 2, at, text, "head")
    for row, values in enumerate(rows, 3):
        source = HEAD + 2 + row - 3
        own, new = (f"{PAPER}!{column_letters(at + 1)}{source}" for at in (OWN_SCORE, SCORE))
        writer.write(sheet, row, 0, values[NAME], "wrap")
        stated = values[OWN_SCORE]
        has = isinstance(stated, float)
        writer.write(sheet, row, 1, CellFormula(f'IF({own}="","",{own})', stated if has else ""), "score")  # type: ignore[arg-type]
        writer.write(sheet, row, 2, CellFormula(f'IF({new}="","",{new})', ""), "score")
        text = f'IF(OR(B{row + 1}="",C{row + 1}=""),"",C{row + 1}-B{row + 1})'
        writer.write(sheet, row, 3, CellFormula(text, ""), "score")
    on_paper(sheet, 2)
