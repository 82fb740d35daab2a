"""`jxbook policy new`: a policy file of an office's own, to be edited."""

from __future__ import annotations

import argparse

from jxbook.atomic import replace_file
from jxbook.cli import FINE
from jxbook.cli.output import refuse_existing, with_ending
from jxbook.policy import DEFAULT_POLICY, load_policy
from jxbook.policy.draft import draft
from jxbook.policy.load import ENDING, SUFFIX
from jxbook.policy.places import is_name, shipped_names
from jxbook.refusals.policies import name_is_taken, not_a_policy_name
from jxbook.refusals.writing import not_a_policy_file_name


def run(options: argparse.Namespace) -> int:
    """Write a file that inherits everything; over an existing one only when told to."""
    path = with_ending(options.file, ENDING if options.xlsx else SUFFIX)
    if path.suffix.lower() not in (SUFFIX, ENDING):
        raise not_a_policy_file_name(path.name)
    if path.stem in shipped_names():
        raise name_is_taken(path.name)
    if not is_name(path.stem):
        raise not_a_policy_name(path.name)
    refuse_existing(path, force=options.force)
    parent = load_policy(options.parent or DEFAULT_POLICY)
    if path.suffix.lower() == ENDING:
        from jxbook.policy_book import draft_workbook

        data, how = (
            draft_workbook(parent, path.stem),
            "请用 Excel 或 WPS 打开，照“基本情况”中的说明填写，保存。",
        )
    else:
        data, how = draft(parent, path.stem).encode(), "请用记事本打开，照其中的说明修改，保存为 UTF-8 编码。"
    replace_file(path, data, new=not options.force)
    print(f"已新建：{path}（在{parent.identity.name}的基础上）\n{how}")
    print(f"检查：jxbook policy {path}\n登记（Excel 和 LibreOffice 才能使用）：jxbook policy add {path}")
    return FINE
