"""How an entry of the form reads inside a sentence."""

from __future__ import annotations

import re
from decimal import Decimal

from jxbook.form import Entry
from jxbook.values import plain

OPEN = "【待补充】"
"""What stands where staff still have to say something."""
BLANK = "（未填写）"
_GAP = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")  # a space beside a Chinese character says nothing


def one_line(entry: Entry) -> str:
    """An entry's text on one line, "" for 无 and —."""
    return "" if entry.none else _GAP.sub("", " ".join(entry.text.split()))


def whole(entry: Entry) -> str:
    """An entry's text with its line breaks, "" for 无 and —."""
    return "" if entry.none else entry.text


def figure(number: Decimal | None) -> str:
    """A number as it is read, "" for none."""
    return "" if number is None else plain(number)
