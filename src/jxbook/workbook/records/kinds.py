"""The sheets beside the form that are plain tables: their columns as data, for writing, reading and reckoning.

满意度问卷 is no plain table; see `survey`.
"""

from __future__ import annotations

from collections.abc import Mapping

from jxbook.dataclass import replace
from jxbook.scoring.key_points import VERDICTS
from jxbook.workbook.names import (
    COSTS,
    EVIDENCE,
    INTERVIEWS,
    KEY_POINTS,
    REVIEWERS,
    REVIEWS,
    SUBPROJECTS,
    SURVEY,
)
from jxbook.workbook.records.formulas import MEAN, SAVED, SAVED_IN_ALL, SAVED_RATE, product_of, sum_of
from jxbook.workbook.records.sheet import RecordColumn, RecordInput, RecordSheet

TOTAL_LABELS = frozenset({"合计", "总计", "小计", "综合", "综合满意度", "综合满意率", "总体满意度"})
"""The labels of rows that add others up."""
STATES = ("已完成", "实施中", "未开始", "已取消")
EVIDENCE_KINDS = ("正式资料", "工作资料", "原始凭证", "说明材料")
"""财预〔2021〕101号附件1三（八）."""
PRESENT = ("有", "无", "待补")

_NUMBER = RecordColumn("序号", "", 5, RecordInput.COUNTED)
_INDICATOR = RecordColumn(
    "三级指标",
    "indicator",
    24,
    hint="与自评表“三级指标”一栏的名称完全一致。",
    aliases="指标名称 指标 对应指标",
    merged=True,
)
_NOTE = RecordColumn("说明", "note", 26, aliases="备注 情况说明")

_INTERVIEWS = RecordSheet(
    INTERVIEWS,
    "interviews",
    "记录与服务对象、实施单位等的访谈，作为评价的依据；一次访谈一行。访谈对象只写类别或单位，不写个人姓名和电话。",
    (
        _NUMBER,
        RecordColumn(
            "日期", "when", 13, hint="写到月或日，例如 2024年11月。", traits="centre", aliases="时间 访谈时间"
        ),
        RecordColumn(
            "访谈对象（类别，不写姓名）",
            "people",
            22,
            hint="写类别或单位，例如：参加活动的居民、项目承办单位。不写个人姓名。",
            aliases="受访对象 访谈人员",
        ),
        RecordColumn(
            "访谈内容",
            "topic",
            36,
            hint="问了哪些方面，例如：活动组织、服务质量。",
            aliases="访谈主题 访谈问题",
        ),
        RecordColumn(
            "主要意见",
            "view",
            52,
            hint="受访者的主要看法和建议。",
            aliases="访谈意见 意见建议 主要意见和建议",
        ),
    ),
    frozenset({"people", "view"}),
    10,
    landscape=True,
    guide="访谈的时间、对象类别、内容和意见。没有的留空。",
)
_COSTS = RecordSheet(
    COSTS,
    "costs",
    "比较成本计划和实际，写明数量和单位成本，金额由公式计算。节约率＝（计划成本－实际成本）÷计划成本；负数表示超支，应在“说明”写明原因。",
    (
        _NUMBER,
        RecordColumn(
            "成本项目", "name", 22, hint="例如：活动场地费、宣传品印制。", aliases="成本名称 成本内容"
        ),
        RecordColumn(
            "计量单位", "unit", 9, hint="数量的单位，例如：场、人次、台。", traits="centre", aliases="单位"
        ),
        RecordColumn("计划数量", "planned_quantity", 10, RecordInput.NUMBER, "按预算或实施方案填写。"),
        RecordColumn(
            "计划单位成本\n（{unit}）",
            "planned_cost",
            12,
            RecordInput.MONEY,
            "每一计量单位的计划成本。",
            aliases="计划单价",
        ),
        RecordColumn(
            "实际数量", "quantity", 10, RecordInput.NUMBER, "按实际完成情况填写。", aliases="完成数量"
        ),
        RecordColumn(
            "实际单位成本\n（{unit}）",
            "cost",
            12,
            RecordInput.MONEY,
            "每一计量单位的实际成本。",
            aliases="实际单价",
        ),
        RecordColumn(
            "计划成本（{unit}）",
            "planned",
            12,
            RecordInput.COMPUTED,
            formula=product_of("planned_quantity", "planned_cost"),
            total=sum_of("planned"),
            traits="money",
        ),
        RecordColumn(
            "实际成本（{unit}）",
            "actual",
            12,
            RecordInput.COMPUTED,
            formula=product_of("quantity", "cost"),
            total=sum_of("actual"),
            traits="money",
        ),
        RecordColumn(
            "节约额（{unit}）",
            "saved",
            12,
            RecordInput.COMPUTED,
            formula=SAVED,
            total=SAVED_IN_ALL,
            traits="money",
        ),
        RecordColumn(
            "节约率",
            "rate",
            9,
            RecordInput.COMPUTED,
            formula=SAVED_RATE,
            total=SAVED_RATE,
            traits="percent",
        ),
        replace(_NOTE, width=24, hint="单位成本高于计划的，写明原因。"),
    ),
    frozenset({"name", "planned_cost", "cost"}),
    10,
    landscape=True,
    guide="各项成本的计划和实际，节约额和节约率。没有的留空。",
)
_SUBPROJECTS = RecordSheet(
    SUBPROJECTS,
    "subprojects",
    "项目由多个子项目组成的，逐项填写；同类子项目较多的，可以一类一行，在“数量”写明个数。预算、支出合计应与自评表的全年预算数、全年执行数一致。",
    (
        _NUMBER,
        RecordColumn(
            "子项目名称",
            "name",
            30,
            hint="子项目的名称；一类一行的写类别名称。",
            aliases="子项目 分项名称 分项目名称",
        ),
        RecordColumn(
            "类别",
            "kind",
            16,
            hint="同类的写同样的类别，报告按类别汇总。",
            aliases="项目类别 子项目类别",
            merged=True,
        ),
        RecordColumn(
            "数量（个）",
            "count",
            9,
            RecordInput.NUMBER,
            "一行代表几个子项目，空着按 1 个计。",
            aliases="个数",
            total=sum_of("count"),
        ),
        RecordColumn(
            "预算（{unit}）",
            "budget",
            13,
            RecordInput.MONEY,
            "调整后的全年预算。",
            aliases="预算数 预算金额 全年预算数",
            total=sum_of("budget"),
        ),
        RecordColumn(
            "支出（{unit}）",
            "spent",
            13,
            RecordInput.MONEY,
            "全年实际支出。",
            aliases="支出数 实际支出 执行数 全年执行数",
            total=sum_of("spent"),
        ),
        RecordColumn(
            "状态",
            "status",
            10,
            RecordInput.CHOSEN,
            "截至年末的实施情况。",
            STATES,
            traits="centre",
            aliases="实施情况 完成情况",
        ),
        _NOTE,
    ),
    frozenset({"name", "budget", "spent"}),
    30,
    landscape=True,
    guide="各子项目的预算、支出和完成情况。没有的留空。",
)
_EVIDENCE = RecordSheet(
    EVIDENCE,
    "evidence",
    "列出支持各项实际完成值的材料，备查；类型参照财预〔2021〕101号（中央部门参考试行）附件1三（八）划分：正式资料、工作资料、原始凭证、说明材料。文件位置写存放的文件夹或档案号。",
    (
        _NUMBER,
        RecordColumn(
            "材料名称",
            "name",
            34,
            hint="例如：验收报告、签到表、满意度问卷汇总。",
            aliases="佐证材料名称 资料名称",
        ),
        RecordColumn(
            "类型",
            "kind",
            13,
            RecordInput.SUGGESTED,
            "从下拉列表选择，也可以直接填写。",
            EVIDENCE_KINDS,
            traits="centre",
            aliases="材料类型 资料类型",
        ),
        RecordColumn(
            "对应三级指标",
            "indicator",
            26,
            hint="从下拉列表选择自评表的三级指标；支持多个指标的，用顿号隔开。",
            aliases="对应指标 三级指标 指标名称",
            merged=True,
        ),
        RecordColumn(
            "是否具备",
            "present",
            10,
            RecordInput.CHOSEN,
            "材料现在是否齐备。",
            PRESENT,
            traits="centre",
            aliases="是否提供 有无",
        ),
        RecordColumn(
            "文件位置", "file", 34, hint="文件夹、文件名或档案号。", aliases="存放位置 文件名 材料位置"
        ),
    ),
    frozenset({"name", "indicator"}),
    20,
    landscape=True,
    guide="支持实际完成值的材料清单。没有的留空。",
)
_KEY_POINTS = RecordSheet(
    KEY_POINTS,
    "key_points",
    "逐条评定各三级指标的评价要点。自评表按“符合”的条数计算这些指标的实际完成值；“不符合”“部分符合”的应在“说明”写明情况。",
    (
        _NUMBER,
        _INDICATOR,
        RecordColumn("评价要点", "text", 60, hint="一条要点一行。", aliases="评价内容 评分要点"),
        RecordColumn(
            "符合情况",
            "verdict",
            11,
            RecordInput.CHOSEN,
            "逐条选择；全部选定后，自评表才有得分。",
            VERDICTS,
            traits="centre",
            aliases="评价结果 是否符合",
        ),
        replace(_NOTE, width=36, hint="不符合、部分符合的，写明具体情况。"),
    ),
    frozenset({"indicator", "text", "verdict"}),
    20,
    landscape=True,
    guide="按评价要点评定的指标，逐条评定是否符合；自评表的实际完成值由此计算。",
)
_REVIEWS = RecordSheet(
    REVIEWS,
    "reviews",
    "各评委独立评分，每位评委一列，不写姓名。评委评分按评价政策汇总，缺少评分的评委不计入。",
    (
        _NUMBER,
        replace(_INDICATOR, width=34),
        RecordColumn("分值", "points", 8, RecordInput.NUMBER, "该指标的满分。"),
        *(
            RecordColumn(
                f"评委{number}",
                f"score{number}",
                8,
                RecordInput.NUMBER,
                "不小于 0，不大于分值。",
                aliases=f"专家{number} 评审{number}",
            )
            for number in range(1, len(REVIEWERS) + 1)
        ),
        RecordColumn(
            "评委评分", "mean", 10, RecordInput.COMPUTED, formula=MEAN, aliases="平均分 平均得分 汇总得分"
        ),
    ),
    frozenset({"indicator", "score1"}),
    20,
    landscape=True,
    guide="评委各自的评分和汇总；自评表的得分由此得出，不请评委评分的留空。",
)

KINDS: Mapping[str, RecordSheet] = {
    kind.sheet: kind for kind in (_INTERVIEWS, _COSTS, _SUBPROJECTS, _EVIDENCE, _KEY_POINTS, _REVIEWS)
}
"""The plain tables by the name of their sheet."""
QUESTIONS = 10
"""How many questions 满意度问卷 opens with."""
GUIDES: Mapping[str, str] = {SURVEY: "问卷的份数和各题的答案，计算满意度。没有的留空。"} | {
    kind.sheet: kind.guide for kind in KINDS.values()
}
"""What 填报说明 says of each sheet."""
ROWS: Mapping[str, int] = {SURVEY: QUESTIONS} | {kind.sheet: kind.rows for kind in KINDS.values()}
"""How many rows each sheet opens with."""
FIELDS: Mapping[str, str] = {SURVEY: "survey"} | {kind.sheet: kind.records for kind in KINDS.values()}
"""The field of Records that each sheet holds."""
