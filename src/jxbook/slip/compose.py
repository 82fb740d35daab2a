"""Report and findings → the 核对单 as a Document, for the same renderers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxbook.document.blocks import (
    Block,
    Document,
    Heading,
    Note,
    Paragraph,
    Subtitle,
    Title,
)
from jxbook.document.bookmarks import printed
from jxbook.facts.everything import Facts
from jxbook.facts.sums import unofficial_bases
from jxbook.finding import Finding
from jxbook.report.markup import number_of
from jxbook.report.outline import Outline, sections
from jxbook.slip.alternatives import Alternative, alternatives
from jxbook.slip.gaps import Gap
from jxbook.slip.sources import sources
from jxbook.slip.tables import BOX, cells_said, slip_table
from jxbook.values import plain

TITLE = "核对单"


def slip(
    facts: Facts, document: Document, gaps: Sequence[Gap], findings: Sequence[Finding], outline: Outline
) -> Document:
    """What to settle before `document` is handed in, what is doubtful or assumed, and every figure with its source.

    `gaps` are those of the document, `findings` are those of the checks on the same form; by `outline` the document was composed.
    """
    others = alternatives(facts)
    sections = (
        ("提交前必须处理", _to_settle(gaps)),
        ("矛盾和疑点", _doubts(findings, facts, outline)),
        ("采用的非文件明文规定的做法及影响", _methods(facts, others)),
        ("数字来源和核对", sources(printed(document))),
    )
    blocks: list[Block] = [
        Title(TITLE),
        Subtitle("（内部使用，不随报告报送）"),
        Paragraph(_summary(facts, gaps, findings)),
    ]
    for at, (title, found) in enumerate(sections, 1):
        blocks += (Heading(1, number_of(1, at), title), *found)
    return Document(f"{facts.project.plain_name}{TITLE}", tuple(blocks))


def _summary(facts: Facts, gaps: Sequence[Gap], findings: Sequence[Finding]) -> str:
    total = f"总分{plain(facts.total.number)}分" if facts.total is not None else "暂无总分"
    grade = f"，等级“{facts.grade}”" if facts.grade else ""
    settle = sum(gap.settle for gap in gaps)
    return (
        f"{facts.project.plain_name or '项目'}：{total}{grade}；待补充{len(gaps) - settle}处，待核定{settle}处，"
        f"矛盾和疑点{len(findings)}条。"
    )


def _to_settle(gaps: Sequence[Gap]) -> Iterator[Block]:
    if not gaps:
        yield Paragraph("没有需要补充或核定的内容。")
        return
    ordered = sorted(gaps, key=lambda gap: not gap.settle)
    rows = [
        (
            str(at),
            gap.section,
            f"{'核定' if gap.settle else '补充'}：{gap.what}",
            cells_said(gap.where) or "报告中直接填写",
            BOX,
        )
        for at, gap in enumerate(ordered, 1)
    ]
    yield slip_table(
        ("序号", "报告位置", "需要做什么", "写在哪里", "已办"), (50, 190, 364, 200, 60), rows, (1, 2, 3)
    )


def _doubts(findings: Sequence[Finding], facts: Facts, outline: Outline) -> Iterator[Block]:
    rows = [
        (
            str(at),
            one.severity.label,
            str(one.cell or one.place or facts.form.sheet),
            f"{one.what}（{one.code}）",
            one.fix,
        )
        for at, one in enumerate(findings, 1)
    ]
    rows += _misplaced(facts, outline, len(rows))
    if not rows:
        yield Paragraph("校验没有发现矛盾和疑点。")
        return
    yield slip_table(("序号", "级别", "单元格", "发现", "处理"), (50, 60, 134, 350, 290), rows, (2, 3, 4))


def _misplaced(facts: Facts, outline: Outline, before: int) -> list[tuple[str, str, str, str, str]]:
    """What staff wrote for sections that this outline does not have: it stands at the end of the report."""
    asked = {one.name for one in sections(outline)}
    left = [one for one in facts.form.passages if one.section not in asked and not one.text.none]
    fix = "请把这段文字移到报告中合适的章节"
    return [
        (
            str(at),
            "提醒",
            str(one.text.cell or one.section),
            f"“{one.section}”不是本提纲的章节，附在报告末尾",
            fix,
        )
        for at, one in enumerate(left, before + 1)
    ]


def _methods(facts: Facts, others: Sequence[Alternative]) -> Iterator[Block]:
    if note := facts.policy.identity.note:
        yield Note(f"评价政策“{facts.policy.identity.name}”：{note}。")
    if others:
        rows = [
            (str(at), one.practice, one.mark, one.where, one.other, one.outcome)
            for at, one in enumerate(others, 1)
        ]
        heads = ("序号", "做法", "性质", "用在哪里", "换一种做法", "结果")
        yield slip_table(heads, (50, 270, 74, 150, 170, 170), rows, (1, 3, 4, 5))
    bases = unofficial_bases(facts.scoring)
    if bases:
        yield Paragraph(
            "本次计分用到、没有文件明文规定的依据（注“实践”的见于在用的表格或系统，注“假定”的为暂定）："
        )
        yield from (Paragraph(f"{at}.{base}") for at, base in enumerate(bases, 1))
    if near := _near(facts):
        yield Paragraph(near)
    if not (others or bases or note):
        yield Paragraph("计分方法均有文件规定。" if facts.scored else "本项目不由自评表计分。")


def _near(facts: Facts) -> str:
    """How far the total is above the bound of its grade, where that is close."""
    if facts.total is None or facts.source != "computed" or not facts.grade:
        return ""
    bound = next((low for low, word in facts.policy.values("grades.bands") if word == facts.grade), None)
    if bound is None or not bound:
        return ""
    return f"总分高于“{facts.grade}”的下限{plain(facts.total.number - bound)}分。"
