"""`jxbook batch`: a folder of forms → the roll-up, with a bar that shows how far it is."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

from jxbook.cli import FINE, FOUND
from jxbook.refusals.bureau import bureau_not_installed
from jxbook.refusals.writing import not_a_report_format, not_a_rollup_name

if TYPE_CHECKING:
    from jxbook.bureau.tasks import FileReading

_NEEDED = ("sqlalchemy", "tqdm")


def run(options: argparse.Namespace) -> int:
    """Run a batch; exit 1 when a file could not be read or a form has an error."""
    require_bureau()
    from jxbook.bureau.batch import Order
    from jxbook.bureau.batch import run as run_batch

    if options.output.suffix.lower() != ".xlsx":
        raise not_a_rollup_name(options.output.name)
    if options.notice is not None and options.notice.suffix.lower() != ".docx":
        raise not_a_report_format(options.notice.name, (".docx",))
    if options.merge:
        return _merge(options)
    order = Order(
        tuple(options.folders),
        options.output,
        reports=options.reports,
        returns=options.returns,
        notice=options.notice,
        expected=options.expected,
        deadline=options.deadline,
        policy=options.policy,
        jobs=options.jobs,
        cluster=options.cluster,
        store=options.store,
        fresh=options.fresh,
    )
    done = run_batch(order, _watched)
    again = f"（其中{done.again}个没有变化，用的是以前的结果）" if done.again else ""
    print(
        f"文件{done.files}个{again}，自评表{done.forms}份，有错误的{done.faulty}份，没有读出的文件{done.unread}个。"
    )
    if done.passed:
        print(f"另有{done.passed}个文件是 jxbook 生成的报告、核对单，对应的自评表已经计入，不重复计。")
    for path in done.papers:
        print(f"已写出：{path}")
    for one in done.unwritten:
        print(f"{one.what} {one.where}：{one.code} {one.why}。{one.fix}。")
    if not done.papers:
        print(f"没有变化，{options.output} 不用重写。")
    if done.unread:
        print("没有读出的文件和原因见汇总表的“未读”。")
    return FOUND if done.faulty or done.unread or done.unwritten else FINE


def _merge(options: argparse.Namespace) -> int:
    """Sub-units' forms into one; exit 1 when a person has to decide something, or a file could not be read."""
    from jxbook.bureau.merging.book import merge_folders
    from jxbook.cli.output import refuse_existing

    refuse_existing(options.output)
    made = merge_folders(options.folders, options.output, options.policy)
    print(f"已合并{len(made.units)}份自评表：{options.output}")
    print("每个数字的来源和算法见工作表“导入说明”。")
    for line in made.open:
        print(f"需要核对 {line}")
    for one in made.unread:
        print(f"没有读出 {one.file}：{one.remark.code} {one.remark.what}")
    return FOUND if made.open or made.unread else FINE


def require_bureau(*more: str) -> None:
    """Raise Refusal JX990 where the packages for bureaus, or `more` that a command needs, are not installed."""
    missing = [name for name in (*_NEEDED, *more) if find_spec(name) is None]
    if missing:
        raise bureau_not_installed(missing)


def _watched(coming: Iterable[FileReading], count: int) -> Iterator[FileReading]:
    """The readings, with a bar: rate, time left, and how many are good, faulty, unreadable."""
    from tqdm import tqdm  # type: ignore[import-untyped]

    from jxbook.bureau.batch import Progress

    counts = Progress()
    tqdm.monitor_interval = 0  # no thread of its own: Ctrl-C is to be met by ours
    bar = tqdm(
        coming, total=count, unit="份", desc="读取", file=sys.stderr, dynamic_ncols=True, mininterval=0.3
    )
    with bar:
        for reading in bar:
            counts.add(reading)
            bar.set_postfix_str(
                f"无错误{counts.good}，有错误{counts.faulty}，未读{counts.unread}", refresh=False
            )
            yield reading
