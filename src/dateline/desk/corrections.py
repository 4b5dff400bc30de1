"""What the earlier versions of a report told: since when it tells what it tells, and what it took back.

A version is read by itself here, without what other reports tell, so that the outcome does not hang on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.desk.judged import Judged
from dateline.merge import members_of, merge_members
from dateline.model import CodedReport, Entry, Report, Ruling
from dateline.register.corrections import retractions, said
from dateline.register.entries import identified
from dateline.register.fromevents import entries_from
from dateline.store import Session

Said = tuple[object, ...]


def correct(session: Session, id: str, judged: Judged) -> None:
    """Files what the earlier versions of a report told and later ones do not, with the rulings that retract it."""
    if session.reports.counts_of(id) > 1:
        session.entries.withdraw(id, taken_back(session.reports.told(id), judged))


def taken_back(versions: Sequence[CodedReport], judged: Judged) -> Iterator[tuple[Entry, Ruling]]:
    """The entries of each version that the next one drops or reverses, with the rulings that retract them from its day on."""
    for older, newer in pairwise(versions):
        before = {entry.id: entry for entry in told_by(older, judged)}
        outlet = newer.report.outlet or newer.report.id
        for ruling in retractions(before.values(), told_by(newer, judged), day_of(newer.report), outlet):
            yield before[ruling.on], ruling


def told_by(version: CodedReport, judged: Judged) -> tuple[Entry, ...]:
    """The entries of one version, its words in their proofs, since the report's text is another one by now."""
    members = judged.members(members_of(version))
    events = merge_members(members, parents=judged.parents)
    found = (entry for event in events for entry in entries_from(event, members))
    return tuple(quoting(entry, version.report.text) for entry in found)


def quoting(entry: Entry, text: str) -> Entry:
    """The entry with the words of its spans in its proofs, known since its version's day."""
    proofs = (replace(e, text=" … ".join(span.of(text) for span in sorted(e.spans))) for e in entry.evidence)
    return identified(replace(entry, event=None, evidence=tuple(proofs)))


def day_of(report: Report) -> str | None:
    """The day on which a version came out."""
    return (report.modified or report.published or "")[:10] or None


# --------------------------------------------------------------------------- since when


def known_since(session: Session, ids: Iterable[str], judged: Judged) -> Mapping[str, Mapping[Said, str]]:
    """For each of these reports that has several versions: since which day it has told, without a break, what it tells."""
    several = (id for id in sorted(set(ids)) if session.reports.counts_of(id) > 1)
    return {id: since(session.reports.told(id), judged) for id in several}


def since(versions: Iterable[CodedReport], judged: Judged) -> dict[Said, str]:
    """For what the last version tells the day of the first that told it, without a break between."""
    found: dict[Said, str] = {}
    for version in versions:
        day = day_of(version.report)
        found = {key: first for e in told_by(version, judged) if (key := said(e)) and (first := found.get(key) or day)}
    return found


def backdated(entry: Entry, known: Mapping[str, Mapping[Said, str]]) -> Entry:
    """The entry, known since its report first told it."""
    days = [day for proof in entry.evidence if (day := known.get(proof.ref, {}).get(said(entry)))]
    return identified(replace(entry, known=min(days))) if days else entry
