"""A workbook stays one that can be sent by mail: the worksheet formulas add at most 15 KB to a template."""

import pytest

from jxbook.policy import load_policy, policy_ids
from jxbook.template import book
from jxbook.templates import build, template_path

MOST = 15 * 1024
LARGEST = "mof-2020-10-evaluation"


@pytest.mark.parametrize(
    "policy", [pytest.param(one, marks=() if one == LARGEST else pytest.mark.long) for one in policy_ids()]
)
def test_the_formulas_add_at_most_15_kb_to_a_template(policy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = template_path(policy).stat().st_size
    monkeypatch.setattr(book, "write_layer", lambda *_: None)
    assert 0 < whole - len(build(load_policy(policy))) <= MOST
