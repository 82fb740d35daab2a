"""Several units' forms → the parent's form, with the origin of each figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from jxbook.assess import Assessed
from jxbook.bureau.merging.rule import Merged, merged_actual, merged_target
from jxbook.dataclass import dataclass, replace
from jxbook.form import NO_ENTRY, Entry, Form, Funding, FundingRow, Goal, Indicator, in_wan
from jxbook.values import fold, plain


@dataclass(frozen=True, slots=True)
class UnitForm:
    """A unit's form and the file it is in."""

    file: str
    assessed: Assessed

    @property
    def form(self) -> Form:
        """The form."""
        return self.assessed.form

    @property
    def unit(self) -> str:
        """Whose it is."""
        project = self.form.project
        return project.implementer.text or project.supervisor.text or self.file


@dataclass(frozen=True, slots=True)
class Origin:
    """One unit's entry that went into a figure: where it stands, what it says; which figure, and how it was made."""

    file: str
    entry: Entry
    about: str
    how: str
    open: bool


@dataclass(frozen=True, slots=True)
class ParentForm:
    """The parent's form and where each of its figures comes from."""

    form: Form
    origins: tuple[Origin, ...]


def merge(units: Sequence[UnitForm]) -> ParentForm:
    """The parent's form of two or more units' forms, in the order of the first one's rows."""
    origins: list[Origin] = []
    first = units[0].form
    weights = [_weight(one.form.funding.total) for one in units]
    rows = tuple(_row(found, units, weights, origins) for found in _grouped(units))
    name = Counter(one.form.project.name.text for one in units).most_common(1)[0][0]
    project = replace(
        first.project,
        name=Entry(name or None),
        implementer=_agreed([one.form.project.implementer for one in units]),
        supervisor=_agreed([one.form.project.supervisor for one in units]),
        code=_agreed([one.form.project.code for one in units]),
    )
    form = replace(
        first,
        project=project,
        funding=_funding(units, origins),
        goal=Goal(
            _joined(units, "预期目标", lambda one: one.goal.expected, origins),
            _joined(units, "实际完成情况", lambda one: one.goal.achieved, origins),
        ),
        more_goals=(),
        indicators=rows,
        total=NO_ENTRY,
        grade=NO_ENTRY,
        passages=(),
        boxes={},
    )
    return ParentForm(form, tuple(origins))


def _grouped(units: Sequence[UnitForm]) -> Iterator[dict[int, Indicator]]:
    """The rows of the same indicator by unit: the same 二级指标 and the same name."""
    found: dict[tuple[str, str], dict[int, Indicator]] = {}
    for at, one in enumerate(units):
        for row in one.form.indicators:
            if row.used:
                found.setdefault(
                    (fold(row.level2.text or row.level1.text), fold(row.name.text)), {}
                ).setdefault(at, row)
    yield from found.values()


def _row(
    found: dict[int, Indicator],
    units: Sequence[UnitForm],
    weights: Sequence[Decimal | None],
    origins: list[Origin],
) -> Indicator:
    rows, own = list(found.values()), [weights[at] for at in found]
    first = rows[0]
    missing = [units[at].unit for at in range(len(units)) if at not in found]
    entries = {}
    for field, label, made in (
        ("target", "年度指标值", merged_target(rows, own)),
        ("actual", "实际完成值", merged_actual(rows, own)),
        ("points", "分值", _points(rows)),
    ):
        how = f"{made.how}（{'、'.join(missing)}没有这项指标）" if missing else made.how
        entries[field] = Entry(made.text or None)
        for at, row in found.items():
            entry: Entry = getattr(row, field)
            origins.append(Origin(units[at].file, entry, f"{first.title}：{label}", how, made.open))
    reasons = [
        f"{units[at].unit}：{row.reason.text}"
        for at, row in found.items()
        if row.reason.text and not row.reason.none
    ]
    return Indicator.read(
        first.level1,
        first.level2,
        first.name,
        entries["target"],
        entries["actual"],
        entries["points"],
        reason=Entry("；".join(reasons) or None),
    )


def _points(rows: Sequence[Indicator]) -> Merged:
    points = {one.points.number for one in rows}
    if len(points) == 1:
        return Merged(rows[0].points.text, "各单位相同")
    return Merged("", f"各单位的分值不同：{'、'.join(one.points.text or '空白' for one in rows)}", open=True)


def _funding(units: Sequence[UnitForm], origins: list[Origin]) -> Funding:
    """Amounts in 万元, added row by row."""
    labels = dict.fromkeys(row.label for one in units for row in one.form.funding.parts)
    total = _added("年度资金总额", [(one, one.form.funding.total) for one in units], origins)
    parts = tuple(
        _added(
            label,
            [(one, row) for one in units for row in one.form.funding.parts if row.label == label],
            origins,
        )
        for label in labels
    )
    return Funding(total, parts, "万元", points=units[0].form.funding.points)


def _added(label: str, rows: Sequence[tuple[UnitForm, FundingRow]], origins: list[Origin]) -> FundingRow:
    entries = {}
    for field, head in (("initial_budget", "年初预算数"), ("budget", "全年预算数"), ("spent", "全年执行数")):
        amounts = [_in_common(row, field) for _, row in rows]
        known = [one for one in amounts if one is not None]
        entries[field] = Entry(sum(known, Decimal(0)) if known else None)
        for one, row in rows:
            entry: Entry = getattr(row, field)
            if not entry.blank:
                how = f"相加：{'＋'.join(plain(amount) for amount in known)}（万元）"
                origins.append(Origin(one.file, entry, f"{label}：{head}", how, len(known) < len(amounts)))
    return FundingRow(label, entries["initial_budget"], entries["budget"], entries["spent"])


def _in_common(row: FundingRow, field: str) -> Decimal | None:
    amount: Decimal | None = getattr(row, {"initial_budget": "initial_amount"}.get(field, f"{field}_amount"))
    return None if amount is None else in_wan(amount, row.unit)


def _weight(row: FundingRow) -> Decimal | None:
    budget = _in_common(row, "budget")
    return _in_common(row, "initial_budget") if budget is None else budget


def _joined(
    units: Sequence[UnitForm], about: str, entry: Callable[[Form], Entry], origins: list[Origin]
) -> Entry:
    """The texts of all units, each with its name, or the one that all have."""
    found = [(one, entry(one.form)) for one in units if not entry(one.form).blank]
    texts = {fold(said.text) for _, said in found}
    how = "各单位相同" if len(texts) == 1 else "逐单位列出"
    origins += (Origin(one.file, said, about, how, open=False) for one, said in found)
    if len(texts) == 1:
        return Entry(found[0][1].text)
    return Entry("\n".join(f"{one.unit}：{said.text}" for one, said in found) or None)


def _agreed(entries: Sequence[Entry]) -> Entry:
    """What all units write; nothing where they differ."""
    texts = {fold(one.text) for one in entries if not one.blank}
    return Entry(next(one.text for one in entries if not one.blank)) if len(texts) == 1 else NO_ENTRY
