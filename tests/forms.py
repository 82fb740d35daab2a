"""Forms for the tests of sentences: small ones built from a row or two, and one with everything in it."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from jxbook.document.marks import bare
from jxbook.facts.everything import Facts, facts_of
from jxbook.form import Entry, Form, Funding, FundingRow, Goal, Indicator, Project, Records
from jxbook.policy import load_policy
from jxbook.samples import form_of
from jxbook.scoring import score


@lru_cache(maxsize=8)
def form_in(name: str) -> Form:
    """The form of a file beside this one: construction (late, dear), training (all met), subsidy (half unspent)."""
    text = Path(__file__).with_name(f"{name}.toml").read_text("utf-8")
    return form_of(tomllib.loads(text, parse_float=Decimal))


def model_form() -> Form:
    """A form with tasks undone, money left, a survey and interviews."""
    return form_in("model")


@lru_cache(maxsize=1)
def model_facts() -> Facts:
    """The facts of that form."""
    return facts(model_form())


def facts(form: Form, policy_id: str = "") -> Facts:
    """The facts of a form, by the policy that it names or another."""
    policy = load_policy(policy_id or form.policy_id)
    return facts_of(form, policy, score(form, policy))


def entry(said: Any) -> Entry:
    """An entry as it stands in a cell."""
    return Entry(said or None if isinstance(said, str) else Decimal(str(said)))


def row(
    name: str, target: str, actual: str, reason: str = "", level2: str = "数量指标", points: int = 10
) -> Indicator:
    """An indicator row."""
    level1 = (
        "效益指标"
        if "效益" in level2 or "影响" in level2
        else "满意度指标"
        if "满意" in level2
        else "产出指标"
    )
    return Indicator.read(*map(entry, (level1, level2, name, target, actual, points, "", reason)))


def small_form(*rows: Indicator, money: tuple[Any, Any, Any] = (100, 100, 100), **more: Any) -> Form:
    """A national form with these rows and this money: 年初预算数, 全年预算数, 全年执行数."""
    total = FundingRow("年度资金总额", *map(entry, money))
    project = Project(entry("道路修缮项目"), entry(""), entry("某县住建局"), entry("某镇政府"))
    own = {"goal": Goal(), "records": Records()} | more
    return Form(
        "自评表",
        2024,
        "mof-2020-10",
        project,
        Funding(total, own.pop("parts", ())),
        own.pop("goal"),
        rows,
        **own,
    )


def said(text: str) -> str:
    """A text as it is read."""
    return bare(text)


def with_records(form: Form, **records: Any) -> Form:
    """The form with other records beside it."""
    return replace(form, records=replace(form.records, **records))
