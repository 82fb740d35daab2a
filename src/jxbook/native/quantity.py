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
    IF,
    IFERROR,
    ISNUMBER,
    LEFT,
    MAX,
    MIN,
    NOT,
    OR,
    RIGHT,
    ROUND,
)
from jxbook.native.comparable import (
    ACTUAL,
    BOUND,
    COMPARABLE,
    DIGITS,
    DIGITS2,
    EQUAL,
    KIND,
    KIND2,
    LEAST,
    LED,
    LESS,
    MORE,
    MOST,
    REACHED,
    READABLE,
    SAME,
    SIGN,
    TARGET,
    UNIT,
    UNIT2,
    WANTED,
)
from jxbook.native.entry import Steps, holds, holds_any, is_among
from jxbook.native.name_words import RANK_WORDS, SAVING_WORDS, SPAN_WORDS, SUMS, TAKING
from jxbook.native.place import KIND as ABOUT
from jxbook.native.place import LEVEL1, LEVEL2, NAME, UNWANTED, is_timed, is_wanted
from jxbook.native.words import RowKind, UnitKind
from jxbook.policy import Policy
from jxbook.scoring.leaning import FEE
from jxbook.scoring.telling import STANDARD

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.policy.key_names import Unsigned

_SIGN_OF: Mapping[Unsigned, int] = {"at_least": LEAST, "at_most": MOST}
_RATIO, _PERCENT, _WAY = Reference("ratio"), Reference("percent"), Reference("way")
_ABOUT = Reference(ABOUT)
WORTH = "worth of quantity"
_GUARD = 12
"""Decimal places that a ratio is compared with."""
_NEAR = Decimal("0.2"), Decimal(5), Decimal(20)
"""A bare number against a percentage: between the first two only one of its readings can be meant; see `_percents`."""
_FAR_OFF = 100
"""A bare number so many times its target, or less than it, may be in a larger or smaller unit."""
_FEWEST_OF_MULTIPLE, _MOST_OF_MULTIPLE = 10_000, 30
"""A bare number against 20000元 may be meant in 万元, one of more than thirty times 2万元 in 元."""
_HUNDREDFOLD, _CLOSELY = (Decimal(49), Decimal(201)), (Decimal(79), Decimal(126))
"""A share that lies so far from its target may be one written as a fraction; closely, where both are percentages."""
_MONTHS = "|1|2|3|4|5|6|7|8|9|10|11|12|"


def quantity_steps(policy: Policy) -> Steps:
    """The steps from the two entries, read, and the place of the row to the share."""
    none = AND(
        Reference(READABLE),
        WANTED.equals(0),
        OR(SIGN.equals(MOST), SIGN.equals(EQUAL)),
        KIND.differs(UnitKind.MONTH),
    )
    of_ratio = IF(
        _doubted(), "", _part()
    )  # apart from the test for a ratio, as AND and OR reckon all they are given
    return {
        "ratio": IF(Reference(COMPARABLE), _ratio(), ""),
        "percent": _percents(),
        "way": _way(policy),
        "part": IF(AND(none, is_among(ACTUAL, "nothings")), 1, IF(_RATIO.equals(""), "", of_ratio)),
        **_worth(policy),
    }


def _ratio() -> Expression:
    """Actual ÷ target on one scale, "" where that is not sure; the target's own number where the target is 0."""
    own = REACHED / IF(WANTED.equals(0), 1, WANTED)
    whole = OR(REACHED.equals(0), REACHED >= 1)
    none, none2, percent, percent2 = (
        kind.equals(one) for one in (UnitKind.NONE, UnitKind.PERCENT) for kind in (KIND, KIND2)
    )
    near, far, hundred = _NEAR
    tiny = AND(own > 0, own * _FAR_OFF <= 1)
    bare_actual = IF(
        percent,
        IF(
            OR(REACHED.equals(0), AND(own >= near, WANTED > 0)),
            own,
            IF(AND(own * 100 <= far, WANTED > 0), own * 100, ""),
        ),
        IF(
            NOT(whole),
            "",
            IF(
                OR(KIND.equals(UnitKind.MULTIPLE), KIND.equals(UnitKind.MONEY_MULTIPLE)),
                IF(AND(own <= _MOST_OF_MULTIPLE, NOT(tiny)), own, ""),
                IF(
                    OR(
                        own >= _FAR_OFF,
                        tiny,
                        AND(WANTED >= _FEWEST_OF_MULTIPLE, REACHED < _FEWEST_OF_MULTIPLE, REACHED > 0),
                    ),
                    "",
                    own,
                ),
            ),
        ),
    )
    multiple2 = OR(KIND2.equals(UnitKind.MULTIPLE), KIND2.equals(UnitKind.MONEY_MULTIPLE))
    bare_target = IF(
        percent2,
        IF(REACHED.equals(0), "", IF(own <= far, own, IF(own >= hundred, own / 100, ""))),
        IF(OR(multiple2, AND(NOT(whole), WANTED > 1)), "", own),
    )
    fractions = AND(WANTED > 0, REACHED > 0, (REACHED <= 1).differs(WANTED <= 1))
    both_bare = IF(fractions, "", own)
    alike = IF(AND(none, none2), both_bare, own)
    return IF(
        OR(KIND.equals(UnitKind.MONTH), KIND2.equals(UnitKind.MONTH)),
        "",
        IF(EXACT(UNIT, UNIT2), alike, IF(none2, bare_actual, IF(none, bare_target, ""))),
    )


def _percents() -> Expression:
    """The actual in per cent where one of the two is a percentage, else ""."""
    fraction = AND(KIND.equals(UnitKind.PERCENT), KIND2.equals(UnitKind.NONE), WANTED * _NEAR[0] > REACHED)
    percentages = OR(KIND.equals(UnitKind.PERCENT), KIND2.equals(UnitKind.PERCENT))
    return IF(OR(_RATIO.equals(""), NOT(percentages)), "", REACHED * IF(fraction, 100, 1))


def _doubted() -> Expression:
    """Is there what only the core can weigh: a share above 100 %, a sign the wrong way round, a unit in the name?"""
    share = OR(holds(NAME, "率"), holds(NAME, "满意"), _ABOUT.equals(RowKind.SATISFACTION))
    wanted_percent = IF(_RATIO.equals(0), 0, _PERCENT / _RATIO)
    above = IF(
        _PERCENT.equals(""),
        AND(KIND.equals(UnitKind.NONE), REACHED > 100),
        OR(_PERCENT > 100, ROUND(wanted_percent, 9) > 100, WANTED > 100),
    )
    limited = AND(_ABOUT.equals(RowKind.COST), holds_any(NAME, SUMS))
    reversed_ = AND(SIGN <= MORE, WANTED + REACHED > 0, OR(Reference(UNWANTED), limited))
    satisfied = AND(_ABOUT.equals(RowKind.SATISFACTION), OR(WANTED >= 50, WANTED <= 1))
    wanted_share = AND(share, OR(NOT(Reference(UNWANTED)), satisfied), WANTED.differs(100))
    limited_share = AND(SIGN > MORE, SIGN < EQUAL, wanted_share)
    once = AND(SIGN.equals(LESS), (WANTED * REACHED).equals(1), Reference(UNWANTED))
    grouped = OR(*(LEFT(RIGHT(digits, 4), 1).equals(".") for digits in (DIGITS, DIGITS2)))
    none = OR(KIND.equals(UnitKind.NONE), KIND2.equals(UnitKind.NONE))
    # ≥0.9 is 90% where satisfaction has steps: taken for 0.9% beside 1%
    fraction = AND(
        KIND.equals(UnitKind.NONE), KIND2.equals(UnitKind.PERCENT), WANTED <= 1, WANTED * _NEAR[1] >= REACHED
    )
    marks = AND(
        _ABOUT.equals(RowKind.SATISFACTION), OR(KIND.equals(UnitKind.MARKS), KIND2.equals(UnitKind.MARKS))
    )
    return OR(
        _ABOUT.equals(RowKind.MIXED),
        AND(share, above),
        reversed_,
        AND(limited_share, _RATIO.differs(1)),
        once,
        grouped,
        AND(KIND.equals(UnitKind.NONE), holds(NAME, "(")),
        AND(KIND.equals(UnitKind.NONE), is_timed()),
        AND(
            _RATIO.differs(1),
            is_among(UNIT, "||名|位|"),
            OR(is_among(RIGHT(NAME, 2), _listed(RANK_WORDS)), holds(NAME, "(")),
        ),
        AND(KIND.equals(UnitKind.SPAN), holds(TARGET, "前")),
        AND(none, _PERCENT.differs(""), NAME.differs(""), NOT(is_among(RIGHT(NAME, 1), "|率|度|比|例|重|"))),
        AND(_ABOUT.equals(RowKind.SATISFACTION), none, _PERCENT.equals("")),
        marks,
        AND(_ABOUT.equals(RowKind.SATISFACTION), fraction),
        _hundredfold(),
    )


def _hundredfold() -> Expression:
    """May one of the two be a fraction and the other a percentage? A limit in per cent may well be kept that far."""
    bare = AND(KIND.equals(UnitKind.NONE), _far_off(_HUNDREDFOLD))
    limit = OR(_WAY.equals(MOST), _WAY.equals(LESS))
    percentages = AND(KIND.equals(UnitKind.PERCENT), NOT(limit), _far_off(_CLOSELY))
    return AND(WANTED > 0, OR(bare, percentages))


def _far_off(times: tuple[Decimal, Decimal]) -> Expression:
    """Is the one about so many times the other?"""
    low, high = times
    return OR(
        AND(low <= _RATIO, high >= _RATIO),
        AND(_RATIO * low <= 1, _RATIO * high >= 1),
    )


def _way(policy: Policy) -> Expression:
    """The sign to compare by, 0 where the two ways might differ; without a sign the place of the row tells."""
    plain = _SIGN_OF.get(policy.word("quantitative.equal"), 0)
    cost = _SIGN_OF.get(policy.word("quantitative.equal_cost"), 0)
    time = _SIGN_OF.get(policy.word("quantitative.equal_time"), 0)
    saving = OR(*(holds_any(text, SAVING_WORDS) for text in (NAME, LEVEL1 & LEVEL2)))
    amount = OR(KIND.equals(UnitKind.MONEY), KIND.equals(UnitKind.MONEY_MULTIPLE))
    low = AND(_ABOUT.equals(RowKind.SATISFACTION), WANTED < 50)
    limit = IF(AND(amount, NOT(saving), NOT(is_wanted()), NOT(holds(NAME, STANDARD))), cost, 0)
    takes = OR(NAME.equals(""), AND(is_among(RIGHT(NAME, 2), _listed(TAKING)), NOT(is_wanted())))
    timely = AND(KIND.equals(UnitKind.SPAN), _ABOUT.equals(RowKind.TIMELY))
    told = IF(OR(KIND.equals(UnitKind.SPAN), Reference(UNWANTED), low, holds(NAME, FEE)), 0, plain)
    unsigned = IF(_ABOUT.equals(RowKind.COST), limit, IF(timely, IF(takes, time, 0), told))
    return IF(SIGN < EQUAL, SIGN, IF(WANTED.equals(0), 0, unsigned))


def _listed(words: Iterable[str]) -> str:
    return f"|{'|'.join(words)}|"


def _part() -> Expression:
    """What part of the target was reached, 1 at the most."""
    nothing = IF(_WAY.equals(MOST), REACHED.equals(0), IF(_WAY.equals(MORE), REACHED > 0, _WAY.equals(LEAST)))
    reached = IF(_WAY <= MORE, MIN(1, _RATIO), expression(1) / MAX(1, _RATIO))
    unsure = IF(_RATIO.equals((WANTED > 0) * 1), 1, "")  # of 0 the ratio is the actual
    copied = AND(SAME, NOT(LED))
    surely = IF(AND(_WAY.equals(LEAST), WANTED > 0, _RATIO >= 1), 1, "")  # ≥80% reaches 80%
    certain = IF(WANTED.equals(0), nothing * 1, reached)  # TRUE as 1
    found = IF(_WAY.equals(0), unsure, certain)
    return IF(copied, 1, IF(BOUND, surely, found))


def _month_part() -> Expression:
    """A month against a month: all in time, else the days to the one ÷ the days to the other."""
    year = Reference("year")
    months = AND(
        Reference(COMPARABLE),
        OR(LED, AND(SAME, SIGN > MORE)),
        KIND.equals(UnitKind.MONTH),
        OR(KIND2.equals(UnitKind.MONTH), KIND2.equals(UnitKind.NONE)),
        is_among(DIGITS, _MONTHS),
        is_among(DIGITS2, _MONTHS),
    )
    sure = AND(REACHED + 12 - WANTED > 2, NOT(holds_any(NAME, SPAN_WORDS)))
    late = IFERROR(_days(year, WANTED) / _days(year, REACHED), "")
    part = IF(REACHED <= WANTED, 1, IF(ISNUMBER(year), late, ""))
    return IF(months, IF(sure, part, ""), "")


def _days(year: Expression, month: Expression) -> Expression:
    """The days from 1 January to the end of a month."""
    return bracketed(DATE(year, month + 1, 1) - DATE(year, 1, 1))


def _worth(policy: Policy) -> Steps:
    """The share of the points: the pass mark, and the steps of satisfaction."""
    rate = Reference("rate")
    mark = policy.number("quantitative.pass_mark") / 100
    found = IF(Reference("part").equals(""), _month_part(), Reference("part"))
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
    return {WORTH: found} if worth is rate else {rate.name: found, WORTH: worth}


def _by_steps(policy: Policy, otherwise: Expression) -> Expression:
    """The step that a satisfaction reaches. A limit has none; a bound tells none."""
    reached: list[tuple[Expression, Operand]] = [
        (ROUND(_PERCENT, _GUARD) >= bound, worth / 100)
        for bound, worth in sorted(policy.values("satisfaction.steps"), reverse=True)
    ]
    limit = OR(_WAY.equals(MOST), _WAY.equals(LESS))
    return IF(
        limit,
        otherwise,
        IF(OR(_PERCENT.equals(""), NOT(LED), _WAY.equals(0)), "", chosen(reached)),
    )


def chosen(cases: Iterable[tuple[Expression, Operand]], otherwise: Operand = 0) -> Expression:
    """The operand of the first condition that holds."""
    found: Expression = expression(otherwise)
    for condition, operand in reversed([*cases]):
        found = IF(condition, operand, found)
    return found
