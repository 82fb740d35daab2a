"""Finding a policy and reading it: one that comes with jxbook, one of the user's own, or a file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path

from jxbook.finding import Refusal
from jxbook.policy.build import build
from jxbook.policy.fault import Fault, FaultyPolicy
from jxbook.policy.model import Policy
from jxbook.policy.places import SHIPPED, is_name, names_in, shipped_names, user_folder
from jxbook.policy.source import PolicyFile, read_source
from jxbook.policy.toml_text import written
from jxbook.refusals.policies import no_policy_file, shadows_shipped, unknown_policy

SUFFIX, ENDING = ".toml", ".xlsx"
"""Of a policy file, and of a policy that an office writes as a workbook."""
_MOST_PARENTS = 8
_SHORTEST_WORD = 2

Stamp = tuple[Path, int, int]
"""A file as it was: path, time of the last change, size."""
Find = Callable[[str, Path], Path]
"""The name of a policy and the folder of the file that asks for it → its file."""


class Standing(Enum):
    """Where a policy that was named was found. The functions in cells find all but the last."""

    SHIPPED = "shipped"
    REGISTERED = "registered"
    REGISTERED_THOUGH_BESIDE = "registered; another one in the workbook's folder is passed over"
    BESIDE = "beside the workbook"


@cache
def policy_ids() -> tuple[str, ...]:
    """The names of the rule sets that come with jxbook, parents first."""
    return tuple([one.id for one in _all_shipped()])


def shipped_policies() -> tuple[Policy, ...]:
    """The rule sets that come with jxbook, parents first. Raises Refusal JX928 when one's own file bears the name of
    one of them."""
    names = shipped_names()
    for path in user_policies():
        if path.stem in names and _is_file(path):
            raise _shadows(path)
    return _all_shipped()


@cache
def shipped_policy(name: str) -> Policy:
    """A rule set that comes with jxbook, as one that others are compared with: read once, whatever files a user has.

    Raises Refusal JX920 when there is none of this name.
    """
    return _built(_chain(SHIPPED / f"{name}{SUFFIX}", _find_shipped))


def user_policies() -> tuple[Path, ...]:
    """The files of the user's own policies, by name."""
    folder = user_folder()
    return tuple(folder / f"{name}{SUFFIX}" for name in names_in(folder))


def reference(text: str) -> str | Path:
    """What a user named on the command line: a policy file, when it ends in .toml, or else a policy's name."""
    return Path(text) if text.lower().endswith(SUFFIX) else text


def load_policy(reference: str | Path) -> Policy:
    """A rule set by its name, or from a file.

    A name is looked up among the user's own policies and among those of jxbook. A name never leads anywhere
    else, since it may come from a workbook of somebody else: only a Path opens a file. A file that has changed
    is read again.

    Raises Refusal JX920 when there is none of this name, JX921 (FaultyPolicy) when its file is faulty or names a
    parent that does not exist, JX928 when one's own file bears the name of a policy of jxbook.
    """
    if isinstance(reference, Path):
        path = Path(os.path.abspath(reference))  # noqa: PTH100 - a link keeps its own name
        if not _is_file(path):
            raise no_policy_file(reference.name or str(reference))
        if path.stem in shipped_names() and path.parent != SHIPPED:
            raise _shadows(path)
        return _built(_chain(path, _find))
    return named_policy(reference, None)[0]


def named_policy(name: str, beside: Path | None) -> tuple[Policy, Standing]:
    """The rule set that a workbook names, and where it was found; `beside` is the workbook's folder, if it has one.

    A registered policy goes before a file beside the workbook, since the functions in its cells know only that.
    Raises as `load_policy`.
    """
    registered = user_folder()
    folder = beside or registered
    if name in shipped_names():
        if beside or _is_file(_in(registered, name)):
            _find(name, folder)  # refuses a file of that name
        return shipped_policy(name), Standing.SHIPPED
    lies_beside = folder != registered and is_name(name) and _is_file(_in(folder, name))
    path = _find(name, registered if is_name(name) and _is_file(_in(registered, name)) else folder)
    policy = _built(_chain(path, _find))
    if path.parent != registered:
        return policy, Standing.BESIDE
    other = lies_beside and differs_from_registered(_in(folder, name))
    return policy, Standing.REGISTERED_THOUGH_BESIDE if other else Standing.REGISTERED


def differs_from_registered(path: Path) -> bool:
    """Is another file registered under the name of this one? The functions in cells reckon by that."""
    registered = _in(user_folder(), path.stem)
    if not _is_file(registered) or Path(os.path.abspath(path)) == registered:  # noqa: PTH100 - as load_policy
        return False
    return read_source(registered).data != read_source(path).data


def read_policy(policy_id: str, folder: Path) -> Policy:
    """The rule set of this name from a folder alone, its parents too. Raises as `load_policy`."""

    def find(name: str, _: Path) -> Path:
        if name not in names_in(folder):
            raise unknown_policy(name, names_in(folder))
        return folder / f"{name}{SUFFIX}"

    return _built(_chain(find(policy_id, folder), find))


def policy_of(source: PolicyFile) -> Policy:
    """The rule set that a text is, its parent found as that of a file in its place. Raises as `load_policy`."""
    if source.name in shipped_names():
        raise _shadows(source.path)
    parent = _built(_chain(_above(source, _find), _find)) if source.parent else None
    return build(source, parent)


def _find(name: str, own: Path) -> Path:
    """The file of a name: in the folder of the one who asks, among the user's, or in jxbook."""
    folders = dict.fromkeys(folder for folder in (own, user_folder()) if folder != SHIPPED)
    paths = (_in(folder, name) for folder in folders if is_name(name))
    there = [path for path in paths if _is_file(path)]
    if name in shipped_names():
        if there:
            raise _shadows(there[0])
        return _in(SHIPPED, name)
    if not there:
        known = [*shipped_names(), *(path.stem for path in user_policies())]
        raise unknown_policy(name, known, _called(name))
    return there[0]


@lru_cache(maxsize=64)
def _called(name: str) -> tuple[str, ...]:
    """The shipped policies whose name or place holds this word, as id“name”: 北京 is no id, but what a person calls one."""
    if len(name) < _SHORTEST_WORD:
        return ()
    found = [shipped_policy(one).identity for one in shipped_names()]
    return tuple(f"{one.id}“{one.name}”" for one in found if name in one.name or name in one.place)


@lru_cache(maxsize=256)  # every cell asks for the same one
def _in(folder: Path, name: str) -> Path:
    return folder / f"{name}{SUFFIX}"


def _is_file(path: Path) -> bool:
    """Is there a file to read? A folder that this user may not look into holds none."""
    # Every cell asks, and hardly ever is there anything, which os.access says without an exception inside.
    return os.access(path, os.F_OK) and os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises where it may not look


@cache
def _all_shipped() -> tuple[Policy, ...]:
    return tuple(sorted(map(shipped_policy, shipped_names()), key=lambda one: (len(one.parents), one.id)))


def _find_shipped(name: str, _: Path) -> Path:
    if name not in shipped_names():
        raise unknown_policy(name, shipped_names())
    return SHIPPED / f"{name}{SUFFIX}"


def _chain(path: Path, find: Find) -> tuple[Stamp, ...]:
    """A policy file and its parents, each as it is now."""
    return tuple(_stamps(path, find))


def _stamps(path: Path, find: Find) -> Iterator[Stamp]:
    seen: list[Path] = []
    while True:
        if path in seen or len(seen) > _MOST_PARENTS:
            names = "→".join(one.stem for one in [*seen, path])
            what = f"上级政策循环引用：{names}" if path in seen else "上级政策超过八层"
            raise FaultyPolicy(seen[0].name, [Fault(0, what, "请改正 [identity] 中的 parent")])
        seen.append(path)
        stamp = _stamp(path)
        yield stamp
        source = _source(*stamp)
        if not source.parent:
            return
        path = _above(source, find)


def _above(source: PolicyFile, find: Find) -> Path:
    """The file of the parent; one that does not exist is a mistake of this file."""
    try:
        return find(source.parent, source.path.parent)
    except Refusal as refusal:
        if refusal.finding.code != unknown_policy.code:
            raise
        what = f"parent（上级政策）{written(source.parent)} 不存在，{refusal.finding.why}"
        fix = "请改用其中一个；上级是本单位的政策文件的，请放在同一文件夹中，或者先用 jxbook policy add 登记"
        raise FaultyPolicy(source.path.name, [Fault(source.line("identity", "parent"), what, fix)]) from None


def _stamp(path: Path) -> Stamp:
    try:
        status = path.stat()
    except OSError:
        raise no_policy_file(path.name or str(path)) from None
    return path, status.st_mtime_ns, status.st_size


@lru_cache(maxsize=64)
def _source(path: Path, _changed: int, _size: int) -> PolicyFile:
    return read_source(path)


@lru_cache(maxsize=64)
def _built(chain: tuple[Stamp, ...]) -> Policy:
    return build(_source(*chain[0]), _built(chain[1:]) if len(chain) > 1 else None)


def _shadows(path: Path) -> Refusal:
    return shadows_shipped(path.name, path.stem, str(path))
