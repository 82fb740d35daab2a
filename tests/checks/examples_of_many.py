"""The examples of the handbook pages on many forms: `修路：总分 95｜修路：总分 88` are two forms of one project.

`全年预算数`, `项目支出` are money in 万元 (the latter in the form of a whole department); `满意度`, `参加人次` actual values,
`上年…` what the form says of the year before; anything else is a text that the form holds.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from jxbook.checks import check_many
from jxbook.checks.submission import Many, Submission

sys.path.append(str(Path(__file__).parent / "many"))
from submitted import line, submitted

AMOUNTS = {"总分": "total", "全年预算数": "budget", "项目支出": "projects"}


def found_in_many(example: str) -> set[str]:
    """The codes of what is found in the forms of an example."""
    forms: dict[str, list[Submission]] = {}
    for at, piece in enumerate(example.split("｜")):
        project, _, said = piece.partition("：")
        forms.setdefault(project, []).append(
            submitted(project, file=f"{at}.xlsx", **_given(project, *said.split(" ", 1)))
        )
    first = [found[0] for found in forms.values()]
    doubles = tuple((found[0], tuple(found[1:])) for found in forms.values() if len(found) > 1)
    years = {one.year for one in first if one.year is not None}
    earlier = {(one.series, one.year): one for one in first if one.year is not None and one.year < max(years)}
    now = tuple(one for one in first if one.year == max(years))
    return {rule.code for rule, _ in check_many(Many(now, doubles, earlier))}


def _given(project: str, label: str, value: str) -> dict[str, Any]:
    given: dict[str, Any] = {"of_department": project == "部门整体"}
    if project.startswith("20"):
        given |= {"year": int(project[:4]), "code": project[2:4]}
    if label in AMOUNTS:
        return given | {AMOUNTS[label]: float(value)}
    if label.startswith("上年"):
        return given | {"lines": (line(label.removeprefix("上年"), "310人次", last_year=value),)}
    if label in ("满意度", "参加人次"):
        level1 = "满意度指标" if label == "满意度" else "产出指标"
        return given | {"lines": (line(label, value, level1=level1),)}
    return given | {"texts": ((label, value),)}
