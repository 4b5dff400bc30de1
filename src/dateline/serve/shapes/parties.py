"""Actors, participants, speakers and places as JSON."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model import Actor, Participant, Place
from dateline.serve.shapes.base import Rounded, Shape


class ActorShape(Shape):
    """An actor as a mention resolves to it."""

    id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    role: str | None

    @classmethod
    def of(cls, actor: Actor) -> ActorShape:
        """The shape of an actor."""
        return cls(id=actor.id, name=actor.name, kind=actor.kind, country=actor.country, sector=actor.sector, role=actor.role)


class ParticipantShape(Shape):
    """A party of an act, and the person through whom it acts."""

    id: str
    name: str
    country: str | None
    sector: str | None
    person: str | None

    @classmethod
    def of(cls, party: Participant) -> ParticipantShape:
        """The shape of a participant."""
        actor = party.actor
        return cls(id=actor.id, name=actor.name, country=actor.country, sector=actor.sector, person=party.person)


class SpeakerShape(Shape):
    """Who says something, and for whom."""

    id: str
    name: str
    role: str | None
    country: str | None
    principal: str | None

    @classmethod
    def of(cls, actor: Actor) -> SpeakerShape:
        """The shape of a speaker."""
        return cls(id=actor.id, name=actor.name, role=actor.role, country=actor.country, principal=actor.principal)


class PlaceShape(Shape):
    """A place with its coordinates in degrees (WGS 84)."""

    id: str
    name: str
    country: str | None
    lat: Rounded | None
    lon: Rounded | None
    precision: str

    @classmethod
    def of(cls, place: Place) -> PlaceShape:
        """The shape of a place."""
        return cls(id=place.id, name=place.name, country=place.country, lat=place.lat, lon=place.lon, precision=place.precision)


def participants(parties: Iterable[Participant]) -> list[ParticipantShape]:
    """Participants by id, so that their order in a text does not show."""
    return [ParticipantShape.of(p) for p in sorted(parties, key=lambda p: (p.actor.id, p.person or ""))]


class NamedShape(Shape):
    """A party by id and name."""

    id: str
    name: str
