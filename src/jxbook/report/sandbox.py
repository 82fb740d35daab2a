"""Where outlines run: sandboxed, every value escaped, bounded in time and size.

Offices may write outlines of their own, so an outline is input like any other.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from types import FunctionType
from typing import Any

from jinja2 import (
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
    nodes,
    pass_context,
)
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from jxbook.facts.words import stop
from jxbook.refusals.reports import outline_faulty, outline_too_long
from jxbook.report.jinja_words import translated
from jxbook.report.markup import escape

MAX_CHARACTERS = 2_000_000
MAX_SECONDS = 5.0
"""Of processor time: a busy machine is no reason to write no report."""
_COPIES = 30
"""How often a report may say what stands in the form: in tables, analysis, problems and through every macro."""
_STEPS_BETWEEN_LOOKS = 256
BUDGET = "jxbook_budget"
"""The name under which a run keeps its account."""
_MISSING = object()
_new_text = str.__new__  # Markup's own looks for __html__ first, which a str has not
_FUNCTIONS = (FunctionType, partial)
_LISTS = frozenset({list, tuple, dict})
FILTERS = (
    "default",
    "first",
    "join",
    "last",
    "length",
    "list",
    "reject",
    "rejectattr",
    "select",
    "selectattr",
    "sentence",
)
"""What may stand behind |; sentence: a text as a sentence, with one full stop."""
TESTS = (
    "defined",
    "undefined",
    "none",
    "number",
    "string",
    "boolean",
    "true",
    "false",
    "odd",
    "even",
    "divisibleby",
    "sequence",
    "iterable",
    "in",
    "eq",
    "ne",
    "lt",
    "le",
    "gt",
    "ge",
)
"""What may stand behind is."""


class TooMuch(Exception):
    """The outline ran too long or grew too large."""


class Sandbox(ImmutableSandboxedEnvironment):
    """A Jinja2 environment in which a value can neither run code nor become markup nor grow without bound."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "**", "%"})

    def __init__(self) -> None:
        super().__init__(
            undefined=StrictUndefined,
            autoescape=True,
            finalize=_print,
        )
        self.filters |= {"sentence": stop, "join": _join}
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.tests = {name: self.tests[name] for name in TESTS}
        self.globals.clear()

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return _bounded(super()._parse(source, name, filename))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on small whole numbers only: 'a' * 10**8 is no business of an outline."""
        if operator == "**" or not all(isinstance(one, int) and abs(one) < 10**6 for one in (left, right)):
            raise TooMuch
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The public attributes of facts, which are data, and of what we put here need no further look."""
        kind = type(obj)
        if (kind in _OURS or hasattr(kind, "__dataclass_fields__")) and not attribute.startswith("_"):
            value = getattr(obj, attribute, _MISSING)
            if value is not _MISSING:
                return value
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """By this the filters ask for an attribute; a fact has no items, which need not be tried first."""
        if isinstance(argument, str) and hasattr(type(obj), "__dataclass_fields__"):
            return self.getattr(obj, argument)
        return super().getitem(obj, argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """No methods of text: 'a'.ljust(10**9) needs no operator."""
        return not isinstance(obj, str) and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """No str.format either: "{:>999999999}" is a bomb."""

    def call(self, context: Any, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Every call counts as a step, so that macros calling macros end in time.

        Functions are ours, an outline can make none: what Jinja would look up about them is known.
        """
        context.parent[BUDGET].step()
        if type(obj) in _FUNCTIONS:
            return obj(*args, **kwargs)
        if not self.is_safe_callable(obj):
            raise SecurityError(f"{obj!r} is not safely callable")
        for one in args:
            context.parent[BUDGET].flat(one)
        return context.call(obj, *args, **kwargs)


def run(source: str, name: str, context: Mapping[str, object], given: int = 0) -> str:
    """Render an outline; `given` are the characters of the form that it reports, as a long form makes a long report.

    Raises Refusal JX603 for a faulty outline, JX604 for one that takes more than 5 seconds, or 2 million characters
    and thirty times those of the form.
    """
    budget = _Budget(time.thread_time() + MAX_SECONDS, MAX_CHARACTERS + _COPIES * given)
    pieces: list[str] = []
    try:
        for piece in compiled(source, name).generate(**context, **{BUDGET: budget}):
            budget.grow(len(piece))
            pieces.append(piece)
    except TooMuch:
        raise outline_too_long(name) from None
    except (
        TemplateError,
        TypeError,
        ValueError,
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        SyntaxError,
    ) as error:
        raise outline_faulty(name, _told(error, name)) from error
    return "".join(pieces)


def _told(error: Exception, name: str) -> str:
    """The line of the outline at which a run ended, and why."""
    line = getattr(error, "lineno", None)
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == name:
            line = trace.tb_lineno
        trace = trace.tb_next
    said = translated(str(error)) if str(error) else type(error).__name__
    return f"第{line}行：{said}" if line else said


@lru_cache(maxsize=16)  # an outline is taken apart once for all the reports that it writes
def calls_of(source: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The constant arguments of every `{% call NAME("…", "…") %}` in an outline, in order."""
    tree = tree_of(source, name)
    return tuple(
        tuple(str(one.value) for one in block.call.args if isinstance(one, nodes.Const))
        for block in tree.find_all(nodes.CallBlock)
        if isinstance(block.call.node, nodes.Name) and block.call.node.name == name
    )


def tree_of(source: str, name: str) -> nodes.Template:
    """An outline as its author wrote it, taken apart. Raises TemplateSyntaxError, in Chinese for what is not allowed."""
    return _environment().parse(source, name)


@lru_cache(maxsize=16)
def compiled(source: str, name: str) -> Template:
    environment = _environment()
    return Template.from_code(environment, environment.compile(source, name, name), {})


def _bounded(tree: nodes.Template) -> nodes.Template:
    """Every loop and every joining of texts goes through the budget; nothing else is loaded."""
    for other in tree.find_all((nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport)):
        raise TemplateSyntaxError("提纲不能引用其他文件", other.lineno)
    for loop in list(tree.find_all(nodes.For)):
        loop.iter = _through_budget("items", [loop.iter], loop.lineno)
    return _without_concat(tree)


class _Budget:
    """What one run may use: steps are counted, the clock is looked at now and then."""

    __slots__ = ("deadline", "most", "size", "steps")

    def __init__(self, deadline: float, most: int) -> None:
        self.deadline, self.most = deadline, most
        self.steps = self.size = 0

    def step(self) -> None:
        self.steps += 1
        if self.steps % _STEPS_BETWEEN_LOOKS == 0 and time.thread_time() > self.deadline:
            raise TooMuch

    def grow(self, characters: int) -> None:
        self.step()
        self.size += characters
        if self.size > self.most:
            raise TooMuch

    def items(self, items: Iterable[object]) -> Iterator[object]:
        for item in items:
            self.step()
            yield item

    def flat(self, value: object) -> object:
        """A value, but no list of lists: ten lists of ten of ten grow without a loop, and are compared or printed whole."""
        if type(value) in _LISTS and any(type(one) in _LISTS for one in value):  # type: ignore[attr-defined]
            raise TooMuch
        return value

    def joined(self, *parts: object) -> Markup:
        text = Markup("").join(_as_markup(part) for part in parts)
        self.grow(len(text))
        return text


def _through_budget(method: str, arguments: Sequence[nodes.Node], line: int) -> nodes.Call:
    budget = nodes.Getattr(nodes.Name(BUDGET, "load"), method, "load")
    return nodes.Call(budget, list(arguments), [], None, None, lineno=line)


def _without_concat(tree: nodes.Template) -> nodes.Template:
    class Replace(NodeTransformer):
        def visit_List(self, node: nodes.List) -> nodes.Node:
            self.generic_visit(node)
            return _through_budget("flat", [node], node.lineno)

        def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:
            self.generic_visit(node)
            return _through_budget("flat", [node], node.lineno) if node.ctx == "load" else node

        def visit_Dict(self, node: nodes.Dict) -> nodes.Node:
            raise TemplateSyntaxError("提纲里不能写 {…:…}", node.lineno)

        def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
            self.generic_visit(node)
            return _through_budget("joined", node.nodes, node.lineno)

    visited: nodes.Template = Replace().visit(tree)
    return visited


_OURS = frozenset({_Budget})
"""What is put into a context beside facts."""


@lru_cache(maxsize=1)
def _environment() -> Sandbox:
    return Sandbox()


@pass_context
def _print(context: Any, value: object) -> Markup:
    """Whatever is printed, inside macros too, counts towards the size."""
    text = _as_markup(value)
    context.parent[BUDGET].grow(len(text))
    return text


@pass_context
def _join(
    context: Any, items: Iterable[object], between: object = "", attribute: str | None = None
) -> Markup:
    """The filter join, its text counted before it is put together."""
    budget: _Budget = context.parent[BUDGET]
    gap, parts = _as_markup(between), []
    for item in budget.items(items):
        part = _as_markup(item if attribute is None else context.environment.getitem(item, attribute))
        budget.grow(len(part) + len(gap))
        parts.append(part)
    return gap.join(parts)


def _as_markup(value: object) -> Markup:
    """What a template prints: markup only if we made it, otherwise escaped text; no list, which is no text."""
    if type(value) in _LISTS:
        raise TypeError("只能写出文字和数字，几项请用 join 连起来")
    if isinstance(value, Markup):
        return value
    return _new_text(Markup, escape("" if value is None else str(value)))
