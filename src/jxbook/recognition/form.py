"""Grid → Form: find a form by its printed labels, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxbook.finding import Refusal
from jxbook.form import Form, Passage
from jxbook.form import labels as known
from jxbook.policy import DEFAULT_POLICY
from jxbook.recognition.below import read_below
from jxbook.recognition.goals import read_goals
from jxbook.recognition.head import (
    read_facts,
    read_head,
    read_project,
    read_title_year,
    year_of,
)
from jxbook.recognition.money import read_funding
from jxbook.recognition.table import Table, read_indicators, tables_of
from jxbook.values.fold import fold
from jxbook.workbook.grid import Grid
from jxbook.workbook.page import Page
from jxbook.workbook.records import records_of


def recognise(grid: Grid, place: str) -> Form:
    """The one form of a workbook; `place` is the file's name, for messages.

    Raises Refusal JX930 when no sheet holds a form, JX931 when more than one does.
    """
    pages = [Page(sheet) for sheet in grid.sheets if not sheet.hidden]
    found = list(tables_of(pages))
    if not found:
        raise Refusal(
            "JX930",
            place,
            "没有找到项目支出绩效自评表",
            "任何工作表或表格里都没有“一级指标、三级指标、年度指标值、实际完成值”或“一级指标、三级指标、得分”这一行表头",
            "请确认选对了文件；表头文字如有改动，请改回原来的名称",
        )
    if len(found) > 1:
        where = "、".join(f"{table.page.sheet.name}第{table.header}行" for table in found)
        raise Refusal(
            "JX931",
            place,
            "文件里有不止一张自评表",
            f"在{where}都找到了指标表头，无法判断以哪一张为准",
            "请每个文件只保留一张自评表，其余的另存为单独的文件",
        )
    return _read_form(found[0], [one for one in pages if one is not found[0].page], grid)


def _read_form(table: Table, others: Sequence[Page], grid: Grid) -> Form:
    page, header = table.page, table.header
    year_entry, policy_entry, facts = read_facts(others)
    head = read_head(page, header, table.right)
    title_year = read_title_year(page, header, head.values())
    below = read_below(table)
    further = {text: entry for text, entry in below.facts.items() if text not in head or head[text].blank}
    goal, *more_goals = read_goals(page, header)
    places = tuple(passage for other in others for passage in _read_passages(other))
    return Form(
        page.sheet.name,
        year_of(year_entry, title_year),
        policy_entry.text or DEFAULT_POLICY,
        read_project({**head, **further}, facts),
        read_funding(page, header),
        goal,
        tuple(read_indicators(table)),
        below.total_points,
        below.total,
        below.grade,
        title_year,
        year_entry,
        policy_entry,
        tuple(one for one in places if not one.text.blank),
        places,
        grid.removed,
        tuple(more_goals),
        below.boxes,
        records_of(others),
    )


def _read_passages(page: Page) -> Iterator[Passage]:
    for header, columns in page.headers(known.PASSAGE_COLUMNS):
        for row in sorted(page.rows):
            section = page.entry(row, columns["section"]).text if row > header else ""
            text = page.entry(row, columns["text"])
            if section:
                replaces = fold(page.entry(row, columns.get("mode")).text) == known.REPLACES
                yield Passage(section, text, replaces)
