"""How an entry of the form reads inside a sentence, and what stands where only a person knows."""

from __future__ import annotations

from collections.abc import Sequence

from jxbook.document.marks import bare, placed, quoted, without_reserved
from jxbook.facts.sourced import place_of
from jxbook.form import Entry, Form
from jxbook.form.entry import says_none
from jxbook.form.facts import REPORT_DATE
from jxbook.pattern import pattern
from jxbook.prose.printing import as_printed
from jxbook.prose.spoken import in_official_words
from jxbook.values import fold
from jxbook.values.moments import read_moment
from jxbook.values.numerals import in_chinese

OPEN = "【待补充："
"""How a marker begins."""
TO_SETTLE = "【待核定："
_MARKERS = pattern(r"【待(?:补充|核定)：[^】]*】")
_GAP = pattern(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")  # a space beside a Chinese character says nothing
_FIRST_ITEM = pattern(r"1[.、]")
_NEXT_ITEM = pattern(
    r"(?<=[^\s。；：:，、;])[ \t]{0,8}\n[ \t]{0,8}(?=[①-⑳]|[（(]?(?:[0-9]{1,2}|[一二三四五六七八九十])[）)、.．是]|(?:下一?步|今后)|(?:整改|改进)?措施[:：])"
)
_DATE = pattern(r"[0-9０-９〇零一二三四五六七八九十年月日号./-]{6,16}")
_LONGEST_NAME, _LONGEST_SAID = 120, 40
_ENDS = "。；;，,.、 "


def marker(what: str, where: str = "") -> str:
    """What stands in the report where only a person knows: 【待补充：成文日期】."""
    return placed(f"{OPEN}{what}】", where)


def passage_label(section: str) -> str:
    """What a source is called that stands in a passage of staff's."""
    return f"报告素材“{section}”"


def unanswered(where: str, said: str) -> str:
    """Where a cause is to be written, with what stands there and is none."""
    return f"{where}（现写“{bare(said)[:_LONGEST_SAID]}”，没有说明原因）" if said else where


def to_settle(what: str, where: str = "") -> str:
    """What stands beside a figure that another entry contradicts."""
    return placed(f"{TO_SETTLE}{what}】", where)


def only_asked(text: str) -> bool:
    """Is a text nothing but what is asked for or to be settled?"""
    if OPEN not in text and TO_SETTLE not in text:
        return not text.strip("。\n ")
    return not _MARKERS.sub("", bare(text)).strip("。\n ")


def one_line(entry: Entry) -> str:
    """An entry's text on one line, "" for 无 and —."""
    return _joined(entry.text)


def itemised(entry: Entry) -> str:
    """An entry on one line as it is printed, each of its numbered items a sentence: 1、甲 2、乙 → 1.甲；2.乙."""
    lines = as_printed(entry.text).split("\n")
    for at in range(1, len(lines)):  # 2.4个乡镇未摸底 behind 1.…: the second item, and four towns
        if _FIRST_ITEM.match(lines[0]) and lines[at].startswith(f"{at + 1}."):
            lines[at] = f"{at + 1}、{lines[at][len(str(at + 1)) + 1 :]}"
    return _joined(_NEXT_ITEM.sub("；", "\n".join(lines)))


def _joined(text: str) -> str:
    if not text or says_none(text):
        return ""
    parts = without_reserved(text).split()
    return parts[0] if len(parts) == 1 else _GAP.sub("", " ".join(parts))


def named(text: str) -> str:
    """A name as sentences repeat it: its beginning where it is no name but prose, which the form prints whole."""
    return text if len(text) <= _LONGEST_NAME else f"{text[:_LONGEST_NAME]}……"


def whole(entry: Entry) -> str:
    """An entry's text with its line breaks, "" for 无 and —."""
    return "" if entry.none else without_reserved(entry.text)


def said(entry: Entry, label: str) -> str:
    """An entry on one line, its numbers marked with their source."""
    text = one_line(entry)
    return quoted(text, label, place_of(entry)) if text else ""


def said_whole(entry: Entry, label: str, year: int | None = None) -> str:
    """An entry with its line breaks in official words, its numbers marked with their source."""
    text = whole(entry)
    return quoted(as_told(text, year), label, place_of(entry)) if text else ""


def as_told(text: str, year: int | None) -> str:
    """A text of staff's as a report tells it: punctuation and words of an official paper, 明年 as the one behind `year`."""
    return in_official_words(as_printed(text), year)


def writers_year(form: Form) -> int | None:
    """The year before that which a form calls 明年; None where its report was written in another one."""
    dated = form.project.facts.get(REPORT_DATE)
    moment = read_moment(fold(dated.text)) if dated is not None and not dated.blank else None
    return form.year if moment is None or moment.year in (None, form.year) else None


def several(count: int) -> str:
    """A number before a measure word: 两项, 三项."""
    return "两" if count == 2 else in_chinese(count)


def date_said(text: str) -> str:
    """A date as a paper writes it, 2025-03-05 or 2025年03月05日 → 2025年3月5日; anything else as it stands."""
    if not _DATE.fullmatch(text):
        return text
    found = read_moment(fold(text))
    return str(found) if found is not None and found.year else text


def stop(text: str) -> str:
    """A user's text as a sentence: one full stop, no white space around it; "" for nothing."""
    stripped = text.strip().rstrip(_ENDS)
    return f"{stripped}。" if stripped else ""


def unstopped(text: str) -> str:
    """A user's text without the mark at its end, for the middle of a sentence."""
    return text.strip().rstrip(_ENDS)


def listed(words: Sequence[str], most: int = 3, what: str = "") -> str:
    """甲, 甲、乙, and of more than `most` the first ones: 甲、乙、丙等5项."""
    if len(words) <= most:
        return "、".join(words)
    return f"{'、'.join(words[:most])}等{len(words)}{what or '项'}"


def numbered(items: Sequence[str]) -> tuple[str, ...]:
    """一是…, 二是… where there are two or more; a single one as it is."""
    if len(items) < 2:
        return tuple(items)
    return tuple(f"{in_chinese(at)}是{item}" for at, item in enumerate(items, 1))
