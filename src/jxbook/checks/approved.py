"""A form beside its approved 目标申报表: what a check across the two looks at."""

from __future__ import annotations

from jxbook.dataclass import cached_property, dataclass
from jxbook.finding import Finding
from jxbook.form import Form, Indicator
from jxbook.pattern import pattern
from jxbook.policy import Policy
from jxbook.values import fold

_SERIAL = pattern(r"指标?\d{1,2}[:.,]?|^\d{1,2}[:.,]")


@dataclass(frozen=True)
class Pair:
    """A form, the approved targets that it was made from, and the policy of the form."""

    form: Form
    approved: Form
    policy: Policy

    @cached_property
    def own(self) -> dict[str, Indicator]:
        """The form's indicators in use, by their name without serials."""
        return _by_name(self.form)

    @cached_property
    def wanted(self) -> dict[str, Indicator]:
        """The approved ones."""
        return _by_name(self.approved)


def _by_name(form: Form) -> dict[str, Indicator]:
    rows = (one for one in form.indicators if one.used and not one.name.blank)
    return {_SERIAL.sub("", fold(one.name.text)): one for one in rows}


def against_approved(form: Form, approved: Form, policy: Policy) -> tuple[Finding, ...]:
    """What was changed since the targets were approved, in the order of the form; then what was left out."""
    from jxbook.checks.registry import across_checks

    pair = Pair(form, approved, policy)
    return tuple(
        flaw.finding(one.rule.code, form.sheet) for one in across_checks() for flaw in one.look(pair)
    )
