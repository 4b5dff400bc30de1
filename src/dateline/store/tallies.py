"""What is counted over the whole archive, kept as sums, so that no page has to go through everything to tell a number.

Each event and each report adds its own counts. What it added last stands beside the sums, so that it can be taken off again when
the event is merged otherwise or the report comes in another version: filing costs the same however much there is.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from sqlalchemy import Connection, delete, select

from dateline.model import CodedReport, Event
from dateline.store.records import as_json, storable
from dateline.store.sql import chunks, insert, put
from dateline.store.tables import reports, tallied, totals

Key: TypeAlias = tuple[str, str, str]
"""What is counted, of whom, and with regard to whom (empty where that does not apply)."""
Counts: TypeAlias = Mapping[Key, int]

TELLS, ALONE, UNSOURCED, RELAYED, BOTTLENECK, DRAWS = "tells", "alone", "unsourced", "relayed", "bottleneck", "draws"
"""What is counted of outlets and agencies, event by event."""
FATE, PROBLEM, UNDATED, READ = "fate", "problem", "undated", "read"
"""What is counted of reports."""


class Tallies:
    """The sums of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def put_event(self, event: Event) -> None:
        """Puts what an event counts for in the place of what it counted for before."""
        query = select(reports.c.id, reports.c.outlet).where(reports.c.id.in_(event.reports), reports.c.outlet.is_not(None))
        outlets = {row.id: row.outlet for row in self.connection.execute(query)}
        self.put(f"event:{event.id}", event_counts(event, outlets))

    def put_report(self, coded: CodedReport) -> None:
        """Puts what a report counts for in the place of what it counted for before."""
        self.put(f"report:{coded.report.id}", report_counts(coded))

    def put(self, owner: str, counts: Counts) -> None:
        """Puts what an owner counts for in the place of what it counted for before."""
        before = self.of([owner])
        if before == counts:
            return
        self.add({key: counts.get(key, 0) - before.get(key, 0) for key in sorted(counts.keys() | before.keys())})
        put(self.connection, tallied, {"owner": owner, "data": as_json([[*key, n] for key, n in sorted(counts.items())])})

    def remove_events(self, ids: Iterable[str]) -> None:
        """Takes off what these events count for."""
        for part in chunks(f"event:{id}" for id in ids):
            self.add({key: -n for key, n in sorted(self.of(part).items())})
            self.connection.execute(delete(tallied).where(tallied.c.owner.in_(part)))

    def of(self, owners: list[str]) -> Counts:
        """What these owners count for together."""
        found = Counter[Key]()
        for data in self.connection.execute(select(tallied.c.data).where(tallied.c.owner.in_(owners))).scalars():
            found.update({(what, name, of): n for what, name, of, n in json.loads(data)})
        return found

    def add(self, counts: Counts) -> None:
        """Adds to the sums."""
        rows = [{"what": what, "name": name, "of": of, "n": n} for (what, name, of), n in counts.items() if n]
        if rows:
            made = insert(self.connection, totals)
            more = {"n": totals.c.n + made.excluded.n}
            self.connection.execute(made.on_conflict_do_update(index_elements=["what", "name", "of"], set_=more), rows)

    def totals(self, *whats: str) -> dict[Key, int]:
        """The sums of these kinds that are not nought."""
        query = select(totals.c.what, totals.c.name, totals.c.of, totals.c.n).where(totals.c.what.in_(whats), totals.c.n > 0)
        return {(row.what, row.name, row.of): row.n for row in self.connection.execute(query)}

    def clear(self) -> None:
        """Empties the view."""
        self.connection.execute(delete(tallied))
        self.connection.execute(delete(totals))


def event_counts(event: Event, outlets: Mapping[str, str]) -> Counter[Key]:
    """What an event counts for; ``outlets`` names the outlet of each report."""
    telling = {outlets[id] for id in event.reports if id in outlets}
    sourced = {id for origin in event.origins for id in origin.reports}
    unsourced = {outlets[id] for id in event.reports if id in outlets and id not in sourced}
    kinds = (
        (TELLS, telling),
        (ALONE, telling if len(telling) == 1 else set()),
        (UNSOURCED, unsourced),
        (BOTTLENECK, event.bottlenecks),
    )
    found = Counter((what, name, "") for what, names in kinds for name in names)
    for origin in event.origins:
        relays = set(origin.relays)
        found.update((RELAYED, relay, "") for relay in relays)
        drawing = {outlets[id] for id in origin.reports if id in outlets}
        found.update((DRAWS, outlet, relay) for outlet in drawing for relay in relays - {outlet})
    return clean(found)


def report_counts(coded: CodedReport) -> Counter[Key]:
    """What a report counts for: itself, what became of its sentences, its problems, and whether nothing dates it."""
    found = Counter((FATE, fate.value, "") for row in coded.coverage for fate in row.fates)
    found.update((PROBLEM, problem.code, "") for problem in coded.problems)
    found[READ, "", ""] = 1
    if coded.report.day is None:
        found[UNDATED, "", ""] = 1
    return clean(found)


def clean(counts: Counter[Key]) -> Counter[Key]:
    """The counts under names that every database takes."""
    found = Counter[Key]()
    for (what, name, of), n in counts.items():
        found[what, storable(name) or "", storable(of) or ""] += n
    return found
