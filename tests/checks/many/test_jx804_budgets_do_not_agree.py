"""JX804 项目预算与部门数不符"""

from __future__ import annotations

from submitted import found, submitted

from jxbook.checks.submission import Expected, Many


def department(projects: float | None) -> Many:
    whole = submitted("部门整体", of_department=True, budget=300.0, projects=projects)
    return Many((whole, submitted("修路", budget=60.0), submitted("修桥", budget=40.0)))


def test_the_projects_of_a_department_add_up_or_are_found() -> None:
    assert found("JX804", department(100.0)) == []
    assert found("JX804", department(140.0)) == [["部门整体.xlsx", "修路.xlsx", "修桥.xlsx"]]
    assert found("JX804", department(None)) == []


def test_the_list_of_projects_is_compared_with_the_initial_budget() -> None:
    form = submitted("修路", initial=80.0, budget=60.0)
    for listed, count in ((80.0, 0), (60.0, 0), (80.5, 0), (800_000.0, 1)):
        case = Many((form,), expected=((form, Expected("修路", initial=listed)),))
        assert len(found("JX804", case)) == count, listed
