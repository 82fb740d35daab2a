"""The commands that make a computer ready."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jxbook.cli.options.shared import path, run

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.cli.chinese import Commands


def _renew(commands: Commands) -> None:
    renew = commands.add_parser(
        "renew", help="把工作簿中的宏、设置和表中公式更新到本机的版本和现在的政策，填报内容不变"
    )
    renew.add_argument("file", type=path, metavar="工作簿", help="由 jxbook new 生成的 .xlsm 或 .xlsx")
    renew.set_defaults(run=run("renew"))


def _install(commands: Commands) -> None:
    install = commands.add_parser("install", help="让 Excel、LibreOffice 或 Linux 的桌面找到本程序")
    install.add_argument("--remove", action="store_true", help="撤销以前的设置")
    install.add_argument(
        "--folder", type=path, metavar="文件夹", help="空表和“校验”等放在哪里，默认是桌面上的“绩效评价”"
    )
    install.add_argument(
        "--trust", type=path, metavar="文件夹", help="把该文件夹设为 Excel 的受信任位置，其中的宏不再询问"
    )
    install.add_argument("--libreoffice", action="store_true", help="装入 LibreOffice，而不是 Excel")
    install.add_argument(
        "--profile", type=path, metavar="文件夹", help="LibreOffice 的用户配置，默认是本用户的"
    )
    install.set_defaults(run=run("install"))


def _doctor(commands: Commands) -> None:
    doctor = commands.add_parser("doctor", help="检查这台电脑能否使用本程序，逐项写明怎样处理")
    doctor.add_argument("file", nargs="?", type=path, metavar="自评表", help="一并检查的自评表（.xlsm）")
    doctor.add_argument("--json", action="store_true", help="输出 JSON，供其他程序读取")
    doctor.set_defaults(run=run("doctor"))


def _bundle(commands: Commands) -> None:
    bundle = commands.add_parser("bundle", help="制作安装包，供没有网络的 Windows、Linux 电脑使用")
    bundle.add_argument(
        "-o", "--output", type=path, required=True, metavar="文件夹", help="写到哪个文件夹，须是空的"
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
    bundle.set_defaults(run=run("bundle"))


ADD: Mapping[str, Callable[[Commands], None]] = {
    "renew": _renew,
    "install": _install,
    "doctor": _doctor,
    "bundle": _bundle,
}
"""Command → what adds it with its options."""
