"""Everything in jxbook that cites a document, and the places of the documents that a text cites."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import jxbook
from jxbook.checks import grounds, rules
from jxbook.policy import Mark, load_policy, policy_ids

SOURCES = Path(jxbook.__file__).parent
DOCUMENT = r"(?:财预|京财绩效|\w)〔20\d\d〕\d+号"
PLACE = r"第[一二三四五六七八九十]+条|附件\d(?:[一二三四五六七](?:（[一二三四五六七八九十]）\d?)?)?"
_CITED = re.compile(rf"({DOCUMENT})|({PLACE})")


@dataclass(frozen=True, slots=True)
class Citing:
    """A text that a user may read. `kind` is whose evaluation it speaks of: self, department, or "" for either."""

    place: str
    text: str
    mark: Mark | None = None
    kind: str = ""


def citations(text: str) -> list[tuple[str, str]]:
    """The places that a text cites, in order: ("财预〔2020〕10号", "第十六条"); "" for a place without a document."""
    document, found = "", []
    for named, place in _CITED.findall(text):
        document = named or document
        if place:
            found.append((document, place))
    return found


def everything() -> Iterator[Citing]:
    """Policies, grounds, pages of the handbook, and the words in the code."""
    yield from _policies()
    for name, ground in vars(grounds).items():
        if isinstance(ground, grounds.Ground):
            yield Citing(f"{name} self", ground.self_evaluation.text, ground.self_evaluation.mark, "self")
            yield Citing(f"{name} department", ground.department.text, ground.department.mark, "department")
    for rule in rules():
        yield Citing(rule.code, rule.page)
    for file in sorted(SOURCES.rglob("*.py")):
        if file != Path(grounds.__file__):
            said = "\n".join(text for text in _said(ast.parse(file.read_text("utf-8"))) if citations(text))
            yield Citing(file.relative_to(SOURCES).as_posix(), said)


def _policies() -> Iterator[Citing]:
    for name in policy_ids():
        policy = load_policy(name)
        kind, tree = policy.word("evaluation.kind"), policy.tree
        for rule in policy.rules.values():
            if rule.source == name:
                yield Citing(f"{name} {rule.key}", rule.basis, rule.mark, kind)
        yield Citing(f"{name} identity.note", policy.identity.note, None, kind)
        if any(load_policy(one.id).tree is tree for one in policy.parents):
            continue
        yield Citing(f"{name} tree", tree.basis, tree.mark, kind)
        yield Citing(f"{name} tree.weights", tree.weights_basis, tree.weights_mark, kind)
        yield Citing(f"{name} tree.points", tree.points_basis, tree.points_mark, kind)
        for variant in tree.variants:
            place = f"{name} tree without {'、'.join(variant.without)}"
            yield Citing(place, variant.basis, variant.mark, kind)


def _said(tree: ast.Module) -> Iterator[str]:
    """The texts in a module that are no docstrings."""
    silent = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.value
