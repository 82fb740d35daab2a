"""JX114 评价年度与项目不符

查什么
    评价年度与项目名称里的年份、项目编码里的年份、项目起止时间、文字里反复写的年份是否相符。以后的年份也查；起止年份
    （2023-2025年）包含评价年度的、下一年的打算、成文和验收的时间不查。

为什么
    评价年度填错了，“12月”之类的时间会按错的年份计分，报告的标题和落款也是错的。

示例
    会报：年度：2024｜项目名称：2025年社区文化活动项目
    不报：年度：2024｜项目名称：2024年社区文化活动项目

怎么改
    核对评价年度和项目名称、起止时间，改正写错的一处；跨年度项目确实如此的，可以保留。

依据
    官方：财预〔2020〕10号第二十五条（单位自评：数据真实；部门评价、财政评价：报告应当依据充分、客观公正）
    实践：项目编码第7、8位是年份，见公开的自评表
    假定：由本程序读取时判断，文件没有规定
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks import grounds
from jxbook.checks.case import Case
from jxbook.checks.flaw import Flaw, warning
from jxbook.checks.term import BEGUN, DONE, dates
from jxbook.checks.wording import quote
from jxbook.form import Entry
from jxbook.form.table import BY_FIELD
from jxbook.pattern import pattern

_YEAR = pattern(r"(?<!\d)(20\d{2})(?=\s{0,4}(?:年|[-—－~～至到]\s{0,4}20\d{2}))")
_SPAN = pattern(r"(20\d{2})\s{0,4}年?\s{0,4}[-—－~～至到]\s{0,4}(20\d{2})")
_CODE = pattern(r"\d{6}(\d{2})[A-Za-z]\d{10,14}\Z")
_LATER_ON = pattern(
    r"下一?年|明年|今后|计划|预计|将|拟|结转|续|推迟|推至|延期|延至|延后|延缓|顺延|截至|验收|评审|报送|填报|成文"
)
_SIGNED = pattern(r"填报|填表|填写|报送|签字|签章|(?:日期|时间)\Z")
"""Of the label of a day on which the form was filled in, which lies in the year after."""
_DAY = pattern(r"\s{0,4}20\d{2}\s{0,4}年\s{0,4}\d{1,2}\s{0,4}月\s{0,4}\d{1,2}\s{0,4}[日号]\s{0,4}\Z")
_OFTEN, _OPENING = 2, 24
_REASON = BY_FIELD["reason"].heading


def check(case: Case) -> Iterator[Flaw]:
    year, project = case.form.year, case.form.project
    if year is None:
        return
    at = case.form.year_entry if case.form.year_entry.cell else project.name
    told = "；".join(
        one for one in (_name(project.name.text, year), _code(project.code, year), *_dates(case, year)) if one
    )
    told = told or _goals(case, year)
    if not told and (found := _texts(case, year)) is not None:
        told, at = found
    if told:
        yield warning(
            at,
            f"评价年度是{year}年，而{told}",
            f"多半有一处写错了；{grounds.TRUE.cite(case.policy)}",
            "请核对评价年度，改正写错的一处；跨年度项目确实如此的，可以保留",
        )


def _name(name: str, year: int) -> str:
    """A name that speaks of later years only; earlier ones are JX501's."""
    if "20" not in name:
        return ""
    spans = [(int(one[1]), int(one[2])) for one in _SPAN.finditer(name)]
    years = {int(one[1]) for one in _YEAR.finditer(name)}
    if any(first <= year <= last for first, last in spans) or not years or min(years) <= year:
        return ""
    return f"项目名称{quote(name)}写的是{min(years)}年"


def _code(code: Entry, year: int) -> str:
    match = _CODE.match("".join(code.text.split()))
    if match is None or 2000 + int(match[1]) <= year:
        return ""
    return f"项目编码{quote(code.text)}是20{match[1]}年的"


def _dates(case: Case, year: int) -> Iterator[str]:
    """A project that began after the year, or ended before it."""
    for labels, word in ((BEGUN, "才开始"), (DONE, "已经完成")):
        for one in dates(case, labels):
            if one.year > year if labels is BEGUN else one.year < year:
                yield f"{one.label}写的是{quote(one.entry.text)}，{one.year}年{word}"


def _goals(case: Case, year: int) -> str:
    """A goal that opens with a later year and speaks of no other: 2025年举办活动20场."""
    for title, goal in case.goals:
        for name, entry in (("预期目标", goal.expected), ("实际完成情况", goal.achieved)):
            text = entry.text.lstrip()
            opens = _YEAR.match(text) and not _LATER_ON.search(text[:_OPENING])
            if opens and (earliest := min(map(int, _YEAR.findall(text)))) > year:
                return f"{title}{name}写的是{earliest}年"
    return ""


def _texts(case: Case, year: int) -> tuple[str, Entry] | None:
    """Texts that never speak of the year, and again and again of one later, with the first of them. A reason is no
    such text: what is to be mended is mended later; nor is the day on which the form was signed."""
    spoken: dict[int, list[Entry]] = {}
    for label, entry, text in case.texts:
        if "年" not in text or label == _REASON or _SIGNED.search(label) or _DAY.match(text):
            continue
        for match in _YEAR.finditer(text):
            found = int(match[1])
            if found <= year:
                return None
            if not _LATER_ON.search(text[max(0, match.start() - 8) : match.end() + 12]):
                spoken.setdefault(found, []).append(entry)
    often = [one for one, entries in spoken.items() if len(entries) >= _OFTEN]
    return (f"文字里写的是{min(often)}年", spoken[min(often)][0]) if often else None
