"""Tables of Word documents are read as Word shows them: merged cells, lines before a table, tables cut in two."""

import re
import zipfile

import docx
import pytest

from jxbook.finding import Refusal
from jxbook.foreign import ForeignKind, read_foreign
from jxbook.recognition import recognise
from jxbook.workbook.grid import Merge

DOCUMENT = "word/document.xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def texts(sheet):
    """{(row, column): text} of a sheet, the lines before the table left out."""
    return {where: cell.value for where, cell in sheet.cells.items() if where[1] < 100}


def captions(sheet):
    return [cell.value for where, cell in sorted(sheet.cells.items()) if where[1] > 100]


@pytest.fixture
def written(tmp_path, word):
    """written(body) → a .docx whose body is this XML, or `document` as a whole."""

    def write(body="", document=""):
        whole = word("", name="空.docx")
        path = tmp_path / "手写.docx"
        with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                content = old.read(name)
                if name == DOCUMENT:
                    content = document or f"<w:document {W}><w:body>{body}</w:body></w:document>".encode()
                new.writestr(name, content)
        return path

    return write


def cell(text, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def table(*rows):
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


class TestTables:
    def test_each_table_is_a_sheet_and_merged_cells_are_areas(self, word):
        path = word([["甲", "<", "乙"], ["丙", "丁", "^"]], "一段很普通的文字", [["戊"]])
        foreign = read_foreign(path)
        assert foreign.kind is ForeignKind.DOCX
        first, second = foreign.grid.sheets
        assert (first.name, texts(first)) == ("表1", {(1, 1): "甲", (1, 3): "乙", (2, 1): "丙", (2, 2): "丁"})
        assert set(first.merges) == {Merge(1, 1, 1, 2), Merge(1, 3, 2, 3)}
        assert (second.name, texts(second)) == ("表2", {(1, 1): "戊"})

    def test_an_area_over_rows_and_columns(self, word):
        sheet = read_foreign(word([["甲", "<", "乙"], ["^", "^", "丙"], ["^", "^", "丁"]])).grid.sheets[0]
        assert texts(sheet) == {(1, 1): "甲", (1, 3): "乙", (2, 3): "丙", (3, 3): "丁"}
        assert sheet.merges == (Merge(1, 1, 3, 2),)

    def test_the_short_lines_before_a_table_stand_to_the_right_of_its_first_row(self, word):
        long = "本项目自评为优。" * 20
        path = word(long, "项目支出绩效自评表", "（2024年度）", [["项目名称", "甲"]], "后面一段")
        foreign = read_foreign(path)
        assert captions(foreign.grid.sheets[0]) == ["项目支出绩效自评表", "（2024年度）"]
        assert foreign.texts == (long, "后面一段")

    @pytest.mark.parametrize(
        "title",
        [
            "某局关于2024年度河道保洁项目绩效自评的报告",
            "某局2024年河道保洁项目支出绩效自评报告",
            "2024年河道保洁项目绩效评价报告",
        ],
    )
    def test_the_title_of_the_report_around_it_says_the_year_of_a_form(self, word, title):
        form = [
            ["项目名称", "2019年河道保洁（二期）", "实施单位", "某局"],
            ["三级指标", "年度指标值", "实际完成值", "分值"],
            ["保洁河道", "≥50公里", "50公里", "90"],
        ]
        assert recognise(read_foreign(word(title, "市财政局：", form)).grid, "报告.docx").year == 2024

    def test_a_label_in_such_a_line_gets_its_entry_beside_it(self, word):
        path = word("项目名称：某项目    填报日期：2025年1月5日", [["甲"]])
        assert captions(read_foreign(path).grid.sheets[0]) == [
            "项目名称",
            "某项目",
            "填报日期",
            "2025年1月5日",
        ]

    def test_a_table_cut_in_two_becomes_one_again(self, word):
        path = word([["甲", "乙"]], "", [["丙", "丁"]], "续表", [["戊", "己"]], "另一件事", [["庚", "辛"]])
        first, second = read_foreign(path).grid.sheets
        assert list(texts(first).values()) == ["甲", "乙", "丙", "丁", "戊", "己"]
        assert list(texts(second).values()) == ["庚", "辛"]

    def test_tables_of_other_shape_stay_apart(self, word):
        assert len(read_foreign(word([["甲", "乙"]], "", [["丙"]])).grid.sheets) == 2

    def test_the_head_of_a_form_joins_its_indicators_whatever_their_shape(self, word):
        path = word([["项目名称", "某项目"]], "", [["一级指标", "三级指标", "年度指标值"]])
        assert len(read_foreign(path).grid.sheets) == 1

    def test_a_table_inside_a_cell_is_a_table_of_its_own(self, tmp_path):
        document = docx.Document()
        outer = document.add_table(1, 2)
        outer.cell(0, 0).text, outer.cell(0, 1).text = "外", "面"
        outer.cell(0, 1).add_table(1, 1).cell(0, 0).text = "里"
        document.save(str(tmp_path / "套.docx"))
        first, second = read_foreign(tmp_path / "套.docx").grid.sheets
        assert (texts(first), texts(second)) == ({(1, 1): "外", (1, 2): "面"}, {(1, 1): "里"})


class TestMarkup:
    """What Word and WPS write beside plain text."""

    @pytest.mark.parametrize(
        ("inside", "text"),
        [
            ("<w:r><w:t>≥200</w:t></w:r><w:r><w:t>人次</w:t></w:r>", "≥200人次"),
            ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>", "甲\n乙"),
            ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
            ("<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>甲</w:t></w:r>", "甲"),
            (
                "<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>",
                "新",
            ),
            (
                "<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>新</w:t></w:r></w:moveTo>",
                "新",
            ),
            ("<w:sdt><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>", "控件"),
            ("<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>", "链接"),
            ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>1</w:t></w:r>", "1"),
        ],
    )
    def test_text_of_a_cell(self, written, inside, text):
        body = f"<w:tbl><w:tr><w:tc><w:p>{inside}</w:p></w:tc></w:tr></w:tbl>"
        assert texts(read_foreign(written(body)).grid.sheets[0]) == {(1, 1): text}

    def test_cells_rows_and_tables_inside_content_controls(self, written):
        def wrap(inside):
            return f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

        row = f"<w:tr>{wrap(cell('甲'))}{cell('乙')}</w:tr>"
        body = wrap(f"<w:tbl>{wrap(row)}</w:tbl>")
        assert texts(read_foreign(written(body)).grid.sheets[0]) == {(1, 1): "甲", (1, 2): "乙"}

    def test_a_text_box_counts_once(self, written):
        box = "<w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent>"
        mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
        inside = (
            f'<w:p><w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice>{box}</mc:Choice>'
            f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )
        sheet = read_foreign(written(f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>")).grid.sheets[0]
        assert texts(sheet) == {(1, 1): "框"}

    def test_a_row_that_begins_further_right(self, written):
        row = f'<w:trPr><w:gridBefore w:val="2"/></w:trPr>{cell("丙")}'
        sheet = read_foreign(written(table(cell("甲") + cell("乙"), row))).grid.sheets[0]
        assert texts(sheet) == {(1, 1): "甲", (1, 2): "乙", (2, 3): "丙"}

    def test_spans_of_an_earlier_version_do_not_count(self, written):
        change = (
            '<w:gridSpan w:val="1"/><w:tcPrChange><w:tcPr><w:gridSpan w:val="3"/></w:tcPr></w:tcPrChange>'
        )
        sheet = read_foreign(written(table(cell("甲", change) + cell("乙")))).grid.sheets[0]
        assert texts(sheet) == {(1, 1): "甲", (1, 2): "乙"}

    def test_merges_of_word_97(self, written):
        row = cell("甲", '<w:hMerge w:val="restart"/>') + cell("", "<w:hMerge/>") + cell("乙")
        sheet = read_foreign(written(table(row))).grid.sheets[0]
        assert (texts(sheet), sheet.merges) == ({(1, 1): "甲", (1, 3): "乙"}, (Merge(1, 1, 1, 2),))

    def test_the_strict_variant_of_the_format(self, written):
        strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
        xml = f'<w:document xmlns:w="{strict}"><w:body>{table(cell("甲"))}</w:body></w:document>'
        assert texts(read_foreign(written(document=xml.encode())).grid.sheets[0]) == {(1, 1): "甲"}


class TestPromise6:
    """Hostile and damaged documents are bounded and end in a refusal with a code."""

    def refused(self, path):
        with pytest.raises(Refusal) as refusal:
            read_foreign(path)
        return refusal.value.finding.code

    def test_half_a_document(self, word):
        path = word([["甲"]])
        path.write_bytes(path.read_bytes()[:-3000])
        assert self.refused(path) == "JX904"

    def test_entities(self, written):
        bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
        document = f'<!DOCTYPE x [<!ENTITY e0 "ha">{bomb}]><w:document {W}>&e11;</w:document>'
        assert self.refused(written(document=document.encode())) == "JX908"

    def test_an_external_entity(self, written):
        document = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document {W}>&e;</w:document>'
        assert self.refused(written(document=document.encode())) == "JX908"

    def test_a_zip_bomb(self, written):
        document = f"<w:document {W}><w:body>".encode() + b" " * 100_000_000
        assert self.refused(written(document=document)) == "JX907"

    def test_a_million_columns(self, written):
        assert (
            self.refused(written(table(cell("甲", '<w:gridSpan w:val="999999"/>') + cell("乙")))) == "JX907"
        )

    def test_two_thousand_tables_are_read_and_no_more(self, written):
        tables = [
            table(cell(f"甲{number * 7919}")) for number in range(2001)
        ]  # no two alike: it packs as honest ones
        assert read_foreign(written("".join(tables[1:]))).grid.sheets
        with pytest.raises(Refusal, match="表格超过2000张"):
            read_foreign(written("".join(tables)))

    def test_tables_in_tables_in_tables(self, written):
        """Each passes its headings on to the one around it, so that a thousand would be read half a million times."""
        begun = f"<w:tbl><w:tr>{cell('三级指标')}</w:tr><w:tr><w:tc>"
        deep = [begun * levels + "</w:tc></w:tr></w:tbl>" * levels for levels in (50, 51)]
        assert len(read_foreign(written(deep[0])).grid.sheets) == 1
        assert self.refused(written(deep[1])) == "JX907"

    @pytest.mark.parametrize("body", ["</w:tc>", "<w:tbl>", "<w:p>", "&nbsp;"])
    def test_markup_out_of_step(self, written, body):
        assert self.refused(written(body)) == "JX904"

    @pytest.mark.parametrize(
        "body", ["<w:tc/>", "<w:tr/>", "<w:tbl><w:tc/></w:tbl>", "<w:gridSpan w:val='x'/>", "<w:t>散字</w:t>"]
    )
    def test_markup_out_of_place_is_passed_over(self, written, body):
        read_foreign(written(body))

    def test_without_a_document(self, tmp_path, word):
        path = word([["甲"]])
        bare = tmp_path / "缺.docx"
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(bare, "w") as new:
            for name in old.namelist():
                new.writestr(re.sub("document.xml$", "document2.xml", name), old.read(name))
        assert self.refused(bare) == "JX904"


class TestWhatAnEmptyControlShows:
    PROMPTS = ("单击或点击此处输入文字。", "选择一项。", "请填写三级指标", "Click or tap here to enter text.")

    def control(self, text, mark="<w:showingPlcHdr/>"):
        return (
            f"<w:tc><w:p><w:sdt><w:sdtPr>{mark}</w:sdtPr><w:sdtContent><w:r><w:t>{text}</w:t></w:r></w:sdtContent>"
            "</w:sdt></w:p></w:tc>"
        )

    def read(self, written, *cells):
        [sheet] = read_foreign(written(table("".join(cells)))).grid.sheets
        return texts(sheet)

    @pytest.mark.parametrize("prompt", PROMPTS)
    def test_is_nothing_that_somebody_filled_in(self, written, prompt):
        assert self.read(written, self.control(prompt), cell("后面")) == {(1, 2): "后面"}

    def test_stays_where_a_program_has_filled_it_in_and_left_the_mark(self, written):
        assert self.read(written, self.control("修路1公里")) == {(1, 1): "修路1公里"}

    @pytest.mark.parametrize("mark", ["", '<w:showingPlcHdr w:val="0"/>'])
    def test_stays_where_it_is_typed(self, written, mark):
        assert self.read(written, self.control("请填写三级指标", mark)) == {(1, 1): "请填写三级指标"}


@pytest.mark.parametrize(
    "title",
    [
        "2023年度政府购买服务绩效自评表",
        "项目绩效自评表（2023年度）",
        "二〇二三年度项目绩效自评表",
        "（2023年度）",
    ],
)
def test_the_title_counts_however_many_lines_stand_below_it(word, title):
    guidance = [f"填报说明{turn}：本表由购买主体填写。" for turn in range(1, 7)]
    guidance[-2:] = ["填表日期：2024年2月", "单位：万元"]
    form = [["项目名称", "甲", ""], ["三级指标", "年度指标值", "实际完成值"], ["修路", "≥1公里", "1公里"]]
    foreign = read_foreign(word("附件3", title, *guidance, form))
    assert title in captions(foreign.grid.sheets[0])
    assert recognise(foreign.grid, "表.docx").year == 2023
    assert "附件3" in foreign.texts and title not in foreign.texts


def test_a_year_nearer_to_the_table_goes_before_that_of_a_title_far_above(word):
    lines = ["2022年度项目绩效自评表", *["说明"] * 5, "（2023年度）"]
    assert captions(read_foreign(word(*lines, [["项目名称", "甲"]])).grid.sheets[0]) == ["（2023年度）"]
