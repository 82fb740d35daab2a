"""settled: the same formula, with what hangs on cells that stay worked out beforehand."""

from decimal import Decimal

import pytest

from jxbook.formulas.contents import Content, FormulaError
from jxbook.formulas.expression import Expression, Reference
from jxbook.formulas.settled import settled
from jxbook.formulas.worksheet import FIND, IF, IFERROR, ISNUMBER, LEN, MID, SUM, SUMPRODUCT, VALUE

TURNS: Content = (Decimal(1), Decimal(2), Decimal(3))
STAYING: dict[str, Content] = {"list": "甲乙丙", "turns": TURNS, "word": "无", "blank": None, "text": "5"}
LIST, TURN, NAME, WORD = (Reference(one) for one in ("list", "turns", "name", "word"))


@pytest.mark.parametrize(
    "formula",
    [
        SUMPRODUCT(ISNUMBER(FIND(MID(LIST, TURN, 1), NAME)) * (TURN * 10)),
        IF(NAME.equals("丙甲"), LEN(LIST), VALUE(WORD)),
        IFERROR(VALUE(WORD) + LEN(NAME), LEN(LIST & NAME)),
        SUM(Reference("text"), LEN(NAME)),
        Reference("blank") & NAME,
        LEN(LIST) + LEN(WORD),
    ],
    ids=lambda formula: formula.text(),
)
@pytest.mark.parametrize("name", ["丙甲", "丁", ""])
def test_it_shows_the_same(formula: Expression, name: str) -> None:
    cells = {**STAYING, "name": name}
    assert settled(formula, STAYING).over(cells) == formula.over(cells)


def test_what_stays_is_not_looked_up_again() -> None:
    formula = settled(SUMPRODUCT(ISNUMBER(FIND(MID(LIST, TURN, 1), NAME)) * TURN), STAYING)
    assert formula.over({"name": "丙甲", "turns": TURNS}) == Decimal(4)


def test_an_error_comes_out_only_where_it_is_met() -> None:
    formula = settled(IF(NAME.equals(""), VALUE(WORD), 1), STAYING)
    assert formula.over({**STAYING, "name": "甲"}) == Decimal(1)
    assert formula.over({**STAYING, "name": ""}) == FormulaError("#VALUE!")
