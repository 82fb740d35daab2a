"""jxbook: 项目支出绩效自评 in a familiar workbook: scored, checked, and written up as the official report.

    form = open_form(Path("自评表.xlsx"))
    policy = load_policy(form.policy_id)
    scoring = score(form, policy)
    findings = check(form, policy, scoring)
    report = render(compose(form, policy, scoring), "docx")

The names are resolved on first use, so that importing jxbook costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jxbook.checks import check as check
    from jxbook.finding import Finding as Finding
    from jxbook.finding import Refusal as Refusal
    from jxbook.form import Form as Form
    from jxbook.policy import load_policy as load_policy
    from jxbook.recognition import open_form as open_form
    from jxbook.report import compose as compose
    from jxbook.report import render as render
    from jxbook.scoring import Scoring as Scoring
    from jxbook.scoring import score as score

__version__ = "0.1.0"

_HOMES = {
    "open_form": "jxbook.recognition",
    "load_policy": "jxbook.policy",
    "score": "jxbook.scoring",
    "check": "jxbook.checks",
    "compose": "jxbook.report",
    "render": "jxbook.report",
    "Finding": "jxbook.finding",
    "Form": "jxbook.form",
    "Refusal": "jxbook.finding",
    "Scoring": "jxbook.scoring",
}
__all__ = [*_HOMES, "__version__"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'jxbook' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
