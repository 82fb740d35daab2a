"""Which texts speak of the same thing, and what a passage says of an amount."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jxbook.prose import (
    Tone,
    about,
    akin,
    are_about_one,
    clause_holding,
    kin,
    pairs,
    shared_run,
    tone,
    topic,
    without_amount,
)


@pytest.mark.parametrize(
    ("first", "second", "run"),
    [
        ("社区养老服务站建设", "新建社区养老服务站", "社区养老服务站"),
        ("护理员培训", "护理员持证上岗率", "护理员"),
        ("甲", "乙", ""),
        ("", "乙", ""),
    ],
)
def test_the_longest_run(first: str, second: str, run: str) -> None:
    assert shared_run(first, second) == shared_run(second, first) == run


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("茶园建设", "新建茶园面积", True),
        ("电商服务点建设", "电商服务点个数", True),
        ("冷库改造", "改造冷库数量", True),
        ("道路建设", "道路绿化面积", False),
        ("培训", "培训人数", False),
    ],
)
def test_names_of_one_thing(first: str, second: str, one: bool) -> None:
    assert are_about_one(first, second) is are_about_one(second, first) is one


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("助餐送餐服务", "送餐时间、菜品", True),
        ("服务站管理", "服务项目管理", False),
        ("养老服务站运营机构", "运营补贴按时发放率", True),
    ],
)
def test_generic_words_are_no_likeness(first: str, second: str, same: bool) -> None:
    assert akin(first, second) is same


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("您对助餐送餐服务是否满意？", "助餐送餐服务"),
        ("您对服务站的环境和设施是否满意", "服务站的环境和设施"),
        ("3.您对讲课老师的满意度", "讲课老师"),
        ("送餐速度", "送餐速度"),
        ("", ""),
    ],
)
def test_topic(question: str, asked: str) -> None:
    assert topic(question) == asked


PASSAGE = "信息平台尾款62万元因一期验收推迟未支付；未开工的3个站点留存资金432000元。"


@pytest.mark.parametrize(
    ("yuan", "name", "said"),
    [
        ("620000", "智慧养老信息平台", "尾款因一期验收推迟未支付"),
        ("432000", "社区养老服务站建设", "未开工的3个站点留存资金"),
        ("1", "任何", None),
    ],
)
def test_a_passage_is_asked_for_an_amount(yuan: str, name: str, said: str | None) -> None:
    clause = clause_holding(PASSAGE, Decimal(yuan))
    assert (clause and without_amount(clause.text, Decimal(yuan), name)) == said


def test_what_a_passage_says_of_a_thing() -> None:
    assert [one.text for one in about(PASSAGE, "信息平台建设")] == ["信息平台尾款62万元因一期验收推迟未支付"]


@pytest.mark.parametrize(
    ("clause", "heard"),
    [
        ("补贴拨付及时", Tone.PRAISE),
        ("出行时间缩短", Tone.PRAISE),
        ("报修响应快", Tone.PRAISE),
        ("送餐不及时", Tone.COMPLAINT),
        ("水电费偏高", Tone.COMPLAINT),
        ("希望增加软烂菜品", Tone.WISH),
        ("入组道路尽快接通", Tone.WISH),
        ("", Tone.COMPLAINT),
    ],
)
def test_the_tone_of_a_clause(clause: str, heard: Tone) -> None:
    assert tone(clause) is heard


@pytest.mark.parametrize(
    ("text", "names", "which"),
    [
        ("养老服务站运营机构运营成本", ("新建社区养老服务站", "养老服务站长效运营机制"), 1),
        ("道路灯光", ("植树", "绿化"), None),
        ("", ("植树",), None),
        ("植树", (), None),
    ],
)
def test_the_name_that_a_text_speaks_of(text: str, names: tuple[str, ...], which: int | None) -> None:
    assert kin(text, [pairs(name) for name in names]) == which
