"""The numbers that Word prints before paragraphs are those that the paper is read with."""

from __future__ import annotations

import pytest

from jxbook.papers import read_data
from jxbook.papers.numbering import written
from papers.conftest import Made

NUMBERING = """<w:numbering><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%4"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""
STYLES = """<w:styles><w:style w:type="paragraph" w:styleId="a1"><w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="a2"><w:basedOn w:val="a1"/><w:pPr><w:outlineLvl w:val="1"/><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"""


def listed(text: str, level: int = 0, list_id: int = 1) -> str:
    """A paragraph of a list."""
    properties = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr></w:pPr>'
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def styled(text: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def labels(data: bytes) -> list[str]:
    return [one.label.text if one.label else "" for one in read_data(data, "报告.docx").paragraphs]


def test_chinese_counting_on_its_levels(docx: Made) -> None:
    body = "".join(
        [
            listed("基本情况"),
            listed("项目概况", 1),
            listed("背景", 2),
            listed("内容", 2),
            listed("绩效目标", 1),
            listed("总体目标", 2),
            listed("评价结论"),
        ]
    )
    assert labels(docx(body, NUMBERING)) == ["一、", "（一）", "1.", "2.", "（二）", "1.", "二、"]


def test_a_number_that_comes_with_the_style(docx: Made) -> None:
    body = styled("基本情况", "a1") + styled("项目概况", "a2") + styled("评价结论", "a1")
    paper = read_data(docx(body, NUMBERING, STYLES), "报告.docx")
    assert [one.section for one in paper.paragraphs] == ["一 基本情况", "一（一） 项目概况", "二 评价结论"]


def test_a_list_that_begins_anew(docx: Made) -> None:
    body = listed("甲") + listed("乙") + listed("丙", list_id=3)
    assert labels(docx(body, NUMBERING)) == ["一、", "二、", "一、"]


def test_legal_numbers_are_arabic_above(docx: Made) -> None:
    assert labels(docx(listed("甲") + listed("乙", 3), NUMBERING)) == ["一、", "1.1"]


def test_a_bullet_and_a_list_that_is_not_there_give_none(docx: Made) -> None:
    assert labels(
        docx(listed("甲", list_id=2) + listed("乙", list_id=9) + listed("丙", list_id=0), NUMBERING)
    ) == [
        "",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (12, "chineseCounting", "十二"),
        (20, "japaneseCounting", "二十"),
        (3, "chineseLegalSimplified", "叁"),
        (3, "decimalEnclosedCircle", "③"),
        (4, "upperRoman", "IV"),
        (28, "lowerLetter", "bb"),
        (7, "decimalZero", "07"),
        (2, "ideographTraditional", "乙"),
        (5, "decimalFullWidth", "５"),
        (6, "never heard of", "6"),
    ],
)
def test_formats(number: int, form: str, text: str) -> None:
    assert written(number, form) == text


def test_numbers_of_word_are_never_said_to_jump(docx: Made) -> None:
    from jxbook.checks import check_paper
    from jxbook.policy import load_policy

    body = "".join(listed(f"部分{at}") + "<w:p><w:r><w:t>正文。</w:t></w:r></w:p>" for at in range(12))
    paper = read_data(docx(body, NUMBERING), "报告.docx")
    found = check_paper(paper.paragraphs, load_policy("mof-2020-10"))
    assert [one.code for one in found if one.code in ("JX611", "JX612")] == []
