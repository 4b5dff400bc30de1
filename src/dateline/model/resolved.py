"""Actors, times and places, and their mentions in a report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.base import Problem, Span
from dateline.model.readings import Reading


class ActorKind(StrEnum):
    """What sort of party an actor is."""

    STATE = "state"
    WOULD_BE_STATE = "would_be_state"
    TERRITORY = "territory"  # a region, a city, a dependency: acts of territory need them
    BODY = "body"  # a ministry, a parliament, an embassy, forces
    IGO = "igo"  # an international body
    GROUP = "group"  # an armed or political group, a party
    PERSON = "person"
    OUTLET = "outlet"  # an agency, a newspaper, a broadcaster
    ORGANIZATION = "organization"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Actor:
    """A party that can act or speak. ``principal`` is the id of the party for which it acts and speaks, if any."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None  # ISO 3166-1 alpha-3
    sector: str | None = None  # PLOVER: GOV, MIL, REB, OPP, PTY, COP, JUD, MED, CVL, IGO, NGO, …
    role: str | None = None  # "foreign minister of North Korea"
    principal: str | None = None


class PartyKind(StrEnum):
    """How a party stands in the society of states; universes are named sets of these."""

    UN_MEMBER = "un_member"
    UN_OBSERVER = "un_observer"
    LIMITED_RECOGNITION = "limited_recognition"
    UN_AGENCY_MEMBER = "un_agency_member"
    SUB_NATIONAL = "sub_national"
    FORMER = "former"  # a state that is no more; what it was while it existed stands in its dates
    NONE = "none"  # no state and no would-be state: bodies, agencies, groups


@dataclass(frozen=True, slots=True)
class Name:
    """A name or a code of a party and the years between which it held; null bounds are open. ``scheme`` is ``name``,
    ``short``, ``adjective``, ``capital``, ``seat``, ``abbreviation``, or a code list: iso2, iso3, cow, gw, wikidata.
    """

    text: str
    scheme: str = "name"
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """A row of the actor catalogue: a state, a would-be state, a body, an agency, an outlet. ``start`` and ``end`` are
    EDTF, null where open; ``principal`` is the id of the party for which it acts and speaks.
    """

    id: str
    name: str
    kind: ActorKind
    standing: PartyKind = PartyKind.NONE
    names: tuple[Name, ...] = ()
    country: str | None = None
    sector: str | None = None
    start: str | None = None
    end: str | None = None
    successors: tuple[str, ...] = ()
    parent: str | None = None  # the state that claims it, or the body that it belongs to
    principal: str | None = None
    note: str = ""


class MentionForm(StrEnum):
    """How a mention names its actor."""

    NAME = "name"
    METONYM = "metonym"  # a capital or a seat of government for its state
    NOMINAL = "nominal"  # "the country", "the two republics"
    PRONOUN = "pronoun"
    ADJECTIVE = "adjective"  # "Ukrainian" in "the Ukrainian foreign ministry"


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A span that names one actor, or several ("the two republics"); ``head`` is the index of its head token."""

    span: Span
    head: int
    form: MentionForm
    actors: tuple[Actor, ...]
    antecedent: Span | None = None
    why: str = ""


class TimeType(StrEnum):
    """TIMEX3's types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Anchor(StrEnum):
    """What a time expression is reckoned from."""

    ABSOLUTE = "absolute"  # from nothing: it says itself
    PUBLICATION = "publication"
    QUOTATION = "quotation"  # the day on which the words were said
    NARRATIVE = "narrative"  # an earlier expression in the text
    EVENT = "event"  # an act named beside it ("two days after he recognized …")
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression. ``symbolic`` keeps what it says before it is reckoned from its anchor; ``value`` is TIMEX3's,
    null while nothing binds it; ``basis`` says in words how the value was reached.
    """

    span: Span
    type: TimeType
    symbolic: str
    anchor: Anchor
    value: str | None = None
    basis: str | None = None
    mod: str | None = None  # TIMEX3's mod: START, MID, END, APPROX, …
    anchor_span: Span | None = None  # the words of the event or expression from which it is reckoned


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its coordinates (degrees, WGS 84)."""

    id: str
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str = "city"  # city, region, country


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A span that names a place."""

    span: Span
    place: Place


@dataclass(frozen=True, slots=True)
class Resolution:
    """A reading with its names told: who, when, where."""

    reading: Reading
    actors: tuple[ActorMention, ...]
    times: tuple[TimeMention, ...]
    places: tuple[PlaceMention, ...] = ()
    problems: tuple[Problem, ...] = ()
