"""What kind of thing a row is about, as its labels tell: a cost, a time, a satisfaction, a saving."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from jxbook.dataclass import dataclass
from jxbook.policy import Policy, Tree
from jxbook.scoring.leaning import NOTHING, Named, named
from jxbook.values import fold

SAVINGS = "节约 节省 节支 结余率 降低率 压减 成本降低".split()
"""What says that a row is about how much was saved."""
TELLING = COST, TIME, SATISFACTION = "成本", "时效", "满意"
"""What a label tells by holding it, in any policy's tree."""
_OTHER_WAY = "不满意 投诉".split()
_LONGEST = 200
"""Longer labels are not remembered: they are none that come again."""


@dataclass(frozen=True, slots=True)
class Place:
    """`cost`: less is better unless it is said otherwise; `saving`: it is about how much was saved;
    `complaints`: its labels are about how few were not satisfied.

    `known` is False where no label says what the row is about. `named`: its 三级指标 is known, and `tells` what it
    tells.
    """

    cost: bool = False
    timely: bool = False
    satisfaction: bool = False
    saving: bool = False
    complaints: bool = False
    named: bool = False
    known: bool = False
    tells: Named = NOTHING


def place_of(policy: Policy, labels: tuple[str, ...], name: str = "") -> Place:
    """The place of a row by its 一级 and 二级指标, and what its 三级指标 tells of its values.

    The last label that says anything counts. A 成本指标 is one in any policy, whether its tree has it there or not.
    """
    if len(name) + sum(map(len, labels)) > _LONGEST:
        return _place_in(policy.tree, labels, name)
    return _remembered(policy.tree, labels, name)


def _place_in(tree: Tree, labels: tuple[str, ...], name: str) -> Place:
    words = [fold(label) for label in labels if label.strip()]
    own = next((word for word in reversed(words) if _tells(word, tree)), "")
    located = tree.find_level2(own) if own else None
    return Place(
        cost=COST in own or (located is not None and located[1].cost),
        timely=TIME in own,
        satisfaction=tree.is_satisfaction(*labels) or (SATISFACTION in own and not _has(own, _OTHER_WAY)),
        saving=any(_has(one, SAVINGS) for one in (*words, fold(name))),
        complaints=any(_has(one, _OTHER_WAY) for one in words),
        named=bool(name.strip()),
        known=bool(own),
        tells=named(name),
    )


_remembered = lru_cache(maxsize=512)(_place_in)  # each entry of a row asks again


def _has(text: str, words: Sequence[str]) -> bool:
    return any(word in text for word in words)


def _tells(word: str, tree: Tree) -> bool:
    """Does a label tell what the row is about?"""
    return _has(word, TELLING) or tree.find_level2(word) is not None
