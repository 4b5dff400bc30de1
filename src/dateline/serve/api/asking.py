"""The parameters of the API's questions: named as the commands' options are, a bad value or an unknown name refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Request
from pydantic import BaseModel, ConfigDict, Field

from dateline.model import NotFoundError, UsageError
from dateline.serve import asked
from dateline.serve.api.room import Lookup, Room

if TYPE_CHECKING:
    from dateline.register.view import View
    from dateline.store.events import EventFilter

LONGEST = 400
"""Characters of a parameter: names, phrases and claims are shorter."""

Word = Annotated[str, Field(max_length=LONGEST)]
Words = Annotated[list[Word], Field(max_length=20)]


class Asked(BaseModel):
    """Parameters of a question; a name that is not among them is refused."""

    model_config = ConfigDict(extra="forbid")


class Nothing(Asked):
    """A question without parameters."""


class PageAsked(Asked):
    """Which page of a list is asked for."""

    cursor: Word | None = Field(None, description="What the page before gave as `next`.")
    limit: int = Field(50, ge=1, le=500, description="How many items at most.")


class EventsAsked(PageAsked):
    """The filters of events."""

    actor: Words = Field([], description="Who acted: a party by name, code or id; may be given again.")
    recipient: Words = Field([], description="The other party; may be given again.")
    act: Words = Field([], description="An act, as `recognize_state`; may be given again.")
    status: Words = Field([], description="happened, ongoing, planned, hypothetical, negated; may be given again.")
    since: Word | None = Field(None, description="On this day or later: 2022, 2022-07, 2022-07-13.")
    until: Word | None = Field(None, description="On this day or before.")
    outlet: Words = Field([], description="Told by this outlet; may be given again.")
    min_principals: int = Field(0, ge=0, le=1000, description="Asserted by at least so many principals.")

    q: Word | None = Field(None, description="Words that stand in the sentence of one of its mentions.")

    def wanted(self, found: Lookup) -> EventFilter:
        """The filter that is asked for."""
        return asked.event_filter(
            actors=ids(found, self.actor),
            recipients=ids(found, self.recipient),
            act=self.act,
            status=self.status,
            since=self.since,
            until=self.until,
            outlet=self.outlet,
            min_principals=self.min_principals,
            words=self.q,
        )


def ids(found: Lookup, names: list[str]) -> list[str]:
    """The ids of the parties by which events are filtered; a name that nobody bears is a bad value, not a missing page."""
    try:
        return [found.party(name).id for name in names]
    except NotFoundError as error:
        raise UsageError(str(error)) from error


class ViewAsked(Asked):
    """From where the register is looked at."""

    on: Word | None = Field(None, description="As of this day; today without.")
    known_by: Word | None = Field(None, description="As the world could know it by this day.")
    recorded_by: Word | None = Field(None, description="As this archive knew it by this moment.")
    according_to: Word | None = Field(None, description="By this speaker, party, report or table.")
    layer: Word | None = Field(None, description="state, government, relations, mission, territory, membership.")
    policy: Word | None = Field(None, description="actor_word, two_principals, any.")

    def view(self, found: Lookup) -> View:
        """The terms of the question."""
        who = asked.voice(self.according_to, found.known, found.session) if self.according_to else None
        policy = self.policy or found.room.settings.policy
        return asked.view_of(self.on, self.known_by, self.recorded_by, who, self.layer, policy)


class PairAsked(ViewAsked, PageAsked):
    """One party, or two."""

    actor: Words = Field([], max_length=2, description="A party by name, code or id; given again the other party.")
    other: Word | None = Field(None, description="The other party, where `actor` is given once.")

    def parties(self, found: Lookup, on: str | None) -> list[str]:
        """The ids of the parties asked for."""
        names = [*self.actor, *([self.other] if self.other else [])]
        if len(names) > 2:
            raise UsageError("there can be no more than two parties")
        return [found.party(name, on).id for name in names]


def room_of(request: Request) -> Room:
    """What the server works with."""
    room: Room = request.app.state.room
    return room


def lookup_of(room: Annotated[Room, Depends(room_of)]) -> Iterator[Lookup]:
    """A transaction for one request."""
    with room.lookup() as found:
        yield found


Looking = Annotated[Lookup, Depends(lookup_of)]
