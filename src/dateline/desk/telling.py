"""Keeps the archive's stories and near-copies true to its reports: those that came, or changed, are put among the others."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.desk.coding import batches
from dateline.desk.merging import TELL, owed
from dateline.merge.blocks import complete, pair_key
from dateline.merge.copies.online import place as place_copies
from dateline.merge.stories.online import place as place_stories
from dateline.merge.stories.profiles import LEAD, Profile, profile
from dateline.model import Member, Report
from dateline.store import Archive, Session

TOGETHER = 100
"""So many reports are put into stories in one transaction: enough to group a story once for many, few enough for the memory."""


def tell_stories(archive: Archive) -> None:
    """Puts the reports of which that is owed into near-copies and stories."""
    with archive.session() as session:
        ids = owed(session, TELL)
    for part in batches(ids, TOGETHER):
        with archive.session() as session:
            tell(session, part)
            session.runs.settle(TELL + id for id in part)


def tell(session: Session, ids: Iterable[str]) -> None:
    """Puts some reports into near-copies and stories; copies lie in no cell, they go with their originals."""
    reports = session.reports.texts(ids)
    changed = place_copies(session.stories.near_copies, reports) | set(reports)
    copied = session.stories.near_copies.copies(changed)
    reports |= session.reports.texts(changed - reports.keys())
    members: dict[str, list[Member]] = {}
    for member in session.mentions.of_reports(changed):
        members.setdefault(member.report.id, []).append(member)
    wanted = {id: None if id in copied else profile_of(reports[id], members.get(id, ())) for id in changed}
    place_stories(session.stories, wanted)


def profile_of(report: Report, members: Iterable[Member]) -> Profile:
    """The profile of a report with the acts between two parties that its lead tells."""
    acts = {pair_key(m.mention) for m in members if complete(m.mention) and m.mention.predicate.start < LEAD}
    return profile(report, sorted(acts))
