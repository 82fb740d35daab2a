"""Which forms are re-checked: by chance, by money or by risk, each with its reason; the seed repeats a draw."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from random import Random

import pandas as pd  # type: ignore[import-untyped]

from jxbook.checks.submission import Submission
from jxbook.dataclass import dataclass

_LOW, _HIGH = 0.6, 99.0


class By(StrEnum):
    """How a sample is drawn."""

    CHANCE = "chance"
    MONEY = "money"
    RISK = "risk"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A form of the sample and why it is in it."""

    form: Submission
    reason: str


def draw(forms: Sequence[Submission], count: int, by: By, seed: int) -> list[Drawn]:
    """At most `count` forms; the same seed draws the same ones of the same forms."""
    ordered = sorted(forms, key=lambda one: (one.file, one.form))
    frame = pd.DataFrame({"form": ordered, "budget": [one.budget or 0.0 for one in ordered]})
    sampled = {By.CHANCE: _by_chance, By.MONEY: _by_money, By.RISK: _by_risk}[by](frame, count, Random(seed))
    drawn = [Drawn(form, reason) for form, reason in zip(sampled["form"], sampled["reason"], strict=True)]
    return sorted(drawn, key=lambda one: (one.form.department, one.form.file))


def _by_chance(forms: pd.DataFrame, count: int, chance: Random) -> pd.DataFrame:
    return _shuffled(forms, chance).head(count).assign(reason="随机抽取")


def _by_money(forms: pd.DataFrame, count: int, chance: Random) -> pd.DataFrame:
    """The largest are certain, the others come in proportion to their budget: systematic selection after
    every so much money, which a form that is larger than the interval cannot escape."""
    left = forms[forms["budget"] > 0]
    certain = left.head(0)
    while len(left) and len(certain) < count:
        large = left["budget"] >= left["budget"].sum() / (count - len(certain))
        if not large.any():
            break
        certain, left = pd.concat([certain, left[large]]), left[~large]
    certain = certain.head(count)
    found = _at_intervals(_shuffled(left, chance), min(count - len(certain), len(left)), chance)
    return pd.concat([_told(certain, "金额大，必抽"), _told(found, "按金额抽中")])


def _at_intervals(forms: pd.DataFrame, wanted: int, chance: Random) -> pd.DataFrame:
    reached = forms["budget"].cumsum()
    interval = forms["budget"].sum() / max(wanted, 1)
    first = chance.random() * interval
    met = [int((reached <= first + at * interval).sum()) for at in range(wanted)]
    return forms.iloc[[min(at, len(forms) - 1) for at in met]]


def _told(forms: pd.DataFrame, why: str) -> pd.DataFrame:
    return forms.assign(reason=[f"预算{budget:g}万元，{why}" for budget in forms["budget"]])


def _by_risk(forms: pd.DataFrame, count: int, chance: Random) -> pd.DataFrame:
    """The most doubtful first; chance decides between equals."""
    risks = [_risk(one) for one in forms["form"]]
    doubted = forms.assign(
        risk=[risk for risk, _ in risks], reason=[why or "没有发现疑点" for _, why in risks]
    )
    return _shuffled(doubted, chance).sort_values("risk", ascending=False, kind="stable").head(count)


def _shuffled(forms: pd.DataFrame, chance: Random) -> pd.DataFrame:
    return forms.sample(frac=1, random_state=chance.getrandbits(32))


def _risk(one: Submission) -> tuple[float, str]:
    """How doubtful a form is, and in which words."""
    signs: list[tuple[float, str]] = []
    errors, warnings = one.count("错误"), one.count("提醒")
    if errors:
        signs.append((5.0 * errors, f"错误{errors}处"))
    if warnings:
        signs.append((1.0 * warnings, f"需要核实{warnings}处"))
    if one.total is not None and one.total >= _HIGH:
        signs.append((4.0, f"总分{one.total:g}分"))
    if one.rate is not None and one.rate < _LOW:
        signs.append((4.0, f"执行率{one.rate:.2%}"))
    if any(value.strip("=≥＝ ") in ("100%", "100％") for value in one.satisfactions):
        signs.append((3.0, "满意度100%"))
    return sum(weight for weight, _ in signs), "，".join(text for _, text in signs)
