"""Rule sets as data: a policy is a TOML file whose every value carries its 依据 and a mark."""

from jxbook.policy.fault import Fault, FaultyPolicy
from jxbook.policy.keys import KEYS, Key, PolicyValue
from jxbook.policy.load import (
    Standing,
    differs_from_registered,
    load_policy,
    named_policy,
    policy_ids,
    policy_of,
    read_policy,
    reference,
    shipped_policies,
    shipped_policy,
    user_policies,
)
from jxbook.policy.model import Identity, Level1, Level2, Policy, Preset, Tree, Variant
from jxbook.policy.rule_set import Mark, Rule
from jxbook.policy.shapes import SHEETS

DEFAULT_POLICY = "mof-2020-10"

__all__ = [
    "DEFAULT_POLICY",
    "KEYS",
    "SHEETS",
    "Fault",
    "FaultyPolicy",
    "Identity",
    "Key",
    "Level1",
    "Level2",
    "Mark",
    "Policy",
    "PolicyValue",
    "Preset",
    "Rule",
    "Standing",
    "Tree",
    "Variant",
    "differs_from_registered",
    "load_policy",
    "named_policy",
    "policy_ids",
    "policy_of",
    "read_policy",
    "reference",
    "shipped_policies",
    "shipped_policy",
    "user_policies",
]
