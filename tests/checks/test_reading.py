"""The passages of a text that a check asks: only those that may hold what it looks for."""

from __future__ import annotations

from jxbook.checks.case import Case
from jxbook.checks.reading import Reading, of_form, of_paper
from jxbook.pattern import pattern
from jxbook.policy import load_policy
from jxbook.prose import Line, read_paper


def reading(*lines: str) -> Reading:
    return of_paper(read_paper(map(Line, lines)), load_policy("mof-2020-10"))


PAPER = reading("全年举办活动20场", "居民反映较好", "支出8万元，结余2万元", "11月验收")


def told(passages: object) -> list[str]:
    return [one.text for one in passages]  # type: ignore[attr-defined]


def test_passages_holding_a_word_come_in_their_order() -> None:
    assert told(PAPER.holding("月", "结余")) == ["支出8万元，结余2万元", "11月验收"]
    assert told(PAPER.holding("结余")) == ["支出8万元，结余2万元"]
    assert told(PAPER.holding("追加", "调减")) == []


def test_passages_matching_a_pattern_of_one_line() -> None:
    assert told(PAPER.matching(pattern(r"\d万元"))) == ["支出8万元，结余2万元"]
    assert told(PAPER.matching(pattern("亿元"))) == []


def test_a_passage_is_asked_once_however_often_it_says_it() -> None:
    asked: list[int] = []

    def find(start: int) -> int:
        asked.append(start)
        return PAPER.text.find("万", start)

    assert told(PAPER.standing_at([find])) == ["支出8万元，结余2万元"]
    assert asked == [0, PAPER.text.index("11月")]


def test_a_pattern_is_found_in_each_passage_with_its_place_there() -> None:
    found = [(one.text, *match.span()) for one, match in PAPER.found(pattern(r"\d+[万场]"))]
    assert found == [
        ("全年举办活动20场", 6, 9),
        ("支出8万元，结余2万元", 2, 4),
        ("支出8万元，结余2万元", 8, 10),
    ]


def test_the_passages_of_one_cell_are_told_together(case: Case) -> None:
    texts = of_form(case)
    held = [*texts.blocks_holding("活动")]
    assert held == [*texts.blocks_matching(pattern("活动"))]
    assert [block for block, _ in held] == [
        block for block in texts.blocks if any("活动" in one.text for one in block)
    ]
    for block, places in held:
        assert places == [at for at, one in enumerate(block) if "活动" in one.text]


def test_passages_in_which_so_many_figures_may_stand() -> None:
    """None with so many is left out; 20 might be two."""
    assert told(PAPER.figured(1)) == ["全年举办活动20场", "支出8万元，结余2万元", "11月验收"]
    assert "支出8万元，结余2万元" in told(PAPER.figured(2))
    assert told(PAPER.figured(3)) == []


def test_what_a_passage_says_is_read_with_full_width_marks() -> None:
    (one,) = reading("支出8万元,结余2万元").passages
    assert (one.text, one.paragraph.text) == ("支出8万元，结余2万元", "支出8万元,结余2万元")


def test_a_cell_with_no_more_than_a_number_is_no_running_text(case: Case) -> None:
    """100%, ≥20场 and 无 say nothing that a check of running text looks at; 11月 may be a month that does not exist."""
    texts = {*told(of_form(case).passages)}
    assert not {"100%", "=100%", "≥20场", "21场", "4800元", "≤5000元", "无"} & texts
    assert {"举办活动20场，服务居民200人次", "长期开展服务", "11月"} <= texts
