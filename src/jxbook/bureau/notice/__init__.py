"""通报.docx: the numbers of a run told in official prose, for the same renderers as the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jxbook.bureau.figures import Figures
from jxbook.bureau.notice import sentences
from jxbook.bureau.notice.words import points, rate
from jxbook.bureau.run_result import RunResult
from jxbook.bureau.year import main_year, of_one_year
from jxbook.dataclass import replace
from jxbook.document.blocks import (
    Align,
    AnnexLabel,
    Attachments,
    Block,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Signature,
    Table,
    TableCell,
    Title,
)
from jxbook.facts.words import marker
from jxbook.report.markup import number_of

_ANNEX = "未报送自评表的项目"
_MOST = 20


def notice(run: RunResult, told: Figures, deadline: str = "") -> Document:
    """The notice of a run: of the year that most of its projects are of, with those that name none.

    `deadline` is an ISO date, "" where a person has to write it.
    """
    came, of_year = run, ""
    year = main_year(run)
    if year is not None:
        of_year = f"{year}年度"
        if len(run.of_years) > 1:
            run = of_one_year(run, year)
            told = Figures(run, told)
    title = f"关于{of_year}项目支出绩效自评情况的通报"
    sections: tuple[tuple[str, Iterable[Block]], ...] = (
        (
            "总体情况",
            (
                *_prose(sentences.overall(run, told)),
                *_prose(sentences.other_years(came, year)),
                _departments(told),
            ),
        ),
        ("各部门情况", _prose(sentences.by_department(told))),
        ("做得好的方面", _prose(sentences.done_well(run, told))),
        ("存在的主要问题", _prose(sentences.problems(run, told))),
        ("报送情况", _prose(sentences.handed_in(came, run.counted))),
        ("有关要求", _demands(run, told, deadline)),
    )
    blocks: list[Block] = [
        Title(title),
        Paragraph("各部门、各单位："),
        Paragraph(
            f"按照《项目支出绩效评价管理办法》（财预〔2020〕10号），我们对{of_year}项目支出绩效自评情况作了汇总审核，"
            "现将有关情况通报如下。"
        ),
    ]
    at = 0
    for heading, found in sections:
        held = tuple(found)
        if held:
            at += 1
            blocks += (Heading(1, number_of(1, at), heading), *held)
    missing = came.roster.missing(came.once) if came.roster else ()
    if missing:
        blocks.append(Attachments((_ANNEX,)))
    blocks += (Signature(marker("发文单位")), Signature(marker("成文日期")))
    if missing:
        rows = [
            (str(number), one.supervisor, one.implementer, one.project, one.code)
            for number, one in enumerate(missing, 1)
        ]
        heads = ("序号", "主管部门", "实施单位", "项目名称", "项目编码")
        blocks += (PageBreak(), AnnexLabel("附件"), _table(_ANNEX, heads, (40, 120, 120, 220, 120), rows))
    return Document(title, tuple(blocks))


def _prose(said: Iterable[str]) -> tuple[Block, ...]:
    return tuple(Paragraph(one) for one in said)


def _demands(run: RunResult, told: Figures, deadline: str) -> Iterator[Block]:
    for at, (heading, text) in enumerate(sentences.demands(run, told, deadline), 1):
        yield Heading(2, number_of(2, at), heading)
        yield Paragraph(text)


def _departments(told: Figures) -> Table:
    """A row for each department, those with most projects first; one that has neither projects nor errors has none."""
    shown = [one for one in told.departments if one.forms or one.errors]
    heads = ("部门", "项目数", "平均分", *told.grades, "执行率", "错误")
    rows = [
        (
            one.name,
            str(one.forms),
            "—" if one.mean is None else points(one.mean).removesuffix("分"),
            *(str(one.grades.get(word, 0)) for word in told.grades),
            "—" if one.rate is None else rate(one.rate),
            str(one.errors),
        )
        for one in (*shown[:_MOST], told.all)
    ]
    left_out = len(shown) - _MOST
    table = _table(
        "各部门自评情况",
        heads,
        (200, 60, 70, *(44,) * len(told.grades), 80, 60),
        rows,
        label="表1",
        left=(0,),
    )
    notes = []
    if left_out > 0:
        notes.append(f"另有{left_out}个部门项目较少，未列出，已计入合计。")
    if any((one.mean or 0) > sentences.FULL for one in told.departments):
        notes.append("平均分超过100分的，是自评表的分值合计超过了100分，须改正。")
    return replace(table, note="".join(notes)) if notes else table


def _table(
    caption: str,
    heads: tuple[str, ...],
    widths: tuple[int, ...],
    rows: Sequence[tuple[str, ...]],
    label: str = "",
    left: tuple[int, ...] = (1, 2, 3),
) -> Table:
    body = tuple(
        tuple(
            TableCell(text, align=Align.LEFT if at in left else Align.CENTER) for at, text in enumerate(row)
        )
        for row in rows
    )
    head = tuple(TableCell(text, bold=True) for text in heads)
    return Table(caption, "", widths, (head, *body), header_rows=1, label=label, small=True)
