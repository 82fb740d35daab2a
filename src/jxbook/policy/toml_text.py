"""Values as TOML writes them; the standard library only reads TOML."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from jxbook.values.fold import plain

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def toml(value: Any) -> str:
    """A value as it stands behind an equals sign; tables become inline tables."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{"".join(_escaped(one) for one in value)}"'
    if isinstance(value, Decimal):
        return plain(value) if value.is_finite() else str(value).lower()
    if isinstance(value, list | tuple):
        return f"[{', '.join(toml(one) for one in value)}]"
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{key(name)} = {toml(one)}' for name, one in value.items())} }}"
    return value.isoformat() if isinstance(value, date) else str(value)


def key(name: str) -> str:
    """A name as it stands before an equals sign."""
    bare = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if bare else toml(name)


def written(value: Any) -> str:
    """A value as its author wrote it, clipped."""
    text = toml(value)
    return text if len(text) <= 30 else f"{text[:29]}…"


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    return character if character.isprintable() or character == "\u3000" else f"\\U{ord(character):08x}"
