"""Tasks → readings, by any executor of concurrent.futures: processes here, or a Dask cluster.

The code that hands out the files does not know which of the two it has. When a worker dies, the files that were under
way are tried again one by one; a file that ends its worker then as well is a row of its own, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from typing import Protocol

from jxbook.bureau.tasks import FileReading, FileTask, remark_of
from jxbook.refusals.bureau import worker_died, workers_do_not_start

_CHUNK = 8
"""Files in one call: few enough that little is done twice when a worker dies."""
_HOPELESS = 5
"""So many files one after the other, and not one that was read: then it is not the files."""
_AHEAD = 3
"""Calls that are handed out for each worker, so that none of them waits, and a million files wait here."""

Work = Callable[[Sequence[FileTask]], list[FileReading]]


class Pool(Protocol):
    """Where the work is done."""

    @property
    def width(self) -> int:
        """How many workers there are."""

    def start(self) -> Executor:
        """An executor that works; called again when one broke."""

    def died(self, error: BaseException) -> bool:
        """Does the error of a call say that its worker died?"""


def read_all(tasks: Sequence[FileTask]) -> list[FileReading]:
    """What a worker does. All that it takes is loaded there and not here."""
    from jxbook.bureau import reading

    return reading.read_all(tasks)


def readings(tasks: Sequence[FileTask], pool: Pool, work: Work = read_all) -> Iterator[FileReading]:
    """What came of each task, in the order in which they finish."""
    width = pool.width
    size = max(1, min(_CHUNK, len(tasks) // (width * _AHEAD)))
    suspects: list[FileTask] = []
    chunks = [list(tasks[at : at + size]) for at in range(0, len(tasks), size)]
    yield from _run(chunks, pool, work, width * _AHEAD, suspects)
    guilty: list[FileTask] = []
    for at, one in enumerate(suspects):
        yield from _run([[one]], pool, work, 1, guilty)
        if at + 1 == len(guilty) == _HOPELESS and len(suspects) == len(tasks):
            raise workers_do_not_start(one.name)
    for one in guilty:
        yield FileReading(one.path, one.name, (), remark_of(worker_died(one.name).finding))


def _run(
    chunks: list[list[FileTask]], pool: Pool, work: Work, most: int, suspects: list[FileTask]
) -> Iterator[FileReading]:
    """The readings of all chunks but those whose worker died: their tasks join the suspects."""
    waiting = chunks[::-1]
    running: dict[Future[list[FileReading]], tuple[list[FileTask], Executor]] = {}
    executor = pool.start() if waiting else None
    while executor is not None and (waiting or running):
        while waiting and len(running) < most:
            try:
                future = executor.submit(work, waiting[-1])
            except BrokenExecutor:
                executor = pool.start()
                continue
            running[future] = waiting.pop(), executor
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            chunk, own = running.pop(future)
            error = CancelledError() if future.cancelled() else future.exception()
            if error is None:
                yield from future.result()
            elif pool.died(error):
                suspects += chunk
                if own is executor:
                    executor = pool.start()
            else:
                raise error
