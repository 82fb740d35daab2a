"""What the parts of a sum are, wherever they stand."""

from __future__ import annotations

from jxbook.pattern import pattern
from jxbook.prose.figure import FigureKind

ADDED = (FigureKind.MONEY, FigureKind.COUNT)
MOST = 40
"""Parts of a sum: a longer list nobody adds up in a sentence."""
OPEN = pattern(
    r"(?<![一二三四五六七八特同上中下高初优均平对相])等(?!级|于|次|候|待|额|分)|包括但不限于|主要(?:有|是|包括|为)"
)
"""Words that leave a list open."""
OVERLAPPING = pattern(
    r"党员|团员|女|老年|青年|儿童|残疾|贫困|脱贫|新增|以上|以下|涉及|占|每|人均|户均|平均|最高|最低|同比|上年|环比|增|减|约|调整|其中"
)
"""Words of parts that may hold one another, or of what is no part."""
VERBS = pattern(
    r"(?:(?<![一-龥])|已|实际|累计)支出|支付|执行|到位|使用|结余|结转|拨付|收回|剩余|完成|已|未|计划|实际|预算(?![内外])|批复|下达|收入"
)
"""Words of what was done with an amount, where the parts of a whole are what it is made of."""
