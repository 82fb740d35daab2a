"""A report cites a document only for what was read in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jxbook.facts.project import cited_documents
from jxbook.policy import Mark, load_policy, policy_ids

READ = {
    "财预〔2020〕10号": "项目支出绩效评价管理办法",
    "财预〔2021〕101号": "中央部门项目支出核心绩效目标和指标设置及取值指引（试行）",
}


@pytest.mark.parametrize("policy_id", policy_ids())
def test_only_documents_that_were_read_are_cited(policy_id: str) -> None:
    """Neither 京财绩效〔2020〕2146号, which nobody has read, nor a form without a number (文号未核实)."""
    cited = cited_documents(load_policy(policy_id))
    assert cited and all(READ[one.number] == one.title for one in cited)


def test_the_guideline_of_central_departments_stands_on_the_regulation() -> None:
    cited = cited_documents(load_policy("mof-2021-101"))
    assert [one.number for one in cited] == ["财预〔2021〕101号", "财预〔2020〕10号"]


@pytest.mark.parametrize(
    ("mark", "number"), [(Mark.OFFICIAL, "某财〔2024〕1号"), (Mark.PRACTICE, "财预〔2020〕10号")]
)
def test_an_office_has_its_own_document_cited_once_it_says_that_it_was_read(mark: Mark, number: str) -> None:
    parent = load_policy("mof-2020-10")
    own = replace(parent.identity, id="own", title="某办法", number="某财〔2024〕1号", mark=mark)
    policy = replace(parent, identity=own, parents=(parent.identity,))
    assert cited_documents(policy)[0].number == number
