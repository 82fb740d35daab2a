"""Words that say that nothing of the kind happened: 零, 无, 未发生, 无事故."""

from __future__ import annotations

import re

from jxbook.pattern import pattern
from jxbook.values.fold import fold

NEVER, HAPPENED = ("未", "没", "没有", "无", "零"), ("发生", "出现", "产生", "接到", "收到")
_NONE = pattern(
    rf"(?:全年|本年|年内|年度|均|尚)*(?:(?:{'|'.join(NEVER)})(?:{'|'.join(HAPPENED)})[^\d,;.]{{0,10}}|没有|无|零)\Z"
)
_EVENTS = "事故|舆情|事件|疫情|投诉|差错|违规|违纪|伤亡|死亡|上访|信访|案件|纠纷|火灾|失误"
_NO_EVENT = pattern(rf"(?:无|零|杜绝)[^\d,;.]{{0,6}}(?:{_EVENTS})\Z")


_SOME = pattern(
    "重特大|重大|特大|较大|严重|恶性|有责|(?<!安全)(?<!生产)责任|群体性|亡人|一般(?!(?:及|或|和)?以上)"
)
"""安全责任事故 is what many call any, and 一般 is the lowest of the four grades."""


def spared_only(said: str, *asked: str) -> str:
    """The word by which 无重大事故 speaks only of some, where no more than 事故 was asked about; else ""."""
    folded = fold(said)
    found = _SOME.search(folded)
    told = found is not None and says_none(folded) and not any(found[0] in fold(one) for one in asked)
    return found[0] if found and told else ""


def says_none(folded: str) -> bool:
    """Does a text say of what is counted that there was none: 未发生, 无投诉?"""
    return bool(_NONE.match(folded) or _NO_EVENT.match(folded))


def wants_none(folded: str) -> bool:
    """Does a target say so in words: 零事故, 无投诉, 不发生安全事故?"""
    return bool(_NO_EVENT.match(folded) or re.match(r"(?:不|未|杜绝|零|无)发生[^\d,;.]{0,10}\Z", folded))
