"""The templates that jxbook ships: where they lie, and how they are built again.

`python -m jxbook.templates` rebuilds xlsx_templates/.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jxbook.atomic import replace_file
from jxbook.policy import Policy, load_policy, shipped_policies
from jxbook.refusals.policies import no_template
from jxbook.template.capacity import AS_SUGGESTED, Capacity

_INSTALLED = Path(__file__).parent / "xlsx_templates"
_CHECKOUT = Path(__file__).parents[2] / "xlsx_templates"


def template_path(policy_id: str) -> Path:
    """The shipped template of a policy.

    Raises Refusal JX920 when there is no such policy, JX922 when its template is missing.
    """
    load_policy(policy_id)
    for folder in (_INSTALLED, _CHECKOUT):
        path = folder / f"{policy_id}.xlsx"
        if path.is_file():
            return path
    raise no_template(f"{policy_id}.xlsx")


def build(policy: Policy, capacity: Capacity = AS_SUGGESTED, more: Sequence[str] = ()) -> bytes:
    """A policy's template, 报告素材 asking for the sections of its outline and for `more` by name."""
    from jxbook.report.outline import outline_of, sections
    from jxbook.template import Section, build_template

    asked = [Section(one.name, one.hint) for one in sections(outline_of(policy))]
    return build_template(policy, [*asked, *(Section(name, "") for name in more)], capacity)


def build_all() -> dict[str, bytes]:
    """File name → bytes of every template, the same every time."""
    return {f"{policy.id}.xlsx": build(policy) for policy in shipped_policies()}


def write_all(folder: Path) -> list[Path]:
    """Write every template into a folder; the files written."""
    folder.mkdir(exist_ok=True)
    paths = []
    for name, data in build_all().items():
        replace_file(folder / name, data)
        paths.append(folder / name)
    return paths


if __name__ == "__main__":
    for written in write_all(_CHECKOUT):
        print(written)
