"""Promise 4: every refusal has a code, a page and one wording, and all of them stand in one catalogue."""

from __future__ import annotations

import ast
import inspect
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from pathlib import Path

import pytest

import jxbook
import jxbook.refusals
from jxbook.checks import rules
from jxbook.finding import Refusal
from jxbook.refusals import SECTIONS, entries, pages
from jxbook.refusals.buttons import SAID_BY_MACROS
from jxbook.refusals.entry import RefusalEntry

HOME = Path(jxbook.__file__).parent
MACROS = HOME.parents[1] / "macros"
CATALOGUE = Path(jxbook.refusals.__file__).parent
OUTSIDE = {
    path: ast.parse(path.read_text("utf-8"))
    for path in sorted(HOME.rglob("*.py"))
    if CATALOGUE not in path.parents
}
ENTRIES = dict(entries())
CODE = re.compile(r"JX(?:60|9\d)\d")  # JX61x and on are checks of a report
CHINESE = re.compile(r"[一-鿿]")


def codes_of(module: ast.Module) -> Iterator[str]:
    """The codes that a module's strings name, docstrings too."""
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from CODE.findall(node.value)


def docstrings(module: ast.Module) -> set[int]:
    """The string nodes that document something."""
    found = set()
    for node in ast.walk(module):
        body = getattr(node, "body", None)
        for one in body if isinstance(body, list) else ():
            if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant):
                found.add(id(one.value))
    return found


def called(node: ast.Call) -> str:
    """The name by which something is called: `damaged` or `writing.damaged`."""
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def borrowed(module: ast.Module) -> set[str]:
    """The entries that a module imports."""
    return {
        one.name
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith(jxbook.refusals.__name__)
        for one in node.names
    }


def names_in(module: ast.Module) -> set[str]:
    """The names that a module uses, apart from importing them."""
    return {node.id for node in ast.walk(module) if isinstance(node, ast.Name)}


def where(path: Path) -> str:
    return path.relative_to(HOME).as_posix()


NAMED = {path: set(codes_of(module)) for path, module in OUTSIDE.items()}
BORROWED = {path: borrowed(module) for path, module in OUTSIDE.items()}
USED = {
    one for path, module in OUTSIDE.items() if BORROWED[path] for one in BORROWED[path] & names_in(module)
}


# Every code is known


def test_a_code_that_is_named_is_in_the_catalogue() -> None:
    assert {
        where(path): codes - pages().keys() for path, codes in NAMED.items() if codes - pages().keys()
    } == {}


@pytest.mark.parametrize(
    "path", [one for one in sorted(MACROS.rglob("*.*")) if one.suffix != ".pyc"], ids=lambda path: path.name
)
def test_a_code_in_the_macros_is_in_the_catalogue(path: Path) -> None:
    assert set(CODE.findall(path.read_text("utf-8"))) - pages().keys() == set()


def test_a_code_is_not_that_of_a_check() -> None:
    assert pages().keys() & {one.code for one in rules()} == set()
    assert all(CODE.fullmatch(code) for code in pages())


# Every entry is used


@pytest.mark.parametrize("name", ENTRIES)
def test_every_entry_is_used(name: str) -> None:
    assert name in USED | {one.words.__name__ for one in SAID_BY_MACROS}


@pytest.mark.parametrize("entry", SAID_BY_MACROS, ids=lambda entry: entry.code)
def test_what_the_macros_say_is_said_by_them(entry: RefusalEntry[[]]) -> None:
    assert any(entry.code in path.read_text("ascii") for path in (MACROS / "excel").glob("*.bas"))


def test_every_case_of_an_enumeration_is_used() -> None:
    used = {
        (node.value.id, node.attr)
        for path, module in OUTSIDE.items()
        if BORROWED[path]
        for node in ast.walk(module)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    kinds = {
        one
        for entry in ENTRIES.values()
        for one in vars(inspect.getmodule(entry.words)).values()
        if inspect.isclass(one)
        and issubclass(one, Enum)
        and one.__module__.startswith(jxbook.refusals.__name__)
    }
    assert kinds
    assert {(kind.__name__, case.name) for kind in kinds for case in kind} - used == set()


# Nothing is worded elsewhere


def found_outside(look: Callable[[Path, ast.Module], Iterable[object]]) -> dict[str, list[object]]:
    """Module → what a look at it finds, where it finds anything."""
    found = {where(path): list(look(path, module)) for path, module in OUTSIDE.items()}
    return {path: faults for path, faults in found.items() if faults}


def test_no_refusal_is_made_outside_the_catalogue() -> None:
    def made(path: Path, module: ast.Module) -> Iterator[object]:
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and called(node) == "Refusal":
                yield node.lineno
            if isinstance(node, ast.ImportFrom):
                yield from (
                    one.asname for one in node.names if one.name == "Refusal" != (one.asname or "Refusal")
                )
        yield from BORROWED[path] & {"Words", "refusal"}

    assert found_outside(made) == {}


def test_no_code_stands_in_a_text_outside_the_catalogue() -> None:
    """Only docstrings name codes; what is compared or shown takes the code from its entry."""

    def told(path: Path, module: ast.Module) -> Iterator[object]:
        documented = docstrings(module) if NAMED[path] else set()
        for node in ast.walk(module) if NAMED[path] else ():
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented:
                yield from CODE.findall(node.value)

    assert found_outside(told) == {}


def test_no_words_are_handed_to_an_entry() -> None:
    """An entry is given facts: names, numbers, places. Chinese in a call would be wording outside the catalogue."""

    def worded(path: Path, module: ast.Module) -> Iterator[object]:
        for node in ast.walk(module) if BORROWED[path] else ():
            if isinstance(node, ast.Call) and called(node) in BORROWED[path]:
                for text in ast.walk(node):
                    if isinstance(text, ast.Constant) and CHINESE.search(str(text.value)):
                        yield called(node), text.value

    assert found_outside(worded) == {}


def test_no_two_entries_say_the_same() -> None:
    """One refusal, one wording: what, why and fix are together met once."""
    said = Counter(tuple(CHINESE.findall("".join(words_of(entry)))) for entry in ENTRIES.values())
    assert [text for text, count in said.items() if count > 1] == []


def test_a_refusal_that_is_more_than_one_takes_its_words_from_the_catalogue() -> None:
    """FaultyPolicy lists mistakes; no other subclass words anything."""
    from jxbook.policy import FaultyPolicy

    assert Refusal.__subclasses__() == [FaultyPolicy]


# What an entry says


def words_of(entry: RefusalEntry[...]) -> tuple[str, str, str]:
    """What, why and fix of an entry, with facts that anything could be."""
    finding = entry.finding(*map(example, inspect.signature(entry.words, eval_str=True).parameters.values()))
    return finding.what, finding.why, finding.fix


def example(parameter: inspect.Parameter) -> object:
    kind = parameter.annotation
    if inspect.isclass(kind) and issubclass(kind, Enum):
        return next(iter(kind))
    if kind is int:
        return 7
    if kind is Exception:
        return ValueError("x")
    if kind is str:
        return "x"
    return None if parameter.default is None else ["x", "y"]


@pytest.mark.parametrize("name", ENTRIES)
def test_an_entry_says_what_why_and_what_to_do(name: str) -> None:
    for text in words_of(ENTRIES[name]):
        assert text and not text.endswith(("。", "；", "，")) and "\n" not in text
    assert CHINESE.search(words_of(ENTRIES[name])[0])


@pytest.mark.parametrize("name", ENTRIES)
def test_an_entry_makes_the_refusal_to_raise(name: str) -> None:
    entry = ENTRIES[name]
    parameters = inspect.signature(entry.words, eval_str=True).parameters.values()
    refusal = entry(*map(example, parameters))
    assert str(refusal).startswith(f"{entry.code} [") and refusal.finding.code == entry.code


# Its page


@pytest.mark.parametrize("code", pages())
def test_a_page_opens_with_its_code_and_has_all_sections(code: str) -> None:
    title, *lines = pages()[code].page.splitlines()
    assert re.fullmatch(rf"{code} \S.{{3,40}}", title)
    assert tuple(line for line in lines if line and not line.startswith(" ")) == SECTIONS
    for section, following in zip(SECTIONS, (*SECTIONS[1:], ""), strict=True):
        body = pages()[code].page.partition(f"\n{section}\n")[2]
        assert (body.partition(f"\n{following}\n")[0] if following else body).strip(), section


def test_a_code_has_one_page() -> None:
    bearing = Counter(entry.code for entry in ENTRIES.values() if entry.bears_page)
    assert set(bearing.values()) == {1}
    assert {entry.code for entry in ENTRIES.values()} == set(bearing)


def test_every_code_of_every_family_has_its_page(capsys: pytest.CaptureFixture[str]) -> None:
    from jxbook.cli import main

    for code in (*pages(), *(one.code for one in rules())):
        assert main(["rule", code]) == 0
        assert capsys.readouterr().out.startswith(f"{code} ")
