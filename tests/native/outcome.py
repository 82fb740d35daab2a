"""How a row came out that a spreadsheet without our functions shows, against what the core gives it."""

from decimal import Decimal

UNCLEAR = "待核对"


def outcome(shown: object, core: str | float) -> str:
    """Same, unsure (待核对 where the core scores), unclear (to both) or WRONG."""
    if shown == UNCLEAR:
        return "unclear" if core == UNCLEAR else "unsure"
    if isinstance(shown, Decimal | float) and isinstance(core, float):
        return "same" if abs(float(shown) - core) < 1e-9 else "WRONG"
    return "same" if shown == core else "WRONG"
