"""Promise 6: every pattern of the house takes time linear in the text, whatever a stranger repeats in it."""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType, ModuleType

import pytest
from pumped import pumps

import jxbook
from jxbook.pattern import pattern

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform == "win32", reason="a slow pattern is stopped as POSIX does"),
]

LENGTH, MOST_SECONDS = 16_000, 0.25
"""To try each place of a text with the rest of it takes 0.8 s and more; with a part of it 0.01 s."""
HANDED_ON = {"jxbook.values.actual._TIERS": {"match"}, "jxbook.scoring.key_points._ACTUAL": {"fullmatch"}}
"""What is asked of patterns that are not asked by their own names."""
NEEDS_A_HOST = ("jxbook.__main__", "jxbook.excel.functions")
_ANCHORED = ("match", "fullmatch")


def modules() -> Iterator[ModuleType]:
    for one in pkgutil.walk_packages(jxbook.__path__, "jxbook."):
        if not one.name.startswith(NEEDS_A_HOST):
            yield importlib.import_module(one.name)


def patterns() -> Iterator[tuple[str, re.Pattern[str], set[str]]]:
    """Where it stands, the pattern, what it is asked there; one that is handed on is asked for all that it finds."""
    for module in modules():
        source = Path(str(module.__file__)).read_text("utf-8")
        for name, value in vars(module).items():
            where = f"{module.__name__}.{name}"
            asked = {*re.findall(rf"\b{name}\.(match|fullmatch|search|sub|split|find\w+)\(", source)}
            for held in _patterns_in(value):
                told = asked or HANDED_ON.get(where, {"finditer"})
                yield where, re.compile(held.pattern, held.flags), told


def _patterns_in(value: object) -> Iterator[re.Pattern[str]]:
    """The patterns that a name stands for: one, or those in its tuples and tables."""
    if isinstance(value, type(pattern(""))):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, dict):
        yield from _patterns_in((*value, *value.values()))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _patterns_in(one)


def seconds(ask: Callable[[str], object], text: str) -> float:
    """How long an answer takes; given up after a second."""

    def stop(_: int, __: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, stop)
    began = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, 1)
    try:
        ask(text)
    except TimeoutError:
        pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return time.process_time() - began


def too_slow(compiled: re.Pattern[str], asked: set[str]) -> str:
    """The beginning of a text over which it takes too long, "" where there is none."""
    ways: list[Callable[[str], object]] = [getattr(compiled, one) for one in _ANCHORED if one in asked]
    if asked - {*_ANCHORED}:
        ways.append(lambda text: [None for _ in compiled.finditer(text)])
    texts = pumps(compiled.pattern, compiled.flags, LENGTH)
    return next((text[:30] for text in texts if any(seconds(way, text) > MOST_SECONDS for way in ways)), "")


@pytest.mark.parametrize("slow", [r"(?:a|b|ab)+c", r"\s*x?\s*y", r"[一二]+个", r"(?:\d+\.?\d*)+万"])
def test_what_is_not_linear_is_seen(slow: str) -> None:
    assert too_slow(re.compile(slow), {"search"})


def test_every_pattern_takes_time_linear_in_the_text() -> None:
    found = {name: slow for name, one, asked in patterns() if (slow := too_slow(one, asked))}
    assert found == {}
