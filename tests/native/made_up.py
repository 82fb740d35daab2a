"""Rows as people might write them, and as nobody should: seeded, so that a failure can be had again."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from jxbook.formulas.contents import Value

Row = dict[str, Value]
"""The entries of an indicator row by their field."""

_HEADS = "≥ ≤ > < = ≧ >= 不少于 不低于 不超过 至少 达到 超过 少于 不足 控制在 约 同比 增长 下降 完成 共 ＞ ＝ －".split()
_TAILS = "以上 及以上 以下 以内 前 底前 前完成 左右 内 + 完成 及以下 之前".split()
_UNITS = (
    "% 人次 人 名 场 次 个 项 家 万元 元 亿元 万人次 天 个月 月 月底 年 小时 工作日 平方米 万平方米 公里 吨 元/人 元/平方米 "
    "个百分点 ‰ 分 套 台（套） 批次 份 起 季度 日 倍 亩 厘米 百分比 m2 ％ 类 级 名 米 公顷 斤 日 号"
).split()
_NUMBERS = (
    "0 1 2 3 5 8 9 10 11 12 13 15 20 30 45 50 60 80 85 90 95 97.7 98.5 99.99 100 105 110 120 150 200 300 500 1000 "
    "2000 9999 10000 20000 50000 123456 2024 202412 2024.12 12.31 11.15 0.5 0.05 0.95 0.9 1.5 3.3333 33.33 0.1 7.77 1,200 .5 "
    "５ 三 十 两百 007 1e3 45000"
).split()
_WORDS = (
    "效果明显 效果显著 有效提升 长期 持续改善 合格 达标 验收合格 通过验收 是 否 无 — / - 不适用 完成 按时完成 全部完成 逐步完善 "
    "符合要求 有 健全 年底 第三季度 上半年 一定效果 零事故 无投诉 不发生 显著 优 提高群众生活水平 制度健全、规范 效果明显。 达成 "
    "未达标 不合格 未完成 部分完成 基本完成 达成年度指标 部分达成年度指标并具有一定效果 未达成年度指标且效果较差 未发生 没有 "
    "实现目标程度较低 达成预期指标 已完成 基本达成目标 100% TRUE #N/A 2024-11-30 11月30日 2024年11月 2024年12月底前 二〇二四年"
).split()
_STATED = (
    "（75%）",
    "（60%）",
    "（100%）",
    "(30%)",
    "（0%）",
    "（80%）",
    "（120%）",
    "75%",
    "，75%",
    "（七成）",
)
_LABELS = (
    ("产出指标", "数量指标"), ("产出指标", "质量指标"), ("产出指标", "时效指标"), ("产出指标", "成本指标"),
    ("成本指标", "经济成本指标"), ("效益指标", "社会效益指标"), ("效益指标", "经济效益指标"),
    ("满意度指标", "服务对象满意度指标"), ("效益指标", "可持续影响指标"), ("", ""), ("", "时效"), ("效益", "满意度"),
    ("管理效率", "投诉情况"), ("产出指标", ""), ("成本节约率", "成本指标"), ("时效指标", "数量指标"), ("满意度", "不满意率"), ("数量指标", "成本指标"),
    ("服务对象满意度", "产出"), ("产出指标:0|", "数量指标:0|质量指标"), ("过程", "资金管理"),
)  # fmt: skip
_NAMES = (
    "参训人次 合格率 验收合格率 群众满意度 完成时间 项目完成时限 工期 培训费 单位成本 补贴标准 事故发生率 安全事故 投诉率 投诉办结率 "
    "投诉处理及时率 差错率 隐患整改率 违规发放率 空置率 资金到位率 预算控制率 成本节约率 新增产值（万元） 平均等待时间 响应时间 服务天数 培训时长 设备数 "
    "警示教育场次 覆盖率 增长率 参与公众满意度 不满意率 完好率 经费支出 印刷费用 材料单价 减排量 能耗降低率 降低能耗 减少事故 水质达标率 就业率 失业率 "
    "系统运行 值班天数 办理天数 未达标率 不合格率 损失金额 事故处理及时率 空气PM2.5 预案数量 差 错率 ⽤时 满意度指标 绿化面积 制度建设 "
    "服务期限 审批时限 提前完成天数 缩短办理时间 发放时间 水质等级 全省排名 近视率 案件数 COD浓度 结余率 培训人数 道路里程 补助标准 产值"
).split()

_RATES = (
    "合格率 群众满意度 投诉率 差错率 覆盖率 就业率 失业率 资金到位率 预算控制率 占比 女性比例 支出比重 成本节约率 培训人次 空置率 办结率 不满意率 完好率(%) 增长率"
).split()
_SIGNS = ("≥", "≥", "≤", ">", "<", "", "=", "不低于")
_SHARES = (
    "0.001 0.005 0.009 0.0095 0.0125 0.02 0.1 0.5 0.8 0.9 0.946 0.95 1 1.2 2 5 9.5 10 30 50 80 90 94.6 95 99 100 110 150 200 500 950 9000"
).split()


def made_up(seed: int, count: int) -> Iterator[Row]:
    """So many rows."""
    random = Random(seed)
    for _ in range(count):
        yield _row(random)


def rates(seed: int, count: int) -> Iterator[Row]:
    """So many rates, shares and satisfactions, as fractions and in per cent, some a hundredfold apart."""
    random = Random(seed)
    for _ in range(count):
        level1, level2 = random.choice(_LABELS[:8])
        target = (
            f"{random.choice(_SIGNS)}{random.choice(_SHARES)}{random.choice(('%', '%', '', '', '分', '倍'))}"
        )
        actual: Value = (
            f"{random.choice(('', '', '', '≥', '达到'))}{random.choice(_SHARES)}{random.choice(('%', ''))}"
        )
        if random.random() < 0.2:
            actual = Decimal(random.choice(_SHARES))
        yield {
            "level1": level1 or None,
            "level2": level2 or None,
            "name": random.choice(_RATES),
            "target": target,
            "actual": actual,
            "points": Decimal(10),
        }


def _row(random: Random) -> Row:
    level1, level2 = random.choice(_LABELS)
    name = (
        random.choice(["", *_NAMES])
        if random.random() < 0.8
        else random.choice(_NAMES) + random.choice(_NAMES)
    )
    target = _target(random)
    points: Value = Decimal(random.choice(("10", "5", "15", "20", "7.5", "3.33", "12.345", "0", "100", "8")))
    if random.random() < 0.02:
        points = random.choice(("10", Decimal(-1), "十", "9O"))
    return {
        "level1": level1 or None,
        "level2": level2 or None,
        "name": name or None,
        "target": target,
        "actual": _actual(random, str(target)),
        "points": points,
    }


def _target(random: Random) -> Value:
    roll = random.random()
    if roll < 0.2:
        return random.choice(_WORDS)
    number, unit = random.choice(_NUMBERS), random.choice(_UNITS) if random.random() < 0.85 else ""
    if roll < 0.25:
        try:
            return Decimal(number.replace(",", "") if number.isascii() and "e" not in number else "7")
        except ArithmeticError:
            return Decimal(3)
    head = random.choice(_HEADS[:8] if random.random() < 0.8 else _HEADS) if random.random() < 0.65 else ""
    tail = random.choice(_TAILS) if random.random() < 0.2 else ""
    return _noised(random, f"{head}{number}{unit}{tail}")


def _actual(random: Random, target: str) -> Value:
    roll = random.random()
    if roll < 0.12:
        return target
    if roll < 0.3:
        word = random.choice(_WORDS)
        return _noised(random, word + (random.choice(_STATED) if random.random() < 0.3 else ""))
    if roll < 0.36:
        return Decimal(
            random.choice(("0", "0.95", "0.9", "1", "5", "12", "95", "100", "120", "300", "45260", "0.1"))
        )
    head = random.choice(
        ("", "", "", "", "=", "≥", "≤", ">", "已完成", "实际完成", "约", "近", "完成率", "共", "达", "不足")
    )
    if any(digit in target for digit in "0123456789") and random.random() < 0.75:
        body = target.lstrip("≥≤><=≧至少达到不超过低于")
        stem = body.lstrip("0123456789.,")
        near = random.choice((random.choice(_NUMBERS), body[: len(body) - len(stem)] or "5"))
        return _noised(random, f"{head}{near}{stem if random.random() < 0.85 else random.choice(['', '%'])}")
    return _noised(random, f"{head}{random.choice(_NUMBERS)}{random.choice(['', *_UNITS])}")


def _noised(random: Random, text: str) -> str:
    if random.random() < 0.95:
        return text
    at = random.randrange(len(text) + 1)
    return (
        text[:at]
        + random.choice((" ", "　", "\n", "。", "“", "”", "(含线上)", "\u200b", "：", "|", "5", "%", "约"))
        + text[at:]
    )
