"""The type checker knows every key of a policy and every word that it may hold, and no other."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest

from jxbook.policy import KEYS, SHEETS, load_policy, policy_ids
from jxbook.policy.key_names import (
    FlagKey,
    ListKey,
    NumberKey,
    OptionalKey,
    ReportPart,
    SheetName,
    Switch,
    Word,
    WordKey,
)
from jxbook.policy.keys import OPTIONAL
from jxbook.policy.shapes import SWITCHES
from jxbook.policy.tree import PARTS

SOURCES = Path(__file__).parents[2] / "src"
CHOSEN = [key for key, one in KEYS.items() if one.choices and one.own is None]


def names_in(kind: object) -> list[str]:
    """The words of a Literal, or of several that are joined by |."""
    return [one for part in get_args(kind) for one in ([part] if isinstance(part, str) else names_in(part))]


@pytest.mark.parametrize(
    ("names", "kind"), [(NumberKey, Decimal), (WordKey, str), (ListKey, tuple), (FlagKey, bool)]
)
def test_the_names_are_those_of_the_keys_that_hold_this(names: object, kind: type) -> None:
    assert sorted(names_in(names)) == sorted(key for key, one in KEYS.items() if one.type is kind)


def test_what_may_be_left_out_is_known_too() -> None:
    assert set(get_args(OptionalKey)) == OPTIONAL


def test_the_words_are_those_of_all_keys_that_offer_a_choice() -> None:
    assert set(names_in(Word)) == {word for key in CHOSEN for word in KEYS[key].choices}
    assert (get_args(Switch), get_args(SheetName)) == (SWITCHES, SHEETS)
    assert get_args(ReportPart) == PARTS


@pytest.mark.parametrize("policy_id", policy_ids())
def test_a_number_is_a_number_in_every_policy(policy_id: str) -> None:
    policy = load_policy(policy_id)
    for key in get_args(NumberKey):
        if key in policy.rules:
            assert isinstance(policy.number(key), Decimal)


# What the type checker says

HEAD = """from jxbook.policy.model import Policy
def asked(policy: Policy) -> None:
"""
ASKED = [key for key in CHOSEN if len(KEYS[key].choices) > 1]
LISTS = [key for key, one in KEYS.items() if one.type is tuple]
LINES = {
    **{f'reveal_type(policy.word("{key}"))': key for key in ASKED},
    **{f'reveal_type(policy.values("{key}"))': key for key in LISTS},
    **{f'policy.word("{key}") == "{KEYS[key].choices[0]}l"': key for key in ASKED},
    **{f'policy.rule("{key}").word == "{KEYS[key].choices[0]}l"': key for key in ASKED},
    **{f'policy.rule("{key}l")': key for key in KEYS},
}
"""Lines of a program → the key that each asks for, a word or a key of it misspelt in all but the first two."""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Line → what mypy says of it, "" for nothing."""
    probe = tmp_path_factory.mktemp("typed") / "probe.py"
    probe.write_text(HEAD + "".join(f"    {line}\n" for line in LINES), "utf-8")
    options = ["--strict", "--config-file=", f"--cache-dir={probe.parent}", "--no-color-output"]
    ran = subprocess.run(
        [sys.executable, "-m", "mypy", *options, probe],
        env=os.environ | {"MYPYPATH": str(SOURCES), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
    )
    found = re.findall(r"probe\.py:(\d+): (?:error|note): (.*)", ran.stdout)
    first = HEAD.count("\n") + 1
    by_line = {int(number): text for number, text in reversed(found)}  # the first of a line is what counts
    return {line: by_line.get(at, "") for at, line in enumerate(LINES, first)}


@pytest.mark.parametrize("key", ASKED)
def test_a_word_is_one_of_the_choices_of_its_key(said: Mapping[str, str], key: str) -> None:
    revealed = said[f'reveal_type(policy.word("{key}"))']
    assert set(re.findall(r"Literal\['(.*?)'\]", revealed)) == set(KEYS[key].choices)


@pytest.mark.parametrize("key", ASKED)
def test_a_misspelt_word_is_found(said: Mapping[str, str], key: str) -> None:
    """`policy.word("scoring.source") == "totall"` would be False for ever, in silence."""
    word = f"{KEYS[key].choices[0]}l"
    for line in (f'policy.word("{key}") == "{word}"', f'policy.rule("{key}").word == "{word}"'):
        assert "[comparison-overlap]" in said[line]


@pytest.mark.parametrize("key", KEYS)
def test_a_misspelt_key_is_found(said: Mapping[str, str], key: str) -> None:
    assert "[arg-type]" in said[f'policy.rule("{key}l")']


@pytest.mark.parametrize("key", LISTS)
def test_what_a_list_holds_is_known(said: Mapping[str, str], key: str) -> None:
    """Numbers where a policy writes numbers, texts where it writes texts, and as deep."""
    revealed = said[f'reveal_type(policy.values("{key}"))']
    assert "tuple[" in revealed and "Any" not in revealed
    for policy in map(load_policy, policy_ids()):
        if key in policy.rules and policy.rules[key].value:
            assert revealed_types(policy.rules[key].value) == typed(revealed)


def revealed_types(value: object) -> set[tuple[int, str]]:
    """How deep which kind of thing lies in a value."""
    if isinstance(value, tuple):
        return {(depth + 1, kind) for one in value for depth, kind in revealed_types(one)}
    return {(0, type(value).__name__)}


def typed(revealed: str) -> set[tuple[int, str]]:
    """As `revealed_types`, of a type as mypy writes it."""
    inside = re.search(r'"(.*)"', revealed)
    assert inside
    bare = re.sub(r"Literal\['.*?'\]", "str", inside[1]).replace("decimal.Decimal", "Decimal")
    ends = re.finditer(r"\b(str|Decimal)\b", bare)
    return {(bare[: end.start()].count("[") - bare[: end.start()].count("]"), end[1]) for end in ends}
