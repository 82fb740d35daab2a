"""Words beside a value that take it back: 2024年11月未完成, 95%（预计）, 2024年3月开工 where the end was asked for."""

from __future__ import annotations

from functools import lru_cache

from jxbook.pattern import pattern
from jxbook.values.actual import Actual
from jxbook.values.aligned import Misfit
from jxbook.values.fold import fold
from jxbook.values.kinds import Kind
from jxbook.values.nothing import HAPPENED, says_none
from jxbook.values.phrase import with_aside, without_name
from jxbook.values.target import Target

_UNDONE = (
    "未|尚|没|不能|无法|难以|部分|一半|过半|主体|基本|暂停|中止|终止|停工|停滞|推迟|滞后|延[期迟后误]|顺延|逾期|超期|"
    "正在|[?]|在建(?!设)|[行施设计理核工]中(?![心标间旬期])"
)
_PLANNED = (
    "预[计估]|暂[定估列]|计划|拟|即将|将[于在会]|争取|力争|有望|可望|待[定核审批验补建完实确统]|应[完达]"
)
_ESTIMATED = (
    r"目标|估|(?:含|包括|其中)[^\d,;]{0,6}(?:上年|去年|往年|以前年度|结转)|结转|重复(?!率)|"
    r"自\d{4}年|\d{4}年(?:以来|至今)|[较另还]?[差欠缺少](?!数)|扣|取消|作废|停办|撤销|存疑|不实|虚报|"
    r"(?:\A|,)(?:上一?年|去年|往年)度?(?:数据?|值|情况|完成)?(?=\Z|,)|"
    r"仅(?!供)|只(?=统计|包括|含|算|计|限|针对|完成|涉及)|应[到参训](?=\Z|,)"
)
"""In brackets only: outside of them they belong to names and to what was done."""
_STAGES = pattern("签[订约署]|中标|立项|开工|动工|开建|启动|开始|招标|进场|奠基")
"""What begins and is not the end, unless the row asks for it."""
_AT_FIRST = pattern(f"(?:{_PLANNED}|尚|未|应[完达]|去年|上年|往年|目标|还差|剩余|取消)")
"""Before the name of a rate, 预计满意率88%, which is left out where it stands before its number."""
_WORD, _IN_BRACKETS = pattern(f"{_UNDONE}|{_PLANNED}"), pattern(f"{_UNDONE}|{_PLANNED}|{_ESTIMATED}")
_HARMLESS = pattern(
    rf"(?:未|无|没有?|不|零)(?:{'|'.join(HAPPENED)}|接报|超|突破|含|包|计入|扣|延|逾|滞|推迟|缺|差|少|欠|误|漏|未)|"
    r"按照?(?:年度|年初|工作|实施|原定?)?计划|(?:达到|达成|完成|超额?|超过|超出|超|实现|符合|高于|合)了?(?:年度|年初|既定|预定|绩效|全年)*(?:计划|目标)|"
    r"(?:不|去|无)重复|目标任务|目标(?:已|均)?(?:完成|达成|实现)|计划(?:完成率|生育|内|外|执行率)|评估|不仅|[模虚]拟|部分?件|已扣|减少|至少|误差|偏差|温差|差旅|差额|"
    r"基本(?:农田|医疗|养老|公共|药物|生活|建设|情况|信息)|未成年|设计中"
)
"""What holds such a word and takes nothing back."""
_BRACKETS = pattern(r"\(([^()]*)\)")
_NUMBERED = pattern(r"(?:目标|计划)值?[为是:]?(?=\d)")
"""（目标95%）: a number, which remarks.py holds against the target."""
_OTHER_YEAR = pattern(r"[(,](20\d{2})年度?(?:数据?|值|情况|完成)?[),]")
_MORE = pattern(r"[\u4e00-\u9fff]{0,2}")
_NUMBER = "≥≤><=~0123456789.,"
_LONGEST = 60


def taken_back(target: Target, actual: Actual, name: str, year: int | None = None) -> Misfit | None:
    """Why a number or a date does not say what was reached in the form's year; None where it does, or where the target
    says the same.
    """
    folded = with_aside(fold(actual.text))
    if len(folded) > _LONGEST or (folded.isascii() and "?" not in folded):
        return None
    if actual.kind not in (Kind.NUMBER, Kind.TIME):
        if "(" not in folded or not says_none(folded):
            return None
        folded = folded[folded.index("(") :]
    timed = actual.kind is Kind.TIME
    wanted = fold(target.text)
    if folded.lstrip(_NUMBER) in wanted:  # no more than the number and the unit that was asked for
        return None
    asked = fold(name)
    found = _words(folded.translate(_ANY_DIGIT), timed=timed)
    word = next((one for one in found if not any(_own(one) in text for text in (wanted, asked))), None)
    if (
        word is None
        and not timed
        and (other := _OTHER_YEAR.search(folded))
        and year not in (None, int(other[1]))
    ):
        word = (f"{other[1]}年", "")
    if word is None:
        return None
    return Misfit(
        f"实际完成值“{actual.text}”写有“{''.join(word)}”，看不出是否已经完成{'' if timed else '、完成了多少'}",
        remedy=f"请核实后只写实际完成的{'日期，还没有完成的请人工核定得分' if timed else '数值，其他情况写在偏差原因里'}",
    )


def _own(word: tuple[str, str]) -> str:
    """What the row's own words have to hold for it to be theirs: 未办, so that 未办结率 does not excuse 未完成."""
    return word[0] + word[1][:1] if word[0] in ("未", "没") else word[0]


_ANY_DIGIT = str.maketrans("123456789", "0" * 9)


@lru_cache(maxsize=1024)  # beside their numbers most entries say the same: 人次, 年00月, (含线上00人)
def _words(folded: str, *, timed: bool) -> tuple[tuple[str, str], ...]:
    """The words that take a value back, each with what follows it; which digits stand between them is all the same."""
    said = _HARMLESS.sub("", folded)
    at_first = [one] if (one := _AT_FIRST.match(said)) else []
    found = [*at_first, *_WORD.finditer(without_name(_BRACKETS.sub("", said)))]
    if remarks := ",".join(_BRACKETS.findall(said)):
        found += _IN_BRACKETS.finditer(_NUMBERED.sub("", remarks))
    if timed:
        found += _STAGES.finditer(folded)
    return tuple((one[0], more[0] if (more := _MORE.match(one.string, one.end())) else "") for one in found)
