"""The lists of words are searched in every text: each entry begins with its character, as only then it is found quickly."""

import pytest

from jxbook.prose.slips import SLIPS
from jxbook.prose.spoken import SPOKEN


@pytest.mark.parametrize("wrong", [one.wrong.pattern for one in (*SLIPS.entries, *SPOKEN.entries)])
def test_what_must_stand_before_a_word_is_written_behind_it(wrong: str) -> None:
    assert not wrong.startswith("(")
