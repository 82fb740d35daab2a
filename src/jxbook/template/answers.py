"""The sheet 问答和依据: what people ask, and how well the rules are founded, for those who want to know."""

from __future__ import annotations

from jxbook import __version__
from jxbook.policy import Mark, Policy
from jxbook.template.explained import Explained
from jxbook.template.guide_words import questions
from jxbook.template.layout import Layout
from jxbook.template.sheet_writer import SheetWriter

_RUNNING = (
    (
        "按钮和选项卡",
        "扩展名为 .xlsm 的工作簿带有按钮和“绩效评价”选项卡，可以校验、生成报告、增减指标；"
        "扩展名为 .xlsx 的不含宏，只有填报、打印和图表。",
    ),
    (
        "谁在计分",
        "“本行校验”上方写着“由 jxbook 计算”或“由表格公式计算”。后一种情况下函数没有装载（WPS、宏被禁用、没有安装），"
        "得分由表中自带的公式计算，认不准的行显示“待核对”，“本行校验”写明怎样改写。在 Excel 中恢复函数：\n"
        "1. 用 .xlsm 文件；关闭文件，在文件属性里勾选“解除锁定”，重新打开，点“启用内容”；\n"
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
        "WPS 不能使用函数和按钮（未实测），由表格公式计分。Mac 版 Excel 只能使用按钮。",
    ),
)


def write_answers(writer: SheetWriter, policy: Policy, layout: Layout) -> None:
    """Write the sheet."""
    sheet = Explained(writer)
    sheet.banner("问答和依据", "title", 40)
    sheet.section("常见问题", questions(policy, layout))
    sheet.section("函数和按钮", _RUNNING)
    sheet.section("政策和版本", _about(policy))
    _write_unofficial(sheet, policy)
    sheet.finish()


def _write_unofficial(sheet: Explained, policy: Policy) -> None:
    """The values that no document states, so that nobody takes them for official; a number of a check is told with it."""
    found = (rule for rule in policy.unofficial if not rule.key.startswith("checks."))
    rules = [(rule.label, rule.mark, rule.basis) for rule in found]
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
    sheet.heading("没有文件明文规定的取值")
    sheet.banner(
        "以下取值不是官方规定。“实践”：见于实际使用的表格或系统；“假定”：文件没有规定，由程序暂定。"
        "本单位或主管部门另有规定的，从其规定。",
        "pale small",
    )
    for label, mark, basis in rules:
        sheet.small(label, mark.label, basis)


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
