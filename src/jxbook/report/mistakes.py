"""What is wrong in an office's own outline, found before it runs: the line, what, and how to mend it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from itertools import islice

from jinja2 import TemplateSyntaxError, meta, nodes

from jxbook.policy import Fault
from jxbook.policy.fault import FaultyPolicy
from jxbook.refusals.nearest import asked_back
from jxbook.refusals.reports import outline_faulty
from jxbook.report.jinja_words import translated
from jxbook.report.offered import FUNCTIONS, OF_PROJECT, PASSAGE, PLACED, VALUES, names, signature_of
from jxbook.report.sandbox import BUDGET, FILTERS, TESTS, compiled, tree_of

_COPY = "可以使用的名称见 jxbook policy outline 写出的提纲开头"

_MOST = 50
"""Mistakes of a kind that are looked into."""


class FaultyOutline(FaultyPolicy):
    """Refusal JX603: an outline with mistakes, ten of them at most, in the order of its lines."""

    entry = outline_faulty


def mistakes_in(text: str, name: str) -> tuple[Fault, ...]:
    """Everything that is wrong in an outline, in the order of its lines; empty where it can run."""
    try:
        tree = tree_of(text, name)
        looked = (_unknown_tools(tree), _unknown_names(tree), _wrong_calls(tree), _passages(tree))
        found = [one for kind in looked for one in islice(kind, _MOST)]
        if not found:
            compiled(text, name)
    except TemplateSyntaxError as error:
        message = error.message or ""
        line = _left_open(text) if message.startswith("Unexpected end of template") else 0
        return (Fault(line or error.lineno, translated(message), "请对照自带的提纲改正这一处的写法"),)
    except (RecursionError, MemoryError, ValueError, SyntaxError):
        return (Fault(0, "提纲一层套一层，套得太深，或者数字太长", "请分成几段来写"),)
    return tuple(sorted(found, key=lambda one: one.line))


def _unknown_names(tree: nodes.Template) -> Iterator[Fault]:
    """Names that are neither offered nor set in the outline itself, and what project does not have."""
    known = names()
    unknown = meta.find_undeclared_variables(tree) - {*known, BUDGET}
    lines: dict[str, int] = {}
    for one in tree.find_all(nodes.Name):
        if one.ctx == "load" and one.name in unknown:
            lines.setdefault(one.name, one.lineno)
    for name, line in lines.items():
        yield Fault(line, f"没有 {name[:60]} 这个名称{asked_back(name, known)}", _COPY)
    for part in tree.find_all(nodes.Getattr):
        if isinstance(part.node, nodes.Name) and part.node.name == "project" and part.attr not in OF_PROJECT:
            what = f"project 没有 {part.attr[:60]} 这一项{asked_back(part.attr, OF_PROJECT)}"
            yield Fault(part.lineno, what, f"可以写的是：{'、'.join(OF_PROJECT)}")


def _left_open(text: str) -> int:
    """The line of the innermost tag that is not closed; 0 where each is."""
    opened: list[int] = []
    for tag in re.finditer(r"\{%-?\s*(end)?(if|for|call|macro|filter)\b", text):
        if not tag[1]:
            opened.append(tag.start())
        elif opened:
            opened.pop()
    return text.count("\n", 0, opened[-1]) + 1 if opened else 0


def _unknown_tools(tree: nodes.Template) -> Iterator[Fault]:
    """Filters and tests that are not allowed; in the tree an allowed one takes the place of each."""
    for kind, called, known in ((nodes.Filter, "过滤器", FILTERS), (nodes.Test, "条件", TESTS)):
        for one in tree.find_all(kind):
            if one.name not in known:
                what = f"没有 {one.name[:60]} 这个{called}{asked_back(one.name, known)}"
                yield Fault(one.lineno, what, f"可以用的是：{'、'.join(known)}")
                one.name = known[0]


def _wrong_calls(tree: nodes.Template) -> Iterator[Fault]:
    """Calls whose arguments a function does not take, and functions that are printed without being called."""
    called = set()
    for one in tree.find_all(nodes.Call):
        if not isinstance(one.node, nodes.Name):
            continue
        called.add(id(one.node))
        name = one.node.name
        if name in VALUES:
            yield Fault(one.lineno, f"{name} 是一个值，后面不写括号", f"请写成 {name}")
        elif (signature := signature_of(name)) is not None and not one.dyn_args and not one.dyn_kwargs:
            yield from _arguments(one, name, signature)
    for output in tree.find_all(nodes.Output):
        for part in output.nodes:
            if (
                isinstance(part, nodes.Name)
                and id(part) not in called
                and (part.name in FUNCTIONS or part.name in PLACED)
            ):
                yield Fault(part.lineno, f"{part.name} 后面没有写括号", f"请写成 {part.name}()")


def _arguments(call: nodes.Call, name: str, signature: inspect.Signature) -> Iterator[Fault]:
    options = [one for one in signature.parameters if one != "parts"]
    usage = FUNCTIONS[name].usage if name in FUNCTIONS else ""
    fix = f"写法：{usage or f'{name}()'}"
    for given in call.kwargs:
        if given.key not in options:
            what = f"{name}() 没有 {given.key[:60]} 这个选项{asked_back(given.key, options)}"
            yield Fault(call.lineno, what, fix)
            return
    try:
        signature.bind(*call.args, **{given.key: given.value for given in call.kwargs})
    except TypeError:
        yield Fault(call.lineno, f"{name}() 括号里写的内容不对", fix)


def _passages(tree: nodes.Template) -> Iterator[Fault]:
    """Passages that are not written as {% call %}, or whose section is no plain text: 报告素材 asks for it by that."""
    blocks = {id(one.call) for one in tree.find_all(nodes.CallBlock)}
    fix = '写法：{% call passage("章节", "待补充时写什么") %}…{% endcall %}'
    seen: set[str] = set()
    for one in tree.find_all(nodes.Call):
        if not isinstance(one.node, nodes.Name) or one.node.name != PASSAGE:
            continue
        texts = [part.value for part in one.args if isinstance(part, nodes.Const)]
        if id(one) not in blocks:
            yield Fault(one.lineno, "passage 没有写在 {% call %} 里", fix)
        elif not texts or len(texts) != len(one.args) or not all(isinstance(text, str) for text in texts):
            yield Fault(one.lineno, "passage 的章节名和提示应写成引号里的文字", fix)
        elif unknown := [given.key for given in one.kwargs if given.key not in ("after", "optional", "ask")]:
            yield Fault(
                one.lineno, f"passage 没有 {unknown[0][:60]} 这个选项", "可以写的是：after、optional、ask"
            )
        elif texts[0] in seen:
            what = f"章节“{texts[0][:30]}”写了两次，“报告素材”里写的内容会印两遍"
            yield Fault(one.lineno, what, "请改用不同的章节名")
        else:
            seen.add(texts[0])
