"""What share of its points a target in words is worth, "" where only the core can tell: tiers, 是 and 否."""

from __future__ import annotations

from jxbook.formulas.expression import Expression, Reference
from jxbook.formulas.worksheet import AND, CHOOSE, EXACT, IF, ISNUMBER, LEFT, LEN, NOT, OR, RIGHT
from jxbook.native.entry import Steps, code, holds, is_among
from jxbook.native.odd import is_target_odd
from jxbook.native.words import Saying
from jxbook.policy import Policy
from jxbook.scoring.qualitative import BOUNDS, UNSTATED, within
from jxbook.values.entry import YES

WORTH, WORDED = "worth of words", "is worded"
"""The share; and is the target words that cannot be anything else?"""
SAID, ANSWERED = "target said", "actual said"
"""The code of what the target says, and of what the actual says, as a Saying."""
_TARGET, _ACTUAL = Reference("target"), Reference("actual")
_SAID, _ANSWERED = Reference(SAID), Reference(ANSWERED)
_DIGITS, _SHARE = Reference("actual digits"), Reference("actual number")
_TIER_WORD = "指标"
"""已完成 names no tier: whether it says enough hangs on what the target asks for."""
_SHORT_OF_ALL = ("未", "没", "部分", "较低", "基本")
"""未完成 is less than all, also where the target says so itself; 基本完成 is asked about."""


def word_steps(policy: Policy) -> Steps:
    """The steps from the two entries, read, to the share."""
    head = Reference("actual head")
    bracketed = AND(RIGHT(head, 1).equals("("), EXACT(Reference("actual rest"), "%)"))
    stated = IF(bracketed, code(LEFT(head, LEN(head) - 1), "sayings"), -1)
    ends = is_among(
        RIGHT(_TARGET, 2),
        "|" + "".join(f"{word}|" for word in sorted({word[-2:] for word in YES.split("|")})),
    )
    stops = is_among(RIGHT(_TARGET, 1), "|.|;|,|。|､|、|；|，|｡|")
    words = AND(_TARGET.differs(""), Reference("target digits").equals(""), _SAID <= Saying.FAILED)
    return {
        SAID: code(_TARGET, "sayings"),
        ANSWERED: IF(_DIGITS.equals(""), code(_ACTUAL, "sayings"), IF(stated > Saying.FAILED, -1, stated)),
        WORDED: IF(words, NOT(OR(is_target_odd(), ends, stops)), False),
        WORTH: IF(
            Reference(WORDED), _of_words(policy), IF(_says(_SAID, Saying.YES, Saying.NO), _of_answer(), "")
        ),
    }


_TIERS = (Saying.FULL, Saying.PARTIAL, Saying.FAILED)


def _says(said: Expression, *kinds: Saying) -> Expression:
    return OR(*(said.equals(kind) for kind in kinds))


def _of_words(policy: Policy) -> Expression:
    """The tier that the actual names, or the words of the target again."""
    unstated = [policy.number(key) / 100 for key in UNSTATED.values()]
    missed = _says(_ANSWERED, Saying.FAILED, Saying.UNMET)
    assumed = IF(missed, unstated[-1], CHOOSE(_ANSWERED, *unstated))
    denied = AND(missed, EXACT(RIGHT(_TARGET, 1), RIGHT(_ACTUAL, 1)))
    full = unstated[0]
    copied = AND(EXACT(_TARGET, _ACTUAL), *(NOT(holds(_TARGET, word)) for word in _SHORT_OF_ALL))
    tier = IF(_DIGITS.equals(""), IF(denied, "", assumed), IF(_inside(policy), _SHARE / 100, ""))
    done = AND(_says(_ANSWERED, Saying.FULL, Saying.YES), NOT(holds(_ACTUAL, _TIER_WORD)))
    return IF(copied, full, IF(done, "", IF(_says(_ANSWERED, *_TIERS, Saying.UNMET), tier, "")))


def _inside(policy: Policy) -> Expression:
    """Does the share that is stated lie in its tier?"""
    tests = []
    for tier, key in BOUNDS.items():
        low, high = policy.values(key)
        upper = high >= _SHARE if within(tier, high, policy) else high > _SHARE
        tests.append(AND(ISNUMBER(_SHARE), low <= _SHARE, upper))
    return CHOOSE(_ANSWERED, *tests)


def _of_answer() -> Expression:
    """是 and 否, or a tier without a share in their place."""
    answers = Saying.FULL, Saying.FAILED, Saying.UNMET, Saying.YES, Saying.NO
    known = AND(_DIGITS.equals(""), _says(_ANSWERED, *answers))
    met = _says(_ANSWERED, Saying.FULL, Saying.YES).equals(_SAID.equals(Saying.YES))
    return IF(known, IF(met, 1, 0), "")
