"""An office's own outline: every mistake is told with its line, what it is and how to mend it, before it runs."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from forms import model_facts
from jxbook.document import render
from jxbook.finding import Refusal
from jxbook.report import compose
from jxbook.report.mistakes import mistakes_in
from jxbook.report.outline import MOST_BYTES, Outline, read_outline, sections


@pytest.mark.parametrize(
    ("text", "line", "what", "fix"),
    [
        ("# 报告\n\n{{ mony() }}", 3, "没有 mony 这个名称（是不是 money？）", "开头"),
        ("{{ anything_else }}", 1, "没有 anything_else 这个名称", "开头"),
        ("{% if departmnt %}{% endif %}", 1, "（是不是 department？）", "开头"),
        (
            "甲\n{{ project.suprvisor }}",
            2,
            "project 没有 suprvisor 这一项（是不是 supervisor？）",
            "implementer",
        ),
        ("{{ project.__class__ }}", 1, "project 没有 __class__ 这一项", "name"),
        (
            "{{ conclusion(breif=true) }}",
            1,
            "没有 breif 这个选项（是不是 brief？）",
            "conclusion(brief=true)",
        ),
        ("{{ conclusion(1) }}", 1, "conclusion() 括号里写的内容不对", "conclusion(brief=true)"),
        ("{{ part() }}", 1, "part() 括号里写的内容不对", 'part("产出"'),
        ("{{ task_table(3) }}", 1, "task_table() 括号里写的内容不对", "task_table()"),
        ("{{ money }}", 1, "money 后面没有写括号", "money()"),
        ("{{ year() }}", 1, "year 是一个值", "请写成 year"),
        ("{{ year | uper }}", 1, "没有 uper 这个过滤器", "join"),
        ("{% if year is evn %}{% endif %}", 1, "没有 evn 这个条件（是不是 even？）", "defined"),
        ("甲\n{% iff year %}\n{% endif %}", 2, "不认识的标签 iff", "自带的提纲"),
        ("甲\n{% if year %}\n乙\n丙", 2, "{% if … %} 没有写结束的 {% endif %}", "自带的提纲"),
        ("{% if year %}甲{% endif %}\n{% endif %}", 2, "{% endif %} 前面没有与它成对的", "自带的提纲"),
        ("甲\n\n{{ money( }}", 3, "此处不应有 }", "自带的提纲"),
        ("{% include 'other' %}", 1, "提纲不能引用其他文件", "自带的提纲"),
        ("{{ passage('背景', '写什么') }}", 1, "passage 没有写在 {% call %} 里", "{% call passage("),
        ("{% call passage(year) %}{% endcall %}", 1, "应写成引号里的文字", "{% call passage("),
        ("{% call passage('背景', '写', afer=true) %}{% endcall %}", 1, "没有 afer 这个选项", "after"),
        (
            "{% call passage('背景', '甲') %}{% endcall %}\n{% call passage('背景', '乙') %}{% endcall %}",
            2,
            "章节“背景”写了两次",
            "不同的章节名",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line_and_its_remedy(text: str, line: int, what: str, fix: str) -> None:
    [found] = mistakes_in(text, "提纲.txt")
    assert (found.line, what in found.what, fix in found.fix) == (line, True, True), str(found)


def test_every_mistake_is_told_at_once_in_the_order_of_the_lines() -> None:
    found = mistakes_in("{{ scop() }}\n{{ year | uper }}\n{{ conclusion(breif=true) }}", "提纲.txt")
    assert [one.line for one in found] == [1, 2, 3]


def test_names_that_an_outline_sets_itself_are_known_in_it() -> None:
    text = (
        "{% set parts = ['产出', '效益'] %}{% for one in parts %}{{ part(one) }}{{ '。' if loop.last }}{% endfor %}"
        "{% macro head(text) %}## {{ text }}{% endmacro %}{{ head('甲') }}"
    )
    assert mistakes_in(text, "提纲.txt") == ()


def test_a_mistake_that_only_shows_while_it_runs_is_told_with_its_line() -> None:
    facts = model_facts()
    outline = Outline("提纲.txt", "# 报告\n\n{{ 1 / (rows - rows) }}")
    with pytest.raises(Refusal) as refused:
        compose(facts.form, facts.policy, facts.scoring, outline=outline)
    assert (refused.value.finding.code, refused.value.finding.place) == ("JX603", "提纲.txt")
    assert "第3行：除数是0" in refused.value.finding.why


def test_a_passage_without_a_hint_asks_for_its_section_all_the_same() -> None:
    [one] = sections(Outline("提纲.txt", "{% call passage('背景') %}{% endcall %}"))
    assert (one.name, one.hint) == ("背景", "")


# Files


def test_an_outline_as_notepad_saves_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "提纲.txt"
    path.write_bytes("\ufeff# 报告\r\n\r\n{{ money() }}\r\n".encode())
    outline = read_outline(path)
    facts = model_facts()
    assert render(compose(facts.form, facts.policy, facts.scoring, outline=outline), "md").startswith(
        "# 报告\n".encode()
    )


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (None, "JX605", "没有这个文件"),
        ("# 报告".encode("gb18030"), "JX603", "UTF-8"),
        (b"PK\x03\x04\xff\xfe\x00", "JX603", "UTF-8"),
        (b"a" * (MOST_BYTES + 1), "JX603", "不像是提纲"),
        (b"{{ mony() }}", "JX603", "第1行：没有 mony 这个名称（是不是 money？）"),
    ],
)
def test_promise_4_a_file_that_is_no_outline_is_refused(
    tmp_path: Path, content: bytes | None, code: str, said: str
) -> None:
    path = tmp_path / "提纲.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Refusal) as refused:
        read_outline(path)
    finding = refused.value.finding
    assert (finding.code, finding.place) == (code, "提纲.txt")
    assert said in f"{finding.why}{finding.fix}" and finding.fix


def test_a_folder_is_no_outline(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        read_outline(tmp_path)
    assert refused.value.finding.code == "JX605"


@pytest.fixture(scope="module")
def honest() -> float:
    """The time of the processor, which nobody else can take away, that an outline of a sixth of MOST_BYTES takes."""
    began = process_time()
    assert not mistakes_in("{{ money() }}\n" * 1_200, "提纲.txt")
    return process_time() - began


@pytest.mark.parametrize(
    "text",
    [
        "{{ " + "(" * 30_000,
        "{{ " + "1+" * 30_000 + "1 }}",
        "{{ " + "[" * 400 + "]" * 400 + " }}",
        "{{ " + "9" * 90_000 + " }}",
        "{% for a in levels('x') %}" * 60 + "{% endfor %}" * 60,
        "{% if year %}" * 3_000 + "{% endif %}" * 3_000,
        "{{ money" + ".x" * 30_000 + " }}",
        "{{ 'a'" + " ~ 'a'" * 15_000 + " }}",
        "{% call passage('背景', '甲') %}{% endcall %}" * 1_500,
        "{{ mony() }}" * 8_000,
        "".join(f"{{{{ m{at} }}}}" for at in range(10_000)),
        "{# " * 30_000,
        "{{ '" + "甲" * 30_000,
    ],
    ids=lambda text: text[:12],
)
def test_promise_6_a_hostile_outline_is_checked_in_bounded_time(text: str, honest: float) -> None:
    """Six times as long as the honest one, it takes no more than three times as long for its length."""
    began = process_time()
    found = mistakes_in(text, "提纲.txt")
    assert process_time() - began < 18 * honest
    assert all(len(str(one)) < 500 for one in found)
