"""What the reports of a run are called: as their forms are, each by a name of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from jxbook.bureau.walk import FoundFile
from jxbook.file_names import allowed_name

_FIRST = (".xlsx", ".xlsm", ".xls", ".docx")
"""Which of two forms of one name gives it to its report; a .docx comes last, as it may be a report itself."""


def report_names(files: Iterable[FoundFile], home: Path) -> Mapping[str, Path]:
    """The path of a file → that of its report below `home`, as every system allows it to be called:
    交通局/修路.xlsx → 交通局/修路.docx, and 修路.docx beside it → 修路（docx）.docx."""
    taken: set[Path] = set()
    found = {}
    for one in sorted(files, key=_turn):
        *folders, file = Path(one.name).parts
        folder, stem = home.joinpath(*map(allowed_name, folders)), allowed_name(Path(file).stem)
        path, count = folder / f"{stem}.docx", 1
        while path in taken:
            mark = Path(file).suffix[1:].lower() + ("" if count == 1 else str(count))
            path, count = folder / f"{stem}（{mark}）.docx", count + 1
        taken.add(path)
        found[one.path] = path
    return found


def _turn(one: FoundFile) -> tuple[int, str]:
    suffix = Path(one.name).suffix.lower()
    return (_FIRST.index(suffix) if suffix in _FIRST else len(_FIRST), one.path)
