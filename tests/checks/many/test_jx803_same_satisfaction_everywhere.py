"""JX803 各项目的满意度都一样"""

from __future__ import annotations

from submitted import found, line, submitted

from jxbook.checks.submission import Many


def forms(*values: str) -> Many:
    return Many(
        tuple(
            submitted(f"项目{at}", lines=(line("群众满意度", value, level1="满意度指标"),))
            for at, value in enumerate(values)
        )
    )


def test_five_alike_in_one_department_are_found() -> None:
    assert found("JX803", forms("100%", "100%", "=100%", "100%", "100％")) == [
        [f"项目{at}.xlsx" for at in range(5)]
    ]


def test_one_that_differs_or_four_alike_are_fine() -> None:
    assert found("JX803", forms("100%", "100%", "98%", "100%", "100%")) == []
    assert found("JX803", forms("100%", "100%", "100%", "100%")) == []
