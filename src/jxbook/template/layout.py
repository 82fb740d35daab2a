"""Where everything stands in 自评表: the rows and columns of the printed form, reckoned from the policy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from math import ceil

from jxbook.dataclass import dataclass, replace
from jxbook.policy import Level2, Policy, Preset
from jxbook.policy.columns import name_label
from jxbook.template.capacity import AS_SUGGESTED, Capacity, RowGroup
from jxbook.template.columns import STANDING, ColumnSpan, SheetColumns
from jxbook.workbook.names import KEY_POINTS

PARTS = ("当年财政拨款", "上年结转资金", "其他资金")
"""The rows under 年度资金总额."""

TITLE, SUBTITLE, NAME = 1, 2, 3

_AMOUNTS = ("initial_budget", "budget", "spent")
_MOST_SIGNATURES = 3
"""In a row."""
_HEAD_ENTRY, _HEAD_LABEL = 40, 13
"""How labels and entries share the columns of the head right of the first label."""
_NO_PRESET = Preset("", Decimal(0))


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """An indicator row: its 一级 and 二级指标, the 年度目标 it belongs to, and what it opens with."""

    row: int
    level1: str
    level2: str
    goal: int = 0
    preset: Preset = _NO_PRESET
    counted: bool = False
    """Target and actual are counted from 评价要点, where that has the indicator and nobody types others."""


@dataclass(frozen=True, slots=True)
class HeadEntry:
    """A label in the head of the form, and the columns of the label and of its entry."""

    row: int
    label: str
    label_span: ColumnSpan
    span: ColumnSpan


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows and columns of a form. `money` and `goal` are header rows; `header` is that of the indicator table.

    `funding` are the columns of the money block by their field: 分值 and 得分 only where the money has points.
    """

    columns: SheetColumns
    funding: Mapping[str, ColumnSpan]
    head: tuple[HeadEntry, ...]
    money: int
    parts: tuple[str, ...]
    goal: int
    goals: int
    header: int
    slots: tuple[TemplateRow, ...]
    boxes: tuple[tuple[str, int], ...]
    signed: tuple[str, ...]
    scored: bool
    """Is there a row 总分?"""
    last_year: bool
    records: Mapping[str, int]
    """Rows asked for on the sheets beside the form."""

    @classmethod
    def of(cls, policy: Policy, capacity: Capacity = AS_SUGGESTED) -> Layout:
        """The layout that a policy asks for, with this much room."""
        head_rows = policy.values("layout.head_rows")
        parts = capacity.money or _money_rows(policy)
        goals = max([int(policy.number("layout.goals")), *(block.goal + 1 for block in capacity.blocks)])
        money = NAME + 1 + len(head_rows)
        goal = money + 2 + len(parts)
        header = goal + 1 + goals
        fields = _money_fields(policy)
        columns = SheetColumns.of(
            (*policy.values("layout.columns"), *capacity.columns), least=3 + len(fields)
        )
        blocks = capacity.blocks or tuple(_suggested(policy, goals))
        return cls(
            columns,
            _funding(columns, fields),
            tuple(_head(columns, ((name_label(policy),), *head_rows))),
            money,
            parts,
            goal,
            goals,
            header,
            tuple(_slots(blocks, policy, header + 1, presets=not capacity.blocks)),
            tuple((label, int(limit)) for label, limit in policy.values("layout.boxes")),
            policy.values("layout.signatures"),
            policy.word("scoring.source") != "none" and ("points" in columns or "earned" in columns),
            capacity.last_year,
            capacity.records,
        )

    @property
    def funds(self) -> int:
        """The row 年度资金总额."""
        return self.money + 1

    @property
    def first(self) -> int:
        """The first indicator row."""
        return self.header + 1

    @property
    def last(self) -> int:
        """The last indicator row."""
        return self.header + len(self.slots)

    @property
    def split(self) -> bool:
        """Is the target parted into 指标性质, 指标值 and 度量单位?"""
        return "nature" in self.columns

    @property
    def total(self) -> int:
        """The row 总分, in a form that has one."""
        return self.last + 1

    @property
    def total_label_end(self) -> str:
        """The last column of the label 总分."""
        return self.columns.before(
            min(self.columns[one] for one in ("points", "earned") if one in self.columns)
        )

    @property
    def grade(self) -> tuple[str, int]:
        """Column and row of 等级: in the last column of 总分, or below 总分 where that is 得分 itself."""
        earned, reason = self.columns["earned"], self.columns.spans.get("reason", ("", ""))[0]
        return (reason, self.total) if reason > earned else (earned, self.total + 1)

    @property
    def box_rows(self) -> Iterator[tuple[int, str, int]]:
        """Row, label and most characters of every box below the table."""
        for row, (label, limit) in enumerate(self.boxes, self._after_table):
            yield row, label, limit

    @property
    def signature_rows(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """The rows of signatures below everything else."""
        rows = ceil(len(self.signed) / _MOST_SIGNATURES)
        for row in range(rows):
            each = ceil(len(self.signed) / rows)
            yield self._after_table + len(self.boxes) + row, self.signed[row * each : (row + 1) * each]

    @property
    def bottom(self) -> int:
        """The last printed row."""
        return self._after_table + len(self.boxes) + len(tuple(self.signature_rows)) - 1

    @property
    def levels(self) -> int:
        """How many blocks of one 一级指标 the table has."""
        return sum(1 for _ in groupby(self.slots, lambda slot: (slot.goal, slot.level1)))

    @property
    def _after_table(self) -> int:
        if not self.scored:
            return self.last + 1
        return self.grade[1] + 1 if "earned" in self.columns else self.total + 1


def _head(columns: SheetColumns, rows: tuple[tuple[str, ...], ...]) -> Iterator[HeadEntry]:
    """Label, entry, label, entry …: the first label over the columns left of 二级指标."""
    for row, labels in enumerate(rows, NAME):
        shares = [_HEAD_LABEL if turn % 2 else _HEAD_ENTRY for turn in range(2 * len(labels) - 1)]
        first = STANDING, columns.before(columns["level2"])
        spans = first, *columns.share(columns["level2"], columns.last, shares)
        for turn, label in enumerate(labels):
            yield HeadEntry(row, label, spans[2 * turn], spans[2 * turn + 1])


def _money_rows(policy: Policy) -> tuple[str, ...]:
    """The rows under 年度资金总额."""
    return policy.values("layout.money_rows") if policy.optional("layout.money_rows") is not None else PARTS


def _money_fields(policy: Policy) -> tuple[str, ...]:
    """The columns of the money block. Money without points has neither 分值 nor 得分."""
    scored = not policy.pointless
    if scored and policy.number("weights.execution") > 0:
        return (*_AMOUNTS, "points", "rate", "earned")
    return (*_AMOUNTS, "rate")


def _funding(columns: SheetColumns, fields: tuple[str, ...]) -> Mapping[str, ColumnSpan]:
    """Right of the label: the amounts share what the other columns, one each at the right end, leave them."""
    first, last = columns.after(columns["level2"]), columns.last
    spans: dict[str, ColumnSpan] = {}
    for field in reversed(fields[len(_AMOUNTS) :]):
        spans[field] = last, last
        last = columns.before(last)
    amounts = zip(_AMOUNTS, columns.share(first, last, [1] * len(_AMOUNTS)), strict=True)
    return {**dict(amounts), **dict(reversed(spans.items()))}


def _suggested(policy: Policy, goals: int) -> Iterator[RowGroup]:
    """The policy's own rows; 年度目标2 and on get one row of each kind."""
    for goal in range(goals):
        for one in policy.tree.level1:
            for two in one.level2:
                yield RowGroup(one.name, two.name, 1 if goal else max(two.rows, len(two.presets)), goal)


def _slots(
    blocks: tuple[RowGroup, ...], policy: Policy, first: int, *, presets: bool
) -> Iterator[TemplateRow]:
    """The rows, opening with what the policy gives to 年度目标1; without `presets` only with 评价要点."""
    named = {(one.name, two.name): two for one in policy.tree.level1 for two in one.level2}
    scored_by_key_points = KEY_POINTS in policy.values("layout.sheets")
    used: dict[tuple[int, str, str], int] = {}
    rows = ((block, turn) for block in blocks for turn in range(block.rows))
    for row, (block, _) in enumerate(rows, first):
        key = block.goal, block.level1, block.level2
        turn = used[key] = used.get(key, -1) + 1
        level2 = named.get(key[1:])
        preset = _preset(level2, turn) if level2 and not block.goal else _NO_PRESET
        if not scored_by_key_points:
            preset = replace(preset, key_points=())
        if not presets and not preset.key_points:
            preset = _NO_PRESET
        counted = scored_by_key_points and bool(preset.key_points or not preset.target)
        yield TemplateRow(row, block.level1, block.level2, block.goal, preset, counted)


def _preset(level2: Level2, turn: int) -> Preset:
    if turn < len(level2.presets):
        return level2.presets[turn]
    return Preset("", level2.points) if turn == 0 and not level2.presets else _NO_PRESET
