"""A continuing project's workbook for the next year: what was planned stays, what was done goes."""

from dataclasses import replace

import openpyxl
import pytest

from jxbook.finding import Refusal
from jxbook.foreign import read_foreign
from jxbook.form import Entry
from jxbook.form.facts import EXTERNAL_GRADE, EXTERNAL_TOTAL, FINISHED, RECEIVED
from jxbook.making.next_year import _old_years, begun, next_year
from jxbook.making.transfer import Moved
from jxbook.place import CellRef
from jxbook.policy import load_policy
from jxbook.recognition import open_form
from jxbook.scoring import score

PLACE = CellRef("自评表", 4, 2)


@pytest.fixture(scope="module")
def last(sunhe):
    return open_form(sunhe)


@pytest.fixture(scope="module")
def made(sunhe, tmp_path_factory):
    """What the command made of the first sample, and its form."""
    path = tmp_path_factory.mktemp("下年") / "自评表.xlsx"
    result = next_year(sunhe, 2025)
    path.write_bytes(result.data)
    return result, open_form(path), path


def test_the_year_is_the_new_one_and_the_policy_the_same(made, last):
    result, form, _ = made
    assert (form.year, form.policy_id, result.year) == (2025, last.policy_id, 2025)
    assert form.title_year.text == "（2025年度）"


def test_head_goals_and_targets_stay(made, last):
    _, form, _ = made
    for part in ("name", "code", "supervisor", "implementer"):
        assert getattr(form.project, part).text == getattr(last.project, part).text
    assert form.goal.expected.text == last.goal.expected.text
    assert [(one.name.text, one.target.text, one.points.text) for one in form.indicators if one.used] == [
        (one.name.text, one.target.text, one.points.text) for one in last.indicators if one.used
    ]


def test_what_was_spent_achieved_and_written_goes(made):
    _, form, _ = made
    rows = [one for one in form.indicators if one.used]
    assert {one.actual.text for one in rows} | {one.reason.text for one in rows} == {""}
    assert form.goal.achieved.blank
    money = (form.funding.total, *form.funding.parts)
    assert [row.label for row in money] == ["年度资金总额", "当年财政拨款", "上年结转资金", "其他资金"]
    assert all(entry.blank for row in money for entry in (row.initial_budget, row.budget, row.spent))
    assert form.passages == ()
    assert score(form, load_policy(form.policy_id)).total is None


def test_last_years_actuals_stand_beside_the_page_as_a_reference(made, last):
    _, form, path = made
    sheet = next(one for one in read_foreign(path).grid.sheets if one.name == form.sheet)
    [column] = [c for (_, c), cell in sheet.cells.items() if str(cell.value).startswith("上年实际完成值")]
    beside = {
        one.name.text: sheet.cells[one.name.cell.row, column].value for one in form.indicators if one.used
    }
    assert beside == {one.name.text: one.actual.text for one in last.indicators if one.used}


def test_last_years_actuals_are_read_again_for_the_report(made, last):
    _, form, _ = made
    before = {one.name.text: one.actual.text for one in last.indicators if one.used}
    assert {one.name.text: one.last_year.text for one in form.indicators if one.used} == before


def test_texts_that_name_an_earlier_year_are_pointed_out(made):
    result, form, _ = made
    start = form.project.facts["项目开始时间"]
    assert (start.cell, "2024年1月", 2024) in [(one.cell, one.text, one.year) for one in result.old_years]


def test_what_last_year_achieved_may_name_its_year_and_a_row_never_scored_is_nothing_lost(sunhe, tmp_path):
    """Both were told as things to look at, which they are not: a third of the lines."""
    path = tmp_path / "自评表.xlsx"
    book = openpyxl.load_workbook(sunhe)  # forgets what the formulas came to
    sheet = book["自评表"]
    [row] = [one for one in range(1, 40) if str(sheet.cell(one, 4).value).endswith("完成时间")]
    sheet.cell(row, 5).value, sheet.cell(row, 6).value = "2024年12月底前", "2024年11月18日"
    book.save(path)
    result = next_year(path, 2025)
    assert "2024年12月底前" in [one.text for one in result.old_years]
    assert "2024年11月18日" not in [one.text for one in result.old_years]
    assert result.lost == ()


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("市财预〔2023〕8号", [2023]),
        ("市财预[2023]8号", [2023]),
        ("市财预（2023）8号", [2023]),
        ("市财预【2022】8号、〔2023〕9号", [2023]),
        ("市财预〔2025〕8号", []),
        ("培训居民（2000）人次", []),
    ],
)
def test_the_year_in_the_number_of_a_document_counts_as_one(last, text, years):
    entry = Entry(text)
    assert [one.year for one in _old_years([Moved(entry, PLACE)], last, 2025)] == years


def test_facts_that_are_results_of_their_year_go(last):
    facts = dict.fromkeys((FINISHED, RECEIVED, EXTERNAL_TOTAL, EXTERNAL_GRADE, "联系电话"), Entry("是"))
    assert begun(replace(last, project=replace(last.project, facts=facts)), 2025).project.facts.keys() == {
        "联系电话"
    }


def test_the_same_source_gives_the_same_bytes(made, sunhe):
    assert next_year(sunhe, 2025).data == made[0].data


def test_the_year_after_is_the_default(sunhe):
    assert next_year(sunhe, None).year == 2025


@pytest.mark.parametrize("year", [2024, 2023])
def test_no_year_that_has_passed(sunhe, year):
    with pytest.raises(Refusal, match=r"JX926.*2024年度"):
        next_year(sunhe, year)


def test_a_foreign_file_without_a_year_asks_for_one(tmp_path, sunhe):
    import docx

    document = docx.Document()
    table = document.add_table(2, 4)
    for column, (label, text) in enumerate(
        zip(
            ("一级指标", "三级指标", "年度指标值", "实际完成值"),
            ("产出指标", "培训场次", "≥10场", "12场"),
            strict=True,
        )
    ):
        table.cell(0, column).text, table.cell(1, column).text = label, text
    document.save(str(tmp_path / "上年.docx"))
    with pytest.raises(Refusal, match="--year"):
        next_year(tmp_path / "上年.docx", None)
    assert next_year(tmp_path / "上年.docx", 2025).year == 2025


def test_rows_that_say_无_stay_as_they_are(last):
    unused = [one for one in begun(last, 2025).indicators if one.name.none]
    assert unused and all(one.target.none and one.actual.none for one in unused)
