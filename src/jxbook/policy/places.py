"""Where policy files lie: those that come with jxbook, and those of the user."""

from __future__ import annotations

import os
import sys
from functools import cache, lru_cache
from pathlib import Path

from jxbook.pattern import pattern

OUTLINE_SUFFIX = ".txt"
SHIPPED = Path(__file__).parent.with_name("policies")
_NAME = pattern(r"\w[\w.\-]{0,63}\Z")


def user_folder() -> Path:
    """The one place of this user's own policies, which Excel, LibreOffice and the command line all look at.

    It lies beside what `jxbook install` makes. The environment variable JXBOOK_POLICIES names another one.
    """
    named_by = _ON_WINDOWS if sys.platform == "win32" else _ELSEWHERE
    return _user_folder(sys.platform, *map(os.environ.get, named_by))


_ON_WINDOWS = ("JXBOOK_POLICIES", "USERPROFILE", "LOCALAPPDATA")
_ELSEWHERE = ("JXBOOK_POLICIES", "HOME")


@lru_cache(maxsize=16)  # every cell asks
def _user_folder(platform: str, named: str | None, _home: str | None, local: str | None = None) -> Path:
    if named:
        return Path(named)
    if platform == "win32":
        return (Path(local) if local else Path.home() / "AppData/Local") / "jxbook" / "policies"
    return Path.home() / ".jxbook" / "policies"


@cache
def shipped_names() -> tuple[str, ...]:
    """The names of the policies that come with jxbook, sorted."""
    return names_in(SHIPPED)


def names_in(folder: Path) -> tuple[str, ...]:
    """The names of the policy files in a folder, sorted; none where there is no such folder."""
    try:
        return tuple(sorted(path.stem for path in folder.glob("*.toml") if is_name(path.stem)))
    except OSError:
        return ()


def is_outline_file(text: str) -> bool:
    """Can this name an office's own outline, a file beside its policy?"""
    stem, dot, ending = text.rpartition(".")
    return f"{dot}{ending}" == OUTLINE_SUFFIX and is_name(stem)


def is_name(text: str) -> bool:
    """Can this be the name of a policy? It is part of a path, so it holds no separator, and no dot leads it."""
    return bool(_NAME.match(text))
