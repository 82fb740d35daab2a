"""评价要点 in the workbook: the formulas of 自评表 give what `with_key_points` gives."""

from __future__ import annotations

from pathlib import Path

import formualizer
import pytest

from jxbook.form import Form, Indicator
from jxbook.functions.cached import cached_values
from jxbook.functions.registry import FUNCTIONS
from jxbook.policy import load_policy
from jxbook.recognition import recognise
from jxbook.scoring import score
from jxbook.scoring.key_points import VERDICTS, with_key_points
from jxbook.template import build_template
from jxbook.workbook.grid import Change, Grid
from jxbook.workbook.patch import write_changes
from jxbook.workbook.reader import read_grid

POLICY = load_policy("mof-2020-10-evaluation")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "自评表.xlsx"
    path.write_bytes(build_template(POLICY, ()))
    return path


def opened(path: Path) -> tuple[Form, Grid]:
    grid = read_grid(path)
    return with_key_points(recognise(grid, path.name), POLICY), grid


def first(form: Form) -> tuple[Indicator, list[Change]]:
    """The first indicator with 评价要点, and a change without value for each of their verdicts."""
    name = form.records.key_points[0].indicator.text
    one = next(one for one in form.indicators if one.name.text == name)
    cells = [p.verdict.cell for p in form.records.key_points if p.indicator.text == name]
    return one, [Change(cell, None) for cell in cells if cell]


def evaluated(path: Path, one: Indicator) -> tuple[str, ...]:
    book = formualizer.load_workbook(str(path))
    for function in FUNCTIONS:
        most = len(function.arguments)
        book.register_function(function.name, function.call, min_args=function.least, max_args=most)
    book.evaluate_all()
    cells = [entry.cell for entry in (one.target, one.actual, one.earned)]
    assert None not in cells
    shown = (book.evaluate_cell(cell.sheet, cell.row, cell.column) for cell in cells if cell)
    return tuple(f"{one:g}" if isinstance(one, float) else one or "" for one in shown)


@pytest.mark.parametrize(
    "verdicts",
    [
        ("符合", "符合"),
        ("符合", "部分符合"),
        ("不符合", "不适用"),
        ("不适用", "不适用"),
        ("符合", None),
        ("部分符合", "别的话"),
        ("符合 ", "√"),
    ],
)
def test_excel_and_the_program_agree(path: Path, verdicts: tuple[str | None, ...]) -> None:
    _, places = first(opened(path)[0])
    assert len(places) > 2
    words = [*verdicts, *["符合" if "不适用" not in verdicts else "不适用"] * len(places)]
    write_changes(
        path, [Change(place.cell, word) for place, word in zip(places, words, strict=False) if word]
    )
    form, grid = opened(path)
    one, _ = first(form)
    values = {change.cell: change.value for change in cached_values(score(form, POLICY), grid)}
    ours = [values[entry.cell] for entry in (one.target, one.actual, one.earned) if entry.cell]
    assert evaluated(path, one) == tuple(f"{float(v):g}" if not isinstance(v, str) else v for v in ours)
    assert bool(ours[1]) is (set(verdicts) <= set(VERDICTS))  # another word is never 不符合


def test_the_template_opens_with_targets_and_without_actuals(path: Path) -> None:
    form, _ = opened(path)
    one, places = first(form)
    assert (one.target.text, one.actual.text) == (f"≥{len(places)}项", "")
    assert evaluated(path, one)[:2] == (one.target.text, "")
