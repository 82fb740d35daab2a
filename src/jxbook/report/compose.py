"""Form × Policy × Scoring → Document, by an outline."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from jxbook.finding import Refusal
from jxbook.report.document import Document, Title
from jxbook.values import plain

if TYPE_CHECKING:
    from jxbook.form import Entry, Form
    from jxbook.policy import Policy
    from jxbook.scoring import Scoring

_FOLDER = Path(__file__).with_name("outlines")


@lru_cache(maxsize=16)
def outline_text(name: str) -> str:
    """The text of a shipped outline. Raises Refusal JX605 when there is none of this name."""
    path = _FOLDER / f"{name}.txt"
    if path.name != f"{name}.txt" or not path.is_file():
        known = "、".join(sorted(one.stem for one in _FOLDER.glob("*.txt")))
        raise Refusal("JX605", name, "没有这个报告提纲", f"现有的提纲是：{known}", "请改用其中一个")
    return path.read_text("utf-8")


def compose(form: Form, policy: Policy, scoring: Scoring, outline: str | None = None) -> Document:
    """The report of a scored form.

    `outline` is the outline's own text; without it the policy's outline is taken. Sections that neither the
    form nor the staff's 报告素材 can fill carry a line that begins with 【待补充】.
    Raises Refusal JX603 or JX604 for a faulty or endless outline.
    """
    from markupsafe import Markup

    from jxbook.report import facts
    from jxbook.report.form_table import self_evaluation_table
    from jxbook.report.markup import read_markup, table_mark
    from jxbook.report.sandbox import run
    from jxbook.scoring import State

    funds = facts.funds_facts(form, scoring)
    rows = tuple(facts.row_facts(row, policy) for row in scoring.indicators)
    applying = tuple(row for row in rows if row.state is not State.NOT_APPLICABLE)
    sums = facts.weights(scoring)
    points = sum((row.points for row in scoring.indicators if row.points), start=scoring.execution.points)
    tables = {"self_evaluation": self_evaluation_table(form, scoring)}
    name = policy.word("report.outline")
    text = run(
        outline if outline is not None else outline_text(name),
        name,
        {
            "year": form.year or "    ",
            "project": facts.project_facts(form),
            "policy": facts.policy_facts(policy),
            "funds": funds,
            "goal": {"expected": _text(form.goal.expected), "achieved": _text(form.goal.achieved)},
            "rows": applying,
            "qualitative": tuple(row for row in applying if row.qualitative),
            "reached": tuple(row for row in applying if row.state is State.SCORED and row.met),
            "short": tuple(row for row in applying if row.state is State.SCORED and not row.met),
            "open": tuple(row for row in applying if row.state is not State.SCORED),
            "weights": sums,
            "total_points": plain(points),
            "blank": facts.OPEN,
            "unbalanced": points != policy.number("weights.total"),
            "complete": scoring.total is not None,
            "total": "" if scoring.total is None else plain(scoring.total),
            "grade": scoring.grade or "",
            "bands": facts.bands(policy),
            "problems": facts.problems(scoring, rows, funds),
            "advice": facts.advice(scoring, rows),
            "unofficial": facts.unofficial_bases(scoring),
            "passage": _passages(form),
            "said": lambda section: any(
                one.section == section and not one.text.none for one in form.passages
            ),
            "self_evaluation_table": lambda: Markup(table_mark("self_evaluation")),
        },
    )
    blocks = read_markup(text, tables)
    title = next((block.text for block in blocks if isinstance(block, Title)), "")
    return Document(title.replace("\n", ""), blocks)


def _text(entry: Entry) -> str:
    return "" if entry.none else entry.text


def _passages(form: Form) -> Callable[..., object]:
    """The outline's `passage`: what was generated, completed or replaced by what staff wrote."""
    from markupsafe import Markup

    from jxbook.report.facts import OPEN
    from jxbook.report.markup import closed, escape

    def passage(section: str, hint: str = "", *, optional: bool = False, caller: Callable[[], str]) -> object:
        own = [one for one in form.passages if one.section == section and not one.text.none]
        parts = [] if any(one.replaces for one in own) else [str(caller()).strip("\n")]
        parts += [escape(closed(one.text.text)) for one in own]
        text = "\n\n".join(part for part in parts if part.strip())
        if not text and not optional:
            text = f"{OPEN}请在“报告素材”的“{escape(section)}”一行填写：{escape(hint)}。"
        return Markup(text)

    return passage
