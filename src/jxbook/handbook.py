"""The whole handbook as a document: every check, grouped, with its contents; then why the program may stop."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from textwrap import dedent

from jxbook.checks import RulePage, rules
from jxbook.checks.registry import SECTIONS
from jxbook.checks.settings import settings_of
from jxbook.document.blocks import (
    Align,
    Block,
    Document,
    Heading,
    Paragraph,
    Subtitle,
    Table,
    TableCell,
    Title,
)
from jxbook.policy import DEFAULT_POLICY, load_policy
from jxbook.refusals import SECTIONS as REFUSAL_SECTIONS
from jxbook.refusals import pages
from jxbook.values.numerals import in_chinese

TITLE = "校验规则手册"
_GROUPS = {
    "JX1": "填报完整",
    "JX2": "指标值和单位",
    "JX3": "得分和权重",
    "JX4": "资金",
    "JX5": "文字和数字",
    "JX6": "报告的结构",
    "JX7": "佐证和调查",
    "JX8": "与批复的目标、与其他自评表",
}
"""What the checks are about, by the first figure of their codes."""


def handbook() -> Document:
    """Contents, a page for each check by subject, a page for each refusal."""
    blocks: list[Block] = [
        Title(TITLE),
        Subtitle("（由 jxbook rule --handbook 生成）"),
        Paragraph(
            "每条规则写明查什么、为什么、示例、怎么改和依据。示例里没有写到的栏，都当作填得没有毛病；“｜”隔开各栏，报告的示例里隔开各段。依据标明官方（在所引文件中核对过）、实践或假定。"
            "标“可以直接改”的，改了不影响数据和结论；其余的，须核对原始材料后再改。政策文件的 checks.rules "
            "可以不查某条规则，或改变它的轻重，并写明理由；规则所用的数，如分项之差、字数，也是政策里的项，列在各条规则后面。"
        ),
        _contents(),
    ]
    for at, (start, found) in enumerate(groupby(rules(), lambda one: one.code[:3]), 1):
        blocks.append(Heading(1, f"{in_chinese(at)}、", _GROUPS[start]))
        for count, rule in enumerate(found, 1):
            blocks += _page(count, f"{rule.code} {rule.title}", rule.page, SECTIONS, rule)
    blocks.append(Heading(1, f"{in_chinese(len(_GROUPS) + 1)}、", "不能继续的情形"))
    for count, (code, entry) in enumerate(pages().items(), 1):
        blocks += _page(count, f"{code} {entry.title}", entry.page, REFUSAL_SECTIONS)
    return Document(TITLE, tuple(blocks))


def _contents() -> Table:
    head = tuple(TableCell(text, bold=True) for text in ("代码", "查什么", "改法"))
    rows = [
        (TableCell(one.code), TableCell(one.title, align=Align.LEFT), TableCell(one.way)) for one in rules()
    ]
    return Table("目录", "", (12, 60, 18), (head, *rows), header_rows=1)


def _page(
    count: int, title: str, page: str, sections: tuple[str, ...], rule: RulePage | None = None
) -> Iterator[Block]:
    yield Heading(2, f"（{in_chinese(count)}）" if count < 100 else f"（{count}）", title)
    for section, lines in _parts(page, sections):
        yield Paragraph(f"{section}：")
        yield from (Paragraph(line) for line in lines)
    if rule is not None:
        if numbers := list(settings_of(rule.code, load_policy(DEFAULT_POLICY))):
            yield Paragraph("可以在评价政策里改的数：")
            yield from (Paragraph(one) for one in numbers)
        yield Paragraph(f"能不能直接改：{rule.way}。")


def _parts(page: str, sections: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    """The sections of a page with their lines; a line that goes on the one before it in the file is joined to it."""
    rest = page.partition("\n")[2]
    for section in sections:
        body = f"\n{rest}".partition(f"\n{section}\n")[2]
        for other in sections:
            body = body.partition(f"\n{other}\n")[0]
        lines: list[str] = []
        for line in dedent(body).strip("\n").splitlines():
            going_on = (
                lines
                and not lines[-1].endswith(("。", "；", "："))
                and "：" not in line[:4]
                and section != "示例"
            )
            if going_on:
                lines[-1] += line.strip()
            elif line.strip():
                lines.append(line.strip())
        yield section, lines
