"""Worked examples of a policy: what is filled in, what it earns, and how that is worked out by hand."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from jxbook.dataclass import dataclass
from jxbook.policy.places import SHIPPED
from jxbook.values.fold import plain

EXPECTED = ("完成率", "得分", "等级")
"""What an example says of its outcome; everything else but REMARK is filled in."""
REMARK = "算法"
ExampleValue = str | Decimal | tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One worked example; names are those of the form, such as 年度指标值, 全年预算数 or 总分.

    `expected` holds texts as a person reads them: "7.5", "75%", "优", "待核对".
    """

    given: Mapping[str, ExampleValue]
    expected: Mapping[str, str]
    remark: str

    @property
    def described(self) -> str:
        """What is filled in: 年度指标值≥200人次，实际完成值150人次，分值20."""
        return "，".join(f"{name}{shown(value)}" for name, value in self.given.items())


def load_examples(policy_id: str) -> tuple[Example, ...]:
    """The examples of a policy that comes with jxbook, in the order of their file; none for one's own."""
    path = SHIPPED / "examples" / f"{policy_id}.toml"
    if not path.is_file():
        return ()
    data = tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
    return tuple(_example(entry) for entry in data["examples"])


def shown(value: ExampleValue) -> str:
    """A value as a person reads it; several stand apart by 、."""
    if isinstance(value, tuple):
        return "、".join(map(plain, value))
    return plain(value) if isinstance(value, Decimal) else value


def _example(entry: Mapping[str, Any]) -> Example:
    read = {name: _given(value) for name, value in entry.items()}
    return Example(
        {name: value for name, value in read.items() if name not in (*EXPECTED, REMARK)},
        {name: shown(read[name]) for name in EXPECTED if name in read},
        shown(read[REMARK]),
    )


def _given(value: Any) -> ExampleValue:
    if isinstance(value, list):
        return tuple(Decimal(one) for one in value)
    return value if isinstance(value, str) else Decimal(value)
