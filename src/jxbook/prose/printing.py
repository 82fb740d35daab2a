"""A user's text as an official paper prints it: half-width digits, Chinese punctuation, items numbered 1. as GB/T 9704 does.

Not a word is changed. What stands in the form's own table stays as it was typed.
"""

from __future__ import annotations

from jxbook.pattern import pattern

_WIDE = str.maketrans(
    {
        **{
            chr(code): chr(code - 0xFEE0)
            for span in ("０９", "ＡＺ", "ａｚ")
            for code in range(ord(span[0]), ord(span[1]) + 1)
        },
        "％": "%",
        "．": ".",
    }
)
_SIGNS = str.maketrans({"／": "/", "－": "—", "「": "“", "」": "”"})
_THOUSANDS = pattern(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
_MARKS = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_CHINESE = r"[\u3007\u4e00-\u9fff，。；：、”’）》〕]"
_TYPED_WIDE = "０-９Ａ-Ｚａ-ｚ％．"
_ODD = pattern(
    rf"[{_TYPED_WIDE},;:?!()、 ／－「\"三](?:(?<=[{_TYPED_WIDE}／－「\"])|(?<={_CHINESE}[,;:?!(])|(?<=[,;:?!)])(?={_CHINESE})"
    r"|(?<=[0-9]、)|(?<=[^\s] ) *[0-9]|(?<=\()|(?<=三)公经费)"
)  # a set first: so it skips at once to a character of it, and looks back from there
"""Without one of these a text stands as it is."""
_MARK = pattern(rf"(?<={_CHINESE})[,;:?!]|[,;:?!](?={_CHINESE})")
_READS_CHINESE = pattern(_CHINESE)
_NUMBER = pattern(rf"[0-9]{{1,2}}\)(?={_CHINESE})")
_FARTHEST = 80
"""Characters behind a bracket in which it is asked whether Chinese stands in it."""
_DASH = pattern(r"(?<=[0-9A-Za-z])－(?=[0-9A-Za-z])")
_STRAIGHT = pattern(r"(?<![0-9])\"([^\"\n]{0,40}[\u4e00-\u9fff][^\"\n]{0,40})\"")
_OWN_EXPENSES = pattern(r"(?<![“《])三公(?=经费)")
"""公务用车、公务接待、因公出国 are always written “三公”经费."""
_ADDRESS = pattern(r"(?:https?://|www\.)(?:[!-~]|(?<=[/=])[\u4e00-\u9fff]{1,40}(?=[?/&#=.]))+(?<![,;:!?.)])")
_ITEM = pattern(r"(?m)(^|(?<=[。；：])|(?<=[^\s。；：，、]) +)([1-9][0-9]?)[、.](?=[^0-9\s])")


def as_printed(text: str) -> str:
    """１，２００户,(含２户) → 1,200户，（含2户）; 1、甲 2、乙 → 1.甲；2.乙; an address of the web stays as it is."""
    if not _ODD.search(text):
        return text
    text = _THOUSANDS.sub(",", text).translate(_WIDE)
    if "://" in text or "www." in text:
        return _around_addresses(text)
    text = _in_one_style(text)
    items = list(_ITEM.finditer(text))
    counted = [one[2] for one in items] == [str(turn) for turn in range(1, len(items) + 1)]
    if len(items) < 2 or items[0][1] or not counted:
        return text  # 第 3、四标段 is no item
    return _ITEM.sub(lambda found: f"{'；' if found[1] else ''}{found[2]}.", text)


def _around_addresses(text: str) -> str:
    pieces, reached = list[str](), 0
    for match in _ADDRESS.finditer(text):
        pieces += (_in_one_style(text[reached : match.start()]), match[0])
        reached = match.end()
    return "".join((*pieces, _in_one_style(text[reached:])))


def _in_one_style(text: str) -> str:
    text = _DASH.sub("-", text).translate(_SIGNS)
    text = _STRAIGHT.sub(r"“\1”", text) if '"' in text else text
    text = _OWN_EXPENSES.sub("“三公”", text) if "三公经费" in text else text
    return _MARK.sub(lambda found: _MARKS[found[0]], _with_wide_brackets(text) if "(" in text else text)


def _with_wide_brackets(text: str) -> str:
    """A pair of brackets among Chinese words is full-width, also one inside another; that of a code, ZC2024(1), is not."""
    made, opened = list(text), list[int]()
    for at, character in enumerate(text):
        if character == "(":
            opened.append(at)
        elif character == "\n":
            opened.clear()
        elif character == ")" and opened:
            start = opened.pop()
            if _is_among_chinese(text, start, at):
                made[start], made[at] = "（", "）"
    return "".join(made)


def _is_among_chinese(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    if _READS_CHINESE.match(before) or _READS_CHINESE.search(text, start + 1, min(end, start + _FARTHEST)):
        return True
    return not (before.isascii() and before.isalnum()) and bool(_NUMBER.match(text, start + 1))
