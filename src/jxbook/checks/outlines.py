"""The parts that reports of a kind have, by the words of their headings."""

from __future__ import annotations

from re import Pattern

from jxbook.checks.grounds import Basis
from jxbook.dataclass import dataclass
from jxbook.pattern import pattern
from jxbook.policy import Mark
from jxbook.prose import Rank, ReadParagraph


@dataclass(frozen=True, slots=True)
class ReportKind:
    """A kind of report: where its outline comes from, and its parts with the words by which a heading is known.

    `spare`: parts that are missed only where others are missing too. `known_by`: headings in the outline's own words,
    `least` of which show that a report follows it.
    """

    basis: Basis
    parts: tuple[tuple[str, Pattern[str]], ...]
    known_by: Pattern[str]
    least: int
    spare: frozenset[str] = frozenset()


NATIONAL = ReportKind(
    Basis(
        "财预〔2020〕10号附件3（参考提纲）：基本情况，绩效评价工作开展情况，综合评价情况及评价结论，绩效评价指标分析，主要经验及做法、存在的问题及原因分析，有关建议，其他需要说明的问题",
        guide=True,
    ),
    (
        ("基本情况", pattern(r"基本情况|概况")),
        ("绩效评价工作开展情况", pattern(r"(?:评价|自评)(?:组织|实施)?工作|工作开展情况|工作组织")),
        ("综合评价情况及评价结论", pattern(r"结论|综合评价|评价结果|自评结果")),
        (
            "绩效评价指标分析",
            pattern(r"指标(?:完成)?(?:情况)?分析|绩效分析|指标完成|绩效情况|绩效目标(?:完成|实现)"),
        ),
        ("主要经验及做法、存在的问题及原因分析", pattern(r"经验|做法|问题")),
        ("有关建议", pattern(r"建议|(?:改进|整改)(?:的)?措施|下一步")),
        ("其他需要说明的问题", pattern(r"其他|其它|需要?说明")),
    ),
    pattern(
        r"基本情况|评价工作开展情况|综合评价情况及|评价指标分析|主要经验(?:及|和)做法.{0,3}存在(?:的)?问题|存在的问题及原因分析|有关建议|其他需要说明的问题"
    ),
    4,
    frozenset({"其他需要说明的问题"}),
)
YUNNAN = ReportKind(
    Basis("云南省公开的绩效评价报告的章节", Mark.PRACTICE),
    (
        ("项目基本情况", pattern(r"基本情况|概况")),
        ("绩效评价工作情况", pattern(r"(?:评价|自评)工作")),
        ("评价结论和绩效分析", pattern(r"结论|绩效分析")),
        ("成本效益分析", pattern(r"成本")),
        ("主要经验及做法、存在的问题和建议", pattern(r"经验|问题|建议")),
    ),
    pattern(r"项目基本情况|绩效评价工作情况|评价结论和绩效分析|成本效益分析|存在的问题和建议"),
    3,
    frozenset({"成本效益分析"}),
)
HENAN = ReportKind(
    Basis("河南省公开的部门自评报告的章节", Mark.PRACTICE),
    (
        ("项目支出基本情况", pattern(r"基本情况|概况")),
        ("绩效自评工作开展情况", pattern(r"自评工作(?:开展|组织)")),
        ("绩效自评结果及分析", pattern(r"结果|分析")),
        ("自评发现的问题及整改措施", pattern(r"问题")),
        ("绩效自评工作建议及预算安排建议", pattern(r"建议")),
        ("其他", pattern(r"其他|其它")),
    ),
    pattern(r"项目支出基本情况|自评工作开展情况|自评结果及分析|自评发现的问题|预算安排建议"),
    3,
    frozenset({"其他"}),
)
_KNOWN = (NATIONAL, YUNNAN, HENAN)
_STRANGE = 2
"""Headings of the first rank that an outline may not know; a report with more follows another one."""


def outline_of(headings: tuple[ReadParagraph, ...]) -> ReportKind | None:
    """The outline that a report follows, by the headings of its parts; None where it follows none of those known."""
    fitting = [
        (known, -len(one.parts), one)
        for one in _KNOWN
        if (known := sum(bool(one.known_by.search(each.title)) for each in headings)) >= one.least
        and sum(not any(words.search(each.title) for _, words in one.parts) for each in headings) <= _STRANGE
    ]
    return max(fitting, key=lambda one: one[:2])[2] if fitting else None


def part_headings(paragraphs: tuple[ReadParagraph, ...]) -> tuple[ReadParagraph, ...]:
    """The headings of the first rank: 一、 二、 and what stands in their place."""
    return tuple(one for one in paragraphs if one.title and one.rank is Rank.CHINESE)
