"""The two places where files are read: processes of this machine, and a Dask cluster."""

from __future__ import annotations

import os
from concurrent.futures import BrokenExecutor, Executor
from typing import Any

from jxbook import __version__
from jxbook.children import end_workers, start_workers, workers
from jxbook.refusals.bureau import no_cluster, no_workers, other_version

_MOST = 61
"""Processes that Windows can wait for; more than a laptop has."""
_PATIENCE = 3.0
"""Seconds in which a worker ends after Ctrl-C: most files take a hundredth of one, a damaged one may take minutes."""
_SECONDS = 10
"""How long a scheduler may take to answer."""


class Processes:
    """`width` processes of this machine."""

    def __init__(self, width: int | None = None) -> None:
        self.width = min(max(1, width or os.cpu_count() or 1), _MOST)
        self._executor: Executor | None = None

    def __enter__(self) -> Processes:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._executor is not None:
            end_workers(self._executor, _PATIENCE if kind is KeyboardInterrupt else None)

    def start(self) -> Executor:
        """A new set of processes; the last one, if any, is broken."""
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = workers(self.width)
        start_workers(self._executor)
        return self._executor

    def died(self, error: BaseException) -> bool:
        """A process of the set ended by itself."""
        return isinstance(error, BrokenExecutor)


class Cluster:
    """The workers of a running Dask cluster, on which jxbook is installed in the same version.

    Raises Refusal JX983 when there is no scheduler at the address, no worker, or another version.
    """

    def __init__(self, address: str) -> None:
        from distributed import Client

        self._address = address
        try:
            self._client: Any = Client(address, timeout=_SECONDS)  # type: ignore[no-untyped-call]
        except (OSError, TimeoutError, ValueError) as error:
            raise no_cluster(address, error) from error
        if not self.width:
            self.__exit__()
            raise no_workers(address)
        for theirs in self._client.run(_version, on_error="return").values():
            if theirs != __version__:
                self.__exit__()
                raise other_version(address, str(theirs), __version__)

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close(timeout=_SECONDS)

    @property
    def width(self) -> int:
        """How many files are read at the same time."""
        return sum(self._client.nthreads().values())

    def start(self) -> Executor:
        """The cluster as an executor; the scheduler replaces workers itself."""
        executor: Executor = self._client.get_executor(pure=False)
        return executor

    def died(self, error: BaseException) -> bool:
        """The scheduler gave up a call whose workers died again and again; without a scheduler, Refusal JX983."""
        from concurrent.futures import CancelledError

        from distributed.scheduler import KilledWorker

        if isinstance(error, OSError | CancelledError):
            raise no_cluster(self._address, Exception(str(error))) from error
        return isinstance(error, KilledWorker)


def _version() -> str:
    import jxbook

    return jxbook.__version__
