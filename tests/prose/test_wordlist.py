"""The lists of words are searched in every text: each entry begins with its character, as only then it is found quickly."""

import re

import pytest

from jxbook.prose.slips import SLIPS
from jxbook.prose.spoken import SPOKEN
from jxbook.prose.wordlist import WordList


@pytest.mark.parametrize("wrong", [one.wrong.pattern for one in (*SLIPS.entries, *SPOKEN.entries)])
def test_what_must_stand_before_a_word_is_written_behind_it(wrong: str) -> None:
    assert not wrong.startswith("(")


@pytest.mark.parametrize("words", [SLIPS, SPOKEN], ids=["slips", "spoken"])
def test_a_text_is_skipped_to_the_next_character_that_an_entry_begins_with(words: WordList) -> None:
    bare, groups = words.any.pattern, re.compile(r"\([^()]*\)")
    while groups.search(bare):
        bare = groups.sub("", bare)
    assert [one for one in bare.split("|") if not one[0].isalnum()] == []


@pytest.mark.parametrize(
    "one", ["活搞完了", "活干完了", "镇里没批", "俺们单位", "效果挺好。", "任务户数未完成"]
)
def test_an_entry_that_begins_with_one_of_several_characters_is_found_by_each(one: str) -> None:
    assert SPOKEN.suspected(one)
