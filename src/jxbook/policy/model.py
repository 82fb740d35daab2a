"""A rule set in memory: identity, rules, indicator tree. Every value carries its 依据 and a mark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from jxbook.dataclass import dataclass
from jxbook.policy.rule_set import Mark, Rule, RuleSet
from jxbook.values.fold import fold

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from pathlib import Path

    from jxbook.policy.key_names import ReportPart


@dataclass(frozen=True, slots=True)
class Identity:
    """Which rule set this is. `note` says what about it is not proven."""

    id: str
    name: str
    title: str
    number: str
    place: str
    mark: Mark
    valid_from: date | None = None
    valid_to: date | None = None
    parent: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Preset:
    """A 三级指标 that a new form opens with. `key_points` are its 评价要点, by which it is scored if it has any."""

    name: str
    points: Decimal
    target: str = ""
    key_points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Level2:
    """A 二级指标: the points a new form suggests, how many rows it opens with, and the 三级指标 given in them.

    `cost`: less is better where a target only says "="; `satisfaction`: scored as a satisfaction.
    """

    name: str
    points: Decimal
    rows: int
    cost: bool = False
    aliases: tuple[str, ...] = ()
    presets: tuple[Preset, ...] = ()
    satisfaction: bool = False


@dataclass(frozen=True, slots=True)
class Level1:
    """A 一级指标 with its weight. `part` is the part of the report's analysis it belongs to: 决策, 过程, 产出 or 效益."""

    name: str
    points: Decimal
    part: ReportPart
    level2: tuple[Level2, ...]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """Other weights of the 一级指标, for forms that go without some of them."""

    without: tuple[str, ...]
    points: Mapping[str, Decimal]
    basis: str
    mark: Mark


def _spellings(label: str) -> tuple[str, ...]:
    """A label as it is, then as it may be printed in a tree: without 项目 before it, with 指标 behind it or without."""
    folded = fold(label)
    bare = folded.removeprefix("项目").removesuffix("指标")
    return (folded, f"{bare}指标", bare) if bare else (folded,)


InTree = TypeVar("InTree")


def _found(label: str, by_name: Mapping[str, InTree]) -> InTree | None:
    """What bears a label in one of its spellings, the first of them before the others."""
    for one in _spellings(label):
        if one in by_name:
            return by_name[one]
    return None


@dataclass(frozen=True, slots=True)
class Tree:
    """The indicator tree with the sources of its names, its level-1 weights and its suggested points."""

    level1: tuple[Level1, ...]
    basis: str
    mark: Mark
    weights_basis: str
    weights_mark: Mark
    points_basis: str
    points_mark: Mark
    variants: tuple[Variant, ...] = ()

    def __hash__(self) -> int:
        """By its sources, which equal trees share: a variant's points have no hash."""
        return hash((self.basis, self.weights_basis, self.points_basis))

    @property
    def names(self) -> Iterator[str]:
        """Every name and alias of the 一级 and 二级指标, in the order of the tree."""
        for one in self.level1:
            yield from (one.name, *one.aliases)
            for two in one.level2:
                yield from (two.name, *two.aliases)

    def find_level1(self, label: str) -> Level1 | None:
        """The 一级指标 of this label, by its name or an alias; 产出 and 项目产出 are 产出指标 too."""
        return _found(label, _index(self)[0])

    def find_level2(self, label: str) -> tuple[Level1, Level2] | None:
        """The 二级指标 of this label and the 一级指标 above it, by its name or an alias, with or without 指标."""
        return _found(label, _index(self)[1])

    def locate(self, *labels: str) -> tuple[Level1, Level2 | None] | None:
        """Where an indicator belongs, by its 二级指标 or else its 一级指标; the last label that is known counts."""
        for label in reversed(labels):
            if found := self.find_level2(label):
                return found
        for label in reversed(labels):
            if level1 := self.find_level1(label):
                return level1, None
        return None

    def is_satisfaction(self, *labels: str) -> bool:
        """Do these labels stand for satisfaction? A 一级指标 alone does when all that is below it does."""
        return is_satisfaction(self.locate(*labels))


@lru_cache(maxsize=16)  # every row asks for its place, most of them in the same tree
def _index(tree: Tree) -> tuple[Mapping[str, Level1], Mapping[str, tuple[Level1, Level2]]]:
    """The 一级 and the 二级指标 of a tree by each of their names; of two that bear the same, the first."""
    first: dict[str, Level1] = {}
    second: dict[str, tuple[Level1, Level2]] = {}
    for one in tree.level1:
        for name in (fold(one.name), *one.aliases):
            first.setdefault(name, one)
        for two in one.level2:
            for name in (fold(two.name), *two.aliases):
                second.setdefault(name, (one, two))
    return first, second


def is_satisfaction(place: tuple[Level1, Level2 | None] | None) -> bool:
    """Does what stands at this place of a tree ask for satisfaction? See `Tree.is_satisfaction`."""
    if place is None:
        return False
    level1, level2 = place
    return level2.satisfaction if level2 else all(two.satisfaction for two in level1.level2)


@dataclass(frozen=True, slots=True)
class Policy(RuleSet):
    """A whole rule set, its parent's values merged in."""

    identity: Identity
    rules: Mapping[str, Rule]
    tree: Tree
    parents: tuple[Identity, ...] = ()
    """The policies it inherits from, the nearest first."""
    outline: Path | None = None
    """The office's own outline of the report, beside the policy file that names it; None for one of ours."""

    @property
    def id(self) -> str:
        """The short name, "mof-2020-10"."""
        return self.identity.id

    @property
    def called(self) -> str:
        """How a person calls it where a figure is said to come from it."""
        return f"评价政策“{self.identity.name}”"
