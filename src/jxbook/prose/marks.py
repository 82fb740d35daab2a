"""Half-width marks among Chinese words, read as the full-width ones they stand for; the text keeps its length."""

from __future__ import annotations

from jxbook.pattern import pattern

_MARK = pattern(r"(?:(?<=[\u4e00-\u9fff”》）%])[,:;]|[,:;](?=[\u4e00-\u9fff“《（]))")
_PAIR = pattern(r"\(([^()\n]{0,200})\)")
_CHINESE = pattern(r"[\u4e00-\u9fff]")
_WIDE = {",": "，", ":": "：", ";": "；"}


def widened(text: str) -> str:
    """A text in which a comma, colon, semicolon or pair of brackets beside a Chinese character is full-width.

    Those of numbers and of foreign words stay: 1,234.5, 12:30.
    """
    if "," not in text and ":" not in text and ";" not in text and "(" not in text:
        return text
    text = _MARK.sub(lambda match: _WIDE[match[0]], text)
    return _PAIR.sub(
        lambda match: (
            f"（{match[1]}）"
            if _CHINESE.search(match[1]) or _CHINESE.match(text[match.start() - 1 : match.start()])
            else match[0]
        ),
        text,
    )
