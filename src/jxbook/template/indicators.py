"""The indicator table of 自评表."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from jxbook.form.table import BY_FIELD, QUALITATIVE, SPLIT_TARGET, Column, Entered, column_of
from jxbook.pattern import pattern
from jxbook.policy import Policy, Preset
from jxbook.template import entry_rules
from jxbook.template.columns import STANDING
from jxbook.template.entry_rules import Validation
from jxbook.template.layout import Layout, TemplateRow
from jxbook.template.row_formulas import RowFormulas
from jxbook.template.sheet_writer import Formula, SheetWriter, WrittenValue
from jxbook.workbook.row_height import height, text_width

_LABEL, _INPUT, _CENTRED = "box centre", "box input text indent", "box input text centre"
_COMPUTED = "box centre computed open"
_CHECKS = "本行校验（不打印）"
_LAST_YEAR = "上年实际完成值\n（参考，不打印）"
_VERDICT = "rule small computed open line"
_HEADER_HEIGHT = 34
_PARTED = pattern(r"([≥>=<≤]?)\s*(\d[\d.,]*)\s*(.*)")


def write_indicators(writer: SheetWriter, layout: Layout, policy: Policy, limits: Mapping[str, int]) -> None:
    """Write header, rows, labels and rules of entry; `limits` are the most characters under a heading."""
    formulas = RowFormulas(layout, policy)
    _write_header(writer, layout, formulas)
    for slot in layout.slots:
        _write_row(writer, layout, formulas, slot)
    # The labels are open: Excel deletes a row of a protected sheet only if all its cells are.
    for label, slots in _runs(layout, lambda slot: (f"目标{slot.goal + 1}",)):
        if layout.goals > 1:
            writer.put(_span(STANDING, slots), label, f"{_LABEL} stacked open")
    for name, slots in _runs(layout, lambda slot: (slot.goal, slot.level1)):
        writer.put(_span(layout.columns["level1"], slots), name, f"{_LABEL} open text")
    for name, slots in _runs(layout, lambda slot: (slot.goal, slot.level1, slot.level2)):
        writer.put(_span(layout.columns["level2"], slots), name, f"{_LABEL} open text")
    _set_rules(writer, layout, formulas, limits)


def set_row_heights(writer: SheetWriter, layout: Layout, points: float) -> None:
    """Let every row be as high as its texts, and so many points at least."""
    left, right = layout.columns.spans["name"]
    for slot in layout.slots:
        merged = slot.preset.name if left != right else ""
        needed = height(merged, layout.columns.width(left, right))
        writer.growing(slot.row, points, f"{layout.columns.spacer}{slot.row}", needed)


def _write_header(writer: SheetWriter, layout: Layout, formulas: RowFormulas) -> None:
    columns, row = layout.columns, layout.header
    if layout.goals > 1:
        writer.put(f"{STANDING}{row}", "目标", _LABEL)
    else:
        writer.put(f"{STANDING}{row}:{STANDING}{layout.last}", "绩效指标", f"{_LABEL} stacked open")
    for field, (left, right) in columns.spans.items():
        heading = columns.headings[field]
        if text_width(heading) > columns.width(left, right) - 1:
            cut = heading.find("及") if "及" in heading else len(heading) // 2
            heading = f"{heading[:cut]}\n{heading[cut:]}"
        writer.put(f"{left}{row}:{right}{row}", heading, _LABEL)
    if formulas.checks_rows:
        writer.put(f"{columns.checks}{row}", _CHECKS, "rule head")
        writer.put(f"{columns.checks}{layout.goal}", formulas.engine(), "pale small line")
    if layout.last_year:
        writer.put(f"{columns.last_year}{row}", _LAST_YEAR, "rule head")
    writer.height(row, _HEADER_HEIGHT)


def _write_row(writer: SheetWriter, layout: Layout, formulas: RowFormulas, slot: TemplateRow) -> None:
    columns, row = layout.columns, slot.row
    contents = _contents(layout, formulas, slot)
    for field, (left, right) in columns.spans.items():
        if looks := _looks(column_of(columns.headings[field])):
            content = contents.get(field)
            computed = formulas.scores_rows if field == "earned" else bool(slot.preset.key_points)
            computed = computed and isinstance(content, Formula)
            writer.put(f"{left}{row}:{right}{row}", content, _COMPUTED if computed else looks)
    verdict = formulas.verdict(row)
    writer.put(f"{columns.checks}{row}", verdict, _VERDICT if verdict else "open")
    if layout.last_year:
        writer.put(f"{columns.last_year}{row}", None, "rule small input text centre")


def _looks(column: Column) -> str:
    """How the entries of a column look, "" for printed labels."""
    if column.entered is Entered.LABEL:
        return ""
    if column.field in ("points", "earned"):
        return "box centre input"
    return _CENTRED if column.centred else _INPUT


def _contents(layout: Layout, formulas: RowFormulas, slot: TemplateRow) -> dict[str, WrittenValue]:
    """Field → what a row opens with."""
    preset, row = slot.preset, slot.row
    contents: dict[str, WrittenValue] = {"name": preset.name, "target": preset.target}
    if layout.split:
        contents |= parted(preset)
    contents["points"] = float(preset.points) if preset.points else None
    contents["earned"] = formulas.earned(row)
    if slot.counted:
        contents |= {"target": formulas.key_points_target(row), "actual": formulas.key_points_actual(row)}
    return contents


def parted(preset: Preset) -> dict[str, WrittenValue]:
    """≥200人次 → ≥ | 200 | 人次; a target that is no quantity is 定性."""
    match = _PARTED.fullmatch(preset.target)
    if match:
        return dict(zip(("nature", "target", "unit"), match.groups(), strict=True))
    return {"nature": QUALITATIVE if preset.target else None, "target": preset.target}


def _set_rules(writer: SheetWriter, layout: Layout, formulas: RowFormulas, limits: Mapping[str, int]) -> None:
    columns, first, last = layout.columns, layout.first, layout.last
    rules: dict[str, Validation] = {}
    for field, heading in columns.headings.items():
        column = _meant(column_of(heading), layout)
        rule = entry_rules.of_column(column, f"{columns[field]}{first}", limits.get(heading, 0))
        if rule is not None:
            rules[field] = rule
    if formulas.scores_rows:
        rules["earned"] = entry_rules.formula_only(f"{columns['earned']}{first}", "得分")
    for field, (left, right) in columns.spans.items():
        if field in ("target", "actual"):
            for top, bottom, computed in _stretches(layout):
                rule = (
                    entry_rules.formula_only(f"{left}{top}", columns.headings[field])
                    if computed
                    else rules[field]
                )
                writer.rule(f"{left}{top}:{right}{bottom}", rule)
        elif field in rules:
            writer.rule(f"{left}{first}:{right}{last}", rules[field])
    if formulas.checks_rows:
        checks = columns.checks
        writer.rule(
            f"{checks}{first}:{checks}{last}", entry_rules.formula_only(f"{checks}{first}", "本行校验")
        )


def _meant(column: Column, layout: Layout) -> Column:
    """The column as its message calls it: 偏差原因 and further ones as they are printed, others by their usual name."""
    if column.field == "target" and layout.split:
        return SPLIT_TARGET
    return column if column.own or column.field == "reason" else BY_FIELD[column.field]


def _stretches(layout: Layout) -> Iterator[tuple[int, int, bool]]:
    """First and last row of neighbouring rows that all have 评价要点, or have none; and which it is."""
    for computed, slots in groupby(layout.slots, lambda slot: bool(slot.preset.key_points)):
        rows = [slot.row for slot in slots]
        yield rows[0], rows[-1], computed


def _runs(
    layout: Layout, label: Callable[[TemplateRow], tuple[object, ...]]
) -> Iterator[tuple[str, list[TemplateRow]]]:
    """Neighbouring rows of one label, which is the last of these values."""
    for key, slots in groupby(layout.slots, label):
        yield str(key[-1]), list(slots)


def _span(column: str, slots: list[TemplateRow]) -> str:
    return f"{column}{slots[0].row}:{column}{slots[-1].row}"
