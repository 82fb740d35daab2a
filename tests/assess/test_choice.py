"""Which policy is taken, and what is said where it cannot be had."""

from __future__ import annotations

from pathlib import Path

import pytest

from door_cases import OWN, own_policy, workbook
from jxbook.assess import assess
from jxbook.finding import Refusal
from jxbook.policy import load_policy
from jxbook.workbook.grid import Change
from jxbook.workbook.patch import write_changes


@pytest.fixture
def registered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "登记"
    folder.mkdir()
    monkeypatch.setenv("JXBOOK_POLICIES", str(folder))
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "工作簿").mkdir()
    return tmp_path / "工作簿"


def test_an_emptied_workbook_on_a_computer_without_its_policy_names_the_cell_and_the_policy(
    folder: Path, registered: Path
) -> None:
    from jxbook.making.filled import suggested_template

    own = own_policy(folder)
    path = folder / "自评表.xlsx"
    path.write_bytes(suggested_template(load_policy(own)))
    cell = assess(path).form.policy_entry.cell
    assert cell is not None
    write_changes(path, [Change(cell, None)])
    assert assess(path).why.startswith("“评价政策”一栏是空的，按制表时的政策")
    own.unlink()
    with pytest.raises(Refusal) as refused:
        assess(path)
    found = refused.value.finding
    assert (found.code, found.place) == ("JX920", f"自评表.xlsx：{cell}")
    assert f"“{OWN}”" in found.what and "jxbook policy add" in found.fix


def test_a_file_that_was_changed_since_it_was_registered_is_told(folder: Path, registered: Path) -> None:
    path = workbook(folder, "mof-2021-101", "mof-2021-101")
    own = own_policy(folder)
    own_policy(registered)
    assert assess(path, own).why == f"由使用者指定：{own.name}"
    own.write_text(own.read_text("utf-8").replace("value = 1", "value = 3"), "utf-8")
    assert "与本机登记的同名政策内容不同" in assess(path, own).why
    assert assess(path, OWN).why == f"由使用者指定：{OWN}"


@pytest.mark.parametrize("name", ["乙\u202e丙", "长" * 5000])
def test_a_strange_name_is_shown_short_and_without_steering_characters(
    folder: Path, registered: Path, name: str
) -> None:
    path = workbook(folder, "mof-2020-10", name)
    with pytest.raises(Refusal) as refused:
        assess(path)
    assert "\u202e" not in str(refused.value) and len(refused.value.finding.what) < 100
