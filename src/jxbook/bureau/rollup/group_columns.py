"""What the roll-up tells of each group of forms, be it a department or a policy."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jxbook.bureau.figures import GRADES, OTHER, FormGroup
from jxbook.bureau.rollup.listing import area
from jxbook.bureau.rollup.project_formulas import ProjectFormulas
from jxbook.dataclass import dataclass
from jxbook.place import column_letters


@dataclass(frozen=True, slots=True)
class GroupColumn:
    """What is told of each group: heading, look, formula by its row, value now."""

    heading: str
    kind: str
    formula: Callable[[int], str]
    value: Callable[[FormGroup], float | str]


def money_at(grades: Sequence[str]) -> tuple[int, int]:
    """Where 预算数 and 执行数 stand in a table of groups."""
    before = 3 + len(grades)
    return before, before + 1


def group_columns(of: ProjectFormulas, key: int, grades: Sequence[str]) -> list[GroupColumn]:
    """The columns of a table of groups, told apart by the column `key` of 项目."""
    cells, year = of.cells, of.of_year
    own = f"项目!{area(key, of.rows)}"
    budget, spent = (column_letters(at + 1) for at in money_at(grades))
    both = f'{cells("未执行")},"<>"{year}'
    return [
        GroupColumn("项目数", "int", lambda row: of.projects(f",{own},$A{row}"), lambda group: group.forms),
        GroupColumn(
            "平均分",
            "score",
            lambda row: f'IFERROR(AVERAGEIFS({cells("总分")},{own},$A{row}{year}),"—")',
            lambda group: or_dash(group.mean),
        ),
        *(_grade_column(own, cells("等级"), word, year) for word in grades),
        GroupColumn(
            "预算数（万元）",
            "money",
            lambda row: f"SUMIFS({cells('预算数')},{own},$A{row},{both})",
            lambda group: group.budget,
        ),
        GroupColumn(
            "执行数（万元）",
            "money",
            lambda row: f"SUMIFS({cells('执行数')},{own},$A{row},{both})",
            lambda group: group.spent,
        ),
        GroupColumn(
            "执行率",
            "percent",
            lambda row: f'IF({budget}{row}>0,{spent}{row}/{budget}{row},"—")',
            lambda group: or_dash(group.rate),
        ),
        GroupColumn(
            "错误",
            "int",
            lambda row: f"SUMIFS({cells('错误')},{own},$A{row}{year})",
            lambda group: group.errors,
        ),
        GroupColumn(
            "提醒",
            "int",
            lambda row: f"SUMIFS({cells('提醒')},{own},$A{row}{year})",
            lambda group: group.warnings,
        ),
    ]


def _grade_column(own: str, words: str, grade: str, year: str) -> GroupColumn:
    """How many of a group have a grade; the last one may be 其他, which is whatever the others are not."""
    if grade == OTHER:
        first, last = column_letters(4), column_letters(3 + len(GRADES))

        def formula(row: int) -> str:
            return f'COUNTIFS({own},$A{row},{words},"?*"{year})-SUM({first}{row}:{last}{row})'
    else:

        def formula(row: int) -> str:
            return f'COUNTIFS({own},$A{row},{words},"{grade}"{year})'

    return GroupColumn(grade, "int", formula, lambda group: group.grades.get(grade, 0))


def or_dash(value: float | None) -> float | str:
    """A value as it stands in a cell, — for none."""
    return "—" if value is None else value
