"""JX119 实施期五年以上，没有提到中期评价

查什么
    “项目开始时间”到“项目完成时间”（计划开始、完成日期也算）满五年的项目，报告素材里有没有提到中期评价或实施期后评价。

为什么
    实施期5年及以上的项目，应适时开展中期和实施期后绩效评价。

示例
    会报：项目开始时间：2019年1月｜项目完成时间：2024年12月
    会报：计划开始日期：2019-01-01｜计划完成日期：2023-12-31
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
from jxbook.checks.term import BEGUN, DONE, dates
from jxbook.pattern import pattern

_TOLD = pattern(r"中期(?:绩效)?评(?:价|估)|期中评|实施期后|后评价|阶段性(?:绩效)?评价")
_YEARS = 5


def check(case: Case) -> Iterator[Flaw]:
    begun, done = next(dates(case, BEGUN), None), next(dates(case, DONE), None)
    if begun is None or done is None:
        return
    if begun.moment.first_day(begun.year).month != begun.moment.month:
        return  # 2019年: the month is not known
    months = 12 * (done.year - begun.year) + done.moment.month - begun.moment.month + 1
    if months >= 12 * _YEARS and not case.told(_TOLD):
        yield note(
            done.entry,
            f"项目实施期{months // 12}年，没有提到中期评价",
            "财预〔2020〕10号第七条：对于实施期5年及以上的项目，应适时开展中期和实施期后绩效评价",
            "请在“报告素材”写明中期评价、实施期后评价的时间和结果；没有开展的，写明打算",
        )
