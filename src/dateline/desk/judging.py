"""Judgements: from what a user points at to what is kept, and what has to be made again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import product

from dateline.desk.desk import Desk
from dateline.desk.merging import REPORT
from dateline.merge.parties import side
from dateline.model import (
    Event,
    Judgement,
    Member,
    MentionKey,
    NotFoundError,
    Participant,
    Ruling,
    RulingKind,
    Verdict,
    record_id,
)
from dateline.register.entries import ruling
from dateline.store import Session


@dataclass(frozen=True, slots=True)
class Draft:
    """What a user judges, before it is dated and signed."""

    verdict: Verdict
    subject: MentionKey
    other: MentionKey | None = None
    field: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who judges, when, and why."""

    by: str
    on: str
    reason: str


def pointed_at(session: Session, id: str) -> list[Member]:
    """The mentions at which an id points: an event's, or the one with this id."""
    try:
        return session.mentions.of_event(session.events.id(id))
    except NotFoundError:
        return session.mentions.members([session.mentions.id(id)])


def key(member: Member, session: Session) -> MentionKey:
    """What a mention is judged by: with the recipient, or the actor, where the same words make several events."""
    mention = member.mention
    others = [m.mention for m in session.mentions.of_reports([member.report.id]) if m.mention.id != mention.id]
    twins = [m for m in others if m.predicate == mention.predicate]
    recipient = only(mention.recipients) if twins else None
    still = [m for m in twins if recipient in {None, *side(m.recipients)}]
    return MentionKey(member.report.id, mention.predicate, recipient, only(mention.actors) if still else None)


def only(participants: Iterable[Participant]) -> str | None:
    """The id of the party of a side that has but one."""
    ids = side(participants)
    return next(iter(ids)) if len(ids) == 1 else None


def same(session: Session, ids: Sequence[str]) -> list[Draft]:
    """Judgements that put all mentions pointed at into one event."""
    keys = [key(member, session) for id in ids for member in pointed_at(session, id)]
    return [Draft(Verdict.SAME, keys[0], other) for other in keys[1:] if other != keys[0]]


def not_same(session: Session, one: str, other: str) -> list[Draft]:
    """Judgements that keep the mentions of one apart from those of the other."""
    left = [key(member, session) for member in pointed_at(session, one)]
    right = [key(member, session) for member in pointed_at(session, other)]
    return [Draft(Verdict.NOT_SAME, a, b) for a, b in product(left, right) if a != b]


def wrong(session: Session, id: str) -> list[Draft]:
    """Judgements that the mentions pointed at are no such events."""
    return [Draft(Verdict.WRONG, key(member, session)) for member in pointed_at(session, id)]


def otherwise(session: Session, id: str, field: str, value: str) -> list[Draft]:
    """Judgements that a field of the mentions pointed at is otherwise."""
    return [Draft(Verdict.SET, key(member, session), None, field, value) for member in pointed_at(session, id)]


def signed(draft: Draft, by: Signature) -> Judgement:
    """The judgement that a draft becomes."""
    made = Judgement("", draft.verdict, draft.subject, draft.other, draft.field, draft.value, by.by, by.on, by.reason)
    return identified(made)


def identified(made: Judgement) -> Judgement:
    """The judgement with the id that its content gives it."""
    content = {name: value for name, value in asdict(made).items() if name != "id"}
    return replace(made, id=record_id("judgement", content))


def judge(desk: Desk, judgements: Sequence[Judgement]) -> set[str]:
    """The ids of the events of the reports concerned, once the judgements are kept and brought to bear."""
    reports = {key.report for judgement in judgements for key in (judgement.subject, judgement.other) if key}
    with desk.archive.session() as session:
        for judgement in judgements:
            session.judgements.keep(judgement, desk.now())
        session.runs.owe(REPORT + report for report in reports)
    desk.settle()
    with desk.archive.session() as session:
        found = session.mentions.of_reports(reports)
        return set(session.mentions.events_of(member.mention.id for member in found).values())


def undo(desk: Desk, id: str, by: Signature) -> Judgement | Ruling:
    """The judgement (or ruling) that takes back an earlier one, once it is kept and brought to bear."""
    with desk.archive.session() as session:
        known = {j.id: j for j in session.judgements.all()}
        full = session.judgements.any_id(id)
        if full not in known:
            found = ruling(RulingKind.UNDO, full, by=by.by, reason=by.reason)
            session.judgements.keep_ruling(found, desk.now())
            return found
    undone = known[full]
    made = identified(Judgement("", None, undone.subject, undone.other, by=by.by, on=by.on, reason=by.reason, undoes=undone.id))
    judge(desk, [made])
    return made


def rule(desk: Desk, kind: RulingKind, entry: str, by: Signature) -> Ruling:
    """The ruling on an entry, once it is kept."""
    with desk.archive.session() as session:
        made = ruling(kind, session.entries.id(entry), by=by.by, reason=by.reason)
        session.judgements.keep_ruling(made, desk.now())
    return made


def waiting(session: Session) -> Iterator[Event]:
    """The events on which the register would be another if they were otherwise, of which the record is not sure and on which nobody
    has judged yet: the least sure first.
    """
    judged = {key.report for judgement in session.judgements.all() for key in (judgement.subject, judgement.other) if key}
    return (event for event in session.events.waiting() if not judged & set(event.reports))


def spoken_of(session: Session, key: MentionKey) -> str:
    """The mention of which a judgement speaks, by outlet, words and place, and whether anything is coded there now: a judgement is
    kept when its report is read otherwise, or has another text, and holds again when the mention comes back.
    """
    place = in_words([key])
    try:
        coded = session.reports.get(session.reports.id(key.report))
    except NotFoundError:
        return f"{place} (a report that is not in the archive)"
    if all(event.predicate != key.predicate for event in coded.events):
        return f"{coded.report.outlet or ''} {place} (nothing is coded there now)".lstrip()
    return f"{coded.report.outlet or ''} “{key.predicate.of(coded.report.text)}” ({place})".lstrip()


def in_words(keys: Iterable[MentionKey | None]) -> str:
    """Mentions by report and place."""
    return " and ".join(f"{key.report}:{key.predicate.start}-{key.predicate.end}" for key in keys if key)
