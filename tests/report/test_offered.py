"""What an outline may use is one list: what runs, what is checked and what its author reads are the same."""

from __future__ import annotations

import inspect
from dataclasses import fields

import pytest

from forms import model_facts
from jxbook.document.blocks import Document
from jxbook.facts.project import ProjectFacts
from jxbook.report import compose
from jxbook.report.copied import commented
from jxbook.report.mistakes import mistakes_in
from jxbook.report.offered import (
    FUNCTIONS,
    OF_PROJECT,
    PLACED,
    VALUES,
    context_of,
    described,
    names,
    signature_of,
)
from jxbook.report.outline import Outline, sections, shipped
from jxbook.report.shipped import outline_names


def composed(text: str) -> Document:
    """A report by this outline, of a form that has a good deal in it."""
    facts = model_facts()
    return compose(facts.form, facts.policy, facts.scoring, outline=Outline("提纲.txt", text))


def test_the_list_holds_what_the_facts_offer_and_no_more() -> None:
    assert set(context_of(model_facts())) == {*FUNCTIONS, *VALUES}
    assert set(OF_PROJECT) == {one.name for one in fields(ProjectFacts)}
    assert len(set(names())) == len(names())


@pytest.mark.parametrize("name", [*FUNCTIONS, *PLACED])
def test_every_function_on_the_list_can_be_written_as_the_list_says(name: str) -> None:
    usage = (FUNCTIONS[name].usage if name in FUNCTIONS else "") or f"{name}()"
    text = f"{{% for one in {usage} %}}{{% endfor %}}" if name == "levels" else f"{{{{ {usage} }}}}"
    if name == "said":
        text = f"{{% if {usage} %}}甲{{% endif %}}"
    assert mistakes_in(text, "提纲.txt") == ()
    composed(text)


@pytest.mark.parametrize("name", [*VALUES, *(f"project.{one}" for one in OF_PROJECT)])
def test_every_value_on_the_list_can_be_asked(name: str) -> None:
    text = f"{{% if {name} %}}甲{{% endif %}}"
    assert mistakes_in(text, "提纲.txt") == ()
    composed(text)


def test_every_name_is_described_to_the_author() -> None:
    told = "\n".join(described())
    assert [name for name in names() if name not in told] == []


def test_a_signature_knows_what_a_function_takes() -> None:
    assert list(signature_of("conclusion").parameters) == ["brief"]
    assert signature_of("year") is None and signature_of("nothing") is None
    assert signature_of("part").parameters["numbered"].kind is inspect.Parameter.KEYWORD_ONLY


@pytest.mark.parametrize("name", outline_names())
def test_no_shipped_outline_holds_a_mistake(name: str) -> None:
    assert mistakes_in(shipped(name).text, name) == ()


@pytest.mark.parametrize("name", outline_names())
def test_the_commented_copy_gives_the_same_report_and_asks_for_the_same(name: str) -> None:
    outline = shipped(name)
    copy = Outline("mine.txt", commented(outline, "mine.txt"))
    assert mistakes_in(copy.text, "mine.txt") == ()
    assert composed(copy.text) == composed(outline.text)
    assert sections(copy) == sections(outline)
