"""`jxbook policy`: the rule sets, and every value in them with 依据 and mark."""

from __future__ import annotations

import argparse

from jxbook.cli import FINE
from jxbook.cli.show import table
from jxbook.policy import Policy, load_policy, policy_ids
from jxbook.values import plain


def run(options: argparse.Namespace) -> int:
    """List the policies, or one policy's values."""
    if options.id is None:
        rows = [("编号", "名称", "文号", "适用", "标记")]
        for policy_id in policy_ids():
            one = load_policy(policy_id).identity
            rows.append((one.id, one.name, one.number, one.place, one.mark.label))
        print(table(rows))
        print("\n查看其中每个值：jxbook policy 编号")
        return FINE
    _print_policy(load_policy(options.id))
    return FINE


def _print_policy(policy: Policy) -> None:
    one = policy.identity
    print(f"{one.name}（{one.id}）\n《{one.title}》{one.number}　适用：{one.place}　标记：{one.mark.label}")
    if one.valid_from:
        print(f"自 {one.valid_from} 起施行")
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


def _print_tree(policy: Policy) -> None:
    tree = policy.tree
    print(f"\n指标体系\n    〔{tree.mark.label}〕{tree.basis}")
    print(f"    一级指标权重〔{tree.weights_mark.label}〕{tree.weights_basis}")
    print(f"    二级指标分值〔{tree.points_mark.label}〕{tree.points_basis}")
    for level1 in tree.level1:
        seconds = "、".join(f"{two.name}{plain(two.points)}" for two in level1.level2)
        print(f"{level1.name} {plain(level1.points)}分：{seconds}")
