"""`jxbook check` of a report: its text, the forms in it, the form beside it, in one list."""

from __future__ import annotations

import argparse

from jxbook.assess import Assessed, assess
from jxbook.assess.report import Reviewed, review
from jxbook.atomic import replace_file
from jxbook.cli.checked import CheckedPart, part_of
from jxbook.cli.output import refuse_existing, with_ending
from jxbook.dataclass import replace
from jxbook.finding import Finding
from jxbook.place import CAPTIONS, Spot
from jxbook.prose import ReadParagraph
from jxbook.refusals.commands import needs_a_report


def parts_of(options: argparse.Namespace) -> list[CheckedPart]:
    """The forms that stand in a report, then its text with what the form beside it says; writes --annotate."""
    beside = None if options.form is None else assess(options.form, options.policy)
    reviewed = review(options.file, options.policy, beside)
    text = reviewed.findings
    if beside is not None:
        text = (*_against(options, reviewed, beside), *text)
    if options.annotate is not None:
        in_forms = (one for _, form in reviewed.forms for one in form.findings)
        _annotate(options, reviewed, (*text, *in_forms))
    parts = [part_of(name, form, options) for name, form in reviewed.forms]
    parts.append(CheckedPart("正文", reviewed.title, reviewed.by, text))
    return parts


def _against(options: argparse.Namespace, reviewed: Reviewed, beside: Assessed) -> tuple[Finding, ...]:
    """The figures of a report of ours against the form it was made from; of another one nothing is known."""
    if not reviewed.paper.word:
        return ()
    from jxbook.report import compose
    from jxbook.report.outline import read_outline
    from jxbook.slip.verify import disagreements, is_ours

    if not is_ours(reviewed.paper.data, options.file.name):
        return ()
    outline = read_outline(options.outline) if options.outline else None
    document = compose(beside.form, beside.policy, beside.scoring, beside.findings, outline)
    found = disagreements(reviewed.paper.data, document, options.file.name)
    return tuple(_placed(one.finding, reviewed.paper.paragraphs) for one in found)


def _placed(finding: Finding, paragraphs: tuple[ReadParagraph, ...]) -> Finding:
    """A finding that quotes a sentence, at the paragraph in which it stands; in a table it has none."""
    spot = finding.spot
    if spot is None:
        return finding
    words = spot.quote.strip("…")
    for one in paragraphs:
        at = one.text.find(words) if words else -1
        if at >= 0:
            return replace(finding, spot=Spot(one.section, one.number, words, at, at + len(words)))
    return replace(finding, spot=None, place=f"{spot.section}：“{spot.quote}”")


def _beside_table(finding: Finding, paragraphs: tuple[ReadParagraph, ...]) -> Finding:
    """A finding in the lines before a table, which a form takes for its own, at the paragraph before that table."""
    if finding.cell is None or finding.cell.column < CAPTIONS:
        return finding  # a comment stands in the cell itself
    words: ReadParagraph | None = None
    count = 0
    for one in paragraphs:
        count += one.table
        if one.table and f"表{count}" == finding.cell.sheet:
            break
        words = words if one.table or not one.text else one
    else:
        return finding
    if words is None:
        return finding
    spot = Spot(words.section, words.number, words.text, 0, len(words.text))
    return replace(finding, spot=spot, what=f"{finding.cell}：{finding.what}")


def _annotate(options: argparse.Namespace, reviewed: Reviewed, found: tuple[Finding, ...]) -> None:
    """Write the copy with comments; an existing file is never written over."""
    from jxbook.papers.annotate import annotated

    if not reviewed.paper.word:
        raise needs_a_report("jxbook check", "--annotate", ".docx")
    path = with_ending(options.annotate, ".docx")
    refuse_existing(path, source=options.file)
    placed = tuple(_beside_table(one, reviewed.paper.paragraphs) for one in found)
    replace_file(path, annotated(reviewed.paper.data, options.file.name, placed), new=True)
