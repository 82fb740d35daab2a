"""JX519 结论与正文或表中的情况矛盾

查什么
    文中说“全部完成”“各项指标均已完成”，而正文另有指标没有完成、没有达到，或表中有指标没有完成的；说“项目按期完成”，而正文
    写有推迟到以后完成的。

为什么
    结论与依据不一致，评审时会要求改写。

示例
    会报：各项绩效指标均已全部完成。｜受场地影响，培训场次指标未完成，完成率为85%。
    会报：项目全部按期完成。｜因招标流标，设备采购推迟至次年2月完成。
    不报：各项绩效指标均已全部完成。｜没有未完成的绩效目标。
    不报：除培训场次外，其余指标均已完成。｜培训场次指标未完成。

怎么改
    写明哪些完成、哪些没有完成，结论按实际情况写。改动前须核对。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：数据真实、结果客观；部门评价、财政评价：报告应当客观公正）
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading, TextPart
from jxbook.checks.wording import around, listed, quote
from jxbook.pattern import pattern
from jxbook.prose import opening, sentences

_ALL = pattern(
    r"(?=[各所全如按圆顺均年预既绩设项工])(?:(?:各项|所有|全部|各)(?:年度|年初|预期|绩效|工作|项目|产出|效益|数量|质量|时效)*(?:指标|目标|任务)(?:值)?[^，。；、]{0,6}(?:均|都|全部|如期|按期|圆满|顺利|已)[^，。；、]{0,6}(?:完成|达到|实现|达标)"
    r"|(?:如期|按期|圆满|全部|顺利|全面|均已)(?:地)?(?:完成|实现)了?(?:各项|所有|全部|全年|年度|年初)?(?:绩效|预期|工作)?(?:指标|目标|任务)"
    r"|(?:年初|年度|全年|预期|既定|绩效|设定的)+(?:绩效)?(?:目标任务|指标|目标|任务)(?:均|都|已)*(?:全部|全面|圆满|如期|按期)(?:完成|实现|达到)"
    r"|(?P<timely>(?:项目|各项工作|工程)(?:均|都|已|全部)*(?:按期|如期|按时)(?:全部)?完成))"
)
"""The characters in front are those that it can begin with: a text is passed over by them four times as fast."""
_EXCEPT = pattern(
    r"除|其余|其他|其它|基本|大部分|多数|未|不|应|要|需|确保|力争|是否|如果|才能|能够|保障|为|推动|促进|将|计划|旨在|以"
)
_MISSED = pattern(
    r"(?:指标|目标|任务|完成率|产出|数量|场次|人次)[^，。；]{0,14}(?:未(?:能)?(?:按期|如期|全部)?(?:完成|达到|达标|实现)|没有(?:完成|达到|实现))(?!的?(?:绩效)?(?:目标|指标|任务)?(?:情况)?[：:]?无)"
    r"|(?:目标值|指标值|计划)[^。；]{0,30}实际(?:值|完成)?[^。；]{0,16}，未(?:能)?(?:完成|达到|达标)"
    r"|未达到(?:年度|年初|预期|既定)*(?:绩效)?(?:指标值|目标值|指标|目标)"
)
_OTHERS = pattern("上年|去年|结转|另行|其他项目|以往|原计划")
_LATE = pattern(
    r"(?:推迟|延期|拖延|延后|顺延)(?:至|到)[^，。；]{0,14}(?:完成|完工|竣工|交付|验收)|未(?:能)?(?:按期|如期|按时)(?:完成|完工|竣工|交付)"
)
_NONE = pattern(
    r"无未|没有未|不存在|未发现|若|如|对未|对于未|是否|未完成的?(?:绩效)?(?:指标|目标)(?:情况|原因)|应|的，|扣|不得分|得0分"
)
_SHORT_OF = pattern(
    r"(?:指标|产出|任务|数量|目标)?(?:实际)?完成率(?:为|是|达到?|仅为?|[：:])?\s*(\d{1,2}(?:\.\d+)?)\s*[%％]"
)


def check(reading: Reading) -> Iterator[Flaw]:
    if not _ALL.search(reading.text):
        return
    claims = [found for passage in reading.passages if (found := _claim(passage)) is not None]
    if not claims:
        return
    missed = _missed_in_form(reading)
    against = next((found for passage in reading.passages if (found := _miss(passage)) is not None), None)
    late = next(
        (
            (one, delayed)
            for one in reading.passages
            if (delayed := _LATE.search(one.text))
            and not _NONE.search(one.text)
            and not _OTHERS.search(one.text[opening(one.text, delayed.start()) : delayed.start()])
        ),
        None,
    )
    for passage, match in claims:
        if match["timely"]:
            if late is None or not reading.whole:
                continue
            so = f"第{late[0].paragraph.number}段写有{around(late[0].text, *late[1].span())}"
        elif missed:
            so = f"表中{listed(quote(name) for name in missed[:3])}{'等' if len(missed) > 3 else ''}没有完成"
        elif against is not None and reading.whole:
            so = f"第{against[0].paragraph.number}段写有{around(against[0].text, *against[1].span())}"
        else:
            continue
        yield warning(
            passage.at(*match.span()),
            f"文中写有{around(passage.text, *match.span())}，{so}",
            f"结论应当与实际情况一致；{grounds.TRUE.cite(reading.policy)}",
            "请写明哪些完成、哪些没有完成，结论按实际情况写",
        )


def _claim(passage: TextPart) -> tuple[TextPart, re.Match[str]] | None:
    for match in _ALL.finditer(passage.text):
        begin = opening(passage.text, match.start())
        if not _EXCEPT.search(passage.text[begin : match.start()] + match[0]):
            return passage, match
    return None


def _miss(passage: TextPart) -> tuple[TextPart, re.Match[str]] | None:
    if "未" not in passage.text and "没有" not in passage.text and "完成率" not in passage.text:
        return None
    for one in sentences(passage.text):
        if _NONE.search(one.text):
            continue
        match = _MISSED.search(passage.text, one.start, one.end) or _SHORT_OF.search(
            passage.text, one.start, one.end
        )
        if match:
            return passage, match
    return None


def _missed_in_form(reading: Reading) -> list[str]:
    case = reading.case
    if case is None:
        return []
    return [
        row.indicator.name.text
        for row in case.rows
        if row.score.earned is not None and row.score.met is False
    ]
