"""校验."""

from __future__ import annotations

from datetime import datetime

from jxbook.assess import Assessed, assess, summary
from jxbook.desk.host import Host
from jxbook.result_sheet import status
from jxbook.scoring import UNFINISHED, Status
from jxbook.scoring.formula_cells import lost_formulas
from jxbook.values import plain
from jxbook.workbook.fill_down import filled_down

_QUESTION = "有{}个单元格没有公式（{}），多半是插入的行没有向下拖，总分没有算进去。\n\n现在按相邻的行补上吗？"


def check(host: Host, now: datetime) -> str:
    """Put what is found onto 校验结果 and turn to it; the outcome in a sentence. Raises Refusal as `assess` does."""
    assessed = checked(host, now)
    host.turn_to_findings()
    total = assessed.scoring.total
    scored = (
        ""
        if assessed.scoring.status is Status.UNSCORED
        else f"，总分{UNFINISHED if total is None else plain(total)}"
    )
    return f"校验完成：{summary(assessed.findings)}{scored}。评价政策：{assessed.by}。"


def checked(host: Host, now: datetime) -> Assessed:
    """The document as it stands, assessed, its findings put onto 校验结果.

    Where rows have lost their formulas it is asked whether to put these in first.
    """
    assessed = assess(host.source())
    lost = lost_formulas(assessed.form, assessed.policy)
    formulas = filled_down(assessed.form, lost, assessed.source.grid)
    if formulas and host.ask(_QUESTION.format(len(formulas), "、".join(one.address for one in formulas))):
        host.put_formulas(formulas)
        assessed = assess(host.source())
    host.put_findings(assessed.findings, status(assessed.findings, assessed.by, now))
    return assessed
