"""Rows sorted, filtered, moved, inserted, dragged and deleted where our functions are not: each row right or 待核对."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "native"))
from clean_rows import clean
from outcome import outcome
from written import by_core, write

from jxbook.cli import main
from jxbook.policy import load_policy
from jxbook.recognition import recognise
from jxbook.workbook.names import FORM
from jxbook.workbook.reader import read_grid

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def bare(start, tmp_path_factory):
    """LibreOffice as it comes, with nothing of ours."""
    with start(tmp_path_factory.mktemp("profile")) as running:
        yield running


@pytest.fixture(scope="module", params=["mof-2020-10", "sichuan"])
def written(request, tmp_path_factory):
    """A form of twenty rows with the points that the core gives them; that of Sichuan has 指标性质, 指标值 and 度量单位 apart."""
    path = tmp_path_factory.mktemp("written") / "自评表.xlsx"
    write(load_policy(request.param), [*clean()], path)
    assert main(["score", str(path), "--write"]) in (0, 1)
    return path


class Table:
    """The indicator table of an opened form."""

    def __init__(self, office, path):
        form = recognise(read_grid(path), path.name)
        office.open(path)
        self.office, self._path = office, path
        self.first, self.last = (form.indicators[at].name.cell.row for at in (0, -1))
        one = form.indicators[0]
        self.letters = {
            field: one.entry(field).cell.address.rstrip("0123456789")
            for field in (
                "level1",
                "level2",
                "name",
                "value",
                "target",
                "actual",
                "points",
                "earned",
                "verdict",
            )
            if one.entry(field).cell
        }
        self.target = self.letters.get("value", self.letters["target"])

    def area(self, first, last, above=0, below=0):
        return f"{self.letters[first]}{self.first + above}:{self.letters[last]}{self.last - below}"

    def put(self, row, **entries):
        for field, value in entries.items():
            letter = self.target if field == "target" else self.letters[field]
            self.office.put(FORM, f"{letter}{row}", value)

    def wrong(self, path):
        """The rows that show another number than the core gives to what stands in the saved file; and how many are scored."""
        self.office.save(path)
        found = []
        for one, core in by_core(path):
            shown = self.office.cell(FORM, one.earned.cell.address)
            found.append(
                (outcome(shown, core), one.earned.cell.address, one.target.text, one.actual.text, shown, core)
            )
        assert self.office.errors() == []
        assert sum(kind == "same" and isinstance(core, float) for kind, *_, core in found) >= 12
        return [one for one in found if one[0] == "WRONG"]


@pytest.fixture
def table(bare, written):
    return Table(bare, written)


def test_as_it_was_opened(table, tmp_path):
    assert table.wrong(tmp_path / "存.xlsx") == []


@pytest.mark.parametrize("ascending", [True, False])
def test_the_entries_sorted(table, tmp_path, ascending):
    table.office.sort(FORM, table.area("name", "points"), 0, ascending)
    assert table.wrong(tmp_path / "存.xlsx") == []


def test_the_entries_sorted_together_with_what_they_earn(table, tmp_path):
    table.office.sort(FORM, table.area("name", "verdict"), 0, True)
    assert table.wrong(tmp_path / "存.xlsx") == []


def test_rows_filtered_out_earn_what_they_did_and_follow_their_entries(table, tmp_path):
    total = [cell for row in table.office.rows(FORM, "A1:Z60") for cell in row if isinstance(cell, float)]
    table.office.filter(FORM, table.area("name", "earned"), 0, "参训人次")
    assert not table.office.is_visible(FORM, table.first + 1)
    assert [
        cell for row in table.office.rows(FORM, "A1:Z60") for cell in row if isinstance(cell, float)
    ] == total
    table.put(table.first + 1, actual="15场")
    assert table.wrong(tmp_path / "存.xlsx") == []
    assert table.office.cell(FORM, f"{table.letters['earned']}{table.first + 1}") == 11.25


def test_the_entries_of_a_row_moved_to_another(table, tmp_path):
    row = table.first
    table.put(row + 4, name="", actual="")
    table.office.move(
        FORM,
        f"{table.letters['name']}{row}:{table.letters['actual']}{row}",
        f"{table.letters['name']}{row + 4}",
    )
    assert table.wrong(tmp_path / "存.xlsx") == []


def test_rows_inserted_filled_dragged_and_deleted(table, tmp_path):
    earned, verdict = table.letters["earned"], table.letters["verdict"]
    for at in (1, 5, 9):
        row = table.first + at
        table.office.insert_row(FORM, row)
        table.office.drag(FORM, f"{earned}{row - 1}:{earned}{row}")
        table.office.drag(FORM, f"{verdict}{row - 1}:{verdict}{row}")
        table.put(row, name="培训场次", target="4场", actual="3场", points=8.0)
    table.office.delete_row(FORM, table.first + 7)
    table.office.delete_row(FORM, table.first)
    assert table.wrong(tmp_path / "存.xlsx") == []
