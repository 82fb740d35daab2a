"""The filled-in 自评表 as a table of the report, merged as its policy prints it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from jxbook.dataclass import replace
from jxbook.document.blocks import Align, Table, TableCell
from jxbook.document.marks import mark, quoted
from jxbook.facts.everything import Facts
from jxbook.facts.project import supervisors
from jxbook.facts.sourced import Sourced, place_of
from jxbook.facts.words import one_line
from jxbook.form import NO_ENTRY, Entry, Form, FundingRow, Goal
from jxbook.policy import Policy
from jxbook.policy.columns import name_label
from jxbook.report.tables.columns import STANDING, WIDTH, Part, PrintedColumns, placed, under_columns
from jxbook.report.tables.indicators import indicator_part, rows_to_print, total_part
from jxbook.report.tables.one_page import joined, small, takes_one_page
from jxbook.report.tables.ruler import CellLine, Spans, needed, parted, ruled
from jxbook.scoring import UNFINISHED, Scoring, percent
from jxbook.scoring.execution_formula import blocks
from jxbook.values import fold

_AMOUNTS = ("年初预算数", "全年预算数", "全年执行数")
_SCORED, _UNSCORED = ("分值", "执行率", "得分"), ("执行率",)
_AMOUNT, _OTHER = 104, 70
_RATE, _SCORE, _MONEY_LABEL = 84, 64, (216, 320)
"""What 97.70%, 9.77 and 其中：当年财政拨款 need."""
_DOUBTFUL = "待核定"
"""Instead of an 执行率 that cannot be true."""
_HEAD_ENTRY, _HEAD_LABEL = 40, 13
_ONE_GOAL, _SEVERAL_GOALS = (52, 48), (42, 42, 12)
_SIGNED, _SIGNATURE, _SIGNATURES_IN_A_ROW = 13, 20, 3


def form_tables(facts: Facts) -> tuple[Table, ...]:
    """The form with its computed scores; rows without any entry are left out, unused 二级指标 read 无.

    Columns, head, boxes and signatures are those of the policy's layout; a line of the head that nobody
    filled in is left out, as it would push the total onto a second page. One table, in smaller type where that
    brings it onto one page; else two that join, so that the header of the indicators is repeated.
    """
    form, scoring, policy = facts.form, facts.scoring, facts.policy
    title, year = policy.word("layout.title"), f"（{_year_of(form)}年度）"
    reasons = (one_line(row.indicator.reason) for row in scoring.indicators)
    columns = PrintedColumns.of(policy, reasons)
    above = (
        _head(form, policy.values("layout.head_rows"), name_label(policy)),
        _money(form, scoring),
        _goals(form.goals),
    )
    indicators = indicator_part(form, rows_to_print(scoring, columns.headings), columns.headings.values())
    below = (
        total_part(form, scoring, columns.fields),
        _boxes(form, policy.values("layout.boxes")),
        _signatures(form, policy.values("layout.signatures")),
    )
    whole = placed((*above, indicators, *below), columns)
    if takes_one_page(whole):
        return (ruled(title, year, whole),)
    columns = PrintedColumns.in_small_type(policy, _longest(scoring))
    upper, lower = placed(above, columns), placed(below, columns)
    whole = upper.over(placed((indicators,), columns)).over(lower)
    if takes_one_page(whole, small_type=True):
        return (small(ruled(title, year, whole)),)
    second = placed((under_columns(_apart(indicators.cells)),), columns).over(lower)
    return small(ruled(title, year, upper)), small(joined(ruled("", "", second, header_rows=1)))


def _longest(scoring: Scoring) -> dict[str, int]:
    """How long the longest text under each field is."""
    fields = ("name", "target", "actual", "reason")
    rows = [row.indicator for row in scoring.indicators]
    return {field: max((len(one.entry(field).text) for one in rows), default=0) for field in fields}


def _year_of(form: Form) -> str:
    return quoted(str(form.year), "评价年度", place_of(form.year_entry)) if form.year else "    "


def _apart(lines: list[CellLine]) -> list[CellLine]:
    """The lines of the indicators with the standing label beside their rows only, not beside the header above them."""
    (standing, *heads), (*first,), *rest = lines
    if standing.rowspan == 1:
        return lines
    blank = replace(standing, text="", rowspan=1)
    beside = replace(standing, rowspan=standing.rowspan - 1)
    return [(blank, *heads), (beside, *first), *rest]


def _head(form: Form, rows: tuple[tuple[str, ...], ...], called: str) -> Part:
    project = form.project
    name = "-".join(
        part for part in (_text_of(project.code, "项目编码"), _text_of(project.name, "项目名称")) if part
    )
    known = _head_entries(form)
    cells: list[CellLine] = [(TableCell(called), TableCell(name))]
    labelled: list[list[str]] = []
    for labels in _with_all_supervisors(rows, known):
        present = [label for label in labels if fold(label) in known]
        entries = [known[fold(label)] for label in present]
        if not all(entry.blank for entry in entries):
            texts = zip(present, map(_text_of, entries, present), strict=True)
            cells.append(tuple([TableCell(text) for both in texts for text in both]))
            labelled.append(present)
    return Part(cells, partial(_head_places, labelled))


def _with_all_supervisors(
    rows: Sequence[Sequence[str]], known: Mapping[str, Entry]
) -> Iterator[Sequence[str]]:
    """The lines of the head; where the form has a 中央 and a 地方主管部门, both on a line of their own."""
    for labels in rows:
        if "主管部门" not in labels or "主管部门" in known:
            yield labels
            continue
        yield [label for label in known if label.endswith("主管部门")][:2]
        yield [label for label in labels if label != "主管部门"]


def _head_places(labelled: list[list[str]], columns: PrintedColumns) -> Iterator[Spans]:
    """The places of the head's lines: of the first, and of those with these labels, a text beside each."""
    label_end, edges = columns.right("level1"), columns.edges
    yield (0, label_end), (label_end, WIDTH)
    for labels in labelled:
        shares = [_HEAD_LABEL if turn % 2 else _HEAD_ENTRY for turn in range(2 * len(labels) - 1)]
        least = [needed(text) for label in labels for text in (label, "")][1:]
        yield (0, label_end), *parted(label_end, WIDTH, shares, edges, least)


def _text_of(entry: Entry, label: str) -> str:
    return quoted(entry.text, label, place_of(entry))


def _head_entries(form: Form) -> Mapping[str, Entry]:
    """The entries of the head by their folded label; a line that the form does not have is not there."""
    project = form.project
    return {
        **dict(supervisors(project)),
        "实施单位": project.implementer,
        "项目编码": project.code,
        **{fold(label): entry for label, entry in project.facts.items()},
    }


def _money(form: Form, scoring: Scoring) -> Part:
    """The money block; money without points has neither 分值 nor 得分."""
    funding, scored = form.funding, bool(scoring.execution.points)
    heads = (*_AMOUNTS, *(_SCORED if scored else _UNSCORED))
    head = (
        TableCell(f"项目资金（{funding.unit}）", rowspan=2 + len(funding.parts)),
        TableCell(""),
        *map(TableCell, heads),
    )
    rows = [tuple(map(TableCell, texts)) for texts in _money_rows(form, scoring)]

    def places(columns: PrintedColumns) -> list[Spans]:
        standing, *others = _money_places(len(heads), columns)
        return [(standing, *others), *[tuple(others)] * len(rows)]

    return Part([head, *rows], places)


def _money_rows(form: Form, scoring: Scoring) -> Iterator[tuple[str, ...]]:
    """The texts of the total of the money and of each of its parts, the label first."""
    funding, execution = form.funding, scoring.execution
    decimals = int(scoring.policy.number("execution.rate_places"))
    whole = funding.total
    cells = "÷".join(filter(None, (place_of(whole.spent), place_of(whole.budget))))
    rate = "" if execution.rate is None else mark(percent(execution.rate, decimals), "预算执行率", cells)
    rate = _DOUBTFUL if execution.blocked else rate
    earned = UNFINISHED
    if execution.earned is not None:
        earned = str(Sourced(execution.earned, "预算执行率得分", place_of(funding.earned)))
    points = str(Sourced(execution.points, "预算执行率分值", place_of(funding.points)))
    rows = [(whole.label, whole, (points, rate, earned))]
    for count, part in enumerate(funding.parts):
        name = f"其中：{part.label}" if count == 0 else part.label
        rows.append((name, part, ("—", _rate_of(part, scoring.policy, decimals), "—")))
    for name, row, (worth, ratio, score) in rows:
        of = "" if row is whole else f"{row.label}的"
        amounts = (
            _text_of(row.initial_budget, f"{of}年初预算数"),
            _text_of(row.budget, f"{of}全年预算数"),
            _text_of(row.spent, f"{of}全年执行数"),
        )
        yield name, *amounts, *((worth, ratio, score) if execution.points else (ratio,))


def _money_places(count: int, columns: PrintedColumns) -> list[tuple[int, int]]:
    """The places of the standing label, the row labels and so many columns, along the indicators' columns."""
    standing, label_end = columns.right(STANDING), columns.right("level2")
    narrowest, widest = _MONEY_LABEL
    if not narrowest <= label_end - standing <= widest:
        label_end = standing + narrowest
    edges = [edge for edge in columns.edges if edge > label_end]
    shares = [right - left for left, right in zip((label_end, *edges), edges, strict=False)]
    if len(shares) != count:
        shares = [_AMOUNT] * len(_AMOUNTS) + [_OTHER] * (count - len(_AMOUNTS))
    least = [_SCORE] * count
    least[-2 if count > len(_AMOUNTS) + 1 else -1] = _RATE
    places = parted(label_end, WIDTH, shares, edges, least)
    return [(0, standing), (standing, label_end), *places]


def _rate_of(row: FundingRow, policy: Policy, decimals: int) -> str:
    budget, spent = row.budget_amount, row.spent_amount
    if not budget or budget < 0 or spent is None:
        return "—"
    if blocks(budget, spent, policy):
        return _DOUBTFUL
    cells = "÷".join(filter(None, (place_of(row.spent), place_of(row.budget))))
    return mark(percent(spent / budget, decimals), f"{row.label}执行率", cells)


def _goals(goals: tuple[Goal, ...]) -> Part:
    """年度总体目标: one, or several in numbered rows with their weights."""
    if len(goals) > 1:
        return _several_goals(goals)
    standing = TableCell("年度总体目标", rowspan=2)
    texts = _text(goals[0].expected, "预期目标"), _text(goals[0].achieved, "实际完成情况")

    def places(columns: PrintedColumns) -> tuple[Spans, ...]:
        label_end = columns.right("level1")
        both = tuple(parted(label_end, WIDTH, _ONE_GOAL, columns.edges))
        return ((0, label_end), *both), both

    return Part([(standing, TableCell("预期目标"), TableCell("实际完成情况")), texts], places)


def _several_goals(goals: tuple[Goal, ...]) -> Part:
    head = [
        TableCell("年度总体目标", rowspan=len(goals) + 1),
        *map(TableCell, ("目标", "预期目标", "实际完成情况", "权重")),
    ]
    rows = [
        (
            TableCell(f"目标{count}"),
            _text(goal.expected, f"目标{count}预期目标"),
            _text(goal.achieved, f"目标{count}实际完成情况"),
            TableCell(_text_of(goal.weight, f"目标{count}权重")),
        )
        for count, goal in enumerate(goals, 1)
    ]

    def places(columns: PrintedColumns) -> list[Spans]:
        number = columns.spans["level1"]
        texts = parted(columns.right("level1"), WIDTH, _SEVERAL_GOALS, columns.edges)
        return [(columns.spans[STANDING], number, *texts), *[(number, *texts)] * len(rows)]

    return Part([tuple(head), *rows], places)


def _text(entry: Entry, label: str) -> TableCell:
    return TableCell(_text_of(entry, label), align=Align.LEFT)


def _boxes(form: Form, boxes: tuple[tuple[str, object], ...]) -> Part:
    """The boxes below the table: those of the layout, and others that the form has."""
    labels = dict.fromkeys((*(label for label, _ in boxes), *form.boxes))
    cells: list[CellLine] = [
        (TableCell(label), _text(form.boxes.get(label, NO_ENTRY), label)) for label in labels
    ]

    def places(columns: PrintedColumns) -> list[Spans]:
        label_end = columns.right("level1")
        return [((0, label_end), (label_end, WIDTH))] * len(cells)

    return Part(cells, places)


def _signatures(form: Form, labels: tuple[str, ...]) -> Part:
    """The lines of signatures, with what the form says; a name is signed on paper."""
    known = _head_entries(form)
    in_a_row = min(len(labels), _SIGNATURES_IN_A_ROW)
    rows = [
        [*own, *[""] * (in_a_row - len(own))]
        for own in (labels[at : at + in_a_row] for at in range(0, len(labels), _SIGNATURES_IN_A_ROW))
    ]
    cells = [
        tuple(
            TableCell(text)
            for label in own
            for text in (label, _text_of(known.get(fold(label), NO_ENTRY), label))
        )
        for own in rows
    ]

    def places(columns: PrintedColumns) -> Iterator[Spans]:
        for own in rows:
            least = [needed(text) for label in own for text in (label, "")]
            yield tuple(parted(0, WIDTH, (_SIGNED, _SIGNATURE) * in_a_row, columns.edges, least))

    return Part(cells, places)
