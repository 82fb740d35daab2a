"""`jxbook policy add`: an office's policy file put where Excel, LibreOffice and every command find it."""

from __future__ import annotations

import argparse

from jxbook.atomic import replace_file
from jxbook.cli import FINE
from jxbook.policy import load_policy
from jxbook.policy.load import ENDING, SUFFIX
from jxbook.policy.places import is_name, shipped_names, user_folder
from jxbook.refusals.policies import cannot_be_registered, parent_not_registered
from jxbook.refusals.writing import cannot_register


def run(options: argparse.Namespace) -> int:
    """Check a file and copy it; an older copy of the same policy is replaced, and that is said."""
    source = options.file
    if source.suffix.lower() not in (SUFFIX, ENDING) or not is_name(source.stem):
        raise cannot_be_registered(source.name)
    if source.suffix.lower() == ENDING:
        from jxbook.policy_book import read_policy_workbook

        policy, text = read_policy_workbook(source)
        data = text.encode()
    else:
        policy, data = load_policy(source), source.read_bytes()
    target = user_folder() / f"{policy.id}{SUFFIX}"
    _refuse_absent_parent(policy.identity.parent)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        old = target.read_bytes() if target.exists() else None
    except OSError as error:
        raise cannot_register(str(target)) from error
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
        raise parent_not_registered(parent)
