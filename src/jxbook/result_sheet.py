"""Findings → the rows of the sheet 校验结果, the same in every host, and the changes that put them into a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal

from jxbook.assess import summary
from jxbook.finding import Finding
from jxbook.place import CellRef
from jxbook.refusals.buttons import no_findings_sheet
from jxbook.workbook.grid import Change, Grid
from jxbook.workbook.names import FINDINGS, FINDINGS_FIRST, FINDINGS_HEADER, FINDINGS_LAST
from jxbook.workbook.row_height import height

COLUMNS = ("序号", "单元格", "工作表", "级别", "代码", "问题", "原因", "处理办法")
HINT = "单击“单元格”可跳到该处，该处以红色底色标出；“错误”必须改正，“提醒”应当核对，“提示”供参考。"
"""What stands under the status."""
ROOM = FINDINGS_LAST - FINDINGS_FIRST + 1

_NARROW, _WIDTH = 5, 36.0
"""The columns of texts are those behind the fifth, of this width."""

FindingRow = tuple[int | str, ...]


def status(findings: Sequence[Finding], by: str, now: datetime) -> str:
    """The line above the findings: when, how many, and by which policy (`Assessed.by`)."""
    return f"{now:%Y-%m-%d %H:%M} 校验完成：{summary(findings)}。评价政策：{by}。"


def finding_rows(findings: Sequence[Finding]) -> list[FindingRow]:
    """A row for each finding, in the order of `COLUMNS`; what does not fit on the sheet is counted in the last."""
    fitting = findings if len(findings) <= ROOM else findings[: ROOM - 1]
    rows: list[FindingRow] = [
        (
            number,
            one.cell.address if one.cell else "",
            one.cell.sheet if one.cell else one.place,
            one.severity.label,
            one.code,
            one.what,
            one.why,
            one.fix,
        )
        for number, one in enumerate(fitting, 1)
    ]
    if len(fitting) < len(findings):
        more = f"另有{len(findings) - len(fitting)}条没有列出"
        rows.append((ROOM, "", "", "", "", more, "本表写不下", "请先处理上面的各条，再重新校验"))
    return rows


def link_to(cell: CellRef) -> str:
    """The formula, without its "=", that shows a cell's address and leads there."""
    sheet = cell.sheet.replace("'", "''").replace('"', '""')
    target = f"#'{sheet}'!{cell.address}"
    return f'HYPERLINK("{target}","{cell.address}")'


def result_changes(grid: Grid, place: str, findings: Sequence[Finding], status: str) -> list[Change]:
    """The changes that replace what 校验结果 says in a workbook; `place` is the file's name, for messages.

    Raises Refusal JX955 where there is no such sheet, or one of the user's own by that name.
    """
    sheet = next((one for one in grid.sheets if one.name == FINDINGS), None)
    header = [sheet.cells.get((FINDINGS_HEADER, column)) for column in range(1, 9)] if sheet else []
    if sheet is None or tuple(cell.value if cell else None for cell in header) != COLUMNS:
        raise no_findings_sheet(place, FINDINGS, FINDINGS_HEADER)
    old = [
        place
        for place in sheet.cells
        if FINDINGS_FIRST <= place[0] <= FINDINGS_LAST and place[1] <= len(COLUMNS)
    ]
    changes = {place: Change(sheet.ref(*place), None) for place in old}
    changes |= {(one.cell.row, one.cell.column): one for one in _written(findings)}
    return [Change(sheet.ref(2, 1), f"{status}\n{HINT}"), *changes.values()]


def _written(findings: Sequence[Finding]) -> Iterator[Change]:
    """The cells of the rows, the addresses as links."""
    for row, values in enumerate(finding_rows(findings), FINDINGS_FIRST):
        for column, value in enumerate(values, 1):
            at = CellRef(FINDINGS, row, column)
            index = row - FINDINGS_FIRST
            target = (
                findings[index].cell if COLUMNS[column - 1] == "单元格" and index < len(findings) else None
            )
            size = height(str(value), _WIDTH) if column > _NARROW else 0
            if target is not None and value == target.address:
                yield Change(at, target.address, formula=link_to(target))
            elif value != "":
                yield Change(at, Decimal(value) if isinstance(value, int) else value, height=size)
