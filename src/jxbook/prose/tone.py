"""Is a clause praise, a wish or a complaint? By its words."""

from __future__ import annotations

from enum import StrEnum

from jxbook.prose.words import DENIALS, PRAISE, WISHES


class Tone(StrEnum):
    """How a clause speaks of a thing."""

    PRAISE = "praise"
    WISH = "wish"
    COMPLAINT = "complaint"


def tone(clause: str) -> Tone:
    """A wish asks for something; praise approves and denies nothing; all else is a complaint."""
    if any(word in clause for word in WISHES):
        return Tone.WISH
    praised = any(word in clause for word in PRAISE) and not any(word in clause for word in DENIALS)
    return Tone.PRAISE if praised else Tone.COMPLAINT
