"""What the reports of a run are called: as their forms are, each by a name of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, takewhile
from pathlib import Path

from jxbook.bureau.walk import FoundFile
from jxbook.dataclass import dataclass
from jxbook.file_names import allowed_name

_FIRST = (".xlsx", ".xlsm", ".xls", ".docx")
"""Which of two forms of one name gives it to its report; a .docx comes last, as it may be a report itself."""


@dataclass(frozen=True, slots=True)
class ReportName:
    """Where the report of a file goes. `beside` are the reports of other files that are called as those of its forms
    may be: 修路-表二.docx beside 修路.docx, which is that of 修路-表二.xlsx."""

    path: str
    beside: tuple[str, ...] = ()

    def of_forms(self, names: Sequence[str]) -> list[Path]:
        """The path of each form's report, by the names of the forms: 修路.docx for a single one, 修路-表一.docx and
        修路-表二.docx for two."""
        path = Path(self.path)
        if len(names) == 1:
            return [path]
        taken = set(map(_same, self.beside))
        return [_free(path.with_stem(f"{path.stem}-{allowed_name(name)}"), "", taken) for name in names]

    def is_of_form(self, path: Path) -> bool:
        """Is it the report of that name, or that of one of several forms?"""
        own = Path(self.path)
        called = path.stem == own.stem or path.stem.startswith(f"{own.stem}-")
        return called and path.parent == own.parent and str(path) not in self.beside


def report_names(files: Iterable[FoundFile], home: Path) -> Mapping[str, ReportName]:
    """The path of a file → its report below `home`, as every system allows it to be called:
    交通局/修路.xlsx → 交通局/修路.docx, and 修路.docx beside it → 修路（docx）.docx."""
    taken: set[str] = set()
    found = {}
    for one in sorted(files, key=_turn):
        *folders, file = Path(one.name).parts
        folder, stem = home.joinpath(*map(allowed_name, folders)), allowed_name(Path(file).stem)
        found[one.path] = _free(folder / f"{stem}.docx", Path(file).suffix[1:].lower(), taken)
    ordered = sorted((_same(path), str(path)) for path in found.values())
    return {one: ReportName(str(path), _beside(path, ordered)) for one, path in found.items()}


def _free(path: Path, mark: str, taken: set[str]) -> Path:
    """The path, or one with a mark and a number behind its name that nothing has taken; which it now has."""
    free, count = path, 1
    while _same(free) in taken:
        count += 1
        told = mark + (str(count) if count > 2 or not mark else "")
        free = path.with_stem(f"{path.stem}（{told}）")
    taken.add(_same(free))
    return free


def _same(path: Path | str) -> str:
    """What two paths have in common that Windows takes for one."""
    return str(path).casefold()


def _beside(path: Path, ordered: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Those of all reports whose name goes on with a hyphen."""
    begins = _same(path.with_suffix("")) + "-"
    further = islice(ordered, bisect_left(ordered, (begins,)), None)
    return tuple(name for _, name in takewhile(lambda one: one[0].startswith(begins), further))


def _turn(one: FoundFile) -> tuple[int, str]:
    suffix = Path(one.name).suffix.lower()
    return (_FIRST.index(suffix) if suffix in _FIRST else len(_FIRST), one.path)
