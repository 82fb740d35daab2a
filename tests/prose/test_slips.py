"""The list of slips is searched in every text: each entry begins with its character, as only then it is found quickly."""

import tomllib
from pathlib import Path

import pytest

import jxbook.prose.slips as slips

LISTED = tomllib.loads(Path(slips.__file__).with_suffix(".toml").read_text("utf-8"))["slip"]


@pytest.mark.parametrize("wrong", [one["wrong"] for one in LISTED])
def test_what_must_stand_before_a_slip_is_written_behind_it(wrong: str) -> None:
    assert not wrong.startswith("(")
