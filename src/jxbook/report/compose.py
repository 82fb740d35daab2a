"""Form × Policy × Scoring → Document, by an outline."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import TYPE_CHECKING

from jxbook.report.document import Block, Document, Note, Paragraph, Title
from jxbook.report.shipped import outline_text

if TYPE_CHECKING:
    from jxbook.form import Form
    from jxbook.policy import Policy
    from jxbook.scoring import Scoring

_MOST_FIGURES = 100


def compose(form: Form, policy: Policy, scoring: Scoring, outline: str | None = None) -> Document:
    """The report of a scored form.

    `outline` is the outline's own text; without it the policy's outline is taken. Sections that neither the
    form nor the staff's 报告素材 can fill carry a line that begins with 【待补充】.
    Raises Refusal JX603 for a faulty outline, JX604 for one that is endless or places over 100 tables and charts.
    """
    from jxbook.report.context import facts_of
    from jxbook.report.figures import figures
    from jxbook.report.markup import read_markup
    from jxbook.report.sandbox import run

    name = policy.word("report.outline")
    placed: dict[str, tuple[Block, ...]] = {}
    asked: set[str] = set()
    context = {
        **facts_of(form, policy, scoring),
        **_placing(figures(form, scoring), placed),
        "passage": _passages(form, asked),
    }
    text = run(outline if outline is not None else outline_text(name), name, context)
    blocks = (*read_markup(text, placed), *_left_over(form, asked))
    title = next((block.text for block in blocks if isinstance(block, Title)), "")
    return Document(title.replace("\n", ""), blocks)


def _placing(
    builders: Mapping[str, Callable[[], tuple[Block, ...]]], placed: dict[str, tuple[Block, ...]]
) -> Mapping[str, Callable[[], object]]:
    """The outline's functions for tables and charts: each puts its blocks where it is called, if it has any."""
    from markupsafe import Markup

    from jxbook.report.markup import mark_of
    from jxbook.report.sandbox import TooMuch

    calls = count(1)

    def placing(name: str) -> Callable[[], object]:
        def place() -> object:
            if next(calls) > _MOST_FIGURES:
                raise TooMuch
            if name not in placed:
                placed[name] = builders[name]()
            return Markup(mark_of(name) if placed[name] else "")

        return place

    return {name: placing(name) for name in builders}


def _passages(form: Form, asked: set[str]) -> Callable[..., object]:
    """The outline's `passage`: what was generated, completed or replaced by what staff wrote.

    It adds every section it is called for to `asked`.
    """
    from markupsafe import Markup

    from jxbook.report.facts import OPEN
    from jxbook.report.markup import closed, escape

    def passage(section: str, hint: str = "", *, optional: bool = False, caller: Callable[[], str]) -> object:
        asked.add(section)
        own = [one for one in form.passages if one.section == section and not one.text.none]
        parts = [] if any(one.replaces for one in own) else [str(caller()).strip("\n")]
        parts += [escape(closed(one.text.text)) for one in own]
        text = "\n\n".join(part for part in parts if part.strip())
        if not text and not optional:
            text = f"{OPEN}请在“报告素材”的“{escape(section)}”一行填写：{escape(hint)}。"
        return Markup(text)

    return passage


def _left_over(form: Form, asked: set[str]) -> Iterator[Block]:
    """What staff wrote for sections that this outline does not have, as when the policy was changed."""
    from jxbook.report.markup import closed

    left = [one for one in form.passages if one.section not in asked and not one.text.none]
    if left:
        yield Note("说明：以下内容写在“报告素材”里，本提纲没有相应的章节，附在这里，请移到合适的位置。")
    for one in left:
        yield Paragraph(f"{one.section}：")
        yield from (Paragraph(line) for line in closed(one.text.text).splitlines() if line.strip())
