"""`jxbook policy`: the rule sets, and every value in them with 依据 and mark."""

from __future__ import annotations

import argparse
from pathlib import Path

from jxbook.cli import FINE
from jxbook.cli.columns import table
from jxbook.finding import Refusal
from jxbook.policy import Policy, load_policy, policy_ids, user_policies
from jxbook.policy.examples import load_examples
from jxbook.policy.load import ENDING
from jxbook.policy.places import user_folder
from jxbook.report.outline import read_outline
from jxbook.values import plain

OWN = "本单位"


def run(options: argparse.Namespace) -> int:
    """List the policies, or one policy's values, or its worked examples."""
    if options.id is None:
        _print_list()
    elif options.examples:
        _print_examples(_named(options.id))
    else:
        _print_policy(_named(options.id))
    return FINE


def _named(reference: str | Path) -> Policy:
    """A policy by its name or its file, which may be a workbook; its switches are of checks that there are."""
    from jxbook.checks.switches import refuse_unknown_codes

    policy = _read(reference)
    refuse_unknown_codes(policy, reference.name if isinstance(reference, Path) else reference)
    return policy


def _read(reference: str | Path) -> Policy:
    if str(reference).lower().endswith(ENDING):
        from jxbook.policy_book import read_policy_workbook

        return read_policy_workbook(Path(reference))[0]
    return load_policy(reference)


def _print_list() -> None:
    rows = [("编号", "名称", "文号", "适用", "标记")]
    for policy_id in policy_ids():
        one = load_policy(policy_id).identity
        rows.append((one.id, one.name, one.number, one.place, one.mark.label))
    rows += [_row_of(path) for path in user_policies()]
    print(table(rows, whole=(0,)))
    print("\n查看其中每个值：jxbook policy 编号　计算示例：jxbook policy 编号 --examples")
    print(
        f"新建本单位的政策：jxbook policy new 文件.toml　登记：jxbook policy add 文件.toml（放在 {user_folder()}）"
    )


def _row_of(path: Path) -> tuple[str, str, str, str, str]:
    """One of the user's own policies; a faulty one is listed too, so that it can be mended."""
    try:
        one = load_policy(path).identity
    except Refusal as refusal:
        return path.stem, f"（{refusal.finding.what}，查看：jxbook policy {path}）", "", "", OWN
    return one.id, one.name, one.number, one.place, OWN


def _print_policy(policy: Policy) -> None:
    """Every value of a policy. Raises Refusal JX603 or JX605 where its own outline is no good."""
    if policy.outline is not None:
        read_outline(policy.outline)
    one = policy.identity
    print(f"{one.name}（{one.id}）\n《{one.title}》{one.number}　适用：{one.place}　标记：{one.mark.label}")
    if one.valid_from:
        print(f"自 {one.valid_from} 起施行")
    if one.valid_to:
        print(f"有效期至 {one.valid_to}")
    if one.parent:
        print(f"上级政策：{one.parent}，本政策未写明的值沿用上级政策")
    if one.note:
        print(f"说明：{one.note}")
    print(
        "\n标记：官方＝在所引文件中核对过；实践＝见于实际使用的表格或系统；假定＝文件没有规定，由程序暂定\n"
    )
    for rule in policy.rules.values():
        inherited = f"，沿用 {rule.source}" if rule.source != one.id else ""
        print(f"{rule.label}：{rule.shown}\n    〔{rule.mark.label}〕{rule.basis}{inherited}")
    _print_tree(policy)


def _print_examples(policy: Policy) -> None:
    one, examples = policy.identity, load_examples(policy.id)
    print(f"{one.name}（{one.id}）的计算示例")
    if not examples:
        nearest = next((parent.id for parent in policy.parents if load_examples(parent.id)), "")
        also = f"；沿用的值可看上级政策的示例：jxbook policy {nearest} --examples" if nearest else ""
        print(f"没有写示例{also}")
    for number, example in enumerate(examples, 1):
        outcome = "，".join(f"{name}：{value}" for name, value in example.expected.items())
        print(f"\n{number}. {example.described}\n   {outcome}\n   算法：{example.remark}")


def _print_tree(policy: Policy) -> None:
    tree = policy.tree
    print(f"\n指标体系\n    〔{tree.mark.label}〕{tree.basis}")
    print(f"    一级指标权重〔{tree.weights_mark.label}〕{tree.weights_basis}")
    print(f"    二级指标分值〔{tree.points_mark.label}〕{tree.points_basis}")
    for level1 in tree.level1:
        seconds = "、".join(f"{two.name}{plain(two.points)}" for two in level1.level2)
        print(f"{level1.name} {plain(level1.points)}分：{seconds}")
    for variant in tree.variants:
        weights = "、".join(f"{name}{plain(points)}" for name, points in variant.points.items())
        print(f"不设{'、'.join(variant.without)}的：{weights}\n    〔{variant.mark.label}〕{variant.basis}")
