"""What an installation brings: all that jxbook imports, and nothing else."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import jxbook

PYPROJECT = (Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8")
PROJECT = tomllib.loads(PYPROJECT)["project"]
BASE = {canonicalize_name(one.name): one for one in map(Requirement, PROJECT["dependencies"])}
EXTRAS = {
    extra: {canonicalize_name(Requirement(one).name) for one in needs}
    for extra, needs in PROJECT["optional-dependencies"].items()
}
PRESENT_OR_REFUSED = {"pip", "pythoncom", "win32com"}
"""pip is part of Python's own installer, and where it is missing JX970 says so; pywin32 comes with xlwings."""
USED_THROUGH = {"openpyxl": "pandas", "psycopg": "sqlalchemy"}
"""A package → the one by which it is used: the engine of `read_excel` (tests/bureau/test_rollup.py) and the driver of a
URL that begins with postgresql+psycopg (tests/bureau/test_store.py)."""
IN_THE_FIELD = {"xlsxwriter", "pyopenvba", "xlwings"}
"""They leave their version in a user's workbook, or in the template that it is made from."""


def imported() -> set[str]:
    """The distributions that any module of jxbook imports, also inside functions."""
    names: set[str] = set()
    for path in Path(jxbook.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.partition(".")[0])
    there = packages_distributions()
    foreign = names - set(sys.stdlib_module_names) - {"jxbook"}
    return {canonicalize_name(one) for name in foreign for one in there.get(name, [name])}


IMPORTED = imported()


@pytest.mark.parametrize("name", BASE)
def test_all_that_the_base_installs_is_imported(name: str) -> None:
    """A clerk's first command waits for every package, and the offline bundle carries it."""
    assert name in IMPORTED


@pytest.mark.parametrize("name", sorted(EXTRAS["bureau"]))
def test_all_that_a_bureau_installs_is_used(name: str) -> None:
    assert USED_THROUGH.get(name, name) in IMPORTED and (name in USED_THROUGH) != (name in IMPORTED)


def test_all_that_is_imported_is_declared() -> None:
    assert IMPORTED - set(BASE) - EXTRAS["bureau"] == PRESENT_OR_REFUSED


def test_the_extras_repeat_nothing_of_the_base() -> None:
    assert {extra: needs & set(BASE) for extra, needs in EXTRAS.items()} == {"bureau": set(), "test": set()}


def test_the_tests_are_installed_with_the_extra_for_bureaus() -> None:
    assert "jxbook[bureau]" in PROJECT["optional-dependencies"]["test"]


@pytest.mark.parametrize("name", sorted(IN_THE_FIELD))
def test_a_version_that_a_workbook_in_the_field_depends_on_is_pinned(name: str) -> None:
    [version] = BASE[name].specifier
    assert version.operator == "=="


def test_every_dependency_says_why_it_is_there() -> None:
    lists = re.search(r"^dependencies = \[\n(.*?)^\]", PYPROJECT, re.MULTILINE | re.DOTALL)
    bureau = re.search(r"^bureau = \[\n(.*?)^\]", PYPROJECT, re.MULTILINE | re.DOTALL)
    assert lists and bureau
    lines = [*lists[1].splitlines(), *bureau[1].splitlines()]
    assert len(lines) == len(BASE) + len(EXTRAS["bureau"])
    assert [line for line in lines if not re.search(r'",\s+# \S', line)] == []
