"""What kind of thing a row is about, as its labels tell: a cost, a time, a satisfaction, a saving."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jxbook.policy import Policy
from jxbook.scoring.leaning import NOTHING, Named, named
from jxbook.values import fold

_SAVING = re.compile(r"节约|节省|节支|结余率|降低率|压减|成本降低")
_OTHER_WAY = re.compile(r"不满意|投诉")


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
    words = [fold(label) for label in labels if label.strip()]
    own = next((word for word in reversed(words) if _tells(word, policy)), "")
    located = policy.tree.find_level2(own) if own else None
    tells = named(name.strip()) if name else NOTHING
    return Place(
        cost="成本" in own or (located is not None and located[1].cost),
        timely="时效" in own,
        satisfaction=policy.tree.is_satisfaction(*labels)
        or ("满意" in own and _OTHER_WAY.search(own) is None),
        saving=any(_SAVING.search(one) for one in (*words, fold(name))),
        complaints=any(_OTHER_WAY.search(one) for one in words),
        named=bool(name.strip()),
        known=bool(own),
        tells=tells,
    )


def _tells(word: str, policy: Policy) -> bool:
    """Does a label tell what the row is about?"""
    named = "成本" in word or "时效" in word or "满意" in word
    return named or policy.tree.find_level2(word) is not None
