"""Worked examples: the facts of real projects, as TOML files in this folder, each a form filled in."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from jxbook.dataclass import dataclass
from jxbook.form import Form, Funding, FundingRow, Goal, Indicator, Passage, Project
from jxbook.form.table import field_of, nearest_column
from jxbook.policy import load_policy
from jxbook.refusals.commands import unknown_sample
from jxbook.samples.records import entry, read_records

DEFAULT_SAMPLE = "sunhe-2024"
_FOLDER = Path(__file__).parent
_HEAD = {"项目名称": "name", "项目编码": "code", "主管部门": "supervisor", "实施单位": "implementer"}
_TOTAL = "年度资金总额"
_KNOWN = {
    *("title", "policy", "year", "project", "funding", "goal", "goals", "indicators", "boxes"),
    *("passages", "replacing_passages", "survey", "interviews", "costs", "subprojects"),
    *("evidence", "key_points", "reviews"),
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A worked example: its name, its line in a list, and the form as it was filled in, in no cells yet."""

    name: str
    title: str
    form: Form

    @property
    def policy(self) -> str:
        """The policy that the form names."""
        return self.form.policy_id


def sample_names() -> tuple[str, ...]:
    """The names of the shipped samples, the default one first."""
    names = sorted(path.stem for path in _FOLDER.glob("*.toml"))
    return tuple(sorted(names, key=lambda name: name != DEFAULT_SAMPLE))


def load_sample(name: str) -> Sample:
    """The sample of this name. Raises Refusal JX923 when there is none."""
    if name not in sample_names():
        raise unknown_sample(name, sample_names())
    data = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"), parse_float=Decimal)
    return Sample(name, data["title"], form_of(data))


def form_of(data: Mapping[str, Any]) -> Form:
    """The form that a sample's TOML describes. Raises KeyError or TypeError for a key that no form has."""
    if unknown := data.keys() - _KNOWN:
        raise KeyError(*sorted(unknown))
    goals = [data["goal"]] if "goal" in data else data["goals"]
    first, *more = [_goal(one) for one in goals]
    return Form(
        "自评表",
        data["year"],
        data["policy"],
        _project(data["project"]),
        _funding(data["funding"], load_policy(data["policy"]).word("layout.money_unit")),
        first,
        _indicators(data.get("indicators", {"columns": [], "rows": []})),
        year_entry=entry(data["year"]),
        policy_entry=entry(data["policy"]),
        passages=(
            *(Passage(section, entry(text)) for section, text in data.get("passages", {}).items()),
            *(
                Passage(section, entry(text), True)
                for section, text in data.get("replacing_passages", {}).items()
            ),
        ),
        more_goals=tuple(more),
        boxes={label: entry(text) for label, text in data.get("boxes", {}).items()},
        records=read_records(data),
    )


def _project(lines: Mapping[str, str]) -> Project:
    head = {_HEAD[label]: entry(text) for label, text in lines.items() if label in _HEAD}
    return Project(**head, facts={label: entry(text) for label, text in lines.items() if label not in _HEAD})


def _funding(rows: Mapping[str, list[Any]], unit: str) -> Funding:
    """`rows` hold 年初预算数, 全年预算数 and 全年执行数 by the label of the row."""
    read = {label: _funding_row(label, amounts, unit) for label, amounts in rows.items()}
    return Funding(read.pop(_TOTAL), tuple(read.values()), unit)


def _funding_row(label: str, amounts: list[Any], unit: str) -> FundingRow:
    initial, budget, spent = map(entry, amounts)
    return FundingRow(label, initial, budget, spent, unit)


def _goal(goal: Mapping[str, Any]) -> Goal:
    return Goal(**{field: entry(value) for field, value in goal.items()})


def _indicators(table: Mapping[str, Any]) -> tuple[Indicator, ...]:
    """The rows of the indicator table, below the headings they have."""
    if unknown := [heading for heading in table["columns"] if nearest_column(heading)]:
        raise KeyError(*unknown)
    fields = [field_of(heading) for heading in table["columns"]]
    return tuple(Indicator.of(dict(zip(fields, map(entry, row), strict=True))) for row in table["rows"])
