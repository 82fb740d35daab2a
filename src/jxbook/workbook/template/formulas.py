"""The formulas of 自评表. A host without our functions keeps showing the cached values.

An empty row never calls a function: each call costs Excel milliseconds, and LibreOffice computes a
formula anew whose cached value is an empty text, which without our functions ends in #NAME?.
"""

from __future__ import annotations

from jxbook.policy import Policy
from jxbook.scoring.form import UNFINISHED
from jxbook.workbook.template.layout import Layout
from jxbook.workbook.template.names import POLICY_CELL, YEAR_CELL
from jxbook.workbook.template.paper import Formula

_NOT_APPLICABLE = "—"
_NONE_WORDS = ("", "无", _NOT_APPLICABLE, "/")


def subtitle() -> Formula:
    """（2024年度）, with room to write while no year is given."""
    return Formula(f'"（"&IF({YEAR_CELL}="","        ",{YEAR_CELL})&"年度）"', "（        年度）")


def earned(layout: Layout, row: int) -> Formula:
    """得分 of an indicator row."""
    call = f"JX_SCORE(E{row},F{row},G{row},{_labels(layout, row)},{POLICY_CELL},{YEAR_CELL})"
    applies = "".join(f',E{row}<>"{word}"' for word in _NONE_WORDS if word)
    return Formula(f'IF(OR(E{row}="",AND(OR(F{row}="",G{row}=""){applies})),"",{call})')


def verdict(layout: Layout, row: int) -> Formula:
    """本行校验 of an indicator row."""
    labels = _labels(layout, row)
    call = f"JX_CHECK(E{row},F{row},G{row},H{row},I{row},{labels},{POLICY_CELL},{YEAR_CELL})"
    return Formula(f'IF(AND(E{row}="",F{row}="",G{row}=""),"",{call})')


def rate(layout: Layout) -> Formula:
    """执行率."""
    row = layout.funds
    return Formula(f'IF(OR(E{row}="",F{row}=""),"",JX_RATE(E{row},F{row},{POLICY_CELL}))')


def execution(layout: Layout) -> Formula:
    """得分 of the 执行率."""
    row = layout.funds
    return Formula(f'IF(OR(E{row}="",F{row}=""),"",JX_EXECUTION(E{row},F{row},G{row},{POLICY_CELL}))')


def points(layout: Layout, policy: Policy) -> Formula:
    """The sum of all 分值; cached for the points that the template suggests."""
    suggested = sum(slot.level2.points for slot in layout.slots if slot.turn == 0)
    return Formula(
        f"SUM(G{layout.funds},{_column('G', layout)})",
        float(suggested + policy.number("weights.execution")),
    )


def total(layout: Layout, policy: Policy) -> Formula:
    """The sum of all 得分, or 待完善 as long as it would be a partial one.

    The areas begin with the header row, so that a row inserted above the first one is inside; a row
    inserted right above 总分 is outside, and noticed. A text compares greater than any number, so
    `>=""` finds a 得分 that is no number, be it blank or text; an error remains an error.
    """
    scores = _column("H", layout)
    used = "+".join(
        "*".join(f'({_column(column, layout)}<>"{word}")' for word in _NONE_WORDS) for column in "DEFG"
    )
    unscored = f'({scores}>="")*({scores}<>"{_NOT_APPLICABLE}")*({scores}<>H{layout.header})'
    conditions = (
        _cut_off(layout),
        f'I{layout.funds}>=""',
        f"COUNT({scores})=0",
        f"SUMPRODUCT(({used}>0)*{unscored})>0",
    )
    rounded = f"ROUND(SUM({scores})+I{layout.funds},{policy.number('rounding.places')})"
    return Formula(f'IF(OR({",".join(conditions)}),"{UNFINISHED}",{rounded})', UNFINISHED)


def grade(layout: Layout) -> Formula:
    """等级."""
    return Formula(f'IF(ISNUMBER(H{layout.total}),JX_GRADE(H{layout.total},{POLICY_CELL}),"")')


def total_verdict(layout: Layout) -> Formula:
    """What is wrong with the extent of the table."""
    return Formula(
        f'IF({_cut_off(layout)},"错误：紧靠总分上方插入的行没有计入总分，请删除后在指标行中间插入","")'
    )


def unfinished(layout: Layout) -> str:
    """Whether 总分 stands at 待完善."""
    return f'$H${layout.total}="{UNFINISHED}"'


def _column(letter: str, layout: Layout) -> str:
    return f"{letter}{layout.header}:{letter}{layout.last}"


def _cut_off(layout: Layout) -> str:
    return f"ROW()-ROW(H{layout.last})>1"


def _labels(layout: Layout, row: int) -> str:
    return f"$B${layout.first}:C{row}"
