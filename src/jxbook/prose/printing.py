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
_THOUSANDS = pattern(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
_MARKS = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_CHINESE = r"[\u3007\u4e00-\u9fff，。；：、”’）》〕]"
_TYPED_WIDE = "０-９Ａ-Ｚａ-ｚ％．"
_ODD = pattern(
    rf"[{_TYPED_WIDE},;:?!()、 ](?:(?<=[{_TYPED_WIDE}])|(?<={_CHINESE}[,;:?!(])|(?<=[,;:?!)])(?={_CHINESE})"
    r"|(?<=[0-9]、)|(?<=[^\s] ) *[0-9])"
)  # a set first: so it skips at once to a character of it, and looks back from there
"""Without one of these a text stands as it is."""
_MARK = pattern(rf"(?<={_CHINESE})[,;:?!]|[,;:?!](?={_CHINESE})")
_BRACKETS = pattern(
    rf"(?<={_CHINESE})\(([^()\n]{{1,80}})\)|\(([^()\n]{{0,80}}{_CHINESE}[^()\n]{{0,80}}|[0-9]{{1,2}}(?=\){_CHINESE}))\)"
)
_ITEM = pattern(r"(?m)(^|(?<=[。；：])|(?<=[^\s。；：，、]) +)([1-9][0-9]?)[、.](?=[^0-9\s])")


def as_printed(text: str) -> str:
    """１，２００户,(含２户) → 1,200户，（含2户）; 1、甲 2、乙 → 1.甲；2.乙."""
    if not _ODD.search(text):
        return text
    text = _THOUSANDS.sub(",", text).translate(_WIDE)
    text = _BRACKETS.sub(lambda found: f"（{found[1] or found[2]}）", text)
    text = _MARK.sub(lambda found: _MARKS[found[0]], text)
    items = list(_ITEM.finditer(text))
    counted = [one[2] for one in items] == [str(turn) for turn in range(1, len(items) + 1)]
    if len(items) < 2 or items[0][1] or not counted:
        return text  # 第 3、四标段 is no item
    return _ITEM.sub(lambda found: f"{'；' if found[1] else ''}{found[2]}.", text)
