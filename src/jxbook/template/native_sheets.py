"""The sheets 算 and 词: the formulas that score where no Python is, with what they come to in an empty form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from jxbook.native.layer import EntryValues, layer_of
from jxbook.native.sheets import add_layer
from jxbook.native.words import words_of
from jxbook.package.draft import Draft
from jxbook.policy import Policy
from jxbook.policy.fingerprint import fingerprint
from jxbook.template.formula_cells import Cells
from jxbook.template.indicators import parted
from jxbook.template.layout import Layout
from jxbook.workbook import names
from jxbook.workbook.newsheet import define_names


def write_layer(draft: Draft, policy: Policy, layout: Layout) -> None:
    """Add the sheets to a workbook; without the row formulas where nobody's 得分 is reckoned."""
    layer = layer_of(policy, words_of(policy), split=layout.split)
    if not Cells(layout, policy).scores_rows:
        layer = replace(layer, steps={})
    letters = {field: first for field, (first, _) in layout.columns.spans.items()}
    engine = f"{names.FORM}!${layout.columns.checks}${layout.goal}"
    define_names(draft, {names.ENGINE: engine, names.FINGERPRINT: f'"{fingerprint(policy)}"'})
    add_layer(draft, layer, letters, layout.first, [*_rows(layout)])


def _rows(layout: Layout) -> Iterator[EntryValues]:
    """What the indicator rows open with; merged labels stand in the first of their rows."""
    before: tuple[object, ...] = ()
    for slot in layout.slots:
        group = slot.goal, slot.level1
        preset = slot.preset
        row = {"name": preset.name, **(parted(preset) if layout.split else {"target": preset.target})}
        if slot.counted:
            row["target"] = None
        yield {
            **{
                field: content if isinstance(content, str) and content else None
                for field, content in row.items()
            },
            "level1": slot.level1 if before[:2] != group else None,
            "level2": slot.level2 if before != (*group, slot.level2) else None,
            "points": preset.points or None,
        }
        before = (*group, slot.level2)
