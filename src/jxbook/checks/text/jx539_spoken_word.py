"""JX539 写了口语

查什么
    文中有没有口语（搞完、没弄完、老百姓、县里、500块钱、还行），有没有“今年、明年、去年”这样不写明是哪一年的说法。
    词表在 prose/spoken.toml。书名号、引号内的文字不查。

为什么
    报告是公文，照原话印出去不得体；“明年”过了年就不知道指哪一年。

示例
    会报：下步跟县里申请，争取明年上半年搞完。
    会报：化粪池涨价了，没钱买。
    不报：下步向县农业农村局申请，2025年6月底前完成。
    不报：居民在访谈中说“没人管”。

怎么改
    改成提示的写法，没有提示的写明单位、数量和年份。改动前须核对，不要直接替换。

依据
    实践：公文用语的通行写法
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, note
from jxbook.checks.reading import Reading
from jxbook.checks.wording import around, quote
from jxbook.prose.spoken import may_be_spoken, spoken
from jxbook.prose.wordlist import Miswritten

_MOST = 6


def check(reading: Reading) -> Iterator[Flaw]:
    if not may_be_spoken(reading.text):
        return
    year = reading.case.form.year if reading.case is not None else None
    for passage in reading.passages:
        found = sorted(spoken(passage.text, year), key=lambda one: one.start)
        if not found:
            continue
        told = {one.text: one for one in reversed(found)}
        own = [told[text] for text in dict.fromkeys(one.text for one in found)][:_MOST]
        first, better = own[0], (f"{quote(one.text)}→{_better(one)}" for one in own)
        yield note(
            passage.at(first.start, first.end),
            f"口语：{''.join(quote(one.text) for one in own)}（{around(passage.text, first.start, first.end)}）",
            f"公文不写口语，年份要写明；{grounds.PRUDENT}",
            f"请核对，可写作：{'；'.join(better)}",
        )


def _better(one: Miswritten) -> str:
    return one.right or ("写明年份" if one.text.endswith("年") else "删去")
