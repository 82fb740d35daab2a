"""Running pip, and saying in Chinese why it could not do what it was asked."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

from jxbook.children import run_python
from jxbook.finding import Refusal


class Ran(NamedTuple):
    """How pip ended: its exit status, and all it wrote."""

    status: int
    output: str


Pip = Callable[[Sequence[str]], Ran]

_QUIET = ["--disable-pip-version-check", "--no-input", "--progress-bar=off"]
_NO_PIP = re.compile(r"No module named '?pip\b")
_NO_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|ProxyError|SSLError|"
    r"Connection (?:aborted|refused|reset|broken)|Network is unreachable|Failed to establish|Could not fetch URL",
    re.IGNORECASE,
)


def run_pip(arguments: Sequence[str]) -> Ran:
    """pip of the Python we run on."""
    ran = run_python("pip", [*arguments[:1], *_QUIET, *arguments[1:]], together=True)
    return Ran(ran.returncode, ran.stdout.decode("utf-8", "replace"))


def call(pip: Pip, arguments: Sequence[str], what: str) -> None:
    """Run pip. Raises Refusal: no pip (JX970), no internet (JX971), cannot be had or built (JX972)."""
    ran = pip(arguments)
    if ran.status == 0:
        return
    if _NO_PIP.search(ran.output):
        raise no_pip()
    if _NO_NETWORK.search(ran.output):
        raise Refusal(
            "JX971",
            what,
            "下载失败，连接不上软件源",
            "制作安装包的这台机器需要能访问 Python 软件源（pypi.org 或单位的镜像）",
            "请检查网络和代理后重试；用镜像的，请先设置环境变量 PIP_INDEX_URL",
        )
    lines = [line for line in ran.output.splitlines() if line.strip()]
    told = next((line for line in lines if line.lstrip().startswith("ERROR")), (lines or ["没有说明"])[-1])
    raise Refusal(
        "JX972",
        what,
        "取不到安装所需的文件",
        f"pip 报告：{told.strip()}",
        "请核对 --python 和 --platform；软件源里没有对应版本的，请换一个 Python 版本",
    )


def no_pip() -> Refusal:
    """The refusal where this Python has no pip."""
    return Refusal(
        "JX970",
        sys.executable,
        "这个 Python 里没有 pip",
        "安装包里的文件由 pip 下载",
        "请先运行 python -m ensurepip，再重新运行 jxbook bundle",
    )
