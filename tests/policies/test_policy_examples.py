"""Every shipped policy comes with worked examples, and works them as its file says they come out."""

from __future__ import annotations

import pytest

from jxbook.policy import load_policy, policy_ids
from jxbook.policy.examples import Example, load_examples
from jxbook.policy.places import SHIPPED
from jxbook.scoring.examples import work

EVERY = [(name, example) for name in policy_ids() for example in load_examples(name)]


@pytest.mark.parametrize(("policy_id", "example"), EVERY, ids=[f"{n}: {e.described}" for n, e in EVERY])
def test_promise_1_an_example_comes_out_as_its_file_says(policy_id: str, example: Example) -> None:
    assert example.expected
    assert work(example, load_policy(policy_id)) == example.expected, example.remark


@pytest.mark.parametrize("policy_id", policy_ids())
def test_every_policy_has_examples_and_each_says_how_it_is_worked(policy_id: str) -> None:
    examples = load_examples(policy_id)
    assert len(examples) >= 2
    assert all(len(one.remark) >= 4 and one.given for one in examples)
    assert len({one.described for one in examples}) == len(examples)


@pytest.mark.parametrize("policy_id", policy_ids())
def test_money_is_among_the_examples(policy_id: str) -> None:
    assert any("全年执行数" in one.given for one in load_examples(policy_id))


def test_no_example_belongs_to_a_policy_that_is_not_there() -> None:
    assert {path.stem for path in (SHIPPED / "examples").glob("*.toml")} == set(policy_ids())


def test_a_policy_of_ones_own_has_no_examples() -> None:
    assert load_examples("本单位") == ()


def test_an_example_is_described_as_the_form_names_things() -> None:
    first = load_examples("mof-2020-10")[0]
    assert first.described == "年度指标值≥200人次，实际完成值300人次，分值20"
    assert first.expected == {"完成率": "150%", "得分": "20"}


def test_an_example_that_is_wrong_is_noticed() -> None:
    one = Example({"年度指标值": "≥4", "实际完成值": "3", "分值": "10"}, {"得分": "8"}, "错的")
    assert work(one, load_policy("mof-2020-10")) == {"得分": "7.5"}
