"""Forms that were handed in, of what a test is about and nothing else."""

from __future__ import annotations

from typing import Any

from jxbook.checks import check_many
from jxbook.checks.submission import IndicatorLine, Many, Submission

_NOTHING: dict[str, Any] = {
    "form": "自评表",
    "year": 2024,
    "code": "",
    "supervisor": "市民政局",
    "implementer": "花园街道",
    "policy": "财政部项目支出绩效自评",
    "of_department": False,
    "why": "",
    "status": "已计分",
    "note": "",
    "total": 90.0,
    "grade": "优",
    "rate": 1.0,
    "initial": None,
    "budget": 10.0,
    "spent": 10.0,
    "carried": None,
    "projects": None,
    "lines": (),
    "remarks": (),
    "texts": (),
}


def submitted(project: str, **given: Any) -> Submission:
    """A form of a project; its file is named for it."""
    return Submission(**{**_NOTHING, "file": f"{project}.xlsx", "project": project, **given})


def line(name: str, actual: str, *, level1: str = "产出指标", last_year: str = "") -> IndicatorLine:
    """An indicator row with its actual value."""
    return IndicatorLine(level1, "", name, "", actual, None, None, None, "", "", last_year)


def found(code: str, case: Many) -> list[list[str]]:
    """The files of each thing that the check of this code finds."""
    return [[one.file for one in joint.forms] for rule, joint in check_many(case) if rule.code == code]
