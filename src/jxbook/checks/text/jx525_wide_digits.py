"""JX525 数字全角半角混用

查什么
    文中的阿拉伯数字有没有写成全角（１２３）的。一份自评表只说一次，列出各处的单元格。

为什么
    全角数字查找、统计都找不到，排版也不齐。

示例
    会报：全年培训１２期，培训360人次。
    不报：全年培训12期，培训360人次。

怎么改
    改成半角数字，可以直接改。

依据
    实践：公文中阿拉伯数字的通行写法
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, note
from jxbook.checks.reading import Reading
from jxbook.checks.wording import quote
from jxbook.pattern import pattern

_WIDE = pattern(r"[０-９][０-９0-9．.，,]*")
_MOST_NAMED = 10
_NARROW = str.maketrans("０１２３４５６７８９．", "0123456789.")


def check(reading: Reading) -> Iterator[Flaw]:
    if reading.whole:
        yield from _in_a_report(reading)
        return
    found = [(passage.cell, match[0]) for passage, match in reading.found(_WIDE)]
    if not found:
        return
    cells = list(dict.fromkeys(str(cell) for cell, _ in found))
    named = "、".join(cells[:_MOST_NAMED]) + (f"等{len(cells)}格" if len(cells) > _MOST_NAMED else "")
    yield note(
        found[0][0],
        f"数字写成了全角：{quote(found[0][1])}" + (f"等{len(found)}处（{named}）" if len(found) > 1 else ""),
        f"全角数字查找、统计都找不到；{grounds.PRUDENT}",
        "请改成半角数字；报告里已按半角印出",
    )


def _in_a_report(reading: Reading) -> Iterator[Flaw]:
    for passage, match in reading.found(_WIDE):
        right = match[0].rstrip("．.，,").translate(_NARROW)
        yield note(
            passage.at(*match.span()),
            f"数字写成了全角：{quote(match[0])}",
            f"全角数字查找、统计都找不到；{grounds.PRUDENT}",
            f"请改为“{right}”",
        )
