"""The parties of an act's own day: who acts as "Austria" in 1838 is the Austrian Empire, the Taliban govern in 2022."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from dateline.model import EventMention, Participant
from dateline.resolve import Catalogue

DAY = re.compile(r"\d{4}(-\d\d){0,2}")


def with_states_of_their_day(
    events: Iterable[EventMention], catalogue: Catalogue, published: str | None = None
) -> tuple[EventMention, ...]:
    """The events with each party that did not exist on their day told as the state that bore its name then, and each movement
    in the sector that was its own then; events without a day have that of the report.
    """
    return tuple(on_its_day(event, catalogue, published) for event in events)


def on_its_day(event: EventMention, catalogue: Catalogue, published: str | None = None) -> EventMention:
    """The event with its parties as of its day, where it has one."""
    day = DAY.match(event.date or "")
    on = day.group() if day else published
    if on is None:
        return event
    sides = (tuple(then(p, on, catalogue, day is not None) for p in side) for side in (event.actors, event.recipients))
    actors, recipients = sides
    return replace(event, actors=actors, recipients=recipients)


def then(participant: Participant, day: str, catalogue: Catalogue, dated: bool = True) -> Participant:
    """The participant as the state of that day, where the act is ``dated``; a movement in its sector of that day."""
    actor = participant.actor
    state = catalogue.state_then(actor.id, day) if dated else None
    if state is not None:
        return replace(participant, actor=replace(catalogue.actor(state.id), sector=actor.sector))
    party = catalogue.party(actor.id)
    if party is None or actor.sector != party.sector:
        return participant
    return replace(participant, actor=replace(actor, sector=catalogue.sector_on(party, day)))
