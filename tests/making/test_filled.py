"""A form becomes a workbook of ours: its entries where they belong, its formula cells showing their values."""

from dataclasses import replace
from decimal import Decimal

import pytest

from jxbook.finding import Refusal
from jxbook.form import CostItem, Entry, Records, SubProject, Survey, SurveyQuestion
from jxbook.form.facts import RECEIVED
from jxbook.making import filled, importing
from jxbook.making.filled import fill_workbook, filled_workbook, suggested_template
from jxbook.making.transfer import NoPlace
from jxbook.policy import load_policy, policy_ids
from jxbook.recognition import open_form, recognise
from jxbook.templates import template_path
from jxbook.workbook.opening import workbook_in
from jxbook.workbook.reader import read_package


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


def test_promise_5_a_weight_that_is_no_share_stands_as_it_was_typed(sunhe):
    """100, 80 for 100%, 80%: JX707 points at it; the template's own weights do not take its place in silence."""
    form = open_form(sunhe)
    asked = (SurveyQuestion(Entry("对服务是否满意"), (Entry(Decimal(9)), Entry(Decimal(1)))),)
    scale = (Entry("满意"), Entry("一般")), (Entry(Decimal(100)), Entry(Decimal(80)))
    survey = Survey(Entry(Decimal(10)), Entry(Decimal(10)), Entry(), *scale, asked)
    made = _filled(replace(form, records=replace(form.records, survey=survey)), form.policy_id)
    assert [one.text for one in made.records.survey.weights[:2]] == ["100", "80"]


def test_promise_6_a_form_out_of_all_proportion_is_refused(sunhe, monkeypatch):
    monkeypatch.setattr(filled, "MOST_ROWS", 30)
    form = open_form(sunhe)
    long = replace(form, indicators=form.indicators * 3)
    with pytest.raises(Refusal, match="JX934"):
        filled_workbook(long, load_policy(form.policy_id))


def test_promise_6_a_sheet_with_more_cells_than_account_can_be_given_of_is_refused(sunhe, monkeypatch):
    monkeypatch.setattr(importing, "MOST_CELLS", 100)
    with pytest.raises(Refusal, match=r"JX934.*格数过多"):
        importing.bring(sunhe)


def test_promise_2_money_keeps_its_worth_in_a_form_of_another_unit(sunhe):
    """No amount may change by 10 000: not in the money block, not in 基本信息, not on the sheets beside the form."""
    said = open_form(sunhe)
    unit_costs = (Entry("面积"), Entry("平方米"), Entry(Decimal(3)), Entry(Decimal("0.012")))
    source = replace(
        said,
        project=replace(said.project, facts={**said.project.facts, RECEIVED: Entry(Decimal("8.5"))}),
        records=Records(
            costs=(CostItem(*unit_costs, Entry(Decimal(2)), Entry("130元"), Entry()),),
            subprojects=(
                SubProject(*map(Entry, ("铺装", "", Decimal(2), Decimal(5), "4.8", "", "尾款0.2"))),
            ),
        ),
    )
    in_yuan = _filled(source, "shanghai")
    assert _money(in_yuan) == [amount * 10_000 for amount in _money(source)]
    assert in_yuan.funding.unit == "元"
    assert in_yuan.project.facts[RECEIVED].raw == 85_000
    (cost,), (subproject,) = in_yuan.records.costs, in_yuan.records.subprojects
    assert [cost.planned_quantity.raw, cost.planned_cost.raw, cost.quantity.raw] == [3, 120, 2]
    assert cost.cost.text == "130元"
    assert [subproject.count.raw, subproject.budget.raw, subproject.spent.raw] == [2, 50_000, 48_000]
    assert subproject.note.text == "尾款0.2"
    back = _filled(in_yuan, said.policy_id)
    assert _money(back) == _money(source)
    assert back.project.facts[RECEIVED].raw == Decimal("8.5")
    assert back.records.costs[0].planned_cost.raw == Decimal("0.012")
    assert [back.records.subprojects[0].budget.raw, back.records.subprojects[0].spent.raw] == [
        5,
        Decimal("4.8"),
    ]


def _filled(source, policy_id):
    data = fill_workbook(source, load_policy(policy_id)).data
    return recognise(read_package(workbook_in(data, "新.xlsx")), "新.xlsx")


def _money(form):
    rows = (form.funding.total, *form.funding.parts)
    return [
        amount
        for row in rows
        for amount in (row.initial_amount, row.budget_amount, row.spent_amount)
        if amount is not None
    ]
