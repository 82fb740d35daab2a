"""Promises for rows written in any of the listed forms: bounded, never less for better, equal at all doors, and
explained by a sum that gives the points by hand.
"""

from __future__ import annotations

import random
import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from reference import EQUAL, KINDS, LEAST, LESS, MORE, MOST, SPANS, amount, cases, dressed, half_up, written

from jxbook.form import Entry, Indicator
from jxbook.functions.calls import JX_SCORE
from jxbook.policy import Policy, load_policy
from jxbook.scoring import RowScore, score_indicator
from jxbook.values import Raw
from ruled import ruled

POLICIES = [
    load_policy("mof-2020-10"),
    load_policy("mof-2021-101"),
    load_policy("hubei-2020"),
    load_policy("mof-2020-10-evaluation"),
    ruled(quantitative__at_most="linear", quantitative__late="linear"),
]
LABELS = [
    ("产出指标", "数量指标"),
    ("产出指标", "时效指标"),
    ("产出指标", "成本指标"),
    ("满意度指标", "服务对象满意度指标"),
    ("", ""),
]
UNITS = (*KINDS.values(), *SPANS, (("", Fraction(1)),), (("次/年", Fraction(1)), ("次", Fraction(1))))
SIGNS = [*((form, 1) for form in (*LEAST, *MORE)), *((form, -1) for form in (*MOST, *LESS))]
WITHOUT = [(form, 0) for form in EQUAL]


def scored(
    policy: Policy,
    labels: tuple[str, str],
    target: Raw,
    actual: Raw,
    points: object,
    number_format: str = "General",
) -> RowScore:
    entries = [Entry(text or None) for text in (*labels, "", target)]
    one = Indicator.read(*entries, Entry(actual, number_format=number_format), Entry(Decimal(str(points))))
    return score_indicator(one, policy, 2024).score


def better_never_scores_less(seed: int, number: int) -> None:
    """Two actuals in the same unit, for all signs, units and places: the better one never has fewer points."""
    rng = random.Random(seed)
    for _ in range(number):
        policy, labels, units = rng.choice(POLICIES), rng.choice(LABELS), rng.choice(UNITS)
        form, way = rng.choice([*SIGNS, *WITHOUT])
        unit, points = rng.choice(units)[0], rng.choice((5, 10, 12.5, 30))
        target = dressed(rng, form.format(f"{written(rng, amount(rng))}{rng.choice(units)[0]}"))
        values = sorted(amount(rng) * rng.choice((0, 1, 1, 10)) for _ in range(2))
        rows = [scored(policy, labels, target, f"{written(rng, value)}{unit}", points) for value in values]
        told = [(row.earned, row.explanation) for row in rows]
        for row in rows:
            assert row.earned is None or 0 <= row.earned <= points, (target, told)
        low, high = (row.earned for row in rows)
        if low is None or high is None or low == high:
            continue
        if not way:  # without a sign it goes one way or the other, but the same for both
            continue
        assert (low < high) is (way > 0), (labels, target, values, unit, told)


def doors_agree(seed: int, number: int) -> None:
    """What a cell function is handed, a text or a bare number, earns what the file earns that knows the format."""
    rng = random.Random(seed)
    for _ in range(number):
        policy, labels = rng.choice(POLICIES), rng.choice(LABELS)
        form, _way = rng.choice(SIGNS)
        percent = Fraction(rng.randint(1, 2000), 10)
        target = form.format(f"{written(rng, percent)}%")
        raw = float(percent * rng.randint(6, 1900) / 100) / 100  # up to where the two readings are in doubt
        if rng.random() < 0.3:
            raw = raw / 3 + raw / 3 + raw / 3
        for number_format in ("0%", "0.00%"):
            file = scored(policy, labels, target, raw, 10, number_format)
            decimal = scored(policy, labels, target, Decimal(repr(raw)), 10, number_format)
            cell = JX_SCORE(
                target, raw, 10, [list(labels)], policy.id if policy in POLICIES[:4] else None, 2024
            )
            assert file.earned == decimal.earned
            if policy in POLICIES[:4]:
                assert cell in (float(file.exact or 0), "待核对"), (target, raw, file.explanation, cell)
                if 1 <= raw * 100 / percent <= 4:
                    assert cell != "待核对" or file.earned is None, (target, raw, file.explanation)


SUM = re.compile(r"记(?P<sum>[^记＝]*)＝(?P<earned>[\d.]+)分。\Z")


def by_hand(text: str) -> Fraction:
    """The sum that is printed, reckoned as one would."""
    text = re.sub(r"([\d.]+)%", r"(\1/100)", text)
    text = re.sub(r"([\d.]+)‰", r"(\1/1000)", text).replace("×", "*").replace("÷", "/")
    text = text.translate(str.maketrans("（）－", "()-"))
    return eval(re.sub(r"\d+(?:\.\d+)?", r"Fraction('\g<0>')", text), {"Fraction": Fraction})  # our own text


def sums_give_the_points(seed: int, number: int) -> None:
    told = 0
    for case in cases(seed, number):
        row = scored(POLICIES[case.policy == "101"], case.labels, case.target, case.actual, case.points)
        if row.earned is None:
            continue
        assert not re.search(r"[≥≤<>=＝≧≦]", row.explanation.split("记")[0]), row.explanation
        if match := SUM.search(row.explanation):
            told += 1
            assert half_up(by_hand(match["sum"])) == Fraction(match["earned"]) == Fraction(row.earned), (
                row.explanation
            )
    assert told > number // 5


@pytest.mark.parametrize("promise", [better_never_scores_less, doors_agree, sums_give_the_points])
def test_a_promise_holds_for_rows_in_any_form(promise) -> None:  # type: ignore[no-untyped-def]
    promise(3, 700)


@pytest.mark.long
@pytest.mark.parametrize("promise", [better_never_scores_less, doors_agree, sums_give_the_points])
def test_a_promise_holds_for_ten_thousand_rows(promise) -> None:  # type: ignore[no-untyped-def]
    promise(20261127, 10_000)


@pytest.mark.parametrize("day", [date(2024, 11, 30), date(2025, 1, 15)])
@pytest.mark.parametrize("limit", ["≤12月", date(2024, 12, 31), "2024-12-31"])
def test_a_date_is_one_with_and_without_its_format(day: date, limit: Raw) -> None:
    def number(value: Raw) -> Raw:
        return float((value - date(1899, 12, 30)).days) if isinstance(value, date) else value

    labels = ("产出指标", "时效指标")
    file = scored(POLICIES[0], labels, limit, day, 10)
    assert file.earned is not None
    assert JX_SCORE(number(limit), number(day), 10, [list(labels)], None, 2024) == float(file.earned)


@pytest.mark.parametrize(
    ("policy", "labels", "target", "actual", "said"),
    [
        (0, LABELS[2], "≤10万元", "20万元", "完成值20万元超过指标值10万元，完成率50%，记10×10÷20＝5分。"),
        (0, LABELS[0], "≥21场", "8场", "完成值8场未达到指标值21场，完成率38.10%，记10×8÷21＝3.81分。"),
        (
            0,
            LABELS[1],
            "≤12月",
            "2025年1月",
            "完成时间2025年1月晚于指标值12月，完成率92.19%，记10×366÷397＝9.22分。",
        ),
        (0, LABELS[1], "≤12月", "11月", "完成时间11月不晚于指标值12月，记全部分值10分。"),
        (0, LABELS[0], "20%-30%", "40%", "完成值40%超出指标值区间20%至30%，完成率75%，记10×30%÷40%＝7.5分。"),
        (0, LABELS[0], "20%-30%", "10%", "完成值10%低于指标值区间20%至30%，完成率50%，记10×10%÷20%＝5分。"),
        (0, LABELS[0], "≥100%", 1.05, "完成值1.05（按105%理解）达到指标值100%，记全部分值10分。"),
        (
            0,
            LABELS[0],
            "增长5%以上",
            "4%",
            "完成值4%（按增长4%理解）未达到指标值增长5%，完成率80%，记10×4%÷5%＝8分。",
        ),
        (
            0,
            LABELS[2],
            "≤10万元",
            "125000元",
            "完成值125000元超过指标值10万元，完成率80%，记10×10÷12.5＝8分。",
        ),
        (4, LABELS[2], "≤10万元", "12.5万元", "完成率75%，记10×（1－（12.5－10）÷10）＝7.5分。"),
        (1, LABELS[0], "≥200", "160", "完成率80%，记（160÷200－60%）÷（1－60%）×10＝5分。"),
    ],
)
def test_an_explanation_says_how_it_came_out_without_signs(
    policy: int, labels: tuple[str, str], target: str, actual: Raw, said: str
) -> None:
    assert scored(POLICIES[policy], labels, target, actual, 10).explanation.endswith(said)
