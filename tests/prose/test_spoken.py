"""What is said and what is written: a report prints the official word where only one can be meant, the rest is pointed out."""

from __future__ import annotations

import pytest

from jxbook.prose.spoken import in_official_words, spoken

PRINTED = [
    ("争取明年上半年搞完", "争取2025年上半年完成"),
    ("还有2处没弄完，明年度继续", "还有2处未完成，2025年度继续"),
    ("搞了培训3期", "开展培训3期"),
    ("每户要掏500块钱", "每户要掏500元"),
    ("管护资金没有着落", "管护资金未落实"),
    ("化粪池涨价了", "化粪池涨价"),
    ("原材料涨价了，工期延期了。", "原材料涨价，工期延期。"),
    ("咱们与村委会协商", "我单位与村委会协商"),
]
AS_TYPED = [
    "",
    "完成户厕改造1150户",
    "文明年活动、过去年份、今年轻人参加",
    "今年汛期长，去年已开工",  # of the form's year or the next one: only staff know
    "今后年份、以前年度、目前年龄结构",
    "《搞好明年工作的意见》已印发",
    "居民反映“没人管、明年再说”",
    "县里拨的钱晚",  # pointed out, for staff to say what they mean
]
POINTED_OUT = [
    ("县里拨的钱晚", {"县里", "钱"}),
    ("家里没人，施工队进不去", {"没人"}),
    ("嫌自己要掏钱", {"嫌", "钱"}),
    ("今年汛期长", {"今年"}),
    ("还行", {"还行"}),
    ("跟县里申请", {"跟", "县里"}),
    ("省钱、涉嫌、良好多年、养老是大事、一卡在手", set()),
    ("社区里没有空地，小区里有停车位", set()),
    ("完成结算，资金全部支付", set()),
]


@pytest.mark.parametrize(("typed", "printed"), PRINTED)
def test_a_spoken_word_that_means_one_thing_is_printed_as_papers_say_it(typed: str, printed: str) -> None:
    assert in_official_words(typed, 2024) == printed


@pytest.mark.parametrize("text", AS_TYPED)
def test_what_may_mean_something_else_stays(text: str) -> None:
    assert in_official_words(text, 2024) == text


def test_no_year_is_put_in_where_nobody_knows_it() -> None:
    assert in_official_words("明年完工") == "明年完工"
    assert [(one.text, one.right) for one in spoken("明年完工")] == [("明年", "")]
    assert [(one.text, one.right) for one in spoken("明年完工", 2024)] == [("明年", "2025年")]


@pytest.mark.parametrize(("text", "words"), POINTED_OUT)
def test_spoken_words_are_pointed_out(text: str, words: set[str]) -> None:
    assert {one.text for one in spoken(text, 2024)} == words


@pytest.mark.parametrize("typed", [typed for typed, _ in PRINTED])
def test_what_is_printed_has_nothing_more_to_be_put_right(typed: str) -> None:
    once = in_official_words(typed, 2024)
    assert in_official_words(once, 2024) == once
