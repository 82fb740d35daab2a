"""抽查复核: a draw with reasons that can be repeated, a workpaper, a comparison, and the result in the roll-up."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import formualizer
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handed_in import hand_in, sheet
from jxbook.assess import assess
from jxbook.bureau.recheck.columns import COLUMNS, HEAD
from jxbook.bureau.recheck.draw import By, draw
from jxbook.cli import main
from jxbook.values import plain

sys.path.insert(0, str(Path(__file__).parents[1] / "checks/many"))
from submitted import submitted

Batch = Callable[..., tuple[int, str, str]]


@pytest.fixture
def recheck(capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """recheck("paper", file, "-o", output) → the exit status, what it said, and its complaints."""

    def run(*arguments: object) -> tuple[int, str, str]:
        capfd.readouterr()
        status = main(["recheck", *map(str, arguments)])
        return status, *capfd.readouterr()

    return run


def fill(paper: Path, **scores: tuple[str, float, str]) -> None:
    """Type 复核完成值, 复核得分 and 备注 into rows of a workpaper, as a reviewer does."""
    book = openpyxl.load_workbook(paper)
    rows = book["复核底稿"]
    for row in range(HEAD + 2, rows.max_row + 1):
        name = str(rows.cell(row, COLUMNS.index("三级指标") + 1).value)
        if name in scores:
            for heading, value in zip(("复核完成值", "复核得分", "备注"), scores[name], strict=True):
                rows.cell(row, COLUMNS.index(heading) + 1, value)
    book.save(paper)


def test_a_draw_can_be_repeated_by_its_seed(
    folder: Path, tmp_path: Path, batch: Batch, recheck: Batch
) -> None:
    batch(folder, "-o", tmp_path / "汇总.xlsx")
    first = recheck("draw", tmp_path / "汇总.xlsx", "-n", 2, "--seed", 7)
    assert first[0] == 0 and "从3个项目中抽取2个，种子7" in first[1]
    assert recheck("draw", tmp_path / "汇总.xlsx", "-n", 2, "--seed", 7)[1] == first[1]
    assert "抽取3个" in recheck("draw", tmp_path / "汇总.xlsx", "-n", 99)[1]


def submissions(count: int) -> list:  # type: ignore[type-arg]
    return [submitted(f"项目{at:03}", budget=float(at)) for at in range(1, count + 1)]


def test_by_money_the_largest_cannot_escape_and_the_others_come_by_their_share() -> None:
    import dataclasses

    forms = [*submissions(50), dataclasses.replace(submissions(1)[0], project="大项目", budget=5000.0)]
    counts: Counter[str] = Counter()
    for seed in range(200):
        drawn = draw(forms, 5, By.MONEY, seed)
        assert len(drawn) == 5
        assert [one.reason for one in drawn if one.form.project == "大项目"] == ["预算5000万元，金额大，必抽"]
        counts.update(one.form.project for one in drawn)
    small, large = (sum(counts[f"项目{at:03}"] for at in part) for part in (range(1, 11), range(41, 51)))
    assert large > 4 * small


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 9000).map(lambda tens: tens / 10)), max_size=12),
    st.integers(0, 14),
    st.sampled_from(By),
    st.integers(),
)
def test_a_draw_has_as_many_different_forms_as_there_are_to_draw(budgets, count, by, seed) -> None:
    forms = [submitted(f"项目{at:03}", budget=budget) for at, budget in enumerate(budgets)]
    there = sum((one or 0) > 0 for one in budgets) if by is By.MONEY else len(forms)
    drawn = [one.form.project for one in draw(forms, count, by, seed)]
    assert len(drawn) == len(set(drawn)) == min(count, there)
    assert drawn == [one.form.project for one in draw(forms[::-1], count, by, seed)]


def test_by_risk_the_most_doubtful_come_first_with_their_reasons(
    folder: Path, tmp_path: Path, batch: Batch, recheck: Batch
) -> None:
    hand_in(
        folder / "交通局/可疑.xlsx", project="可疑项目", satisfaction="100%", budget=10, spent=2, actual=20
    )
    batch(folder, "-o", tmp_path / "汇总.xlsx")
    _, said, _ = recheck("draw", tmp_path / "汇总.xlsx", "-n", 1, "--by", "risk")
    assert "可疑项目" in said and "满意度100%" in said and "20.00%" in said


def test_the_workpaper_has_the_columns_of_reviewers_and_computes_what_is_typed(
    folder: Path, tmp_path: Path, recheck: Batch
) -> None:
    paper = tmp_path / "复核底稿.xlsx"
    assert recheck("paper", folder / "交通局/修路.xlsx", "-o", paper)[0] == 0
    book = openpyxl.load_workbook(paper)
    assert book.sheetnames == ["复核底稿", "汇总", "偏离度", "差值"]
    assert tuple(cell.value for cell in book["复核底稿"][HEAD + 1]) == COLUMNS
    fill(paper, 修路里程=("8公里", 24, ""), 群众满意度=("没有问卷", 0, ""))
    engine = formualizer.load_workbook(str(paper))
    engine.evaluate_all()
    assert engine.evaluate_cell("汇总", 4, 2) == 96
    assert engine.evaluate_cell("差值", 5, 4) == -3
    assert recheck("paper", folder / "交通局/修路.xlsx", "-o", paper)[2].startswith("JX925")


@pytest.mark.parametrize("layout", ["02_two_blocks_without_points", "15_points_for_the_goal"])
def test_points_that_follow_from_no_target_stand_in_the_workpaper(
    layout: str, tmp_path: Path, recheck: Batch
) -> None:
    """Those of 项目决策, or of the goal as a whole: without them 自评 would come to less than the form says."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "layouts"))
    import drawn

    form, paper = drawn.write(layout, tmp_path), tmp_path / "底稿.xlsx"
    recheck("paper", form, "-o", paper)
    total = assess(form).scoring.total
    assert total is not None
    assert openpyxl.load_workbook(paper, data_only=True)["汇总"]["B4"].value == float(total)
    fill(paper, 决策依据=("", 0, ""), 年度总体目标=("", 0, ""))
    said = recheck("compare", form, paper)[1]
    assert f"自评得分{plain(total)}分" in said


def test_every_formula_of_the_workpaper_has_its_value(folder: Path, tmp_path: Path, recheck: Batch) -> None:
    paper = tmp_path / "复核底稿.xlsx"
    recheck("paper", folder / "交通局/修路.xlsx", "-o", paper)
    engine = formualizer.load_workbook(str(paper))
    engine.evaluate_all()
    cached = openpyxl.load_workbook(paper, data_only=True)
    for name in cached.sheetnames:
        for row in openpyxl.load_workbook(paper)[name].iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    kept = cached[name][cell.coordinate].value
                    computed = engine.evaluate_cell(name, cell.row, cell.column)
                    assert (computed or None) == pytest.approx(kept or None), f"{name}!{cell.coordinate}"


def test_the_result_is_a_table_and_a_paragraph_and_stands_in_the_rollup(
    folder: Path, tmp_path: Path, batch: Batch, recheck: Batch
) -> None:
    rollup, paper, form = tmp_path / "汇总.xlsx", tmp_path / "复核底稿.xlsx", folder / "交通局/修路.xlsx"
    batch(folder, "-o", rollup)
    recheck("paper", form, "-o", paper)
    fill(paper, 群众满意度=("", 0, "没有问卷"), 修路里程=("8公里", 24, ""))
    status, said, _ = recheck("compare", form, paper, "--rollup", rollup)
    assert status == 1
    assert "经抽查复核，修路项目自评得分96分、等级“优”，复核得分83分、等级“良”，核减13分。" in said
    assert "“群众满意度”自评得10分，复核得0分，没有问卷" in said
    assert "完成值由“9公里”核定为“8公里”" in said
    [row] = [row for row in sheet(rollup, "项目") if row["项目名称"] == "修路项目"]
    assert (row["复核得分"], row["复核等级"], row["复核差值"]) == (83, "良", -13)
    batch(folder, "-o", rollup)
    [row] = [row for row in sheet(rollup, "项目") if row["项目名称"] == "修路项目"]
    assert row["复核得分"] == 83, "the next run keeps it"


def test_a_form_that_was_filled_in_again_is_compared_in_values_scores_and_text(
    folder: Path, tmp_path: Path, recheck: Batch
) -> None:
    again = hand_in(tmp_path / "复核.xlsx", actual=8, reason="征地晚了两个月，桥墩返工")
    status, said, _ = recheck("compare", folder / "交通局/修路.xlsx", again)
    assert status == 1 and "复核得分93分" in said
    assert "文字不同：实际完成情况、“修路里程”的偏差原因" in said
    same = shutil.copy(folder / "交通局/修路.xlsx", tmp_path / "同.xlsx")
    assert recheck("compare", folder / "交通局/修路.xlsx", same)[0] == 0


def test_what_cannot_be_is_said(folder: Path, tmp_path: Path, batch: Batch, recheck: Batch) -> None:
    form, paper = folder / "交通局/修路.xlsx", tmp_path / "复核底稿.xlsx"
    assert recheck("draw", tmp_path / "汇总.xlsx", "-n", 2)[2].startswith("JX991")
    recheck("paper", form, "-o", paper)
    assert recheck("compare", form, paper)[2].startswith("JX994")
    batch(folder, "-o", tmp_path / "汇总.xlsx")
    other = hand_in(tmp_path / "别处.xlsx", project="别处的项目")
    same = hand_in(tmp_path / "别处2.xlsx", project="别处的项目")
    assert "JX994" in recheck("compare", other, same, "--rollup", tmp_path / "汇总.xlsx")[2]
