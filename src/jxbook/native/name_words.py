"""The words that a name may hold, as formulas look for them: one after the other in one cell, each in the same width."""

from __future__ import annotations

from collections.abc import Iterable

from jxbook.scoring import telling
from jxbook.scoring.leaning import FEE, RANKED, SPANS
from jxbook.scoring.place import SAVINGS

_RESULTS = [word for word in telling.WANTED if word not in telling.ACTIVITIES]
"""What is done for money is left out: where costs stand it is a limit like any other."""
_ENDS = frozenset(bad[-size:] for bad in telling.UNWANTED for size in (1, 2))
_SURE = [
    word
    for word in dict.fromkeys((*_RESULTS, *telling.HANDLED))
    if len(word) == 2 and not {word[:size] for size in (1, 2)} & _ENDS
]
"""Wanted things of two characters; a name that ends with a rate of one, 办结率, is about that, whatever stands before."""


def _plain(words: Iterable[str]) -> list[str]:
    """PM2.5 as P and 等候时间 as 等候, to keep the list short: each letter has many forms in the one of odd characters."""
    return [word[0] if word[0].isascii() else word[: 2 if _is_wait(word) else None] for word in words]


def _is_wait(word: str) -> bool:
    return word.endswith(("时间", "时长")) and word[:2] not in (*telling.WANTED, *telling.HANDLED)


def _minimal(words: Iterable[str]) -> tuple[str, ...]:
    """The words without those that another one is part of."""
    all_ = dict.fromkeys(words)
    return tuple(word for word in all_ if not any(other != word and other in word for other in all_))


LENGTHS = _minimal(telling.TIME.replace("?", "").split("|"))
"""What lasts ends with one of them."""
_WANTED = [
    *_SURE,
    *_RESULTS,
    *LENGTHS,
    *telling.CUT,
    *telling.SPARED,
    *telling.HANDLED,
    *telling.NONE,
]
SURE = len(_SURE)
"""So many of the first wanted words are sure ones."""
_ROOTS = (
    "超 弃 漏 误 错 违 虫 鼠 耗 欠 氮 硫 泄 渗 臭 噪 尘 损 死 迟 缺 停 断 被 盗 逃 拒 骗 虚 拖 塌 失 废 亡 旷 债务 系数 农药 化肥 环节 三公 纸张 颗粒 处分 作假 险点 大班 低体 剖宫 "
    "再入 石漠 产销 并发 重金 理时 结时 置时 复时 警时 理天 结天"
).split()
"""What many unwanted words have in common stands for them all: the list is short, and the formulas ask more often."""
UNWANTED = _minimal([*telling.NEGATIONS, *_ROOTS, *_plain(telling.UNWANTED), *telling.EITHER, *telling.COSTS])
WANTED = (*_SURE, *(word for word in _minimal(_WANTED) if word not in _SURE))
"""Words that a name may hold. In their list each takes up WIDTH characters, unwanted ones first."""
WIDTH = max(map(len, (*UNWANTED, *WANTED)))
SUMS = _minimal([*telling.CONTROLLED, *telling.SUMS, FEE])
SPAN_WORDS, SAVING_WORDS, RANK_WORDS = SPANS, SAVINGS, RANKED
TAKING = tuple(word for word in telling.TAKES if len(word) == 2)[:6]
"""The same, too few to need a list: sums of money, lengths of time, how long something takes, savings, grades, and
what takes its time, at the end of a name."""
