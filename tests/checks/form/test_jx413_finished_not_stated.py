"""JX413 项目是否完成没有填写"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jxbook.finding import Finding, Severity
from jxbook.form import Entry, Project

FindAll = Callable[..., tuple[Finding, ...]]
SPENT = "6 | | 年度资金总额 | 10 | 10 | {} | 10 | | "


def found(find_all: FindAll, spent: str, policy: str, said: str | None) -> list[Finding]:
    facts = {} if said is None else {"项目是否完成": Entry(said or None)}
    project = Project(Entry("某项目"), facts=facts)
    findings = find_all(SPENT.format(spent), policy=policy, project=project)
    return [one for one in findings if one.code == "JX413"]


@pytest.mark.parametrize("said", [None, ""])
def test_what_counts_as_unfinished_only_because_nothing_is_said_is_pointed_out(
    find_all: FindAll, said: str | None
) -> None:
    [finding] = found(find_all, "9", "mof-2021-101", said)
    assert finding.severity is Severity.WARNING
    assert finding.what == "没有填写项目是否完成，按未完成计"


def test_what_is_neither_yes_nor_no_is_an_error(find_all: FindAll) -> None:
    [finding] = found(find_all, "9", "mof-2021-101", "大概")
    assert finding.severity is Severity.ERROR
    assert "“大概”" in finding.what


@pytest.mark.parametrize("said", ["是", "否", "已完成", "未完成"])
def test_what_is_said_is_fine(find_all: FindAll, said: str) -> None:
    assert found(find_all, "9", "mof-2021-101", said) == []


@pytest.mark.parametrize(
    ("spent", "policy"),
    [("10", "mof-2021-101"), ("12", "mof-2021-101"), ("", "mof-2021-101"), ("9", "mof-2020-10")],
)
@pytest.mark.parametrize("said", [None, "大概"])
def test_nothing_is_asked_where_no_points_hang_on_it(
    find_all: FindAll, spent: str, policy: str, said: str | None
) -> None:
    assert found(find_all, spent, policy, said) == []
