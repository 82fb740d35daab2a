"""The data of a policy file → a rule set, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from jxbook.policy.allowed import HINT, MARKS, allowed, is_allowed, is_text
from jxbook.policy.consistent import contradictions
from jxbook.policy.fault import Fault, FaultyPolicy
from jxbook.policy.keys import KEYS, OPTIONAL, PolicyValue
from jxbook.policy.model import Identity, Policy
from jxbook.policy.places import is_outline_file
from jxbook.policy.rule_set import Mark, Rule
from jxbook.policy.source import PolicyFile
from jxbook.policy.toml_text import written
from jxbook.policy.tree import read_tree
from jxbook.refusals.nearest import asked_back

_TEXTS = {"id": "编号", "name": "名称", "title": "文件名称", "number": "文号", "place": "适用范围"}
_FURTHER = {"parent": "上级政策", "note": "说明"}
_DATES = {"valid_from": "施行日期", "valid_to": "失效日期"}
_SECTIONS = tuple(dict.fromkeys(key.partition(".")[0] for key in KEYS))
_WRITTEN = ("value", "basis", "mark")


def build(source: PolicyFile, parent: Policy | None) -> Policy:
    """The rule set of a file; what it does not say, the parent says. Raises FaultyPolicy."""
    faults: list[Fault] = []
    identity = _identity(source, faults)
    rules = {**(parent.rules if parent else {}), **{rule.key: rule for rule in _rules(source, faults)}}
    missing = [key for key in KEYS if key not in rules and key not in OPTIONAL]
    if missing and not faults:
        what = f"缺少：{'、'.join(missing[:5])}{'等' if len(missing) > 5 else ''}{len(missing)}项"
        faults.append(Fault(0, what, "请补上，或者用 parent 写明沿用哪个政策"))
    tree = read_tree(source, faults) if "tree" in source.data else parent.tree if parent else None
    if tree is None and not faults:
        faults.append(Fault(0, "缺少指标体系 [tree]", "请补上，或者用 parent 写明沿用哪个政策"))
    if faults or identity is None or tree is None:
        raise FaultyPolicy(source.path.name, faults)
    parents = (parent.identity, *parent.parents) if parent else ()
    policy = Policy(
        identity,
        {key: rules[key] for key in KEYS if key in rules},
        tree,
        parents,
        _outline(source, rules["report.outline"], parent),
    )
    if found := list(contradictions(policy, source)):
        raise FaultyPolicy(source.path.name, found)
    return policy


def _outline(source: PolicyFile, rule: Rule, parent: Policy | None) -> Path | None:
    """The office's own outline: beside the file in which the rule stands, which may be a parent's."""
    if rule.source != source.name:
        return parent.outline if parent else None
    name = str(rule.value)
    return source.path.parent / name if is_outline_file(name) else None


def _identity(source: PolicyFile, faults: list[Fault]) -> Identity | None:
    before = len(faults)
    data = source.data.get("identity", {})
    if not isinstance(data, dict):
        data = {}

    def fault(name: str, what: str, fix: str) -> None:
        faults.append(Fault(source.line("identity", name), f"[identity] {what}", fix))

    known = {**_TEXTS, **_FURTHER, **_DATES, "mark": "标记"}
    for name in data.keys() - known.keys():
        fault(name, f"不认识的项 {name}{asked_back(name, known)}", f"可以写的是：{'、'.join(known)}")
    for name in (*_TEXTS, "mark"):
        if name not in data:
            fault(name, f"缺少 {name}（{known[name]}）", "请补上")
    for name in (*_TEXTS, *_FURTHER):
        value = data.get(name, "x")
        if not is_text(value) or (not value.strip() and name in ("id", "name")):
            fault(name, f"{name}（{known[name]}）应为一行文字", "请写在英文引号里")
    for name in _DATES:
        if name in data and type(data[name]) is not date:
            fault(name, f"{name}（{known[name]}）应为日期", "请写成 2024-01-31，不加引号")
    if "mark" in data and not _is_mark(data["mark"]):
        fault("mark", f"mark（标记）不能是 {written(data['mark'])}", f"可以写的是：{MARKS}")
    if "id" in data and data["id"] != source.name and is_text(data["id"]):
        fault("id", f"id 是 {data['id']}，应与文件名一致", f'请写作 id = "{source.name}"，或者把文件改名')
    if len(faults) > before:
        return None
    identity = Identity(**{**data, "mark": Mark(data["mark"])})
    if identity.valid_from and identity.valid_to and identity.valid_from > identity.valid_to:
        fault("valid_to", "失效日期早于施行日期", "请改正其中一个")
    return identity


def _rules(source: PolicyFile, faults: list[Fault]) -> Iterable[Rule]:
    for section, entries in source.data.items():
        if section in ("identity", "tree"):
            continue
        if section not in _SECTIONS and isinstance(entries, dict):
            keys = "、".join(f"{section}.{name}" for name in entries) or f"[{section}]"
            what = f"不认识的项 {keys}{asked_back(section, _SECTIONS)}"
            faults.append(Fault(source.line(section), what, f"节有：{'、'.join(_SECTIONS)}"))
        elif not isinstance(entries, dict):
            what = f"不认识的项 {section}{asked_back(section, _SECTIONS)}"
            faults.append(
                Fault(source.line(section), what, "每一项都应写在 [节] 之下，请核对前面的 [节] 有没有漏写")
            )
        else:
            for name, entry in entries.items():
                found = _rule(source, section, name, entry)
                if isinstance(found, Rule):
                    yield found
                else:
                    faults.append(found)


def _rule(source: PolicyFile, section: str, name: str, entry: Any) -> Rule | Fault:
    key = f"{section}.{name}"

    def fault(what: str, fix: str) -> Fault:
        return Fault(source.line(section, name), what, fix)

    if key not in KEYS:
        return fault(f"不认识的项 {key}{_near_key(section, name)}", _names_of(section))
    label = f"{key}（{KEYS[key].label}）"
    if not isinstance(entry, dict) or set(entry) != set(_WRITTEN):
        return fault(
            f"{label}{_lacks(entry)}",
            f'应写成 {name} = {{ value = …, basis = "依据", mark = "practice" }}',
        )
    value = _value(entry["value"])
    if not is_allowed(key, value):
        return fault(f"{label}的值 {written(entry['value'])} 不对", f"应为 {allowed(key)}")
    assert value is not None
    basis = entry["basis"]
    if not is_text(basis) or not basis.strip() or basis == HINT:
        return fault(f"{label}的 basis 应写明依据", "请写出文件名和条款，没有文件的写明是怎样定的")
    if not _is_mark(entry["mark"]):
        return fault(f"{label}的 mark 不能是 {written(entry['mark'])}", f"可以写的是：{MARKS}")
    return Rule(key, value, basis, Mark(entry["mark"]), source.name)


def _near_key(section: str, name: str) -> str:
    """The key that was meant: one of the same section, or the same name in another one."""
    same = [key.partition(".")[2] for key in KEYS if key.startswith(f"{section}.")]
    if near := asked_back(name, same):
        return near
    others = [key for key in KEYS if key.partition(".")[2] == name]
    return f"（是不是 {others[0]}？）" if others else ""


def _names_of(section: str) -> str:
    names = [
        f"{key.partition('.')[2]}（{one.label}）"
        for key, one in KEYS.items()
        if key.startswith(f"{section}.")
    ]
    return f"[{section}] 之下可以写：{'、'.join(names)}"


def _lacks(entry: Any) -> str:
    if not isinstance(entry, dict):
        return "只写了值，没有写依据和标记"
    absent, extra = [one for one in _WRITTEN if one not in entry], sorted(entry.keys() - set(_WRITTEN))
    return (
        f"缺少 {'、'.join(absent)}"
        if absent
        else f"有多余的 {'、'.join(extra)}{asked_back(extra[0], _WRITTEN)}"
    )


def _value(value: Any) -> PolicyValue | None:
    """A TOML value as a policy holds it, None for what a policy cannot hold: a table, a date, nan."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return value if is_text(value) else None
    if isinstance(value, list):
        return tuple(_value(item) for item in value)
    if isinstance(value, int | Decimal) and Decimal(value).is_finite():
        return Decimal(value)
    return None


def _is_mark(value: Any) -> bool:
    return isinstance(value, str) and value in Mark.__members__.values()
