"""What a clerk can do to a saved file without a command window: 校验, 得分写入, 生成报告."""

from __future__ import annotations

from typing import NamedTuple

MODULE = "jxbook.cli.dropped"
"""What a drop or a right click runs: `python -I -m` this module, the action, the files."""


class Action(NamedTuple):
    """What a drop target is called, says of itself, and does."""

    command: str
    name: str
    hint: str


ACTIONS = {
    one.command: one
    for one in (
        Action("check", "校验", "把自评表拖到这里，列出要改的地方"),
        Action("score", "得分写入", "把自评表拖到这里，把得分写进表里，其他内容不动"),
        Action("report", "生成报告", "把自评表拖到这里，在它旁边生成 Word 报告和核对单"),
    )
}
