"""The papers of a run, made from the store: the roll-up, the notice, the returns; and the roll-up again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from tempfile import gettempdir

from jxbook.bureau.figures import Figures
from jxbook.bureau.lock import alone, refuse_open
from jxbook.bureau.order import Order
from jxbook.bureau.rollup import rollup
from jxbook.bureau.roster import Roster, read_roster
from jxbook.bureau.run_result import RunResult, run_result
from jxbook.bureau.saving import save
from jxbook.bureau.store import Store
from jxbook.checks.submission import Remark
from jxbook.refusals.bureau import no_run, stopped_by_disk


def write_papers(
    order: Order, store: Store, others: Mapping[str, int], roster: Roster | None, basis: str
) -> tuple[tuple[Path, ...], tuple[Remark, ...]]:
    """Everything that was ordered, and why some returns were not written; the store remembers what each paper was made
    from, however it ends. Raises Refusal JX985, JX911, JX914."""
    made = store.made
    told = run_result(store, others, roster)
    numbers = Figures(told)
    for paper in order.files:
        refuse_open(paper, store.finished)
    faulty = sum(one.count("错误") > 0 for one in told.once)
    kept = {
        **made,
        "": "",
        "counts": json.dumps([len(told.forms), faulty, len(told.unread), told.passed]),
        "others": json.dumps(dict(others)),
        "expected": str(order.expected.absolute()) if order.expected else "",
    }
    unwritten: tuple[Remark, ...] = ()
    try:
        kept |= [save(order.output, _rolled_up(told, numbers, order.output, store), made.values())]
        if order.notice:
            from jxbook.bureau.notice import notice
            from jxbook.document import render

            kept |= [save(order.notice, render(notice(told, numbers, order.deadline)), made.values())]
        if order.returns:
            from jxbook.bureau.returns import returns, write_returns

            kept, unwritten = write_returns(returns(told, order.deadline), order.returns, kept)
        if not unwritten:
            kept[""] = basis
    finally:
        store.keep_made(kept)
    return (*order.files, *((order.returns,) if order.returns else ())), unwritten


def last_run(output: Path, store: Store) -> RunResult:
    """What the last run of a roll-up came to. Raises Refusal JX991 where the store has none."""
    made = store.made
    if not made:
        raise no_run(output.name)
    expected = Path(made.get("expected", ""))
    roster = read_roster(expected) if made.get("expected") and expected.is_file() else None
    return run_result(store, json.loads(made.get("others", "{}")), roster)


def write_again(output: Path, store: Store) -> None:
    """The roll-up anew from its store alone, as after a re-check. Raises Refusal JX985, JX986, JX991, JX911, JX914."""
    refuse_open(output)
    with alone(output):
        told = last_run(output, store)
        made = store.made
        path, digest = save(output, _rolled_up(told, Figures(told), output, store), made.values())
        store.keep_made({**made, path: digest})


def _rolled_up(told: RunResult, numbers: Figures, output: Path, store: Store) -> bytes:
    """The roll-up. Raises Refusal JX988 where there is no room for its parts."""
    try:
        return rollup(told, numbers, output.absolute().parent, datetime.now())
    except OSError as error:
        raise stopped_by_disk(gettempdir(), store.finished) from error
