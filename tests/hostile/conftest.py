"""Commands that are measured, each in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bounded import MOST_MEGABYTES, MOST_SECONDS, Ran, Run


@pytest.fixture(scope="session")
def child(tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-I", str(Path(__file__).with_name("measured.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"JXBOOK_POLICIES": str(tmp_path_factory.mktemp("policies"))},
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


@pytest.fixture
def run(child: subprocess.Popen[str], tmp_path: Path) -> Run:
    """run(name, data, arguments, more): a command in a folder that holds this file; it ends within bounds, `more`
    seconds allowed, and says why."""

    def bounded(name: str, data: bytes, arguments: list[str], more: float = 0) -> Ran:
        most = MOST_SECONDS + more
        assert child.stdin is not None and child.stdout is not None
        (tmp_path / name).write_bytes(data)
        child.stdin.write(
            json.dumps({"folder": str(tmp_path), "arguments": arguments, "most": int(most) + 1}) + "\n"
        )
        child.stdin.flush()
        answer: dict[str, Any] = json.loads(child.stdout.readline())
        ran = Ran(**answer, folder=tmp_path)
        assert ran.status in (0, 1, 2), ran.said[-500:]
        assert ran.seconds <= most and ran.megabytes <= MOST_MEGABYTES, (ran.seconds, ran.megabytes)
        assert "JX999" not in ran.said and "Traceback" not in ran.said, ran.said[-500:]
        if ran.status == 2:
            assert ran.said.startswith("JX") and len(ran.said.strip().split("\n")) <= 12, ran.said[-500:]
        return ran

    return bounded
