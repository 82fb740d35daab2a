"""Which policy a form is assessed by: the one named, the one the form names, the one it was made with, or a guess."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from jxbook.assess.guess import FileWords, guess
from jxbook.assess.source import Source
from jxbook.dataclass import dataclass, replace
from jxbook.finding import Refusal
from jxbook.foreign import ForeignKind
from jxbook.form import Form
from jxbook.policy import Policy, Standing, differs_from_registered, load_policy, named_policy
from jxbook.refusals.policies import unknown_policy, unknown_policy_in_cell, unknown_policy_made_for


@dataclass(frozen=True, slots=True)
class PolicyChoice:
    """A policy, why it was taken, and the form with the policy's id in it."""

    form: Form
    policy: Policy
    why: str


_WHERE = {
    Standing.SHIPPED: "",
    Standing.REGISTERED: "，用的是本机登记的政策文件",
    Standing.REGISTERED_THOUGH_BESIDE: "，用的是本机登记的政策文件；同一文件夹中的同名文件内容不同，没有采用，"
    "要采用请运行 jxbook policy add",
    Standing.BESIDE: "，用的是与自评表在同一文件夹的政策文件（没有登记，单元格中的函数不能使用）",
}

_LONGEST = 64
_OTHER = "，与本机登记的同名政策内容不同；单元格中的函数按登记的计算，要更新请运行 jxbook policy add"


def choose(
    source: Source, form: Form, named: str | Path | None, words: FileWords | None = None
) -> PolicyChoice:
    """The policy of a form, and why. `words` are those of the source, where several of its forms are asked about.

    In this order: `named` by the user; what stands under 评价政策; what a workbook of ours was made with; what the
    file cites or shows beyond doubt; the default. Raises Refusal JX920 (with its cell), JX921 and JX928.
    """
    policy, why = _chosen(source, form, named, words or FileWords(source))
    if form.policy_id != policy.id:
        form = replace(form, policy_id=policy.id)
    return PolicyChoice(form, policy, why)


def told(policy: Policy, why: str) -> str:
    """A policy and why it was taken in one line, with the checks that it leaves out."""
    one = policy.identity
    line = f"{one.name}（{one.number}）。{why}"
    if policy.optional("checks.rules") is None:
        return line  # most leave none out, and no check need be loaded to say so
    from jxbook.checks.switches import left_out

    return f"{line}{left_out(policy)}"


def _chosen(source: Source, form: Form, named: str | Path | None, words: FileWords) -> tuple[Policy, str]:
    if isinstance(named, Path):
        return load_policy(
            named
        ), f"由使用者指定：{named.name}{_OTHER if differs_from_registered(named) else ''}"
    if named:
        return load_policy(named), f"由使用者指定：{named}"
    if not form.policy_entry.blank:
        policy, standing = _stated(source, form)
        if form.adopted and policy.id == form.made_for:
            return policy, f"采用表样时定的政策{_WHERE[standing]}"
        return policy, f"由表中的“评价政策”指定{_WHERE[standing]}"
    if source.kind is ForeignKind.DOCX:
        with suppress(Refusal):  # the report of somebody whose policy is not known here
            policy, standing = named_policy(form.made_for, source.folder)
            return policy, f"文件由 jxbook 按该政策生成{_WHERE[standing]}"
        return guess(words, form)
    if form.made_for:
        policy, standing = _made_for(source, form)
        return policy, f"“评价政策”一栏是空的，按制表时的政策{_WHERE[standing]}"
    return guess(words, form)


def _made_for(source: Source, form: Form) -> tuple[Policy, Standing]:
    """The policy that a workbook of ours was made with."""
    try:
        return named_policy(form.made_for, source.folder)
    except Refusal as refusal:
        if refusal.finding.code != unknown_policy.code:
            raise
        place = f"{source.name}：{form.policy_entry.cell or '评价政策'}"
        raise unknown_policy_made_for(place, _clipped(form.made_for), refusal.finding.why) from None


def _stated(source: Source, form: Form) -> tuple[Policy, Standing]:
    """The policy that stands in the form."""
    entry = form.policy_entry
    try:
        return named_policy(entry.text, source.folder)
    except Refusal as refusal:
        found = refusal.finding
        if found.code != unknown_policy.code or entry.cell is None:
            raise
        raise unknown_policy_in_cell(
            f"{source.name}：{entry.cell}", _clipped(entry.text), found.why
        ) from None


def _clipped(name: str) -> str:
    """A name that may come from a stranger, short and without characters that steer a terminal."""
    shown = "".join(one for one in name[:_LONGEST] if one.isprintable())
    return f"{shown}…" if len(name) > _LONGEST else shown
