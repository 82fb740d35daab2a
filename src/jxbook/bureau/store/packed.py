"""A reading as a line of JSON, and back."""

from __future__ import annotations

import json
from dataclasses import fields
from operator import attrgetter
from typing import Any

from jxbook.bureau.tasks import FileReading
from jxbook.checks.submission import IndicatorLine, Remark, Submission


def _values(kind: Any) -> Any:
    return attrgetter(*(one.name for one in fields(kind)))


_OF_SUBMISSION, _OF_LINE, _OF_REMARK = map(_values, (Submission, IndicatorLine, Remark))
_LINES, _REMARKS, _TEXTS = (
    [one.name for one in fields(Submission)].index(name) for name in ("lines", "remarks", "texts")
)


def packed(reading: FileReading) -> str:
    """A reading without its path, name and reports, which stand in columns of their own."""
    refusal = None if reading.refusal is None else _OF_REMARK(reading.refusal)
    submissions = [_submission(one) for one in reading.submissions]
    return _line([refusal, submissions, reading.ours])


def unpacked(path: str, name: str, content: str, reports: tuple[tuple[str, str], ...] = ()) -> FileReading:
    """The reading that was packed."""
    refusal, submissions, ours = json.loads(content)
    return FileReading(
        path,
        name,
        tuple(map(_submitted, submissions)),
        None if refusal is None else Remark(*refusal),
        reports,
        ours=ours,
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
    values[_LINES] = tuple(IndicatorLine(*line) for line in values[_LINES])
    values[_REMARKS] = tuple(Remark(*remark) for remark in values[_REMARKS])
    values[_TEXTS] = tuple((about, text) for about, text in values[_TEXTS])
    return Submission(*values)
