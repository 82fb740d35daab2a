"""The notice and the returns: the numbers of the roll-up in official prose, and markers where only a person knows."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest

from handed_in import hand_in
from jxbook.bureau.reading import read
from jxbook.bureau.tasks import FileTask

Batch = Callable[..., tuple[int, str, str]]


def text_of(path: Path) -> str:
    """All paragraphs of a Word file, and the cells of its tables."""
    document = docx.Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    """A list with a form that came late, one that came, and one that is missing."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (
        ["2024年度项目清单"],
        ["序号", "主管部门", "实施单位", "项目名称", "年初预算数（元）", "报送期限", "报送日期"],
        [1, "市交通局", "公路站", "修路项目", 100_000, "2025-01-31", "2025-02-03"],
        [2, "市交通局", "公路站", "修桥项目", 200_000, "2025年1月31日", ""],
        [3, "市民政局", "福利院", "养老项目", 500_000, "2025-01-31", ""],
        ["", "", "", "合计", 800_000, "", ""],
    ):
        book.active.append(row)
    book.save(tmp_path / "清单.xlsx")
    return tmp_path / "清单.xlsx"


def test_it_tells_the_numbers_of_the_roll_up(folder: Path, tmp_path: Path, batch: Batch) -> None:
    batch(folder, "-o", tmp_path / "汇总.xlsx", "--notice", tmp_path / "通报.docx")
    told = text_of(tmp_path / "通报.docx")
    assert "关于2024年度项目支出绩效自评情况的通报" in told
    assert "共收到2个部门3个项目的自评表。全年预算40万元，执行38万元，预算执行率95.00%。" in told
    assert "得出总分的项目3个，平均97.33分，其中优3个。" in told, "of three a percentage says nothing"
    assert "文件无法读取，1个：“水利局/坏.xlsx”" in told
    assert "报送情况" not in told, "without a list nobody is late"


def test_it_names_who_is_late_and_who_is_missing(
    folder: Path, roster: Path, tmp_path: Path, batch: Batch
) -> None:
    batch(folder, "-o", tmp_path / "汇总.xlsx", "--notice", tmp_path / "通报.docx", "--expected", roster)
    told = text_of(tmp_path / "通报.docx")
    assert "应报送3个项目，已报送2个，报送率66.67%。" in told
    assert "未报送的项目1个，涉及福利院，名单见附件。" in told and "养老项目" in told
    assert "公路站“修路项目”（应于2025年1月31日前报送，2025年2月3日报送）" in told
    assert "清单以外报送的项目1个：修渠项目" in told


def test_a_form_that_the_list_says_came_is_late_and_not_missing(
    folder: Path, roster: Path, tmp_path: Path, batch: Batch
) -> None:
    """Its file may be none that can be read; nobody is told to have sent late and to have sent nothing."""
    (folder / "交通局/修路.xlsx").unlink()
    batch(folder, "-o", tmp_path / "汇总.xlsx", "--notice", tmp_path / "通报.docx", "--expected", roster)
    told = text_of(tmp_path / "通报.docx")
    assert "已报送2个" in told and "未报送的项目1个，涉及福利院" in told
    assert "清单登记了报送日期、没有读到自评表的项目1个：公路站“修路项目”。" in told


def test_what_all_are_told_to_do_holds_no_figure_of_one_form(tmp_path: Path, batch: Batch) -> None:
    """请把得分改为… is for one row of one form; what its rule says is for every office."""
    for earned in (20, 21):
        book = openpyxl.load_workbook(hand_in(tmp_path / f"表/{earned}.xlsx", project=f"项目{earned}"))
        book.worksheets[0]["H10"] = earned
        book.save(tmp_path / f"表/{earned}.xlsx")
    batch(tmp_path / "表", "-o", tmp_path / "汇总.xlsx", "--notice", tmp_path / "通报.docx")
    told = text_of(tmp_path / "通报.docx")
    assert "填写的得分与计算结果不符的，改正得分" in told and "改为" not in told.partition("提高填报质量")[2]


def test_a_list_that_is_none_is_said(folder: Path, tmp_path: Path, batch: Batch) -> None:
    other = hand_in(tmp_path / "不是清单.xlsx")
    book = openpyxl.load_workbook(other)
    book.worksheets[0].delete_rows(1, 20)
    book.save(other)
    status, _, complaint = batch(folder, "-o", tmp_path / "汇总.xlsx", "--expected", other)
    assert status == 2 and complaint.startswith("JX989")


def test_a_date_stands_where_it_was_given_and_a_marker_where_not(
    folder: Path, tmp_path: Path, batch: Batch
) -> None:
    arguments = (folder, "-o", tmp_path / "汇总.xlsx", "--notice", tmp_path / "通报.docx")
    batch(*arguments)
    told = text_of(tmp_path / "通报.docx")
    assert "于【待补充：改正后重新报送的日期】前重新报送" in told and "【待补充：发文单位】" in told
    batch(*arguments, "--deadline", "2025-03-31")
    assert "于2025年3月31日前重新报送" in text_of(tmp_path / "通报.docx")
    assert batch(*arguments, "--deadline", "三月底")[0] == 2


def test_nothing_is_praised_that_the_numbers_do_not_bear_out(tmp_path: Path, batch: Batch) -> None:
    hand_in(tmp_path / "表/修路.xlsx", actual="10公里以上的路", spent=4, reason="")
    batch(tmp_path / "表", "-o", tmp_path / "汇总.xlsx", "--notice", tmp_path / "通报.docx")
    told = text_of(tmp_path / "通报.docx")
    assert "做得好的方面" not in told
    assert "预算执行率低于60%的部门1个：市交通局，为40.00%。" in told


def test_it_is_about_one_year_and_counts_the_others(tmp_path: Path, batch: Batch) -> None:
    """Nobody signs a notice about 2023 to 2024 because one form of last year lay in the folder."""
    home = tmp_path / "表"
    hand_in(home / "修路.xlsx")
    hand_in(home / "修桥.xlsx", project="修桥项目", budget=20, spent=20, actual=10)
    hand_in(home / "旧.xlsx", project="旧项目", year=2023, budget=500, spent=5)
    batch(home, "-o", tmp_path / "汇总.xlsx", "--notice", tmp_path / "通报.docx")
    told = text_of(tmp_path / "通报.docx")
    assert told.startswith("关于2024年度项目支出绩效自评情况的通报")
    assert "共收到1个部门2个项目的自评表。全年预算30万元，执行29万元" in told
    assert "另收到其他年度的自评表（2023年度1份），不在本次通报之列。" in told
    assert "旧项目" not in told


def test_departments_with_the_same_score_are_named_together(tmp_path: Path, batch: Batch) -> None:
    for at, actual in enumerate((10, 10, 8)):
        facts = {"project": f"项目{at}", "supervisor": f"第{at}局", "actual": actual, "spent": 10}
        hand_in(tmp_path / f"表/{at}.xlsx", **facts)
    batch(tmp_path / "表", "-o", tmp_path / "汇总.xlsx", "--notice", tmp_path / "通报.docx")
    told = text_of(tmp_path / "通报.docx")
    assert "平均分最高的是第0局、第1局，均为100分；最低的是第2局，94分。" in told


def test_a_good_grade_with_errors_is_said_to_stand_open(tmp_path: Path, batch: Batch) -> None:
    hand_in(tmp_path / "表/修路.xlsx", actual=8, reason="")
    hand_in(tmp_path / "表/修桥.xlsx", project="修桥项目", actual=10, spent=10)
    batch(tmp_path / "表", "-o", tmp_path / "汇总.xlsx", "--notice", tmp_path / "通报.docx")
    told = text_of(tmp_path / "通报.docx")
    assert "等级为优的2个项目中，1个有错误，得分和等级以改正后的为准。" in told
    assert "发现的错误都在市交通局，共1处。" in told
    assert "得分低于分值，没有说明原因，1份自评表：“修路项目”，" in told


def test_nobody_is_praised_whose_forms_contradict_each_other(tmp_path: Path, batch: Batch) -> None:
    """Five projects with one and the same satisfaction: no form has an error, and the department is no example."""
    for at in range(5):
        hand_in(tmp_path / f"表/{at}.xlsx", project=f"项目{at}", actual=10, spent=9, reason="")
    arguments = (tmp_path / "表", "-o", tmp_path / "汇总.xlsx", "--returns", tmp_path / "退回")
    batch(*arguments, "--notice", tmp_path / "通报.docx")
    told = text_of(tmp_path / "通报.docx")
    assert "做得好的方面" not in told and "满意度数值雷同，1处：“市交通局”5个项目的满意度都是95%。" in told
    assert "各表之间重复、雷同或者不一致的1处" in told
    assert "限期改正" in told, "it is to be explained, though no form has an error of its own"
    returned = text_of(tmp_path / "退回/市交通局/公路站.docx")
    assert returned.count("JX803") == 1, "once, with the forms that it is about"
    assert "共5份，其中5份需要修改或说明" in returned


def test_the_sentences_keep_to_the_style_of_the_reports(folder: Path, tmp_path: Path, batch: Batch) -> None:
    batch(folder, "-o", tmp_path / "汇总.xlsx", "--notice", tmp_path / "通报.docx")
    told = text_of(tmp_path / "通报.docx")
    for word in (
        "较好",
        "显著",
        "大力",
        "进一步",
        "程序",
        "系统自动",
        "实践",
        "假定",
        "None",
        "nan",
        "。。",
        "，，",
    ):
        assert word not in told, word
    assert re.findall(r"[≥≤]", told.partition("四、")[0]) == []


def test_each_office_gets_what_it_has_to_mend_by_cell(folder: Path, tmp_path: Path, batch: Batch) -> None:
    hand_in(
        folder / "水利局/修渠.xlsx",
        project="修渠项目",
        supervisor="市水利局",
        implementer="水利站",
        reason="",
    )
    batch(folder, "-o", tmp_path / "汇总.xlsx", "--returns", tmp_path / "退回", "--deadline", "2025-03-31")
    told = text_of(tmp_path / "退回/市水利局/水利站.docx")
    assert "请于2025年3月31日前重新报送" in told and "Sheet!" in told
    assert "水利局/坏.xlsx" in told, "the file that lies beside the office's own"


def test_an_office_may_have_more_than_a_hundred_forms_to_mend(tmp_path: Path) -> None:
    """Their headings are counted in Chinese: the hundredth used to end the run with all its papers."""
    from jxbook.bureau.returns import returns
    from jxbook.bureau.run_result import RunResult
    from jxbook.dataclass import replace
    from jxbook.document.blocks import Heading

    file = hand_in(tmp_path / "修路.xlsx", reason="", actual=8)
    [one] = read(FileTask(str(file), file.name)).submissions
    forms = tuple(replace(one, project=f"项目{at}") for at in range(101))
    [paper] = returns(RunResult(101, forms, forms, forms, {}, (), (), {}), "").values()
    assert [block.number for block in paper.blocks if isinstance(block, Heading)][-1] == "一百零一、"


def test_a_return_that_is_no_longer_needed_goes_and_one_that_says_the_same_stays(
    tmp_path: Path, batch: Batch
) -> None:
    home, papers = tmp_path / "表", tmp_path / "退回"
    arguments = (home, "-o", tmp_path / "汇总.xlsx", "--returns", papers)
    hand_in(home / "修路.xlsx", reason="")
    hand_in(home / "修桥.xlsx", implementer="桥梁站", project="修桥项目", reason="")
    batch(*arguments)
    kept, gone = papers / "市交通局/公路站.docx", papers / "市交通局/桥梁站.docx"
    before = kept.stat().st_mtime_ns
    assert gone.exists()
    hand_in(home / "修桥.xlsx", implementer="桥梁站", project="修桥项目", spent=10, actual=10, reason="")
    batch(*arguments)
    assert not gone.exists() and kept.stat().st_mtime_ns == before


def test_word_has_nothing_to_repair(folder: Path, roster: Path, tmp_path: Path, batch: Batch) -> None:
    from openxml_audit import FileFormat, OpenXmlValidator

    batch(
        *(folder, "-o", tmp_path / "汇总.xlsx", "--notice", tmp_path / "通报.docx"),
        *("--returns", tmp_path / "退回", "--expected", roster),
    )
    for path in (tmp_path / "通报.docx", *(tmp_path / "退回").rglob("*.docx")):
        result = OpenXmlValidator(file_format=FileFormat.OFFICE_2016).validate(path)
        assert [str(one) for one in result.errors] == [], path
