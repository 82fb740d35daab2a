"""Rule sets as data: a policy is a TOML file whose every value carries its 依据 and a mark."""

from jxbook.policy.keys import KEYS, Key, Value
from jxbook.policy.load import load_policy, policy_ids, read_policy
from jxbook.policy.model import Identity, Level1, Level2, Mark, Policy, Rule, Tree

DEFAULT_POLICY = "mof-2020-10"

__all__ = [
    "DEFAULT_POLICY",
    "KEYS",
    "Identity",
    "Key",
    "Level1",
    "Level2",
    "Mark",
    "Policy",
    "Rule",
    "Tree",
    "Value",
    "load_policy",
    "policy_ids",
    "read_policy",
]
