"""The commands and their options, all in Chinese."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from importlib import import_module

from jxbook import __version__
from jxbook.cli.columns import terminal_columns, width, wrapped

TYPE_CHECKING = False  # True to a type checker; what a command needs is imported when it runs
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any, NoReturn

_MESSAGES = (
    (r"the following arguments are required: (.*)", r"缺少：\1"),
    (r"unrecognized arguments: (.*)", r"不认识的参数：\1"),
    (r"argument (.*): expected one argument", r"\1 后面要写一个值"),
    (r"argument (.*): invalid choice: '?(.*?)'? \(choose from (.*)\)", r"\1 不能是“\2”，可以是 \3"),
    (r"argument (.*): invalid int value: (.*)", r"\1 应为整数，不能是“\2”"),
    (r"argument (.*): ignored explicit argument (.*)", r"\1 后面不写值，不能写“\2”"),
    (r"ambiguous option: (.*) could match (.*)", r"\1 不明确，可以是 \2"),
    (r"argument (.*): (.*)", r"\1：\2"),
)

_OF_TWO_WORDS = {
    ("policy", "new"),
    ("policy", "add"),
    ("policy", "remove"),
    ("policy", "outline"),
    ("recheck", "draw"),
    ("recheck", "paper"),
    ("recheck", "compare"),
}


_FILLER = "\0"
"""Stands behind every wide character while the help is laid out, so that argparse counts columns."""


def _filled(text: str) -> str:
    return "".join(one + _FILLER * (width(one) - 1) for one in text)


class _Help(argparse.HelpFormatter):
    """A help that counts a Chinese character as two columns and fits the terminal."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=terminal_columns() or 100)

    def _split_lines(self, text: str, columns: int) -> list[str]:
        return [_filled(line) for line in wrapped(text, columns)]

    def _fill_text(self, text: str, columns: int, indent: str) -> str:
        return "\n".join(indent + line for line in wrapped(text, columns - len(indent)))

    def _metavar_formatter(self, action: argparse.Action, default: str) -> Callable[[int], tuple[str, ...]]:
        shown = super()._metavar_formatter(action, default)
        return lambda count: tuple(map(_filled, shown(count)))


class _Parser(argparse.ArgumentParser):
    """A parser that answers a wrong call with a Refusal, in Chinese."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Help, **settings)
        self.add_argument("-h", "--help", action="help", help="显示本说明")

    def error(self, message: str) -> NoReturn:
        from jxbook.refusals.commands import wrong_call
        from jxbook.refusals.nearest import nearest

        for pattern, text in _MESSAGES:
            if found := re.fullmatch(pattern, message):
                message = found.expand(text).replace("'", "").replace("命令 不", "命令不")
                if len(found.groups()) == 3 and (
                    meant := nearest(found[2], re.findall(r"[\w.-]+", found[3]))
                ):
                    message += f"，最接近的是“{meant}”"
                break

        raise wrong_call(self.prog, message)

    def format_help(self) -> str:
        return (
            super()
            .format_help()
            .replace(_FILLER, "")
            .replace("usage: ", "用法：")
            .replace("positional arguments:", "参数：")
            .replace("options:", "选项：")
            .replace("命令:\n", "命令：\n")
        )


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """What was typed; `options.run(options)` runs the chosen command."""
    typed = list(arguments)
    if tuple(typed[:2]) in _OF_TWO_WORDS:
        typed[:2] = [" ".join(typed[:2])]
    parser = build_parser()
    return parser.parse_args(typed or ["--help"])


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = _Parser(prog="jxbook", description="项目支出绩效自评：填表、评分、校验、生成报告。")
    parser.add_argument("--version", action="version", version=f"jxbook {__version__}", help="显示版本号")
    commands = parser.add_subparsers(
        prog="jxbook", dest="command", metavar="命令", title="命令", parser_class=_Parser
    )

    demo = commands.add_parser("demo", help="用样例写出填好的自评表和评价报告，并显示得分和校验结果")
    demo.add_argument("name", nargs="?", metavar="样例", help="样例名称，见 --list")
    demo.add_argument(
        "-o", "--output", type=_path, default="jxbook-demo", metavar="文件夹", help="写到哪个文件夹"
    )
    demo.add_argument("--list", action="store_true", help="列出样例")
    demo.set_defaults(run=_run("demo"))

    new = commands.add_parser("new", help="新建一份空白自评表")
    _add_policy(new, "评价政策编号，见 jxbook policy；或本单位的政策文件（.toml）")
    new.add_argument("--year", type=int, metavar="年度", help="评价年度，如 2024")
    new.add_argument(
        "--from",
        dest="last_year",
        type=_path,
        metavar="上年的自评表",
        help="延续项目：沿用上年自评表（.xlsx、.xlsm、.xls 或 .docx）的项目信息、目标和指标值",
    )
    new.add_argument(
        "--like",
        dest="own_form",
        type=_path,
        metavar="本单位的表样",
        help="采用本单位的表样（.xlsx 或 .xlsm）：版式不动，只在得分、执行率、总分、等级中放公式",
    )
    new.add_argument(
        "-o",
        "--output",
        type=_path,
        required=True,
        metavar="文件",
        help="写到哪个文件（.xlsx，或带按钮、随填随算的 .xlsm）",
    )
    _add_force(new)
    new.add_argument("--mac", action="store_true", help="新建 Mac 的 Excel 用的 .xlsm，只有按钮")
    new.set_defaults(run=_run("new"))

    bring = commands.add_parser("import", help="把外来的自评表转为本程序的工作簿，逐格列出去向")
    bring.add_argument(
        "files",
        type=_path,
        nargs="+",
        metavar="文件",
        help="Excel 工作簿（.xlsx、.xlsm、.xls）或含自评表的 Word 文档（.docx）",
    )
    _add_policy(bring, "评价政策编号或政策文件（.toml）；省略时按表中写明的，或按内容判断")
    _add_sheet(bring)
    _add_output(bring, "写到哪个文件（.xlsx 或 .xlsm）")
    bring.add_argument("--json", action="store_true", help="输出 JSON，供其他程序读取")
    bring.set_defaults(run=_run("import_"))

    score = commands.add_parser("score", help="计算得分")
    _add_file(score)
    score.add_argument("--json", action="store_true", help="输出 JSON，供其他程序读取")
    score.add_argument("--write", action="store_true", help="把计算结果写入该文件的公式单元格，其他内容不变")
    _add_while_open(score)
    score.set_defaults(run=_run("score"))

    check = commands.add_parser("check", help="校验自评表和绩效评价报告（.docx、.md、.txt）")
    _add_file(check)
    check.add_argument(
        "--approved",
        type=_path,
        metavar="申报表",
        help="批复的绩效目标申报表，逐项对照指标、指标值和分值",
    )
    check.add_argument(
        "--form", type=_path, metavar="自评表", help="前面写报告，这里写它的自评表：列出与表不一致的数字"
    )
    check.add_argument(
        "--annotate", type=_path, metavar="文件", help="前面写报告（.docx）：把校验结果写成批注，存为这个文件"
    )
    check.add_argument(
        "--outline", type=_path, metavar="提纲", help="报告是用 --outline 生成的，与 --form 一起写同一个提纲"
    )
    check.add_argument("--write", action="store_true", help="把结果写进该文件的“校验结果”，其他内容不变")
    _add_while_open(check)
    check.add_argument("--json", action="store_true", help="输出 JSON，供其他程序读取")
    check.set_defaults(run=_run("check"))

    report = commands.add_parser("report", help="生成绩效评价报告")
    _add_file(report)
    _add_output(report, "写到哪个文件")
    report.add_argument(
        "--format",
        choices=("docx", "html", "md"),
        metavar="格式",
        help="docx、html 或 md；省略时看文件名，默认 docx",
    )
    report.add_argument("--reference", type=_path, metavar="文件", help="本单位的样式文件（.docx）")
    report.add_argument(
        "--outline", type=_path, metavar="提纲", help="本单位的提纲（.txt），见 jxbook policy outline"
    )
    report.add_argument("--no-slip", action="store_true", help="不在报告旁边另写核对单")
    report.set_defaults(run=_run("report"))

    _add_batch(commands)

    policy = commands.add_parser("policy", help="列出评价政策；写明编号时列出其中每个值及依据")
    policy.add_argument(
        "id", nargs="?", type=_reference, metavar="政策", help="评价政策编号，或政策文件（.xlsx、.toml）"
    )
    policy.add_argument("--examples", action="store_true", help="显示该政策的计算示例")
    policy.set_defaults(run=_run("policy"))

    draft = commands.add_parser("policy new", help="新建一份本单位的政策文件，供修改")
    draft.add_argument(
        "file",
        type=_path,
        metavar="文件",
        help="写到哪个文件（.xlsx 用表格填写，.toml 用记事本修改），文件名就是政策编号",
    )
    draft.add_argument("--xlsx", action="store_true", help="写成 Excel 工作簿；文件名以 .xlsx 结尾的可以不写")
    draft.add_argument(
        "--from", dest="parent", type=_reference, metavar="政策", help="在哪个政策的基础上修改，默认是全国的"
    )
    _add_force(draft)
    draft.set_defaults(run=_run("policy_new"))

    add = commands.add_parser("policy add", help="检查本单位的政策文件，登记后 Excel 也能使用")
    add.add_argument("file", type=_path, metavar="文件", help="本单位的政策文件（.xlsx 或 .toml）")
    add.set_defaults(run=_run("policy_add"))

    outline = commands.add_parser("policy outline", help="写出一份可以改的报告提纲，列出可以使用的内容")
    outline.add_argument("file", type=_path, metavar="文件", help="写到哪个文件（.txt）")
    outline.add_argument(
        "--from",
        dest="shipped",
        default="national",
        metavar="提纲",
        help="在哪个自带的提纲上修改，默认 national（全国）",
    )
    _add_force(outline)
    outline.set_defaults(run=_run("policy_outline"))

    remove = commands.add_parser("policy remove", help="取走登记在本机的本单位的政策")
    remove.add_argument("id", metavar="编号", help="登记的政策的编号，见 jxbook policy")
    remove.set_defaults(run=_run("policy_remove"))

    rule = commands.add_parser("rule", help="列出校验规则和不能继续时的提示；写明代码时显示其说明")
    rule.add_argument("code", nargs="?", metavar="代码", help="校验结果或提示中的代码，如 JX203")
    rule.add_argument(
        "--handbook", type=_path, metavar="文件", help="把全部规则写成一本手册（.docx 或 .html）"
    )
    rule.set_defaults(run=_run("rule"))

    renew = commands.add_parser(
        "renew", help="把工作簿中的宏、设置和表中公式更新到本机的版本和现在的政策，填报内容不变"
    )
    renew.add_argument("file", type=_path, metavar="工作簿", help="由 jxbook new 生成的 .xlsm 或 .xlsx")
    renew.set_defaults(run=_run("renew"))

    install = commands.add_parser("install", help="让 Excel、LibreOffice 或 Linux 的桌面找到本程序")
    install.add_argument("--remove", action="store_true", help="撤销以前的设置")
    install.add_argument(
        "--folder", type=_path, metavar="文件夹", help="空表和“校验”等放在哪里，默认是桌面上的“绩效评价”"
    )
    install.add_argument(
        "--trust", type=_path, metavar="文件夹", help="把该文件夹设为 Excel 的受信任位置，其中的宏不再询问"
    )
    install.add_argument("--libreoffice", action="store_true", help="装入 LibreOffice，而不是 Excel")
    install.add_argument(
        "--profile", type=_path, metavar="文件夹", help="LibreOffice 的用户配置，默认是本用户的"
    )
    install.set_defaults(run=_run("install"))

    doctor = commands.add_parser("doctor", help="检查这台电脑能否使用本程序，逐项写明怎样处理")
    doctor.add_argument("file", nargs="?", type=_path, metavar="自评表", help="一并检查的自评表（.xlsm）")
    doctor.add_argument("--json", action="store_true", help="输出 JSON，供其他程序读取")
    doctor.set_defaults(run=_run("doctor"))

    bundle = commands.add_parser("bundle", help="制作安装包，供没有网络的 Windows、Linux 电脑使用")
    bundle.add_argument(
        "-o", "--output", type=_path, required=True, metavar="文件夹", help="写到哪个文件夹，须是空的"
    )
    bundle.add_argument(
        "--python", default="3.11", metavar="版本", help="那些电脑上的 Python 版本，默认 3.11"
    )
    bundle.add_argument(
        "--linux",
        action="store_true",
        help="供麒麟、统信 UOS 等 Linux 电脑使用，x86-64 和 arm64 都有；不写的是64位 Windows",
    )
    bundle.add_argument("--bureau", action="store_true", help="连同财政部门批量处理所需的组件")
    bundle.set_defaults(run=_run("bundle"))
    return parser


def _add_batch(commands: argparse._SubParsersAction[_Parser]) -> None:
    batch = commands.add_parser("batch", help="读取文件夹里所有的自评表，写出汇总表")
    batch.add_argument(
        "folders", nargs="+", metavar="文件夹", help="自评表所在的文件夹，可以写几个；或 fsspec 网址"
    )
    batch.add_argument(
        "-o", "--output", type=_path, required=True, metavar="汇总表", help="写到哪个文件（.xlsx）"
    )
    batch.add_argument(
        "--merge", action="store_true", help="把下属各单位的自评表合并成一份：绝对数相加，相对数按资金加权"
    )
    batch.add_argument("--reports", type=_path, metavar="文件夹", help="每份自评表的报告写到哪里")
    batch.add_argument("--returns", type=_path, metavar="文件夹", help="给每个单位的退回意见写到哪里")
    batch.add_argument("--notice", type=_path, metavar="通报", help="汇总情况的通报写到哪个文件（.docx）")
    batch.add_argument(
        "--expected",
        type=_path,
        metavar="清单",
        help="应报送的项目清单（.xlsx），用来列出未报、迟报的项目",
    )
    batch.add_argument(
        "--deadline", type=_day, default="", metavar="日期", help="重新报送的期限，如 2025-03-31"
    )
    _add_policy(batch, "所有的表都改用这个评价政策：编号，或政策文件（.toml）")
    batch.add_argument("--jobs", type=int, metavar="个数", help="同时用几个进程；省略时按处理器个数")
    batch.add_argument(
        "--cluster", default="", metavar="地址", help="Dask 调度程序的地址，如 tcp://10.0.0.5:8786"
    )
    batch.add_argument(
        "--store",
        default="",
        metavar="数据库",
        help="结果库（SQLAlchemy 网址）；省略时是汇总表旁边的 .sqlite 文件",
    )
    batch.add_argument("--fresh", action="store_true", help="不用以前的结果，全部重新读取")
    batch.set_defaults(run=_run("batch"))

    recheck = commands.add_parser("recheck", help="抽查复核，后面写 draw、paper 或 compare")
    recheck.set_defaults(run=_run("recheck"))

    draw = commands.add_parser("recheck draw", help="从汇总表里抽取要复核的项目，写明理由")
    draw.add_argument("rollup", type=_path, metavar="汇总表", help="jxbook batch 写的汇总表")
    draw.add_argument("-n", dest="count", type=int, required=True, metavar="份数", help="抽多少份")
    draw.add_argument(
        "--by",
        choices=("chance", "money", "risk"),
        default="chance",
        help="怎样抽：chance 随机（默认），money 金额大的多抽，risk 疑点多的先抽",
    )
    draw.add_argument("--seed", type=int, metavar="种子", help="写上次显示的种子，抽到的是同样的项目")
    _add_store(draw)
    draw.set_defaults(run=_run("recheck"))

    paper = commands.add_parser("recheck paper", help="为一份自评表写出复核底稿")
    paper.add_argument("file", type=_path, metavar="自评表", help="要复核的自评表")
    _add_policy(paper, "改用另一个评价政策：编号，或政策文件（.toml）")
    paper.add_argument("--sheet", metavar="名称", help="文件里有几张自评表时，复核哪一张")
    paper.add_argument(
        "-o", "--output", type=_path, required=True, metavar="底稿", help="写到哪个文件（.xlsx）"
    )
    paper.set_defaults(run=_run("recheck"))

    compare = commands.add_parser("recheck compare", help="比较自评与复核：完成值、得分、等级、文字")
    compare.add_argument("file", type=_path, metavar="自评表", help="单位报送的自评表")
    compare.add_argument("reviewed", type=_path, metavar="复核", help="填好的复核底稿，或复核后的自评表")
    compare.add_argument("--rollup", type=_path, metavar="汇总表", help="把复核得分记入这份汇总表")
    _add_store(compare)
    compare.set_defaults(run=_run("recheck"))


def _add_store(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--store",
        default="",
        metavar="数据库",
        help="结果库（SQLAlchemy 网址）；省略时是汇总表旁边的 .sqlite 文件",
    )


def _add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        type=_path,
        nargs="+",
        metavar="自评表",
        help="填好的自评表（.xlsx、.xlsm、.xls，或含自评表的 .docx）；可以写几个，每个一行结果",
    )
    _add_policy(parser, "改用另一个评价政策：编号，或本单位的政策文件（.toml）")
    _add_sheet(parser)


def _add_output(parser: argparse.ArgumentParser, text: str) -> None:
    parser.add_argument("-o", "--output", type=_path, metavar="文件", help=text)
    parser.add_argument(
        "--out-dir", type=_path, metavar="文件夹", help="写到哪个文件夹，文件名自动取；有几个文件时用它"
    )
    _add_force(parser)


def _add_force(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help="覆盖已有的文件")


def _add_while_open(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--while-open", action="store_true", help="旁边有 Excel、WPS、LibreOffice 的占用标记时也写入"
    )


def _add_sheet(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--sheet",
        metavar="名称",
        help="文件里有几张自评表时，只处理这一张：工作表名，Word 文档中是“表1”“表2”……",
    )


def _add_policy(parser: argparse.ArgumentParser, text: str) -> None:
    parser.add_argument("--policy", type=_reference, metavar="政策", help=text)


def _day(text: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise argparse.ArgumentTypeError("日期写成 2025-03-31 的样子") from None


def _path(text: str) -> Path:
    from pathlib import Path

    return Path(text)


def _reference(text: str) -> str | Path:
    from jxbook.policy import reference

    return reference(text)


def _run(command: str) -> Callable[[argparse.Namespace], int]:
    """The command's function, its module imported only when it is called."""

    def run(options: argparse.Namespace) -> int:
        module = import_module(f"jxbook.cli.{command}")
        files = getattr(options, "files", None)
        if files and len(files) > 1:
            from jxbook.cli.several import run_each

            status: int = run_each(options, module.answer)
        else:
            options.file = files[0] if files else getattr(options, "file", None)
            status = module.run(options)
        return status

    return run
