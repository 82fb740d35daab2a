"""What an entry of the catalogue is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, ParamSpec

from jxbook.dataclass import dataclass
from jxbook.finding import Finding, Refusal, Severity

CaseFacts = ParamSpec("CaseFacts")
FurtherFacts = ParamSpec("FurtherFacts")


@dataclass(frozen=True, slots=True)
class Words:
    """Where, why and what to do; `what` is the title of the page unless a case can say it more closely."""

    place: str
    why: str
    fix: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class RefusalEntry(Generic[CaseFacts]):
    """A refusal: called with the facts of a case, it gives the exception to raise."""

    code: str
    words: Callable[CaseFacts, Words]
    title: str
    bears_page: bool = True

    @property
    def page(self) -> str:
        """The page of the handbook; "" for a further case of a code, which has its page from the first."""
        from inspect import cleandoc

        return f"{self.code} {cleandoc(self.words.__doc__ or '')}" if self.bears_page else ""

    def __call__(self, *facts: CaseFacts.args, **named: CaseFacts.kwargs) -> Refusal:
        """The refusal to raise."""
        return Refusal(self.finding(*facts, **named))

    def finding(self, *facts: CaseFacts.args, **named: CaseFacts.kwargs) -> Finding:
        """What a refusal carries, for one that is more than a Refusal."""
        said = self.words(*facts, **named)
        return Finding(
            self.code, Severity.ERROR, None, said.what or self.title, said.why, said.fix, said.place
        )

    def also(self, words: Callable[FurtherFacts, Words]) -> RefusalEntry[FurtherFacts]:
        """Another case of the same code, in words of its own."""
        return RefusalEntry(self.code, words, self.title, bears_page=False)


def refusal(code: str) -> Callable[[Callable[CaseFacts, Words]], RefusalEntry[CaseFacts]]:
    """Make a function that words a refusal an entry; its docstring is the page, the first line its title."""

    def entry(words: Callable[CaseFacts, Words]) -> RefusalEntry[CaseFacts]:
        return RefusalEntry(code, words, (words.__doc__ or "").partition("\n")[0])

    return entry
