"""JX519 结论与正文或表中的情况矛盾

查什么
    文中说“全部完成”“各项指标均已完成”，而正文另有指标没有完成、没有达到，或表中有指标没有完成的；说“项目按期完成”，而正文
    写有推迟到以后完成的；写“未完成的绩效目标：无”，而正文或表中有没有完成的。

为什么
    结论与依据不一致，评审时会要求改写。

示例
    会报：各项绩效指标均已全部完成。｜受场地影响，培训场次指标未完成，完成率为85%。
    会报：未完成的绩效目标：无。｜因汛期影响，护坡加固推迟至次年3月完工。
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
from collections.abc import Callable, Iterator

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.reading import Reading, TextPart
from jxbook.checks.wording import around, listed, quote
from jxbook.pattern import pattern
from jxbook.prose import opening, sentences

_ALL = pattern(
    r"(?=[各所全如按圆顺均年预既绩设项工])(?:(?:各项|所有|全部|各)(?:年度|年初|预期|绩效|工作|项目|产出|效益|数量|质量|时效){0,4}(?:指标|目标|任务)(?:值)?[^，。；、]{0,6}(?:均|都|全部|如期|按期|圆满|顺利|已)[^，。；、]{0,6}(?:完成|达到|实现|达标)"
    r"|(?:如期|按期|圆满|全部|顺利|全面|均已)(?:地)?(?:完成|实现)了?(?:各项|所有|全部|全年|年度|年初)?(?:绩效|预期|工作)?(?:指标|目标|任务)"
    r"|(?:年初|年度|全年|预期|既定|绩效|设定的){1,4}(?:绩效)?(?:目标任务|指标|目标|任务)(?:均|都|已){0,4}(?:全部|全面|圆满|如期|按期)(?:完成|实现|达到)"
    r"|(?P<timely>(?:项目|各项工作|工程)(?:均|都|已|全部){0,4}(?:按期|如期|按时)(?:全部)?完成))"
)
"""The characters in front are those that it can begin with: a text is passed over by them four times as fast."""
_CLAIMED = ("完成", "达到", "实现", "达标")
"""One of these stands in each of them."""
_EXCEPT = pattern(
    r"除|其余|其他|其它|基本|大部分|多数|未|不|应|要|需|确保|力争|是否|如果|才能|能够|保障|为|推动|促进|将|计划|旨在|以"
)
_MISSED = pattern(
    r"(?:指标|目标|任务|完成率|产出|数量|场次|人次)[^，。；]{0,14}(?:未(?:能)?(?:按期|如期|全部)?(?:完成|达到|达标|实现)|没有(?:完成|达到|实现))(?!的?(?:绩效)?(?:目标|指标|任务)?(?:情况)?[：:]?无)"
    r"|(?:目标值|指标值|计划)[^。；]{0,30}实际(?:值|完成)?[^。；]{0,16}，未(?:能)?(?:完成|达到|达标)"
    r"|未达到(?:年度|年初|预期|既定){0,4}(?:绩效)?(?:指标值|目标值|指标|目标)"
)
_NONE_MISSED = pattern(
    r"未完成的?(?:绩效|年度)?(?:目标|指标|任务)(?:情况|及其?|的|原因)*(?:：|:|为|是)?\s*(?P<none>无|没有|不存在)"
)
_MISSED_TITLE = pattern(r"未完成的?(?:绩效|年度)?(?:目标|指标|任务)")
_OTHERS = pattern("上年|去年|结转|另行|其他项目|以往|原计划")
_LATE = pattern(
    r"(?:推迟|延期|拖延|延后|顺延)(?:至|到)[^，。；]{0,14}(?:完成|完工|竣工|交付|验收)|未(?:能)?(?:按期|如期|按时)(?:完成|完工|竣工|交付)"
)
_NONE = pattern(
    r"无未|没有未|不存在|未发现|若|如|对未|对于未|是否|未完成的?(?:绩效)?(?:指标|目标)(?:情况|原因)|应|的，|扣|不得分|得0分"
)
_NOTHING = pattern(r"\s*(?P<none>无|没有)[。\s]*\Z")
_SHORT_OF = pattern(
    r"(?:指标|产出|任务|数量|目标)?(?:实际)?完成率(?:为|是|达到?|仅为?|[：:])?\s*(\d{1,2}(?:\.\d+)?)\s*[%％]"
)

_Found = tuple[TextPart, re.Match[str]]
_TOLD_BY = {"all": ("form", "missed"), "timely": ("late",), "none": ("form", "missed", "late")}
"""What speaks against a claim: that all was done, done in time, or that nothing was missed."""


def check(reading: Reading) -> Iterator[Flaw]:
    told = reading.passages if _MISSED_TITLE.search(reading.text) else reading.holding(*_CLAIMED)
    claims = [found for passage in told if (found := _claim(passage)) is not None]
    if not claims:
        return
    evidence = {"form": _in_form(reading)}
    if reading.whole:
        evidence |= {"missed": _told(reading, _miss), "late": _told(reading, _delay)}
    for passage, match in claims:
        so = next(filter(None, (evidence.get(one, "") for one in _TOLD_BY[_kind(match)])), "")
        if so:
            yield warning(
                passage.at(*match.span()),
                f"文中写有{around(passage.text, *match.span())}，{so}",
                f"结论应当与实际情况一致；{grounds.TRUE.cite(reading.policy)}",
                "请写明哪些完成、哪些没有完成，结论按实际情况写",
            )


def _kind(match: re.Match[str]) -> str:
    """Which claim it is."""
    return next((name for name in ("timely", "none") if match.groupdict().get(name)), "all")


def _told(reading: Reading, finds: Callable[[TextPart], _Found | None]) -> str:
    """The first passage of a report that says otherwise."""
    found = next((one for passage in reading.passages if (one := finds(passage)) is not None), None)
    return f"第{found[0].paragraph.number}段写有{around(found[0].text, *found[1].span())}" if found else ""


def _delay(passage: TextPart) -> _Found | None:
    found = _LATE.search(passage.text)
    if found is None or _NONE.search(passage.text):
        return None
    before = passage.text[opening(passage.text, found.start()) : found.start()]
    return None if _OTHERS.search(before) else (passage, found)


def _claim(passage: TextPart) -> _Found | None:
    for match in _ALL.finditer(passage.text):
        begin = opening(passage.text, match.start())
        if not _EXCEPT.search(passage.text[begin : match.start()] + match[0]):
            return passage, match
    if found := _NONE_MISSED.search(passage.text):
        return passage, found
    if passage.paragraph.under(_MISSED_TITLE) and not passage.paragraph.title:
        found = _NOTHING.match(passage.text)
        return (passage, found) if found else None
    return None


def _miss(passage: TextPart) -> _Found | None:
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


def _in_form(reading: Reading) -> str:
    """The rows of the form that were missed, "" without any."""
    rows = reading.case.rows if reading.case is not None else ()
    missed = [
        row.indicator.name.text for row in rows if row.score.earned is not None and row.score.met is False
    ]
    if not missed:
        return ""
    return f"表中{listed(quote(name) for name in missed[:3])}{'等' if len(missed) > 3 else ''}没有完成"
