"""What a form says, by the label it stands under."""

from __future__ import annotations

from jxbook.form import Entry, Form, FundingRow, Project
from jxbook.form.labels import without_of_which
from jxbook.values import fold


def lines_of(form: Form) -> dict[str, Entry]:
    """Label → entry, for the lines of the head and of 基本信息 that the form has."""
    lines = {**_head(form.project), **form.project.facts}
    return {text: entry for text, entry in lines.items() if entry.cell is not None}


def head_of(form: Form) -> dict[str, Entry]:
    """Label → entry, for the lines of the head that say something, whether they have a cell or not."""
    return {text: entry for text, entry in _head(form.project).items() if not entry.blank or entry.unknown}


def money_label(row: FundingRow) -> str:
    """The label of a row of the money block: 其中：当年财政拨款 → 当年财政拨款."""
    return without_of_which(fold(row.label))


def _head(project: Project) -> dict[str, Entry]:
    return {
        "项目名称": project.name,
        "项目编码": project.code,
        "主管部门": project.supervisor,
        "实施单位": project.implementer,
    }
