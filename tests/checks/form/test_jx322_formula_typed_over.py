"""JX322 公式被手工填写的数盖住"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from door_cases import foreign, workbook
from jxbook.assess import assess
from jxbook.form import Entry, Form
from jxbook.policy import policy_ids
from jxbook.samples import sample_names
from jxbook.scoring.formula_cells import lost_formulas
from jxbook.templates import template_path
from jxbook.workbook.grid import Change
from jxbook.workbook.patch import write_changes

PLACES: dict[str, Callable[[Form], Entry]] = {
    "执行率": lambda form: form.funding.rate,
    "执行率的得分": lambda form: form.funding.earned,
    "得分": lambda form: form.indicators[0].earned,
    "总分": lambda form: form.total,
    "等级": lambda form: form.grade,
    "分值合计": lambda form: form.total_points,
}


def found(path: Path) -> list[str]:
    return [str(one.cell) for one in assess(path).findings if one.code == "JX322"]


@pytest.mark.parametrize("place", PLACES)
def test_what_was_typed_over_a_formula_is_found_also_when_it_is_right(tmp_path: Path, place: str) -> None:
    path = workbook(tmp_path, "mof-2020-10", "mof-2020-10")
    form, scoring = assess(path).form, assess(path).scoring
    right: dict[str, str | Decimal | None] = {
        "执行率": scoring.execution.rate,
        "执行率的得分": scoring.execution.earned,
        "得分": scoring.indicators[0].score.earned,
        "总分": scoring.total,
        "等级": scoring.grade,
        "分值合计": Decimal(100),
    }
    cell = PLACES[place](form).cell
    assert cell is not None
    assert found(path) == []
    write_changes(path, [Change(cell, right[place])])
    assert found(path) == [str(cell)]


@pytest.mark.parametrize("policy", policy_ids())
def test_every_template_has_its_formulas(policy: str) -> None:
    assessed = assess(template_path(policy))
    assert lost_formulas(assessed.form, assessed.policy) == ()


def test_no_sample_has_lost_one(tmp_path: Path) -> None:
    from jxbook.making.sample import write_workbook
    from jxbook.samples import load_sample

    for name in sample_names():
        path = tmp_path / f"{name}.xlsx"
        write_workbook(load_sample(name), path)
        assert found(path) == []


def test_the_form_of_somebody_else_is_typed(tmp_path: Path) -> None:
    assert found(foreign(tmp_path, "某局")) == []
