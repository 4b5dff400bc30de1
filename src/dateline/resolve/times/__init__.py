"""Time expressions → symbolic values, and symbolic values → days once their anchor is known."""

from __future__ import annotations

from dateline.model import Reading, TimeMention


def find_times(reading: Reading, date_order: str = "mdy") -> tuple[TimeMention, ...]:
    """The time expressions of a reading, in order, symbolic."""
    return ()
