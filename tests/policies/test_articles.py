"""Promise 3: nothing is shown as official that is not. Every citation rests on words of the text.

The words stand in articles.toml. A new value, ground, page or message that cites an article is refused until somebody
has looked the article up and entered what it says.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from jxbook.checks import grounds
from jxbook.policy import Mark
from policies.citations import DOCUMENT, Citing, citations, everything

CITING = {one.place: one for one in everything() if citations(one.text) or one.mark}
SHARED = 4
"""So many characters running a citation has in common with the words it rests on."""
SOFTENERS = ("原则上", "一般")
GUIDES = {"附件2": "附件2（参考）", "附件3": "附件3（参考提纲）"}
CENTRAL, CENTRAL_ONLY = "财预〔2021〕101号", "财预〔2021〕101号（中央部门参考试行）"


@dataclass(frozen=True, slots=True)
class Words:
    """Words of an article, whose evaluation they speak of ("" for any), and the places that cite them."""

    article: str
    words: str
    who: str
    cited_by: tuple[str, ...]


def _table() -> Iterable[Words]:
    read = tomllib.loads((Path(__file__).parent / "articles.toml").read_text("utf-8"))
    for article, entries in read.items():
        for one in entries:
            yield Words(article, one["words"], one.get("who", ""), tuple(one["for"]))


TABLE = tuple(_table())


def resting_on(place: str, article: str = "") -> list[Words]:
    return [one for one in TABLE if place in one.cited_by and article in ("", one.article)]


def faults(one: Citing) -> list[str]:
    """What is wrong with the citations in a text; nothing where each rests on words of the text."""
    return [fault for cited in dict.fromkeys(citations(one.text)) for fault in _faults(one, *cited)]


def _faults(one: Citing, document: str, place: str) -> Iterable[str]:
    if not document:
        yield f"{place} of no document"
        return
    article = f"{document}{place}"
    found = resting_on(one.place, article)
    if not found:
        yield f"{article} says nothing of the kind: no words are entered for {one.place}"
    if document == CENTRAL and CENTRAL_ONLY not in one.text:
        yield f"{article} is for 中央部门, 参考试行"
    if place in GUIDES and GUIDES[place] not in one.text:
        yield f"{article} is only for reference"
    for words in found:
        if not _share_words(words.words, one.text):
            yield f"{article} says “{words.words}”"
        yield from (
            f"“{soft}” of {article} is dropped"
            for soft in SOFTENERS
            if soft in words.words and soft not in one.text
        )
    official = one.mark is Mark.OFFICIAL or one.kind == "department"
    if found and one.kind and official and all(words.who not in ("", one.kind) for words in found):
        yield f"{article} is not for this kind of evaluation"


def _share_words(words: str, text: str) -> bool:
    said, text = _plain(words), _plain(text)
    return any(said[at : at + SHARED] in text for at in range(max(1, len(said) - SHARED + 1)))


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text).translate(str.maketrans("－—／＝：", "--/=:"))


@pytest.mark.parametrize("place", CITING)
def test_a_citation_rests_on_the_words_of_the_article(place: str) -> None:
    assert faults(CITING[place]) == []


@pytest.mark.parametrize("place", [one.place for one in CITING.values() if one.mark is Mark.OFFICIAL])
def test_what_is_official_cites_an_article(place: str) -> None:
    assert citations(CITING[place].text)


@pytest.mark.parametrize(
    "place", sorted({place for words in TABLE for place in words.cited_by}), ids=lambda place: place
)
def test_the_table_names_only_what_cites_it(place: str) -> None:
    cited = {f"{document}{at}" for document, at in citations(CITING[place].text)}
    assert {words.article for words in resting_on(place)} <= cited


def test_a_form_that_somebody_filled_in_makes_nothing_official() -> None:
    for one in CITING.values():
        if one.mark is Mark.OFFICIAL:
            assert not re.search(r"公开的|自评表（20|系统|评审要点|2146号", one.text), one.place


@pytest.mark.parametrize("kind", ["self_evaluation", "department"])
def test_a_ground_that_is_official_cites_an_article_of_a_known_document(kind: str) -> None:
    for ground in vars(grounds).values():
        if isinstance(ground, grounds.Ground) and getattr(ground, kind).mark is Mark.OFFICIAL:
            assert re.match(DOCUMENT, getattr(ground, kind).text)


@pytest.mark.parametrize(
    ("place", "text", "mark", "kind", "fault"),
    [
        (
            "new value",
            "财预〔2020〕10号第十八条：总分一般设置为100分",
            "official",
            "self",
            "says nothing of the kind",
        ),
        (
            "mof-2020-10 weights.total",
            "财预〔2020〕10号第十三条：总分一般设置为100分",
            "official",
            "self",
            "nothing of",
        ),
        (
            "mof-2020-10 weights.total",
            "财预〔2020〕10号第十八条：总分设置为100分",
            "official",
            "self",
            "“一般”",
        ),
        (
            "mof-2020-10 weights.total",
            "财预〔2020〕10号第十八条：一般为一百",
            "official",
            "self",
            "says “总分",
        ),
        ("mof-2020-10 weights.total", "第十八条：总分一般设置为100分", "official", "self", "of no document"),
        (
            "SUMMED self",
            "财预〔2020〕10号第十六条规定总分由各项指标得分汇总形成",
            "official",
            "department",
            "this kind",
        ),
        (
            "SUMMED self",
            "参照财预〔2020〕10号第十六条：总分由各项指标得分汇总形成",
            "assumed",
            "department",
            "this kind",
        ),
        (
            "EVIDENCE self",
            "财预〔2021〕101号附件1三（八）：按照数据来源提供对应的佐证材料",
            "official",
            "self",
            "中央部门",
        ),
        (
            "SURVEY department",
            "财预〔2020〕10号附件2：满意度一般采取社会调查的方式",
            "official",
            "department",
            "reference",
        ),
        ("JX704", "财预〔2021〕101号（中央部门参考试行）附件1（八）", "official", "", "nothing of the kind"),
    ],
)
def test_a_wrong_citation_is_caught(place: str, text: str, mark: str, kind: str, fault: str) -> None:
    assert any(fault in one for one in faults(Citing(place, text, Mark(mark), kind)))
