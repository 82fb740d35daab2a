"""Policy files → rule sets: a TOML file that may name a parent; what it does not say, the parent says."""

from __future__ import annotations

import tomllib
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

from jxbook.finding import Refusal
from jxbook.policy.keys import KEYS, OPTIONAL, Value
from jxbook.policy.model import Identity, Level1, Level2, Mark, Policy, Rule, Tree

_FOLDER = Path(__file__).parent.with_name("policies")


def policy_ids() -> tuple[str, ...]:
    """The rule sets that come with jxbook, parents first."""
    loaded = [load_policy(path.stem) for path in sorted(_FOLDER.glob("*.toml"))]
    return tuple(p.id for p in sorted(loaded, key=lambda p: (bool(p.identity.parent), p.id)))


@cache
def load_policy(policy_id: str) -> Policy:
    """The rule set of this id.

    Raises Refusal JX920 when there is none of this name, JX921 when its file is faulty.
    """
    return read_policy(policy_id, _FOLDER)


def read_policy(policy_id: str, folder: Path, children: tuple[str, ...] = ()) -> Policy:
    """The rule set of this id from a folder of policies; `children` are the ids that led to it as a parent.

    Raises as `load_policy`.
    """
    known = sorted(path.stem for path in folder.glob("*.toml"))
    if policy_id not in known:
        raise Refusal(
            "JX920",
            policy_id or "评价政策",
            "没有这个评价政策",
            f"现有的政策是：{'、'.join(known)}",
            "请改用其中一个",
        )
    path = folder / f"{policy_id}.toml"
    try:
        if policy_id in children:
            raise _Fault("上级政策循环引用：" + "→".join((*children, policy_id)))
        data = tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
        return _build(data, policy_id, folder, (*children, policy_id))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, _Fault) as error:
        raise Refusal("JX921", path.name, "政策文件有误", str(error), "请按提示改正政策文件后重试") from error


class _Fault(ValueError):
    """What is wrong in a policy file, in Chinese."""


def _build(data: dict[str, Any], policy_id: str, folder: Path, children: tuple[str, ...]) -> Policy:
    identity = _identity(data.pop("identity", {}))
    if identity.id != policy_id:
        raise _Fault(f"[identity] 的 id 应与文件名一致，写作 {policy_id}")
    tree = data.pop("tree", None)
    parent = read_policy(identity.parent, folder, children) if identity.parent else None
    rules = dict(parent.rules) if parent else {}
    for section, entries in data.items():
        if not isinstance(entries, dict):
            raise _Fault(f"不认识的项 {section}")
        for name, entry in entries.items():
            rule = _rule(f"{section}.{name}", entry, identity.id)
            rules[rule.key] = rule
    missing = [key for key in KEYS if key not in rules and key not in OPTIONAL]
    if missing:
        raise _Fault("缺少：" + "、".join(missing))
    if tree is None and parent is None:
        raise _Fault("缺少指标体系 [tree]")
    ordered = {key: rules[key] for key in KEYS if key in rules}
    return Policy(identity, ordered, _tree(tree) if tree is not None else parent.tree)  # type: ignore[union-attr]


def _identity(data: dict[str, Any]) -> Identity:
    try:
        return Identity(**{**data, "mark": Mark(data["mark"])})
    except (TypeError, KeyError, ValueError) as error:
        raise _Fault(f"[identity] 不完整或有多余的项：{error}") from error


def _rule(key: str, entry: Any, source: str) -> Rule:
    if key not in KEYS:
        raise _Fault(f"不认识的项 {key}")
    if not isinstance(entry, dict) or set(entry) != {"value", "basis", "mark"}:
        raise _Fault(f"{key} 应写成 {{ value = …, basis = …, mark = … }}")
    expected, value = KEYS[key], _value(entry["value"])
    wrong = not isinstance(value, expected.type) or (expected.choices and value not in expected.choices)
    if value is None or wrong or (expected.shape and isinstance(value, tuple) and not expected.shape(value)):
        allowed = (
            "、".join(expected.choices)
            or {"Decimal": "数", "str": "文字", "tuple": "列表", "bool": "true/false"}[expected.type.__name__]
        )
        raise _Fault(f"{key}（{expected.label}）的值应为 {allowed}")
    if not isinstance(entry["basis"], str) or not entry["basis"].strip():
        raise _Fault(f"{key} 的 basis 应写明依据")
    if entry["mark"] not in Mark.__members__.values():
        raise _Fault(f"{key} 的 mark 应为 {'、'.join(Mark)}")
    return Rule(key, value, entry["basis"], Mark(entry["mark"]), source)


def _value(value: Any) -> Value | None:
    """A TOML value as a policy holds it, None for what a policy cannot hold: a table, a date, nan."""
    if isinstance(value, bool | str):
        return value
    if isinstance(value, list):
        return tuple(_value(item) for item in value)
    if isinstance(value, int | Decimal) and Decimal(value).is_finite():
        return Decimal(value)
    return None


def _tree(data: dict[str, Any]) -> Tree:
    try:
        return Tree(
            tuple(_level1(entry) for entry in data["level1"]),
            data["basis"],
            Mark(data["mark"]),
            data["weights_basis"],
            Mark(data["weights_mark"]),
            data["points_basis"],
            Mark(data["points_mark"]),
        )
    except (TypeError, KeyError, ValueError, AttributeError, InvalidOperation) as error:
        raise _Fault(f"[tree] 不完整或有多余的项：{error}") from error


def _level1(data: dict[str, Any]) -> Level1:
    level2 = tuple(
        Level2(name, Decimal(v["points"]), v["rows"], v.get("cost", False), tuple(v.get("aliases", ())))
        for name, v in data["level2"].items()
    )
    return Level1(data["name"], Decimal(data["points"]), data["part"], level2, tuple(data.get("aliases", ())))
