"""The handbook holds every page, and says of each check whether its fix may be made without asking."""

from __future__ import annotations

import pytest

from jxbook.checks import rules
from jxbook.document.blocks import Heading, Table
from jxbook.handbook import handbook
from jxbook.refusals import pages


def test_every_code_has_its_place_and_stands_in_the_contents() -> None:
    blocks = handbook().blocks
    headings = [one.text.partition(" ")[0] for one in blocks if isinstance(one, Heading) and one.level == 2]
    assert headings == [*(one.code for one in rules()), *pages()]
    (contents,) = [one for one in blocks if isinstance(one, Table)]
    assert [row[0].text for row in contents.rows[1:]] == [one.code for one in rules()]


def test_a_slip_of_the_pen_may_be_put_right_and_a_sum_may_not() -> None:
    safe = {one.code: one.safe for one in rules()}
    assert safe["JX521"] and safe["JX524"]
    assert not safe["JX510"] and not safe["JX501"]


@pytest.mark.parametrize("ending", ["docx", "html"])
def test_it_is_written_as_a_file(jxbook, tmp_path, ending) -> None:
    path = tmp_path / f"手册.{ending}"
    ran = jxbook("rule", "--handbook", path)
    assert (ran.status, ran.err) == (0, "")
    assert path.stat().st_size > 10_000
    again = jxbook("rule", "--handbook", path)
    assert (again.status, again.err[:5]) == (2, "JX925")
    assert "--force" not in again.err, "the command has no such option"


def test_a_rule_tells_its_numbers_and_whether_its_fix_needs_asking(jxbook) -> None:
    said = jxbook("rule", "jx510").out
    assert "能不能直接改\n    须核对后改" in said
    assert "checks.parts_apart　分项之和与合计相差" in said and "可以写：数，1至100" in said
    assert "可以在评价政策里改的数" not in jxbook("rule", "JX203").out
