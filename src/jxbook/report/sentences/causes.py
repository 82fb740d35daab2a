"""The table of measures by cause: the shipped one, and what an office's policy adds before it."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from jxbook.dataclass import dataclass
from jxbook.facts.everything import Facts
from jxbook.pattern import pattern
from jxbook.policy import Policy
from jxbook.policy.once import once_for_each

_ADDED = pattern(r"(?:增设|增加|加装|新增)(?:了)?([^\d，。；]{2,20}?)(?=$|[，。；])")
_OPTIONAL = pattern(r"\[([^\[\]]*)\]")
OURS = "建议"
"""How a measure of the table begins, so that nobody takes it for what staff decided."""
LATER = "今后"
"""How a measure begins that is for later projects."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What follows from a cause that holds `word`, in a project of whose field one of `field` speaks; without any, in each."""

    word: str
    heading: str
    advice: str
    field: tuple[str, ...] = ()

    def said(self, **slots: str) -> str:
        """The advice with its slots filled; a part in brackets goes where a slot of it is empty."""

        def part(match: re.Match[str]) -> str:
            names = re.findall(r"\{(\w+)\}", match[1])
            return match[1] if all(slots.get(name) for name in names) else ""

        return re.sub(r"\{(\w+)\}", lambda match: slots.get(match[1], ""), _OPTIONAL.sub(part, self.advice))


@lru_cache(maxsize=1)
def shipped() -> tuple[Measure, ...]:
    """The table that comes with jxbook."""
    data = tomllib.loads(Path(__file__).parents[1].joinpath("advice.toml").read_text("utf-8"))
    fields = {name: tuple(words) for name, words in data["fields"].items()}
    return tuple(
        Measure(one["word"], one["heading"], one["advice"], fields.get(one.get("field"), ()))
        for one in data["cause"]
    )


def measure_for(cause: str, facts: Facts) -> Measure | None:
    """The first measure whose word the cause holds and that fits the project; an office's own come first."""
    for one in _measures(facts.policy):
        if one.word in cause and (not one.field or any(word in facts.about for word in one.field)):
            return one
    return None


@once_for_each
def _measures(policy: Policy) -> tuple[Measure, ...]:
    """The table of a policy: an office's own measures, then the shipped ones."""
    own = policy.values("report.advice") if policy.optional("report.advice") is not None else ()
    return (*(Measure(*one) for one in own), *shipped())


def same_matter(staffs: str, advice: str) -> bool:
    """Does staff's measure speak of what an advice of the table is about: both of 采购?"""
    return any(one.word in staffs and one.word in advice for one in shipped())


def added(cause: str) -> str:
    """What was added, from a cause that says so: 应消防要求增设喷淋和应急照明 → 喷淋和应急照明."""
    found = _ADDED.search(cause)
    return found[1] if found else ""
