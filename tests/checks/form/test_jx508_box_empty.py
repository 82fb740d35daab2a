"""JX508 表末应填的文字栏没有填"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jxbook.finding import Finding, Severity
from jxbook.form import Entry
from jxbook.place import CellRef

LABELS = ("预算执行率偏低原因", "评价结论", "存在问题", "改进措施", "其他需要说明的问题")
RATE, VERDICT, FAULTS, MEASURES, OTHER = LABELS
LOW = "6 | | 年度资金总额 | 10 | 10 | 8 | 10 | 80% | 8"
SHORT = "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 16场 | 15 | 12 | 场地维修，四场活动改在次年举办"


def boxes(*filled: str) -> dict[str, Entry]:
    """All boxes, one under the other in column B, only these filled in."""
    return {
        label: Entry("已写明" if label in filled else "无", CellRef("自评表", row, 2))
        for row, label in enumerate(LABELS, 21)
    }


@pytest.mark.parametrize(
    ("table", "filled", "cells"),
    [
        ("", (), ["B22"]),  # all went well: only the verdict is due
        ("", (VERDICT,), []),
        (LOW, (VERDICT,), ["B21", "B23", "B24"]),
        (LOW, (RATE, VERDICT, FAULTS, MEASURES), []),
        (SHORT, (VERDICT,), ["B23", "B24"]),
    ],
)
def test_a_box_that_is_due_and_empty_is_found(
    find: Callable[..., list[str]], table: str, filled: tuple[str, ...], cells: list[str]
) -> None:
    assert find("JX508", table, policy="sichuan", boxes=boxes(*filled)) == cells


def test_only_the_verdict_is_an_error(find_all: Callable[..., tuple[Finding, ...]]) -> None:
    found = [one for one in find_all(LOW, policy="sichuan", boxes=boxes()) if one.code == "JX508"]
    assert [one.severity for one in found] == [Severity.ERROR, *[Severity.WARNING] * 3]


def test_a_low_rate_is_asked_for_once(find: Callable[..., list[str]]) -> None:
    """The box for it takes the place of 报告素材, of which JX403 speaks."""
    assert find("JX403", LOW, policy="sichuan", boxes=boxes()) == []
    assert find("JX403", LOW, policy="sichuan") == ["G6"]
