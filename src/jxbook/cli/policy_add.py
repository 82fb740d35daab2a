"""`jxbook policy add`: an office's policy file put where Excel, LibreOffice and every command find it."""

from __future__ import annotations

import argparse

from jxbook.atomic import replace_file
from jxbook.cli import FINE
from jxbook.finding import Refusal
from jxbook.policy import load_policy
from jxbook.policy.load import SUFFIX
from jxbook.policy.places import is_name, shipped_names, user_folder


def run(options: argparse.Namespace) -> int:
    """Check a file and copy it; an older copy of the same policy is replaced, and that is said."""
    source = options.file
    if source.suffix.lower() != SUFFIX or not is_name(source.stem):
        why = f"{source.name} 不是以 {SUFFIX} 结尾的文件，或者文件名中有空格、符号"
        raise Refusal("JX929", source.name, "不能登记这个文件", why, "请核对文件名，如 本单位-2025.toml")
    policy = load_policy(source)
    data = source.read_bytes()
    target = user_folder() / f"{policy.id}{SUFFIX}"
    _refuse_absent_parent(policy.identity.parent)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        old = target.read_bytes() if target.exists() else None
    except OSError as error:
        fix = "请检查该文件夹的权限，或用环境变量 JXBOOK_POLICIES 指定另一个文件夹"
        raise Refusal("JX914", str(target), "政策文件未能登记", "该位置没有写入权限", fix) from error
    replace_file(target, data)
    done = "已登记" if old is None else "内容没有变化" if old == data else "已替换原来登记的同名政策"
    print(f"{done}：{policy.identity.name}（{policy.id}）\n文件：{target}")
    print(
        f"Excel、LibreOffice 和各条命令都可以使用。新建自评表：jxbook new --policy {policy.id} -o 自评表.xlsx"
    )
    return FINE


def _refuse_absent_parent(parent: str) -> None:
    """A parent that only lies beside the file would not be found from the folder the file is copied to."""
    if parent and parent not in shipped_names() and not (user_folder() / f"{parent}{SUFFIX}").is_file():
        raise Refusal(
            "JX920",
            parent,
            "上级政策还没有登记",
            "登记后的政策只在登记的和自带的政策中查找上级",
            f"请先运行 jxbook policy add {parent}{SUFFIX}",
        )
