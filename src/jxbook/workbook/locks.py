"""What spreadsheet programs leave beside a file while they have it open."""

from __future__ import annotations

import os
from pathlib import Path

from jxbook.refusals.writing import open_elsewhere

_MARKS = ("~${}", ".~{}", ".~lock.{}#")
"""Of Excel, of WPS, of LibreOffice."""


def require_closed(path: Path) -> None:
    """Refuse (JX916) a file that lies beside a lock of Excel, WPS or LibreOffice; of a link, the file too."""
    for one in dict.fromkeys((path, Path(os.path.realpath(path)))):
        for mark in _MARKS:
            lock = one.with_name(mark.format(one.name))
            if lock.exists():
                raise open_elsewhere(path.name, lock.name)
