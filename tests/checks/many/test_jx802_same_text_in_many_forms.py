"""JX802 多份表的文字相同"""

from __future__ import annotations

from submitted import found, submitted

from jxbook.checks.submission import Many

COPIED = ("偏差原因", "因工作推进较慢，年度内未能全部完成，下一步将加快进度。")


def test_a_text_of_three_projects_is_found_whatever_its_blanks() -> None:
    spaced = ("偏差原因", "因工作推进较慢， 年度内未能全部完成，下一步将加快进度。")
    forms = [submitted(name, texts=(COPIED,)) for name in ("修路", "修桥")]
    assert found("JX802", Many((*forms, submitted("种树", texts=(spaced,))))) == [
        ["修路.xlsx", "修桥.xlsx", "种树.xlsx"]
    ]


def test_two_are_not_many_and_a_short_text_is_nobodys_own() -> None:
    assert found("JX802", Many(tuple(submitted(name, texts=(COPIED,)) for name in ("修路", "修桥")))) == []
    short = ("偏差原因", "按期完成，无偏差。")
    assert found("JX802", Many(tuple(submitted(n, texts=(short,)) for n in ("修路", "修桥", "种树")))) == []


def test_a_goal_that_the_superior_set_for_all_is_no_copy() -> None:
    goal = ("年度总体目标", "完成省政府下达的民生实事项目任务，确保群众满意")
    assert found("JX802", Many(tuple(submitted(n, texts=(goal,)) for n in ("修路", "修桥", "种树")))) == []
