"""Why events that lie beside each other are kept apart: the two mentions that come nearest, and what speaks against them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from dateline import edtf
from dateline.merge.blocks import block_key, linked
from dateline.merge.families import family
from dateline.merge.judgements import in_force, is_meant
from dateline.merge.parties import party
from dateline.merge.scorer import THRESHOLD, Score, score
from dateline.merge.signature import signature
from dateline.model import Event, Judgement, Member, Verdict
from dateline.store import Session
from dateline.store.events import EventFilter

DAYS, MOST, LOOKED_AT = 7, 8, 200
"""Events so many days apart lie beside each other; so many are told of, and so many looked at."""
HELD = 12
"""So many mentions of either event are held against each other."""


@dataclass(frozen=True, slots=True)
class Parted:
    """Another event, the two mentions that come nearest, and why these are not one."""

    other: Event
    mine: Member
    yours: Member
    because: str


def beside(session: Session, event: Event) -> list[Event]:
    """The events that may be the same: an act of one family by or toward one of its actors, on a near day or on none."""
    kind = family(event.act)
    ids = tuple(dict.fromkeys(party(p.actor) for p in event.actors))
    filters = [EventFilter(acts=kind.acts, actors=ids)] if ids else []
    if ids and (kind.mutual or kind.sided):
        filters.append(EventFilter(acts=kind.acts, recipients=ids))
    every = (other for wanted in filters for other in session.events.page(wanted, LOOKED_AT, newest=True)[0])
    found = {other.id: other for other in every if other.id != event.id and is_near(event.date, other.date)}
    return sorted(found.values(), key=lambda other: nearness(event, other))[:MOST]


def is_near(one: str | None, other: str | None) -> bool:
    """Whether two dates lie within days of each other, or one of them is none."""
    days = edtf.days_between(one, other) if one and other and edtf.is_edtf(one) and edtf.is_edtf(other) else None
    return days is None or days <= DAYS


def nearness(event: Event, other: Event) -> tuple[bool, int, str]:
    """What is sorted by: first those between the same parties, then those on a nearer day."""
    mine, yours = ({party(p.actor) for p in (*each.actors, *each.recipients)} for each in (event, other))
    dated = event.date and other.date and edtf.is_edtf(event.date) and edtf.is_edtf(other.date)
    days = edtf.days_between(event.date or "", other.date or "") if dated else None
    return mine != yours, DAYS if days is None else days, other.id


def parted(session: Session, event: Event, others: Iterable[Event]) -> Iterator[Parted]:
    """For each of these events why it is another one."""
    judgements = session.judgements.all()
    mine = session.mentions.of_event(event.id)[:HELD]
    for other in others:
        yield why_apart(mine, other, session.mentions.of_event(other.id)[:HELD], judgements)


def why_apart(mine: Sequence[Member], other: Event, yours: Sequence[Member], judgements: Iterable[Judgement]) -> Parted:
    """Why the mentions of two events are not one: people said so, a report relates the two, or the features speak against it."""
    for judgement in in_force(judgements):
        for a, b in product(mine, yours):
            if judgement.verdict is Verdict.NOT_SAME and judged(judgement, a, b):
                who = f"{judgement.by or 'a user'}{f' on {judgement.on[:10]}' if judgement.on else ''}"
                return Parted(other, a, b, f"judged not the same by {who}{f': {judgement.reason}' if judgement.reason else ''}")
    pair = next(((a, b) for a, b in product(mine, yours) if linked(a.mention, b.mention)), None)
    if pair:
        return Parted(other, *pair, "one report tells both and relates them to each other")
    scores = {(a.mention.id, b.mention.id): score(signature(a), signature(b)) for a, b in product(mine, yours)}
    a, b = max(product(mine, yours), key=lambda pair: closeness(scores[pair[0].mention.id, pair[1].mention.id]))
    return Parted(other, a, b, against(scores[a.mention.id, b.mention.id], a, b))


def judged(judgement: Judgement, a: Member, b: Member) -> bool:
    """Whether a judgement speaks of these two mentions."""
    ends = (judgement.subject, judgement.other)
    return any(is_meant(x, a) and is_meant(y, b) for x, y in (ends, ends[::-1]))


def closeness(found: Score) -> tuple[bool, float, int]:
    """How near two mentions come: those that no feature rules out before others, of these those that more features let pass."""
    return found.total is not None, found.total or 0.0, len(found.findings)


def against(found: Score, a: Member, b: Member) -> str:
    """What speaks against two mentions being one, in words."""
    if found.total is None:
        return "; ".join(f"{name}: {finding.reason}" for name, finding in found.findings if finding.veto)
    if found.total < THRESHOLD:
        return f"{found}, less than {THRESHOLD:g}"
    if block_key(a.mention) != block_key(b.mention):
        return f"they name other parties first, so that they were never compared; {found}"
    return f"these two alone would be one, but not with all that stands beside them; {found}"
