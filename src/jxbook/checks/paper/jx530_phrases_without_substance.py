"""JX530 空话多，没有数字

查什么
    产出、效益一节只有“成效显著”“取得良好成效”“得到普遍认可”一类的话，一个数字也没有；存在的问题只有“创新性不足”“管理
    不到位”一类笼统的话。有自评表的报告不查，数字在表里。

为什么
    没有事实和数字，看不出完成了什么、问题在哪里。

示例
    会报：一、项目效益情况｜社会效益显著，居民生活品质显著提升，得到群众普遍认可。
    会报：一、存在的问题｜创新性不足，经验不足。
    不报：一、项目效益情况｜社会效益显著，投诉由80件降至60件，满意度93%。
    不报：一、存在的问题｜审批推迟，3个站点未开工，影响200名老人用餐。

怎么改
    写明数量、对象、前后对比和数据来源；问题写明是什么事、影响了多少。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：数据真实、结果客观；部门评价、财政评价：报告应当分析透彻）
    实践：“具体”的要求和所列说法取自评审要点
"""

from __future__ import annotations

from collections.abc import Iterator
from re import Pattern

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, note
from jxbook.checks.reading import Reading
from jxbook.checks.wording import around, quote
from jxbook.pattern import pattern
from jxbook.prose import ReadParagraph

_RESULTS = pattern(r"产出|效益|主要绩效|绩效分析|项目成效|实施效果")
_FAULTS = pattern(r"存在(?:的)?(?:主要)?(?:问题|不足)")
_PRAISE = pattern(
    r"成效显著|效益显著|取得(?:了)?(?:良好|较好|显著|明显)(?:的)?(?:成效|效果|效益)|效果(?:显著|明显|良好)|显著(?:提升|提高|改善)|"
    r"普遍(?:认可|好评|赞誉)|一致好评|得到(?:了)?(?:有效|极大|进一步)(?:提升|提高|改善)|有效(?:提升|提高|促进|改善|保障)|有力(?:推动|促进)|"
    r"进一步(?:提升|提高|增强)|发挥了(?:积极|重要)作用|确实提升|明显(?:提升|提高|改善)|直接影响"
)
_VAGUE = pattern(
    r"(?:管理|工作|落实|监管|组织|协调|沟通|宣传)(?:力度)?(?:不到位|不够|不足|不力)|创新性不足|经验不足|重视(?:程度)?不(?:够|足)|意识不强|计划性(?:还需|有待|不)"
)
_DIGIT = pattern(r"\d|[一二三四五六七八九十百千万]{1,12}(?:个|项|场|次|名|人|户|家|处|件|公里|平方米|万|成)")
_LEAST = 8


def check(reading: Reading) -> Iterator[Flaw]:
    if reading.case is not None:
        return  # its form holds the figures
    told: set[tuple[object, ...]] = set()
    for heading in reading.paragraphs:
        if not heading.title or heading.path in told:
            continue
        for words, empty, what in (
            (_RESULTS, _PRAISE, "一个数字也没有"),
            (_FAULTS, _VAGUE, "说得笼统"),
        ):
            if not words.search(heading.title) or any(heading.path[: len(one)] == one for one in told):
                continue
            found = _empty(reading, heading, empty, brief=empty is _VAGUE)
            if found is None:
                continue
            told.add(heading.path)
            one, start, end = found
            yield note(
                reading.part(one).at(start, end),
                f"{quote(heading.title)}{what}（{around(one.text, start, end)}）",
                f"没有事实和数字，看不出完成了什么、问题在哪里；{grounds.REVIEWED}",
                "请写明数量、对象和前后对比，问题写明是什么事、影响了多少",
            )


def _empty(
    reading: Reading, heading: ReadParagraph, words: Pattern[str], brief: bool
) -> tuple[ReadParagraph, int, int] | None:
    """The first empty phrase of a section that states no number; a long text on problems may say enough in words."""
    below = [one for one in reading.paragraphs if one.path[: len(heading.path)] == heading.path]
    if any(one.table for one in below):
        return None
    texts = [one.own if one.title else one.text for one in below]
    if any(_DIGIT.search(one) for one in texts) or sum(map(len, texts)) < _LEAST:
        return None
    if brief and sum(map(len, texts)) > reading.policy.number("checks.faults_shortest"):
        return None
    for one in below:
        if match := words.search(one.text, one.body if one.title else 0):
            return one, match.start(), match.end()
    return None
