"""What share of its points a quantity or a month is worth, "" where only the core can tell.

Units are compared, never converted; of the readings of a bare number only one that is clearly nearest is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from jxbook.formulas.expression import Expression, Operand, Reference, expression
from jxbook.formulas.function import bracketed
from jxbook.formulas.worksheet import (
    AND,
    DATE,
    EXACT,
    FIND,
    IF,
    IFERROR,
    ISNUMBER,
    LEFT,
    LEN,
    MIN,
    NOT,
    OR,
    RIGHT,
    ROUND,
)
from jxbook.native.entry import Steps, code, holds, holds_any, is_among
from jxbook.native.place import KIND, LEVEL1, LEVEL2, NAME, TIMED, UNWANTED, is_odd, is_wanted
from jxbook.native.words import LENGTHS, SAVING_WORDS, SPAN_WORDS, SUMS, RowKind, UnitKind
from jxbook.policy import Policy

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.policy.key_names import Unsigned

LEAST, MORE, MOST, LESS, EQUAL = range(1, 6)
"""The codes of the signs, as in `words.SIGNS`."""
_SIGN_OF: Mapping[Unsigned, int] = {"at_least": LEAST, "at_most": MOST}
WORTH = "worth of quantity"
READABLE, COMPARABLE = "readable", "comparable"
"""Is the target a quantity or a month that the lists know; and the actual one like it?"""
_TARGET, _ACTUAL = Reference("target"), Reference("actual")
_WANTED, _REACHED = Reference("target number"), Reference("actual number")
_DIGITS, _REST = Reference("target digits"), Reference("target rest")
_UNIT, _UNIT2 = Reference("target unit"), Reference("actual rest")
_KIND, _KIND2 = Reference("target kind"), Reference("actual kind")
_SIGN, _HEAD, _TAIL = Reference("sign"), Reference("head"), Reference("tail")
_RATIO, _PERCENT, _WAY, _SAME = Reference("ratio"), Reference("percent"), Reference("way"), Reference("same")
_BOUND = Reference("is bound")
_ABOUT = Reference(KIND)
_LONGEST_TAIL = 3
_GUARD = 12
"""Decimal places that a ratio is compared with."""
_NEAR = Decimal("0.2"), Decimal(5), Decimal(20)
"""A bare number against a percentage: between the first two only one of its readings can be meant; see `_percents`."""
_FEWEST_OF_MULTIPLE, _MOST_OF_MULTIPLE = 10_000, 30
"""A bare number against 20000元 may be meant in 万元, one of more than thirty times 2万元 in 元."""
_MONTHS = "|1|2|3|4|5|6|7|8|9|10|11|12|"


def quantity_steps(policy: Policy) -> Steps:
    """The steps from the two entries, read, and the place of the row to the share."""
    tails = (ISNUMBER(FIND("|" & RIGHT("##" & _REST, size) & ":", Reference("tails"))) for size in (3, 2, 1))
    lengths: Expression = expression(0)
    for size, found in zip((1, 2, 3), reversed([*tails]), strict=True):
        lengths = IF(found, size, lengths)
    tail = RIGHT(_REST, _TAIL)
    none = AND(
        Reference(READABLE),
        _WANTED.equals(0),
        OR(_SIGN.equals(MOST), _SIGN.equals(EQUAL)),
        _KIND.differs(UnitKind.MONTH),
    )
    exported = AND(
        EXACT(Reference("target head"), Reference("actual head")),
        is_among(Reference("target head"), "|≥|≤|>|<|"),
    )
    led = Reference("is led")
    return {
        "tail": lengths,
        "target unit": LEFT(_REST, LEN(_REST) - _TAIL),
        "target kind": code(_UNIT, "units"),
        "actual kind": code(_UNIT2, "units"),
        "head": code(Reference("target head"), "heads"),
        "sign": IF(AND(_HEAD.equals(EQUAL), _TAIL > 0), code(tail, "tails"), _HEAD),
        "same": EXACT(_TARGET, _ACTUAL),
        READABLE: AND(_SIGN > 0, _KIND > 0, ISNUMBER(_WANTED), NOT(_may_be_time())),
        "is bound": AND(
            EXACT(Reference("actual head"), "≥"),
            _SIGN.differs(MOST),
            _SIGN.differs(LESS),
            NOT(OR(exported, _SAME)),
        ),
        "is led": code(Reference("actual head"), "leads") > 0,
        COMPARABLE: AND(
            Reference(READABLE),
            _KIND2 > 0,
            ISNUMBER(_REACHED),
            OR(led, exported, _SAME, _BOUND),
            NOT(is_odd()),
        ),
        "plain ratio": IF(Reference(COMPARABLE), _REACHED / IF(_WANTED.equals(0), 1, _WANTED), ""),
        "ratio": IF(Reference(COMPARABLE), _ratio(), ""),
        "percent": _percents(),
        "way": _way(policy),
        "part": IF(
            AND(none, is_among(_ACTUAL, "nothings")), 1, IF(OR(_RATIO.equals(""), _doubted()), "", _part())
        ),
        **_worth(policy),
    }


def _may_be_time() -> Expression:
    """2024年, 202412 and 12.31前 are points in time."""
    bare = AND(
        _KIND.equals(UnitKind.NONE),
        OR(LEN(_DIGITS) > 5, holds(_REST, "前"), AND(Reference(TIMED), holds(_DIGITS, "."))),
    )
    years = AND(
        OR(_UNIT.equals("年"), _UNIT2.equals("年")),
        OR(LEN(_DIGITS).equals(4), LEN(Reference("actual digits")).equals(4)),
    )
    return OR(bare, years)


def _ratio() -> Expression:
    """Actual ÷ target on one scale, "" where that is not sure; the target's own number where the target is 0."""
    own = Reference("plain ratio")
    whole = OR(_REACHED.equals(0), _REACHED >= 1)
    none, none2, percent, percent2 = (
        kind.equals(one) for one in (UnitKind.NONE, UnitKind.PERCENT) for kind in (_KIND, _KIND2)
    )
    near, far, hundred = _NEAR
    bare_actual = IF(
        percent,
        IF(
            OR(_REACHED.equals(0), AND(own >= near, _WANTED > 0)),
            own,
            IF(AND(own * 100 <= far, _WANTED > 0), own * 100, ""),
        ),
        IF(
            NOT(whole),
            "",
            IF(
                OR(_KIND.equals(UnitKind.MULTIPLE), _KIND.equals(UnitKind.MONEY_MULTIPLE)),
                IF(own <= _MOST_OF_MULTIPLE, own, ""),
                IF(
                    AND(_WANTED >= _FEWEST_OF_MULTIPLE, _REACHED < _FEWEST_OF_MULTIPLE, _REACHED > 0), "", own
                ),
            ),
        ),
    )
    multiple2 = OR(_KIND2.equals(UnitKind.MULTIPLE), _KIND2.equals(UnitKind.MONEY_MULTIPLE))
    bare_target = IF(
        percent2,
        IF(_REACHED.equals(0), "", IF(own <= far, own, IF(own >= hundred, own / 100, ""))),
        IF(OR(multiple2, AND(NOT(whole), _WANTED > 1)), "", own),
    )
    fractions = AND(_WANTED > 0, _REACHED > 0, (_REACHED <= 1).differs(_WANTED <= 1))
    both_bare = IF(fractions, "", own)
    alike = IF(AND(none, none2), both_bare, own)
    return IF(
        OR(_KIND.equals(UnitKind.MONTH), _KIND2.equals(UnitKind.MONTH)),
        "",
        IF(EXACT(_UNIT, _UNIT2), alike, IF(none2, bare_actual, IF(none, bare_target, ""))),
    )


def _percents() -> Expression:
    """The actual in per cent where one of the two is a percentage, else ""."""
    fraction = AND(
        _KIND.equals(UnitKind.PERCENT), _KIND2.equals(UnitKind.NONE), _WANTED * _NEAR[0] > _REACHED
    )
    percentages = OR(_KIND.equals(UnitKind.PERCENT), _KIND2.equals(UnitKind.PERCENT))
    return IF(OR(_RATIO.equals(""), NOT(percentages)), "", _REACHED * IF(fraction, 100, 1))


def _doubted() -> Expression:
    """Is there what only the core can weigh: a share above 100 %, a sign the wrong way round, a unit in the name?"""
    share = OR(holds(NAME, "率"), holds(NAME, "满意"), _ABOUT.equals(RowKind.SATISFACTION))
    wanted_percent = IF(_RATIO.equals(0), 0, _PERCENT / _RATIO)
    above = IF(
        _PERCENT.equals(""),
        AND(_KIND.equals(UnitKind.NONE), _REACHED > 100),
        OR(_PERCENT > 100, ROUND(wanted_percent, 9) > 100, _WANTED > 100),
    )
    limited = AND(_ABOUT.equals(RowKind.COST), holds_any(NAME, SUMS))
    reversed_ = AND(_SIGN <= MORE, _WANTED > 0, OR(Reference(UNWANTED), limited))
    none = OR(_KIND.equals(UnitKind.NONE), _KIND2.equals(UnitKind.NONE))
    marks = AND(
        _ABOUT.equals(RowKind.SATISFACTION), OR(_KIND.equals(UnitKind.MARKS), _KIND2.equals(UnitKind.MARKS))
    )
    return OR(
        _ABOUT.equals(RowKind.MIXED),
        AND(share, above),
        reversed_,
        AND(_KIND.equals(UnitKind.NONE), holds(NAME, "(")),
        AND(_KIND.equals(UnitKind.NONE), Reference(TIMED)),
        AND(_ABOUT.equals(RowKind.SATISFACTION), none, _PERCENT.equals("")),
        marks,
    )


def _way(policy: Policy) -> Expression:
    """The sign to compare by, 0 where the two ways might differ; without a sign the place of the row tells."""
    plain = _SIGN_OF.get(policy.word("quantitative.equal"), 0)
    cost = _SIGN_OF.get(policy.word("quantitative.equal_cost"), 0)
    time = _SIGN_OF.get(policy.word("quantitative.equal_time"), 0)
    saving = OR(*(holds_any(text, SAVING_WORDS) for text in (NAME, LEVEL1 & LEVEL2)))
    amount = OR(_KIND.equals(UnitKind.MONEY), _KIND.equals(UnitKind.MONEY_MULTIPLE))
    low = AND(_ABOUT.equals(RowKind.SATISFACTION), _WANTED < 50)
    limit = IF(AND(amount, NOT(saving), NOT(is_wanted())), cost, 0)
    lasting = AND(_KIND.equals(UnitKind.SPAN), _ABOUT.equals(RowKind.TIMELY), NOT(holds_any(NAME, LENGTHS)))
    told = IF(OR(_KIND.equals(UnitKind.SPAN), Reference(UNWANTED), low), 0, plain)
    unsigned = IF(_ABOUT.equals(RowKind.COST), limit, IF(lasting, time, told))
    return IF(_SIGN < EQUAL, _SIGN, IF(_WANTED.equals(0), MOST, unsigned))


def _part() -> Expression:
    """What part of the target was reached, 1 at the most."""
    nothing = IF(
        _WAY.equals(MOST), _REACHED.equals(0), IF(_WAY.equals(MORE), _REACHED > 0, _WAY.equals(LEAST))
    )
    reached = IF(_WAY <= MORE, MIN(1, _RATIO), IF(_RATIO <= 1, 1, expression(1) / _RATIO))
    unsure = IF(_RATIO.equals(1), 1, "")
    copied = AND(_SAME, NOT(Reference("is led")))
    surely = IF(AND(_WAY.equals(LEAST), _WANTED > 0, _RATIO >= 1), 1, "")  # ≥80% reaches 80%
    found = IF(_WANTED.equals(0), IF(nothing, 1, 0), IF(_WAY.equals(0), unsure, reached))
    return IF(copied, 1, IF(_BOUND, surely, found))


def _month_part() -> Expression:
    """A month against a month: all in time, else the days to the one ÷ the days to the other."""
    year = Reference("year")
    months = AND(
        Reference(COMPARABLE),
        OR(Reference("is led"), AND(_SAME, _SIGN > MORE)),
        _KIND.equals(UnitKind.MONTH),
        OR(_KIND2.equals(UnitKind.MONTH), _KIND2.equals(UnitKind.NONE)),
        is_among(_DIGITS, _MONTHS),
        is_among(Reference("actual digits"), _MONTHS),
    )
    sure = AND(_REACHED + 12 - _WANTED > 2, NOT(holds_any(NAME, SPAN_WORDS)))
    late = IFERROR(_days(year, _WANTED) / _days(year, _REACHED), "")
    part = IF(_REACHED <= _WANTED, 1, IF(ISNUMBER(year), late, ""))
    return IF(months, IF(sure, part, ""), "")


def _days(year: Expression, month: Expression) -> Expression:
    """The days from 1 January to the end of a month."""
    return bracketed(DATE(year, month + 1, 1) - DATE(year, 1, 1))


def _worth(policy: Policy) -> Steps:
    """The share of the points: the pass mark, and the steps of satisfaction."""
    rate = Reference("rate")
    mark = policy.number("quantitative.pass_mark") / 100
    steps: dict[str, Expression] = {
        "rate": IF(Reference("part").equals(""), _month_part(), Reference("part"))
    }
    worth: Expression = rate
    if mark:
        above: Expression = rate
        if policy.word("quantitative.above_pass") == "rescaled":
            above = bracketed(rate - mark) / (1 - mark)
        worth = IF(rate.equals(""), "", IF(ROUND(rate, _GUARD) < mark, 0, above))
    if policy.word("satisfaction.method") == "steps":
        worth = IF(
            AND(_ABOUT.equals(RowKind.SATISFACTION), Reference("part").differs("")),
            _by_steps(policy, worth),
            worth,
        )
    return {**steps, WORTH: worth}


def _by_steps(policy: Policy, otherwise: Expression) -> Expression:
    """The step that a satisfaction reaches. A limit has none; a bound tells none."""
    reached: list[tuple[Expression, Operand]] = [
        (ROUND(_PERCENT, _GUARD) >= bound, worth / 100)
        for bound, worth in sorted(policy.values("satisfaction.steps"), reverse=True)
    ]
    limit = OR(_SIGN.equals(MOST), _SIGN.equals(LESS))
    return IF(
        limit,
        otherwise,
        IF(OR(_PERCENT.equals(""), NOT(Reference("is led")), _WAY.equals(0)), "", chosen(reached)),
    )


def chosen(cases: Iterable[tuple[Expression, Operand]], otherwise: Operand = 0) -> Expression:
    """The operand of the first condition that holds."""
    found: Expression = expression(otherwise)
    for condition, operand in reversed([*cases]):
        found = IF(condition, operand, found)
    return found
