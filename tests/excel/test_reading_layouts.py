"""A form of any layout is the same form in a running Excel as in its file, although merged cells cost a call each."""

import pytest

import odd_layouts
from jxbook.excel.buttons.reading import book_grid
from jxbook.form import Form
from jxbook.policy import load_policy
from jxbook.recognition import recognise
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
