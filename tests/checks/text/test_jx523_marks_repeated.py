"""JX523: marks without their other half, told passage by passage."""

from __future__ import annotations

import pytest

from jxbook.checks.reading import of_paper
from jxbook.checks.text.jx523_marks_repeated import check
from jxbook.policy import load_policy
from jxbook.prose import Line, read_paper


def unpaired(*lines: str) -> list[str]:
    reading = of_paper(read_paper(map(Line, lines)), load_policy("mof-2020-10"))
    return [one.what for one in check(reading)]


@pytest.mark.parametrize(
    "text",
    ["按照《办法（试行）》和“一事一议（自筹）”执行。", "按照《关于印发〈办法（“试行”）〉的通知》执行。"],
)
def test_marks_that_stand_in_one_another_are_pairs(text: str) -> None:
    assert unpaired(text) == []


def test_a_mark_that_opens_in_one_passage_and_closes_in_the_next_has_no_pair() -> None:
    (told,) = unpaired("按照《办法（试行）的规定执行。", "其他》事项")[:1]
    assert told.startswith("“《”没有成对")
