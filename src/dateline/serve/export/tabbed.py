"""Tab-separated lines, and what several tables of the field ask of an event alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.model import Event, Participant, Report
from dateline.serve.text import one_line


def tabbed(cells: Iterable[object]) -> str:
    """Cells as a line; null is empty, and what would break the line becomes a space."""
    return "\t".join("" if cell is None else one_line(str(cell)).replace("\t", " ") for cell in cells)


def first_of(participants: Iterable[Participant]) -> Participant | None:
    """The participant that stands for its side in a table with room for one."""
    return min(participants, key=lambda p: (p.actor.id, p.person or ""), default=None)


def first_report(event: Event, reports: Mapping[str, Report]) -> Report | None:
    """The report of an event that was published first."""
    known = (reports[id] for id in event.reports if id in reports)
    return min(known, key=lambda r: (r.published or "~", r.id), default=None)


def number_of(id: str) -> int:
    """An id as the whole number that tables with numbered rows want; the same each time, up to 2**63."""
    from hashlib import blake2b

    return int.from_bytes(blake2b(id.encode(), digest_size=8).digest(), "big") >> 1
