"""Layouts that offices use, as Word tables: each is recognised for what it says (RULES.md, 1 and 4)."""

import pytest

from jxbook.assess import assess
from jxbook.foreign import read_foreign
from jxbook.recognition import recognise


@pytest.fixture
def form_of(word):
    def read(*blocks):
        path = word(*blocks)
        return recognise(read_foreign(path).grid, path.name)

    return read


HEAD = [["项目名称", "<", "某项目", *"<" * 5], ["主管部门", "<", "某局", "<", "实施单位", "某中心", *"<" * 2]]
MONEY = [
    ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
    ["^", "年度资金总额", "10", "9.2", "8.98802524", "10", "97.69%", "9.77"],
    ["^", "其中：当年财政拨款", "10", "9.2", "8.98802524", "—", "", "—"],
]
GOAL = [
    ["年度总体目标", "预期目标", *"<" * 2, "实际完成情况", *"<" * 3],
    ["^", "建成。", *"<" * 2, "建成了。", *"<" * 3],
]
HEADER = [
    "一级指标",
    "二级指标",
    "三级指标",
    "年度指标值",
    "实际完成值",
    "分值",
    "得分",
    "偏差原因分析及改进措施",
]
ROWS = [
    ["产出指标", "数量指标", "培训场次", "≥10场", "12场", "50", "50", ""],
    ["效益指标", "社会效益指标", "受益人次", "≥200人次", "200人次", "30", "30", ""],
    ["满意度指标", "", "学员满意度", "≥90%", "95%", "10", "10", ""],
]
TOTAL = ["总分", *"<" * 4, "100", "99.77", ""]


def rows_of(form):
    return [
        (one.level1.text, one.level2.text, one.name.text, one.target.text, one.actual.text)
        for one in form.indicators
        if one.used
    ]


class TestBeijing:
    @pytest.mark.parametrize("beside", ["^", ""], ids=["merged", "blank cells"])
    def test_the_form_of_a_real_report(self, form_of, beijing, beside):
        form = form_of("自评打分为优，自评表如下：", beijing(beside), "四、绩效评价指标分析")
        assert (form.year, form.title_year.text) == (2024, "（2024年度）")
        project = form.project
        assert (project.code.text, project.name.text) == (
            "11010524T000002958766",
            "朝阳区社会组织参与社会治理项目",
        )
        assert (project.supervisor.text, project.implementer.text) == (
            "670孙河",
            "北京市朝阳区孙河乡人民政府",
        )
        assert project.facts["项目负责人"].text == "甲"
        money = form.funding
        assert (money.total.budget.text, money.rate.text, money.points.text, money.earned.text) == (
            "10",
            "100%",
            "10",
            "10",
        )
        assert [part.label for part in money.parts] == ["当年财政拨款", "上年结转资金", "其他资金"]
        assert (form.goal.expected.text, form.goal.achieved.text) == ("建成共治体系。", "已按年初目标完成。")
        assert len(form.indicators) == 11
        assert [one.name.text for one in form.indicators if one.used] == [
            "项目数",
            "评审合格率",
            "完成时间",
            "每个项目成本",
            "参与活动人次",
            "参与公众满意度",
        ]
        assert form.indicators[7].level1.text.replace("\n", "") == "经济效益指标"
        assert (form.total_points.text, form.total.text) == ("100", "100")

    def test_its_policy_is_told_by_the_unit_and_the_labels(self, word, beijing):
        path = word(beijing())
        assessed = assess(path)
        assert assessed.policy.id == "beijing-2020-2146"
        assert "北京" in assessed.why

    def test_a_plain_form_gets_the_default_and_says_so(self, word):
        path = word([*HEAD, *MONEY, *GOAL, HEADER, *ROWS, TOTAL])
        assessed = assess(path)
        assert assessed.policy.id == "mof-2020-10"
        assert "--policy" in assessed.why


class TestTheNationalForm:
    def test_title_and_year_before_the_table(self, form_of):
        form = form_of("项目支出绩效自评表", "（2023年度）", [*HEAD, *MONEY, *GOAL, HEADER, *ROWS, TOTAL])
        assert form.year == 2023
        assert form.project.name.text == "某项目"

    def test_name_in_a_line_before_the_table(self, form_of):
        form = form_of("项目名称：某项目", "（2023年度）", [*MONEY, *GOAL, HEADER, *ROWS, TOTAL])
        assert (form.project.name.text, form.year) == ("某项目", 2023)

    def test_a_printed_rate_stays_as_it_is_printed(self, form_of):
        money = form_of([*HEAD, *MONEY, *GOAL, HEADER, *ROWS, TOTAL]).funding
        assert (money.rate.text, money.earned.text) == ("97.69%", "9.77")
        assert str(money.total.spent_amount) == "8.98802524"

    def test_one_of_several_tables(self, form_of):
        other = [["序号", "材料名称"], ["1", "合同"]]
        form = form_of("附件1", other, "附件2", [*HEAD, *MONEY, *GOAL, HEADER, *ROWS, TOTAL], "附件3", other)
        assert (form.sheet, len(rows_of(form))) == ("表2", 3)

    def test_cut_in_two_with_the_header_repeated(self, form_of):
        form = form_of([*HEAD, *MONEY, *GOAL, HEADER, *ROWS[:2]], "续表", [HEADER, ROWS[2], TOTAL])
        assert rows_of(form) == [tuple(row[:5]) for row in ROWS]
        assert form.total.text == "99.77"

    def test_head_and_indicators_in_two_tables(self, form_of):
        form = form_of("（2023年度）", [*HEAD, *MONEY, *GOAL], "", [HEADER, *ROWS, TOTAL])
        assert (form.year, form.project.name.text, len(rows_of(form))) == (2023, "某项目", 3)

    @pytest.mark.parametrize("label", ["总分", "总  分", "合计", "总计", "自评总分", "总分："])
    def test_variants_of_the_total_row(self, form_of, label):
        form = form_of([*HEAD, *MONEY, *GOAL, HEADER, *ROWS, [label, *TOTAL[1:]]])
        assert (form.total_points.text, form.total.text, len(form.indicators)) == ("100", "99.77", 3)

    def test_without_points_and_scores_as_in_hengshan(self, form_of):
        header = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "偏差原因分析及改进措施"]
        rows = [[*row[:5], row[7]] for row in ROWS]
        form = form_of([["项目名称", "<", "某项目", *"<" * 3], header, *rows])
        assert rows_of(form) == [tuple(row[:5]) for row in ROWS]
        assert form.indicators[0].points.cell is None


class TestHubei:
    """执行率 and every goal have a block of their own; the header is printed once more for each goal."""

    HEADER = ("一级指标", "二级指标", "三级指标", "年初目标值（A）", "实际完成值（B）", "得分")

    @pytest.fixture
    def form(self, form_of):
        return form_of(
            "2020年度培训项目自评表",
            [
                ["项目名称", "培训项目", *"<" * 5],
                ["主管部门", "某局", "<", "项目实施单位", "某中心", "<", "<"],
                [
                    "预算执行情况（万元）（20分）",
                    "",
                    "",
                    "预算数（A）",
                    "执行数（B）",
                    "执行率（B/A）",
                    "得分",
                ],
                ["^", "年度财政资金总额", "<", "10", "9.5", "95%", "19"],
                ["年度目标1（50分）", *self.HEADER],
                ["^", "产出指标", "数量指标", "培训场次", "10", "9", "45"],
                ["年度目标2（30分）", *self.HEADER],
                ["^", "效益指标", "社会效益指标", "受益人次", "200", "300", "30"],
                ["总分", *"<" * 5, "94"],
            ],
        )

    def test_the_rows_belong_to_their_goals(self, form):
        assert [
            (one.goal, one.name.text, one.target.text, one.actual.text) for one in form.indicators if one.used
        ] == [
            (0, "培训场次", "10", "9"),
            (1, "受益人次", "200", "300"),
        ]

    def test_the_money_has_a_total_and_its_own_points(self, form):
        money = form.funding
        assert (money.total.budget.text, money.total.spent.text, money.rate.text) == ("10", "9.5", "95%")
        assert (money.earned.text, form.total.text, form.year) == ("19", "94", 2020)


class TestSichuan:
    def test_the_target_in_three_columns(self, form_of):
        header = [*HEADER[:3], "指标性质", "指标值", "度量单位", "完成值", "分值", "得分", "未完成原因分析"]
        rows = [
            ["产出指标", "数量指标", "培训场次", "≥", "10", "场", "12", "50", "50", ""],
            ["效益指标", "社会效益指标", "作用", "定性", "显著", "", "达成年度指标", "40", "40", ""],
        ]
        form = form_of([["项目名称", "<", "某项目", *"<" * 7], header, *rows])
        assert rows_of(form)[0] == ("产出指标", "数量指标", "培训场次", "≥10场", "12场")
        assert rows_of(form)[1][3] == "显著"
