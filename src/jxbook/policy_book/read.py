"""The workbook of a policy → the policy, or all that is wrong with it, by cell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from jxbook.pattern import pattern
from jxbook.place import CellRef
from jxbook.policy import KEYS, Fault, FaultyPolicy, Mark, Policy, load_policy, policy_of
from jxbook.policy.allowed import is_allowed
from jxbook.policy.draft import SECTIONS
from jxbook.policy.source import PolicyFile, parse_source
from jxbook.policy.toml_text import key as toml_name
from jxbook.policy.toml_text import toml
from jxbook.policy_book.branches import tree_lines
from jxbook.policy_book.reading import Found, FoundRows, rows_below, sheet_named
from jxbook.policy_book.sheets import BASIS, HEADS, IDENTITY, ITEM, MARK, METHODS, NEW, TREE, VALUES
from jxbook.policy_book.values import asked, parsed
from jxbook.workbook.grid import Grid
from jxbook.workbook.reader import read_grid

_MARKS = {mark.label: mark.value for mark in Mark}
_NAMES = {one.label: name for name, one in KEYS.items()}
_DATES = ("valid_from", "valid_to")
_IN_A_FILE = pattern(r"\[\[?tree(?:\.level1)?\]\]?(?: 的 name)?|\b[a-z_]+\.[a-z_]+\b|\b[a-z_]+(?= 之下)")


def read_policy_workbook(path: Path) -> tuple[Policy, str]:
    """The policy that a workbook of `draft_workbook` holds, and the same as the text of a policy file.

    Raises Refusal as reading a workbook does, JX920 and JX928 as `load_policy`, and FaultyPolicy, whose faults
    name cells.
    """
    grid = read_grid(path)
    faults: list[Fault] = []
    lines = _Lines(faults)
    _identity(grid, path, lines)
    for sheet in (TREE, METHODS):
        for row in rows_below(sheet_named(grid, sheet, path.name), VALUES, ITEM):
            _value(row, lines)
    parent = load_policy(lines.parent) if lines.parent and not faults else None
    if parent is not None:
        tree_lines(grid, path.name, parent.tree, lines.add, lines.fault, _MARKS)
    if faults:
        raise FaultyPolicy(path.name, faults)
    text = lines.text
    try:
        return policy_of(_source(path, text)), text
    except FaultyPolicy as faulty:
        raise FaultyPolicy(path.name, [lines.placed(one) for one in faulty.faults]) from None


def _source(path: Path, text: str) -> PolicyFile:
    return parse_source(path.with_suffix(".toml"), text)


class _Lines:
    """The text of a policy file as it grows, each line with the cell that it comes from."""

    def __init__(self, faults: list[Fault]) -> None:
        self._faults, self._lines, self._cells = faults, list[str](), list[CellRef | None]()
        self._section, self.parent = "", ""

    def add(self, line: str, cell: CellRef | None = None) -> None:
        self._lines.append(line)
        self._cells.append(cell)

    def under(self, section: str) -> None:
        """Open a section, where it is not open yet."""
        if section != self._section:
            self.add(f"[{section}]")
            self._section = section

    def fault(self, cell: CellRef | None, what: str, fix: str) -> None:
        self._faults.append(Fault(0, what, fix, cell))

    @property
    def text(self) -> str:
        return "\n".join(self._lines) + "\n"

    def placed(self, fault: Fault) -> Fault:
        """A fault of the text at the cell that the line came from, in the words of the workbook."""
        cell = self._cells[fault.line - 1] if fault.line else None
        return Fault(0, _worded(fault.what), _worded(fault.fix), cell)


def _worded(text: str) -> str:
    """What a message says of a policy file, said of the workbook: weights.total → “总分”."""

    def word(found: re.Match[str]) -> str:
        name = found[0]
        if name in KEYS:
            return f"“{KEYS[name].label}”"
        return f"“{TREE}”" if "tree" in name else f"“{SECTIONS[name]}”" if name in SECTIONS else name

    return _IN_A_FILE.sub(word, text).replace("” ", "”").replace(" “", "“")


def _identity(grid: Grid, path: Path, lines: _Lines) -> None:
    found = _heads(sheet_named(grid, IDENTITY, path.name))
    lines.under("identity")
    for name, label in HEADS.items():
        at = found.get(label)
        if at is None:
            lines.fault(None, f"“{IDENTITY}”中没有“{label}”一行", "请照 jxbook policy new 写出的工作簿恢复")
            continue
        if name in _DATES:
            _date(name, label, at, lines)
        elif name == "mark":
            if mark := _mark(at, lines):
                lines.add(f"mark = {toml(mark)}", at.cell)
        elif name == "id":
            lines.add(f"id = {toml(path.stem)}", at.cell)  # the file's name, as that of every policy
        elif at.text or name not in ("note", "parent"):
            lines.add(f"{name} = {toml(at.text)}", at.cell)
        if name == "parent":
            lines.parent = at.text


def _heads(rows: FoundRows) -> Mapping[str, Found]:
    return {row[1].text: row[2] for row in rows.values() if row[1].text in HEADS.values()}


def _date(name: str, label: str, at: Found, lines: _Lines) -> None:
    value = at.value
    if not at.text:
        return
    written = re.fullmatch(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?", at.text)
    try:
        day = value if isinstance(value, date) else date(*map(int, written.groups())) if written else None
    except ValueError:
        day = None
    if day is None:
        lines.fault(at.cell, f"{label}“{at.text}”不是日期", "请写成 2024-01-31")
    else:
        lines.add(f"{name} = {day.isoformat()}", at.cell)


def _mark(at: Found, lines: _Lines) -> str | None:
    """The mark as a policy file writes it; None, and a fault, where none of them stands there."""
    mark = _MARKS.get(at.text) or (at.text if at.text in _MARKS.values() else None)
    if mark is None:
        what = f"标记不能是“{at.text}”" if at.text else "没有写标记"
        lines.fault(at.cell, what, f"请从{'、'.join(_MARKS)}中选一个")
    return mark


def _value(row: Mapping[str, Found], lines: _Lines) -> None:
    """A row of values: nothing where 改为 is blank, since it is inherited then."""
    label, new = row[ITEM].text, row[NEW]
    if not new.text:
        return
    name = _NAMES.get(label)
    if name is None:
        lines.fault(
            row[ITEM].cell, f"没有名为“{label}”的项目", "请照 jxbook policy new 写出的工作簿恢复项目名称"
        )
        return
    value = parsed(name, new.value if isinstance(new.value, Decimal) else new.text)
    if value is None or not is_allowed(name, value):
        lines.fault(new.cell, f"“{label}”不能是“{new.text}”", asked(name))
        return
    if not row[BASIS].text:
        lines.fault(
            row[BASIS].cell, f"“{label}”改了，没有写依据", "请写出文件名和条款，没有文件的写明是怎样定的"
        )
    if mark := _mark(row[MARK], lines):
        section, _, own = name.partition(".")
        lines.under(section)
        entry = toml({"value": value, "basis": row[BASIS].text, "mark": mark})
        lines.add(f"{toml_name(own)} = {entry}", new.cell)
