"""File names that nothing stands in the way of."""

from __future__ import annotations

from pathlib import Path


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
