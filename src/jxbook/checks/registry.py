"""The checks that there are: every module that stands in the folder of a scope, `row/` or `form/`, found by its file name.

A check module is named for its code and what it finds, `jx203_actual_is_a_bound`. Its docstring is its page
of the handbook, whose first line is code and title; each line of 示例 is run as a test (`会报：…`, `不报：…`). Its `check` is a generator of flaws,
in `many/` of flaws with the forms that have them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from jxbook.checks import across, form, many, paper, row, text
from jxbook.dataclass import dataclass

SECTIONS = ("查什么", "为什么", "示例", "怎么改", "依据")
"""The sections of a handbook page, in their order."""


@dataclass(frozen=True, slots=True)
class RulePage:
    """A check as its user knows it: code, title, and its page of the handbook."""

    code: str
    title: str
    page: str

    @property
    def safe(self) -> bool:
        """Is its fix safe to make by hand without asking? Only where the page says so."""
        return "可以直接" in self._mending

    @property
    def remedy(self) -> str:
        """What to do about it, whatever the form: the first clause of its page, 改正得分."""
        text = "".join(one.strip() for one in self._mending.replace("；", "。").splitlines())
        return text.partition("。")[0].replace("，可以直接改", "")

    @property
    def way(self) -> str:
        """The same in words."""
        return "可以直接改" if self.safe else "须核对后改"

    @property
    def _mending(self) -> str:
        return self.page.partition("\n怎么改\n")[2].partition("\n依据\n")[0]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule together with the function that looks for it."""

    rule: RulePage
    look: Callable[[Any], Iterator[Any]]


@cache
def row_checks() -> tuple[Check, ...]:
    """The checks of one indicator row, by code."""
    return _checks_in(row)


@cache
def form_checks() -> tuple[Check, ...]:
    """The checks of a whole form, by code."""
    return _checks_in(form)


@cache
def across_checks() -> tuple[Check, ...]:
    """The checks of a form against another one, by code."""
    return _checks_in(across)


@cache
def text_checks() -> tuple[Check, ...]:
    """The checks of running text, in a form or in a report, by code."""
    return _checks_in(text)


@cache
def paper_checks() -> tuple[Check, ...]:
    """The checks of a whole report, by code."""
    return _checks_in(paper)


@cache
def many_checks() -> tuple[Check, ...]:
    """The checks of many forms against each other, by code; they yield `Joint`s."""
    return _checks_in(many)


@cache
def rules() -> tuple[RulePage, ...]:
    """Every rule, by code."""
    return tuple(_check(import_module(_modules()[code])).rule for code in codes())


def rule_of(code: str) -> RulePage | None:
    """The rule of a code, None where there is none; no other check is loaded for it."""
    name = _modules().get(code)
    return None if name is None else _check(import_module(name)).rule


@cache
def codes() -> tuple[str, ...]:
    """The code of every rule, in order; no check is loaded for it."""
    return tuple(sorted(_modules()))


@cache
def _modules() -> dict[str, str]:
    """Code → its module."""
    from pkgutil import iter_modules

    folders = row, form, text, paper, across, many
    return {
        _code(one.name): f"{folder.__name__}.{one.name}"
        for folder in folders
        for one in iter_modules(folder.__path__)
    }


def _code(name: str) -> str:
    """The code of a check, from the name of its module."""
    return name.partition("_")[0].upper()


def _checks_in(folder: ModuleType) -> tuple[Check, ...]:
    from pkgutil import iter_modules  # only what looks for checks needs it

    names = sorted(module.name for module in iter_modules(folder.__path__))
    return tuple(_check(import_module(f"{folder.__name__}.{name}")) for name in names)


def _check(module: ModuleType) -> Check:
    code = _code(module.__name__.rpartition(".")[2])
    page = (module.__doc__ or code).strip()
    title = page.partition("\n")[0].removeprefix(code).strip()
    return Check(RulePage(code, title, page), module.check)
