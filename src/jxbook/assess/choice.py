"""Which policy a form is assessed by: the one named, the one the form names, the one it was made with, or a guess."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from jxbook.assess.guess import guess
from jxbook.assess.source import Source
from jxbook.finding import Refusal
from jxbook.form import Form
from jxbook.policy import Policy, Standing, load_policy, named_policy
from jxbook.refusals.policies import unknown_policy, unknown_policy_in_cell


@dataclass(frozen=True, slots=True)
class Chosen:
    """A policy, why it was taken, and the form with the policy's id in it."""

    form: Form
    policy: Policy
    why: str


_WHERE = {
    Standing.SHIPPED: "",
    Standing.REGISTERED: "，用的是本机登记的政策文件",
    Standing.REGISTERED_THOUGH_BESIDE: "，用的是本机登记的政策文件；同一文件夹中的同名文件没有采用",
    Standing.BESIDE: "，用的是与自评表在同一文件夹的政策文件（没有登记，单元格中的函数不能使用）",
}


def choose(source: Source, form: Form, named: str | Path | None) -> Chosen:
    """The policy of a form, and why.

    In this order: `named` by the user; what stands under 评价政策; what a workbook of ours was made with; what the
    file cites or shows beyond doubt; the default. Raises Refusal JX920 (with its cell), JX921 and JX928.
    """
    policy, why = _chosen(source, form, named)
    return Chosen(replace(form, policy_id=policy.id), policy, why)


def _chosen(source: Source, form: Form, named: str | Path | None) -> tuple[Policy, str]:
    if named:
        return load_policy(named), "由使用者指定"
    if not form.policy_entry.blank:
        policy, standing = _stated(source, form)
        return policy, f"由表中的“评价政策”指定{_WHERE[standing]}"
    if form.made_for:
        policy, standing = named_policy(form.made_for, source.folder)
        return policy, f"“评价政策”一栏是空的，按制表时的政策{_WHERE[standing]}"
    return guess(source, form)


def _stated(source: Source, form: Form) -> tuple[Policy, Standing]:
    """The policy that stands in the form."""
    entry = form.policy_entry
    try:
        return named_policy(entry.text, source.folder)
    except Refusal as refusal:
        found = refusal.finding
        if found.code != unknown_policy.code or entry.cell is None:
            raise
        raise unknown_policy_in_cell(f"{source.name}：{entry.cell}", entry.text, found.why) from None
