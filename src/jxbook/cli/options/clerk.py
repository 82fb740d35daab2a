"""The commands of those who fill in a form and write its report."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jxbook.cli.options.shared import (
    add_file,
    add_force,
    add_output,
    add_policy,
    add_sheet,
    add_while_open,
    path,
    run,
)

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.cli.chinese import Commands


def _demo(commands: Commands) -> None:
    demo = commands.add_parser("demo", help="用样例写出填好的自评表和评价报告，并显示得分和校验结果")
    demo.add_argument("name", nargs="?", metavar="样例", help="样例名称，见 --list")
    demo.add_argument(
        "-o", "--output", type=path, default="jxbook-demo", metavar="文件夹", help="写到哪个文件夹"
    )
    demo.add_argument("--list", action="store_true", help="列出样例")
    demo.set_defaults(run=run("demo"))


def _new(commands: Commands) -> None:
    new = commands.add_parser("new", help="新建一份空白自评表")
    add_policy(new, "评价政策编号，见 jxbook policy；或本单位的政策文件（.toml）")
    new.add_argument("--year", type=int, metavar="年度", help="评价年度，如 2024")
    new.add_argument(
        "--from",
        dest="last_year",
        type=path,
        metavar="上年的自评表",
        help="延续项目：沿用上年自评表（.xlsx、.xlsm、.xls 或 .docx）的项目信息、目标和指标值",
    )
    new.add_argument(
        "--like",
        dest="own_form",
        type=path,
        metavar="本单位的表样",
        help="采用本单位的表样（.xlsx 或 .xlsm）：版式不动，只在得分、执行率、总分、等级中放公式",
    )
    new.add_argument(
        "-o",
        "--output",
        type=path,
        required=True,
        metavar="文件",
        help="写到哪个文件（.xlsx，或带按钮、随填随算的 .xlsm）",
    )
    add_force(new)
    new.add_argument("--mac", action="store_true", help="新建 Mac 的 Excel 用的 .xlsm，只有按钮")
    new.set_defaults(run=run("new"))


def _import(commands: Commands) -> None:
    bring = commands.add_parser("import", help="把外来的自评表转为本程序的工作簿，逐格列出去向")
    bring.add_argument(
        "files",
        type=path,
        nargs="+",
        metavar="文件",
        help="Excel 工作簿（.xlsx、.xlsm、.xls）或含自评表的 Word 文档（.docx）",
    )
    add_policy(bring, "评价政策编号或政策文件（.toml）；省略时按表中写明的，或按内容判断")
    add_sheet(bring)
    add_output(bring, "写到哪个文件（.xlsx 或 .xlsm）")
    bring.add_argument("--json", action="store_true", help="输出 JSON，供其他程序读取")
    bring.set_defaults(run=run("import_"))


def _score(commands: Commands) -> None:
    score = commands.add_parser("score", help="计算得分")
    add_file(score)
    score.add_argument("--json", action="store_true", help="输出 JSON，供其他程序读取")
    score.add_argument(
        "--write",
        action="store_true",
        help="把计算结果写入该文件的公式单元格，空白的补上公式，手工填写的不改并逐格列出；行高按文字多少调整",
    )
    add_while_open(score)
    score.set_defaults(run=run("score"))


def _check(commands: Commands) -> None:
    check = commands.add_parser("check", help="校验自评表和绩效评价报告（.docx、.md、.txt）")
    add_file(check)
    check.add_argument(
        "--approved",
        type=path,
        metavar="申报表",
        help="批复的绩效目标申报表，逐项对照指标、指标值和分值",
    )
    check.add_argument(
        "--form", type=path, metavar="自评表", help="前面写报告，这里写它的自评表：列出与表不一致的数字"
    )
    check.add_argument(
        "--annotate", type=path, metavar="文件", help="前面写报告（.docx）：把校验结果写成批注，存为这个文件"
    )
    check.add_argument(
        "--outline", type=path, metavar="提纲", help="报告是用 --outline 生成的，与 --form 一起写同一个提纲"
    )
    check.add_argument(
        "--write",
        action="store_true",
        help="把结果写进该文件的“校验结果”，行高按文字多少调整，填写的内容不变",
    )
    add_while_open(check)
    check.add_argument("--json", action="store_true", help="输出 JSON，供其他程序读取")
    check.set_defaults(run=run("check"))


def _report(commands: Commands) -> None:
    report = commands.add_parser("report", help="生成绩效评价报告")
    add_file(report)
    add_output(report, "写到哪个文件")
    report.add_argument(
        "--format",
        choices=("docx", "html", "md"),
        metavar="格式",
        help="docx、html 或 md；省略时看文件名，默认 docx",
    )
    report.add_argument("--reference", type=path, metavar="文件", help="本单位的样式文件（.docx）")
    report.add_argument(
        "--outline", type=path, metavar="提纲", help="本单位的提纲（.txt），见 jxbook policy outline"
    )
    report.add_argument("--no-slip", action="store_true", help="不在报告旁边另写核对单")
    report.set_defaults(run=run("report"))


ADD: Mapping[str, Callable[[Commands], None]] = {
    "demo": _demo,
    "new": _new,
    "import": _import,
    "score": _score,
    "check": _check,
    "report": _report,
}
"""Command → what adds it with its options."""
