"""The checks of running text: a collection of sentences for each; what their pages promise is held by test_pages_promise.

A line of `sentences/` is "+ words", where the check must speak, or "- words", where it must be silent; paragraphs stand
between ｜, 【表】 is a table. `true_sentences.txt` holds what no check at all may speak of. The words are made up in the language of official papers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jxbook.checks
from jxbook.checks import check_paper
from jxbook.policy import load_policy
from jxbook.prose import Line, read_paper

HOME = Path(jxbook.checks.__file__).parent
CODES = sorted(file.stem for scope in ("text", "paper") for file in (HOME / scope).glob("jx*.py"))
SENTENCES = Path(__file__).parent / "sentences"


def of_collections() -> Iterator[tuple[str, bool, str]]:
    for file in sorted(SENTENCES.glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            if line[:2] in ("+ ", "- "):
                yield file.stem[:5].upper(), line[0] == "+", line[2:]


@pytest.mark.parametrize(("code", "speaks", "text"), [*of_collections()], ids=lambda one: str(one)[:24])
def test_a_check_speaks_where_it_must_and_is_silent_where_it_must(
    in_text: Callable[[str, str], list[str]], code: str, speaks: bool, text: str
) -> None:
    assert bool(in_text(code, text)) is speaks


TRUE = (Path(__file__).parent / "true_sentences.txt").read_text("utf-8").splitlines()
_OF_AN_EXCERPT = frozenset({"JX616"})
"""What is said of any excerpt that names a total: that its table is missing."""


@pytest.mark.parametrize("text", TRUE, ids=lambda one: one[:24])
def test_no_check_speaks_where_all_is_true(text: str) -> None:
    """Sums, rates, counts and words that are right, in the language of official papers."""
    found = check_paper(read_paper(Line(one) for one in text.split("｜")), load_policy("mof-2020-10"))
    assert [(one.code, one.what) for one in found if one.code not in _OF_AN_EXCERPT] == []


ARTICLES = """
某县项目支出绩效管理暂行办法

第一章 总 则

第一条 为规范项目支出管理，提高资金使用效益，根据有关规定，制定本办法。
第二条 本办法所称绩效评价，是指对项目支出的经济性、效率性、效益性和公平性进行测量、分析和评判。
第三条 绩效评价分为单位自评、部门评价和财政评价三种方式。
第四条 评价结果等级分为四档：90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差。
第五条 预算执行率＝（实际支出资金/实际到位资金）×100%，权重为10%，产出指标50%、效益指标30%、满意度指标10%。
第六条 有下列情形之一的，应当说明原因：
（一）预算执行率低于90%的；
（二）完成值高于指标值30%以上的；
（三）评价等级为中、差的。
第七条 评价方法包括成本效益分析法、比较法、因素分析法等，可以采用一种或者多种方法。
第八条 主管部门应当于每年3月31日前完成上一年度自评，形成自评报告（格式见附件1）。
第九条 评价结果为优、良的，予以支持；为中、差的，核减预算。
第十条 本办法自2024年1月1日起施行，有效期5年。《某县财政支出绩效评价办法》（某财发〔2015〕12号）同时废止。
"""


def test_nothing_is_found_in_the_articles_of_a_regulation() -> None:
    found = check_paper(read_paper(map(Line, ARTICLES.split("\n"))), load_policy("mof-2020-10"))
    assert [(one.code, one.what) for one in found] == []


def test_every_collection_is_that_of_a_check() -> None:
    assert {file.stem for file in SENTENCES.glob("*.txt")} <= set(CODES)


WORDS = [
    *"一二三四五、，。；：（）《》“”〔〕%．.\n\t 是第其中共增由到每占",
    "2024年",
    "12月",
    "万元",
    "100",
    "3.5",
    "人次",
    "执行率",
    "项目项目",
    "①",
    "合计",
    "总体目标",
    *"占 比 较 ( ) , : ; 、 共 各".split(),
    "概算",
    "结转",
    "“三统一”：",
    "四种方法：",
    "分别为",
    "得48分",
    "未采纳",
    "满意度为",
    "有效问卷",
    "未完成的绩效目标",
    "\u200b",
    "𠮷",
]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map("".join))
def test_no_text_raises(text: str) -> None:
    policy = load_policy("mof-2020-10")
    for one in check_paper(read_paper(Line(line) for line in text.split("\n")), policy):
        if one.spot is not None:
            line = [line for line in text.split("\n") if line.strip()][one.spot.paragraph - 1]
            assert line[one.spot.start : one.spot.end] == one.spot.quote
