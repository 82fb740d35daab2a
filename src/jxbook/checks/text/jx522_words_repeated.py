"""JX522 字词重复

查什么
    同样的两个到八个字紧接着写了两遍（“项目项目”“组织开展组织开展”），“的的”“了了”，或者一串并列的词里同一个词写了两遍
    （“截留、挪用、截留”）。“一个一个”“逐项逐项”“街道社区社区社会组织”一类
    正常的写法不查。

为什么
    多半是录入或复制时多写了一遍，会被退回修改。

示例
    会报：按照项目管理项目管理要求执行。
    会报：项目资金已经已经全部到位。
    不报：形成人人有责、人人尽责的治理共同体，其中中央资金50万元。
    不报：对街道社区社区社会组织逐个逐个备案，一步一步推进。

怎么改
    删去多写的一遍，可以直接改。

依据
    实践：取自公开报告中的实例
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from jxbook.checks import grounds
from jxbook.checks.flaw import Flaw, note
from jxbook.checks.reading import Reading, TextPart
from jxbook.checks.wording import around, quote
from jxbook.pattern import pattern

_SHORTEST, _LONGEST = 2, 8
_TWICE = pattern(rf"(?P<words>[一-龥]{{{_SHORTEST},{_LONGEST}}}?)(?P=words)")
_WIDTH = 2
"""Bytes of a character in UTF-16, in which one from `_BEYOND` has twice as many."""
_BEYOND = pattern("[\U00010000-\U0010ffff]")
_REDUPLICATED = pattern(
    r"\A(?:[一逐每各]|研究|讨论|商量|学习|交流|锻炼|了解|考虑|打听|调整|休息|活动|许多|好多|常常|天天|时时|处处|事事|人人|家家|户户)"
)
_DOUBLED = pattern(
    r"(?<!(?<!项)目)(?<![标有])的的(?![确士])|(?<!为)了了(?![解结])|被被|把把|(?<!温|祥|缓)和和(?![睦气平谐美])"
)
"""Words of one character that no one writes twice; 进行了了解 is two words."""
_DOUBLES = ("的的", "了了", "被被", "把把", "和和")
"""Without one of these in a text nothing is found by the pattern, which is slow to say so."""
_ITEM_BETWEEN, _BETWEEN = 12, 6
"""Characters of an item, and how many of them, that may stand between an item and the same once more."""
_ITEMS = pattern(
    rf"(?P<item>[一-龥]{{{_SHORTEST},{_LONGEST}}}+)、"
    rf"(?:[^、，。；：\n]{{1,{_ITEM_BETWEEN}}}、){{0,{_BETWEEN}}}?(?P=item)(?=[、等。；，])"
)
"""An item that a list has twice: 截留、挤占、截留."""
_BACK = _LONGEST + _BETWEEN * (_ITEM_BETWEEN + 1)
"""So far before the last 、 it begins at most."""
_OPENING = 4
"""Characters of an item that opens a list behind 用于 or 包括: a shorter one may be the end of a longer word."""
_JOINED = {
    "社区": "社会组织|党组织|党委|服务|居委|居民|志愿|工作|治理|书记|文化|养老|教育|干部|矫正|公益|活动|品牌|卫生|基金|便民|警务",
    "项目": "库|负责人|经理|支出|资金|单位|管理|建设|组|化|部|名称|实施|法人|类|制",
    "服务": "中心|站|对象|平台|队|体系|指南|单位|人员|业|费|点|机构|质量|窗口|大厅|事项",
    "管理": "办法|制度|中心|局|处|人员|部门|单位|规定|委员会|站|费|者|机构|条例|平台",
    "工作": "者|人员|站|组|室|日|方案|机制|经费|领导小组|流程|委员会|法|中心|部",
    "建设": "项目|单位|局|工程|内容|管理|办公室|资金|规模|用地|标准|期|指挥部|集团|中心",
    "评价": "指标|机构|报告|工作|结果|标准|方法|组|小组|对象|体系|中心|等级|人员",
    "中心": "城区|小学|校|幼儿园|卫生院|主任|村|广场|区|城|医院",
    "教育": "局|中心|基地|厅|部|系统|经费|集团|学院|处|费|委员会",
    "文化": "馆|站|中心|局|活动|广场|产业|旅游|建设|和旅游|服务|宫|礼堂|大院|事业|艺术",
    "资金": "管理|使用|来源|拨付|支付|额度|额|量|池",
    "单位": "负责人|领导|预算|内部|职工|人员|自评|法人",
    "街道": "办事处|办|社区|工委|党工委|综合",
    "技术": "中心|人员|学院|推广|服务|局|开发|部|支持|标准|学校|站|监督|职称",
    "人民": "政府|法院|检察院|医院|群众|调解|币|团体|公园|路|代表大会",
    "绩效": "评价|目标|指标|管理|自评|考核|工资",
    "安全": "生产|管理|监管|局|事故|隐患|教育|保卫|检查",
    "农村": "农业|公路|工作局|信用|社区|部|经济",
    "信息": "中心|化|系统|技术|平台|公开|科|网",
    "卫生": "院|局|中心|健康|服务|监督|部|厅|间|室|站",
    "学生": "处|会|资助|公寓|宿舍",
    "指标": "体系|值|库|解释|分值|权重|说明",
    "财政": "部|局|厅|资金|所|拨款|支出",
    "体育": "中心|局|馆|场|公园|总局|总会|学校|设施",
}

_NAMES = pattern("|".join(f"{word}{word}(?={behind})" for word, behind in _JOINED.items()))
"""A word, and a name that begins with the same: 街道社区 社区社会组织."""


def check(reading: Reading) -> Iterator[Flaw]:
    for passage in reading.holding(*_DOUBLES):
        for one in _DOUBLED.finditer(passage.text):
            yield _flaw(passage, one, one[0][0])
    for passage in reading.holding("、"):
        for one in _repeated(passage.text) if _may_repeat(passage.text) else ():
            yield _flaw(passage, one, one["item"])
    for passage in reading.standing_at(_repeats(reading.text)):
        yield from _twice(passage)


def _repeats(text: str) -> Iterator[Callable[[int], int]]:
    """Finds, from a place on, the next at which so many characters seem to follow once more at once, words or not.

    The text is laid over itself as one long number, which is less work than to look for the words.
    """
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) != _WIDTH * len(text):
        units = _BEYOND.sub("?", text).encode("utf-16-le", "surrogatepass")
    lower = units[::_WIDTH]  # half of each character tells nearly as well which are alike
    laid = int.from_bytes(lower, "little")
    for length in range(_SHORTEST, _LONGEST + 1):
        differs = (laid ^ laid >> 8 * length).to_bytes(len(lower), "little")
        yield partial(differs.find, bytes(length))


def _twice(passage: TextPart) -> Iterator[Flaw]:
    """The words that stand twice in a row, where the second are not the beginning of a name."""
    twice = [*_TWICE.finditer(passage.text)]
    names = _NAMES.finditer(passage.text) if twice else ()
    joined = {at for match in names for at in range(*match.span())}
    for match in twice:
        words = match["words"]
        if _REDUPLICATED.match(words) or len(set(words)) == 1 or match.start() + 1 in joined:
            continue
        if words not in _JOINED and words[::-1] in _JOINED:
            continue  # 地区 社区 社会组织: two words that share a character with a third
        yield _flaw(passage, match, words)


def _may_repeat(text: str) -> bool:
    """Does an item of a list begin with two characters that stand a little before it?"""
    at = text.find("、")
    while at >= 0:
        if text.find(text[at + 1 : at + 1 + _SHORTEST], max(0, at - _BACK), at) >= 0:
            return True
        at = text.find("、", at + 1)
    return False


def _repeated(text: str) -> Iterator[re.Match[str]]:
    """The items that a list has twice, where they open the list or stand behind another one."""
    for one in _ITEMS.finditer(text):
        before = text[max(0, one.start() - 1) : one.start()]
        apart = "分别" in text[max(0, one.start() - 20) : one.start()]  # 分别为达标、未达标、达标
        opens = not "一" <= before <= "龥" or (before in "于为是括有" and len(one["item"]) >= _OPENING)
        if not apart and opens:
            yield one


def _flaw(passage: TextPart, match: re.Match[str], words: str) -> Flaw:
    return note(
        passage.at(*match.span()),
        f"{quote(words)}{'写了两遍' if '、' in match[0] else '连写了两遍'}（{around(passage.text, *match.span())}）",
        f"多半是录入或复制时多写了一遍；{grounds.PRUDENT}",
        "请核对，删去多写的一遍",
    )
