"""Words that an official paper writes otherwise, as a list of data: what is written, and how it is right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from jxbook.dataclass import cached_property, dataclass
from jxbook.pattern import pattern

_DIGIT_FIRST = pattern(r"\A(\\d)(.)")
_ONE_OF_FIRST = pattern(r"\A\[([^\\\]^-]+)\](.+)")
_AROUND = 8  # characters on either side in which an exception may stand


@dataclass(frozen=True, slots=True)
class Miswritten:
    """Words at `start`..`end` of a text that are written wrong, and how they are right."""

    text: str
    right: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry: what is written, how it is right, what right words look like it. `printed`: a report may say it so at
    once, as nothing else can be meant."""

    wrong: re.Pattern[str]
    right: str
    unless: re.Pattern[str] | None
    printed: bool

    def found(self, text: str) -> Iterator[Miswritten]:
        """Where it stands in a text, and is no exception."""
        for match in self.wrong.finditer(text):
            if not (self.unless and _is_exception(self.unless, text, match)):
                yield Miswritten(match[0], self.right, match.start(), match.end())


@dataclass(frozen=True)  # without slots: the file is read once somebody has asked for it
class WordList:
    """The list of a TOML file, whose entries are the tables `word`."""

    path: Path

    @cached_property
    def entries(self) -> tuple[Listed, ...]:
        """All entries, in the order of the file."""
        import tomllib

        listed = tomllib.loads(self.path.read_text("utf-8"))["word"]
        return tuple(
            Listed(
                pattern(one["wrong"]),
                one["right"],
                pattern(one["unless"]) if one.get("unless") else None,
                one.get("printed", False),
            )
            for one in listed
        )

    @cached_property
    def any(self) -> re.Pattern[str]:
        """Find whether any entry stands in a text. Each begins with its character, as only then the text is skipped to
        the next of these: a digit before it is looked back at, one of several is said with each of them."""
        return pattern("|".join([_character_first(one.wrong.pattern) for one in self.entries]))

    def suspected(self, text: str) -> tuple[Listed, ...]:
        """The entries that may stand in any line of a text: of a long list hardly any do."""
        if not self.any.search(text):
            return ()
        return tuple(one for one in self.entries if one.wrong.search(text))


def _character_first(wrong: str) -> str:
    r"""\d处 → 处(?<=\d处), [搞弄]完 → 搞完|弄完."""
    several = _ONE_OF_FIRST.match(wrong)
    if several is None:
        return _DIGIT_FIRST.sub(r"\2(?<=\1\2)", wrong)
    return "|".join([f"{character}{several[2]}" for character in several[1]])


def written(text: str, among: Iterable[Listed]) -> Iterator[Miswritten]:
    """What stands in a line, in the order of the list, `among` those that are suspected."""
    for entry in among:
        yield from entry.found(text)


def _is_exception(unless: re.Pattern[str], text: str, match: re.Match[str]) -> bool:
    low = max(0, match.start() - _AROUND)
    around = text[low : match.end() + _AROUND]
    begin, end = match.start() - low, match.end() - low
    return any(one.start() < end and one.end() > begin for one in unless.finditer(around))
