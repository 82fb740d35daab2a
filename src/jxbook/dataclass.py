"""Dataclasses as those of the standard library, made in a sixth of the time.

The library's own write and compile six methods for each class; a command that scores needs a hundred classes, and
made of them they took a quarter of its time. Here `__init__` alone is compiled, and the rest is shared. To a type
checker the names below are the library's own, and so are the classes to its `fields`, `replace` and `asdict`.
What jxbook does not use is missing: inheritance of fields, order, `__post_init__`, `InitVar`, `ClassVar`.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

TYPE_CHECKING = False  # True to a type checker
if TYPE_CHECKING:
    from dataclasses import Field
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
    from typing import Any, NoReturn

_NONE_GIVEN = object()


class _Field:
    """What stands for the default of a field that needs more said than its default."""

    __slots__ = ("compare", "default", "default_factory", "kw_only", "repr")

    def __init__(
        self,
        *,
        default: object = _NONE_GIVEN,
        default_factory: object = _NONE_GIVEN,
        compare: bool = True,
        repr: bool = True,
        kw_only: bool = False,
    ) -> None:
        self.default, self.default_factory = default, default_factory
        self.compare, self.repr, self.kw_only = compare, repr, kw_only


def _dataclass(*, frozen: bool = False, slots: bool = False) -> Callable[[type], type]:
    """A decorator, as `dataclasses.dataclass`."""

    def made(cls: type) -> type:
        own = cls.__dict__
        names = tuple(own.get("__annotations__", {}))
        fields = {name: _as_field(own.get(name, _NONE_GIVEN)) for name in names}
        for name in names:
            if name in own:
                delattr(cls, name)
        if slots:
            body = {name: value for name, value in own.items() if name not in ("__dict__", "__weakref__")}
            body |= {"__slots__": names, "__qualname__": cls.__qualname__}
            cls = type(cls)(cls.__name__, cls.__bases__, body)
        shared: dict[str, object] = {
            "_fields": fields,
            "__dataclass_fields__": _AsTheLibraryHasThem(),
            "__match_args__": tuple(name for name in names if not fields[name].kw_only),
            "__init__": _init(cls, fields, frozen, slots),
            "__repr__": _repr,
            **_comparing(tuple(name for name in names if fields[name].compare), frozen),
        }
        if frozen:
            shared |= {"__setattr__": _refuse, "__delattr__": _refuse_to_delete}
            shared |= {"__getstate__": _state, "__setstate__": _set_state}
        for name, value in shared.items():
            if name not in own or name.startswith("__dataclass"):
                setattr(cls, name, value)
        return cls

    return made


def _as_field(default: object) -> _Field:
    return default if isinstance(default, _Field) else _Field(default=default)


def _init(cls: Any, fields: dict[str, _Field], frozen: bool, slots: bool) -> object:
    """`__init__`, which fills a frozen object past its lock: slot by slot, by their descriptors."""
    known: dict[str, Any] = {"__name__": cls.__module__, "_NONE_GIVEN": _NONE_GIVEN}
    placed, named, body = ["self"], ["*"], []
    for name, one in fields.items():
        written, value = name, name
        if one.default_factory is not _NONE_GIVEN:
            known[f"_new_{name}"] = one.default_factory
            written, value = f"{name}=_NONE_GIVEN", f"_new_{name}() if {name} is _NONE_GIVEN else {name}"
        elif one.default is not _NONE_GIVEN:
            known[f"_default_{name}"] = one.default
            written = f"{name}=_default_{name}"
        (named if one.kw_only else placed).append(written)
        if not frozen:
            body.append(f" self.{name} = {value}")
        elif slots:
            known[f"_set_{name}"] = getattr(cls, name).__set__
            body.append(f" _set_{name}(self, {value})")
        else:
            body.append(f" self.__dict__[{name!r}] = {value}")
    head = ", ".join(placed + (named if len(named) > 1 else []))
    exec(f"def __init__({head}):\n" + "\n".join(body or [" pass"]), known)
    init = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _comparing(names: tuple[str, ...], frozen: bool) -> dict[str, object]:
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
    shown = (f"{name}={getattr(self, name)!r}" for name, one in self._fields.items() if one.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: object, name: str, value: object) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> NoReturn:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:
    return [getattr(self, name) for name in self._fields]


def _set_state(self: Any, state: list[object]) -> None:
    for name, value in zip(self._fields, state, strict=True):
        object.__setattr__(self, name, value)


class _AsTheLibraryHasThem:
    """`__dataclass_fields__`, made when somebody asks for it: the library is loaded only then."""

    def __get__(self, one: object, cls: Any) -> dict[str, Field[Any]]:
        import dataclasses

        made = [
            (name, cls.__annotations__[name], dataclasses.field(**_said(one)))
            for name, one in cls._fields.items()
        ]
        twin: Any = dataclasses.make_dataclass(cls.__name__, made)
        fields: dict[str, Field[Any]] = twin.__dataclass_fields__
        cls.__dataclass_fields__ = fields
        return fields


def _said(one: _Field) -> dict[str, Any]:
    """A field as the library's `field` takes it."""
    said = {name: getattr(one, name) for name in _Field.__slots__}
    return {name: value for name, value in said.items() if value is not _NONE_GIVEN}


def _replace(one: Any, /, **changes: object) -> object:
    """The same object with other values in some fields, as `dataclasses.replace`."""
    for name in one._fields:
        if name not in changes:
            changes[name] = getattr(one, name)
    return type(one)(**changes)


if not TYPE_CHECKING:
    dataclass, field, replace = _dataclass, _Field, _replace
