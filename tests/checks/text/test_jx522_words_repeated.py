"""JX522: a word that stands twice in a row, which is looked for only where any characters do."""

from __future__ import annotations

import pytest

from jxbook.checks.reading import of_paper
from jxbook.checks.text.jx522_words_repeated import check
from jxbook.policy import load_policy
from jxbook.prose import Line, read_paper

FAR = "".join(f"擅自改变专项资金的用途{one}、" for one in "甲乙丙丁戊己")
"""As much as may stand between an item and the same once more."""


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("项目资金已经已经全部到位", "已经"),
        ("按照组织开展社区居民组织开展社区居民执行", "组织开展社区居民"),
        ("附件𠮷𠮷𠮷见后，资金资金到位", "资金"),
        ("\ud800资金资金到位", "资金"),
    ],
)
def test_two_to_eight_characters_are_found_wherever_they_stand(text: str, word: str) -> None:
    lines = "全年举办活动20场", text, "12月验收"
    reading = of_paper(read_paper(map(Line, lines)), load_policy("mof-2020-10"))
    (found,) = check(reading)
    assert found.what.startswith(f"“{word}”连写了两遍")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("截留、挪用、截留资金", False),
        ("不得挤占、截留、挪用、截留。", True),
        ("用于社区服务、社区养老、社区教育", False),
        (f"包括以各种名义来截留、{FAR}以各种名义来截留。", True),
    ],
)
def test_an_item_is_found_twice_in_its_list(text: str, found: bool) -> None:
    reading = of_paper(read_paper([Line(text)]), load_policy("mof-2020-10"))
    assert any("写了两遍" in one.what for one in check(reading)) is found
