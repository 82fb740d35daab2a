"""Forms of other offices are read as far as they go: every row, the scores by the form's own rules, and no false alarm.

The layouts are those of published forms, the contents neutral. expected.toml says what is right for each.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import drawn

from jxbook.assess import Assessed, assess
from jxbook.document import render
from jxbook.form import Form
from jxbook.making.importing import brought
from jxbook.report import compose
from jxbook.scoring import State

EXPECTED: Mapping[str, Mapping[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "expected.toml").read_text("utf-8")
)
NEUTRAL = "JX108"  # that the form names no policy may come with every file


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Assessed]:
    folder = tmp_path_factory.mktemp("layouts")
    return {name: assess(drawn.write(name, folder)) for name in drawn.names()}


def found_in(one: Assessed) -> list[str]:
    """ "D4 JX101": where something is found, and by which rule."""
    findings = one.findings
    return [
        f"{finding.cell.address if finding.cell else '-'} {finding.code}"
        for finding in findings
        if finding.code != NEUTRAL
    ]


def test_every_drawing_has_its_expectation() -> None:
    assert drawn.names() == sorted(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_row_and_the_money_are_read(opened: dict[str, Assessed], name: str) -> None:
    one, wanted = opened[name], EXPECTED[name]
    rows = [row for row in one.scoring.indicators if row.score.state is not State.NOT_APPLICABLE]
    assert len(rows) == wanted["indicators"]
    rate = one.scoring.execution.rate
    assert rate is not None
    assert float(rate) == pytest.approx(wanted["rate"], abs=5e-5)


@pytest.mark.parametrize("name", EXPECTED)
def test_it_is_scored_by_its_own_rules(opened: dict[str, Assessed], name: str) -> None:
    one, wanted = opened[name], EXPECTED[name]
    total = None if one.scoring.total is None else float(one.scoring.total)
    assert total == wanted.get("total")
    execution = one.scoring.execution
    assert (
        float(execution.earned) if execution.points and execution.earned is not None else None
    ) == wanted.get("execution")


@pytest.mark.parametrize("name", EXPECTED)
def test_what_is_wrong_is_found_and_nothing_else(opened: dict[str, Assessed], name: str) -> None:
    found, wanted = set(found_in(opened[name])), EXPECTED[name]
    must, may = set(wanted.get("must", ())), set(wanted.get("may", ()))
    assert must - found == set()
    assert found - must - may - set(wanted.get("false", ())) == set()


def test_at_most_one_finding_in_ten_is_false(opened: dict[str, Assessed]) -> None:
    every = [f"{name} {one}" for name in EXPECTED for one in found_in(opened[name])]
    false = [f"{name} {one}" for name, wanted in EXPECTED.items() for one in wanted.get("false", ())]
    assert len(set(every) & set(false)) * 10 <= len(every)


@pytest.mark.parametrize("name", EXPECTED)
def test_no_policy_is_guessed_but_from_what_the_form_shows(opened: dict[str, Assessed], name: str) -> None:
    """Its title says that a form is of a whole department; columns and labels alone say nothing."""
    whole = name.startswith(("10_", "11_"))
    assert opened[name].policy.id == ("department-whole" if whole else "mof-2020-10")
    assert ("部门整体" in opened[name].why) is whole


@pytest.mark.parametrize("name", [one for one in EXPECTED if one[0].isdigit()])
def test_a_report_is_written_and_an_import_reads_back_the_same_rows(
    opened: dict[str, Assessed], name: str, tmp_path: Path
) -> None:
    one = opened[name]
    assert render(compose(one.form, one.policy, one.scoring), "md", None)
    path = tmp_path / "新.xlsx"
    path.write_bytes(brought(one).data)
    read = assess(path)

    def rows(form: Form) -> list[tuple[str, ...]]:
        fields = ("name", "target", "actual", "reason")
        return [tuple(row.entry(field).text for field in fields) for row in form.indicators if row.used]

    assert rows(read.form) == rows(one.form)
    assert read.policy.id == one.policy.id


@pytest.mark.parametrize(
    ("name", "headings"),
    [
        ("04_score_method_column", ["得分计算方法"]),
        ("09_thirteen_columns", ["指标值设置依据", "指标赋分规则", "佐证资料"]),
        ("01_level1_down_the_cell", []),
    ],
)
def test_the_offices_own_columns_stand_in_the_table_of_the_report(
    opened: dict[str, Assessed], name: str, headings: list[str]
) -> None:
    one = opened[name]
    printed = [
        text for text in one.policy.values("layout.columns") if text not in one.whole.values("layout.columns")
    ]
    assert printed == headings
    text = render(compose(one.form, one.policy, one.scoring), "md", None).decode()
    for heading in headings:
        entry = next(row.entry(heading) for row in one.form.indicators if not row.entry(heading).blank)
        assert heading in text
        assert entry.text.split()[0] in text
