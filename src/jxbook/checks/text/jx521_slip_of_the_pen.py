"""JX521 有错别字

查什么
    公文里常见的错别字和误用：日期前的“截止”、拔付、建立建全、己完成、布署、汇同、帐户等。词表在 prose/slips.toml，
    能与正确写法混淆的（选拔、自己）不查。

为什么
    错别字会被退回修改，也让人怀疑材料没有校对。

示例
    会报：截止2024年12月31日，资金全部支出。
    会报：进一步建立建全长效机制，资金己拔付到位。
    不报：报名截止时间为12月31日，截至目前资金已全部支出。
    不报：选拔付出较多的志愿者，参与构建全民健身体系。

怎么改
    改成提示的写法，可以直接改。

依据
    实践：取自公开报告中反复出现的写法
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, note
from jxbook.checks.reading import Reading
from jxbook.checks.wording import around, quote
from jxbook.prose.slips import SLIPS
from jxbook.prose.wordlist import written


def check(reading: Reading) -> Iterator[Flaw]:
    among = SLIPS.suspected(reading.text)
    if not among:
        return
    for passage in reading.passages:
        for one in written(passage.text, among):
            yield note(
                passage.at(one.start, one.end),
                f"疑为错别字：{quote(one.text)}（{around(passage.text, one.start, one.end)}）",
                f"常见的误写；{grounds.PRUDENT}",
                f"请核对，应写作“{one.right}”",
            )
