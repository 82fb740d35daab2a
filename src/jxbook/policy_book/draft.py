"""A policy → the workbook in which an office writes its own on top of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from math import ceil
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from jxbook.package.writer import rewritten
from jxbook.policy import KEYS, Mark, Policy
from jxbook.policy.draft import SECTIONS, note_on
from jxbook.policy.model import Level1, Level2, Preset, Tree
from jxbook.policy.tree import PARTS
from jxbook.policy_book.sheets import (
    BRANCH,
    COST,
    HEADS,
    IDENTITY,
    MARK,
    METHODS,
    NEW,
    ORIGIN,
    PART,
    SATISFACTION,
    SOURCES,
    TREE,
    VALUES,
    VARIANT,
)
from jxbook.policy_book.values import NO, YES, choices, how, shown
from jxbook.template.styles import Formats
from jxbook.values import plain

_CREATED = datetime(2025, 1, 1)
_GUIDE = (
    "1. 先改“基本情况”中的名称和适用范围。本单位有正式印发的办法的，文件名称和文号改成它的；对照原文核对过的，标记选“官方”，报告才引用它。",
    "2. “分值和指标体系”“计分方法”两张表列出现在的值和依据，都沿用上级政策。要改哪一项，只填那一行浅色的“改为”“依据”“标记”；不改的不填。",
    "3. 指标体系要改就直接改表中的名称、分值，可以增减行，并写明依据。一级指标的分值加上预算执行率的分值应等于总分，二级指标的分值合计应等于它的一级指标。",
    "4. 标记：官方＝在所引文件中核对过；实践＝见于实际使用的表格或系统；假定＝没有文件，由本单位暂定。",
    "5. 保存后运行 jxbook policy 加本文件名检查，写错的地方按单元格指出；再运行 jxbook policy add 加本文件名登记。",
)
_WIDTHS = {
    VALUES: (34, 26, 26, 40, 8, 44, 60),
    BRANCH: (26, 30, 26, 30, 20, 26, 44, 12, 14, 26, 26, 9, 14, 44),
}
_MARKS = tuple(mark.label for mark in Mark)
_LINE, _MOST_LINES = 15, 20
"""Points of a line of text, and the most lines that a row grows to."""
_LONGEST_LIST = 255
"""Characters of the list that Excel takes for a drop-down."""
_SPARE = 12
"""Blank rows below the tree that are ready for more."""


def draft_workbook(parent: Policy, policy_id: str) -> bytes:
    """A workbook that inherits everything from `parent` and reads as a policy of this id as it is."""
    target = BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": f"评价政策 {policy_id}", "author": "jxbook", "created": _CREATED})
    styles = Formats(book)
    _Pen(book.add_worksheet(IDENTITY), styles).identity(parent, policy_id)
    _Pen(book.add_worksheet(TREE), styles).weights_and_tree(parent)
    _Pen(book.add_worksheet(METHODS), styles).methods(parent)
    book.close()
    return rewritten(target.getvalue(), policy_id)


class _Pen:
    """Writes one sheet from the top down."""

    def __init__(self, sheet: Any, styles: Formats) -> None:
        self._sheet, self._styles, self._row = sheet, styles, 0
        self._widths: Sequence[int] = ()
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)

    def identity(self, parent: Policy, policy_id: str) -> None:
        """基本情况: the guide, then what is known of the policy."""
        one = parent.identity
        self._sheet.set_column(0, 0, 18)
        self._sheet.set_column(1, 1, 90)
        self._write(0, f"本单位的评价政策（在{one.name}的基础上修改）", "heading", "line")
        self._row += 1
        for line in _GUIDE:
            self._sheet.merge_range(self._row, 0, self._row, 1, line, self._styles.cell("plain"))
            self._sheet.set_row(self._row, _LINE * ceil(2 * len(line) / 100))
            self._row += 1
        values = {
            "id": policy_id,
            "name": f"{policy_id} 项目支出绩效自评",
            "place": "本单位",
            "title": one.title,
            "number": one.number,
            "mark": Mark.PRACTICE.label,
            "note": note_on(one.note),
            "parent": one.id,
        }
        for name, label in HEADS.items():
            self._write(0, label, "head", "box")
            kept = name in ("id", "parent")
            self._write(1, values.get(name, ""), "box", "plain" if kept else "input", "text")
            if name == "mark":
                self._offer(1, _MARKS)
            self._row += 1

    def methods(self, policy: Policy) -> None:
        """计分方法: every value but the weights, section by section."""
        self._widths = _WIDTHS[VALUES]
        self._columns()
        self._heads(VALUES)
        for section, title in SECTIONS.items():
            names = [name for name in KEYS if name.startswith(f"{section}.")]
            if section != "weights":
                self._values(policy, title, names)
        self._sheet.freeze_panes(1, 1)

    def weights_and_tree(self, policy: Policy) -> None:
        """分值和指标体系: the weights, where the tree comes from, the tree, and its variants."""
        self._widths = _WIDTHS[BRANCH]
        self._columns()
        self._heads(VALUES)
        self._values(policy, SECTIONS["weights"], [name for name in KEYS if name.startswith("weights.")])
        self._row += 1
        self._heads(ORIGIN)
        for name, label in SOURCES.items():
            self._offer(ORIGIN.index(MARK), _MARKS)
            self._line((label, getattr(policy.tree, f"{name}basis"), "", ""), open_from=2)
        self._row += 1
        self._heads(BRANCH)
        for row in (*branches(policy.tree), *(("",) * len(BRANCH) for _ in range(_SPARE))):
            self._offer(BRANCH.index(PART), PARTS)
            self._offer(BRANCH.index(COST), (YES, NO))
            self._offer(BRANCH.index(SATISFACTION), (YES, NO))
            self._line(row)
        self._row += 1
        self._heads(VARIANT)
        for variant in policy.tree.variants:
            shares = "；".join(f"{name}：{plain(points)}" for name, points in variant.points.items())
            self._offer(VARIANT.index(MARK), _MARKS)
            self._line(("、".join(variant.without), shares, variant.basis, variant.mark.label))

    def _values(self, policy: Policy, title: str, names: list[str]) -> None:
        self._write(0, title, "heading", "line")
        self._row += 1
        for name in names:
            rule = policy.rules.get(name)
            now = shown(name, rule.value) if rule else "没有规定"
            texts = (KEYS[name].label, now, "", "", "", how(name), rule.cited if rule else "")
            if options := choices(name):
                self._offer(VALUES.index(NEW), options)
            self._offer(VALUES.index(MARK), _MARKS)
            self._line(texts, open_from=VALUES.index(NEW), open_to=VALUES.index(MARK))

    def _columns(self) -> None:
        for number, width in enumerate(self._widths):
            self._sheet.set_column(number, number, width)

    def _heads(self, texts: tuple[str, ...]) -> None:
        for column, text in enumerate(texts):
            self._write(column, text, "head", "box")
        self._row += 1

    def _line(self, values: tuple[str | Decimal, ...], open_from: int = 0, open_to: int = 99) -> None:
        """A row as high as its longest text asks; the cells from `open_from` to `open_to` are to be filled in."""
        lines = 1
        for column, value in enumerate(values):
            trait = "input" if open_from <= column <= open_to else "plain"
            self._write(column, value, "box", trait, "left")
            text = value if isinstance(value, str) else ""
            lines = max(
                lines, sum(ceil(2 * len(part) / self._widths[column]) or 1 for part in text.split("\n"))
            )
        self._sheet.set_row(self._row, _LINE * min(lines, _MOST_LINES))
        self._row += 1

    def _write(self, column: int, value: str | Decimal, *traits: str) -> None:
        style = self._styles.cell(" ".join(traits))
        if value == "":
            self._sheet.write_blank(self._row, column, None, style)
        elif isinstance(value, Decimal):
            self._sheet.write_number(self._row, column, float(value), style)
        else:
            self._sheet.write_string(self._row, column, value, style)

    def _offer(self, column: int, options: Sequence[str]) -> None:
        """A drop-down that still lets other text in: what is wrong is told when the file is checked."""
        rule = {"validate": "list", "source": list(options), "error_type": "warning"}
        if len(",".join(options)) <= _LONGEST_LIST:
            self._sheet.data_validation(self._row, column, self._row, column, rule)


def branches(tree: Tree) -> Iterator[tuple[str | Decimal, ...]]:
    """The rows of the tree; what is the same as above is blank."""
    for one in tree.level1:
        for place1, two in enumerate(one.level2):
            for place2, preset in enumerate(two.presets or (None,)):
                first, second = place1 == 0 and place2 == 0, place2 == 0
                yield (*_level1(one, first), *_level2(two, second), *_level3(preset))


def _level1(one: Level1, first: bool) -> tuple[str | Decimal, ...]:
    return (one.name, one.points, one.part, "、".join(one.aliases)) if first else ("",) * 4


def _level2(two: Level2, first: bool) -> tuple[str | Decimal, ...]:
    if not first:
        return ("",) * 6
    yes = (YES if two.cost else "", YES if two.satisfaction else "")
    return (two.name, two.points, Decimal(two.rows), *yes, "、".join(two.aliases))


def _level3(preset: Preset | None) -> tuple[str | Decimal, ...]:
    if preset is None:
        return ("",) * 4
    return (preset.name, preset.points, preset.target, "\n".join(preset.key_points))
