"""jxbook: 项目支出绩效自评 in a familiar workbook: scored, checked, and written up as the official report.

    from jxbook.assess import assess

    assessed = assess(Path("自评表.xlsx"))  # form, policy and why, scoring, findings

The names are resolved on first use, so that importing jxbook costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # True to a type checker; importing it from `typing` would cost a start of Python
if TYPE_CHECKING:
    from typing import Any

    from jxbook.document import render as render
    from jxbook.finding import Finding as Finding
    from jxbook.finding import Refusal as Refusal
    from jxbook.form import Form as Form
    from jxbook.report import compose as compose
    from jxbook.scoring import Scoring as Scoring

__version__ = "0.1.0"

_HOMES = {
    "compose": "jxbook.report",
    "render": "jxbook.document",
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
