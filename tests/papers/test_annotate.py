"""Findings as comments: at their words, in a copy, all else as it was."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx as python_docx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from jxbook.finding import Finding, Severity
from jxbook.papers import read_data
from jxbook.papers.annotate import annotated
from jxbook.place import CellRef, Spot
from papers.conftest import Made

RUN = "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>"


def about(paragraph: int, start: int, end: int, what: str = "执行率不符") -> Finding:
    spot = Spot("一", paragraph, "", start, end)
    return Finding("JX511", Severity.WARNING, None, what, "数据矛盾", "请改正", "", spot)


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def commented(xml: str) -> dict[str, str]:
    """Comment → the words between its marks."""
    found = {}
    for number in re.findall(r'commentRangeStart w:id="(\d+)"', xml):
        inside = xml.partition(f'commentRangeStart w:id="{number}"/>')[2]
        inside = inside.partition(f'<w:commentRangeEnd w:id="{number}"/>')[0]
        found[number] = "".join(
            re.findall(r"<w:t[^>]*>([^<]*)</w:t>", f"<w:t>{inside}" if inside[:1] != "<" else inside)
        )
    return found


BODY = f"<w:p>{RUN.format('支出90万元，执行率95%。')}{RUN.format('资金全部到位。')}</w:p>"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (7, 13, "执行率95%"),
        (0, 6, "支出90万元"),
        (14, 20, "资金全部到位"),
        (10, 18, "95%。资金全部"),
        (0, 21, "支出90万元，执行率95%。资金全部到位。"),
        (13, 14, "。"),
    ],
)
def test_a_comment_stands_around_its_words(docx: Made, start: int, end: int, words: str) -> None:
    xml = parts(annotated(docx(BODY), "报告.docx", [about(1, start, end)]))["word/document.xml"].decode()
    assert commented(xml) == {"0": words}


def test_the_text_and_its_properties_stay(docx: Made) -> None:
    before = docx(BODY)
    after = annotated(before, "报告.docx", [about(1, 7, 13), about(1, 10, 18), about(1, 7, 13, "又一条")])
    assert [one.text for one in read_data(after, "报告.docx").paragraphs] == [
        one.text for one in read_data(before, "报告.docx").paragraphs
    ]
    runs = python_docx.Document(BytesIO(after)).paragraphs[0].runs
    assert all(run.bold for run in runs if run.text)


def test_word_reads_who_says_what(docx: Made) -> None:
    after = annotated(docx(BODY), "报告.docx", [about(1, 7, 13, "<执行率> & 支出不符")])
    (comment,) = python_docx.Document(BytesIO(after)).comments
    assert comment.author == "jxbook 校验"
    assert comment.text.splitlines()[0] == "提醒 JX511：<执行率> & 支出不符"


def test_parts_that_are_not_touched_stay_byte_for_byte(docx: Made) -> None:
    before = docx(BODY, styles='<w:styles><w:style w:type="paragraph" w:styleId="a"/></w:styles>')
    old, new = parts(before), parts(annotated(before, "报告.docx", [about(1, 0, 2)]))
    changed = {name for name in new if new[name] != old.get(name)}
    assert changed == {
        "word/document.xml",
        "word/comments.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    }


def test_comments_and_tracked_changes_that_are_there_survive(docx: Made) -> None:
    old = '<w:comments><w:comment w:id="4" w:author="审核人"><w:p/></w:comment></w:comments>'
    body = (
        '<w:p><w:commentRangeStart w:id="4"/><w:ins w:id="9" w:author="甲"><w:r><w:t>新增10万元</w:t></w:r></w:ins>'
        '<w:del w:id="8" w:author="甲"><w:r><w:delText>9万元</w:delText></w:r></w:del><w:commentRangeEnd w:id="4"/></w:p>'
    )
    after = parts(annotated(docx(body, comments=old), "报告.docx", [about(1, 2, 6)]))
    xml, comments = after["word/document.xml"].decode(), after["word/comments.xml"].decode()
    assert '<w:ins w:id="9" w:author="甲">' in xml and "<w:delText>9万元</w:delText>" in xml
    assert '<w:commentRangeStart w:id="4"/>' in xml and 'w:id="4" w:author="审核人"' in comments
    assert commented(xml)["5"] == "10万元"


def test_blanks_at_the_edge_of_a_cut_are_kept(docx: Made) -> None:
    before = docx("<w:p><w:r><w:t>项目 资金 到位</w:t></w:r></w:p>")
    after = annotated(before, "报告.docx", [about(1, 3, 5)])
    assert (
        "".join(run.text for run in python_docx.Document(BytesIO(after)).paragraphs[0].runs)
        == "项目 资金 到位"
    )
    xml = parts(after)["word/document.xml"].decode()
    for inner in re.findall(r"<w:t>([^<]*)</w:t>", xml):
        assert inner == inner.strip()


def test_a_finding_without_a_place_makes_no_comment(docx: Made) -> None:
    before = docx(BODY)
    plain = Finding("JX610", Severity.WARNING, None, "缺少章节", "参考提纲", "请补写")
    assert annotated(before, "报告.docx", [plain]) == before


CELL = "<w:tc><w:p><w:pPr><w:jc/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
TABLE = (
    f"<w:p>{RUN.format('评分表如下。')}</w:p><w:tbl><w:tr>{CELL.format('三级指标')}{CELL.format('得分')}</w:tr>"
    f"<w:tr>{CELL.format('培训场次')}<w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:p><w:pPr/></w:p></w:tc></w:tr></w:tbl><w:p/>"
)


def in_cell(row: int, column: int, sheet: str = "表1") -> Finding:
    cell = CellRef(sheet, row, column, of_word=True)
    return Finding("JX304", Severity.ERROR, cell, "得分不符", "数据矛盾", "请改正")


@pytest.mark.parametrize(
    ("finding", "words"),
    [
        (in_cell(1, 2), "得分"),
        (in_cell(2, 1), "培训场次"),
        (in_cell(2, 2), ""),  # an empty paragraph is opened for it
        (in_cell(3, 1), ""),  # one that has properties and nothing else
        (in_cell(2, 9), ""),  # a cell that Word has merged away: the one left of it
        (Finding("JX121", Severity.NOTE, None, "没有找到资金", "判断", "请核对", "表1"), "三级指标"),
    ],
)
def test_a_comment_on_a_table_stands_in_its_cell(docx: Made, finding: Finding, words: str) -> None:
    before = docx(TABLE)
    after = annotated(before, "报告.docx", [finding])
    xml = parts(after)["word/document.xml"].decode()
    assert commented(xml) == {"0": words}
    assert xml.index("<w:tbl>") < xml.index("commentRangeStart") < xml.index("</w:tbl>")
    assert "<w:pPr><w:jc/></w:pPr><w:commentRangeStart" in xml or not words
    assert (
        read_data(after, "报告.docx").grid.sheets[0].cells
        == read_data(before, "报告.docx").grid.sheets[0].cells
    )


def test_tracked_changes_and_comments_in_a_cell_survive(docx: Made) -> None:
    inserted = (
        '<w:tc><w:p><w:commentRangeStart w:id="3"/><w:ins w:id="9" w:author="甲"><w:r><w:t>12</w:t></w:r></w:ins>'
        '<w:del w:id="8" w:author="甲"><w:r><w:delText>15</w:delText></w:r></w:del><w:commentRangeEnd w:id="3"/></w:p></w:tc>'
    )
    body = TABLE.replace("<w:tc><w:p/></w:tc>", inserted)
    old = '<w:comments><w:comment w:id="3" w:author="审核人"><w:p/></w:comment></w:comments>'
    after = annotated(docx(body, comments=old), "报告.docx", [in_cell(2, 2), in_cell(2, 2), about(1, 0, 3)])
    xml = parts(after)["word/document.xml"].decode()
    assert inserted.partition("<w:p>")[2].partition("</w:p>")[0] in xml
    assert commented(xml)["4"].startswith("12") and commented(xml)["6"] == "评分表"


def test_the_validator_of_word_files_takes_it(tmp_path: Path) -> None:
    book = python_docx.Document()
    table = book.add_table(2, 2)
    table.cell(0, 0).text = "三级指标"
    table.cell(1, 0).text = "培训场次"
    path = tmp_path / "报告.docx"
    book.save(path)
    before = OpenXmlValidator(FileFormat.OFFICE_2019).validate(path).errors
    path.write_bytes(annotated(path.read_bytes(), path.name, [in_cell(1, 1), in_cell(2, 2), in_cell(2, 2)]))
    after = OpenXmlValidator(FileFormat.OFFICE_2019).validate(path).errors
    assert {str(one) for one in after} <= {str(one) for one in before}
    assert [one.text.splitlines()[0] for one in python_docx.Document(path).comments] == [
        "错误 JX304：得分不符"
    ] * 3
