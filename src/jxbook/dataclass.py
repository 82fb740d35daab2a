"""Dataclasses as those of the standard library, made in a sixth of the time.

The library's own write and compile six methods for each class; a command that scores needs a hundred classes, and
made of them they took a quarter of its time. Here the one that fills an object is compiled, once a few have been
made, and the rest is shared. To a type checker the names below are the library's own, and so are the classes to its `fields`, `replace` and `asdict`.
What jxbook does not use is missing: inheritance of fields, order, `__post_init__`, `InitVar`, `ClassVar`.
`cached_property` stands here too: one without slots asks for it as often as for a field.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from dataclasses import Field
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
    from functools import cached_property as cached_property
    from typing import Any, NoReturn

_NONE_GIVEN = object()
_FEW = 8
"""Objects of a class that are filled field by field before a method is written for it."""


class _Field:
    """What stands for the default of a field that needs more said than its default."""

    __slots__ = ("compare", "default", "default_factory", "kw_only", "repr")

    def __init__(
        self,
        *,
        default: object = _NONE_GIVEN,
        default_factory: Any = _NONE_GIVEN,
        compare: bool = True,
        repr: bool = True,
        kw_only: bool = False,
    ) -> None:
        self.default, self.default_factory = default, default_factory
        self.compare, self.repr, self.kw_only = compare, repr, kw_only


_PLAIN = _Field()


def _dataclass(*, frozen: bool = False, slots: bool = False) -> Callable[[type], type]:
    """A decorator, as `dataclasses.dataclass`."""

    def made(cls: type) -> type:
        own = cls.__dict__
        names = tuple(own.get("__annotations__", {}))
        fields = {name: _as_field(own[name]) if name in own else _PLAIN for name in names}
        body: dict[str, Any] = {**(_LOCKED if frozen else _OPEN), **own}
        for name in (*names, "__dict__", "__weakref__"):
            body.pop(name, None)
        body["__qualname__"] = cls.__qualname__
        body["__match_args__"] = tuple([name for name in names if not fields[name].kw_only])
        body["_dataclass_fields"], body["__dataclass_fields__"] = fields, _AS_THE_LIBRARY_HAS_THEM
        if slots:
            body["__slots__"] = names
        for name, value in _comparing([name for name in names if fields[name].compare], frozen).items():
            body.setdefault(name, value)
        whole = type(cls)(cls.__name__, cls.__bases__, body)
        method = "__new__" if frozen and slots else "__init__"
        if method not in body:
            setattr(whole, method, _filling(whole, fields, method))
        return whole

    return made


def _as_field(default: object) -> _Field:
    return default if isinstance(default, _Field) else _Field(default=default)


def _filling(cls: Any, fields: dict[str, _Field], method: str) -> Callable[..., object]:
    """The method that fills an object: `__new__` where it is locked afterwards, else `__init__`.

    To write and compile one takes as long as filling thirty objects without it, and of most classes a command makes
    fewer: the first few are filled field by field.
    """
    left = _FEW

    def first(one: Any, *given: object, **named: object) -> object:
        nonlocal left
        left -= 1
        values = _values(fields, given, named) if left >= 0 else None
        if values is None:  # also where the call is wrong: what is written says so as Python does
            written = _written(cls, fields, method)
            setattr(cls, method, staticmethod(written) if method == "__new__" else written)
            return written(one, *given, **named)
        filled = object.__new__(one) if method == "__new__" else one
        for name, value in values.items():
            object.__setattr__(filled, name, value)
        return filled if method == "__new__" else None

    return first


def _values(
    fields: dict[str, _Field], given: tuple[object, ...], named: dict[str, object]
) -> dict[str, object] | None:
    """Field → its value in a call; None where the call is wrong."""
    placed = [name for name, one in fields.items() if not one.kw_only]
    values = dict(zip(placed, given, strict=False)) | named
    if len(given) > len(placed) or len(values) < len(given) + len(named) or values.keys() - fields.keys():
        return None
    for name, one in fields.items():
        if name not in values:
            if one.default_factory is not _NONE_GIVEN:
                values[name] = one.default_factory()
            elif one.default is not _NONE_GIVEN:
                values[name] = one.default
            else:
                return None
    return values


def _written(cls: Any, fields: dict[str, _Field], method: str) -> Callable[..., object]:
    """That method as a function of the fields.

    `__new__` fills a twin of the class that has no lock and then turns it into one of the class: the lock alone, over
    the descriptors of the slots, takes more time than all the rest.
    """
    known: dict[str, Any] = {"__name__": cls.__module__, "_NONE_GIVEN": _NONE_GIVEN}
    place = "_one.{}" if "__slots__" in cls.__dict__ else "_one.__dict__[{!r}]"
    placed, named, body = ["_class" if method == "__new__" else "_one"], ["*"], []
    for name, one in fields.items():
        written, value = name, name
        if one.default_factory is not _NONE_GIVEN:
            known[f"_new_{name}"] = one.default_factory
            written, value = f"{name}=_NONE_GIVEN", f"_new_{name}() if {name} is _NONE_GIVEN else {name}"
        elif one.default is not _NONE_GIVEN:
            known[f"_default_{name}"] = one.default
            written = f"{name}=_default_{name}"
        (named if one.kw_only else placed).append(written)
        body.append(f"{place.format(name)} = {value}")
    if method == "__new__":
        known["_unlocked"] = _twin(cls, tuple(fields))
        body = ["_one = _unlocked()", *body, "_one.__class__ = _class", "return _one"]
    head = ", ".join(placed + (named if len(named) > 1 else []))
    exec(f"def {method}({head}):\n " + "\n ".join(body or ["pass"]), known)
    function: Callable[..., object] = known[method]
    function.__qualname__ = f"{cls.__qualname__}.__init__"  # as the library names it in a TypeError
    return function


def _twin(cls: Any, names: tuple[str, ...]) -> Any:
    """A class with the same slots, so that its objects can become those of `cls`."""
    generic = {name: value for name, value in cls.__dict__.items() if name == "__orig_bases__"}
    return type(cls)(cls.__name__, cls.__bases__, {"__slots__": names, **generic})


def _comparing(names: Sequence[str], frozen: bool) -> dict[str, object]:
    """`__eq__` and, for what does not change, `__hash__`, over these fields."""
    values = attrgetter(*names) if names else lambda _: ()

    def __eq__(self: object, other: object) -> bool:
        if self is other:
            return True
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:
        return hash(values(self))

    return {"__eq__": __eq__, "__hash__": __hash__ if frozen else None}


def _repr(self: Any) -> str:
    shown = (f"{name}={getattr(self, name)!r}" for name, one in self._dataclass_fields.items() if one.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: object, name: str, value: object) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _reduce(self: Any) -> tuple[object, ...]:
    return _again, (type(self), [getattr(self, name) for name in self._dataclass_fields])


def _again(cls: Any, values: list[object]) -> object:
    """An object with these values in its fields, as copying and pickling put it together."""
    one: object = object.__new__(cls)
    for name, value in zip(cls._dataclass_fields, values, strict=True):
        object.__setattr__(one, name, value)
    return one


_OPEN = {"__repr__": _repr}
_LOCKED = {**_OPEN, "__setattr__": _refuse, "__delattr__": _refuse_to_delete, "__reduce__": _reduce}


class _CachedProperty:
    """As `functools.cached_property`, which up to Python 3.11 locks all objects of a class each time that it fills one."""

    def __init__(self, work: Callable[[Any], object]) -> None:
        self.work, self.__doc__ = work, work.__doc__

    def __set_name__(self, cls: type, name: str) -> None:
        self.name = name

    def __get__(self, one: Any, cls: type) -> object:
        if one is None:
            return self
        found = one.__dict__[self.name] = self.work(one)
        return found


class _AsTheLibraryHasThem:
    """`__dataclass_fields__`, made when somebody asks for it: the library is loaded only then."""

    def __get__(self, one: object, cls: Any) -> dict[str, Field[Any]]:
        import dataclasses

        made = [
            (name, cls.__annotations__[name], dataclasses.field(**_said(one)))
            for name, one in cls._dataclass_fields.items()
        ]
        twin: Any = dataclasses.make_dataclass(cls.__name__, made)
        fields: dict[str, Field[Any]] = twin.__dataclass_fields__
        cls.__dataclass_fields__ = fields
        return fields


_AS_THE_LIBRARY_HAS_THEM = _AsTheLibraryHasThem()


def _said(one: _Field) -> dict[str, Any]:
    """A field as the library's `field` takes it."""
    said = {name: getattr(one, name) for name in _Field.__slots__}
    return {name: value for name, value in said.items() if value is not _NONE_GIVEN}


def _replace(one: Any, /, **changes: object) -> object:
    """The same object with other values in some fields, as `dataclasses.replace`."""
    for name in one._dataclass_fields:
        if name not in changes:
            changes[name] = getattr(one, name)
    return type(one)(**changes)


if not TYPE_CHECKING:
    cached_property, dataclass, field, replace = _CachedProperty, _dataclass, _Field, _replace
