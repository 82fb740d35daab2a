"""汇总.xlsx: 总览, 项目, 指标, 问题, 问题排行, 未读, 跨表."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from jxbook import __version__
from jxbook.bureau.figures import Figures
from jxbook.bureau.mark import MARK
from jxbook.bureau.rollup import lists
from jxbook.bureau.rollup.cells import CellWriter
from jxbook.bureau.rollup.listing import write_list
from jxbook.bureau.rollup.overview import NAME, Overview
from jxbook.bureau.rollup.ranking import write_ranking
from jxbook.bureau.rollup.row_sheet import RowSheet
from jxbook.bureau.run_result import RunResult

_SHEETS = (NAME, "项目", "指标", "问题", "问题排行", "未读", "跨表")


def rollup(run: RunResult, told: Figures, folder: Path, now: datetime) -> bytes:
    """The roll-up of a run as a workbook's bytes; `folder` is where it will lie, for its links.

    Raises OSError where the system's folder for temporary files is full."""
    from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]

    with TemporaryDirectory(prefix="jxbook-", ignore_cleanup_errors=True) as parts:
        try:
            return _rollup(run, told, folder, now, parts)
        except FileCreateError as error:
            raise OSError(str(error)) from error


def _rollup(run: RunResult, told: Figures, folder: Path, now: datetime, parts: str) -> bytes:
    """`parts` is where XlsxWriter keeps the sheets until it packs them, and leaves them when it is interrupted."""
    import xlsxwriter  # type: ignore[import-untyped]

    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"strings_to_urls": False, "tmpdir": parts})
    book.set_properties({"title": "项目支出绩效自评汇总", "subject": MARK, "created": now})
    writer, link = CellWriter(book), lists.linked(run, folder)
    sheets = {name: book.add_worksheet(name, RowSheet) for name in _SHEETS}
    findings = lists.findings(run, link)
    by = f"{now:%Y-%m-%d %H:%M} 由 jxbook {__version__} 汇总；金额单位：万元；各表的数字随“项目”计算"
    Overview(writer, book, sheets[NAME], run, told).write(by)
    write_list(writer, sheets["项目"], "项目", lists.PROJECTS, lists.projects(run, link), frozen=2)
    write_list(writer, sheets["指标"], "指标", lists.INDICATORS, lists.indicators(run), frozen=2)
    write_list(writer, sheets["问题"], "问题", lists.FINDINGS, findings, frozen=2)
    write_ranking(writer, sheets["问题排行"], run, told, len(findings))
    write_list(writer, sheets["未读"], "没有读出的文件", lists.UNREAD, lists.unread(run, link))
    write_list(writer, sheets["跨表"], "跨表发现的问题", lists.SHARED, lists.shared(run))
    book.close()
    return data.getvalue()
