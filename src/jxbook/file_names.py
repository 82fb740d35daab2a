"""File names that every system allows and that nothing stands in the way of."""

from __future__ import annotations

import re
from pathlib import Path

from jxbook.pattern import pattern

_FORBIDDEN = pattern(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+')
"""What Windows allows in no name, what turns the direction of a text, and what is no character."""
_DEVICE = pattern(r"\A(?:CON|PRN|AUX|NUL|COM\d|LPT\d)(?=\.|\Z)", re.IGNORECASE)
_LONGEST = 60


def allowed_name(text: str, otherwise: str = "_") -> str:
    """A text as the name of a file or a part of one, at most 60 characters: 甲/乙： 改造 → 甲_乙： 改造, CON → CON_."""
    name = _FORBIDDEN.sub("_", " ".join(text.split()))[:_LONGEST].strip(" .")
    return _DEVICE.sub(r"\g<0>_", name) or otherwise


def free_names(folder: Path, *names: str) -> tuple[Path, ...]:
    """These names in the folder, all with the same number behind them, so that no file is written over:
    名.docx, 名（2）.docx …"""
    count = 1
    while True:
        mark = "" if count == 1 else f"（{count}）"
        paths = tuple(folder / f"{Path(name).stem}{mark}{Path(name).suffix}" for name in names)
        if not any(path.exists() for path in paths):
            return paths
        count += 1
