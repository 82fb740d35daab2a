"""The sheet 填报说明: what the workbook is and how to fill it in, on one screen."""

from __future__ import annotations

from jxbook.policy import Mark, Policy
from jxbook.template.board import has_board
from jxbook.template.explained import Explained
from jxbook.template.guide_words import colours, steps
from jxbook.template.layout import Layout
from jxbook.template.sheet_writer import SheetWriter
from jxbook.workbook import names
from jxbook.workbook.records.kinds import GUIDES


def write_guide(writer: SheetWriter, policy: Policy, layout: Layout) -> None:
    """Write the sheet."""
    sheet, official = Explained(writer), policy.identity.mark is Mark.OFFICIAL
    sheet.banner("项目支出绩效自评工作簿", "title", 40)
    sheet.banner(
        f"{'依据' if official else '参照'}《{policy.identity.title}》（{policy.identity.number}）编制。"
        f"填写后自动{'计分、' if layout.scored else ''}校验，并可生成绩效评价报告。",
        "subtitle",
    )
    if not official:
        sheet.banner(
            f"所用政策的标记为“{policy.identity.mark.label}”，文件原文尚未逐条核对，不能视为官方规定，见“{names.ANSWERS}”。",
            "rule waiting",
        )
    sheet.section("填报步骤", steps(policy, layout))
    sheet.heading("颜色")
    for trait, name, text in colours(layout):
        sheet.line(name, text, f"rule centre {trait}")
    sheet.section("各工作表", _sheets(policy, layout))
    sheet.finish()


def _sheets(policy: Policy, layout: Layout) -> tuple[tuple[str, str], ...]:
    """The sheets in their order; those that are hidden until they are wanted in one line."""
    checks = "右侧“本行校验”一列不打印。" if "target" in layout.columns else ""
    board = ((names.BOARD, "总分、等级、执行率和各指标得分率的图表，A4 横向一页。"),)
    asked = policy.values("layout.sheets")
    wanted = [name for name in asked if name in names.WHEN_WANTED]
    how = f"用得着时再填：{'、'.join(wanted)}。右键单击工作表标签，选“取消隐藏”，填了才写进报告。"
    return (
        (names.FACTS, "评价政策、评价年度和项目的基本情况。"),
        (names.FORM, f"打印上报的表，A4 纵向，可以单独打印。{checks}"),
        (names.PASSAGES, "写入绩效评价报告的文字，每节一行。"),
        *((name, GUIDES[name]) for name in asked if name not in wanted),
        *(board if has_board(layout) else ()),
        (names.FINDINGS, "校验发现的问题，由程序填写。"),
        (names.ANSWERS, "常见问题、函数和按钮不能用时怎么办、评分规则的依据。"),
        *((("附加的工作表", how),) if wanted else ()),
    )
