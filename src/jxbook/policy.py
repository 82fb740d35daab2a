"""Rule sets as data: a policy is a TOML file whose every value carries its 依据 and a mark.

A policy may name a parent; what it does not say, the parent says. `KEYS` lists every value a policy can hold.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from jxbook.finding import Refusal
from jxbook.values.fold import fold, plain

DEFAULT_POLICY = "mof-2020-10"
_FOLDER = Path(__file__).with_name("policies")

Value = Decimal | str | bool | tuple[Any, ...]


class Mark(StrEnum):
    """How well a value is founded. Only OFFICIAL may be shown to a user as official."""

    OFFICIAL = "official"
    PRACTICE = "practice"
    ASSUMED = "assumed"

    @property
    def label(self) -> str:
        """The word a user sees."""
        return {"official": "官方", "practice": "实践", "assumed": "假定"}[self.value]


@dataclass(frozen=True, slots=True)
class Key:
    """One value that a policy can hold: its Chinese label, its type, and the words allowed."""

    label: str
    type: type
    choices: tuple[str, ...] = ()
    shape: Callable[[tuple[Any, ...]], bool] | None = None


def _is_tier(value: tuple[Any, ...]) -> bool:
    """Two numbers, the lower one first."""
    return len(value) == 2 and all(isinstance(one, Decimal) for one in value) and value[0] <= value[1]


def _is_bands(value: tuple[Any, ...]) -> bool:
    """Pairs of a lower bound and a grade, the highest one first."""
    if not value or not all(isinstance(one, tuple) and len(one) == 2 for one in value):
        return False
    bounds = [bound for bound, _ in value]
    return all(
        isinstance(bound, Decimal) and isinstance(word, str) for bound, word in value
    ) and bounds == sorted(bounds, reverse=True)


def _is_rows(value: tuple[Any, ...]) -> bool:
    """Rows of labels."""
    return all(isinstance(row, tuple) and all(isinstance(label, str) for label in row) for row in value)


_COMPARED = ("at_least", "at_most")
KEYS: Mapping[str, Key] = {
    # a key with a single choice states what jxbook does, so that it can be shown and cited
    "weights.total": Key("总分", Decimal),
    "weights.execution": Key("预算执行率分值", Decimal),
    "execution.method": Key("执行率计分方法", str, ("ratio",)),
    "execution.rate_places": Key("执行率小数位（百分数）", Decimal),
    "execution.reason_below": Key("执行率低于此值（%）应说明原因", Decimal),
    "quantitative.met": Key("完成指标值的计分", str, ("full",)),
    "quantitative.at_least": Key("≥、> 未完成时的计分", str, ("ratio",)),
    "quantitative.at_most": Key("≤、< 超出时的计分", str, ("inverse", "linear")),
    "quantitative.equal": Key("= 的计分", str, (*_COMPARED, "exact")),
    "quantitative.equal_cost": Key("= 的计分（成本指标）", str, (*_COMPARED, "exact")),
    "quantitative.range": Key("区间指标的计分", str, ("nearest_bound", "exact")),
    "quantitative.late": Key("时效指标逾期的计分", str, ("inverse", "linear", "exact")),
    "quantitative.zero_target": Key("指标值为0的计分", str, ("all_or_nothing",)),
    "quantitative.negative_actual": Key("完成值为负的计分", str, ("zero",)),
    "over_fulfilment.reason_from": Key("完成率达到此值（%）应说明原因", Decimal),
    "over_fulfilment.reduction": Key("超额完成的扣分", str, ("none",)),
    "qualitative.full": Key("达成年度指标（%）", tuple, shape=_is_tier),
    "qualitative.partial": Key("部分达成年度指标并具有一定效果（%）", tuple, shape=_is_tier),
    "qualitative.failed": Key("未达成年度指标且效果较差（%）", tuple, shape=_is_tier),
    "qualitative.unstated_full": Key("未写比例的达成（%）", Decimal),
    "qualitative.unstated_partial": Key("未写比例的部分达成（%）", Decimal),
    "qualitative.unstated_failed": Key("未写比例的未达成（%）", Decimal),
    "yes_no.method": Key("是否类指标的计分", str, ("all_or_nothing",)),
    "satisfaction.method": Key("满意度指标的计分", str, ("at_least",)),
    "not_applicable.method": Key("填“无”的指标", str, ("excluded",)),
    "rounding.places": Key("得分小数位", Decimal),
    "rounding.tolerance": Key("核对允许的误差", Decimal),
    "grades.bands": Key("等级", tuple, shape=_is_bands),
    "reasons.below_full": Key("得分低于分值应填写原因", bool),
    "layout.money_unit": Key("金额单位", str, ("万元", "元")),
    "layout.head_rows": Key("表头各行", tuple, shape=_is_rows),
    "report.outline": Key("报告提纲", str),
    "evaluation.output_and_benefit_least": Key("产出、效益权重合计下限（%，重点绩效评价）", Decimal),
}
WORDS: Mapping[str, str] = {
    "full": "记全部分值",
    "ratio": "按比例",
    "inverse": "按比例（指标值÷完成值）",
    "linear": "按比例（1－超出部分÷指标值）",
    "exact": "相符记全部分值，否则记0分",
    "at_least": "按不低于处理",
    "at_most": "按不超过处理",
    "nearest_bound": "区间内记全部分值，区间外按较近一端的比例",
    "all_or_nothing": "达到记全部分值，否则记0分",
    "zero": "按0计",
    "none": "不自动扣分",
    "excluded": "不计分、不折算",
    "national": "全国参考提纲",
}
"""How the words that a policy file uses read to a user."""
_OPTIONAL = {"evaluation.output_and_benefit_least"}


@dataclass(frozen=True, slots=True)
class Identity:
    """Which rule set this is. `note` says what about it is not proven."""

    id: str
    name: str
    title: str
    number: str
    place: str
    mark: Mark
    valid_from: date | None = None
    valid_to: date | None = None
    parent: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One value with its 依据 and its mark. `source` is the policy it was written in."""

    key: str
    value: Value
    basis: str
    mark: Mark
    source: str

    @property
    def label(self) -> str:
        """The Chinese name of the value."""
        return KEYS[self.key].label

    @property
    def shown(self) -> str:
        """The value as a user reads it."""
        return _shown(self.value)

    @property
    def cited(self) -> str:
        """The 依据 as a user may see it, with the mark where it is not official."""
        return self.basis if self.mark is Mark.OFFICIAL else f"{self.basis}（{self.mark.label}）"


def _shown(value: Value) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        nested = any(isinstance(item, tuple) for item in value)
        return ("；" if nested else "、").join(_shown(item) for item in value)
    return plain(value) if isinstance(value, Decimal) else WORDS.get(value, value)


@dataclass(frozen=True, slots=True)
class Level2:
    """A 二级指标: the points a new form suggests, and how many rows it opens with."""

    name: str
    points: Decimal
    rows: int
    cost: bool = False
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Level1:
    """A 一级指标 with its weight. `part` is the part of the report's analysis it belongs to, 产出 or 效益."""

    name: str
    points: Decimal
    part: str
    level2: tuple[Level2, ...]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """The indicator tree with the sources of its names, its level-1 weights and its suggested points."""

    level1: tuple[Level1, ...]
    basis: str
    mark: Mark
    weights_basis: str
    weights_mark: Mark
    points_basis: str
    points_mark: Mark

    def find_level1(self, label: str) -> Level1 | None:
        """The 一级指标 of this label, by its name or an alias."""
        wanted = fold(label)
        return next((one for one in self.level1 if wanted in (one.name, *one.aliases)), None)

    def find_level2(self, label: str) -> tuple[Level1, Level2] | None:
        """The 二级指标 of this label and the 一级指标 above it, by its name or an alias."""
        wanted = fold(label)
        for one in self.level1:
            for two in one.level2:
                if wanted in (two.name, *two.aliases):
                    return one, two
        return None

    def locate(self, *labels: str) -> tuple[Level1, Level2 | None] | None:
        """Where an indicator belongs, by its 二级指标 or else its 一级指标; the last label that is known counts."""
        for label in reversed(labels):
            if found := self.find_level2(label):
                return found
        for label in reversed(labels):
            if level1 := self.find_level1(label):
                return level1, None
        return None


@dataclass(frozen=True, slots=True)
class Policy:
    """A whole rule set, its parent's values merged in."""

    identity: Identity
    rules: Mapping[str, Rule]
    tree: Tree

    @property
    def id(self) -> str:
        """The short name, "mof-2020-10"."""
        return self.identity.id

    def rule(self, key: str) -> Rule:
        """The rule behind a key of KEYS. A required key is always there."""
        return self.rules[key]

    def number(self, key: str) -> Decimal:
        """A rule's value where KEYS says it is a number."""
        value = self.rules[key].value
        assert isinstance(value, Decimal)
        return value

    def word(self, key: str) -> str:
        """A rule's value where KEYS says it is a word."""
        value = self.rules[key].value
        assert isinstance(value, str)
        return value

    def values(self, key: str) -> tuple[Any, ...]:
        """A rule's value where KEYS says it is a list."""
        value = self.rules[key].value
        assert isinstance(value, tuple)
        return value

    @property
    def unofficial(self) -> tuple[Rule, ...]:
        """The rules that are not official, in the order of KEYS."""
        return tuple(rule for rule in self.rules.values() if rule.mark is not Mark.OFFICIAL)


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
    missing = [key for key in KEYS if key not in rules and key not in _OPTIONAL]
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
