"""A report that somebody edited against the form it was made from: which figures no longer agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from jxbook.dataclass import dataclass
from jxbook.document.blocks import Document
from jxbook.document.bookmarks import PREFIX, Printed, printed
from jxbook.document.docx.body import W
from jxbook.document.docx.tree import tree
from jxbook.finding import Finding, Refusal, Severity
from jxbook.package import open_zip
from jxbook.place import Spot
from jxbook.refusals.reports import not_our_report, report_damaged

if TYPE_CHECKING:
    from lxml.etree import _Element


class Mismatch(StrEnum):
    """How a figure of a report and the form disagree."""

    CHANGED = "不一致"
    """The report says one number, the form gives another."""
    GONE = "表中已无此数"
    """The report states a figure that the form no longer gives."""
    MISSING = "报告中已无此数"
    """The form gives a figure whose bookmark the report no longer has: it was deleted or written anew."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A figure that does not agree: what the report says, what the form gives, and where it comes from."""

    way: Mismatch
    report: str
    form: str
    name: str
    where: str
    section: str
    sentence: str
    bookmark: str

    @property
    def finding(self) -> Finding:
        """As a finding: by the rule that a text and its form give the same numbers (JX502)."""
        spot = Spot(self.section, 0, self.sentence) if self.sentence else None
        cells = f"（{self.where}）" if self.where else ""
        match self.way:
            case Mismatch.CHANGED:
                what = f"报告写“{self.report}”，按表应为“{self.form}” — {self.name}{cells}"
                fix = f"请改为“{self.form}”；表中填错的，先改表，再重新生成报告"
            case Mismatch.GONE:
                what = f"报告写“{self.report}”，自评表现在得不出这一数"
                fix = "请核对所在的句子，或重新生成报告"
            case Mismatch.MISSING:
                what = f"按表有“{self.form}”，报告中已删去或改写 — {self.name}{cells}"
                fix = "请核对是否应当保留，或重新生成报告"
        why = "报告由自评表生成，同一个数应当一致"
        return Finding("JX502", Severity.ERROR, None, what, why, fix, self.bookmark, spot)


def disagreements(report: bytes, document: Document, name: str = "报告") -> tuple[Disagreement, ...]:
    """Where a Word report and `document`, the report as its form gives it now, disagree, in the order of the text.

    Raises Refusal JX606 for a file that is no Word document that can be read, or holds none of our bookmarks.
    """
    written = read_bookmarks(report, name)
    if not written:
        raise not_our_report(name)
    return tuple(_compared(written, tuple(printed(document))))


def is_ours(report: bytes, name: str = "报告") -> bool:
    """Does a Word document hold our bookmarks? Raises Refusal JX606 for one that cannot be read."""
    return bool(read_bookmarks(report, name))


def read_bookmarks(report: bytes, name: str = "报告") -> dict[str, tuple[str, str]]:
    """Bookmark → the text inside it and the paragraph around it, for our bookmarks. Raises Refusal JX606."""
    from lxml.etree import LxmlError

    try:
        package = open_zip(report, name)
        path = next(one.target for one in package.relations() if one.kind == "officeDocument")
        root = tree(package.part(path), name)
    except (Refusal, LxmlError, StopIteration) as error:
        raise report_damaged(name) from error
    return dict(_bookmarks(root))


def _bookmarks(root: _Element) -> Iterator[tuple[str, tuple[str, str]]]:
    """Text in runs between the start and the end of each bookmark; deleted text does not count."""
    for paragraph in root.iter(f"{{{W}}}p"):
        whole, inside = "", {}
        found: dict[str, str] = {}
        for element in paragraph.iter(f"{{{W}}}bookmarkStart", f"{{{W}}}bookmarkEnd", f"{{{W}}}t"):
            own = element.get(f"{{{W}}}id", "")
            if element.tag == f"{{{W}}}bookmarkStart":
                name = element.get(f"{{{W}}}name", "")
                if name.startswith(PREFIX) and "_" in name:
                    inside[own] = name
                    found[name] = ""
            elif element.tag == f"{{{W}}}bookmarkEnd":
                inside.pop(own, None)
            else:
                whole += element.text or ""
                for name in inside.values():
                    found[name] += element.text or ""
        for name, text in found.items():
            yield name, (text.strip(), whole.strip())


def _compared(written: dict[str, tuple[str, str]], fresh: Sequence[Printed]) -> Iterator[Disagreement]:
    now = {one.bookmark: one for one in fresh}
    of_key: dict[str, list[Printed]] = {}
    for one in fresh:
        of_key.setdefault(_key(one.bookmark), []).append(one)
    for bookmark, (text, paragraph) in written.items():
        others = of_key.get(_key(bookmark), [])
        if not text:
            if bookmark in now:
                yield _missing(now[bookmark])
        elif not others:
            yield Disagreement(Mismatch.GONE, text, "", "", "", "", _around(paragraph, text), bookmark)
        elif not any(_same(text, one.text) for one in others):
            one = now.get(bookmark, others[0])
            yield Disagreement(
                Mismatch.CHANGED,
                text,
                one.text,
                one.name,
                one.where,
                one.section,
                _around(paragraph, text),
                bookmark,
            )
    for one in fresh:
        if one.bookmark not in written:
            yield _missing(one)


def _missing(one: Printed) -> Disagreement:
    return Disagreement(
        Mismatch.MISSING, "", one.text, one.name, one.where, one.section, one.sentence[:60], one.bookmark
    )


def _key(bookmark: str) -> str:
    return bookmark.rpartition("_")[0]


def _same(first: str, second: str) -> bool:
    """The same number, whatever its thousands, blanks and idle zeros."""
    return _plain(first) == _plain(second)


def _plain(text: str) -> str:
    bare = text.replace(",", "").replace("，", "").replace(" ", "").replace("％", "%")
    number, percent = bare.removesuffix("%"), bare.endswith("%")
    if "." in number:
        number = number.rstrip("0").rstrip(".")
    return f"{number}%" if percent else number


def _around(paragraph: str, text: str, most: int = 40) -> str:
    at = paragraph.find(text)
    begin = max(0, at - most // 2)
    return f"{'…' if begin else ''}{paragraph[begin : at + most // 2 + len(text)]}"
