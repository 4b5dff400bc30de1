"""What people have judged, brought to bear on the members: fields set otherwise, mentions left out, kept together or apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline import edtf
from dateline.merge.blocks import Pair, Reasons
from dateline.merge.parties import side
from dateline.model import (
    Actor,
    Anchor,
    DateRole,
    EventDate,
    EventMention,
    Judgement,
    Member,
    MentionKey,
    Participant,
    Status,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class Decisions:
    """The members as people want them read, and the pairs that they hold to be one event, or two."""

    members: tuple[Member, ...]
    same: Reasons
    apart: frozenset[Pair]


def apply_judgements(members: Iterable[Member], judgements: Iterable[Judgement], actors: Mapping[str, Actor]) -> Decisions:
    """The members after all judgements that hold, each member once. Of several on one matter the last one decides."""
    once = {m.mention.id: m for m in members}
    every = tuple(once[id] for id in sorted(once))
    holding = in_force(judgements)
    pairs = latest(pair for j in holding for pair in pairs_of(j, every))
    wrong = {m.mention.id for m in every for j in holding if j.verdict is Verdict.WRONG and is_meant(j.subject, m)}
    return Decisions(
        members=tuple(changed(m, holding, actors) for m in every if m.mention.id not in wrong),
        same={pair: reason(j) for pair, j in pairs.items() if j.verdict is Verdict.SAME},
        apart=frozenset(pair for pair, j in pairs.items() if j.verdict is Verdict.NOT_SAME),
    )


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that no other one undoes, oldest first; a judgement that is itself undone undoes nothing."""
    every = sorted({j.id: j for j in judgements}.values(), key=lambda j: (j.on, j.id))
    undone: set[str] = set()
    for judgement in reversed(every):
        if judgement.undoes and judgement.id not in undone:
            undone.add(judgement.undoes)
    return tuple(j for j in every if j.id not in undone and j.verdict)


def is_meant(key: MentionKey | None, member: Member) -> bool:
    """Whether a judgement speaks of this mention."""
    if key is None or (key.report, key.predicate) != (member.report.id, member.mention.predicate):
        return False
    mention = member.mention
    return key.recipient in {None, *side(mention.recipients)} and key.actor in {None, *side(mention.actors)}


def pairs_of(judgement: Judgement, members: Sequence[Member]) -> Iterable[tuple[Pair, Judgement]]:
    """The pairs of mentions that a judgement puts together or apart."""
    if judgement.verdict not in {Verdict.SAME, Verdict.NOT_SAME}:
        return
    left = [m.mention.id for m in members if is_meant(judgement.subject, m)]
    right = [m.mention.id for m in members if is_meant(judgement.other, m)]
    yield from (((min(a, b), max(a, b)), judgement) for a in left for b in right if a != b)


def latest(pairs: Iterable[tuple[Pair, Judgement]]) -> dict[Pair, Judgement]:
    """The last judgement on each pair."""
    return dict(pairs)


def reason(judgement: Judgement) -> str:
    """A judgement in words."""
    who = judgement.by or "a user"
    when = f" on {judgement.on[:10]}" if judgement.on else ""
    return f"judged the same by {who}{when}{': ' if judgement.reason else ''}{judgement.reason}"


def changed(member: Member, judgements: Iterable[Judgement], actors: Mapping[str, Actor]) -> Member:
    """The member with its fields set as people want them."""
    mention = member.mention
    for judgement in judgements:
        if judgement.verdict is Verdict.SET and is_meant(judgement.subject, member):
            mention = SETTERS.get(judgement.field or "", unchanged)(mention, judgement, actors)
    return member if mention is member.mention else replace(member, mention=mention)


def unchanged(mention: EventMention, judgement: Judgement, actors: Mapping[str, Actor]) -> EventMention:  # noqa: ARG001
    """The mention as it is: a field that no setter knows changes nothing."""
    return mention


def set_act(mention: EventMention, judgement: Judgement, actors: Mapping[str, Actor]) -> EventMention:  # noqa: ARG001
    """The mention as another act."""
    return replace(mention, act=judgement.value) if judgement.value else mention


def set_actor(mention: EventMention, judgement: Judgement, actors: Mapping[str, Actor]) -> EventMention:
    """The mention with another actor."""
    found = actors.get(judgement.value or "")
    return replace(mention, actors=(Participant(found),)) if found else mention


def set_recipient(mention: EventMention, judgement: Judgement, actors: Mapping[str, Actor]) -> EventMention:
    """The mention with another recipient."""
    found = actors.get(judgement.value or "")
    return replace(mention, recipients=(Participant(found),)) if found else mention


def set_date(mention: EventMention, judgement: Judgement, actors: Mapping[str, Actor]) -> EventMention:  # noqa: ARG001
    """The mention on another day; dates of other roles stay."""
    if not judgement.value or not edtf.is_edtf(judgement.value):
        return mention
    date = EventDate(DateRole.HAPPENED, judgement.value, f"judged by {judgement.by or 'a user'}", anchor=Anchor.ABSOLUTE)
    return replace(mention, dates=(date, *(d for d in mention.dates if d.role is not DateRole.HAPPENED)))


def set_status(mention: EventMention, judgement: Judgement, actors: Mapping[str, Actor]) -> EventMention:  # noqa: ARG001
    """The mention with another status."""
    known = {status.value: status for status in Status}
    return replace(mention, status=known.get(judgement.value or "", mention.status))


SETTERS: Mapping[str, Callable[[EventMention, Judgement, Mapping[str, Actor]], EventMention]] = {
    "act": set_act,
    "actor": set_actor,
    "recipient": set_recipient,
    "date": set_date,
    "status": set_status,
}
"""The fields that a judgement can set."""
