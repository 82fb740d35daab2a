"""The texts that go into a LibreOffice profile: macros/libreoffice/ of the checkout or of the wheel."""

from __future__ import annotations

from jxbook.excel.sources import macros_folder
from jxbook.finding import Refusal


def source(name: str) -> str:
    """The text of one source file. Raises Refusal JX965 when it is missing."""
    try:
        return (macros_folder() / "libreoffice" / name).read_text("utf-8")
    except OSError:
        raise Refusal(
            "JX965", name, "找不到宏的源文件", "安装不完整，或文件已被移动、删除", "请重新安装 jxbook 后重试"
        ) from None
