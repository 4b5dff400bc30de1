"""Two events that cannot both stand: something was ended, and later spoken of as standing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from dateline import edtf
from dateline.merge.disagreements import disagreement
from dateline.merge.families import table
from dateline.merge.findings import FACT
from dateline.merge.parties import side
from dateline.model import Disagreement, Event


@dataclass(frozen=True, slots=True)
class Reversal:
    """A row of ``data/reversals.toml``."""

    ended: frozenset[str]
    stands: str
    mode: str


@cache
def reversals() -> tuple[Reversal, ...]:
    """The acts that cannot both stand."""
    rows: object = table("reversals.toml")["reversal"]
    found = rows if isinstance(rows, list) else []
    return tuple(Reversal(frozenset(row["ended"]), str(row["stands"]), str(row["mode"])) for row in found)


def reversed_events(events: Sequence[Event]) -> Iterator[Disagreement]:
    """For each two events that cannot both stand a disagreement on status, about the one that is said to have ended it."""
    done = [event for event in events if event.status in FACT]
    for row in reversals():
        ends = (event for event in done if event.act in row.ended)
        stands = [event for event in done if event.act == row.stands and event.mode == row.mode]
        for end, stand in product(ends, stands):
            if between_the_same(end, stand) and not before(stand, end):
                given = ((word(event), (report, speakers(event, report))) for event in (end, stand) for report in event.reports)
                if found := disagreement("status", given):
                    yield replace(found, about=end.id)


def between_the_same(a: Event, b: Event) -> bool:
    """Whether one party did both toward one other."""
    return bool(side(a.actors)) and (side(a.actors), side(a.recipients)) == (side(b.actors), side(b.recipients))


def before(a: Event, b: Event) -> bool:
    """Whether the first is surely the earlier one."""
    return bool(a.date and b.date and edtf.earlier(a.date, b.date))


def word(event: Event) -> str:
    """An event's act with its mode."""
    return f"{event.act} ({event.mode})" if event.mode == "reaffirmed" else event.act


def speakers(event: Event, report: str) -> tuple[str, ...]:
    """Who tells an event in a report."""
    return tuple(sorted({origin.speaker.name for origin in event.origins if origin.speaker and report in origin.reports}))
