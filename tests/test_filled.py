"""A form becomes a workbook of ours: its entries where they belong, its formula cells showing their values."""

from dataclasses import replace

import pytest

from jxbook import filled
from jxbook.filled import filled_workbook, suggested_template
from jxbook.finding import Refusal
from jxbook.form import Entry
from jxbook.policy import load_policy, policy_ids
from jxbook.templates import template_path
from jxbook.workbook import open_form
from jxbook.workbook.transfer import NoPlace


def test_a_workbook_filled_with_its_own_form_is_the_same_byte_for_byte(sunhe):
    form = open_form(sunhe)
    assert filled_workbook(form, load_policy(form.policy_id)) == sunhe.read_bytes()


@pytest.mark.parametrize("policy_id", policy_ids())
def test_the_shipped_template_is_used_as_it_is(policy_id):
    assert suggested_template(load_policy(policy_id)) == template_path(policy_id).read_bytes()


def test_an_entry_without_a_place_is_no_silent_loss(sunhe):
    form = open_form(sunhe)
    spoilt = replace(form, project=replace(form.project, supervisor=Entry(None, unknown=True)))
    with pytest.raises(NoPlace, match="主管部门"):
        filled_workbook(spoilt, load_policy(form.policy_id))


def test_promise_6_a_form_out_of_all_proportion_is_refused(sunhe, monkeypatch):
    monkeypatch.setattr(filled, "MOST_ROWS", 30)
    form = open_form(sunhe)
    long = replace(form, indicators=form.indicators * 3)
    with pytest.raises(Refusal, match="JX934"):
        filled_workbook(long, load_policy(form.policy_id))
