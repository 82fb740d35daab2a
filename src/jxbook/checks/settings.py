"""The numbers that checks go by and that a policy may set otherwise: by check, the keys of the policy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jxbook.policy import KEYS, Policy
from jxbook.policy.allowed import allowed

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.policy.key_names import NumberKey

SETTINGS: Mapping[str, tuple[NumberKey, ...]] = {
    "JX205": ("over_fulfilment.reason_from",),
    "JX301": ("reasons.completion_below",),
    "JX302": ("rounding.tolerance",),
    "JX304": ("rounding.tolerance",),
    "JX307": ("rounding.tolerance",),
    "JX310": ("rounding.tolerance",),
    "JX311": ("weights.level1_step", "weights.level1_least"),
    "JX312": ("evaluation.output_and_benefit_least",),
    "JX313": ("rounding.tolerance",),
    "JX401": ("rounding.tolerance",),
    "JX402": ("rounding.tolerance",),
    "JX403": ("execution.reason_below",),
    "JX404": ("rounding.tolerance",),
    "JX408": ("execution.gap_warning",),
    "JX409": ("execution.unspent_warning",),
    "JX410": ("rounding.tolerance",),
    "JX505": ("checks.reason_shortest",),
    "JX508": ("execution.reason_below",),
    "JX510": ("checks.parts_apart", "checks.sum_slack"),
    "JX517": ("checks.days_slack",),
    "JX527": ("checks.yuan_from",),
    "JX530": ("checks.faults_shortest",),
    "JX531": ("checks.shares_apart",),
    "JX533": ("checks.goals_alike",),
    "JX535": ("checks.parts_apart",),
    "JX702": ("rounding.tolerance",),
}


def settings_of(code: str, policy: Policy) -> Iterator[str]:
    """A line for each number of a check: its key in a policy file, what it is, what `policy` says, what it may be."""
    for key in SETTINGS.get(code, ()):
        rule = policy.rules.get(key)
        now = f"现为{rule.shown}（{rule.mark.label}）" if rule else "现在没有规定"
        yield f"{key}　{KEYS[key].label}。{now}；可以写：{allowed(key)}"
