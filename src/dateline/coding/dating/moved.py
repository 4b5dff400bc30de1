"""Meetings and visits put off: "a meeting planned for Wednesday was put off until 19 May" is none on Wednesday and one to come."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from dateline import edtf
from dateline.coding.dating.acts import Acts
from dateline.coding.dating.clauses import STEPS, Dating
from dateline.coding.dating.lexicon import lexicon
from dateline.coding.dating.values import is_day
from dateline.coding.status import summary
from dateline.model import DateRole, EventDate, EventMention, Modality, Polarity, Status, Time, Token, record_id


def with_moves(acts: Acts, datings: Sequence[Dating], events: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """The events; those that are put off with the day on which they should have been, and beside them what is to come instead."""
    return tuple(told for event in events for told in moved(acts, datings, event))


def moved(acts: Acts, datings: Sequence[Dating], event: EventMention) -> Iterator[EventMention]:
    """An event as it stands; of what is put off the old plan and, where its day is told, the new one."""
    noun = acts.syntax.head_of(event.predicate) if event.status is Status.NEGATED else None
    verb = putting_off(acts, noun) if noun is not None else None
    if noun is None or verb is None:
        yield event
        return
    known = [d for d in event.dates if d.role is DateRole.ANNOUNCED]
    new, old = days(acts, datings, noun, verb)
    if old and new and old.value == new.value:
        old = replace(old, value=week_before(old.value))
    yield replace(event, dates=(*day(acts, old), *known))
    if new is not None and new.value is not None:
        yield anew(replace(event, dates=(*day(acts, new), *known)))


def days(acts: Acts, datings: Sequence[Dating], noun: Token, verb: Token) -> tuple[Dating | None, Dating | None]:
    """The new day and the old one of what is put off: "from 14 May to 24 May", "planned for Monday … until 19 May"."""
    below = {t.i for t in acts.syntax.subtree(noun)} - {noun.i}
    own = [d for d in datings if d.on.i in {noun.i, verb.i}]
    planned = [d for d in datings if d.on.i in below]
    ends = (d for d in planned if d.side == "until")  # the parser may hang "until 19 May" on "planned"
    new = next((d for d in own if follows(acts, d, lexicon().new_day)), None) or next(ends, None)
    planned = [d for d in planned if d is not new]
    left = (d for d in own if d is not new and (d.on.i == noun.i or follows(acts, d, lexicon().old_day)))
    return new, next(iter(planned), None) or next(left, None)


def week_before(value: str | None) -> str | None:
    """The same day of the week before: "planned for *Wednesday*, put off until 19 May", a Wednesday; null where it is no day."""
    day = next(iter(edtf.bounds(value)), None) if is_day(value) and value else None
    return (day - timedelta(days=7)).isoformat() if day else None


def follows(acts: Acts, dating: Dating, words: Collection[str]) -> bool:
    """Whether a time stands behind one of some prepositions."""
    before = acts.syntax.tokens[: acts.syntax.within(dating.mention.span)[0].i][-2:]
    return any(t.text.lower() in words for t in before)


def day(acts: Acts, dating: Dating | None) -> tuple[EventDate, ...]:
    """The day of a plan."""
    return () if dating is None else (acts.date(replace(dating, side="day"), DateRole.EFFECTIVE),)


def putting_off(acts: Acts, noun: Token) -> Token | None:
    """The verb that puts off what a noun names; None where it is told otherwise that it will not be."""
    path = [noun]
    for above in acts.syntax.ancestors(noun):
        path.append(above)
        if acts.syntax.is_verb(above) or len(path) > STEPS:
            break
    verb = path[-1]
    particles = {c.text.lower() for c in acts.syntax.children(verb, "prt", "advmod", "prep")}
    known = lexicon().putting_off
    return verb if verb.lemma in known or any(f"{verb.lemma}_{p}" in known for p in particles) else None


def anew(event: EventMention) -> EventMention:
    """What is to come instead of an act that is put off, as a mention of its own."""
    return replace(
        event,
        id=record_id("event", event.id, "moved"),
        polarity=Polarity.POSITIVE,
        time=Time.FUTURE,
        modality=Modality.ASSERTED,
        status=summary(Polarity.POSITIVE, Time.FUTURE, Modality.ASSERTED),
        assertions=tuple(replace(a, polarity=Polarity.POSITIVE) for a in event.assertions),
    )
