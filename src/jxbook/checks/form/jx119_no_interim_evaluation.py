"""JX119 实施期五年以上，没有提到中期评价

查什么
    “项目开始时间”到“项目完成时间”满五年的项目，报告素材里有没有提到中期评价或实施期后评价。

为什么
    实施期5年及以上的项目，应适时开展中期和实施期后绩效评价。

示例
    会报：项目开始时间：2019年1月｜项目完成时间：2024年12月
    不报：项目开始时间：2024年1月｜项目完成时间：2024年12月
    不报：项目开始时间：2019年1月｜项目完成时间：2024年12月｜报告素材：2022年开展了中期绩效评价，得分88分。

怎么改
    写明中期评价、实施期后评价的时间和结果；没有开展的，写明打算什么时候开展。

依据
    官方：财预〔2020〕10号第七条（对于实施期5年及以上的项目，应适时开展中期和实施期后绩效评价）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, note
from jxbook.form import NO_ENTRY
from jxbook.pattern import pattern

_MONTH = pattern(r"(?P<year>20\d\d)\s*[年./-]\s*(?P<month>\d{1,2})")
_TOLD = pattern(r"中期(?:绩效)?评(?:价|估)|期中评|实施期后|后评价|阶段性(?:绩效)?评价")
_YEARS = 5


def check(case: Case) -> Iterator[Flaw]:
    facts = case.form.project.facts
    begun, done = (facts.get(name, NO_ENTRY) for name in ("项目开始时间", "项目完成时间"))
    first, last = _MONTH.search(begun.text), _MONTH.search(done.text)
    if first is None or last is None:
        return
    months = 12 * (int(last["year"]) - int(first["year"])) + int(last["month"]) - int(first["month"]) + 1
    if months >= 12 * _YEARS and not case.told(_TOLD):
        yield note(
            done,
            f"项目实施期{months // 12}年，没有提到中期评价",
            "财预〔2020〕10号第七条：对于实施期5年及以上的项目，应适时开展中期和实施期后绩效评价",
            "请在“报告素材”写明中期评价、实施期后评价的时间和结果；没有开展的，写明打算",
        )
