"""An answer that does not answer: asked why, it says that the thing was done, that all went its way, or the outcome again."""

from __future__ import annotations

from jxbook.pattern import pattern
from jxbook.prose.clauses import clauses
from jxbook.prose.words import VAGUE

_LONGEST = 30
"""Characters, amounts cut, beyond which a clause says more than that."""
_HOW_MUCH_LONGER = 4
_LONGEST_VAGUE = max(map(len, VAGUE)) + _HOW_MUCH_LONGER
_AMOUNT = pattern(r"[（(]?(?:共计?|约|为)?\d[\d,.]{0,20}(?:万|亿)?元[）)]?")
_FIGURE = pattern(r"(?:偏差|偏离|差额|差异)?[率度值]?[为:：]?\s*[-+－]?\d+(?:\.\d+)?[%％]?")
_THING = r"(?:(?:未支[出付]|未使用|未执行|剩余|结余|结转|其余)的?)?(?:本|该|此|各项?|全部|所有|相关)?(?:年度?)?(?:绩效)?(?:项目|任务|工作|工程|活动|目标|指标|资金|款项|经费|费用|工程款|预算)?(?:任务|工作|内容|建设|实施|资金|款项|经费|支出|执行)?"
_STATE = (
    rf"{_THING}(?:均|都|现|目前)?(?:已经?|业已)?(?:全部|基本|按(?:期|时|质|计划|要求|进度)|如期|顺利|圆满|正常)?"
    r"(?:完成|完工|竣工|结束|完毕|验收|结项|结题|实施|开展|支付|拨付|支出)(?:任务|工作|目标|合格|通过|完毕|完成|到位|了)?"
)
"""任务已完成."""
_ROUTINE = (
    rf"{_THING}(?:均|都|已|将|严格|全部)?(?:按照?|根据|依据|依|据)(?:有关|相关|财务)?(?:合同|协议|进度|规定|制度|要求|程序|计划|标准|工程|项目|实际?|需要?)"
    r"(?:约定|规定|要求|进度|节点|需要|需求|发生|情况|工作量|数量|支出)?(?:据实|及时|分期|分批)?"
    r"(?:支付|付款|拨付|支出|执行|结算|列支|使用|实施|办理|开支|安排)(?:款项|资金)?|专款专用|厉行节约|"
    r"结转(?:至|到)?(?:下一?年度?|次年|明年)?(?:继续)?(?:使用|支付|支出)?"
)
"""按合同支付."""
_AGAIN = (
    rf"{_THING}(?:尚|仍|还|均|有)?(?:未|没有?)(?:能|按(?:期|时|计划)|全部|完全|及时)?(?:完成|达标|达到|支出|支付|使用|执行|用完|花完|实现)"
    r"(?:年度|年初|预期)?(?:绩效)?(?:目标|指标|任务|计划|要求|预期)?(?:值|完毕|完)?|"
    rf"{_THING}(?:完成|执行|支出|支付)?率?(?:较|偏|过|比较)?[低慢](?:于(?:年度|年初|预期)?(?:目标|指标|预期|计划)值?)?|"
    rf"{_THING}(?:有|存在|形成|尚有|产生)?(?:少量|部分|一定|较多)?(?:的)?(?:资金|经费|预算|项目)?(?:结余|剩余|结转|偏差|差异)(?:资金|较[大小多少])?|"
    r"无偏差|没有偏差|不存在偏差|无差异|正常"
)
"""未完成, 资金结余."""
_EMPTY = pattern(rf"(?:{_STATE}|{_ROUTINE}|{_AGAIN})")
_ALL_DONE = pattern(
    rf"(?:全年|年初|预期|既定)?{_THING}(?:均|都|现|目前)?(?:已经?|业已)?(?:全面|全部|基本|较好地?|按(?:期|时|质|计划|要求|进度)|如期|顺利|圆满){{0,2}}"
    rf"(?:完成|实现|达到|达成|落实)了?(?:全年|年初|预期|既定|预定|计划|的){{0,3}}{_THING}"
)
"""已按计划完成, 圆满完成全年各项任务."""
_IS = pattern(r"\A(?:主要)?(?:是|为|系|属于?)")


def is_vague(clause: str) -> bool:
    """Does a clause name neither a cause nor a step? 执行进度较慢, and hardly longer; 偏差-8%."""
    if _FIGURE.fullmatch(clause):
        return True
    if len(clause) > _LONGEST_VAGUE:
        return False
    return any(word in clause and len(clause) - len(word) <= _HOW_MUCH_LONGER for word in VAGUE) and not any(
        character.isdigit() for character in clause
    )


def says_no_cause(clause: str) -> bool:
    """Asked why a target was missed or money is left, does a clause leave it open? 任务已完成, 按合同支付, 资金结余3万元."""
    if is_vague(clause):
        return True
    bare = _AMOUNT.sub("", clause)
    return len(bare) <= _LONGEST and (not bare or bool(_EMPTY.fullmatch(_IS.sub("", bare))))


def answers(text: str) -> bool:
    """Does any clause of a text say why?"""
    return any(not says_no_cause(one.text) for one in clauses(text))


def says_only_done(text: str) -> bool:
    """Asked what was achieved, does a text name no thing and no number: 已按计划完成, 各项任务均已完成?"""
    parts = [one.text for one in clauses(text)]
    return bool(parts) and all(len(one) <= _LONGEST and _ALL_DONE.fullmatch(one) for one in parts)
