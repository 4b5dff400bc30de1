"""Who carries what: outlets and agencies, what they publish, what they pass on, and where everything runs through one of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from dateline.store import Session
from dateline.store.tallies import ALONE, BOTTLENECK, DRAWS, RELAYED, TELLS, UNSOURCED

SHOWN = 5
"""Of so many others it is told that somebody draws on them: those on whom most often."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """An outlet or an agency: its reports, the events that they tell, those that it told alone or without a source,
    those that it passed on to others, and those that reached us through it alone.
    """

    name: str
    reports: int = 0
    events: int = 0
    alone: int = 0
    unsourced: int = 0
    relayed: int = 0
    bottleneck: int = 0
    drawn_on: tuple[tuple[str, int], ...] = ()  # whom it passes on, most often first


def carriers(session: Session) -> list[Carrier]:
    """Every outlet and agency of the archive, the most telling first."""
    found = {name: Carrier(name, reports=n) for name, n in session.reports.outlets().items()}
    sums, drawn = defaultdict[str, Counter[str]](Counter), defaultdict[str, Counter[str]](Counter)
    for (what, name, of), n in session.tallies.totals(TELLS, ALONE, UNSOURCED, RELAYED, BOTTLENECK, DRAWS).items():
        (drawn[name] if what == DRAWS else sums[name])[of or what] += n
    named = {*found, *(name for name, counts in sums.items() if counts[RELAYED] or counts[BOTTLENECK])}
    made = (carrier(found.get(name, Carrier(name)), sums[name], drawn[name]) for name in named)
    return sorted(made, key=lambda c: (-c.events, -c.relayed, c.name))


def carrier(found: Carrier, sums: Counter[str], drawn: Counter[str]) -> Carrier:
    """An outlet or an agency with what is counted of it."""
    return replace(
        found,
        events=sums[TELLS],
        alone=sums[ALONE],
        unsourced=sums[UNSOURCED],
        relayed=sums[RELAYED],
        bottleneck=sums[BOTTLENECK],
        drawn_on=tuple(sorted(drawn.items(), key=lambda row: (-row[1], row[0]))[:SHOWN]),
    )
