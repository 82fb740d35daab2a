"""`jxbook policy add`: an office's policy file put where Excel, LibreOffice and every command find it."""

from __future__ import annotations

import argparse
from pathlib import Path

from jxbook.atomic import replace_read
from jxbook.checks.switches import refuse_unknown_codes
from jxbook.cli import FINE
from jxbook.finding import Refusal
from jxbook.policy import Policy, load_policy, user_policies
from jxbook.policy.load import ENDING, SUFFIX
from jxbook.policy.places import is_name, shipped_names, user_folder
from jxbook.refusals.policies import cannot_be_registered, outline_is_taken, parent_not_registered
from jxbook.refusals.writing import cannot_register
from jxbook.report.outline import Outline, read_outline


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
    refuse_unknown_codes(policy, source.name)
    outline = _outline(policy, source)
    target = user_folder() / f"{policy.id}{SUFFIX}"
    new = {} if outline is None else {target.with_name(outline.name): outline.text.encode()}
    new[target] = data  # behind what it names
    _refuse_absent_parent(policy.identity.parent)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        read = {path: path.read_bytes() if path.exists() else None for path in new}
    except OSError as error:
        raise cannot_register(str(target)) from error
    for path, written in new.items():
        replace_read(path, written, read[path])
    old = read[target]
    done = "已登记" if old is None else "内容没有变化" if old == data else "已替换原来登记的同名政策"
    print(f"{done}：{policy.identity.name}（{policy.id}）\n文件：{target}")
    if outline is not None:
        print(f"提纲：{target.with_name(outline.name)}")
    print(
        f"Excel、LibreOffice 和各条命令都可以使用。新建自评表：jxbook new --policy {policy.id} -o 自评表.xlsx"
    )
    return FINE


def _outline(policy: Policy, source: Path) -> Outline | None:
    """The office's own outline that lies beside the file and is registered with it; None where it has none.

    Raises Refusal JX603 or JX605 as `read_outline`, JX928 where another registered policy has one of this name that
    says something else.
    """
    if policy.outline is None or policy.outline.parent.resolve() != source.parent.resolve():
        return None
    outline = read_outline(policy.outline)
    for other, path in registered_outlines().items():
        if other != policy.id and path.name == outline.name and _differs(path, outline):
            raise outline_is_taken(outline.name, other)
    return outline


def _differs(path: Path, outline: Outline) -> bool:
    try:
        return path.read_bytes() != outline.text.encode()
    except OSError:
        return False


def registered_outlines() -> dict[str, Path]:
    """Registered policy → the outline of its own, for those that have one."""
    found = {}
    for path in user_policies():
        try:
            policy = load_policy(path)
        except Refusal:
            continue  # a faulty one names none that could be told
        if policy.outline is not None and policy.outline.parent == path.parent:
            found[policy.id] = policy.outline
    return found


def _refuse_absent_parent(parent: str) -> None:
    """A parent that only lies beside the file would not be found from the folder the file is copied to."""
    if parent and parent not in shipped_names() and not (user_folder() / f"{parent}{SUFFIX}").is_file():
        raise parent_not_registered(parent)
