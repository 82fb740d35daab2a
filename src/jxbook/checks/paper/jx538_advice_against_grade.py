"""JX538 预算建议与评价等级相反

查什么
    部门评价、财政评价的报告，评价等级为中、差的，建议里有没有要求增加预算、加大投入；等级为优的，有没有建议核减、取消预算。

为什么
    原则上，等级为优、良的根据情况予以支持，等级为中、差的核减预算；建议与等级相反的，要说明理由。

示例
    会报：三、评价结论｜本项目评价得分72分，评价等级为“中”。｜六、有关建议｜建议进一步加大财政资金投入力度，增加项目预算。
    不报：三、评价结论｜本项目评价得分92分，评价等级为“优”。｜六、有关建议｜建议进一步加大财政资金投入力度，增加项目预算。
    不报：三、评价结论｜本项目评价得分72分，评价等级为“中”。｜六、有关建议｜建议根据评价结果核减下年度预算，完善管理办法。

怎么改
    核对等级和建议；确有理由的，写明理由。

依据
    官方：财预〔2020〕10号第二十七条（原则上，对评价等级为优、良的，根据情况予以支持；对评价等级为中、差的，要完善政策、改进管理，根据情况核减预算）
"""

from __future__ import annotations

from collections.abc import Iterator

from jxbook.checks.flaw import Flaw, note
from jxbook.checks.reading import Reading, TextPart
from jxbook.checks.wording import around, quote
from jxbook.pattern import pattern

_GRADE = pattern(
    r"(?:评价|绩效|评定|综合)(?:结果)?(?:等级|等次)(?:评定)?(?:为|是|[：:])\s*[“\"]?([优良中差])(?=[”\"等级好秀。，,；;）)\s]|\Z)"
)
_ADVICE = pattern(r"建议|(?:改进|整改)措施")
_MORE = pattern(
    r"(?:增加|加大|提高|追加)(?:[^，。；]{0,8})(?:预算|资金(?:的)?投入|财政投入|经费投入|资金支持)|加大(?:财政|资金)?投入"
)
_LESS = pattern(r"(?:核减|压减|削减|取消)(?:[^，。；]{0,8})(?:预算|资金安排)")
_REASON = pattern(r"因|由于|鉴于|考虑到|为了?|以满足|缺口")
_AGAINST = {"中": _MORE, "差": _MORE, "优": _LESS}


def check(reading: Reading) -> Iterator[Flaw]:
    if not reading.whole or reading.policy.word("evaluation.kind") == "self":
        return
    found = {match[1]: one for one in reading.passages for match in _GRADE.finditer(one.text)}
    if len(found) != 1:
        return
    ((grade, where),) = found.items()
    words = _AGAINST.get(grade)
    for one in reading.passages if words else ():
        yield from _advised(one, where, grade) if one.paragraph.under(_ADVICE) else ()


def _advised(one: TextPart, where: TextPart, grade: str) -> Iterator[Flaw]:
    match = _AGAINST[grade].search(one.text)
    if match is None or _REASON.search(one.text):
        return
    yield note(
        one.at(*match.span()),
        f"评价等级是{quote(grade)}（第{where.paragraph.number}段），这里建议{around(one.text, *match.span())}",
        "财预〔2020〕10号第二十七条：原则上，对评价等级为优、良的，根据情况予以支持；对评价等级为中、差的，根据情况核减预算",
        "请核对等级和建议；确有理由的，写明理由",
    )
