"""The tree in a policy's workbook → the lines of a policy file, where it differs from the one it inherits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from jxbook.place import CellRef
from jxbook.policy.model import Tree
from jxbook.policy.toml_text import key as toml_name
from jxbook.policy.toml_text import toml
from jxbook.policy_book.draft import branches
from jxbook.policy_book.reading import Found, FoundRows, rows_below, sheet_named
from jxbook.policy_book.sheets import (
    ALIASES1,
    ALIASES2,
    BASIS,
    BRANCH,
    COST,
    KEY_POINTS,
    LEVEL1,
    LEVEL2,
    LEVEL3,
    MARK,
    OF,
    ORIGIN,
    PART,
    POINTS1,
    POINTS2,
    POINTS3,
    ROWS,
    SATISFACTION,
    SHARES,
    SOURCES,
    TARGET,
    TREE,
    VARIANT,
    WITHOUT,
)
from jxbook.policy_book.values import YES
from jxbook.values import plain
from jxbook.workbook.grid import Grid

Add = Callable[[str, CellRef | None], None]
Tell = Callable[[CellRef | None, str, str], None]
_SAID_BY = {
    "": [one for one in BRANCH if one not in (POINTS1, POINTS2)],
    "weights_": [LEVEL1, POINTS1],
    "points_": [LEVEL2, POINTS2],
}
"""The columns that say what each part of SOURCES is."""
_SEPARATORS = str.maketrans(dict.fromkeys("，,；;\n", "、"))


def tree_lines(
    grid: Grid, place: str, inherited: Tree, add: Add, tell: Tell, marks: Mapping[str, str]
) -> None:
    """Add [tree] to a policy file where the sheet says another tree than `inherited`; mistakes are told by cell."""
    rows = sheet_named(grid, TREE, place)
    branch = [row for row in rows_below(rows, BRANCH, LEVEL1) if any(one.text for one in row.values())]
    variants = [row for row in rows_below(rows, VARIANT, WITHOUT) if row[WITHOUT].text or row[SHARES].text]
    same = [_texts(row) for row in branch] == [tuple(map(_text, row)) for row in branches(inherited)]
    if same and _variants_as(inherited, variants, marks):
        return
    add("[tree]", None)
    _sources(rows, _unchanged(branch, inherited), add, tell, marks)
    _levels(branch, add, tell)
    for row in variants:
        add("[[tree.variants]]", row[WITHOUT].cell)
        add(f"without = {toml(_words(row[WITHOUT]))}", row[WITHOUT].cell)
        add(f"points = {toml(_shares(row[SHARES], tell))}", row[SHARES].cell)
        _founded(row[BASIS], row[MARK], "", f"不设{row[WITHOUT].text}时的分值", add, tell, marks)


def _texts(row: Mapping[str, Found]) -> tuple[str, ...]:
    return tuple(row[heading].text for heading in BRANCH)


def _text(value: str | Decimal) -> str:
    return plain(value) if isinstance(value, Decimal) else value


def _variants_as(tree: Tree, rows: list[Mapping[str, Found]], marks: Mapping[str, str]) -> bool:
    """Do the rows say the variants that are inherited?"""
    said = [(_words(row[WITHOUT]), _shares(row[SHARES], _silent), marks.get(row[MARK].text)) for row in rows]
    return said == [(list(one.without), dict(one.points), one.mark.value) for one in tree.variants]


def _silent(cell: CellRef | None, what: str, fix: str) -> None:
    """For a first look."""


def _unchanged(branch: list[Mapping[str, Found]], tree: Tree) -> Mapping[str, tuple[str, str]]:
    """Basis and mark of what the rows say as it is inherited, by the beginning of its names in a policy file."""
    was = [dict(zip(BRANCH, map(_text, row), strict=True)) for row in branches(tree)]
    now = [{heading: row[heading].text for heading in BRANCH} for row in branch]
    return {
        prefix: (getattr(tree, f"{prefix}basis"), getattr(tree, f"{prefix}mark").value)
        for prefix, headings in _SAID_BY.items()
        if [[row[one] for one in headings] for row in was] == [[row[one] for one in headings] for row in now]
    }


def _sources(
    rows: FoundRows, unchanged: Mapping[str, tuple[str, str]], add: Add, tell: Tell, marks: Mapping[str, str]
) -> None:
    of = {row[OF].text: row for row in rows_below(rows, ORIGIN, OF)}
    for prefix, label in SOURCES.items():
        if (row := of.get(label)) is None:
            tell(None, f"“{TREE}”中没有“{label}”一行", "请照 jxbook policy new 写出的工作簿恢复")
        elif prefix in unchanged and not row[BASIS].text and not row[MARK].text:
            basis, mark = unchanged[prefix]
            add(f"{prefix}basis = {toml(basis)}", row[BASIS].cell)
            add(f"{prefix}mark = {toml(mark)}", row[MARK].cell)
        else:
            _founded(row[BASIS], row[MARK], prefix, label, add, tell, marks)


def _founded(
    basis: Found, mark: Found, prefix: str, label: str, add: Add, tell: Tell, marks: Mapping[str, str]
) -> None:
    if not basis.text:
        tell(basis.cell, f"{label}改了，没有写依据", "请写出文件名和条款，没有文件的写明是怎样定的")
    if mark.text not in marks:
        tell(
            mark.cell,
            f"标记不能是“{mark.text}”" if mark.text else "没有写标记",
            f"请从{'、'.join(marks)}中选一个",
        )
        return
    add(f"{prefix}basis = {toml(basis.text)}", basis.cell)
    add(f"{prefix}mark = {toml(marks[mark.text])}", mark.cell)


def _levels(rows: list[Mapping[str, Found]], add: Add, tell: Tell) -> None:
    """Each 一级指标 as a table; the 三级指标 of a 二级指标 are gathered before it is written."""
    for level1 in _groups(rows, LEVEL1, tell):
        first = level1[0]
        add("[[tree.level1]]", first[LEVEL1].cell)
        add(f"name = {toml(first[LEVEL1].text)}", first[LEVEL1].cell)
        if words := _words(first[ALIASES1]):
            add(f"aliases = {toml(words)}", first[ALIASES1].cell)
        add(f"points = {toml(_number(first[POINTS1], POINTS1, tell))}", first[POINTS1].cell)
        add(f"part = {toml(first[PART].text)}", first[PART].cell)
        add("[tree.level1.level2]", first[LEVEL2].cell)
        for level2 in _groups(level1, LEVEL2, tell):
            two = level2[0]
            add(f"{toml_name(two[LEVEL2].text)} = {toml(_level2(level2, tell))}", two[LEVEL2].cell)


def _groups(rows: list[Mapping[str, Found]], heading: str, tell: Tell) -> Iterator[list[Mapping[str, Found]]]:
    group: list[Mapping[str, Found]] = []
    for row in rows:
        if row[heading].text and group:
            yield group
            group = []
        if not group and not row[heading].text:
            tell(row[heading].cell, f"没有写{heading}的名称", "请补上，或删去这一行")
        group.append(row)
    if group:
        yield group


def _level2(rows: list[Mapping[str, Found]], tell: Tell) -> dict[str, Any]:
    two = rows[0]
    data: dict[str, Any] = {
        "rows": int(_number(two[ROWS], ROWS, tell)),
        "points": _number(two[POINTS2], POINTS2, tell),
    }
    for name, heading in (("cost", COST), ("satisfaction", SATISFACTION)):
        if two[heading].text == YES:
            data[name] = True
    if words := _words(two[ALIASES2]):
        data["aliases"] = words
    if presets := [_preset(row, tell) for row in rows if row[LEVEL3].text]:
        data["presets"] = presets
    return data


def _preset(row: Mapping[str, Found], tell: Tell) -> dict[str, Any]:
    points = [part.strip() for part in row[KEY_POINTS].text.splitlines() if part.strip()]
    return {
        "name": row[LEVEL3].text,
        "points": _number(row[POINTS3], POINTS3, tell),
        **({"target": row[TARGET].text} if row[TARGET].text else {}),
        **({"key_points": points} if points else {}),
    }


def _number(at: Found, label: str, tell: Tell) -> Decimal:
    try:
        number = at.value if isinstance(at.value, Decimal) else Decimal(at.text.removesuffix("分"))
    except ArithmeticError:
        number = Decimal("NaN")
    if not number.is_finite() or not 0 <= number <= 10_000 or (label == ROWS and number % 1):
        tell(at.cell, f"“{label}”不能是“{at.text}”" if at.text else f"没有写“{label}”", "请写一个数")
        return Decimal(1)
    return number


def _words(at: Found) -> list[str]:
    return [part.strip() for part in at.text.translate(_SEPARATORS).split("、") if part.strip()]


def _shares(at: Found, tell: Tell) -> dict[str, Decimal]:
    """产出指标：50；效益指标：40"""
    shares = {}
    for part in filter(None, at.text.translate(_SEPARATORS).split("、")):
        name, _, number = part.replace(":", "：").partition("：")
        try:
            shares[name.strip()] = Decimal(number.strip().removesuffix("分"))
        except ArithmeticError:
            tell(at.cell, f"“{part}”写得不对", "请写成“产出指标：50；效益指标：40”")
    return shares
