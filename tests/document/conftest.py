"""Sample documents for the renderers."""

from __future__ import annotations

import pytest

from jxbook.document.blocks import (
    Align,
    Document,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Subtitle,
    Table,
    TableCell,
    Title,
)

LEFT = Align.LEFT


def cell(text: str, colspan: int = 1, rowspan: int = 1, align: Align = Align.CENTER) -> TableCell:
    return TableCell(text, colspan, rowspan, align)


def row(*texts: str) -> tuple[TableCell, ...]:
    return tuple(TableCell(text) for text in texts)


@pytest.fixture(scope="session")
def small_document() -> Document:
    """One block of each kind, texts that need escaping, a table with merges in both directions."""
    return Document(
        "示例<报告>",
        (
            Title("示例<报告>"),
            Subtitle("（2024年度）"),
            Heading(1, "一、", "基本情况"),
            Heading(2, "（一）", "项目概况"),
            Heading(3, "1.", "立项背景"),
            Heading(4, "（1）", "依据"),
            Paragraph("第一行 A&B\n1. 第二行 *甲* {{x}} <5%"),
            Note("# 非正式口径"),
            PageBreak(),
            Table(
                "自评表",
                "（万元）",
                (2, 1, 1),
                (
                    (cell("指标"), cell("分值|得分", 2)),
                    (cell("产出", rowspan=2), cell("50"), cell("≥50\n<甲>", align=LEFT)),
                    (TableCell("总分", 2, bold=True),),
                ),
                header_rows=1,
            ),
        ),
    )


@pytest.fixture(scope="session")
def report() -> Document:
    """A report as long and as varied as a real one, with the national 自评表. Its facts are made up."""
    return Document(
        "2024年度青禾街道背街小巷环境精细化整治提升项目支出绩效评价报告", (*_front(), *_middle(), *_end())
    )


def _front() -> tuple[Title | Subtitle | Note | Heading | Paragraph, ...]:
    return (
        Title("2024年度青禾街道背街小巷环境\n精细化整治提升项目支出绩效评价报告"),
        Subtitle("（2024年度）"),
        Note(
            "说明：本报告评分口径中，指标值为“≤”的得分公式为通行做法，未见于财预〔2020〕10号文，使用前请与主管部门核对。"
        ),
        Heading(1, "一、", "基本情况"),
        Heading(2, "（一）", "项目概况"),
        Heading(3, "1.", "立项背景及目的"),
        Paragraph(
            "为落实城市精细化管理要求，改善老旧小区周边环境，青禾街道办事处于2024年1月立项实施背街小巷环境"
            "精细化整治提升项目，整治范围为辖区内12条背街小巷，总长4.86公里，涉及居民3,200余户。"
        ),
        Heading(3, "2.", "主要内容及实施情况"),
        Paragraph(
            "项目主要内容包括道路铺装、架空线入地、立面修缮和绿化补植四项。截至2024年12月31日，已完成道路铺装"
            "18,600平方米、架空线入地3.2公里、立面修缮9,450平方米、绿化补植2,100平方米，各项工程均通过竣工验收。"
        ),
        Heading(4, "（1）", "组织实施"),
        Paragraph(
            "街道办事处成立由主要负责同志任组长的工作专班，实行“周调度、月通报”，定期听取居民代表意见。"
        ),
        Heading(3, "3.", "资金投入和使用情况"),
        Paragraph(
            "项目年初预算数为920.00万元，全年预算数为920.00万元，全年执行数为898.80万元，预算执行率为97.70%，"
            "资金全部来源于当年财政拨款。"
        ),
        Heading(2, "（二）", "项目绩效目标"),
        Paragraph(
            "通过项目实施，消除安全隐患，改善人居环境，提升居民满意度，形成可复制、可推广的长效管理机制。"
        ),
        Heading(1, "二、", "绩效评价工作开展情况"),
        Heading(2, "（一）", "绩效评价目的、对象和范围"),
        Paragraph(
            "评价对象为2024年度背街小巷环境精细化整治提升项目，评价范围涵盖项目决策、过程、产出和效益。"
        ),
        Heading(2, "（二）", "评价原则、指标体系、方法和标准"),
        Paragraph(
            "评价遵循科学公正、统筹兼顾、激励约束、公开透明的原则，主要采用因素分析法、比较法和公众评判法。"
        ),
        Heading(2, "（三）", "绩效评价工作过程"),
        Paragraph(
            "评价工作自2025年2月10日起，至2025年3月20日止，经历前期准备、数据采集、分析评价和报告撰写四个阶段。"
        ),
        Heading(1, "三、", "综合评价情况及评价结论"),
        Paragraph("经综合评价，项目总得分为96.77分，评价等级为“优”。自评结果详见下表。"),
    )


def _middle() -> tuple[PageBreak | Table, ...]:
    return PageBreak(), self_evaluation_table()


def self_evaluation_table() -> Table:
    """The national form on a grid of ten columns."""
    goal = "完成12条背街小巷整治提升，消除安全隐患，改善人居环境，居民满意度达到90%以上。"
    done = "已完成12条背街小巷整治提升，全部通过竣工验收；经问卷调查，居民满意度为93.50%。"
    late = "受汛期连续降雨影响，2条街巷的铺装工程延期；已调整施工组织，今后将汛期因素纳入进度计划。"
    head = (
        "一级\n指标",
        "二级指标",
        "三级指标",
        "年度\n指标值",
        "实际\n完成值",
        "分值",
        "得分",
        "偏差原因分析\n及改进措施",
    )
    return Table(
        "项目支出绩效自评表",
        "（2024年度）",
        (48, 78, 118, 150, 112, 112, 56, 70, 100, 66),
        (
            (cell("项目名称", 2), cell("青禾街道背街小巷环境精细化整治提升项目", 8)),
            (
                cell("主管部门", 2),
                cell("青禾区城市管理委员会", 3),
                cell("实施单位", 1),
                cell("青禾街道办事处", 4),
            ),
            (
                cell("项目资金\n（万元）", 2, 5),
                cell("", 1),
                *row("年初\n预算数", "全年\n预算数", "全年\n执行数", "分值"),
                cell("执行率", 2),
                cell("得分"),
            ),
            (cell("年度资金总额"), *row("920.00", "920.00", "898.80", "10"), cell("97.70%", 2), cell("9.77")),
            (
                cell("其中：当年财政拨款"),
                *row("920.00", "920.00", "898.80", "—"),
                cell("97.70%", 2),
                cell("—"),
            ),
            (cell("上年结转资金"), *row("0.00", "0.00", "0.00", "—"), cell("—", 2), cell("—")),
            (cell("其他资金"), *row("0.00", "0.00", "0.00", "—"), cell("—", 2), cell("—")),
            (cell("年度\n总体\n目标", 1, 2), cell("预期目标", 4), cell("实际完成情况", 5)),
            (cell(goal, 4, align=LEFT), cell(done, 5, align=LEFT)),
            (cell("绩\n效\n指\n标", 1, 14), *row(*head[:7]), cell(head[7], 2)),
            (
                cell("产出\n指标", 1, 7),
                cell("数量指标", 1, 3),
                *_indicator("整治背街小巷数量", "=12条", "12条", "8", "8.00"),
            ),
            _indicator("道路铺装面积", "≥18000平方米", "18600平方米", "6", "6.00"),
            _indicator("架空线入地长度", "≥3公里", "3.2公里", "6", "6.00"),
            (cell("质量指标", 1, 2), *_indicator("竣工验收合格率", "=100%", "100%", "10", "10.00")),
            _indicator("材料送检合格率", "=100%", "100%", "5", "5.00"),
            (cell("时效指标"), *_indicator("工程按期完工率", "=100%", "80%", "10", "8.00", late)),
            (cell("成本指标"), *_indicator("项目总成本", "≤920万元", "898.80万元", "5", "5.00")),
            (cell("效益\n指标", 1, 4), cell("经济效益\n指标"), *_indicator("无", "无", "无", "—", "—")),
            (
                cell("社会效益\n指标"),
                *_indicator("居民出行条件改善情况", "明显改善", "达成年度指标", "15", "14.00"),
            ),
            (cell("生态效益\n指标"), *_indicator("新增绿化面积", "≥2000平方米", "2100平方米", "10", "10.00")),
            (cell("可持续影\n响指标"), *_indicator("长效管护机制", "建立", "达成年度指标", "5", "5.00")),
            (
                cell("满意度\n指标", 1, 2),
                cell("服务对象\n满意度指标", 1, 2),
                *_indicator("居民满意度", "≥90%", "93.50%", "6", "6.00"),
            ),
            _indicator("沿街商户满意度", "≥90%", "91.20%", "4", "4.00"),
            (cell("总分", 6), *row("100", "96.77"), cell("", 2)),
        ),
    )


def _indicator(
    name: str, target: str, actual: str, points: str, earned: str, reason: str = "无"
) -> tuple[TableCell, ...]:
    return *row(name, target, actual, points, earned), cell(
        reason, 2, align=LEFT if reason != "无" else Align.CENTER
    )


def _end() -> tuple[Heading | Paragraph | Note, ...]:
    return (
        Heading(1, "四、", "绩效评价指标分析"),
        Heading(2, "（一）", "项目决策情况"),
        Paragraph("项目立项依据充分、程序规范，绩效目标与实际工作内容相关，预算编制经过论证，资金分配合理。"),
        Heading(2, "（二）", "项目过程情况"),
        Paragraph(
            "资金到位率为100%，预算执行率为97.70%。各项支出符合国家财经法规和财务管理制度，未发现截留、挤占、挪用等情况。"
        ),
        Heading(2, "（三）", "项目产出情况"),
        Paragraph(
            "产出指标共7项，满分50分，得48.00分。其中，工程按期完工率的年度指标值为100%，实际完成值为80%，扣2.00分。"
        ),
        Heading(2, "（四）", "项目效益情况"),
        Paragraph(
            "效益指标满分30分，得29.00分；满意度指标满分10分，得10.00分。居民普遍反映出行条件和街巷面貌明显改善。"
        ),
        Heading(1, "五、", "主要经验及做法、存在的问题及原因分析"),
        Paragraph(
            "一是坚持问题导向，把居民反映集中的“路难走、线乱拉、墙破旧”作为整治重点。\n二是部分工程受汛期影响延期，进度计划对季节因素考虑不足。"
        ),
        Heading(1, "六、", "有关建议"),
        Paragraph(
            "建议在编制年度实施计划时充分考虑汛期、采暖季等季节因素，合理安排工序，并预留必要的机动时间。"
        ),
        Heading(1, "七、", "其他需要说明的问题"),
        Paragraph("无。"),
    )
