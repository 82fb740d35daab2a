"""What stands in a cell in the place of a number."""

from __future__ import annotations

UNCLEAR = "待核对"
"""In place of points: entries that cannot be compared, or a policy that cannot be had."""
UNFINISHED = "待完善"
"""In place of a total while there is none."""
NOT_APPLICABLE = "—"
"""In place of the points of a row that does not apply."""
