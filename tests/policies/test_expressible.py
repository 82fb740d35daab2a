"""Rules that other places use, not shipped: a policy file can say each of them, and jxbook obeys it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from jxbook.checks import check
from jxbook.form import Entry, Form, Funding, FundingRow, Goal, Indicator, Project
from jxbook.policy import Policy, load_policy
from jxbook.scoring import Scoring, Status, grade, score

HEAD = """
[identity]
id = "{name}"
name = "某地项目支出绩效自评"
title = "某办法"
number = "某财〔2024〕1号"
place = "某地"
parent = "mof-2020-10"
mark = "practice"
"""


def written(folder: Path, name: str, *values: str) -> Policy:
    """A policy file with these values, such as `rounding.places = 1`, read back."""
    lines = []
    for line in values:
        key, value = line.split(" = ", 1)
        lines.append(f'{key} = {{ value = {value}, basis = "某地的表格", mark = "practice" }}')
    path = folder / f"{name}.toml"
    path.write_text("\n".join([*lines, HEAD.format(name=name)]), "utf-8")
    return load_policy(path)


def form(table: str, policy: Policy, spent: int = 100) -> Form:
    """A line of the table is target | actual | 分值."""
    lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    indicators = [
        Indicator.read(*(Entry(text or None) for text in ("产出指标", "数量指标", f"指标{turn}", *line)))
        for turn, line in enumerate(lines)
    ]
    money = FundingRow("年度资金总额", Entry(Decimal(100)), Entry(Decimal(100)), Entry(Decimal(spent)))
    return Form("自评表", 2024, policy.id, Project(), Funding(money), Goal(), tuple(indicators))


def scored(table: str, policy: Policy) -> Scoring:
    return score(form(table, policy), policy)


# The provincial 一体化 system


@pytest.fixture
def system(tmp_path: Path) -> Policy:
    return written(
        tmp_path, "yitihua", 'quantitative.at_most = "linear"', "over_fulfilment.reason_from = 120"
    )


@pytest.mark.parametrize(
    ("target", "actual", "earned", "how"),
    [
        ("≥7", "5", "7.14", "round(5÷7×10, 2)"),
        ("≥7", "8", "10", "full"),
        ("=7", "8", "10", "= is full from T on"),
        ("=7", "5", "7.14", "else the ratio"),
        ("=0", "0", "10", "T = 0: full if A ≤ 0"),
        ("=0", "-3", "10", "T = 0: full if A ≤ 0"),
        ("=0", "1", "0", "T = 0: else nothing"),
        ("≤8", "8", "10", "A ≤ T is full"),
        ("≤8", "10", "7.5", "1-(10-8)÷8"),
        ("≤7", "10", "5.71", "1-(10-7)÷7=0.5714…"),
        ("≤8", "16", "0", "A ≥ 2T"),
        ("≤8", "20", "0", "A ≥ 2T"),
        ("≥7", "-5", "0", "a negative A counts as 0"),
    ],
)
def test_a_provincial_system_scores_as_it_does(
    system: Policy, target: str, actual: str, earned: str, how: str
) -> None:
    row = scored(f"{target} | {actual} | 10", system).indicators[0]
    assert row.score.earned == Decimal(earned), how


@pytest.mark.parametrize(("points", "wrong"), [((50, 40), False), ((50, 35), True)])
def test_its_weights_without_the_execution_rate_have_to_add_up_to_90(
    system: Policy, points: tuple[int, int], wrong: bool
) -> None:
    given = form("\n".join(f"≥200 | 200 | {one}" for one in points), system)
    assert ("JX302" in {one.code for one in check(given, system, score(given, system))}) == wrong


@pytest.mark.parametrize(("actual", "flagged"), [("239", False), ("240", True)])
def test_it_flags_what_is_over_120_percent(system: Policy, actual: str, flagged: bool) -> None:
    given = form(f"≥200 | {actual} | 90", system)
    assert ("JX205" in {one.code for one in check(given, system, score(given, system))}) == flagged


# Guangxi: 130 % or more without explanation cannot be saved


@pytest.mark.parametrize(("word", "severity"), [("error", "错误"), ("warning", "提醒")])
def test_far_beyond_without_explanation_can_be_an_error(tmp_path: Path, word: str, severity: str) -> None:
    guangxi = written(
        tmp_path, "guangxi", "over_fulfilment.reason_from = 130", f'over_fulfilment.missing_reason = "{word}"'
    )
    given = form("≥200 | 260 | 90", guangxi)
    found = [one for one in check(given, guangxi, score(given, guangxi)) if one.code == "JX205"]
    assert [one.severity.label for one in found] == [severity]


# 郑州: bands of whole numbers


@pytest.mark.parametrize(
    ("total", "word"), [("89.5", "优"), ("89.49", "良"), ("79.5", "良"), ("59.49", "差")]
)
def test_bands_of_whole_numbers_need_a_stated_rounding(tmp_path: Path, total: str, word: str) -> None:
    zhengzhou = written(
        tmp_path, "zhengzhou", "grades.places = 0", "weights.level1_step = 5", "weights.level1_least = 15"
    )
    assert grade(Decimal(total), zhengzhou) == word
    assert (zhengzhou.number("weights.level1_step"), zhengzhou.number("weights.level1_least")) == (5, 15)


# Grades of other places


@pytest.mark.parametrize(
    ("name", "bands", "total", "word"),
    [
        ("sichuan-2025", '[[90, "优"], [80, "良"], [70, "中"], [0, "差"]]', "69.99", "差"),
        ("a-system", '[[80, "优"], [70, "良"], [60, "中"], [0, "差"]]', "80", "优"),
        ("five", '[[95, "优秀"], [85, "良好"], [70, "中等"], [60, "合格"], [0, "不合格"]]', "84.99", "中等"),
    ],
)
def test_grades_of_other_places(tmp_path: Path, name: str, bands: str, total: str, word: str) -> None:
    assert grade(Decimal(total), written(tmp_path, name, f"grades.bands = {bands}")) == word


# Hunan 衡山: a form without 分值 and 得分


def test_a_form_without_points_is_compared_and_not_scored(tmp_path: Path) -> None:
    hengshan = written(
        tmp_path,
        "hengshan",
        'scoring.source = "none"',
        'layout.columns = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "偏差原因分析及改进措施"]',
    )
    scoring = scored("≥200人次 | 150人次 |\n≤10天 | 8天 | ", hengshan)
    assert (scoring.total, scoring.status) == (None, Status.UNSCORED)
    assert [row.score.completion for row in scoring.indicators] == [Decimal("0.75"), 1]
    assert [row.score.met for row in scoring.indicators] == [False, True]


# The note of a form: what does not apply is dropped and the rest rescaled to 100


def test_what_does_not_apply_is_dropped_and_the_rest_rescaled(tmp_path: Path) -> None:
    note = written(tmp_path, "note", 'not_applicable.method = "rescaled"')
    scoring = scored("≥4 | 3 | 40\n≥1 | 1 | 30\n无 | 无 | 20", note)
    assert scoring.total == Decimal("87.5")  # (10+30+30)÷(10+40+30)×100


# 财预〔2020〕10号第十六条: points off where the target had been set clearly too low


def test_going_far_beyond_can_cost_points(tmp_path: Path) -> None:
    strict = written(
        tmp_path,
        "strict",
        'over_fulfilment.reduction = "excess"',
        "over_fulfilment.reduction_from = 130",
    )
    assert scored("≥100 | 160 | 90", strict).indicators[0].score.earned == 63  # 90×(1-(160%-130%))
