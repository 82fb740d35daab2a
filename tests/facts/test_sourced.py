"""Figures that know where they come from."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxbook.document.marks import bare, parted, quoted, without_reserved
from jxbook.facts.sourced import Sourced, total

BUDGET, SPENT = Sourced(Decimal(500), "预算", "表!E6"), Sourced(Decimal(367), "支出", "表!F6")


@pytest.mark.parametrize(
    ("figure", "number", "name", "where"),
    [
        (BUDGET - SPENT, "133", "预算－支出", "表!E6－表!F6"),
        (BUDGET + SPENT, "867", "预算＋支出", "表!E6＋表!F6"),
        (BUDGET - (BUDGET - SPENT), "367", "预算－（预算－支出）", "表!E6－（表!E6－表!F6）"),
        ((BUDGET - SPENT) / BUDGET, "0.266", "（预算－支出）÷预算", "（表!E6－表!F6）÷表!E6"),
        (abs(SPENT - BUDGET), "133", "支出－预算", "表!F6－表!E6"),
        (Sourced(Decimal(2), "数量") * SPENT, "734", "数量×支出", "表!F6"),
    ],
)
def test_reckoning_writes_itself_along(figure: Sourced, number: str, name: str, where: str) -> None:
    assert (figure.number, figure.name, figure.where) == (Decimal(number), name, where)


def test_a_sum_may_be_called_by_a_name() -> None:
    assert total([BUDGET, SPENT], "合计") == Sourced(Decimal(867), "合计", "表!E6＋表!F6")
    named = total([BUDGET, SPENT], "合计")
    assert named is not None
    assert (named / named).where == "（表!E6＋表!F6）÷（表!E6＋表!F6）"
    assert ((BUDGET - named).name, (BUDGET - named).where) == ("预算－合计", "表!E6－（表!E6＋表!F6）")
    assert (BUDGET / (BUDGET * SPENT)).where == "表!E6÷（表!E6×表!F6）"
    assert total([]) is None and total([SPENT], "合计") == SPENT


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (str(Sourced(Decimal("500.00"), "")), "500"),
        (Sourced(Decimal("0.734"), "").percent_fixed(), "73.40%"),
        (Sourced(Decimal("0.266"), "").percent(), "26.6%"),
        (Sourced(Decimal(1), "").percent_fixed(), "100%"),
        (Sourced(Decimal("2.5"), "").fixed(), "2.50"),
        (Sourced(Decimal("-1.005"), "").fixed(), "-1.01"),
    ],
)
def test_as_it_is_printed(shown: str, text: str) -> None:
    assert bare(shown) == text


def test_the_numbers_of_a_users_text_are_marked_by_the_words_around_them() -> None:
    text = quoted("3个站点，2025年6月底前建成", "原因", "表!I13")
    assert bare(text) == "3个站点，2025年6月底前建成"
    assert parted(text) == (
        "",
        [
            ("原因“□个站点”", "表!I13", "3", "个站点，"),
            ("原因“3个站点，□年6月”", "表!I13", "2025", "年"),
            ("原因“，2025年□月底前”", "表!I13", "6", "月底前建成"),
        ],
    )


@given(st.text(alphabet="甲1\ue001\ue002\ue003\ue004\ue005。", max_size=30))
def test_promise_6_no_user_can_type_a_mark(text: str) -> None:
    assert bare(quoted(text, "签", "格")) == without_reserved(text)
