"""The values of a policy that worksheet formulas are compiled from, told from others by a few characters.

A workbook carries them: where its policy's file was changed since, its formulas still score by the old values.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from decimal import Decimal

from jxbook.policy.keys import PolicyValue
from jxbook.policy.model import Policy
from jxbook.values.fold import plain

_GROUPS = frozenset(
    "scoring weights quantitative qualitative yes_no satisfaction execution over_fulfilment not_applicable rounding grades".split()
)
_FURTHER = "evaluation.kind", "evaluation.partly_met"
_ONLY_SAID = frozenset(
    "execution.gap_warning execution.reason_below execution.unspent_warning execution.unstated "
    "over_fulfilment.missing_reason over_fulfilment.reason_from rounding.tolerance".split()
)
"""Of these groups what only findings hang on."""


def fingerprint(policy: Policy) -> str:
    """The policy's id and eight characters, the same as long as it scores alike, whatever else its file says."""
    return f"{policy.id} {zlib.crc32(chr(10).join((*_values(policy), *_labels(policy))).encode()):08x}"


def policy_in(told: str) -> str:
    """The policy's id in a fingerprint, "" where there is none."""
    return told.rpartition(" ")[0]


def counts(key: str) -> bool:
    """Does a value of this key count for the fingerprint?"""
    return key in _FURTHER or (key.partition(".")[0] in _GROUPS and key not in _ONLY_SAID)


def _values(policy: Policy) -> Iterator[str]:
    for key in sorted(filter(counts, policy.rules)):
        yield f"{key}={_text(policy.rules[key].value)}"


def _labels(policy: Policy) -> Iterator[str]:
    """The labels by which a row is known, and what they tell of it."""
    for one in policy.tree.level1:
        yield "|".join((one.name, *one.aliases))
        for two in one.level2:
            yield "|".join((two.name, *two.aliases, f"{two.cost:d}{two.satisfaction:d}"))


def _text(value: PolicyValue) -> str:
    if isinstance(value, tuple):
        return "(" + ",".join(map(_text, value)) + ")"
    return plain(value) if isinstance(value, Decimal) else str(value)
