"""Worked examples: the facts of real projects, as TOML files in this folder."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from jxbook.finding import Refusal

DEFAULT_SAMPLE = "sunhe-2024"
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class SampleIndicator:
    """One row of the indicator table, as it is to be typed."""

    level1: str
    level2: str
    name: str
    target: str
    actual: str
    points: Decimal | str
    reason: str


@dataclass(frozen=True, slots=True)
class Sample:
    """What a unit filled in. `project` goes by printed labels, `funding` holds three amounts a row."""

    name: str
    title: str
    policy: str
    year: int
    project: Mapping[str, str]
    funding: Mapping[str, tuple[Decimal, ...]]
    expected: str
    achieved: str
    indicators: tuple[SampleIndicator, ...]
    passages: Mapping[str, str]


def sample_names() -> tuple[str, ...]:
    """The names of the shipped samples."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


def load_sample(name: str) -> Sample:
    """The sample of this name. Raises Refusal JX923 when there is none."""
    if name not in sample_names():
        known = "、".join(sample_names())
        raise Refusal("JX923", name, "没有这个样例", f"现有的样例是：{known}", "请改用其中一个")
    data = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"), parse_float=Decimal)
    return Sample(
        name,
        data["title"],
        data["policy"],
        data["year"],
        data["project"],
        {label: tuple(Decimal(amount) for amount in amounts) for label, amounts in data["funding"].items()},
        data["goal"]["expected"],
        data["goal"]["achieved"],
        tuple(_indicator(one["row"]) for one in data["indicators"]),
        data["passages"],
    )


def _indicator(row: list[str | int | Decimal]) -> SampleIndicator:
    level1, level2, name, target, actual, points, reason = row
    amount = points if isinstance(points, str) else Decimal(points)
    return SampleIndicator(str(level1), str(level2), str(name), str(target), str(actual), amount, str(reason))
