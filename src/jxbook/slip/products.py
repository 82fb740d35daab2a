"""What a scored and checked form gives to hand in and to keep: the report and its 核对单."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jxbook.dataclass import dataclass

if TYPE_CHECKING:
    from jxbook.document import Document
    from jxbook.facts.everything import Facts
    from jxbook.finding import Finding
    from jxbook.form import Form
    from jxbook.policy import Policy
    from jxbook.report.outline import Outline
    from jxbook.scoring import Scoring
    from jxbook.slip.gaps import Gap


@dataclass(frozen=True, slots=True)
class Products:
    """What a form gives: the report as it is handed in, and the 核对单 for the person who made it."""

    report: Document
    gaps: tuple[Gap, ...]
    facts: Facts
    findings: Sequence[Finding]
    outline: Outline

    @property
    def slip(self) -> Document:
        """The 核对单, composed when it is asked for: it costs half as much again as the report."""
        from jxbook.slip.compose import slip

        return slip(self.facts, self.report, self.gaps, self.findings, self.outline)

    def told(self, *, slip: bool = True) -> str:
        """How much of the report only a person can write, in a sentence; "" where nothing. `slip`: is it beside it?"""
        settle = sum(gap.settle for gap in self.gaps)
        said = [
            f"{count}处标着【{word}】"
            for count, word in ((len(self.gaps) - settle, "待补充"), (settle, "待核定"))
            if count
        ]
        where = "要写什么、写在哪里见核对单" if slip else "要写什么写在括号里，补充后删去括号"
        return f"报告中有{'，'.join(said)}，{where}。" if said else ""


def products(
    form: Form, policy: Policy, scoring: Scoring, findings: Sequence[Finding], outline: Outline | None = None
) -> Products:
    """The report of a scored and checked form, and its 核对单. Raises Refusal as `compose` does."""
    from jxbook.facts.everything import facts_of
    from jxbook.report import compose_facts
    from jxbook.report.outline import outline_of
    from jxbook.slip.gaps import gaps_of

    facts = facts_of(form, policy, scoring, findings)
    outline = outline or outline_of(policy)
    report = compose_facts(facts, outline)
    return Products(report, gaps_of(report), facts, findings, outline)


def slip_name(report: str) -> str:
    """The name of the file beside a report that holds its 核对单: 报告.docx → 报告_核对单.docx."""
    stem, dot, suffix = report.rpartition(".")
    return f"{stem}_核对单.{suffix}" if dot else f"{report}_核对单"
