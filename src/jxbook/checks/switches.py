"""What a policy makes of a check: leave it out, or weigh it otherwise, each with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jxbook.dataclass import replace
from jxbook.finding import Finding, Severity
from jxbook.policy import Policy

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
    """The checks that the policy leaves out, for the line that names it; "" for none."""
    rule = policy.optional("checks.rules")
    codes = [code for code, then, _ in policy.values("checks.rules") if then == _OFF] if rule else []
    return f"。按该政策不查{'、'.join(codes)}" if codes else ""
