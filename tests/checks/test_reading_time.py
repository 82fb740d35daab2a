"""Reading a report takes time in proportion to its length, whatever stands in it."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from jxbook.checks import check_paper
from jxbook.policy import load_policy
from jxbook.prose import Line, read_paper

PAGES, TIMES, MOST = 20, 10, 12
SECTION = """一、基本情况
（一）项目概况
2024年度项目预算920万元，支出898.8万元，预算执行率97.70%，其中：市级460万元，区级438.8万元。截至12月底资金全部支出。
（二）项目绩效目标
举办培训12期，培训600人次，满意度不低于90%。一是完善制度；二是加强宣传；三是强化监管。
二、评价结论
各项指标均已完成，自评得分95.5分，评价等级为“优”。由80场增加到100场，增长25%，每场5000元，100场共50万元。
"""
ODD = {
    "one paragraph without a full stop": "其中中央资金10万元，省级资金5万元、市级3万元，执行率95%，",
    "brackets that are never closed": "（其中《办法“共计",
    "doubled characters": "项目项目区社区社",
    "figures alone": "12.5%34万元56个",
    "labels": "一是二是（一）1.",
}


def seconds(text: str, times: int) -> float:
    policy = load_policy("mof-2020-10")
    paper = read_paper(Line(one) for one in (text * times).split("\n"))
    begun = process_time()
    check_paper(paper, policy)
    return process_time() - begun


def ratio(measure: Callable[[int], float]) -> float:
    return min(measure(PAGES * TIMES) / max(measure(PAGES), 0.001) for _ in range(2))


@pytest.mark.long
def test_two_hundred_pages_take_ten_times_as_long_as_twenty() -> None:
    assert ratio(lambda pages: seconds(SECTION, pages * 3)) < MOST


@pytest.mark.long
@pytest.mark.parametrize("words", ODD.values(), ids=ODD)
def test_so_does_a_text_of_one_paragraph(words: str) -> None:
    assert ratio(lambda pages: seconds(words * 10, pages)) < MOST


@pytest.mark.long
def test_so_does_a_list_that_has_no_item_twice() -> None:
    items = [f"{chr(0x4E00 + at // 200)}{chr(0x5E00 + at % 200)}、" for at in range(PAGES * TIMES * 200)]
    assert ratio(lambda pages: seconds("".join(items[: pages * 200]), 1)) < MOST
