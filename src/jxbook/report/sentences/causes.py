"""The table of measures by cause: the shipped one, and what an office's policy adds before it."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from jxbook.dataclass import dataclass
from jxbook.document.marks import bare
from jxbook.facts.everything import Facts
from jxbook.pattern import pattern

_ADDED = pattern(r"(?:增设|增加|加装|新增)(?:了)?([^\d，。；]{2,20}?)(?=$|[，。；])")
_OPTIONAL = pattern(r"\[([^\[\]]*)\]")
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
    policy = facts.policy
    own = policy.values("report.advice") if policy.optional("report.advice") is not None else ()
    table = (*(Measure(*one) for one in own), *shipped())
    found = [one for one in table if one.word in cause]
    about = _about(facts) if any(one.field for one in found) else ""
    return next((one for one in found if not one.field or any(word in about for word in one.field)), None)


def _about(facts: Facts) -> str:
    """What the form says the project does: its name, its goals, its indicators and sub-projects."""
    goals = (one.expected for one in facts.goals)
    names = (row.name for row in (*facts.rows, *facts.dropped))
    tasks = (one.name for one in facts.tasks.items)
    return "\n".join(map(bare, (facts.project.plain_name, *goals, *names, *tasks)))


def same_matter(staffs: str, advice: str) -> bool:
    """Does staff's measure speak of what an advice of the table is about: both of 采购?"""
    return any(one.word in staffs and one.word in advice for one in shipped())


def added(cause: str) -> str:
    """What was added, from a cause that says so: 应消防要求增设喷淋和应急照明 → 喷淋和应急照明."""
    found = _ADDED.search(cause)
    return found[1] if found else ""
