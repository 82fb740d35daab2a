"""The commands about the rules: an office's own policies and outlines, and what each check looks at."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jxbook.cli.options.shared import add_force, path, reference, run

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.cli.chinese import Commands


def _policy(commands: Commands) -> None:
    policy = commands.add_parser("policy", help="列出评价政策；写明编号时列出其中每个值及依据")
    policy.add_argument(
        "id", nargs="?", type=reference, metavar="政策", help="评价政策编号，或政策文件（.xlsx、.toml）"
    )
    policy.add_argument("--examples", action="store_true", help="显示该政策的计算示例")
    policy.set_defaults(run=run("policy"))


def _policy_new(commands: Commands) -> None:
    draft = commands.add_parser("policy new", help="新建一份本单位的政策文件，供修改")
    draft.add_argument(
        "file",
        type=path,
        metavar="文件",
        help="写到哪个文件（.xlsx 用表格填写，.toml 用记事本修改），文件名就是政策编号",
    )
    draft.add_argument("--xlsx", action="store_true", help="写成 Excel 工作簿；文件名以 .xlsx 结尾的可以不写")
    draft.add_argument(
        "--from", dest="parent", type=reference, metavar="政策", help="在哪个政策的基础上修改，默认是全国的"
    )
    add_force(draft)
    draft.set_defaults(run=run("policy_new"))


def _policy_add(commands: Commands) -> None:
    add = commands.add_parser("policy add", help="检查本单位的政策文件，登记后 Excel 也能使用")
    add.add_argument("file", type=path, metavar="文件", help="本单位的政策文件（.xlsx 或 .toml）")
    add.set_defaults(run=run("policy_add"))


def _policy_outline(commands: Commands) -> None:
    outline = commands.add_parser("policy outline", help="写出一份可以改的报告提纲，列出可以使用的内容")
    outline.add_argument("file", type=path, metavar="文件", help="写到哪个文件（.txt）")
    outline.add_argument(
        "--from",
        dest="shipped",
        default="national",
        metavar="提纲",
        help="在哪个自带的提纲上修改，默认 national（全国）",
    )
    add_force(outline)
    outline.set_defaults(run=run("policy_outline"))


def _policy_remove(commands: Commands) -> None:
    remove = commands.add_parser("policy remove", help="取走登记在本机的本单位的政策")
    remove.add_argument("id", metavar="编号", help="登记的政策的编号，见 jxbook policy")
    remove.set_defaults(run=run("policy_remove"))


def _rule(commands: Commands) -> None:
    rule = commands.add_parser("rule", help="列出校验规则和不能继续时的提示；写明代码时显示其说明")
    rule.add_argument("code", nargs="?", metavar="代码", help="校验结果或提示中的代码，如 JX203")
    rule.add_argument(
        "--handbook", type=path, metavar="文件", help="把全部规则写成一本手册（.docx 或 .html）"
    )
    rule.set_defaults(run=run("rule"))


ADD: Mapping[str, Callable[[Commands], None]] = {
    "policy": _policy,
    "policy new": _policy_new,
    "policy add": _policy_add,
    "policy outline": _policy_outline,
    "policy remove": _policy_remove,
    "rule": _rule,
}
"""Command → what adds it with its options."""
