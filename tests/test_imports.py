"""The floors of the house: what a command loads, and which module may import which."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import jxbook

HOME = Path(jxbook.__file__).parent
TREES = {path: ast.parse(path.read_text("utf-8")) for path in sorted(HOME.rglob("*.py"))}
HEAVY = {"pandas", "numpy", "openpyxl", "xlwings", "xlsxwriter", "docx", "pyopenvba", "xlrd"}


# What a command loads


def loaded(*arguments: object) -> set[str]:
    """The top-level packages in memory after a command."""
    code = (
        "import contextlib, io, sys\n"
        "from jxbook.cli import main\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n"
        "    main(sys.argv[1:])\n"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    command = [sys.executable, "-c", code, *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": str(HOME.parent), "PYTHONUTF8": "1"}
    ran = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, env=environment)
    assert ran.stderr == ""
    return set(ran.stdout.split())


@pytest.mark.parametrize("command", ["--help", "score --help", "policy", "rule", "demo --list"])
def test_listing_and_help_load_none_of_the_heavy_packages(command: str) -> None:
    assert loaded(*command.split()) & (HEAVY | {"jinja2", "lxml"}) == set()


@pytest.mark.parametrize("command", ["--help", "score --help"])
def test_help_needs_hardly_more_than_python_itself(command: str) -> None:
    """A clerk who asks how a command is written waits for no module that only the command needs."""
    assert loaded(*command.split()) & {"dataclasses", "typing", "pathlib", "inspect"} == set()


@pytest.mark.parametrize("command", ["score", "score --json", "check"])
def test_scoring_and_checking_load_none_either(sunhe: Path, command: str) -> None:
    assert loaded(*command.split(), sunhe) & (HEAVY | {"jinja2"}) == set()


def test_scoring_starts_soon(sunhe: Path) -> None:
    """The library's dataclasses, with `inspect` behind them, take as long as scoring itself: jxbook.dataclass does not."""
    assert loaded("score", sunhe) & {"dataclasses", "inspect", "html", "json", "zipfile"} == set()


def test_a_cell_function_needs_nothing_of_a_sheet() -> None:
    """Excel waits for the first of them while it opens a workbook."""
    code = "import sys, jxbook.functions.registry; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    rooms = {".".join(name.split(".")[:2]) for name in ran.stdout.split()}
    assert rooms & {"jxbook.workbook", "jxbook.package", "jxbook.checks", "jxbook.report"} == set()


def test_a_report_needs_jinja_and_no_word_library(sunhe: Path, tmp_path: Path) -> None:
    packages = loaded("report", sunhe, "-o", tmp_path / "报告.docx")
    assert "jinja2" in packages
    assert packages & HEAVY == set()


def test_importing_jxbook_loads_nothing_but_the_standard_library() -> None:
    code = "import sys; before = set(sys.modules); import jxbook; print(*set(sys.modules) - before)"
    ran = subprocess.run(
        [sys.executable, "-S", "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(HOME.parent)},
    )
    packages = {name.partition(".")[0] for name in ran.stdout.split()}
    assert packages - set(sys.stdlib_module_names) == {"jxbook"}


# Which module may import which


def part_of(path: Path) -> str:
    """The floor or package of a file: values/units.py → values, form.py → form, __init__.py → jxbook."""
    first = path.relative_to(HOME).parts[0].removesuffix(".py")
    return "jxbook" if first == "__init__" else first


PARTS = {part_of(path) for path in TREES} - {"jxbook"}


def imported(tree: ast.AST) -> Iterator[str]:
    """The full names of all that a module imports, also inside functions and for type checkers."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def needs() -> dict[str, set[str]]:
    """Part of jxbook → the parts and the foreign packages that its modules import."""
    found: dict[str, set[str]] = {}
    for path, tree in TREES.items():
        for name in imported(tree):
            first, _, rest = name.partition(".")
            own = rest.partition(".")[0]
            target = own if first == "jxbook" and own in PARTS else first
            found.setdefault(part_of(path), set()).add(target)
    return found


NEEDS = needs()
GROUND = {
    "finding",
    "place",
    "refusals",
    "package",
    "values",
    "prose",
    "formulas",
    "form",
    "policy",
    "scoring",
}
CELLS = {*GROUND, "atomic", "workbook"}
BOOK = {*CELLS, "recognition"}
GROUND_OF_ALL = {"jxbook", "dataclass", "pattern"}
FLOORS = {
    # a part may import: itself, the standard library, what the whole house stands on, and the parts and foreign
    # packages named here
    "dataclass": set(),
    "pattern": set(),
    "place": set(),
    "finding": {"place"},
    "refusals": {"finding"},
    "package": {"finding", "refusals"},
    "values": set(),
    "prose": {"values"},
    "formulas": {"values"},
    "form": {"formulas", "place", "values"},
    "policy": {"place", "finding", "form", "refusals", "values"},
    "scoring": {"form", "formulas", "policy", "prose", "values"},
    "samples": {"refusals", "form", "policy"},
    "atomic": {"refusals"},
    "file_names": set(),
    "children": set(),
    "checks": GROUND,
    # a report: what it may say, how it is said, what is kept beside it, and any of the two as a file
    "document": {"finding", "refusals", "package", "prose", "lxml"},
    "facts": {*GROUND, "document"},
    "report": {*GROUND, "document", "facts", "jinja2", "markupsafe"},
    "slip": {*GROUND, "document", "facts", "report", "lxml"},
    "workbook": {*GROUND, "atomic"},
    "recognition": CELLS,
    "native": {*BOOK},
    "template": {*BOOK, "native", "xlsxwriter"},
    "policy_book": {*BOOK, "template", "xlsxwriter"},
    "foreign": {*BOOK, "children", "xlrd"},
    "handbook": {*GROUND, "checks", "document"},
    "papers": {*CELLS, "foreign"},
    "assess": {*BOOK, "foreign", "papers", "checks"},
    # what formula cells show, and workbooks made from forms
    "functions": {*BOOK, "checks", "native", "template"},
    "templates": {*BOOK, "report", "template"},
    "making": {*BOOK, "samples", "foreign", "assess", "native", "template", "templates", "functions"},
    # the desk: 校验 and 生成报告 for every host
    "result_sheet": {*BOOK, "assess"},
    "desk": {*BOOK, "document", "slip", "assess", "result_sheet", "file_names"},
    # hosts
    "bureau": {
        *BOOK,
        *(
            "assess",
            "samples",
            "checks",
            "document",
            "facts",
            "report",
            "foreign",
            "making",
            "children",
            "file_names",
        ),
        *("xlsxwriter", "pandas", "sqlalchemy", "distributed", "fsspec"),
    },
    "excel": {*BOOK, "assess", "result_sheet", "desk", "functions", "children", "xlwings", "pyopenvba"},
    "libreoffice": {*BOOK, "assess", "result_sheet", "desk", "functions", "excel"},
    "setup": {
        *BOOK,
        "assess",
        "samples",
        "templates",
        "making",
        "excel",
        "libreoffice",
        "children",
        "file_names",
        "pip",
        "pythoncom",
        "win32com",
    },
}


@pytest.mark.parametrize("part", FLOORS)
def test_no_floor_imports_from_above(part: str) -> None:
    allowed = FLOORS[part] | {part} | GROUND_OF_ALL | set(sys.stdlib_module_names)
    assert NEEDS[part] - allowed == set()


@pytest.mark.parametrize("part", sorted(PARTS))
def test_the_heavy_packages_are_imported_by_none_of_what_exists(part: str) -> None:
    """Each is named by the parts that exist for it."""
    own = {
        "template": {"xlsxwriter"},
        "policy_book": {"xlsxwriter"},
        "excel": {"xlwings", "pyopenvba"},
        "foreign": {"xlrd"},
        "bureau": {"xlsxwriter", "pandas"},
    }
    assert NEEDS.get(part, set()) & HEAVY <= own.get(part, set())


def test_every_part_has_its_floor() -> None:
    assert {*FLOORS, "cli", "__main__"} == PARTS


def test_nothing_but_the_start_imports_the_command_line() -> None:
    assert {part for part, names in NEEDS.items() if "cli" in names} == {"cli", "__main__"}


def test_there_is_no_circle_between_parts() -> None:
    graph = {part: (names & PARTS) - {part} for part, names in NEEDS.items() if part != "jxbook"}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"a circle: {' → '.join(error.args[1])}")


def module_of(path: Path) -> str:
    """The full name by which a file is imported."""
    return ".".join(["jxbook", *path.relative_to(HOME).with_suffix("").parts]).removesuffix(".__init__")


def needed_at_once(tree: ast.Module) -> Iterator[str]:
    """The modules that are loaded with this one: not inside functions, and not for type checkers."""
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module in MODULES:
            full = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (name if name in MODULES else node.module for name in full)


MODULES = {module_of(path) for path in TREES}


def test_there_is_no_circle_between_modules_either() -> None:
    graph = {module_of(path): {*needed_at_once(tree)} - {module_of(path)} for path, tree in TREES.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"a circle: {' → '.join(error.args[1])}")


@cache
def lines_of(part: str) -> int:
    """How many lines of Python a part has; the head of a module is text, that of a check its page of the handbook."""
    return sum(
        len(path.read_text("utf-8").splitlines()) - len((ast.get_docstring(tree) or "").splitlines())
        for path, tree in TREES.items()
        if part_of(path) == part
    )


LARGEST = 15  # per cent


@pytest.mark.parametrize("part", sorted(PARTS))
def test_no_room_holds_more_than_its_share_of_the_lines(part: str) -> None:
    """A room that a stranger can survey: one that grows beyond is parted by what flows through it."""
    whole = sum(map(lines_of, PARTS))
    assert 100 * lines_of(part) <= LARGEST * whole


def named_types(tree: ast.Module) -> Iterator[str]:
    """The classes of a module, and its aliases and variables of types: what is written like a class."""
    yield from (node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else ()
        names = (target.id for target in targets if isinstance(target, ast.Name))
        yield from (name for name in names if name.strip("_")[:1].isupper() and not name.isupper())


def test_one_name_stands_for_one_type() -> None:
    """A stranger who reads `Row` finds one thing, wherever it stands."""
    homes: dict[str, list[str]] = {}
    for path, tree in TREES.items():
        for name in named_types(tree):
            homes.setdefault(name, []).append(str(path.relative_to(HOME)))
    assert {name: paths for name, paths in homes.items() if len(paths) > 1} == {}


def test_no_two_test_files_share_a_name() -> None:
    """pytest imports each by its bare name: of two the second is not run."""
    names = [path.name for path in Path(__file__).parent.rglob("*.py") if path.name != "conftest.py"]
    assert sorted(names) == sorted(set(names))
