"""No heading with nothing under it, and none over a mere gap."""

from __future__ import annotations

import pytest

from jxbook.document.blocks import Block, Heading, Signature
from jxbook.report.markup import read_markup
from jxbook.report.tidy import tidied

GAP = "【待补充：立项的文件和文号】"


def blocks(text: str) -> tuple[Block, ...]:
    """= title, 1 to 4 heading of that level, | paragraph, ~ signature at the end."""
    text, _, signer = text.partition(" ~")
    marks = {"=": "# ", "|": "", **{str(level): f"{'#' * (level + 1)} " for level in range(1, 5)}}
    made = read_markup("\n\n".join(f"{marks[line[0]]}{line[1:]}" for line in text.split()), {})
    return (*made, Signature(signer)) if signer else made


def lines(made: tuple[Block, ...]) -> list[str]:
    return [f"{one.number}{one.text}" if isinstance(one, Heading) else one.text for one in made]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("given", "left"),
    [
        (f"1概况 3背景 |{GAP} 3内容 |建站。 3资金 |1万元。", "一、概况 【待补充：背景，包括立项的文件和文号】 1.内容 建站。 2.资金 1万元。"),
        (f"1概况 3立项的文件 |{GAP} 3内容 |建站。 3资金 |1万元。", f"一、概况 {GAP} 1.内容 建站。 2.资金 1万元。"),  # the hint names it itself
        (f"1概况 3背景 |{GAP} 3内容 |{GAP} 3资金 |1万元。", f"一、概况 【待补充：背景，包括立项的文件和文号】 1.内容 {GAP} 2.资金 1万元。"),
        # of two parts both keep their headings: what is written for one would run into the other
        (f"1经验和问题 2经验 |{GAP} 2问题 |停工。", f"一、经验和问题 （一）经验 {GAP} （二）问题 停工。"),
        (f"1概况 3立项的文件 |{GAP} |建站。", f"一、概况 1.立项的文件 {GAP} 建站。"),  # not a gap alone
        (f"1建议 |{GAP} ~某镇", f"一、建议 {GAP} 某镇"),  # a prescribed part stands
        ("1建议 |建站。 1其他 ~某镇", "一、建议 建站。 某镇"),
        ("1概况 2内容 3地点 2资金 |100万元。", "一、概况 （一）资金 100万元。"),
        ("=摘要 1概况 |建站。 =报告 1空 1概况 |建站。", "摘要 一、概况 建站。 报告 一、概况 建站。"),
        ("1概况 3名称：道路 3单位：某镇 2资金 |100万元。", "一、概况 1.名称：道路 2.单位：某镇 （一）资金 100万元。"),
    ],
)  # fmt: skip
def test_what_stands(given: str, left: str) -> None:
    assert lines(tidied(blocks(given))) == left.split()
