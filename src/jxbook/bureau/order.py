"""What a run is to do, and where its store is."""

from __future__ import annotations

import os
from pathlib import Path

from jxbook.bureau.store import Store
from jxbook.dataclass import dataclass
from jxbook.refusals.bureau import no_run


@dataclass(frozen=True, slots=True)
class Order:
    """What a run is to do. `folders` are paths or URLs; what is None is not wanted."""

    folders: tuple[str, ...]
    output: Path
    reports: Path | None = None
    returns: Path | None = None
    notice: Path | None = None
    expected: Path | None = None
    deadline: str = ""
    policy: str | Path | None = None
    jobs: int | None = None
    cluster: str = ""
    store: str = ""
    fresh: bool = False

    @property
    def asked_for(self) -> tuple[Path | None, ...]:
        """What is to be written over all forms beside the roll-up."""
        return self.notice, self.returns

    @property
    def files(self) -> list[Path]:
        """The files that are there after a run, whatever it found."""
        return [one for one in (self.output, self.notice) if one is not None]

    @property
    def own(self) -> list[Path]:
        """What a run writes itself or is told by, which is none of the forms that it reads."""
        home, _ = home_of(self.output, self.store)
        paths = (self.output, self.reports, self.expected, *self.asked_for)
        return [one for one in (*paths, home) if isinstance(one, Path)]


def store_of(output: Path, url: str) -> Store:
    """The store of a roll-up that there is. Raises Refusal JX991 where there is none, JX984."""
    home, book = home_of(output, url)
    if isinstance(home, Path) and not home.is_file():
        raise no_run(output.name)
    return Store(home, book)


def home_of(output: Path, url: str) -> tuple[str | Path, str]:
    """Where the store of a roll-up is, and by what name it knows the roll-up."""
    return url or output.with_suffix(".sqlite"), os.path.realpath(output)
