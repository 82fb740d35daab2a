"""Which forms are re-checked: by chance, by money or by risk, each with its reason; the seed repeats a draw."""

from __future__ import annotations

import random
from collections.abc import Sequence
from enum import StrEnum

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
    chance = random.Random(seed)
    ordered = sorted(forms, key=lambda one: (one.file, one.form))
    drawn = {By.CHANCE: _by_chance, By.MONEY: _by_money, By.RISK: _by_risk}[by](ordered, count, chance)
    return sorted(drawn, key=lambda one: (one.form.department, one.form.file))


def _by_chance(forms: Sequence[Submission], count: int, chance: random.Random) -> list[Drawn]:
    return [Drawn(one, "随机抽取") for one in chance.sample(forms, min(count, len(forms)))]


def _by_money(forms: Sequence[Submission], count: int, chance: random.Random) -> list[Drawn]:
    """The largest are certain, the others come in proportion to their budget: systematic selection after
    every so much money, which a form that is larger than the interval cannot escape."""
    certain: list[Drawn] = []
    left = [one for one in forms if (one.budget or 0) > 0]
    while left and len(certain) < count:
        interval = sum(one.budget or 0 for one in left) / (count - len(certain))
        large = [one for one in left if (one.budget or 0) >= interval]
        if not large:
            break
        certain += [Drawn(one, f"预算{one.budget:g}万元，金额大，必抽") for one in large]
        left = [one for one in left if (one.budget or 0) < interval]
    certain = certain[:count]
    wanted = min(count - len(certain), len(left))
    if not wanted:
        return certain
    chance.shuffle(left)
    interval = sum(one.budget or 0 for one in left) / wanted
    found: list[Drawn] = []
    at, reached = chance.random() * interval, 0.0
    for one in left:
        reached += one.budget or 0
        if reached > at and len(found) < wanted:
            found.append(Drawn(one, f"预算{one.budget:g}万元，按金额抽中"))
            at += interval
    return certain + found


def _by_risk(forms: Sequence[Submission], count: int, chance: random.Random) -> list[Drawn]:
    """The most doubtful first; chance decides between equals."""
    ranked = sorted(
        ((_risk(one), chance.random(), one) for one in forms), key=lambda one: (-one[0][0], one[1])
    )
    return [Drawn(one, reason or "没有发现疑点") for (_, reason), _, one in ranked[:count]]


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
