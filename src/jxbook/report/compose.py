"""Form × Policy × Scoring → Document, by an outline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from jxbook.document.blocks import (
    AnnexLabel,
    Attachments,
    Block,
    Chart,
    Document,
    PageBreak,
    Paragraph,
    Signature,
    Table,
    Title,
)
from jxbook.document.marks import bare
from jxbook.report.outline import Outline, outline_of

if TYPE_CHECKING:
    from jxbook.facts.everything import Facts
    from jxbook.finding import Finding
    from jxbook.form import Form
    from jxbook.policy import Policy
    from jxbook.report.figures import Built
    from jxbook.scoring import Scoring

_MOST_FIGURES = 100
_CLOSING = "closing"


def compose(
    form: Form,
    policy: Policy,
    scoring: Scoring,
    findings: Iterable[Finding] = (),
    outline: Outline | None = None,
) -> Document:
    """The report of a scored form; an amount that the `findings` of its checks contradict is marked 【待核定：…】.

    Without `outline` the policy's is taken. Where only a person knows what
    belongs into a sentence, 【待补充：…】 says what it is.
    Raises Refusal JX603 for a faulty outline, JX605 for one that is not there, JX604 for one that is endless or places over 100 tables and charts.
    """
    from jxbook.facts.everything import facts_of

    return compose_facts(facts_of(form, policy, scoring, findings), outline)


def compose_facts(facts: Facts, outline: Outline | None = None) -> Document:
    """The report of a form whose facts are known."""
    from jxbook.report.figures import FIGURES
    from jxbook.report.markup import placed_names, read_markup
    from jxbook.report.offered import context_of
    from jxbook.report.refs import resolved
    from jxbook.report.sandbox import run
    from jxbook.report.tidy import tidied

    outline = outline or outline_of(facts.policy)
    placed: dict[str, tuple[Block, ...]] = {}
    asked: set[str] = set()
    signed: list[str] = []
    context = {
        **context_of(facts),
        **_placing({name: partial(build, facts) for name, (_, build) in FIGURES.items()}, placed, signed),
        "passage": _passages(facts, asked),
    }
    placed[_CLOSING] = ()
    text = run(outline.text, outline.name, context, _characters(facts.form))
    labels = _numbered(placed_names(text), placed)
    rest = tuple(_left_over(facts, asked))
    placed[_CLOSING] = (*rest, *_closing(facts, placed, labels, "".join(signed[-1:])))
    blocks = tidied(read_markup(resolved(text, labels), placed))
    if not signed:
        blocks = (*blocks, *rest)
    title = next((block.text for block in blocks if isinstance(block, Title)), "")
    return Document(bare(title).replace("\n", ""), blocks, facts.policy.id)


def _characters(form: Form) -> int:
    """How much text stands in a form."""
    goals, project = (form.goal, *form.more_goals), form.project
    said = [entry for one in goals for entry in (one.expected, one.achieved)]
    said += [
        *project.facts.values(),
        project.name,
        project.supervisor,
        project.implementer,
        *form.boxes.values(),
    ]
    said += [entry for one in form.indicators for entry in (one.name, one.target, one.actual, one.reason)]
    said += [one.text for one in form.passages]
    return sum(len(entry.raw) for entry in said if isinstance(entry.raw, str))


def _placing(
    builders: Mapping[str, Callable[[], Built]], placed: dict[str, tuple[Block, ...]], signed: list[str]
) -> Mapping[str, Callable[[], object]]:
    """The outline's functions for tables, charts and annexes: each puts its block where it is called, if it has one."""
    from markupsafe import Markup

    from jxbook.report.markup import mark_of
    from jxbook.report.sandbox import TooMuch

    calls = count(1)

    def placing(name: str) -> Callable[[], object]:
        def place() -> object:
            if next(calls) > _MOST_FIGURES:
                raise TooMuch
            if name not in placed:
                built = builders[name]()
                placed[name] = built if isinstance(built, tuple) else () if built is None else (built,)
            return Markup(mark_of(name) if placed[name] else "")

        return place

    def closing(signer: str = "") -> object:
        signed.append(signer)
        return Markup(mark_of(_CLOSING))

    return {
        **{name: placing(name) for name in builders},
        _CLOSING: closing,
    }


def _numbered(names: list[str], placed: dict[str, tuple[Block, ...]]) -> dict[str, str]:
    """表1, 图1, 附件1 in the order of the text; the blocks get them, and the labels are returned by name.

    A single annex has no number.
    """
    from jxbook.dataclass import replace
    from jxbook.report.figures import ANNEXES

    order = list(dict.fromkeys(name for name in names if name != _CLOSING))
    annexes = [name for name in order if name in ANNEXES]
    labels: dict[str, str] = {}
    tables, charts = count(1), count(1)
    for name in order:
        first = placed[name][0]
        if name in ANNEXES:
            labels[name.replace("_annex", "_table")] = (
                f"附件{annexes.index(name) + 1}" if len(annexes) > 1 else "附件"
            )
            placed[name] = (PageBreak(), AnnexLabel(labels[name.replace("_annex", "_table")]), *placed[name])
        elif name == "form_in_text":
            labels["form_table"] = (
                f"《{next(one.caption for one in placed[name] if isinstance(one, Table))}》"
            )
            placed[name] = (PageBreak(), *placed[name])
        elif isinstance(first, Table) and first.label:
            labels[name] = f"表{next(tables)}"
            placed[name] = (replace(first, label=labels[name]), *placed[name][1:])
        elif isinstance(first, Chart) and first.label:
            labels[name] = f"图{next(charts)}"
            placed[name] = (replace(first, label=labels[name]), *placed[name][1:])
    return labels


def _closing(
    facts: Facts, placed: Mapping[str, tuple[Block, ...]], labels: Mapping[str, str], signer: str
) -> tuple[Block, ...]:
    """附件说明, 落款 and date."""
    from jxbook.facts.words import marker
    from jxbook.form.facts import REPORT_DATE
    from jxbook.report.figures import ANNEXES

    titles = tuple(
        bare(next(block.caption for block in placed[name] if isinstance(block, Table)))
        for name in placed
        if name in ANNEXES and name.replace("_annex", "_table") in labels
    )
    own = signer or facts.fact("评价部门") or facts.own_unit
    under = own or marker("落款单位", facts.where("评价部门"))
    dated = facts.fact(REPORT_DATE) or marker(REPORT_DATE, facts.where(REPORT_DATE))
    listed: tuple[Block, ...] = (Attachments(titles),) if titles else ()
    return (*listed, Signature(under), Signature(dated))


def _passages(facts: Facts, asked: set[str]) -> Callable[..., object]:
    """The outline's `passage`: what was generated, completed or replaced by what staff wrote.

    It adds every section it is called for to `asked`. `after`: what was generated follows what staff wrote. `ask`:
    where staff wrote nothing, the hint is asked for even behind what was generated. Clauses of theirs that a
    generated sentence took over are not said twice.
    """
    from markupsafe import Markup

    from jxbook.facts.words import marker
    from jxbook.report.markup import escape
    from jxbook.report.one_list import in_one_list
    from jxbook.report.passages import own_text

    def passage(
        section: str,
        hint: str = "",
        *,
        optional: bool = False,
        after: bool = False,
        ask: bool = False,
        caller: Callable[[], str],
    ) -> object:
        asked.add(section)
        own = facts.passages.get(section, ())
        made = [] if any(one.replaces for one in own) else [str(caller()).strip("\n")]
        written = [escape(own_text(one, facts, made)) for one in own]
        one_list = in_one_list(section, "".join(made), written, facts)
        parts = one_list or ([*written, *made] if after else [*made, *written])
        text = "\n\n".join(part for part in parts if part.strip())
        if not optional and (not text or (ask and not own)):
            text += escape(marker(hint.removesuffix("。"), facts.passage_place(section)))
        return Markup(text)

    return passage


def _left_over(facts: Facts, asked: set[str]) -> Iterator[Block]:
    """What staff wrote for sections that this outline does not have, as when the policy was changed."""
    from jxbook.report.passages import own_text

    for one in (one for section, own in facts.passages.items() if section not in asked for one in own):
        yield Paragraph(f"{one.section}：")
        yield from (Paragraph(line) for line in own_text(one, facts, []).splitlines() if line.strip())
