"""Do two texts speak of the same thing? By the characters they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise

from jxbook.pattern import pattern
from jxbook.prose.words import GENERIC, MEASURES, WORKS

_LONGEST, _SHORTEST = 400, 40  # characters that are compared, of the longer and of the shorter text
_GENERIC = pattern("|".join(GENERIC))
_AROUND = pattern(rf"\A(?:{'|'.join(WORKS)})|(?:{'|'.join(WORKS)})?(?:{'|'.join(MEASURES)})?\Z")
_QUESTION = pattern(r"(?:是否满意|是否认可|满不满意|满意吗|满意程度|的?满意度|评价如何|如何|怎么样)[？?]?\Z")
_ASKED = pattern(r"\A(?:\d+[.、])?(?:您|你)?(?:认为|觉得)?(?:对|对于)?")
ENOUGH, NAMED, SURELY = 2, 3, 4
"""Characters in a row that two texts share: enough where generic words are cut; so that a text speaks of the thing of a
name; so that two sentences surely say the same."""


def shared_run(first: str, second: str) -> str:
    """The longest run of characters that both texts hold, the earliest of the shorter one; "" for none."""
    short, long = sorted((first[:_LONGEST], second[:_LONGEST]), key=len)
    short, run = short[:_SHORTEST], ""
    for start in range(len(short)):
        while (longer := short[start : start + len(run) + 1]) in long and len(longer) > len(run):
            run = longer
    return run


def akin(first: str, second: str) -> bool:
    """Do the two share two characters that are not part of a generic word?"""
    return len(shared_run(_GENERIC.sub("\ufffe", first), _GENERIC.sub("\uffff", second))) >= ENOUGH


def names(text: str, thing: str) -> bool:
    """Does a text name a thing: hold the end of its name, where a Chinese noun has its head, or four characters of it?

    护坡混凝土 is not named by a text on 护坡绿化; generic words are cut.
    """
    own = _GENERIC.sub("", thing).strip("的")
    return len(own) >= ENOUGH and (own[-ENOUGH:] in text or len(shared_run(own, text)) >= SURELY)


def speaks_of(text: str, name: str) -> bool:
    """Does a text, which may be a name as well, speak of the thing of this name?"""
    return len(shared_run(name, text)) >= NAMED


def are_about_one(first: str, second: str) -> bool:
    """Do two names name one thing: by three characters, or by all that is left without the work and the measure, 茶园建设
    and 新建茶园面积?"""
    return speaks_of(first, second) or (
        ENOUGH <= len(own := _thing(first)) == len(_thing(second)) and own in second
    )


def _thing(name: str) -> str:
    return _AROUND.sub("", name)


def say_the_same(first: str, second: str) -> bool:
    """Does one sentence surely say what the other says?"""
    return len(shared_run(first, second)) >= SURELY


def kin(text: str, names: Sequence[frozenset[str]]) -> int | None:
    """Which of the names a text speaks of: the one with which it shares the rarest pairs of characters; None for none.

    The names are given as their `pairs`. A pair that many names hold tells less than one that few hold.
    """
    own = pairs(text)
    held = [name & own for name in names]
    often = Counter(chain.from_iterable(held))
    worth = [sum([1 / often[pair] for pair in shared]) for shared in held]
    best = max(worth, default=0)
    return worth.index(best) if best else None


def pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters, generic words and punctuation cut."""
    parts = _GENERIC.sub(" ", text[:_LONGEST])
    return frozenset(
        [
            f"{first}{second}"
            for first, second in pairwise(parts)
            if "\u4e00" <= first <= "\u9fff" and "\u4e00" <= second <= "\u9fff"
        ]
    )


def topic(question: str) -> str:
    """What a question of a survey asks about: 您对助餐送餐服务是否满意 → 助餐送餐服务."""
    return _QUESTION.sub("", _ASKED.sub("", question.strip())).removesuffix("的") or question.strip()
