"""The rules of a policy by their keys: every value with its 依据, its mark and, to a type checker, its own type."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from jxbook.dataclass import dataclass
from jxbook.policy.keys import KEYS, PolicyValue, worded
from jxbook.values.fold import plain

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from typing import Any, Literal, overload

    from jxbook.policy import key_names as names
    from jxbook.policy.key_names import KeyName, NumberKey, OptionalKey, Word


class Mark(StrEnum):
    """How well a value is founded. Only OFFICIAL may be shown to a user as official."""

    OFFICIAL = "official"
    PRACTICE = "practice"
    ASSUMED = "assumed"

    @property
    def label(self) -> str:
        """The word a user sees."""
        return _LABELS[self]


_LABELS = {Mark.OFFICIAL: "官方", Mark.PRACTICE: "实践", Mark.ASSUMED: "假定"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One value with its 依据 and its mark. `source` is the policy it was written in."""

    key: str
    value: PolicyValue
    basis: str
    mark: Mark
    source: str

    @property
    def label(self) -> str:
        """The Chinese name of the value."""
        return KEYS[self.key].label

    @property
    def number(self) -> Decimal:
        """The value where KEYS says it is a number."""
        assert isinstance(self.value, Decimal)
        return self.value

    @property
    def word(self) -> Word:
        """The value where KEYS says it is one of several words."""
        word: Any = self.value
        assert isinstance(word, str)
        return word  # type: ignore[return-value]

    @property
    def shown(self) -> str:
        """The value as a user reads it."""
        return worded(self.key, self.value) if isinstance(self.value, str) else _shown(self.value)

    @property
    def official(self) -> bool:
        """Was the value read in the document cited?"""
        return self.mark is Mark.OFFICIAL

    @property
    def cited(self) -> str:
        """The 依据 as a user may see it, with the mark where it is not official."""
        return self.basis if self.mark is Mark.OFFICIAL else f"{self.basis}（{self.mark.label}）"


def _shown(value: PolicyValue) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        nested = any(isinstance(item, tuple) for item in value)
        return ("；" if nested else "、").join(_shown(item) for item in value)
    return plain(value) if isinstance(value, Decimal) else value


class RuleSet:
    """What a policy says under each key of KEYS. A misspelt key or word is found by the type checker."""

    __slots__ = ()

    @property
    def rules(self) -> Mapping[str, Rule]:
        """Key → rule, in the order of KEYS."""
        raise NotImplementedError

    def rule(self, key: KeyName) -> Rule:
        """The rule behind a key of KEYS. A required key is always there."""
        return self.rules[key]

    def optional(self, key: OptionalKey) -> Rule | None:
        """The rule behind a key that a policy may leave out; None where it does."""
        return self.rules.get(key)

    def number(self, key: NumberKey) -> Decimal:
        """A rule's value where KEYS says it is a number."""
        value = self.rules[key].value
        assert isinstance(value, Decimal)
        return value

    if TYPE_CHECKING:

        @overload
        def word(self, key: Literal["scoring.source"]) -> names.ScoringSource: ...
        @overload
        def word(self, key: Literal["execution.method"]) -> names.FundsMethod: ...
        @overload
        def word(self, key: Literal["execution.above_budget"]) -> names.AboveBudget: ...
        @overload
        def word(self, key: Literal["execution.rate_of"]) -> names.RateOf: ...
        @overload
        def word(self, key: Literal["quantitative.at_least"]) -> names.AtLeast: ...
        @overload
        def word(self, key: names.LimitKey) -> names.Beyond: ...
        @overload
        def word(self, key: names.UnsignedKey) -> names.Unsigned: ...
        @overload
        def word(self, key: Literal["quantitative.range"]) -> names.Between: ...
        @overload
        def word(self, key: Literal["quantitative.above_pass"]) -> names.AbovePass: ...
        @overload
        def word(self, key: names.UndividableKey) -> names.Undividable: ...
        @overload
        def word(self, key: Literal["over_fulfilment.missing_reason"]) -> names.MissingReason: ...
        @overload
        def word(self, key: Literal["over_fulfilment.reduction"]) -> names.Reduction: ...
        @overload
        def word(self, key: Literal["satisfaction.method"]) -> names.Satisfied: ...
        @overload
        def word(self, key: Literal["not_applicable.method"]) -> names.NotApplicable: ...
        @overload
        def word(self, key: Literal["rounding.of"]) -> names.RoundingOf: ...
        @overload
        def word(self, key: Literal["layout.money_unit"]) -> names.MoneyUnit: ...
        @overload
        def word(self, key: Literal["evaluation.kind"]) -> names.EvaluationKind: ...
        @overload
        def word(self, key: Literal["evaluation.reviewers"]) -> names.Reviewers: ...
        @overload
        def word(self, key: names.TextKey) -> str: ...

    def word(self, key: str) -> str:
        """A rule's value where KEYS says it is a word."""
        value = self.rules[key].value
        assert isinstance(value, str)
        return value

    if TYPE_CHECKING:

        @overload
        def values(self, key: names.StepsKey) -> tuple[tuple[Decimal, Decimal], ...]: ...
        @overload
        def values(self, key: names.TierKey) -> tuple[Decimal, Decimal]: ...
        @overload
        def values(self, key: Literal["satisfaction.weights"]) -> tuple[Decimal, ...]: ...
        @overload
        def values(self, key: Literal["grades.bands"]) -> tuple[tuple[Decimal, str], ...]: ...
        @overload
        def values(self, key: names.LabelsKey) -> tuple[str, ...]: ...
        @overload
        def values(self, key: Literal["layout.head_rows"]) -> tuple[tuple[str, ...], ...]: ...
        @overload
        def values(self, key: names.LimitsKey) -> tuple[tuple[str, Decimal], ...]: ...
        @overload
        def values(self, key: Literal["layout.sheets"]) -> tuple[names.SheetName, ...]: ...
        @overload
        def values(self, key: Literal["report.advice"]) -> tuple[tuple[str, str, str], ...]: ...
        @overload
        def values(self, key: Literal["checks.rules"]) -> tuple[tuple[str, names.Switch, str], ...]: ...

    def values(self, key: str) -> tuple[Any, ...]:
        """A rule's value where KEYS says it is a list."""
        value = self.rules[key].value
        assert isinstance(value, tuple)
        return value

    @property
    def pointless(self) -> bool:
        """Do rows get no points, because a third party states the total or nothing is scored?"""
        return self.rules["scoring.source"].value in ("total", "none")

    @property
    def unofficial(self) -> tuple[Rule, ...]:
        """The rules that are not official, in the order of KEYS."""
        return tuple(rule for rule in self.rules.values() if rule.mark is not Mark.OFFICIAL)
