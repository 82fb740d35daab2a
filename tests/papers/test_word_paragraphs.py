"""What of a Word document is read as its text."""

from __future__ import annotations

import pytest

from jxbook.finding import Refusal
from jxbook.papers import read_data
from papers.conftest import Made

RUN = "<w:r><w:t>{}</w:t></w:r>"


def texts(data: bytes) -> list[str]:
    return [one.text or "【表】" for one in read_data(data, "报告.docx").paragraphs]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (RUN.format("资金") + RUN.format("10万元"), "资金10万元"),
        (f"<w:del w:id='1'><w:r><w:delText>9</w:delText></w:r></w:del>{RUN.format('10万元')}", "10万元"),
        (f"<w:ins w:id='1'>{RUN.format('10')}</w:ins>{RUN.format('万元')}", "10万元"),
        (f"<w:hyperlink>{RUN.format('链接')}</w:hyperlink>", "链接"),
        (f"<w:sdt><w:sdtContent>{RUN.format('控件')}</w:sdtContent></w:sdt>", "控件"),
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/></w:r>", "甲\n乙 "),
        ("<w:r><w:t>A&amp;B</w:t></w:r>", "A&B"),
        (
            f"{RUN.format('外')}<w:r><w:pict><w:txbxContent><w:p>{RUN.format('框内')}</w:p></w:txbxContent></w:pict></w:r>",
            "外",
        ),
    ],
)
def test_the_text_of_a_paragraph(docx: Made, markup: str, text: str) -> None:
    assert texts(docx(f"<w:p>{markup}</w:p>")) == [text]


def test_a_table_stands_where_it_stands(docx: Made) -> None:
    table = f"<w:tbl><w:tr><w:tc><w:p>{RUN.format('格')}</w:p></w:tc></w:tr></w:tbl>"
    body = f"<w:p>{RUN.format('前')}</w:p>{table}<w:p/><w:p>{RUN.format('后')}</w:p>"
    assert texts(docx(body)) == ["前", "【表】", "后"]


def test_a_document_without_its_text_is_refused(docx: Made) -> None:
    with pytest.raises(Refusal):
        read_data(docx("<w:p>"), "报告.docx")
