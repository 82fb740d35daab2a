"""Where a long title is broken: into lines of about the same length, none of which is a character left alone."""

from __future__ import annotations

from itertools import pairwise

from jxbook.document.marks import bare, behind_figures
from jxbook.pattern import pattern

_LONGEST = 19.8
"""Characters of 22 pt that a line of an official page (156 mm) holds."""
_SHORTEST = 4
_WORD_ENDS = pattern(r"年度|[省市县区乡镇村站校院路街]|街道|社区|家庭|[》）”]|[的与及和、](?=.)")
"""Behind these a title may be broken without parting a word."""
_CUT_WORD = 3


def title_lines(title: str) -> str:
    """A title whose lines fit on a page: each that is too long is broken once, best behind a word and near its middle
    (GB/T 9704-2012 7.3.1: 回行时词意完整，排列对称，长短适宜). What holds a figure is not broken."""
    return "\n".join(map(_broken, title.split("\n")))


def _broken(line: str) -> str:
    head, tail = behind_figures(line)
    whole, before = _width(bare(line)), _width(bare(head))
    if whole <= _LONGEST or whole > 2 * _LONGEST:
        return line
    ends = {match.end() for match in _WORD_ENDS.finditer(tail)}
    places = range(_SHORTEST, len(tail) - _SHORTEST + 1)

    def fault(at: int) -> float:
        longest = max(before + _width(tail[:at]), _width(tail[at:]))
        return longest + (0 if at in ends else _CUT_WORD)

    at = min(places, key=fault, default=0)
    return f"{head}{tail[:at]}\n{tail[at:]}" if at else line


def _width(text: str) -> float:
    """In characters: a figure takes the half of one, and a quarter stands between a figure and a word."""
    narrow = [one < "\x80" for one in text]
    return sum(0.5 if one else 1.0 for one in narrow) + sum(one != two for one, two in pairwise(narrow)) / 4
