"""The numbers that Word generates before paragraphs: numbering.xml and styles.xml → the label of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TypeVar

from jxbook.dataclass import dataclass, field
from jxbook.package import Package
from jxbook.package.parser import Attributes, new_parser, run
from jxbook.pattern import pattern
from jxbook.prose import Label, Rank, read_label
from jxbook.values.numerals import in_chinese

MAIN = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
T = TypeVar("T")
_MOST_LEVELS = 9
_MOST_STYLES = 20
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_IN_CHINESE = frozenset(
    "chineseCounting chineseCountingThousand japaneseCounting taiwaneseCounting taiwaneseCountingThousand "
    "japaneseDigitalTenThousand koreanCounting ideographDigital taiwaneseDigital chineseLegalSimplified "
    "ideographLegalTraditional japaneseLegal".split()
)
_LEGAL = frozenset({"chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"})
_PLACE = pattern(r"%([1-9])")


@dataclass(slots=True)
class _Level:
    """A level of a list as numbering.xml defines it."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False


@dataclass(slots=True)
class _Style:
    """A paragraph style: what it is based on, its list and level, its outline level."""

    above: str = ""
    list: str = ""
    level: int | None = None
    outline: int | None = None


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted. `label` is asked for each paragraph in order."""

    abstract: dict[str, dict[int, _Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    restarts: dict[tuple[str, int], int] = field(default_factory=dict)
    styles: dict[str, _Style] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def rank(self, style: str, outline: int | None) -> Rank | None:
        """The level of a heading, by its own outline level or that of its style; None for body text."""
        level = outline if outline is not None else self._inherited(style, lambda one: one.outline)
        if level is None or not 0 <= level < 5:
            return None
        return (Rank.CHINESE, Rank.BRACKETED, Rank.ARABIC, Rank.PARENTHESISED, Rank.CIRCLED)[level]

    def label(self, style: str, list_id: str | None, level: int | None) -> Label | None:
        """The label of the next paragraph; `list_id` and `level` are its own, None where its style has them."""
        inherited = self._inherited(style, lambda one: one.list or None)
        chosen = list_id if list_id is not None else inherited
        if not chosen or chosen == "0":
            return None
        abstract = self.lists.get(chosen)
        if abstract is None:
            return None
        of_style = self._inherited(style, lambda one: one.level)
        at = level if level is not None else of_style if of_style is not None else 0
        levels = self.abstract.get(abstract, {})
        if at not in levels:
            return None
        counts = self._counts.setdefault(abstract, {})
        if chosen not in self._begun:
            self._begun.add(chosen)
            for (of, one), start in self.restarts.items():
                if of == chosen:
                    counts[one] = start - 1
        counts[at] = counts.get(at, levels[at].start - 1) + 1
        for deeper in [one for one in counts if one > at]:
            del counts[deeper]
        return self._written(levels, counts, at)

    def _written(self, levels: Mapping[int, _Level], counts: Mapping[int, int], at: int) -> Label | None:
        own = levels[at]
        if own.form in ("bullet", "none") or "%" not in own.text:
            return None

        def number(match: re.Match[str]) -> str:
            one = int(match[1]) - 1
            level = levels.get(one, own)
            count = counts.get(one, level.start)
            return written(count, "decimal" if own.legal and one != at else level.form)

        text = _PLACE.sub(number, own.text)
        read = read_label(f"{text}字")
        if read is not None:
            return Label(read.rank, read.number, text)
        rank = (Rank.CHINESE, Rank.BRACKETED, Rank.ARABIC, Rank.PARENTHESISED)[min(at, 3)]
        return Label(rank, counts[at], text) if counts[at] > 0 else None

    def _inherited(self, style: str, own: Callable[[_Style], T | None]) -> T | None:
        for _ in range(_MOST_STYLES):
            one = self.styles.get(style)
            if one is None:
                return None
            value = own(one)
            if value is not None:
                return value
            style = one.above
        return None


def written(number: int, form: str) -> str:
    """A number in one of Word's formats: chineseCounting 12 → 十二, decimalEnclosedCircle 3 → ③, upperRoman 4 → IV."""
    if number < 0 or number > 9999:
        return str(number)
    if form in _IN_CHINESE:
        text = in_chinese(number) if number < 100 else _digits(number)
        return (
            text.translate(str.maketrans("一二三四五六七八九十", "壹贰叁肆伍陆柒捌玖拾"))
            if form in _LEGAL
            else text
        )
    if form in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese", "ideographEnclosedCircle"):
        return _CIRCLED[number - 1] if 0 < number <= len(_CIRCLED) else str(number)
    if form in ("lowerLetter", "upperLetter") and number:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and number:
        roman = _roman(number)
        return roman if form == "upperRoman" else roman.lower()
    if form == "decimalZero":
        return f"{number:02d}"
    if form == "decimalFullWidth":
        return str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    if form == "ideographTraditional" and 0 < number <= len(_STEMS):
        return _STEMS[number - 1]
    if form == "ideographZodiac" and 0 < number <= len(_BRANCHES):
        return _BRANCHES[number - 1]
    return str(number)


def _digits(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def _roman(number: int) -> str:
    pairs = zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "M CM D CD C XC L XL X IX V IV I".split(),
        strict=True,
    )
    text = ""
    for value, sign in pairs:
        count, number = divmod(number, value)
        text += sign * count
    return text


def read_numbering(package: Package, part: str) -> Numbering:
    """The lists and styles of a document part; empty where it has none. Raises Refusal as the parser does."""
    found = Numbering()
    parts = {one.kind: one.target for one in package.relations(part)}
    if parts.get("numbering", "") in package and parts.get("numbering"):
        _read_lists(package.part(parts["numbering"]), package.name, found)
    if parts.get("styles", "") in package and parts.get("styles"):
        _read_styles(package.part(parts["styles"]), package.name, found)
    return found


def value(at: Attributes, name: str = "val") -> str:
    """A w: attribute of an element."""
    return next((at[f"{space} {name}"] for space in MAIN if f"{space} {name}" in at), "")


def whole_number(text: str) -> int | None:
    """A small whole number that an attribute states, None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None


@lru_cache(maxsize=256)  # a document says the same few names at each of a million tags
def local(name: str) -> str:
    """An element's name without Word's namespace, "" in another one."""
    space, _, own = name.rpartition(" ")
    return own if space in MAIN else ""


def _read_lists(xml: bytes, place: str, found: Numbering) -> None:
    abstract, level, number, override = "", 0, "", 0
    in_number = False

    def start(name: str, at: Attributes) -> None:
        nonlocal abstract, level, number, override, in_number
        match local(name):
            case "abstractNum":
                abstract, in_number = value(at, "abstractNumId"), False
                found.abstract[abstract] = {}
            case "num":
                number, in_number = value(at, "numId"), True
            case "abstractNumId" if in_number:
                found.lists[number] = value(at)
            case "lvlOverride":
                override = whole_number(value(at, "ilvl")) or 0
            case "startOverride":
                found.restarts[number, override] = whole_number(value(at)) or 1
            case "lvl" if not in_number:
                level = whole_number(value(at, "ilvl")) or 0
                if level < _MOST_LEVELS:
                    found.abstract[abstract][level] = _Level()
            case other if not in_number and level in found.abstract.get(abstract, {}):
                one = found.abstract[abstract][level]
                if other == "start":
                    first = whole_number(value(at))
                    one.start = 1 if first is None else first
                elif other == "numFmt":
                    one.form = value(at)
                elif other == "lvlText":
                    one.text = value(at)[:40]
                elif other == "isLgl":
                    one.legal = value(at) not in ("0", "false")

    parser = new_parser(xml, place)
    parser.StartElementHandler = start
    run(parser, xml, place)


def _read_styles(xml: bytes, place: str, found: Numbering) -> None:
    current: _Style | None = None

    def start(name: str, at: Attributes) -> None:
        nonlocal current
        match local(name):
            case "style":
                current = _Style() if value(at, "type") in ("paragraph", "") else None
                if current is not None:
                    found.styles[value(at, "styleId")] = current
            case "basedOn" if current is not None:
                current.above = value(at)
            case "numId" if current is not None:
                current.list = value(at)
            case "ilvl" if current is not None:
                current.level = whole_number(value(at))
            case "outlineLvl" if current is not None:
                current.outline = whole_number(value(at))

    parser = new_parser(xml, place)
    parser.StartElementHandler = start
    run(parser, xml, place)
