"""Policies that differ from a shipped one in a few values."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from jxbook.policy import Mark, Policy, Rule, load_policy


def ruled(policy: Policy | str = "mof-2020-10", mark: Mark = Mark.PRACTICE, **values: object) -> Policy:
    """The policy with other values: ruled(quantitative__cap=120) or ruled(**{"quantitative.cap": 120})."""
    parent = load_policy(policy) if isinstance(policy, str) else policy
    rules = {
        key: Rule(key, _decimals(value), "本市办法", mark, "in-test")  # type: ignore[arg-type]
        for key, value in ((name.replace("__", "."), value) for name, value in values.items())
    }
    return replace(parent, rules={**parent.rules, **rules})


def _decimals(value: object) -> object:
    """Numbers as a policy file gives them."""
    if isinstance(value, list | tuple):
        return tuple(_decimals(one) for one in value)
    return Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else value
