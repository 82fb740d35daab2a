"""The generator never contradicts itself: what is found in a report of ours is found in its form too."""

from __future__ import annotations

import tomllib
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from jxbook.assess import assess, source_in
from jxbook.assess.report import review
from jxbook.document import render
from jxbook.form import Form
from jxbook.making.filled import filled_workbook
from jxbook.policy import load_policy
from jxbook.report import compose
from jxbook.samples import form_of, load_sample, sample_names

OF_OURS_ALONE = {"JX108", "JX529"}
"""A Word report of ours bears its policy, so that it is known for ours; Markdown has no place for it."""
HERE = Path(__file__).parents[1]
MADE_UP = sorted(HERE.glob("*.toml"))
CASES = [
    *((name, load_sample(name).form) for name in sample_names()),
    *(
        pytest.param(
            path.stem,
            form_of(tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)),
            marks=pytest.mark.long,
        )
        for path in MADE_UP
    ),
]


@pytest.mark.parametrize(("name", "form"), CASES, ids=lambda one: one if isinstance(one, str) else "")
def test_nothing_is_found_in_its_text_or_table_that_is_not_found_in_the_form(
    tmp_path: Path, name: str, form: Form
) -> None:
    policy = load_policy(form.policy_id)
    workbook = assess(source_in(filled_workbook(form, policy), "自评表.xlsx"))
    known = {one.code for one in workbook.findings}
    path = tmp_path / "报告.docx"
    path.write_bytes(render(compose(workbook.form, workbook.policy, workbook.scoring)))
    reviewed = review(path, policy.id)
    found = [*reviewed.findings, *(one for _, table in reviewed.forms for one in table.findings)]
    assert [(one.code, one.what) for one in found if one.code not in known] == []
    in_word = Counter(one.code for one in found if one.code not in OF_OURS_ALONE)

    path = tmp_path / "报告.md"
    path.write_bytes(render(compose(workbook.form, workbook.policy, workbook.scoring), "md"))
    reviewed = review(path, policy.id)
    found = [*reviewed.findings, *(one for _, table in reviewed.forms for one in table.findings)]
    assert Counter(one.code for one in found if one.code not in OF_OURS_ALONE) == in_word
