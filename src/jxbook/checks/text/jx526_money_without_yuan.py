"""JX526 金额漏写“元”

查什么
    说的是资金，数字后面只有“万”没有“元”：后面是句号、分号或“资金”“经费”的；数字前面就是“资金”“经费”的；或者后面是
    逗号，而同一句里别的金额写“万元”的。

为什么
    单位不完整，金额就不明确。

示例
    会报：项目预算资金50万。
    会报：区级安排30万资金用于改造。
    不报：参与居民达到3万。
    不报：项目预算资金50万元，惠及3万人。

怎么改
    补上“元”，可以直接改。

依据
    实践：取自公开报告中的实例
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, note
from jxbook.checks.reading import Reading, TextPart
from jxbook.checks.wording import around
from jxbook.pattern import pattern
from jxbook.prose import opening

_BARE = pattern(r"\d(?:\.\d+)?\s*[万亿](?=[。；;]|\Z|的?(?:资金|经费|预算|补助|补贴|拨款))")
_BESIDE = pattern(r"\d(?:\.\d+)?\s*万(?=，)")  # where the sentence writes 万元 too
_NAMED = pattern(r"(?:资金|经费|预算|投资|拨款|补助款)(?:共计?|合计|总额|约|为|：)?\d[\d,.]*\s*万(?=[，、])")
_GIVEN = pattern(r"(?:安排|支出|支付|拨付|投入|下达|到位|结余|结转)[^，。；\d]{0,6}[\d.,]*\Z")
_MONEY = pattern(r"资金|经费|预算|拨款|投资|支出|补助|补贴|拨付|投入|奖金")
_PEOPLE = pattern(r"人|群众|居民|学生|职工|户|亩|次|平方|株|件|册|粉丝|点击|浏览|覆盖|受益")


def check(reading: Reading) -> Iterator[Flaw]:
    for passage in reading.holding("万", "亿"):
        text = passage.text
        for match in _BARE.finditer(text):
            begin = opening(text, match.start(), "，。；;")
            clause = text[begin : match.end() + 4]
            if _MONEY.search(clause) and not _PEOPLE.search(text[begin : match.start()]):
                yield _flaw(passage, match)
        for match in _NAMED.finditer(text):
            yield _flaw(passage, match)
        if "万元" in text:
            for match in _BESIDE.finditer(text):
                begin = opening(text, match.start(), "。；;")
                end = next((at for at in range(match.end(), len(text)) if text[at] in "。；;"), len(text))
                before = text[begin : match.start()]
                if (
                    "万元" in text[begin:end]
                    and _GIVEN.search(before)
                    and not _PEOPLE.search(before[before.rfind("，") + 1 :])
                    and not any(one.end() == match.end() for one in _NAMED.finditer(text))
                ):
                    yield _flaw(passage, match)


def _flaw(passage: TextPart, match: re.Match[str]) -> Flaw:
    return note(
        passage.at(*match.span()),
        f"金额漏写“元”（{around(passage.text, *match.span())}）",
        f"单位不完整，金额就不明确；{grounds.PRUDENT}",
        "请补上“元”",
    )
