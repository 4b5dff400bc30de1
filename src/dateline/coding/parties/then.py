"""The states of an act's own day: who acts as "Austria" in 1838 is the Austrian Empire."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from dateline.model import EventMention, Participant
from dateline.resolve import Catalogue

DAY = re.compile(r"\d{4}(-\d\d){0,2}")


def with_states_of_their_day(events: Iterable[EventMention], catalogue: Catalogue) -> tuple[EventMention, ...]:
    """The events with each party that did not exist on their day told as the state that bore its name then."""
    return tuple(on_its_day(event, catalogue) for event in events)


def on_its_day(event: EventMention, catalogue: Catalogue) -> EventMention:
    """The event with its parties as of its day, where it has one."""
    day = DAY.match(event.date or "")
    if day is None:
        return event
    sides = (tuple(then(p, day.group(), catalogue) for p in side) for side in (event.actors, event.recipients))
    actors, recipients = sides
    return replace(event, actors=actors, recipients=recipients)


def then(participant: Participant, day: str, catalogue: Catalogue) -> Participant:
    """The participant as the state of that day."""
    state = catalogue.state_then(participant.actor.id, day)
    if state is None:
        return participant
    return replace(participant, actor=replace(catalogue.actor(state.id), sector=participant.actor.sector))
