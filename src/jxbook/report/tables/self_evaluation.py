"""The filled-in 自评表 as a table of the report, merged as its policy prints it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jxbook.dataclass import dataclass, replace
from jxbook.document.blocks import Align, Table
from jxbook.document.marks import mark, quoted
from jxbook.facts.everything import Facts
from jxbook.facts.sourced import Sourced, place_of
from jxbook.facts.words import one_line
from jxbook.form import Entry, Form, FundingRow, Goal
from jxbook.policy import Policy
from jxbook.policy.columns import columns_of, name_label
from jxbook.report.tables.columns import STANDING, WIDTH, PrintedColumns
from jxbook.report.tables.indicators import PrintedRow, indicator_lines, rows_to_print, total_lines
from jxbook.report.tables.one_page import joined, small, takes_one_page
from jxbook.report.tables.ruler import Piece, PieceLine, needed, parted, ruled
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
    title = facts.policy.word("layout.title")
    year = f"（{_year_of(facts.form)}年度）"
    said = _PrintedTexts(
        rows_to_print(facts.scoring, columns_of(facts.policy)), list(_money_rows(facts.form, facts.scoring))
    )
    above, below = _lines(facts, said, small_type=False)
    if takes_one_page((*above, *below)):
        return (ruled(title, year, (*above, *below)),)
    above, below = _lines(facts, said, small_type=True)
    if takes_one_page((*above, *below), small_type=True):
        return (small(ruled(title, year, (*above, *below))),)
    return small(ruled(title, year, above)), small(joined(ruled("", "", _apart(below), header_rows=1)))


@dataclass(frozen=True, slots=True)
class _PrintedTexts:
    """What rows of the table say, in either size of type: those of the indicators, and those of the money."""

    indicators: list[PrintedRow]
    money: list[tuple[str, ...]]


def _lines(
    facts: Facts, said: _PrintedTexts, *, small_type: bool
) -> tuple[tuple[PieceLine, ...], tuple[PieceLine, ...]]:
    """The lines above the indicators, and theirs with all below."""
    form, scoring, policy = facts.form, facts.scoring, facts.policy
    if small_type:
        columns = PrintedColumns.in_small_type(policy, _longest(scoring))
    else:
        columns = PrintedColumns.of(policy, (one_line(row.indicator.reason) for row in scoring.indicators))
    above = (
        *_head(form, policy.values("layout.head_rows"), columns, name_label(policy)),
        *_money(form, scoring, said.money, columns),
        *_goals(form.goals, columns),
    )
    below = (
        *indicator_lines(form, said.indicators, columns),
        *total_lines(form, scoring, columns),
        *_boxes(form, policy.values("layout.boxes"), columns),
        *_signatures(form, policy.values("layout.signatures"), columns),
    )
    return above, below


def _longest(scoring: Scoring) -> dict[str, int]:
    """How long the longest text under each field is."""
    fields = ("name", "target", "actual", "reason")
    rows = [row.indicator for row in scoring.indicators]
    return {field: max((len(one.entry(field).text) for one in rows), default=0) for field in fields}


def _year_of(form: Form) -> str:
    return quoted(str(form.year), "评价年度", place_of(form.year_entry)) if form.year else "    "


def _apart(lines: tuple[PieceLine, ...]) -> tuple[PieceLine, ...]:
    """The lines of the indicators with the standing label beside their rows only, not beside the header above them."""
    (standing, *heads), (*first,), *rest = lines
    if standing.rowspan == 1:
        return lines
    blank = replace(standing, text="", rowspan=1)
    beside = replace(standing, rowspan=standing.rowspan - 1)
    return (blank, *heads), (beside, *first), *rest


def _head(
    form: Form, rows: tuple[tuple[str, ...], ...], columns: PrintedColumns, called: str
) -> Iterator[PieceLine]:
    project, label_end = form.project, columns.right("level1")
    name = "-".join(
        part for part in (_text_of(project.code, "项目编码"), _text_of(project.name, "项目名称")) if part
    )
    yield Piece(0, label_end, called), Piece(label_end, WIDTH, name)
    known = _head_entries(form)
    for labels in rows:
        present = [label for label in labels if fold(label) in known]
        if not all(known[fold(label)].blank for label in present):
            shares = [_HEAD_LABEL if turn % 2 else _HEAD_ENTRY for turn in range(2 * len(present) - 1)]
            least = [needed(text) for label in present for text in (label, "")][1:]
            places = [(0, label_end), *parted(label_end, WIDTH, shares, columns.edges, least)]
            texts = [text for label in present for text in (label, _text_of(known[fold(label)], label))]
            yield tuple(Piece(*place, text) for place, text in zip(places, texts, strict=True))


def _text_of(entry: Entry, label: str) -> str:
    return quoted(entry.text, label, place_of(entry))


def _head_entries(form: Form) -> Mapping[str, Entry]:
    """The entries of the head by their folded label; a line that the form does not have is not there."""
    project = form.project
    return {
        "主管部门": project.supervisor,
        "实施单位": project.implementer,
        "项目编码": project.code,
        **{fold(label): entry for label, entry in project.facts.items()},
    }


def _money(
    form: Form, scoring: Scoring, rows: list[tuple[str, ...]], columns: PrintedColumns
) -> Iterator[PieceLine]:
    """The money block; money without points has neither 分值 nor 得分."""
    funding, scored = form.funding, bool(scoring.execution.points)
    heads = (*_AMOUNTS, *(_SCORED if scored else _UNSCORED))
    standing, label, *places = _money_places(len(heads), columns)
    yield (
        Piece(*standing, f"项目资金（{funding.unit}）", 2 + len(funding.parts)),
        Piece(*label, ""),
        *(Piece(*place, head) for place, head in zip(places, heads, strict=True)),
    )
    for texts in rows:
        yield tuple(Piece(*place, text) for place, text in zip((label, *places), texts, strict=True))


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


def _goals(goals: tuple[Goal, ...], columns: PrintedColumns) -> Iterator[PieceLine]:
    """年度总体目标: one, or several in numbered rows with their weights."""
    if len(goals) > 1:
        yield from _several_goals(goals, columns)
        return
    label_end = columns.right("level1")
    expected, achieved = parted(label_end, WIDTH, _ONE_GOAL, columns.edges)
    yield (
        Piece(0, label_end, "年度总体目标", 2),
        Piece(*expected, "预期目标"),
        Piece(*achieved, "实际完成情况"),
    )
    yield _text(expected, goals[0].expected, "预期目标"), _text(achieved, goals[0].achieved, "实际完成情况")


def _several_goals(goals: tuple[Goal, ...], columns: PrintedColumns) -> Iterator[PieceLine]:
    number = columns.spans["level1"]
    places = parted(columns.right("level1"), WIDTH, _SEVERAL_GOALS, columns.edges)
    heads = ("预期目标", "实际完成情况", "权重")
    yield (
        Piece(*columns.spans[STANDING], "年度总体目标", len(goals) + 1),
        Piece(*number, "目标"),
        *(Piece(*place, head) for place, head in zip(places, heads, strict=True)),
    )
    for count, goal in enumerate(goals, 1):
        yield (
            Piece(*number, f"目标{count}"),
            _text(places[0], goal.expected, f"目标{count}预期目标"),
            _text(places[1], goal.achieved, f"目标{count}实际完成情况"),
            Piece(*places[2], _text_of(goal.weight, f"目标{count}权重")),
        )


def _text(place: tuple[int, int], entry: Entry, label: str) -> Piece:
    return Piece(*place, _text_of(entry, label), align=Align.LEFT)


def _boxes(form: Form, boxes: tuple[tuple[str, object], ...], columns: PrintedColumns) -> Iterator[PieceLine]:
    """The boxes below the table: those of the layout, and others that the form has."""
    label_end = columns.right("level1")
    labels = dict.fromkeys((*(label for label, _ in boxes), *form.boxes))
    for label in labels:
        yield Piece(0, label_end, label), _text((label_end, WIDTH), form.boxes.get(label, Entry()), label)


def _signatures(form: Form, labels: tuple[str, ...], columns: PrintedColumns) -> Iterator[PieceLine]:
    """The line of signatures, with what the form says; a name is signed on paper."""
    known = _head_entries(form)
    in_a_row = min(len(labels), _SIGNATURES_IN_A_ROW)
    for start in range(0, len(labels), _SIGNATURES_IN_A_ROW):
        own = [*labels[start : start + in_a_row], *[""] * (start + in_a_row - len(labels))]
        least = [needed(text) for label in own for text in (label, "")]
        places = parted(0, WIDTH, (_SIGNED, _SIGNATURE) * in_a_row, columns.edges, least)
        texts = [text for label in own for text in (label, _text_of(known.get(fold(label), Entry()), label))]
        yield tuple(Piece(*place, text) for place, text in zip(places, texts, strict=True))
