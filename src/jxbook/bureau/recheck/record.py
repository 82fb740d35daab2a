"""复核得分 into the store, and from there into the roll-up."""

from __future__ import annotations

from pathlib import Path

from jxbook.assess import assess
from jxbook.bureau.order import store_of
from jxbook.bureau.recheck.compare import RecheckResult
from jxbook.bureau.store import Recheck
from jxbook.bureau.submitted import submission_of
from jxbook.bureau.writing import last_run, write_again
from jxbook.refusals.bureau import not_in_rollup


def record(rollup: Path, url: str, file: Path, found: RecheckResult) -> None:
    """Keep what a re-check came to, and write the roll-up with it.

    Raises Refusal JX984, JX985, JX986, JX991, JX994 for a form that the roll-up does not have, JX911, JX914.
    """
    own = submission_of(assess(file), file.name, "")
    with store_of(rollup, url) as store:
        same = [one for one in last_run(rollup, store).once if (one.key, one.year) == (own.key, own.year)]
        if not same or not own.project:
            raise not_in_rollup(own.project or file.name)
        total = None if found.total is None else float(found.total)
        store.review(same[0], Recheck(total, found.grade))
        write_again(rollup, store)
