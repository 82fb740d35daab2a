"""Outline text → blocks: light markup in, headings with generated numbers out.

# title (lines in a row are one title, one in （） is the subtitle; headings below a further title are counted anew)
## 一、  ### （一）  #### 1.  ##### （1） · blank line: paragraph · > note · === alone: new page
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from html import unescape

from jxbook.document.blocks import Block, Heading, Note, PageBreak, Paragraph, Subtitle, Title
from jxbook.pattern import pattern
from jxbook.values.numerals import in_chinese

_MOST_SIGNS = 5
"""Of a heading: # for the title, ## to ##### for the four levels."""
_PAGE_BREAK = "==="
_BEGINNINGS = "\ue000=#>"
"""What a line begins with that is no text."""
_MARKS = pattern(
    "\r\n|===|\r|\n|#|<|>|&|\ue000"
)  # words, no sets: so it skips at once to a character of theirs
_ESCAPES = {
    "\r\n": "\u2028",
    "\r": "\u2028",
    "\n": "\u2028",
    "#": "&#35;",
    "<": "&lt;",
    ">": "&gt;",
    "&": "&amp;",
    "\ue000": "",
    _PAGE_BREAK: "&#61;==",
}
_PLACED = pattern("\ue000([^\ue000]+)\ue000")


def escape(text: str) -> str:
    """Make a user's text safe to stand anywhere in an outline: no line of it can become a heading."""
    return _MARKS.sub(lambda match: _ESCAPES[match[0]], text)


def mark_of(name: str) -> str:
    """The line that stands for a table or a chart until the text is read."""
    return f"\n\n\ue000{name}\ue000\n\n"


def placed_names(text: str) -> list[str]:
    """The names of all tables, charts and annexes that a rendered outline places, in order."""
    return _PLACED.findall(text)


def read_markup(text: str, placed: Mapping[str, tuple[Block, ...]]) -> tuple[Block, ...]:
    """Blocks of an outline that was rendered. `placed` are tables and charts by the name their mark carries."""
    blocks: list[Block] = []
    counters = [0, 0, 0, 0]
    lines: list[str] = []

    def end_paragraph() -> None:
        if lines:
            blocks.extend(_paragraphs("".join(lines)))
            lines.clear()

    for raw in text.split("\n"):
        line = raw.strip(" \t")
        if not line:
            if lines:
                end_paragraph()
        elif line[0] not in _BEGINNINGS:
            lines.append(line)
        elif line[0] == "\ue000":
            end_paragraph()
            blocks += placed[line.strip("\ue000")]
        elif line == _PAGE_BREAK:
            end_paragraph()
            blocks.append(PageBreak())
        elif level := _signs_before(line):
            end_paragraph()
            heading = _plain(line[level:])
            if level == 1:
                counters[:] = [0, 0, 0, 0]
                _add_title(heading, blocks)
            else:
                blocks.append(numbered_heading(level - 1, heading, counters))
        elif line.startswith("> "):
            end_paragraph()
            blocks.append(Note(_plain(line[2:])))
        else:
            lines.append(line)
    end_paragraph()
    return tuple(blocks)


def _signs_before(line: str) -> int:
    """How many # a heading begins with; 0 where a line is none."""
    signs = len(line) - len(line.lstrip("#"))
    return signs if signs <= _MOST_SIGNS and line[signs : signs + 1] in (" ", "\t") else 0


def _add_title(text: str, blocks: list[Block]) -> None:
    """Title lines in a row make one title of several lines; one that begins with （ is the subtitle.

    Headings below a further title are counted anew.
    """
    if text.startswith("（"):
        blocks.append(Subtitle(text))
    elif blocks and isinstance(blocks[-1], Title):
        blocks[-1] = Title(f"{blocks[-1].text}\n{text}")
    else:
        blocks.append(Title(text))


def numbered_heading(level: int, text: str, counters: list[int]) -> Heading:
    """The next heading of a level with its number; `counters` are those of the four levels, and go on."""
    counters[level - 1] += 1
    counters[level:] = [0] * (4 - level)
    return Heading(level, number_of(level, counters[level - 1]), text)


@lru_cache(maxsize=256)
def number_of(level: int, count: int) -> str:
    """The number of a heading: 一、 （一） 1. （1）."""
    return (f"{in_chinese(count)}、", f"（{in_chinese(count)}）", f"{count}.", f"（{count}）")[level - 1]


def _paragraphs(text: str) -> list[Block]:
    """A user's own line breaks become paragraphs of their own."""
    return [Paragraph(_plain(part)) for part in text.split("\u2028") if part.strip()]


def _plain(text: str) -> str:
    return (unescape(text) if "&" in text else text).replace("\u2028", " ").strip()
