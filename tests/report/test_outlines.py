"""The outlines: each has its sections in the order of the report it was taken from, and says nothing it does not know.

The reports of the samples are read from their workbooks, as a user has them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from jxbook.document import Document, render
from jxbook.document.blocks import Heading, Note, Paragraph, Signature, Subtitle, Table, Title
from jxbook.document.marks import bare
from jxbook.facts.words import OPEN
from jxbook.form import (
    Entry,
    Evidence,
    Form,
    Funding,
    FundingRow,
    Goal,
    Indicator,
    Passage,
    Project,
    SubProject,
    Survey,
    SurveyQuestion,
)
from jxbook.making.sample import write_workbook
from jxbook.policy import load_policy, policy_ids
from jxbook.recognition import open_form
from jxbook.report import compose
from jxbook.report.outline import sections, shipped
from jxbook.report.shipped import outline_names, outline_text
from jxbook.samples import load_sample, sample_names
from jxbook.scoring import score

SECTIONS = {
    "sunhe-2024": """
        一、基本情况
        （一）项目概况
        1.项目基本情况 2.项目背景 3.主要内容及实施情况 4.资金投入和使用情况
        （二）项目绩效目标
        1.总体目标 2.阶段性目标
        二、绩效评价工作开展情况
        （一）绩效评价目的、对象和范围
        1.绩效评价目的 2.绩效评价对象 3.绩效评价范围
        （二）绩效评价原则
        （三）绩效评价工作过程
        三、综合评价情况及评价结论
        四、绩效评价指标分析
        （一）项目决策情况
        （二）项目过程情况
        （三）项目产出情况
        1.项目预期目标完成情况 2.项目时效性分析
        （四）项目效益情况
        1.社会效益 2.服务对象满意度
        五、主要经验及做法、存在的问题及原因分析
        （一）主要经验及做法
        （二）存在的问题及原因分析
        六、有关建议
        七、其他需要说明的问题""",
    "jichang-2024": """
        一、基本情况
        （一）项目概况
        （二）项目绩效目标
        二、绩效评价工作开展情况
        （一）绩效评价目的、对象和范围
        （二）绩效评价原则、方法、标准
        （三）绩效评价工作过程
        三、综合评价情况及评价结论
        四、绩效评价指标分析
        （一）项目决策情况
        （二）项目过程情况
        （三）项目产出情况
        （四）项目效益情况
        五、主要经验及做法、存在的问题及原因分析
        六、有关建议
        七、其他需要说明的问题""",
    "laiguangying-2024": """
        一、基本情况
        （一）项目概况
        1.项目名称：2024年农村地区为民办实事-老旧小区基础设施修缮项目
        2.项目单位：北京市朝阳区来广营乡人民政府
        3.项目背景 4.主要内容 5.实施情况、资金投入和使用情况
        （二）项目绩效目标
        1.总体目标 2.阶段性目标
        二、绩效评价工作开展情况
        （一）绩效评价目的、对象和范围
        1.评价目的 2.评价对象 3.评价范围
        （二）绩效评价原则、评价指标体系、评价方法、评价标准
        1.绩效评价原则 2.评价指标体系 3.评价方法和评价标准
        （三）绩效评价工作过程
        三、综合评价情况及评价结论
        四、绩效评价指标分析
        （一）项目决策情况
        1.目标明确性分析 2.目标合理性分析 3.目标细化程度分析
        （二）项目过程情况
        1.资金使用及管理情况 2.项目组织管理情况
        （三）项目产出情况
        1.项目经济性分析 2.项目效率性分析
        （1）项目的实施进度
        （2）项目完成质量
        （四）项目效益情况
        五、主要经验及做法、存在的问题及原因分析
        （一）主要经验和做法
        （二）存在的问题及原因分析
        六、有关建议
        七、其他需要说明的问题""",
    "zhanlanlu-2024": """
        一、基本情况
        （一）项目概况
        （二）项目绩效目标
        1.总体目标 2.阶段性目标
        二、绩效评价工作开展情况
        （一）绩效评价目的、对象和范围
        （二）绩效评价原则、评价指标体系、评价方法和评价标准
        1.评价原则 2.评价指标体系 3.评价方法 4.评价标准
        （三）绩效评价工作过程
        1.目标设定 2.数据收集 3.数据分析 4.建议提出
        三、综合评价情况及评价结论
        四、绩效评价指标分析
        （一）项目决策情况
        （二）项目过程情况
        （三）项目产出情况
        （四）项目效益情况
        五、主要经验及做法、存在的问题及原因分析
        （一）主要经验及做法
        （二）存在的问题及原因分析
        六、有关建议
        七、其他需要说明的问题""",
    "dongchuan-2020": """
        一、项目概况
        二、评价结论
        三、经验、问题和建议
        1.主要经验及做法 2.存在的问题 3.改进措施及建议
        一、项目基本情况
        （一）项目概况
        1.立项背景及目的 2.项目实施情况 3.资金来源及使用情况 4.组织及管理情况
        （二）绩效目标
        1.总目标 2.年度目标
        二、绩效评价工作情况
        （一）绩效评价目的
        （二）绩效评价工作方案制定过程
        1.前期调研 2.研究文件 3.绩效评价指标体系及工作方案的设计
        （三）绩效评价原则、评价方法
        1.绩效评价原则 2.绩效评价方法
        （四）绩效评价实施过程
        1.数据填报和采集 2.数据分析和撰写报告
        （五）本次绩效评价的局限性
        三、评价结论和绩效分析
        （一）评价结论
        1.评价结果 2.主要绩效
        （二）具体绩效分析
        四、成本效益分析
        五、主要经验及做法、存在的问题和建议
        （一）主要经验及做法
        （二）存在的问题
        （三）建议和改进措施""",
}
"""As the published report has them. What a report left out (来广营 二（二）3, 展览路 五（二） 六 七) is there all the same."""

FIGURES = {
    "sunhe-2024": """
        重点支出项目（政策）绩效评价报告 孙河乡党群服务中心 延续项目 2024年1月 2024年11月 京社委发〔2019〕97号 10万元
        11010524T000002958766 670孙河 19场 300余人次 各1份 ≥1个 100% ≤12月 ≥200人次 300人次 ≥90% 预算执行率100%
        总分100分 “优” 首付款60% 尾款40% 2024年12月31日 无结转结余 2023年 批复立项1个""",
    "jichang-2024": """
        2024年度机场街道社会组织培育孵化中心建设项目支出绩效评价报告 86.53分 等级为“优” 10万元 2024年11月 65支 86% 16支 5场 20场 3支 1支 8支 ≥5场 ≥16支
        ≥2支 ≥3支 ≥20场 4个社区 2024年第9次 第16次工委会 2024年5月至10月 2023年10月 “231”""",
    "laiguangying-2024": """
        66.649016万元 朝政农发〔2020〕28号 总分100分 2024年实际支出 工作进度 受益人数 竣工验收合格率 居民生活环境 服务对象满意度 项目成本""",
    "zhanlanlu-2024": """
        部门名称：北京市西城区人民政府展览路街道办事处 项目名称：社区党组织服务群众工作经费 京财党政群指〔2023〕1756号
        920万元 9200000 8988025.24 898.802524万元 97.70% 23个社区 40万元 20万元 27类 98个 工程类57个 活动类18个 便民服务类5个 志愿公益类5个
        其他服务事项13个 应急项目40个 9个社区 12个社区 17次 3万人次 40个 100余万元 2025年度 1-2户 每年12月 “四个不放松”
        “1公里便民服务”""",
    "dongchuan-2020": """
        城乡社区服务体系建设项目支出绩效评价报告 铜源社区治理创新试点项目支出绩效评价报告 2020年 6万元 第一批省级福利彩票公益金 试点工作任务1个 100分 等级为“优” 60分 60%
        预算执行率100% 绩效评价指标体系 访谈分析报告 社会调查问卷分析报告 绩效目标申报表 项目竣工验收报告""",
}
"""Every figure of the published report, as ours says it. 展览路 prints 97.69 %, which is a mistake."""


@pytest.fixture(scope="module", params=sample_names())
def sample(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def report(sample: str, tmp_path_factory: pytest.TempPathFactory) -> Document:
    path = tmp_path_factory.mktemp(sample) / "自评表.xlsx"
    write_workbook(load_sample(sample), path)
    return composed(open_form(path))


def composed(form: Form, policy_id: str | None = None) -> Document:
    policy = load_policy(policy_id or form.policy_id)
    return compose(form, policy, score(form, policy))


def headings(document: Document) -> list[str]:
    return [f"{one.number}{bare(one.text)}" for one in document.blocks if isinstance(one, Heading)]


def written(document: Document) -> str:
    """All that a reader sees, a block a line, table cells too."""
    lines = []
    for block in document.blocks:
        if isinstance(block, Table):
            lines += [block.caption, block.subcaption, *(cell.text for row in block.rows for cell in row)]
        elif isinstance(block, Title | Subtitle | Paragraph | Note):
            lines.append(block.text.replace("\n", ""))
        elif isinstance(block, Heading):
            lines.append(f"{block.number}{block.text}")
    return bare("\n".join(lines))


def section(document: Document, heading: str) -> str:
    """The texts below a heading, up to the next heading of its level or above."""
    found: list[str] = []
    level = 0
    for block in document.blocks:
        if isinstance(block, Heading) and (block.text == heading or (level and block.level <= level)):
            level = block.level if block.text == heading else 0
        elif level and isinstance(block, Paragraph | Note):
            found.append(bare(block.text))
    return "\n".join(found)


# The five published reports


def test_the_sections_are_those_of_the_published_report_in_its_order(sample: str, report: Document) -> None:
    expected = [text for line in SECTIONS[sample].split("\n") for text in _split(line.strip()) if text]
    assert headings(report) == expected


def _split(line: str) -> list[str]:
    """1.甲 2.乙 stand on one line of the table above."""
    return re.split(r" (?=\d\.)", line)


def test_every_figure_of_the_published_report_is_in_ours(sample: str, report: Document) -> None:
    text = written(report)
    assert [one for one in FIGURES[sample].split() if one not in text] == []


def test_everything_that_staff_wrote_is_in_the_report(sample: str, report: Document) -> None:
    text = written(report)
    form = load_sample(sample).form
    lines = [line.rstrip("。") for one in form.passages for line in one.text.text.split("\n")]
    lines += [row.name.text for row in form.indicators if not row.name.none]
    lines += [row.name.text for row in form.records.evidence]
    lines += [row.kind.text for row in form.records.subprojects]
    assert [line for line in lines if line not in text] == []


def test_nothing_is_left_over(report: Document) -> None:
    assert not any("没有相应的章节" in one.text for one in report.blocks if isinstance(one, Note))


def test_the_report_as_markdown_is_the_golden_file(
    sample: str, report: Document, request: pytest.FixtureRequest
) -> None:
    golden = request.path.parent / "golden" / f"{sample}.md"
    assert render(report, "md").decode() == golden.read_text("utf-8")


def test_no_report_names_a_person_or_a_telephone(report: Document) -> None:
    assert not re.search(r"(?<![\dT.])1[3-9]\d{9}(?!\d)|(?<![\dT.])[2-8]\d{7}(?!\d|\.)", written(report))


# What each of them says its own way


def sample_report(name: str) -> Document:
    return composed(load_sample(name).form)


def test_a_third_partys_score_and_grade_are_said_to_be_its_own() -> None:
    text = section(sample_report("jichang-2024"), "综合评价情况及评价结论")
    assert (
        "经区民政局组织的区级评估组评价，项目得86.53分，等级为“优”【待补充：评价方划分等级的分数线】【待补充：评价机构的扣分指标、扣分值及原因】。项目"
        in text
    )


def test_a_report_without_points_gives_no_score_and_no_grade() -> None:
    text = written(sample_report("zhanlanlu-2024"))
    assert not re.search(r"得\d+分|分值\d|等级为|总分", text)


def test_a_total_without_points_is_given_no_grade() -> None:
    """Nobody knows what it is out of: the published report gives none either."""
    text = section(sample_report("laiguangying-2024"), "综合评价情况及评价结论")
    assert (
        "总分100分，其中产出指标得40分、效益指标得20分、满意度指标得10分、成本指标得30分，各项指标得分见附件"
        in text
        and "等级" not in text
    )


def test_a_unit_that_is_no_evaluator_is_not_made_one() -> None:
    assert "23个社区组织实施" not in written(sample_report("zhanlanlu-2024"))


def test_what_the_published_report_left_out_is_marked_open() -> None:
    report = sample_report("zhanlanlu-2024")
    assert "把两批工程类项目尾款100余万元列入下年预算" in section(report, "有关建议")
    assert OPEN in section(report, "有关建议")


def test_spending_without_a_budget_is_said_once_and_no_rate_is_given() -> None:
    text = section(sample_report("laiguangying-2024"), "实施情况、资金投入和使用情况")
    assert text.count("66.649016万元") == 1
    assert "【待补充：年初预算数和全年预算数，据以计算预算执行率】" in text


def test_a_score_table_stands_at_the_end_with_its_sum() -> None:
    table = next(one for one in reversed(sample_report("laiguangying-2024").blocks) if isinstance(one, Table))
    cells = [bare(cell.text) for row in table.rows for cell in row]
    assert cells[:4] == ["一级指标", "二级指标", "三级指标", "得分"]
    assert [one for one in cells if one.isdigit()] == ["10", "10", "20", "20", "10", "30", "100"]


def test_papers_that_are_listed_are_no_survey() -> None:
    """The published report has a heading 社会调查, and nothing that was done under it."""
    text = section(sample_report("dongchuan-2020"), "数据填报和采集")
    assert text.endswith("【待补充：社会调查，包括问卷和访谈的对象、方式、份数和结果】")
    assert "访谈分析报告" not in text


def test_papers_of_which_nobody_says_whether_they_are_there_have_no_column_for_it() -> None:
    [table] = [one for one in sample_report("dongchuan-2020").blocks if isinstance(one, Table)]
    assert [bare(cell.text) for cell in table.rows[0]] == ["序号", "材料名称", "材料类别"]


def test_a_total_without_any_indicator_is_asked_for_once() -> None:
    asked = "【待补充：各项指标的分值、年度指标值、实际完成值和得分】"
    assert written(sample_report("dongchuan-2020")).count(asked) == 1


def test_results_and_money_that_staff_tell_are_not_told_beside_them() -> None:
    report = sample_report("jichang-2024")
    text = section(report, "项目产出情况")
    assert text.startswith("重点支持社区社会组织16支、每个社区培育品牌社区社会组织2支，均达到年度指标值。")
    assert text.count("5场") == text.count("20场") == 1
    assert "支出" not in section(report, "项目过程情况")
    assert section(report, "项目概况").count("10万元全部支出") == 1 and "全年支出" not in section(
        report, "项目概况"
    )


def test_a_survey_of_which_nothing_is_known_is_asked_for_without_a_heading_of_its_own() -> None:
    report = composed(minimal("yunnan", funding=FUNDING))
    assert "社会调查" not in [one.text for one in report.blocks if isinstance(one, Heading)]
    assert written(report).count("【待补充：问卷和访谈的对象、方式、份数和结果】") == 1


def test_the_unit_s_own_total_is_said_to_be_its_own() -> None:
    assert section(sample_report("dongchuan-2020"), "评价结果").startswith(
        "项目绩效自评得100分，等级为“优”【"
    )


# Any project, not only these

FUNDING = Funding(FundingRow("年度资金总额", *(Entry(Decimal(one)) for one in (10, 10, 10))))


def minimal(policy_id: str, **fields: Any) -> Form:
    """A form of this policy with nothing in it but what is given."""
    return Form(
        "自评表",
        None,
        policy_id,
        Project(),
        fields.pop("funding", Funding(FundingRow("年度资金总额"))),
        Goal(),
        fields.pop("indicators", ()),
        **fields,
    )


@pytest.mark.parametrize("policy_id", policy_ids())
def test_an_empty_form_makes_a_report_that_invents_nothing(policy_id: str) -> None:
    text = written(composed(minimal(policy_id)))
    said = re.sub(
        r"【[^】]*】|《[^》]*》|（[^（）]*号）|\d+分（含）以上|\d+分（含）至\d+分|\d+分以下", "", text
    )
    assert not re.search(r"\d+(?:万元|元|%|分|个|份)", said), said
    assert OPEN in text


@pytest.mark.parametrize("outline", outline_names())
def test_every_passage_has_a_hint_and_stands_once(outline: str) -> None:
    asked = sections(shipped(outline))
    assert len({one.name for one in asked}) == len(asked) > 10
    assert [one.name for one in asked if not re.search("[一-鿿]{2}", one.hint)] == []


@pytest.mark.parametrize("outline", outline_names())
def test_every_shipped_outline_is_the_outline_of_a_policy(outline: str) -> None:
    assert outline in {load_policy(one).word("report.outline") for one in policy_ids()}


@pytest.mark.parametrize("outline", outline_names())
def test_an_outline_orders_and_does_not_reckon(outline: str) -> None:
    """Sentences are written by functions; an outline holds no arithmetic and no label of the form."""
    text = re.sub(r"\{#.*?#\}", "", outline_text(outline), flags=re.DOTALL)
    assert not re.search(
        r"\{% (?:macro|import|for) |[^=]=[^=\w\"]",
        re.sub(
            r"after=true|ask=true|optional=true",
            "",
            text.replace("====", "").replace("===", "").replace("==", ""),
        ),
    )
    assert "年度指标值为“" not in text and "实际完成值" not in text


def test_promise_5_a_text_whose_section_is_gone_stands_at_the_end() -> None:
    form = minimal(
        "beijing-2020-2146", passages=(Passage("项目产出情况", Entry("完成整治12处\n另有3处在建")),)
    )
    blocks = composed(form).blocks
    end = next(at for at, one in enumerate(blocks) if isinstance(one, Signature))
    assert [bare(getattr(one, "text", "")) for one in blocks[end - 3 : end]] == [
        "项目产出情况：",
        "完成整治12处。",
        "另有3处在建。",
    ]


def test_other_benefits_than_social_ones_change_the_heading() -> None:
    form = load_sample("sunhe-2024").form
    row = next(one for one in form.indicators if one.name.text == "参与活动人次")
    moved = replace(row, level2=Entry("生态效益指标"))
    rows = tuple(moved if one is row else one for one in form.indicators)
    assert "1.项目实施效益" in headings(composed(replace(form, indicators=rows)))


def test_subprojects_are_counted_by_kind_where_a_row_stands_for_many() -> None:
    def item(kind: str, count: int, status: str) -> SubProject:
        return SubProject(
            Entry(f"{kind}项目"), Entry(kind), Entry(Decimal(count)), Entry(), Entry(), Entry(status), Entry()
        )

    form = minimal("beijing-community")
    rows = (item("工程类", 3, "已完成"), item("活动类", 2, "实施中"))
    text = section(composed(replace(form, records=replace(form.records, subprojects=rows))), "项目概况")
    assert "共有子项目5个，其中工程类3个、活动类2个。至年末，工程类项目已完成，活动类项目仍在实施。" in text


@pytest.mark.parametrize(
    ("policy_id", "heading"),
    [
        ("mof-2020-10", "项目效益情况"),
        ("beijing-2020-2146", "服务对象满意度"),
        ("beijing-third-party", "项目效益情况"),
        ("beijing-score-table", "项目效益情况"),
        ("beijing-community", "数据分析"),
        ("yunnan", "社会调查"),
    ],
)
def test_a_survey_is_told_where_the_outline_has_its_place(policy_id: str, heading: str) -> None:
    sent, returned, good, bad = (Entry(Decimal(one)) for one in (100, 90, 72, 18))
    survey = Survey(
        sent,
        returned,
        Entry("入户问卷"),
        (Entry("满意"), Entry("不满意")),
        (Entry(Decimal(1)), Entry(Decimal(0))),
        (SurveyQuestion(Entry("对环境是否满意"), (good, bad)),),
    )
    rated = Indicator.read(
        *map(
            Entry,
            (
                "满意度指标",
                "服务对象满意度指标",
                "居民满意度",
                "≥90%",
                "80%",
                Decimal(10),
                None,
                "等候时间长",
            ),
        )
    )
    form = minimal(policy_id, indicators=(rated,))
    text = section(composed(replace(form, records=replace(form.records, survey=survey))), heading)
    assert re.search("调查采用入户问卷方式，共收回有效问卷90份（见附件2?）。", text)
    assert text.count("满意度80%") == 1


@pytest.mark.parametrize(
    ("present", "said"),
    [
        ("有有", "收集佐证材料2项，均已具备（见附件2）。"),
        ("有无", "列出佐证材料2项，已具备1项（见附件2）。"),
        ("  ", "列出佐证材料2项（见附件2）【待补充：各项佐证材料是否具备】。"),
        ("无无", "列出佐证材料2项（见附件2）。"),
    ],
)
def test_evidence_is_counted_in_the_way_it_was_evaluated(present: str, said: str) -> None:
    form = minimal("mof-2020-10", funding=FUNDING)
    rows = tuple(
        Evidence(Entry(f"材料{n}"), Entry("正式资料"), Entry(), Entry(one), Entry())
        for n, one in enumerate(present)
    )
    text = written(composed(replace(form, records=replace(form.records, evidence=rows))))
    assert said in text


def test_the_abstract_points_to_the_report_where_staff_wrote_none() -> None:
    assert section(composed(minimal("yunnan")), "经验、问题和建议").count("见正文第五部分。") == 3


def test_the_yunnan_outline_with_points_gives_total_and_table() -> None:
    form = load_sample("sunhe-2024").form
    text = written(composed(form, "yunnan"))
    assert "项目绩效评价总分100分，等级为“优”" in text
    assert "项目支出绩效自评表" in text
