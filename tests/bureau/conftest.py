"""A bureau's folder, filled with small forms, and the command that reads it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from handed_in import hand_in
from jxbook.cli import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the forms of three projects of two departments, and a damaged file."""
    home = tmp_path / "自评表"
    hand_in(home / "交通局/修路.xlsx")
    hand_in(home / "交通局/修桥.xlsx", project="修桥项目", budget=20, spent=20, actual=12)
    hand_in(home / "水利局/修渠.xlsx", project="修渠项目", supervisor="市水利局", implementer="水利站")
    (home / "水利局/坏.xlsx").write_bytes(b"PK\3\4, and nothing that a workbook holds")
    return home


@pytest.fixture
def batch(capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """batch(folder, "-o", file) → the exit status, what it said, and its complaints."""

    def run(*arguments: object) -> tuple[int, str, str]:
        capfd.readouterr()
        status = main(["batch", *map(str, arguments), *(() if "--cluster" in arguments else ("--jobs", "2"))])
        return status, *capfd.readouterr()

    return run
