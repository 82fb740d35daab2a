"""JX527 万元和元混用

查什么
    一份报告里，一万元以上的金额有的写“万元”、有的写“元”；“其中”后面各项费用写“万元”，夹着一项写“元”的。单价、标准和别处
    不足一万元的零星金额不算。

为什么
    单位不一，读的人不便比较，也容易差一万倍。

示例
    会报：项目预算920万元。｜全年支出8988025.24元。
    会报：项目资金35万元，其中设备购置费28.318万元，宣传费6820元，培训费6万元。
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
from jxbook.prose import Figure, FigureKind, figured_sentences, figures

_SMALLEST, _FEW = 100, 2
_COST = pattern(r"(?:费用?|支出|经费|资金|补助|补贴|款|购置|采购)(?:为|共)?\Z")
_PRICE = pattern(r"每|单价|标准|人均|户均|平均|以上|以下|限额|不超过|不低于")


def check(reading: Reading) -> Iterator[Flaw]:
    if not reading.whole:
        return
    least = reading.policy.number("checks.yuan_from")
    in_yuan: tuple[TextPart, Figure] | None = None
    in_wan: Figure | None = None
    for passage in reading.holding("元"):
        for one in figures(passage.text):
            if one.kind is not FigureKind.MONEY or one.value is None or one.spoken:
                continue
            if one.unit == "万元" and in_wan is None:
                in_wan = one
            elif (
                one.unit == "元"
                and one.value >= least
                and in_yuan is None
                and not _PRICE.search(passage.text, max(0, one.start - 12), one.start)
            ):
                in_yuan = passage, one
    if in_yuan is None:
        in_yuan = next(
            (found for one in reading.holding("其中") if (found := _among_wan(one)) is not None), None
        )
    if in_yuan is not None and in_wan is not None:
        passage, one = in_yuan
        yield note(
            passage.at(one.start, one.end),
            f"金额有的写“元”（{quote(one.text)}），有的写“万元”（{quote(in_wan.text)}）",
            f"单位不一，不便比较，也容易差一万倍；{grounds.PRUDENT}",
            "请统一用“万元”或“元”，换算后核对",
        )


def _among_wan(passage: TextPart) -> tuple[TextPart, Figure] | None:
    """A part in 元 between the parts of a sum in 万元."""
    if "万元" not in passage.text:
        return None
    for one, held in figured_sentences(passage.text):
        begin = one.text.find("其中")
        money = [each for each in held if begin >= 0 and each.kind is FigureKind.MONEY and each.exact]
        parts = [each for each in money if each.start > begin]
        small = [each for each in parts if each.unit == "元" and each.value and each.value >= _SMALLEST]
        if len(small) == 1 and len(parts) > _FEW and sum(each.unit == "万元" for each in money) >= _FEW:
            near = one.text[max(begin, small[0].start - 12) : small[0].start]
            if _COST.search(near) and not _PRICE.search(near):
                found = small[0]
                return passage, found.moved(one.start)
    return None
