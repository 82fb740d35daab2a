"""Promise 1 where no Python is: each row shows what the core gives it, to the cent, or 待核对; and most are scored."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from decimal import Decimal
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "layouts"))
import drawn
from clean_rows import FIELDS, clean
from hosts import HOSTS, computed
from made_up import Row, made_up, rates
from outcome import outcome
from written import by_core, write

from jxbook.assess import assess
from jxbook.formulas.contents import Value, content_of
from jxbook.functions.calls import JX_SCORE
from jxbook.native.layer import Reckoning, layer_of
from jxbook.native.words import words_of
from jxbook.policy import load_policy, policy_ids
from jxbook.policy.examples import load_examples
from jxbook.samples import load_sample, sample_names

SCORING = [name for name in policy_ids() if load_policy(name).word("scoring.source") == "computed"]
CLEAN, REAL = 0.95, 0.85
"""Of the rows that the core scores so many must be scored by the formulas: of clean ones, of real ones."""


def real() -> Iterator[tuple[str, Row]]:
    """The rows of all worked examples, samples and drawn layouts, with their policy."""
    names = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值")
    for policy in SCORING:
        for example in load_examples(policy):
            if {"年度指标值", "实际完成值", "分值"} <= example.given.keys():
                given = (example.given.get(name) for name in names)
                yield policy, dict(zip((*FIELDS, "points"), given, strict=True))  # type: ignore[arg-type]
    for name in sample_names():
        sample = load_sample(name)
        if sample.policy in SCORING:
            yield from (
                (sample.policy, entries(one)) for one in sample.form.indicators if not one.points.blank
            )


def laid_out(folder: Path) -> Iterator[tuple[str, Row]]:
    for name in drawn.names():
        assessed = assess(drawn.write(name, folder))
        if assessed.policy.id in SCORING:
            yield from ((assessed.policy.id, entries(one)) for one in assessed.form.indicators)


def entries(one: object) -> Row:
    found = {field: content_of(getattr(one, field).raw) for field in FIELDS}
    number = one.points.number  # type: ignore[attr-defined]
    return {**found, "points": Decimal(10) if number is None else number}


class Formulas:
    """The row formulas of a policy, evaluated as data: quick enough for many rows."""

    def __init__(self, policy_id: str) -> None:
        policy = load_policy(policy_id)
        self._reckoning = Reckoning(layer_of(policy, words_of(policy), split=False), policy_id, Decimal(2024))
        self._id = policy_id

    def against_the_core(self, row: Mapping[str, Value]) -> tuple[str, Value, str | float]:
        """How a row came out: same, unsure, unclear (to both) or WRONG; and what each of the two says."""
        filled = {field: None if value == "" else value for field, value in row.items()}
        shown = copy(self._reckoning).next(filled)["earned"]  # no row stands above it
        labels = [filled[field] for field in ("level1", "level2", "name")]
        core = JX_SCORE(filled["target"], filled["actual"], filled["points"], [labels], self._id, 2024)  # type: ignore[arg-type, list-item]
        return outcome(shown, core), shown, core


def coverage(outcomes: Counter[str]) -> float:
    """Of the rows that the core scores, the part that the formulas score too."""
    return outcomes["same"] / (outcomes["same"] + outcomes["unsure"])


@pytest.mark.parametrize("policy", SCORING)
def test_no_made_up_row_shows_another_number_than_the_core(policy: str) -> None:
    assert wrong(policy, [*made_up(SCORING.index(policy), 30), *rates(SCORING.index(policy), 25)]) == []


def test_words_that_fall_short_of_all_are_left_to_the_core_also_where_the_target_says_them() -> None:
    row: Row = dict(zip(FIELDS, ("效益指标", "社会效益指标", "工期", "基本完成", "基本完成"), strict=True))
    assert wrong("mof-2020-10", [{**row, "points": Decimal(10)}]) == []


def test_a_limit_to_satisfaction_is_left_to_the_core_whatever_the_name_says() -> None:
    row: Row = dict(
        zip(FIELDS, ("满意度指标", "服务对象满意度指标", "成本节约率", "≤50%", "0.5%"), strict=True)
    )
    assert wrong("mof-2020-10-evaluation", [{**row, "points": Decimal(10)}]) == []


@pytest.mark.parametrize(("target", "actual"), [("不低于1", "1%"), (">0.5", "达到0.5%"), ("≥0.9", "0.95%")])
def test_a_satisfaction_that_may_be_a_fraction_is_left_to_the_core(target: str, actual: str) -> None:
    """By steps 0.9 is 90%, however small the percentage beside it."""
    row: Row = dict(
        zip(FIELDS, ("满意度指标", "服务对象满意度指标", "群众满意度", target, actual), strict=True)
    )
    assert wrong("mof-2021-101", [{**row, "points": Decimal(10)}]) == []


@pytest.mark.long
@pytest.mark.parametrize("policy", SCORING)
def test_nor_does_one_of_a_thousand(policy: str) -> None:
    assert wrong(policy, made_up(100 + SCORING.index(policy), 1000)) == []


@pytest.mark.long
@pytest.mark.parametrize("policy", SCORING)
def test_nor_does_a_rate_that_may_be_a_fraction(policy: str) -> None:
    """95% against 0.95 is asked about by the core, and so is 95 against 0.95."""
    assert wrong(policy, rates(100 + SCORING.index(policy), 1000)) == []


@pytest.mark.by_hand
@pytest.mark.parametrize("policy", SCORING)
def test_nor_does_one_of_ten_thousand(policy: str) -> None:
    rows = [*made_up(1000 + SCORING.index(policy), 8000), *rates(1000 + SCORING.index(policy), 2000)]
    assert wrong(policy, rows) == []


def wrong(policy: str, rows: Iterable[Row]) -> list[tuple[Row, Value, str | float]]:
    """The rows where the formulas show another number than the core; and what each of the two says."""
    formulas = Formulas(policy)
    compared = ((row, *formulas.against_the_core(row)) for row in rows)
    return [(row, shown, core) for row, found, shown, core in compared if found == "WRONG"]


@pytest.mark.parametrize("policy", SCORING)
def test_most_clean_rows_are_scored(policy: str) -> None:
    formulas = Formulas(policy)
    outcomes = Counter(formulas.against_the_core(row)[0] for row in clean())
    assert outcomes["WRONG"] == 0
    assert coverage(outcomes) >= CLEAN


def test_most_real_rows_are_scored(tmp_path: Path) -> None:
    formulas = {policy: Formulas(policy) for policy in SCORING}
    rows = [*real(), *laid_out(tmp_path)]
    outcomes = Counter(formulas[policy].against_the_core(row)[0] for policy, row in rows)
    assert outcomes["WRONG"] == 0
    assert coverage(outcomes) >= REAL


@pytest.mark.parametrize("host", HOSTS)
def test_a_spreadsheet_without_our_functions_shows_the_same(host: str, tmp_path: Path) -> None:
    """The workbook as it is filled in, its labels merged, 指标性质, 指标值 and 度量单位 apart."""
    assert unlike_the_core("sichuan", [*clean(), *made_up(7, 80)], host, tmp_path) == []


@pytest.mark.long
@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("policy", SCORING)
def test_it_does_so_of_all_rows_that_we_have(policy: str, host: str, tmp_path: Path) -> None:
    own = [row for name, row in real() if name == policy]
    drawn_rows = [row for _, row in laid_out(tmp_path)]
    rows = [*clean(), *own, *drawn_rows, *made_up(8, 500), *rates(8, 100)]
    assert unlike_the_core(policy, rows, host, tmp_path) == []


def unlike_the_core(
    policy: str, rows: Sequence[Row], host: str, folder: Path
) -> list[tuple[str, str, str, object, str | float]]:
    """The rows of a workbook where a spreadsheet program shows another number than the core."""
    book = folder / "自评表.xlsx"
    write(load_policy(policy), rows, book)
    shown = computed(host, book, folder)
    found = []
    for one, core in by_core(book):
        assert one.earned.cell is not None
        value = shown.get((one.earned.cell.row, one.earned.cell.column))
        if outcome("" if value is None else value, core) == "WRONG":
            found.append((one.earned.cell.address, one.target.text, one.actual.text, value, core))
    return found
