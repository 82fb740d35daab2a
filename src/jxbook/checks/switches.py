"""What a policy makes of a check: leave it out, or weigh it otherwise, each with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from operator import eq

from jxbook.dataclass import replace
from jxbook.finding import Finding, Severity
from jxbook.policy import KEYS, Fault, FaultyPolicy, Policy

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.policy.key_names import Switch

_OFF: Switch = "不查"


def switched(found: Iterable[Finding], policy: Policy) -> Iterator[Finding]:
    """The findings that the policy leaves, with the severity that it gives them and its reason behind the why."""
    rule = policy.optional("checks.rules")
    if rule is None or not rule.value:
        yield from found
        return
    made = {code: (then, reason) for code, then, reason in policy.values("checks.rules")}
    weighs = {one.label: one for one in Severity}
    for one in found:
        then, reason = made.get(one.code, ("", ""))
        if not then:
            yield one
        elif then != _OFF:
            yield replace(one, severity=weighs[then], why=f"{one.why}；按所选政策作{then}：{reason}")


def left_out(policy: Policy) -> str:
    """The checks that the policy leaves out, and the codes that are no check's, for the line that names it; "" for
    none."""
    rule = policy.optional("checks.rules")
    off = [code for code, then, _ in policy.values("checks.rules") if then == _OFF] if rule else []
    strange = dict(unknown_codes(policy))
    known = [code for code in off if code not in strange]
    told = f"。按该政策不查{'、'.join(known)}" if known else ""
    if strange:
        told += f"。政策的 checks.rules 写了没有的校验规则{'、'.join(code + near for code, near in strange.items())}，没有起作用"
    return told


def unknown_codes(policy: Policy) -> tuple[tuple[str, str], ...]:
    """The codes in `checks.rules` that no check has, each with the one that may be meant: （是不是 JX506？）."""
    rule = policy.optional("checks.rules")
    if rule is None or not rule.value:
        return ()
    from jxbook.checks.registry import codes

    known = codes()
    strange = (str(code) for code, _, _ in policy.values("checks.rules") if code not in known)
    return tuple((code, f"（是不是 {max(known, key=partial(_likeness, code))}？）") for code in strange)


def _likeness(code: str, other: str) -> tuple[int, int]:
    """How many places two codes share, and then how near their numbers are."""
    return sum(map(eq, code, other)), -abs(int(code[2:]) - int(other[2:]))


def refuse_unknown_codes(policy: Policy, name: str) -> None:
    """Before a policy file is taken in use: raises FaultyPolicy where it switches a check that does not exist.

    A policy itself is read without its checks, so a file that is in use already tells of it by `left_out`."""
    faults = [
        Fault(
            0,
            f"“{KEYS['checks.rules'].label.partition('（')[0]}”（checks.rules）中的{code}不是校验规则的编号{near}",
            "请照 jxbook rule 列出的编号改正",
        )
        for code, near in unknown_codes(policy)
    ]
    if faults:
        raise FaultyPolicy(name, faults)
