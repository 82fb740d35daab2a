"""A form of any layout is the same form in a running Excel as in its file, although merged cells cost a call each."""

import pytest

import odd_layouts
import office_forms
from jxbook.assess import Source, assess
from jxbook.excel.buttons.reading import book_grid
from jxbook.form import Form
from jxbook.making.adopted import adopt
from jxbook.policy import load_policy
from jxbook.recognition import forms_in, recognise
from jxbook.template import build_template
from jxbook.workbook.grid import Change
from jxbook.workbook.patch import write_changes
from jxbook.workbook.reader import read_grid
from memory_book import MemoryBook


@pytest.fixture(params=["sichuan", "hubei-2020", "mof-2020-10-evaluation", *odd_layouts.NAMES])
def path(request, odd_policies, tmp_path):
    path = tmp_path / "form.xlsx"
    path.write_bytes(build_template(load_policy(request.param), ()))
    return path


@pytest.fixture(scope="module")
def office_form(request, tmp_path_factory):
    return office_forms.write(request.param, tmp_path_factory.mktemp("office"))


@pytest.mark.parametrize("office_form", office_forms.ADOPTABLE, indirect=True)
def test_the_form_of_an_office_and_the_adopted_one(office_form):
    """Every merged cell counts there; with its formulas the form is the same to a button as to the command."""
    adopted = office_form.with_name("采用.xlsx")
    adopted.write_bytes(adopt(office_form).data)
    for path in (office_form, adopted):
        read, running = read_grid(path), book_grid(MemoryBook(path))
        names = [place.name for place in forms_in(read)]
        assert [place.name for place in forms_in(running)] == names
        for name in names:
            here, there = assess(Source(running, "x"), form=name), assess(Source(read, "x"), form=name)
            assert places(here.form) == places(there.form)
            assert here.form.adopted is (path is adopted)
            assert (here.scoring.total, here.policy.id) == (there.scoring.total, there.policy.id)


def places(form: Form) -> dict[str, object]:
    project = form.project
    named = {"name": project.name, **project.facts, **form.boxes, "total": form.total, "grade": form.grade}
    goals = [(one.expected.cell, one.achieved.cell, one.weight.cell) for one in form.goals]
    rows = [(one.goal, one.level1.text, one.target.cell, one.earned.cell) for one in form.indicators]
    return {**{label: entry.cell for label, entry in named.items()}, "goals": goals, "rows": rows}


def test_a_blank_form(path):
    assert places(recognise(book_grid(MemoryBook(path)), "x")) == places(recognise(read_grid(path), "x"))


def test_a_filled_form(path):
    form = recognise(read_grid(path), "x")
    project = form.project
    entries = [project.name, project.supervisor, *project.facts.values(), *form.boxes.values()]
    write_changes(
        path, [Change(one.cell, "内容" if number % 2 else "甲") for number, one in enumerate(entries)]
    )
    read = recognise(book_grid(MemoryBook(path)), "x")
    assert places(read) == places(recognise(read_grid(path), "x"))
    assert all(one.text for one in read.boxes.values())
