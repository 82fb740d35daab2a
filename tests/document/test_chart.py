"""Charts: valid for Word, the values in the file, nothing of a label lost to markup, no script."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from jxbook.document.blocks import Bar, Chart, Document, PageBreak, Paragraph, Table, TableCell
from jxbook.document.docx.file import render_docx
from jxbook.document.html import render_html
from jxbook.document.markdown import render_markdown

AWKWARD = 'A&B <5% \x01"甲" ]]>'
CHART = Chart(
    "各项满意度",
    (Bar("道路铺装", Decimal("0.8684")), Bar(AWKWARD, Decimal("0.5")), Bar("全部满意", Decimal(1))),
    f"条形图：道路铺装86.84%；{AWKWARD}",
)
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
TABLE = Table("", "", (1,), ((TableCell("甲"),),))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def chart_part(data: bytes, number: int = 1) -> Any:
    return etree.fromstring(parts(data)[f"word/charts/jxChart{number}.xml"])


@pytest.mark.parametrize(
    "blocks",
    [(CHART,), (Paragraph("前"), CHART, TABLE, CHART, PageBreak(), CHART, Paragraph("后")), (TABLE, CHART)],
)
@pytest.mark.parametrize("own", [True, False])
def test_word_accepts_it_in_our_reference_and_in_an_offices(tmp_path: Path, blocks: Any, own: bool) -> None:
    reference = io.BytesIO()
    docx.Document().save(reference)
    path = tmp_path / "chart.docx"
    path.write_bytes(render_docx(Document("图", blocks), None if own else reference.getvalue()))
    assert OpenXmlValidator(file_format=FileFormat.OFFICE_2016).validate(path).errors == []
    relations = docx.Document(str(path)).part.rels.values()
    assert sum(one.reltype.endswith("/chart") for one in relations) == blocks.count(CHART)


def test_labels_and_values_stand_in_the_chart_itself() -> None:
    chart = chart_part(render_docx(Document("", (CHART,))))
    cached = [[v.text for v in chart.iterfind(f".//{C}{kind}//{C}pt/{C}v")] for kind in ("cat", "val")]
    assert cached == [["道路铺装", 'A&B <5% "甲" ]]>', "全部满意"], ["0.8684", "0.5", "1"]]
    assert chart.find(f".//{C}dLbls/{C}numFmt").get("formatCode") == "0.00%"
    assert chart.find(f".//{C}dLbls/{C}showVal").get("val") == "1"


def test_it_says_in_words_what_it_shows_and_its_line_does_not_cut_it_off() -> None:
    word = docx.Document(io.BytesIO(render_docx(Document("", (CHART,)))))
    title, picture = word.paragraphs
    assert (title.text, title.style.name) == ("各项满意度", "表题附注")
    described = picture._p.xpath(".//wp:docPr")[0]
    assert described.get("descr") == CHART.description.replace("\x01", "")
    assert picture.paragraph_format.line_spacing == 1.0


def test_charts_are_numbered_and_the_same_document_gives_the_same_bytes() -> None:
    other = Chart("另一图", (Bar("乙", Decimal("0.25")),), "")
    document = Document("", (CHART, other))
    data = render_docx(document)
    assert data == render_docx(document)
    assert [v.text for v in chart_part(data, 2).iterfind(f".//{C}val//{C}v")] == ["0.25"]


def test_a_report_without_charts_has_none_of_their_parts() -> None:
    data = parts(render_docx(Document("", (Paragraph("甲"), TABLE))))
    assert not [name for name in data if "chart" in name.lower()]
    assert b"chart" not in data["[Content_Types].xml"] + data["word/_rels/document.xml.rels"]


def test_libreoffice_draws_it(tmp_path: Path, convert: Any) -> None:
    path = tmp_path / "图.docx"
    path.write_bytes(render_docx(Document("", (CHART,))))
    import subprocess

    text = subprocess.run(
        ["pdftotext", str(convert(path, "pdf")), "-"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    assert "86.84%" in "".join(text.split()) and "道路铺装" in text


def test_html_draws_bars_without_script_and_without_other_files() -> None:
    page = render_html(Document("", (CHART,)))
    assert "<script" not in page and "http" not in page
    assert '<text x="268" y="18" text-anchor="end">道路铺装</text>' in page
    assert [part.split('"')[0] for part in page.split(' width="')[1:]] == ["225", "130", "260"]
    assert "A&amp;B &lt;5% &quot;甲&quot; ]]&gt;" in page
    assert [f">{shown}</text>" in page for shown in ("86.84%", "50.00%", "100.00%")] == [True] * 3


def test_markdown_shows_the_figures_as_a_table() -> None:
    text = render_markdown(Document("", (CHART,)))
    assert '<td class="left">道路铺装</td><td>86.84%</td>' in text
    assert "<caption>各项满意度</caption>" in text


@pytest.mark.parametrize(
    ("share_values", "shown"),
    [
        (("0.5", "1"), ["50%", "100%"]),
        (("0.955", "1"), ["95.5%", "100.0%"]),
        (("0", "0.8684"), ["0.00%", "86.84%"]),
    ],
)
def test_all_percentages_of_a_chart_are_written_alike(
    share_values: tuple[str, ...], shown: list[str]
) -> None:
    bars = tuple(Bar("甲", Decimal(one)) for one in share_values)
    page = render_html(Document("", (Chart("图", bars, ""),)))
    assert [one in page for one in shown] == [True] * len(shown)


def test_a_long_label_is_shortened_beside_its_bar_and_whole_in_the_description() -> None:
    label = "您对项目实施单位在施工期间设置便道和围挡的满意程度"
    chart = Chart("图", (Bar(label, Decimal(1)),), label)
    page = render_html(Document("", (chart,)))
    assert f">{label[:17]}…</text>" in page and f'aria-label="{label}"' in page
