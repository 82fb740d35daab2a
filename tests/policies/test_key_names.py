"""The type checker knows every key of a policy, and no other."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest

from jxbook.policy import KEYS, load_policy, policy_ids
from jxbook.policy.key_names import FlagKey, ListKey, NumberKey, OptionalKey, WordKey
from jxbook.policy.keys import OPTIONAL


@pytest.mark.parametrize(
    ("names", "kind"), [(NumberKey, Decimal), (WordKey, str), (ListKey, tuple), (FlagKey, bool)]
)
def test_the_names_are_those_of_the_keys_that_hold_this(names: object, kind: type) -> None:
    assert list(get_args(names)) == [key for key, one in KEYS.items() if one.type is kind]


def test_what_may_be_left_out_is_known_too() -> None:
    assert set(get_args(OptionalKey)) == OPTIONAL


@pytest.mark.parametrize("policy_id", policy_ids())
def test_a_number_is_a_number_in_every_policy(policy_id: str) -> None:
    policy = load_policy(policy_id)
    for key in get_args(NumberKey):
        if key in policy.rules:
            assert isinstance(policy.number(key), Decimal)
