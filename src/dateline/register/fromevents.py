"""Events → entries: for each voice that tells of an act of the register's layers one entry, with the report's words as proof.

An act without a date that is told as past happened at the latest when it was told: "after recognition from Russia", in a report
of 14 July, is ``../2022-07-14``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.edtf import is_edtf
from dateline.merge.dates import is_assumed
from dateline.merge.origins import passed, principal
from dateline.model import (
    Actor,
    ActorKind,
    Assertion,
    Attribution,
    Certainty,
    DateRole,
    Entry,
    Event,
    EventDate,
    EventMention,
    Evidence,
    Layer,
    Member,
    Participant,
    Standing,
    Status,
)
from dateline.register.entries import entry, plain_standing, touches
from dateline.register.rules import effects, layers
from dateline.register.windows import window

THEMSELVES = frozenset({ActorKind.STATE, ActorKind.WOULD_BE_STATE, ActorKind.TERRITORY, ActorKind.IGO})
"""Parties that stand for themselves; a body or a person stands for its principal."""


def entries_from(event: Event, members: Iterable[Member]) -> tuple[Entry, ...]:
    """The entries of an event, one for each voice, each once, by id; none for acts beyond the register's layers, none for
    parties that could not be told.
    """
    if not touches(event.act):
        return ()
    own = {ref.event for ref in event.mentions}
    found = (e for m in members if m.mention.id in own for e in member_entries(event, m))
    unique = {e.id: e for e in found}
    return tuple(unique[id] for id in sorted(unique))


def member_entries(event: Event, member: Member) -> Iterator[Entry]:
    """The entries of one mention: one for each pair of parties and voice."""
    attributions = {a.id: a for a in member.attributions}
    mention = member.mention
    told = mention.assertions or (Assertion(None, mention.polarity),)
    outer = passed(told, attributions)
    for actor, recipient in parties_of(mention):
        for assertion in told:
            if assertion.attribution not in outer:
                voice = attributions.get(assertion.attribution or "")
                yield one_entry(event, member, actor, recipient, assertion, voice)


def one_entry(event: Event, member: Member, actor: str, recipient: str, said: Assertion, voice: Attribution | None) -> Entry:
    """What one voice says in one report."""
    mention = member.mention
    speaker = voice.speaker if voice else None
    whose = principal(speaker)
    sender, receiver = (recipient, actor) if by_host(mention) else (actor, recipient)
    return entry(
        event.act,
        sender,
        receiver,
        valid_of(event, member, voice),
        known=member.report.day,
        dates=plain_dates(mention),
        according_to=speaker.name if speaker else None,
        principal=whose,
        standing=standing_of(event, whose, actor, recipient),
        polarity=said.polarity,
        status=status_of(mention),
        presupposed=said.presupposed,
        mode=mode_of(event, mention),
        level=mention.level or event.level,
        of_state=mention.of_state or event.of_state or governed(event, mention),
        event=event.id,
        evidence=(Evidence("report", member.report.id, tuple(mention.evidence)),),
        certainty=Certainty.PROBABLE if said.certainty is Certainty.UNSTATED else said.certainty,
    )


def parties_of(mention: EventMention) -> tuple[tuple[str, str], ...]:
    """Who acts and toward whom, by id; of an act of both ("agreed to establish relations") the first named acts."""
    raw = is_government(mention.act)
    actors, recipients = ids(mention.actors, raw=False), ids(mention.recipients, raw)
    if not recipients and len(actors) > 1:
        actors, recipients = actors[:1], actors[1:]
    return tuple((a, r) for a in actors for r in recipients if a != r)


def by_host(mention: EventMention) -> bool:
    """Whether the receiving state does what is else the sending state's act: "Peru closed Fiji's consulate in Lima"."""
    return mention.mode is not None and any(effect.host == mention.mode for effect in effects().get(mention.act, ()))


def ids(participants: Iterable[Participant], raw: bool) -> tuple[str, ...]:
    """The parties of one side, each once, without those that could not be told."""
    found = (party_id(p.actor, raw) for p in participants if p.actor.kind is not ActorKind.UNKNOWN)
    return tuple(dict.fromkeys(found))


def party_id(actor: Actor, raw: bool) -> str:
    """The party for which an actor acts; a government that is recognized stands for itself."""
    return actor.id if raw or actor.kind in THEMSELVES else actor.principal or actor.id


def is_government(act: str) -> bool:
    """Whether the act is on a government."""
    return any(effect.layer is Layer.GOVERNMENT for effect in effects().get(act, ()))


def governed(event: Event, mention: EventMention) -> str | None:
    """Of which state a government is that an act is on, where the text leaves it to the party."""
    if not is_government(event.act):
        return None
    return next((p.actor.principal or p.actor.country for p in mention.recipients if p.actor.principal or p.actor.country), None)


def mode_of(event: Event, mention: EventMention) -> str | None:
    """The mode of an act that the register tells apart, or that the host did it; PLOVER's modes are none of them."""
    mode = mention.mode or event.mode
    known = by_host(mention) or any(mode in layers()[effect.layer].modes for effect in effects()[event.act])
    return mode if known else None


def status_of(mention: EventMention) -> Status:
    """How an entry stands; "is breaking relations on Wednesday" is an act with its day, and no state of things."""
    dated = mention.date is not None and is_edtf(mention.date) and window(mention.date).dated
    if mention.status is Status.NEGATED or (mention.status is Status.ONGOING and dated):
        return Status.HAPPENED
    return mention.status


def valid_of(event: Event, member: Member, voice: Attribution | None) -> str | None:
    """When an act happened by this telling; a date that only another report can tell is taken from the event, and so is one that no
    words of this report tell.
    """
    mention = member.mention
    open_ = mention.date is None and any(d.symbolic and not d.value for d in mention.dates)
    assumed = bool(mention.dates) and all(map(is_assumed, mention.dates))
    value = event.date if open_ or assumed else mention.date
    if value is not None and is_edtf(value):
        return value
    told = said_on(voice) or member.report.day
    past = mention.status in {Status.HAPPENED, Status.ONGOING, Status.NEGATED}
    return f"../{told}" if past and told and is_edtf(told) else None


def said_on(voice: Attribution | None) -> str | None:
    """The day on which the words were said, if they are dated to the day."""
    value = voice.said_on if voice else None
    return value if value is not None and is_edtf(value) and window(value).width == 0 else None


def plain_dates(mention: EventMention) -> tuple[EventDate, ...]:
    """The dates beside the day of the act itself, without the words that gave them."""
    kept = (d for d in mention.dates if d.value and is_edtf(d.value) and d.role is not DateRole.HAPPENED)
    return tuple(EventDate(d.role, d.value, d.basis) for d in kept)


def standing_of(event: Event, whose: str | None, actor: str, recipient: str) -> Standing:
    """How a voice stands toward the act, as merging found it."""
    plain = plain_standing(whose, actor, recipient)
    if plain is not Standing.THIRD:
        return plain
    return next((o.standing for o in event.origins if o.principal == whose), plain)
