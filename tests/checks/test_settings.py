"""The numbers that checks go by are values of the policy: an office sets its own, with its reason, and sees them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

import jxbook.checks
from jxbook.checks import check_paper
from jxbook.checks.settings import SETTINGS, settings_of
from jxbook.finding import Refusal
from jxbook.policy import KEYS, Mark, Policy, load_policy
from jxbook.policy.allowed import HINT
from jxbook.policy.draft import draft
from jxbook.policy.model import Rule
from jxbook.prose import Line, read_paper

SOURCES = {
    file.name[:5].upper(): file.read_text("utf-8")
    for file in Path(jxbook.checks.__file__).parent.glob("*/jx*.py")
}
AT_SECOND_HAND = {"JX205": "far_beyond"}
"""Checks that ask scoring, which reads the number."""


def with_number(key: str, number: str) -> Policy:
    policy = load_policy("mof-2020-10")
    rule = Rule(key, Decimal(number), "本单位暂定", Mark.ASSUMED, "本市")
    return replace(policy, rules={**policy.rules, key: rule})


def codes(text: str, policy: Policy) -> set[str]:
    return {one.code for one in check_paper(read_paper(map(Line, text.split("｜"))), policy)}


@pytest.mark.parametrize(
    ("code", "key", "otherwise", "text"),
    [
        ("JX510", "checks.parts_apart", "3", "全年培训600人，其中：初级班280人，中级班200人，高研班140人。"),
        ("JX510", "checks.sum_slack", "20", "全年培训600人，其中：初级班280人，中级班200人，高研班140人。"),
        ("JX531", "checks.shares_apart", "2", "非常满意占70%，满意占20%，不满意占8%。"),
        ("JX517", "checks.days_slack", "31", "计划2024年8月31日完工，实际于2024年10月20日完工，推迟30天。"),
        ("JX527", "checks.yuan_from", "9000000", "项目预算920万元。｜全年支出8988025.24元。"),
        ("JX530", "checks.faults_shortest", "5", "一、存在的问题｜创新性不足，经验不足。"),
        (
            "JX533",
            "checks.goals_alike",
            "0",
            "一、概况｜1.总体目标｜新建农村公路36公里，解决12个村出行难问题。｜三、结论｜本项目总体目标为：提高城区绿化覆盖率，美化居住环境，丰富群众生活。",
        ),
    ],
)
def test_a_policy_moves_the_threshold(code: str, key: str, otherwise: str, text: str) -> None:
    assert code in codes(text, load_policy("mof-2020-10"))
    assert code not in codes(text, with_number(key, otherwise))


def test_a_policy_says_how_short_a_reason_may_be(find: Callable[..., list[str]]) -> None:
    row = "13 | | 产出指标 | 数量指标 | 举办活动场次 | ≥20场 | 16场 | 15 | 12 | 场馆停用两月"
    assert find("JX505", row) == ["I13"]
    assert find("JX505", row, policy=with_number("checks.reason_shortest", "5")) == []


def test_every_number_of_a_check_is_told_with_it() -> None:
    numbers = {key for key, one in KEYS.items() if key.startswith("checks.") and one.type is Decimal}
    assert numbers <= {key for keys in SETTINGS.values() for key in keys}
    for code, keys in SETTINGS.items():
        for key in keys:
            assert f'"{key}"' in SOURCES[code] or AT_SECOND_HAND.get(code, "?") in SOURCES[code], (code, key)


def test_a_number_is_told_with_its_bounds() -> None:
    line, _ = settings_of("JX510", load_policy("mof-2020-10"))
    assert line.startswith("checks.parts_apart　") and "现为20（假定）" in line and "1至100" in line


def test_a_number_out_of_its_bounds_is_told_by_its_key(tmp_path: Path) -> None:
    text = draft(load_policy("mof-2020-10"), "本市")
    line = next(one for one in text.splitlines() if one.startswith("#parts_apart"))
    own = line[1:].replace("20", "400").replace(HINT, "本单位暂定")
    file = tmp_path / "本市.toml"
    file.write_text(text.replace(line, own), "utf-8")
    with pytest.raises(Refusal) as refused:
        load_policy(file)
    said = "\n".join(refused.value.lines)
    assert "parts_apart" in said and "1至100" in said
