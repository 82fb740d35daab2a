"""JX527 万元和元混用

查什么
    一份报告里，一万元以上的金额有的写“万元”、有的写“元”。单价、标准和不足一万元的零星金额不算。

为什么
    单位不一，读的人不便比较，也容易差一万倍。

示例
    会报：项目预算920万元。｜全年支出8988025.24元。
    不报：项目预算920万元。｜补贴标准为每人每月800元，全年支出898.80万元。

怎么改
    统一用“万元”（或统一用“元”），换算后核对。

依据
    实践：取自评审要点
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, note
from jxbook.checks.reading import Reading, TextPart
from jxbook.checks.wording import quote
from jxbook.pattern import pattern
from jxbook.prose import Figure, FigureKind, figures

_LARGE = 10_000
_PRICE = pattern(r"每|单价|标准|人均|户均|平均|以上|以下|限额|不超过|不低于")


def check(reading: Reading) -> Iterator[Flaw]:
    if not reading.whole:
        return
    in_yuan: tuple[TextPart, Figure] | None = None
    in_wan: Figure | None = None
    for passage in reading.passages:
        if "元" not in passage.text:
            continue
        for one in figures(passage.text):
            if one.kind is not FigureKind.MONEY or one.value is None or one.spoken:
                continue
            if one.unit == "万元" and in_wan is None:
                in_wan = one
            elif (
                one.unit == "元"
                and one.value >= _LARGE
                and in_yuan is None
                and not _PRICE.search(passage.text, max(0, one.start - 12), one.start)
            ):
                in_yuan = passage, one
    if in_yuan is not None and in_wan is not None:
        passage, one = in_yuan
        yield note(
            passage.at(one.start, one.end),
            f"金额有的写“元”（{quote(one.text)}），有的写“万元”（{quote(in_wan.text)}）",
            f"单位不一，不便比较，也容易差一万倍；{grounds.PRUDENT}",
            "请统一用“万元”或“元”，换算后核对",
        )
