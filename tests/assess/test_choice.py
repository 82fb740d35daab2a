"""Which policy is taken, and what is said where it cannot be had."""

from __future__ import annotations

from pathlib import Path

import pytest

from door_cases import OWN, foreign, own_policy, workbook
from jxbook.assess import assess
from jxbook.assess.places import place_of
from jxbook.finding import Refusal
from jxbook.place import CellRef
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


@pytest.mark.parametrize(
    ("unit", "named"),
    [
        ("四川省某市水务局", "单位在四川省，也可以用 sichuan“四川省项目支出绩效自评”，"),
        # the others of Beijing build on it
        ("北京市某区城市管理委员会", "单位在北京市，也可以用 beijing-2020-2146“北京市项目支出绩效自评”，"),
    ],
)
def test_the_policy_of_the_units_place_is_named_where_the_form_is_not_laid_out_by_it(
    folder: Path, registered: Path, unit: str, named: str
) -> None:
    path = foreign(folder, "某局")
    form = assess(path).form
    where, kind = form.project.supervisor.cell, form.indicators[0].level2.cell
    assert where is not None and kind is not None
    write_changes(
        path, [Change(where, unit), Change(kind, "成本指标")]
    )  # under 产出指标, as the ministry has it
    assessed = assess(path)
    assert assessed.policy.id == "mof-2020-10"
    assert named in assessed.why and assessed.why.endswith("请写在“评价政策”一栏，或用 --policy 指定")


@pytest.mark.parametrize(
    ("unit", "text", "place"),
    [
        ("海淀区城市管理委员会", "", ("北京", "海淀区")),
        ("绵阳市涪城区某街道办事处", "", ("四川", "绵阳市")),
        ("武汉市东西湖区水务局", "", ("湖北", "武汉市")),
        ("东西湖区水务局", "", ("湖北", "东西湖区")),
        ("大理白族自治州财政局", "", ("云南", "大理州")),
        ("四川省某局", "", ("四川", "四川")),
        # several of that name: only the city tells
        ("鼓楼区某街道办事处", "", None),
        ("鼓楼区某街道办事处", "开封古城保护", ("河南", "鼓楼区")),
        ("鼓楼区某街道办事处", "南京开封两地", None),
        ("朝阳区某街道办事处", "", None),
        ("朝阳区某街道办事处", "北京市民", ("北京", "朝阳区")),
        ("长春市朝阳区某街道办事处", "长春市朝阳区", None),
        ("城关区某街道办事处", "", None),
        # the other province is said, or two are
        ("甘肃省某局（对口帮扶绵阳市）", "", ("甘肃", "甘肃")),
        ("海淀区、涪城区联合工作组", "", None),
        ("西山区域规划中心", "", None),
        ("某区水务局", "", None),
    ],
)
def test_a_place_is_told_by_a_city_or_a_district_that_is_nowhere_else(
    unit: str, text: str, place: tuple[str, str] | None
) -> None:
    assert place_of(unit, text) == place


@pytest.mark.parametrize(
    ("unit", "title", "named"),
    [
        ("海淀区某街道办事处", "项目支出绩效自评表", "“海淀区”在北京市，也可以用 beijing-2020-2146“"),
        ("某街道办事处", "绵阳市2024年度项目支出绩效自评表", "“绵阳市”在四川省，也可以用 sichuan“"),
        ("某街道办事处", "四川省省级项目支出绩效自评表", "“四川”在四川省，也可以用 sichuan“"),
        ("甘肃省某局", "绵阳市2024年度项目支出绩效自评表", ""),
        ("鼓楼区某街道办事处", "项目支出绩效自评表", ""),
    ],
)
def test_the_policy_of_a_place_that_only_a_district_or_the_title_names(
    folder: Path, registered: Path, unit: str, title: str, named: str
) -> None:
    path = foreign(folder, "某局")
    form = assess(path).form
    where, kind = form.project.supervisor.cell, form.indicators[0].level2.cell
    assert where is not None and kind is not None
    changes = [Change(where, unit), Change(kind, "成本指标"), Change(CellRef(where.sheet, 1, 1), title)]
    write_changes(path, changes)
    why = assess(path).why
    assert (named in why) if named else ("也可以用" not in why)


def test_a_place_without_a_policy_of_its_own_is_not_named(folder: Path, registered: Path) -> None:
    assert "单位在" not in assess(foreign(folder, "甘肃省某局")).why


def test_a_policy_for_one_kind_of_projects_is_taken_only_for_a_form_that_speaks_of_them(
    folder: Path, registered: Path
) -> None:
    path = foreign(folder, "河南省某局")
    assessed = assess(path)
    assert assessed.policy.id == "mof-2020-10" and "也可以用 henan-bond“" in assessed.why
    name = assessed.form.project.name.cell
    assert name is not None
    write_changes(path, [Change(name, "某医院专项债券项目")])
    assert assess(path).policy.id == "henan-bond"


def test_no_policy_is_guessed_while_a_file_of_ones_own_bears_the_name_of_one(
    folder: Path, registered: Path
) -> None:
    path = foreign(folder, "某项目")
    assert assess(path).policy.id == "mof-2020-10"
    (registered / "shanghai.toml").write_text("", encoding="utf-8")
    with pytest.raises(Refusal, match="JX928"):
        assess(path)
