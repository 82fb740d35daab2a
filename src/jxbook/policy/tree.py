"""[tree] of a policy file → the indicator tree, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from jxbook.policy.allowed import HINT, MARKS, is_text
from jxbook.policy.fault import Fault
from jxbook.policy.model import Level1, Level2, Preset, Tree, Variant
from jxbook.policy.rule_set import Mark
from jxbook.policy.source import PolicyFile
from jxbook.policy.toml_text import toml
from jxbook.refusals.nearest import asked_back
from jxbook.values.fold import fold

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from jxbook.policy.key_names import ReportPart

PARTS: tuple[ReportPart, ...] = ("决策", "过程", "产出", "效益")
"""The parts of a report's analysis, in their order."""
_MOST_ROWS = 60
_MOST = 60
_TEXT, _BASIS, _MARK, _NUMBER, _ROWS, _YES, _WORDS, _PART, _TABLE, _TABLES, _NUMBERS = (
    "一行文字，写在英文引号里",
    "依据，写出文件名和条款",
    MARKS,
    "不小于0的数，不加引号",
    f"1至{_MOST_ROWS}的整数",
    "true（是）或 false（否）",
    '列表 ["甲", "乙"]',
    "、".join(f'"{part}"' for part in PARTS),
    '“"名称" = { points = …, rows = … }”若干行',
    "若干个 [[…]] 或 { … }",
    "{ 一级指标名称 = 分值, … }",
)
_TREE = {
    "basis": _BASIS,
    "mark": _MARK,
    "weights_basis": _BASIS,
    "weights_mark": _MARK,
    "points_basis": _BASIS,
    "points_mark": _MARK,
    "level1": _TABLES,
    "variants?": _TABLES,
}
_LEVEL1 = {"name": _TEXT, "points": _NUMBER, "part": _PART, "level2": _TABLE, "aliases?": _WORDS}
_LEVEL2 = {
    "points": _NUMBER,
    "rows": _ROWS,
    "cost?": _YES,
    "satisfaction?": _YES,
    "aliases?": _WORDS,
    "presets?": _TABLES,
}
_PRESET = {"name": _TEXT, "points": _NUMBER, "target?": _TEXT, "key_points?": _WORDS}
_VARIANT = {"without": _WORDS, "points": _NUMBERS, "basis": _BASIS, "mark": _MARK}


def read_tree(source: PolicyFile, faults: list[Fault]) -> Tree | None:
    """The tree of a file. What is wrong is added to `faults`; then there is no tree."""
    data = source.data["tree"]
    found = list(_in_tree(data, source))
    faults += found
    return None if found else _tree(data)


def _in_tree(data: Any, source: PolicyFile) -> Iterator[Fault]:
    yield from _against(_TREE, data, source, "tree")
    if not isinstance(data, dict):
        return
    for at, level1 in enumerate(_list(data.get("level1"))):
        place = ("tree", "level1", at)
        yield from _against(_LEVEL1, level1, source, *place)
        level2 = level1.get("level2") if isinstance(level1, dict) else None
        for name, entry in (level2 if isinstance(level2, dict) else {}).items():
            yield from _against(_LEVEL2, entry, source, *place, "level2", name)
            if not is_text(name) or not name.strip():
                yield Fault(source.line(*place, "level2", name), "二级指标的名称应为一行文字", "请改正")
            for preset in _list(entry.get("presets") if isinstance(entry, dict) else None):
                yield from _against(_PRESET, preset, source, *place, "level2", name, "presets")
    for at, variant in enumerate(_list(data.get("variants"))):
        yield from _against(_VARIANT, variant, source, "tree", "variants", at)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _against(wanted: Mapping[str, str], data: Any, source: PolicyFile, *place: str | int) -> Iterator[Fault]:
    """Compare a table with the names it may hold (those with ? may be left out) and the kinds of their values."""
    path = f"[{'.'.join(str(part) for part in place if isinstance(part, str))}]"
    if not isinstance(data, dict):
        names = "、".join(name.rstrip("?") for name in wanted)
        yield Fault(
            source.line(*place), f"{path} 不完整或有多余的项：应是一组 名称 = 值", f"可以写的是：{names}"
        )
        return
    kinds = {name.rstrip("?"): kind for name, kind in wanted.items()}
    for name in data.keys() - kinds.keys():
        what = f"{path} 不完整或有多余的项：不认识 {name}{asked_back(name, kinds)}"
        yield Fault(source.line(*place, name), what, f"可以写的是：{'、'.join(kinds)}")
    for name in wanted:
        if not name.endswith("?") and name not in data:
            yield Fault(source.line(*place), f"{path} 不完整或有多余的项：缺少 {name}", f"应为 {kinds[name]}")
    for name, value in data.items():
        if name in kinds and not _is(kinds[name], value):
            shown = toml(value)
            shown = shown if len(shown) <= 30 else f"{shown[:29]}…"
            yield Fault(source.line(*place, name), f"{path} 的 {name} 不能是 {shown}", f"应为 {kinds[name]}")


def _is(kind: str, value: Any) -> bool:
    number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    if kind is _TEXT:
        return is_text(value)
    if kind is _BASIS:
        return is_text(value) and bool(value.strip()) and value != HINT
    if kind is _MARK:
        return isinstance(value, str) and value in Mark.__members__.values()
    if kind is _NUMBER:
        return number and 0 <= value <= 10_000
    if kind is _ROWS:
        return number and not isinstance(value, Decimal) and 1 <= value <= _MOST_ROWS
    if kind is _YES:
        return isinstance(value, bool)
    if kind is _PART:
        return value in PARTS
    if kind is _WORDS:
        return isinstance(value, list) and len(value) <= _MOST and all(is_text(one) and one for one in value)
    if kind is _NUMBERS:
        return isinstance(value, dict) and all(_is(_NUMBER, one) for one in value.values())
    if kind is _TABLE:
        return isinstance(value, dict) and 1 <= len(value) <= _MOST
    return isinstance(value, list) and 1 <= len(value) <= _MOST


def _tree(data: dict[str, Any]) -> Tree:
    return Tree(
        tuple(_level1(entry) for entry in data["level1"]),
        data["basis"],
        Mark(data["mark"]),
        data["weights_basis"],
        Mark(data["weights_mark"]),
        data["points_basis"],
        Mark(data["points_mark"]),
        tuple(_variant(entry) for entry in data.get("variants", ())),
    )


def _variant(data: dict[str, Any]) -> Variant:
    points = {name: Decimal(one) for name, one in data["points"].items()}
    return Variant(tuple(data["without"]), points, data["basis"], Mark(data["mark"]))


def _level1(data: dict[str, Any]) -> Level1:
    level2 = tuple(_level2(name, entry) for name, entry in data["level2"].items())
    return Level1(data["name"], Decimal(data["points"]), data["part"], level2, _aliases(data))


def _level2(name: str, data: dict[str, Any]) -> Level2:
    presets = tuple(_preset(one) for one in data.get("presets", ()))
    return Level2(
        name,
        Decimal(data["points"]),
        data["rows"],
        data.get("cost", False),
        _aliases(data),
        presets,
        data.get("satisfaction", False),
    )


def _preset(data: dict[str, Any]) -> Preset:
    return Preset(
        data["name"], Decimal(data["points"]), data.get("target", ""), tuple(data.get("key_points", ()))
    )


def _aliases(data: dict[str, Any]) -> tuple[str, ...]:
    """Spellings are compared folded, so they are kept folded."""
    return tuple(fold(one) for one in data.get("aliases", ()))
