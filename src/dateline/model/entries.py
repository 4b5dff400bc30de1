"""The register: entries, people's rulings on them, and the relations derived."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.base import Span
from dateline.model.events import Standing
from dateline.model.mentions import Certainty, EventDate, Polarity, Status


class Layer(StrEnum):
    """The register's layers, never merged."""

    STATE = "state"
    GOVERNMENT = "government"
    RELATIONS = "relations"
    MISSION = "mission"
    TERRITORY = "territory"
    MEMBERSHIP = "membership"


class EntryStatus(StrEnum):
    """How an entry stands."""

    ASSERTED = "asserted"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What proves an entry: spans of a report, a row of a table, or a hand-written line."""

    kind: str  # report, table, line
    ref: str  # the report's id, the table's name, the file
    spans: tuple[Span, ...] = ()
    row: int | None = None
    text: str = ""


class KnownBasis(StrEnum):
    """How it is known since when the world could know an entry."""

    REPORT = "report"  # the report's publication
    CITED = "cited"  # the report that a table's row cites
    RELEASE = "release"  # the table's own release, where a row cites nothing with a date


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated change or assertion for the register: what one voice says of one act between two parties.

    ``valid`` is EDTF (an interval ``../2022-07-13`` where only an order is known, null where nothing is); ``known`` is
    the day on which the world could know it; ``recorded`` the moment at which we loaded it (never printed unasked).
    ``according_to`` is null for the record's own voice (an unattributed report, a table). A ``status`` of ``ongoing``
    says that what the act brings about holds on the last day of ``valid``, begun on an unknown day. The id rests on what
    is said, by whom and where it stands, not on when it was loaded nor on what merging or resolution may change.
    """

    id: str
    act: str
    actor: str
    recipient: str
    valid: str | None
    known: str | None = None
    recorded: str | None = None
    dates: tuple[EventDate, ...] = ()
    according_to: str | None = None  # the speaker, as named
    principal: str | None = None  # the party for which that speaker speaks
    standing: Standing = Standing.UNKNOWN
    polarity: Polarity = Polarity.POSITIVE
    status: Status = Status.HAPPENED
    presupposed: bool = False
    mode: str | None = None
    level: str | None = None
    of_state: str | None = None
    event: str | None = None
    evidence: tuple[Evidence, ...] = ()
    note: str = ""
    certainty: Certainty = Certainty.CERTAIN
    condition: str = ""  # what it hangs on, in words ("once the hostages are freed")
    known_basis: KnownBasis = KnownBasis.REPORT


class RulingKind(StrEnum):
    """What a ruling does to an entry."""

    RETRACT = "retract"  # the outlet took it back: it no longer counts from the ruling's day on
    WRONG = "wrong"  # a user judges it wrong: it never counts, once the ruling is recorded
    DECIDE = "decide"  # a user lets it decide against whatever contradicts it
    UNDO = "undo"  # the ruling named is taken back


@dataclass(frozen=True, slots=True)
class Ruling:
    """A correction by an outlet or a judgement by a user on one entry (or, to undo, on one ruling), by its id."""

    id: str
    kind: RulingKind
    on: str
    known: str | None = None
    recorded: str | None = None
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """Derived, never stored by hand: one spell of a relation between two parties, or its absence.

    ``answer`` says whether the relation named holds: ``severed`` ``yes`` is a rupture, ``recognized`` ``no`` is none yet (or
    none known to be any more). ``since`` is the first day, ``until`` the first on which it no longer holds, both EDTF.
    """

    from_: str
    to: str
    layer: Layer
    relation: str
    answer: str  # yes, no, unknown
    since: str | None
    until: str | None
    status: EntryStatus
    level: str | None = None
    according_to: tuple[str, ...] = ()
    implied_by: str | None = None  # the entry from which a rule derives it
    evidence: tuple[Evidence, ...] = ()
    entries: tuple[str, ...] = ()
    mode: str | None = None
    of_state: str | None = None
    by: tuple[str, ...] = ()  # whose act began this spell
    actor_says: str = "silent"  # yes, no, silent: the word of the act's own doer
    announced: str | None = None  # the date for which a change is announced that is not in force
    ground: str = ""  # the rule's ground, for what is implied or taken for granted
    policy: str = "actor_word"
    against: tuple[str, ...] = ()  # ids of the entries that say otherwise
