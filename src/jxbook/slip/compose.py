"""Report and findings → the 核对单 as a Document, for the same renderers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jxbook.document.blocks import (
    Align,
    Block,
    Document,
    Heading,
    Note,
    Paragraph,
    Subtitle,
    Table,
    TableCell,
    Title,
)
from jxbook.document.bookmarks import Printed, printed
from jxbook.document.marks import FIGURE_LEFT_OUT
from jxbook.facts.everything import Facts
from jxbook.facts.sums import unofficial_bases
from jxbook.finding import Finding
from jxbook.report.markup import number_of
from jxbook.report.outline import Outline, sections
from jxbook.slip.alternatives import Alternative, alternatives
from jxbook.slip.gaps import Gap
from jxbook.values import plain

TITLE = "核对单"
_BOX = "□"
_LONGEST = 60


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
        ("数字来源和核对", _figures(printed(document))),
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
            gap.where or "报告中直接填写",
            _BOX,
        )
        for at, gap in enumerate(ordered, 1)
    ]
    yield _table(
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
    yield _table(("序号", "级别", "单元格", "发现", "处理"), (50, 60, 134, 350, 290), rows, (2, 3, 4))


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
        yield _table(heads, (50, 270, 74, 150, 170, 170), rows, (1, 3, 4, 5))
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


def _figures(found: Iterable[Printed]) -> Iterator[Block]:
    """Every figure once: where it stands with the sentence around it, how it is reckoned from which cells, its bookmark.

    Only the first of each is kept, as a report may print half a million."""
    first: dict[tuple[str, str], Printed] = {}
    times: dict[tuple[str, str], int] = {}
    for one in found:
        figure = one.name, one.text
        if figure not in first:
            first[figure] = one
        times[figure] = times.get(figure, 0) + 1
    if not first:
        yield Paragraph("报告中没有数字。")
        return
    rows = [
        (
            str(at),
            "\n".join([one.text for one in own]),
            _place(own),
            _source(own[0]),
            "\n".join([_bookmarks(one, times[one.name, one.text]) for one in own]),
            _BOX,
        )
        for at, own in enumerate(_lines(first.values()), 1)
    ]
    yield Paragraph(
        f"报告共有数字{sum(times.values())}处，每处带有书签，可用 jxbook check 报告 --form 自评表 核对。"
    )
    heads = ("序号", "数字", "报告位置和原句", "来源、算法和单元格", "书签", "核对")
    yield _table(heads, (42, 88, 284, 254, 174, 42), rows, (2, 3))


def _lines(figures: Iterable[Printed]) -> Iterable[list[Printed]]:
    """The figures by rows: those that one sentence quotes from one place stand in one, each on a line of its cell beside
    its bookmark; any other has its own."""
    lines: dict[tuple[str, ...], list[Printed]] = {}
    for one in figures:
        told = (
            (_source(one), one.section, one.sentence) if FIGURE_LEFT_OUT in one.name else (one.name, one.text)
        )
        lines.setdefault(told, []).append(one)
    return lines.values()


def _place(own: Sequence[Printed]) -> str:
    """Where figures first stand, and their sentence; of a copied form its place says enough."""
    section = own[0].section
    if section.startswith("附件") or section.endswith("自评表"):
        return f"{section}，照表列示"
    return f"{section}：{_short(own)}" if section else _short(own)


def _source(one: Printed) -> str:
    """What a figure is and its cells; of a text of staff only the cell, as the sentence shows the words."""
    name = one.name[: one.name.rindex("“")] if FIGURE_LEFT_OUT in one.name else one.name
    return f"{name or one.name}：{one.where}" if one.where else name or one.name


def _short(own: Sequence[Printed]) -> str:
    """The sentence of figures, a stretch around them where it is long."""
    text = " ".join(own[0].sentence.split())
    if len(text) <= _LONGEST:
        return text
    at = max(0, text.find(own[0].text) - _LONGEST // 2)
    end = max(at + _LONGEST, own[-1].start - own[0].start + at + _LONGEST)
    return f"{'…' if at else ''}{text[at:end]}{'…' if end < len(text) else ''}"


def _bookmarks(first: Printed, times: int) -> str:
    return first.bookmark if times == 1 else f"{first.bookmark}等{times}处"


def _table(
    heads: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[str]], left: tuple[int, ...]
) -> Table:
    aligned = [Align.LEFT if at in left else Align.CENTER for at in range(len(heads))]
    body = [
        tuple([TableCell(text, 1, 1, align) for text, align in zip(row, aligned, strict=True)])
        for row in rows
    ]
    head = tuple([TableCell(text) for text in heads])
    return Table("", "", tuple(widths), (head, *body), header_rows=1, small=True)
