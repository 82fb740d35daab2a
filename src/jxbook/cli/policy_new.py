"""`jxbook policy new`: a policy file of an office's own, to be edited."""

from __future__ import annotations

import argparse

from jxbook.atomic import replace_file
from jxbook.cli import FINE
from jxbook.cli.report import refuse_existing
from jxbook.finding import Refusal
from jxbook.policy import DEFAULT_POLICY, load_policy
from jxbook.policy.draft import draft
from jxbook.policy.load import SUFFIX
from jxbook.policy.places import is_name, shipped_names


def run(options: argparse.Namespace) -> int:
    """Write a file that inherits everything; never over an existing one."""
    path = options.file
    if path.suffix.lower() != SUFFIX:
        raise Refusal(
            "JX924", path.name, "不能写这种格式", "政策文件是 .toml 文件", "请把文件名的结尾改为 .toml"
        )
    if not is_name(path.stem) or path.stem in shipped_names():
        own = path.stem in shipped_names()
        raise Refusal(
            "JX928" if own else "JX929",
            path.name,
            "这个文件名不能作政策编号",
            "与程序自带的政策重名" if own else "编号由汉字、字母、数字、横线和点组成，不超过64个字",
            "请换一个文件名，如 本单位-2025.toml",
        )
    refuse_existing(path)
    parent = load_policy(options.parent or DEFAULT_POLICY)
    replace_file(path, draft(parent, path.stem).encode())
    print(f"已新建：{path}（在{parent.identity.name}的基础上）")
    print("请用记事本打开，照其中的说明修改，保存为 UTF-8 编码。")
    print(f"检查：jxbook policy {path}\n登记（Excel 和 LibreOffice 才能使用）：jxbook policy add {path}")
    return FINE
