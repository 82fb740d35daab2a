"""How the text of a cell reads as a label: whether the next pair begins there, and what stands in it itself."""

from __future__ import annotations

from jxbook.form import labels as known
from jxbook.form.labels import label
from jxbook.pattern import pattern

_LIKE_A_LABEL = pattern(r".*(?:负责人|联系人|电话|手机号码?|邮箱|日期|编码|编号)")
_STATED = {*known.PROJECT_LABELS, *known.FACT_LABELS} | known.SIGNATURES | known.GRADE_LABELS
_STATED |= known.YEAR_LABELS | known.STATED_TOTALS | {"单位名称"}
_NEIGHBOURS = _STATED | known.BOX_LABELS | known.HEAD_LABELS
_BEFORE_LABEL = pattern(r"(?<![\s,，;；])[\s,，;；]+(?=[^\s:：,，;；]{2,12}[:：])")
_UNIT = pattern(r"(?:金额|货币|计量)?单位\s*[:：]\s*[亿万千百]?元")
"""What the amounts of a form are in, which may stand in the cell of any other line."""
_TO_FILL_IN = pattern(r"[\s年月日_/＿]*")


def is_neighbour(text: str) -> bool:
    """Does a cell's text begin the next pair of label and entry, and is so nobody's entry?"""
    name = label(text)
    asks = text.rstrip().endswith((":", "：")) or bool(_LIKE_A_LABEL.fullmatch(name))
    return name in _NEIGHBOURS or (bool(name) and asks)


def stated(line: str) -> tuple[str, str] | None:
    """ "项目名称：某项目" → its label as it is printed, and the entry, which is "" where none is filled in; None for
    a line that does not begin with the label of an entry."""
    before, colon, after = line.replace("：", ":", 1).partition(":")
    if not colon or label(before) not in _STATED:
        return None
    return before.strip(), "" if _TO_FILL_IN.fullmatch(after) else after.strip()


def stated_in(text: object) -> tuple[tuple[str, str], ...]:
    """All labels with their entries that share one cell: "填表人：甲  联系电话：0"."""
    if not isinstance(text, str) or not (":" in text or "：" in text):
        return ()
    found = []
    for piece in _BEFORE_LABEL.split(text.strip()):
        if _UNIT.fullmatch(piece.strip()):
            continue
        pair = stated(piece)
        if pair is None:  # of prose the first piece tells
            whole = stated(text)
            return (whole,) if whole else ()
        found.append(pair)
    return tuple(found)
