"""Word documents as small drawings: python-docx, an independent writer, makes them from rows of texts."""

import docx
import pytest


def draw(table, rows):
    """Fill a table; "<" goes on with the cell to its left, "^" with the cell above."""
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text not in ("<", "^"):
                table.cell(r, c).text = text
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in ("<", "^"):
                continue
            right = c
            while right + 1 < len(row) and row[right + 1] == "<":
                right += 1
            bottom = r
            while bottom + 1 < len(rows) and rows[bottom + 1][c] == "^":
                bottom += 1
            if (bottom, right) != (r, c):
                table.cell(r, c).merge(table.cell(bottom, right))
                table.cell(r, c).text = text


@pytest.fixture
def word(tmp_path):
    """word("前面一段", [["甲", "乙"], …], …, name="表.docx") → the file: paragraphs and tables in order."""

    def write(*blocks, name="表.docx"):
        document = docx.Document()
        for block in blocks:
            if isinstance(block, str):
                document.add_paragraph(block)
            else:
                draw(document.add_table(len(block), len(block[0])), block)
        document.save(str(tmp_path / name))
        return tmp_path / name

    return write


@pytest.fixture(scope="session")
def beijing():
    """The form of a Beijing district as it stands in a real report: labels broken by line ends, 无 in unused rows."""
    return rows_of_beijing


def rows_of_beijing(beside="^"):
    """The rows; `beside` is what stands under 项目资金 and 绩效指标: "^" merged, "" blank cells."""
    none = ["无"] * 6
    return [
        ["项目支出绩效自评表", *"<" * 8],
        ["（2024年度）", *"<" * 8],
        ["项目名称", "<", "11010524T000002958766-朝阳区社会组织参与社会治理项目", *"<" * 6],
        ["主管部门", "<", "670孙河", "<", "<", "实施单位", "北京市朝阳区孙河乡人民政府", "<", "<"],
        ["项目负责人", "<", "甲", "<", "<", "联系电话", "（略）", "<", "<"],
        ["项目资金\n（万元）", "<", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        [beside, "", "年度资金总额", "10", "10", "10", "10", "100%", "10"],
        [beside, "", "其中：当年财政拨款", "10", "10", "10", "—", "100%", "—"],
        [beside, "", "     上年结转资金", "0", "0", "0", "—", "—", "—"],
        [beside, "", "  其他资金", "0", "0", "0", "—", "—", "—"],
        ["年度总体目标", "预期目标", *"<" * 3, "实际完成情况", *"<" * 3],
        [beside, "建成共治体系。", *"<" * 3, "已按年初目标完成。", *"<" * 3],
        [
            "绩\n效\n指\n标",
            "一级指标",
            "二级指标",
            "三级指标",
            "年度\n指标值",
            "实际\n完成值",
            "分值",
            "得分",
            "偏差原因分析及改进措施",
        ],
        [beside, "产出指标", "数量指标", "项目数", "≥1个", "=1个", "15", "15", "无"],
        [beside, beside, "质量指标", "评审合格率", "=100%", "=100%", "15", "15", "无"],
        [beside, beside, "时效指标", "完成时间", "≤12月", "≤12月", "15", "15", "无"],
        [beside, "成本指标", "经济成本指标", "每个项目成本", "=10万元", "=10万元", "15", "15", "无"],
        [beside, beside, "社会成本指标", *none],
        [beside, beside, "生态环境成本指标", *none],
        [beside, "经济效益\n指标", "经济效益指标", *none],
        [beside, beside, "社会效益指标", "参与活动人次", "≥200人次", "=300人次", "20", "20", "无"],
        [beside, beside, "生态效益指标", *none],
        [beside, beside, "可持续影响指标", *none],
        [beside, "满意度指标", "满意度指标", "参与公众满意度", "≥90%", "=100%", "10", "10", "无"],
        ["总分", *"<" * 5, "100", "100", ""],
    ]
