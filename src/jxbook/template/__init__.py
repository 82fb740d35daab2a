"""Building the workbook that staff open: one macro-free .xlsx per policy, the same bytes every time."""

from __future__ import annotations

from collections.abc import Sequence

from jxbook.dataclass import dataclass
from jxbook.policy import Policy
from jxbook.template.capacity import AS_SUGGESTED, Capacity


@dataclass(frozen=True, slots=True)
class Section:
    """A row of 报告素材: a section of the report, and a hint at what belongs there."""

    name: str
    hint: str


def build_template(policy: Policy, sections: Sequence[Section], capacity: Capacity = AS_SUGGESTED) -> bytes:
    """The .xlsx of a policy's workbook, 报告素材 holding these sections."""
    from jxbook.template.book import build

    return build(policy, sections, capacity)
