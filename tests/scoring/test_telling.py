"""The words in a name that tell of its values: the longest counts, and what is done about it."""

import pytest

from jxbook.scoring.telling import telling_words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("培训人次", {"培训": "wanted"}),
        ("服务投诉率", {"投诉": "less"}),
        ("投诉处理率", {"投诉": "less", "处理": "wanted"}),
        ("不满意率", {"不满意": "less"}),  # not 满意
        ("减少差错次数", {"减少差错": "dealt"}),
        ("降低运行成本", {"降低运行成本": "dealt"}),
        ("无安全责任事故", {"无安全责任事故": "dealt"}),
        ("处置火灾和事故", {"处置火灾和事故": "dealt"}),  # a row of them
        ("处置事故成功率", {"处置": "wanted", "事故": "less"}),  # a rate
        ("减少率差错", {"减少": "wanted", "差错": "less"}),
        ("系统正常运行", {"系统": "object"}),
        ("运行时间", {"运行时间": "lasts"}),
        ("成本控制率", {"成本": "cost", "控制率": "controlled"}),
        ("补助金额", {"金额": "sum"}),
        ("处理", {"处理": "wanted"}),  # nothing behind it
        ("", {}),
    ],
)
def test_the_words_of_a_name(name: str, words: dict[str, str]) -> None:
    found, at = {}, 0
    for kind, end in telling_words(name):
        word = next(word for word in (name[start:end] for start in range(at, end)) if word in words)
        found[word], at = kind, end
    assert found == words
