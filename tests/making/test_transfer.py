"""A form from anywhere finds its place in a blank template: room where it is needed, and nothing dropped."""

from dataclasses import replace
from decimal import Decimal

import pytest

from jxbook.form import Entry, Evidence, Form, Funding, FundingRow, Goal, Indicator, Passage, Project, Records
from jxbook.making.filled import fill_workbook, suggested_template
from jxbook.making.transfer import capacity_for, missing_sections
from jxbook.making.transfer.split import split_target
from jxbook.policy import load_policy
from jxbook.recognition import recognise
from jxbook.template.capacity import AS_SUGGESTED, RowGroup
from jxbook.workbook.opening import workbook_in
from jxbook.workbook.reader import read_package
from spelled import canonical

NATIONAL = load_policy("mof-2020-10")
BEIJING = load_policy("beijing-2020-2146")
SICHUAN = load_policy("sichuan")


def row(level1, level2, name, target="≥10场", actual="12场", points=10, reason="", **more):
    entries = map(Entry, (level1, level2, name, target, actual))
    return Indicator.read(
        *entries, Entry(Decimal(points) if isinstance(points, int) else points), reason=Entry(reason), **more
    )


def form(*rows, policy=NATIONAL, money=(), **more):
    parts = tuple(
        FundingRow(label, Entry(Decimal(1)), Entry(Decimal(1)), Entry(Decimal(1))) for label in money
    )
    whole = {"project": Project(), "goal": Goal(), **more}
    return Form(
        "", 2024, policy.id, funding=Funding(FundingRow("年度资金总额"), parts), indicators=rows, **whole
    )


def blank(policy):
    return recognise(read_package(workbook_in(suggested_template(policy), "模板.xlsx")), "模板.xlsx")


def after(source, policy):
    """What was carried, and the form that came of it."""
    filled = fill_workbook(source, policy)
    return filled.carried, recognise(read_package(workbook_in(filled.data, "新.xlsx")), "新.xlsx")


def rows_of(read):
    return [(one.level1.text, one.level2.text, one.name.text) for one in read.indicators if one.used]


QUANTITY = ("产出指标", "数量指标")


class TestCapacity:
    @pytest.mark.parametrize(
        ("source", "room"),
        [
            (form(), AS_SUGGESTED),
            (
                form(row(*QUANTITY, "甲"), row(*QUANTITY, "乙"), money=("当年财政拨款", "其他资金")),
                AS_SUGGESTED,
            ),
            (
                form(row("产出指标", "生态成本指标", "无", "无", "无", "无")),
                replace(AS_SUGGESTED, blocks=(RowGroup("产出指标", "生态成本指标", 1),)),
            ),
            (
                form(*(row(*QUANTITY, name) for name in "甲乙丙")),
                replace(AS_SUGGESTED, blocks=(RowGroup(*QUANTITY, 3),)),
            ),
            (
                form(row("产出指标", "安全指标", "甲")),
                replace(AS_SUGGESTED, blocks=(RowGroup("产出指标", "安全指标", 1),)),
            ),
            (form(money=("中央资金", "区级资金")), replace(AS_SUGGESTED, money=("中央资金", "区级资金"))),
            (
                form(project=Project(facts={"资金用途": Entry("设备")})),
                replace(AS_SUGGESTED, facts=("资金用途",)),
            ),
            (form(boxes={"评价结论": Entry("好")}), replace(AS_SUGGESTED, facts=("评价结论",))),
        ],
        ids=[
            "nothing",
            "as suggested",
            "无 under an unknown label",
            "a row more",
            "unknown label",
            "money",
            "fact",
            "box",
        ],
    )
    def test_is_as_suggested_unless_the_form_needs_other(self, source, room):
        assert capacity_for(source, blank(NATIONAL), NATIONAL) == room

    def test_sections_that_the_outline_lacks(self):
        source = form(passages=(Passage("没有的章节", Entry("一段")), Passage("项目背景", Entry("另一段"))))
        assert missing_sections(source, blank(NATIONAL)) == ("没有的章节",)


class TestLabels:
    def test_a_wrong_label_stays_visible(self):
        source = form(row("社会效益指标", "社会效益指标", "甲"), policy=BEIJING)
        _, read = after(source, BEIJING)
        assert ("社会效益指标", "社会效益指标", "甲") in rows_of(read)

    def test_two_spellings_of_a_level_get_a_block_each(self):
        source = form(row("效益指标", "经济效益指标", "甲"), row("效益类", "社会效益指标", "乙"))
        assert rows_of(after(source, NATIONAL)[1]) == [
            ("效益指标", "经济效益指标", "甲"),
            ("效益类", "社会效益指标", "乙"),
        ]

    def test_under_another_policy_its_own_labels_are_used(self):
        source = form(row("成本指标", "经济成本指标", "每场成本"), policy=BEIJING)
        assert rows_of(after(source, NATIONAL)[1]) == [("产出指标", "成本指标", "每场成本")]

    def test_a_level_left_open_goes_under_the_only_one_there_is(self):
        source = form(row("满意度指标", "", "学员满意度"))
        assert rows_of(after(source, NATIONAL)[1]) == [("满意度指标", "服务对象满意度指标", "学员满意度")]

    def test_rows_that_say_无_are_let_go_where_there_is_no_row_left(self):
        none = row("成本指标", "社会成本指标", "无", "无", "无", "无")
        carried, read = after(form(row(*QUANTITY, "甲"), none, policy=BEIJING), NATIONAL)
        assert (carried.lost, rows_of(read)) == ((), [(*QUANTITY, "甲")])

    def test_points_that_the_template_suggests_make_way(self):
        _, read = after(form(row(*QUANTITY, "甲", points=7)), NATIONAL)
        assert [one.points.text for one in read.indicators if not one.points.blank] == ["7"]


class TestValues:
    @pytest.mark.parametrize(
        ("target", "split"),
        [
            ("≥200人次", ("≥", Decimal(200), "人次")),
            ("98%以上", ("≥", Decimal(98), "%")),
            ("=100%", ("=", Decimal(100), "%")),
            ("≤48.5万元", ("≤", Decimal("48.5"), "万元")),
            ("20%-30%", ("=", "20~30", "%")),
            ("≤12月", ("≤", "12月", "")),
            ("效果明显", ("定性", "效果明显", "")),
            ("是", ("定性", "是", "")),
            ("无", ("", "无", "")),
            ("", ("", "", "")),
        ],
    )
    def test_a_target_is_split_so_that_it_reads_as_before(self, target, split):
        one = row(*QUANTITY, "甲", target)
        assert split_target(one) == split
        nature, value, unit = split
        if target not in ("", "无"):
            again = row(*QUANTITY, "甲", str(value), nature=Entry(nature), unit=Entry(unit))
            assert canonical(again.target_value) == canonical(one.target_value)

    def test_split_and_joined_again(self):
        source = form(row(*QUANTITY, "甲", "≥200人次", "180人次"))
        data = fill_workbook(source, SICHUAN).data
        split = recognise(read_package(workbook_in(data, "川.xlsx")), "川.xlsx")
        [one] = [each for each in split.indicators if each.used]
        assert [entry.text for entry in (one.nature, one.value, one.unit)] == ["≥", "200", "人次"]
        _, joined = after(split, NATIONAL)
        [two] = [each for each in joined.indicators if each.used]
        assert (two.target.text, two.actual.text) == ("≥200人次", "180人次")

    def test_numerals_typed_as_text_become_numbers(self):
        money = FundingRow("年度资金总额", Entry("1,000.50"), Entry("10"), Entry("约9"))
        source = replace(form(row(*QUANTITY, "甲", points="15")), funding=Funding(money))
        _, read = after(source, NATIONAL)
        total = read.funding.total
        assert [one.raw for one in (total.initial_budget, total.budget, total.spent)] == [
            Decimal("1000.5"),
            Decimal(10),
            "约9",
        ]
        assert [one.points.raw for one in read.indicators if one.used] == [Decimal(15)]

    def test_goals_beyond_the_last_place_share_it(self):
        source = form(
            row(*QUANTITY, "甲"), goal=Goal(Entry("一"), Entry("成")), more_goals=(Goal(Entry("二")),)
        )
        carried, read = after(source, NATIONAL)
        assert ("".join(one.expected.text for one in read.goals).split(), carried.lost) == (["一", "二"], ())

    def test_a_passage_replaces_as_it_did(self):
        source = form(passages=(Passage("项目背景", Entry("一"), True), Passage("新的一节", Entry("二"))))
        _, read = after(source, NATIONAL)
        assert [(one.section, one.text.text, one.replaces) for one in read.passages] == [
            ("项目背景", "一", True),
            ("新的一节", "二", False),
        ]

    def test_records_go_onto_their_sheets(self):
        paper = Evidence(*map(Entry, ("合同", "正式资料", "甲", "有", "1.pdf")))
        _, read = after(form(records=Records(evidence=(paper,) * 3)), NATIONAL)
        assert [one.name.text for one in read.records.evidence] == ["合同"] * 3


def test_what_has_no_place_is_told():
    formula = Entry(None, unknown=True)
    source = form(row(*QUANTITY, "甲"), project=Project(Entry("某项目"), supervisor=formula))
    carried, _ = after(source, NATIONAL)
    assert [(one.label, one.entry) for one in carried.lost] == [("主管部门", formula)]
