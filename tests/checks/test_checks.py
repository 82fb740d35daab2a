"""All checks together: order, texts, cell function, and that nothing a clerk types makes them fail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jxbook.checks import check, check_row
from jxbook.checks.indicator_row import Row
from jxbook.finding import Finding, Severity
from jxbook.form import Entry, Form, Funding, FundingRow, Goal, Indicator, Passage, Project
from jxbook.place import CellRef
from jxbook.policy import load_policy
from jxbook.scoring import IndicatorScore, score, score_row

POLICY = load_policy("mof-2020-10")
LONGEST, LONGEST_WHY = 80, 120

FULL_OF_DEFECTS = """
 2 | （     年度）
 3 | 项目名称 | XX项目
 4 | 主管部门 | 市民政局 | 实施单位 |
 6 | | 年度资金总额 | 12 | 10 | 8 | 10 | 79% | 10
 7 | | 其中：当年财政拨款 | 7 | 80000元 | 9 | — | — | —
11 | | 举办活动20场，服务居民200人次 | | | | 举办活动20场，服务居民200人次
13 | | 经济效益指标 | 数量指标 | 举办活动场次 | ≥20场 | 600人次 | 15 | 16 | 无
14 | | | 质量指标 | 活动验收合格率 | =100% | 120% | 15 | 14 | 无
15 | | | 时效指标 | 活动完成时间 | ≤12月 | ≤12月 | 十分 | 10 | 无
16 | | 产出指标 | 其他 | 每场活动成本 | ≤5000元 | 3000元 | 60 | 10 | 无
17 | | 效益指标 | 社会效益指标 | 参加活动人次 | ≥200人次 | 300人次 | 20 | 20 | 无
18 | | | 可持续影响指标 | 志愿服务队伍 | 长期开展服务 | | 10 | 10 | 管理不到位
19 | | 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90% | 100% | 10 | 9 | 不足
20 | 总分 | | | | | | 90 | 90 | 差
素材2 | 项目概况 | 补充 | 执行率为97%，等级为中。
"""


def test_a_faultless_form_of_another_office_only_lacks_its_policy(
    find_all: Callable[..., tuple[Finding, ...]],
) -> None:
    assert [finding.code for finding in find_all()] == ["JX108"]


def test_every_finding_says_what_why_and_what_to_do(find_all: Callable[..., tuple[Finding, ...]]) -> None:
    findings = find_all(FULL_OF_DEFECTS)
    assert len({finding.code for finding in findings}) > 20
    for finding in findings:
        for text, most in ((finding.what, LONGEST), (finding.why, LONGEST_WHY), (finding.fix, LONGEST)):
            assert text and len(text) <= most, finding
            assert not set("！!\n{}") & set(text), finding
            assert "None" not in text and "Decimal" not in text, finding
        assert str(finding).startswith(("[自评表", "[报告素材!")), finding


def test_errors_come_first_and_each_severity_in_the_order_of_the_sheet(
    find_all: Callable[..., tuple[Finding, ...]],
) -> None:
    found = find_all(FULL_OF_DEFECTS)
    ranks = [list(Severity).index(one.severity) for one in found]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(Severity)
    for severity in Severity:
        cells = [one.cell for one in found if one.severity is severity]
        whole = [cell for cell in cells if cell is None]
        assert cells[: len(whole)] == whole
        form_cells = [cell for cell in cells if cell and cell.sheet == "自评表"]
        assert form_cells == sorted(form_cells)
        assert cells[len(whole) + len(form_cells) :] == [
            cell for cell in cells if cell and cell.sheet == "报告素材"
        ]


def row_of(target: str, actual: str, points: str, earned: str = "", reason: str = "") -> Row:
    """A row as the cell function JX_CHECK has it: no entry has a cell."""
    one = Indicator.read(
        Entry(""),
        Entry(""),
        Entry(""),
        Entry(target),
        Entry(actual),
        Entry(points),
        Entry(earned),
        Entry(reason),
    )
    scored = score_row(one.target_value, one.actual_value, one.points.number, POLICY)
    return Row(IndicatorScore(one, one.points.number, scored), POLICY)


def test_a_row_outside_of_a_form_is_checked_too() -> None:
    def codes(row: Row) -> list[str]:
        return [finding.code for finding in check_row(row)]

    assert codes(row_of("≥20场", "21场", "15", "15", "无")) == []
    assert codes(row_of("≥20场", "", "15")) == ["JX102"]
    assert codes(row_of("≥20场", "完成", "15")) == ["JX202"]
    assert codes(row_of("≥20场", "16场", "15", "15")) == ["JX301", "JX304"]
    assert codes(row_of("无", "无", "无")) == []
    assert check_row(row_of("≥20场", "完成", "15"))[0].cell is None


texts = st.one_of(
    st.sampled_from(
        "无 — ≤12月 ≥200人次 =100% 97.69% 达成年度指标 部分达成 XX 指标1： 2023年 优 满意度 完成率 数量指标 -1 1e400 "
        "9999999999999999999999999 ±1 等级为良 执行率为1% 100元 #REF! 1:3 百分之九十".split()
    ),
    st.text(max_size=12),
)
raws = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.decimals(),
    st.dates(min_value=date(1900, 1, 1)),
    texts,
    texts,
)
entries = st.builds(
    Entry,
    raws,
    st.one_of(st.none(), st.builds(CellRef, st.just("自评表"), st.integers(1, 40), st.integers(1, 12))),
    st.sampled_from(["General", "0.00%"]),
    st.booleans(),
)
money = st.builds(FundingRow, st.just("其他资金"), entries, entries, entries)
forms = st.builds(
    Form,
    st.just("自评表"),
    st.sampled_from([None, 2024]),
    st.just(POLICY.id),
    st.builds(Project, entries, entries, entries, entries),
    st.builds(Funding, money, st.tuples(money, money), st.just("万元"), entries, entries, entries),
    st.builds(Goal, entries, entries),
    st.lists(st.builds(Indicator.read, *[entries] * 8), max_size=3).map(tuple),
    entries,
    entries,
    entries,
    passages=st.lists(st.builds(Passage, texts, entries), max_size=2).map(tuple),
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(forms)
def test_no_entry_makes_a_check_fail(form: Form) -> None:
    for finding in check(form, POLICY, score(form, POLICY)):
        assert all(0 < len(text) <= 2 * LONGEST_WHY for text in (finding.what, finding.why, finding.fix)), (
            finding
        )


@settings(max_examples=100, deadline=None)
@given(raws, raws, raws)
def test_no_entry_makes_a_row_check_fail(actual: object, earned: object, reason: object) -> None:
    row = row_of("≥20场", "21场", "15")
    one = row.indicator
    changed = Indicator.read(
        one.level1,
        one.level2,
        one.name,
        one.target,
        Entry(actual),
        one.points,
        Entry(earned),
        Entry(reason),  # type: ignore[arg-type]
    )
    scored = score_row(changed.target_value, changed.actual_value, Decimal(15), POLICY)
    check_row(replace(row, scored=IndicatorScore(changed, Decimal(15), scored)))
