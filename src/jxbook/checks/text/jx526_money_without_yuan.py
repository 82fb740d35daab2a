"""JX526 金额漏写“元”

查什么
    说的是资金，数字后面只有“万”没有“元”，且后面是句号、分号或“资金”“经费”的。

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

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, note
from jxbook.checks.reading import Reading
from jxbook.checks.wording import around
from jxbook.pattern import pattern
from jxbook.prose import opening

_BARE = pattern(r"\d(?:\.\d+)?\s*[万亿](?=[。；;]|\Z|的?(?:资金|经费|预算|补助|补贴|拨款))")
_MONEY = pattern(r"资金|经费|预算|拨款|投资|支出|补助|补贴|拨付|投入|奖金")
_PEOPLE = pattern(r"人|群众|居民|学生|职工|户|亩|次|平方|株|件|册|粉丝|点击|浏览|覆盖|受益")


def check(reading: Reading) -> Iterator[Flaw]:
    for passage in reading.passages:
        text = passage.text
        if "万" not in text and "亿" not in text:
            continue
        for match in _BARE.finditer(text):
            begin = opening(text, match.start(), "，。；;")
            clause = text[begin : match.end() + 4]
            if _MONEY.search(clause) and not _PEOPLE.search(text[begin : match.start()]):
                yield note(
                    passage.at(*match.span()),
                    f"金额漏写“元”（{around(text, *match.span())}）",
                    f"单位不完整，金额就不明确；{grounds.PRUDENT}",
                    "请补上“元”",
                )
