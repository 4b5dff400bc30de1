"""Days as numbers: the window of days in which a dated change lies."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from dateline import edtf

BEGINNING = 0
"""Before the first day that EDTF can name."""
END = date.max.toordinal() + 1
"""After the last one."""


class Window(NamedTuple):
    """The first and the last day on which something may have happened, as ordinals, both included."""

    first: int
    last: int

    @property
    def dated(self) -> bool:
        """Whether both sides are known."""
        return self.first > BEGINNING and self.last < END

    def overlaps(self, other: Window) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def gap(self, other: Window) -> int:
        """How many days lie between the two; 0 where they share one."""
        return max(0, other.first - self.last, self.first - other.last)

    def meet(self, other: Window) -> Window | None:
        """The days of both; null where they share none."""
        return Window(max(self.first, other.first), min(self.last, other.last)) if self.overlaps(other) else None

    @property
    def width(self) -> int:
        """How many days lie between its first and its last."""
        return self.last - self.first


ANY = Window(BEGINNING, END)


@lru_cache(maxsize=65536)
def window(value: str | None) -> Window:
    """The days of an EDTF value; all days where it is null."""
    if value is None:
        return ANY
    first, last = edtf.bounds(value)
    return Window(first.toordinal() if first else BEGINNING, last.toordinal() if last else END)


@lru_cache(maxsize=65536)
def day(value: str) -> int:
    """The ordinal of a day; of a longer stretch its last day."""
    return window(value[:10] if "/" not in value else value).last


def printed(found: Window) -> str | None:
    """The window in EDTF; null where it says nothing."""
    return edtf.span_of(as_date(found.first), as_date(found.last))


def as_date(ordinal: int) -> date | None:
    """The day of an ordinal; null beyond the calendar."""
    return date.fromordinal(ordinal) if BEGINNING < ordinal < END else None
