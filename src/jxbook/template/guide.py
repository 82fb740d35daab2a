"""The sheet 填报说明: what the workbook is, how to fill it in, and how well its rules are founded."""

from __future__ import annotations

from jxbook import __version__
from jxbook.policy import Mark, Policy
from jxbook.template.board import has_board
from jxbook.template.guide_words import colours, questions, steps
from jxbook.template.layout import Layout
from jxbook.template.sheet_writer import SheetWriter
from jxbook.workbook import names
from jxbook.workbook.records.kinds import GUIDES
from jxbook.workbook.row_height import height

_WIDTHS = {"A": 2, "B": 21, "C": 8, "D": 66}
_TEXT_WIDTH = _WIDTHS["C"] + _WIDTHS["D"]
_SMALL = 9.0

_RUNNING = (
    (
        "按钮和选项卡",
        "扩展名为 .xlsm 的工作簿带有按钮和“绩效评价”选项卡，可以校验、生成报告、增减指标；"
        "扩展名为 .xlsx 的不含宏，只有填报、打印和图表。",
    ),
    (
        "#NAME? 或 #VALUE!",
        "#NAME? 表示没有找到绩效函数，多为宏被禁用；在 Excel 中要用 .xlsm 文件。#VALUE! 多为没有找到 Python。"
        "填写的内容不受影响，依次处理：\n"
        "1. 关闭文件，在文件属性里勾选“解除锁定”，重新打开，点“启用内容”；\n"
        "2. 双击安装包中的 install.cmd，或请管理员运行 jxbook install，再打开文件；\n"
        "3. 仍未解决的，请管理员运行 jxbook doctor，按提示逐项处理。",
    ),
    (
        "不能使用函数时",
        "运行 jxbook score 文件名 --write，由程序把得分写入表中；校验用 jxbook check 文件名，"
        "生成报告用 jxbook report 文件名 -o 报告.docx。",
    ),
    (
        "WPS 和 Mac",
        "WPS 不能使用函数和按钮（未实测），填好后按上一条处理。Mac 版 Excel 只能使用按钮。",
    ),
)


def write_guide(writer: SheetWriter, policy: Policy, layout: Layout) -> None:
    """Write the sheet."""
    _Guide(writer).write(policy, layout)


class _Guide:
    """The sheet as it is written from top to bottom."""

    def __init__(self, writer: SheetWriter) -> None:
        self._writer = writer
        self._row = 1

    def write(self, policy: Policy, layout: Layout) -> None:
        writer, official = self._writer, policy.identity.mark is Mark.OFFICIAL
        writer.widths(_WIDTHS)
        writer.hide_grid()
        self._banner("项目支出绩效自评工作簿", "title", 40)
        self._banner(
            f"{'依据' if official else '参照'}《{policy.identity.title}》（{policy.identity.number}）编制。\n"
            f"填写后自动{'计分、' if layout.scored else ''}校验，并可生成绩效评价报告。",
            "subtitle",
        )
        if not official:
            self._banner(
                f"请注意：本工作簿所用政策的标记为“{policy.identity.mark.label}”，文件原文尚未逐条核对，不能视为官方规定。"
                f"{policy.identity.note}。",
                "rule waiting",
            )
        self._section("填报步骤", steps(policy, layout))
        self._heading("颜色")
        for trait, name, text in colours(layout):
            self._line(name, text, f"rule centre {trait}")
        self._section("各工作表", _sheets(policy, layout))
        self._section("常见问题", questions(policy, layout))
        self._section("函数和按钮", _RUNNING)
        self._section("政策和版本", _about(policy))
        self._write_unofficial(policy)
        writer.print_on_a4(f"A1:D{self._row - 1}", pages=2)
        writer.protect()

    def _banner(self, text: str, traits: str, least: float = 22) -> None:
        self._writer.put(f"B{self._row}:D{self._row}", text, traits)
        self._writer.height(self._row, height(text, sum(_WIDTHS.values()) - _WIDTHS["A"], least=least))
        self._row += 1

    def _heading(self, text: str) -> None:
        self._writer.put(f"B{self._row}:D{self._row}", text, "heading")
        self._writer.height(self._row, 27)
        self._row += 1

    def _section(self, heading: str, lines: tuple[tuple[str, str], ...]) -> None:
        self._heading(heading)
        for label, text in lines:
            self._line(label, text, "rule centre shade")

    def _line(self, label: str, text: str, traits: str) -> None:
        self._writer.put(f"B{self._row}", label, traits)
        self._writer.put(f"C{self._row}:D{self._row}", text, "rule indent")
        self._writer.height(self._row, height(text, _TEXT_WIDTH - 2, least=20))
        self._row += 1

    def _write_unofficial(self, policy: Policy) -> None:
        """The values that no document states, so that nobody takes them for official."""
        rules = [(rule.label, rule.mark, rule.basis) for rule in policy.unofficial]
        tree = policy.tree
        for label, mark, basis in (
            ("指标体系", tree.mark, tree.basis),
            ("一级指标权重", tree.weights_mark, tree.weights_basis),
            ("预填的二级指标分值", tree.points_mark, tree.points_basis),
        ):
            if mark is not Mark.OFFICIAL:
                rules.append((label, mark, basis))
        if not rules:
            return
        self._heading("没有文件明文规定的取值")
        self._banner(
            "以下取值不是官方规定。“实践”：见于实际使用的表格或系统；“假定”：文件没有规定，由程序暂定。"
            "本单位或主管部门另有规定的，从其规定。",
            "pale small",
        )
        for label, mark, basis in rules:
            self._writer.put(f"B{self._row}", label, "rule small")
            self._writer.put(f"C{self._row}", mark.label, "rule small centre")
            self._writer.put(f"D{self._row}", basis, "rule small")
            needed = max(height(label, _WIDTHS["B"], _SMALL), height(basis, _WIDTHS["D"], _SMALL))
            self._writer.height(self._row, needed)
            self._row += 1


def _sheets(policy: Policy, layout: Layout) -> tuple[tuple[str, str], ...]:
    """The sheets in their order."""
    checks = "右侧“本行校验”一列不打印。" if "target" in layout.columns else ""
    board = ((names.BOARD, "总分、等级、执行率和各指标得分率的图表，A4 横向一页。"),)
    return (
        (names.FACTS, "评价政策、评价年度和项目的基本情况。"),
        (names.FORM, f"打印上报的表，A4 纵向。{checks}"),
        (names.PASSAGES, "写入绩效评价报告的文字，每节一行。"),
        *((name, GUIDES[name]) for name in policy.values("layout.sheets")),
        *(board if has_board(layout) else ()),
        (names.FINDINGS, "校验发现的问题，由程序填写。"),
    )


def _about(policy: Policy) -> tuple[tuple[str, str], ...]:
    identity = policy.identity
    valid = f"，{identity.valid_from:%Y-%m-%d}起施行" if identity.valid_from else ""
    lines = [
        ("政策名称", f"{identity.name}（{identity.id}），适用地区：{identity.place}{valid}"),
        ("文件", f"《{identity.title}》（{identity.number}）"),
        ("程序版本", f"jxbook {__version__}"),
    ]
    if identity.note:
        lines.insert(2, ("说明", identity.note))
    return tuple(lines)
