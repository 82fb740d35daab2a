"""Promise 1 in LibreOffice: menu and cells give what the Python call gives, whatever the policy comes from."""

import pytest

from door_cases import CASES, OURS
from jxbook.assess import assess
from jxbook.document import render
from jxbook.libreoffice.profile import install
from jxbook.report import compose
from jxbook.result_sheet import finding_rows
from jxbook.workbook.grid import Change
from jxbook.workbook.patch import write_changes
from jxbook.workbook.reader import read_grid


@pytest.fixture(scope="module")
def registered(tmp_path_factory):
    """The folder of registered policies, known to LibreOffice from its start."""
    folder = tmp_path_factory.mktemp("policies")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JXBOOK_POLICIES", str(folder))
        yield folder


@pytest.fixture(scope="module")
def office(registered, start, tmp_path_factory):
    profile = tmp_path_factory.mktemp("profile")
    install(profile)
    with start(profile) as running:
        yield running


@pytest.fixture
def case(request, tmp_path, registered):
    for old in registered.iterdir():
        old.unlink()
    return request.param(tmp_path, registered)


def without_answers(path):
    """The workbook with nothing in its formula cells, so that LibreOffice computes them."""
    copy = path.with_name("未计算.xlsx")
    cells = (
        sheet.ref(*place)
        for sheet in read_grid(path).sheets
        for place, cell in sheet.cells.items()
        if cell.formula is not None
    )
    write_changes(path, [Change(cell, None, cached_only=True) for cell in cells], copy)
    return copy


@pytest.mark.parametrize("case", CASES, ids=lambda one: one.__name__, indirect=True)
def test_the_menu(office, case):
    assessed = assess(case.path)
    office.open(case.path, True)
    assert office.run("check_document").endswith(f"评价政策：{assessed.by}。")
    expected = finding_rows(assessed.findings)
    rows = office.rows("校验结果", f"A5:H{5 + len(expected)}")
    assert [tuple(row) for row in rows] == [*expected, ("",) * 8]
    assert f"评价政策：{assessed.by}。" in office.cell("校验结果", "A2")
    assert office.run("write_report").endswith(f"评价政策：{assessed.by}。")
    (written,) = (one for one in case.path.parent.glob("*.docx") if "核对单" not in one.name)
    assert written.read_bytes() == render(compose(assessed.form, assessed.policy, assessed.scoring))


@pytest.mark.parametrize("case", OURS, ids=lambda one: one.__name__, indirect=True)
def test_the_cells(office, case):
    assessed = assess(case.path)
    office.open(without_answers(case.path))
    form, first = assessed.form, assessed.scoring.indicators[0]

    def shown(entry):
        return office.cell(entry.cell.sheet, entry.cell.address)

    if case.in_cells:
        assert shown(form.total) == pytest.approx(float(assessed.scoring.total), abs=1e-9)
        assert shown(form.grade) == assessed.scoring.grade
        assert shown(first.indicator.earned) == pytest.approx(float(first.score.earned), abs=1e-9)
    else:
        assert (shown(form.total), shown(first.indicator.earned)) == ("待完善", "待核对")
        assert "jxbook policy add" in shown(first.indicator.verdict)
