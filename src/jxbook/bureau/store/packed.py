"""A reading as a line of JSON, and back."""

from __future__ import annotations

import json
from dataclasses import fields
from operator import attrgetter
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from jxbook.bureau.tasks import FileReading
from jxbook.checks.submission import IndicatorLine, Remark, Submission


def _values(kind: Any) -> Any:
    return attrgetter(*(one.name for one in fields(kind)))


def _types(kind: Any) -> tuple[type | tuple[type, ...], ...]:
    """What the value of each field must be, as `isinstance` asks; a whole number does where one with a fraction does."""
    found = []
    for hint in get_type_hints(kind).values():
        allowed = get_args(hint) if isinstance(hint, UnionType) else (get_origin(hint) or hint,)
        found.append((*allowed, int) if float in allowed else allowed)
    return tuple(found)


_OF_SUBMISSION, _OF_LINE, _OF_REMARK = map(_values, (Submission, IndicatorLine, Remark))
_LINES, _REMARKS, _TEXTS = (
    [one.name for one in fields(Submission)].index(name) for name in ("lines", "remarks", "texts")
)


_TYPES: dict[Any, tuple[type | tuple[type, ...], ...]] = {
    kind: _types(kind) for kind in (Submission, IndicatorLine, Remark)
}
_Kind = TypeVar("_Kind", Submission, IndicatorLine, Remark)


def packed(reading: FileReading) -> str:
    """A reading without its path, name and reports, which stand in columns of their own."""
    refusal = None if reading.refusal is None else _OF_REMARK(reading.refusal)
    submissions = [_submission(one) for one in reading.submissions]
    return _line([refusal, submissions, reading.ours])


def unpacked(path: str, name: str, content: str, reports: tuple[tuple[str, str], ...] = ()) -> FileReading:
    """The reading that was packed. Raises ValueError, TypeError or LookupError for anything else."""
    refusal, submissions, ours = json.loads(content)
    return FileReading(
        path,
        name,
        tuple(map(_submitted, submissions)),
        None if refusal is None else _made(Remark, refusal),
        reports,
        ours=bool(ours),
    )


def _line(values: list[Any]) -> str:
    """With Chinese as it is, which takes half the room, but where half characters are among it."""
    line = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    try:
        line.encode()
    except UnicodeEncodeError:
        return json.dumps(values)
    return line


def _submission(one: Submission) -> list[Any]:
    values = list(_OF_SUBMISSION(one))
    values[_LINES] = [_OF_LINE(line) for line in one.lines]
    values[_REMARKS] = [_OF_REMARK(remark) for remark in one.remarks]
    return values


def _submitted(values: list[Any]) -> Submission:
    values[_LINES] = tuple([_made(IndicatorLine, line) for line in values[_LINES]])
    values[_REMARKS] = tuple([_made(Remark, remark) for remark in values[_REMARKS]])
    values[_TEXTS] = tuple([(f"{about}", f"{text}") for about, text in values[_TEXTS]])
    return _made(Submission, values)


def _made(kind: type[_Kind], values: list[Any]) -> _Kind:
    """What the values stand for. Raises TypeError where they are none of it."""
    made = kind(*values)
    if not all(map(isinstance, values, _TYPES[kind])):
        raise TypeError(kind.__name__)
    return made
