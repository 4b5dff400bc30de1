"""Keeps the archive's events true to its mentions: only what something touched is merged again, the segments of a block
(see :mod:`dateline.merge.windows`) that meet in a cell into which a mention came, or out of which one went.

A run that files reports notes which cells it touched, in the transaction that files them; merging takes them up, at once
or, where a run was cut off, the next time. Whatever the order, the events are those of one merging of all mentions.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.desk.corrections import backdated, known_since
from dateline.desk.judged import Judged
from dateline.desk.strays import left_alone, rename
from dateline.merge import merge_members
from dateline.merge.blocks import segments_of
from dateline.merge.windows import cells_of, moved_by, taken_out
from dateline.model import Entry, Event, Member
from dateline.register.fromevents import entries_from
from dateline.store import Archive, Session

REPORT, BLOCK, EVENT, TELL = "report:", "block:", "event:", "tell:"
TOGETHER = 100
"""So many cells are merged at a time: enough to spare questions, few enough to keep memory flat."""


def file_members(session: Session, report: str, members: Sequence[Member], judged: Judged) -> None:
    """Puts a report's mentions into the archive and notes what has to be merged again."""
    keys = judged.keys(members)
    before = session.mentions.of_reports([report])
    session.runs.owe(EVENT + id for id in session.mentions.events_of(m.mention.id for m in before).values())
    touched = session.mentions.replace(report, [(member, keys[member.mention.id]) for member in members])
    session.runs.owe([TELL + report, *(BLOCK + block for block in touched)])


def merge_owed(archive: Archive, judged: Judged, tick: Callable[[int], None] = lambda _: None) -> int:
    """How many cells were merged: all that were owed. ``tick`` hears of each batch."""
    with archive.session() as session:
        cells = sorted({*owed(session, BLOCK), *session.mentions.blocks_of_events(owed(session, EVENT))})
        groups = judged.together(session, cells)
    for part in parts(groups):
        with archive.session() as session:
            changed = merge_cells(session, part, judged)
            linked = judged.together(session, session.mentions.blocks_linking_to(changed))
            merge_cells(session, [cell for group in linked for cell in group], judged)
            session.runs.settle(BLOCK + cell for cell in part)
        tick(len(part))
    with archive.session() as session:
        gone = owed(session, EVENT)
        session.events.remove(set(gone) - session.mentions.having(gone))
        session.runs.settle(EVENT + id for id in gone)
    return len(cells)


def owed(session: Session, kind: str) -> list[str]:
    """What of a kind is owed, sorted."""
    return sorted(what.removeprefix(kind) for what in session.runs.owed() if what.startswith(kind))


def parts(groups: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    """The groups of cells in lists of about ``TOGETHER`` cells; a group stays together."""
    part: list[str] = []
    for group in groups:
        part += group
        if len(part) >= TOGETHER:
            yield part
            part = []
    if part:
        yield part


def merge_cells(session: Session, cells: Iterable[str], judged: Judged) -> set[str]:
    """The ids of the mentions whose event is another one now, once the segments of these cells are merged and in the archive."""
    wanted = moved_by(cells)
    mine, beside, alone = parted(session, wanted, judged)
    own = {member.mention.id for member in mine}
    before = session.mentions.events_of(own)
    found = merged(session, mine, beside, judged, alone)
    now = {ref.event: event.id for event in found for ref in event.mentions}
    session.mentions.release(own - set(now))
    reports = {m.report.id for m in mine}
    members, recorded, known = judged.members(mine), session.reports.recorded(reports), known_since(session, reports, judged)
    for event in found:
        session.events.put(event)
        found_entries = (backdated(entry, known) for entry in entries_from(event, members))
        session.entries.derive(event.id, [dated(entry, recorded) for entry in found_entries])
        session.mentions.assign(event.id, [ref.event for ref in event.mentions])
    gone = set(before.values()) - set(now.values())
    session.events.remove(gone - session.mentions.having(gone))
    return {id for id in own if before.get(id) != now.get(id)}


def parted(session: Session, cells: Collection[str], judged: Judged) -> tuple[list[Member], list[Member], frozenset[str]]:
    """The members of these segments, with those that lie in none since they were judged wrong; the others of their cells; and
    the ids of the strays that stay alone.
    """
    every = session.mentions.in_blocks(cells_of(cells))
    read = judged.members(every)
    alone = left_alone(session, cells, read)
    places = segments_of(read, alone)
    rename(session, cells, read, places)
    wanted = {*cells, *map(taken_out, cells)}
    mine = [m for m in every if places.get(m.mention.id) in wanted or m.mention.id not in places]
    ids = {m.mention.id for m in mine}
    return mine, [m for m in every if m.mention.id not in ids], alone


def merged(
    session: Session, mine: Sequence[Member], cells: Sequence[Member], judged: Judged, alone: Collection[str]
) -> tuple[Event, ...]:
    """The events of these members, with what their cells hold and their reports tell beside them."""
    own = {m.mention.id for m in (*mine, *cells)}
    beside = [*cells, *(m for m in session.mentions.of_reports({m.report.id for m in mine}) if m.mention.id not in own)]
    return merge_members(
        mine,
        beside=beside,
        known=session.mentions.events_of(m.mention.id for m in beside),
        parents=judged.parents,
        judgements=judged.judgements,
        actors=judged.actors,
        alone=alone,
    )


def dated(entry: Entry, recorded: Mapping[str, str]) -> Entry:
    """The entry with the moment at which its report was recorded."""
    return replace(entry, recorded=min((recorded[e.ref] for e in entry.evidence if e.ref in recorded), default=None))
