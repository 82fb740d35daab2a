"""Form × Policy × Scoring → the report and its 核对单 → docx, html, md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jxbook.report.compose import compose
from jxbook.report.document import Document

if TYPE_CHECKING:
    from jxbook.finding import Finding
    from jxbook.form import Form
    from jxbook.policy import Policy
    from jxbook.report.slip import Gap
    from jxbook.scoring import Scoring

__all__ = ["FORMATS", "Document", "Products", "compose", "products", "render", "slip_name"]

FORMATS = ("docx", "html", "md")


@dataclass(frozen=True, slots=True)
class Products:
    """What a form gives: the report as it is handed in, and the 核对单 for the person who made it."""

    report: Document
    slip: Document
    gaps: tuple[Gap, ...]

    @property
    def told(self) -> str:
        """How much of the report only a person can write, in a sentence; "" where nothing."""
        settle = sum(gap.settle for gap in self.gaps)
        said = [
            f"{count}处标着【{word}】"
            for count, word in ((len(self.gaps) - settle, "待补充"), (settle, "待核定"))
            if count
        ]
        return f"报告中有{'，'.join(said)}，要写什么、写在哪里见核对单。" if said else ""


def products(form: Form, policy: Policy, scoring: Scoring, findings: Sequence[Finding]) -> Products:
    """The report of a scored and checked form, and its 核对单. Raises Refusal as `compose` does."""
    from jxbook.report.compose import compose_facts
    from jxbook.report.facts.everything import facts_of
    from jxbook.report.slip import gaps_of, slip

    facts = facts_of(form, policy, scoring)
    report = compose_facts(facts)
    return Products(report, slip(facts, report, findings), gaps_of(report))


def slip_name(report: str) -> str:
    """The name of the file beside a report that holds its 核对单: 报告.docx → 报告_核对单.docx."""
    stem, dot, suffix = report.rpartition(".")
    return f"{stem}_核对单.{suffix}" if dot else f"{report}_核对单"


def render(document: Document, kind: str = "docx", reference: bytes | None = None) -> bytes:
    """The report as a file's bytes: "docx", "html" or "md" (UTF-8).

    `reference` is an office's own reference.docx; its styles and page set-up replace ours.
    """
    if kind == "docx":
        from jxbook.report.docx import render_docx

        return render_docx(document, reference)
    if kind == "html":
        from jxbook.report.html import render_html

        return render_html(document).encode("utf-8")
    if kind == "md":
        from jxbook.report.markdown import render_markdown

        return render_markdown(document).encode("utf-8")
    raise ValueError(f"unknown format: {kind}")
