"""What one report tells: who says it, acts, claims, and what became of each sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.base import Problem, Span
from dateline.model.readings import Report, Section
from dateline.model.resolved import Actor, ActorMention, Anchor, PlaceMention, TimeMention


class Form(StrEnum):
    """How words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Polarity(StrEnum):
    """Whether it is said to be so or not to be so."""

    POSITIVE = "+"
    NEGATIVE = "-"


class Certainty(StrEnum):
    """FactBank's scale."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says something: PARC's source, cue and content, and the whole chain from the speaker to this outlet.

    ``relays`` run from the nearest to the speaker outward; the publishing outlet is not among them.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form
    cue_class: str = "speech"  # speech, belief, …: the classes of attribute/data/cues
    cue_lemma: str | None = None
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    speaker: Actor | None = None
    channel: str | None = None
    relays: tuple[str, ...] = ()
    addressee: str | None = None
    said_time: Span | None = None  # the time expression that dates the words
    said_on: str | None = None  # EDTF; told by dating, from said_time or carried over
    parent: str | None = None
    refuted: bool = False  # the report itself says that it is not so: "falsely claimed that"
    with_speakers: tuple[Actor, ...] = ()  # who says it together with the speaker: "Cairo and Ankara announced"

    @property
    def speakers(self) -> tuple[Actor, ...]:
        """All who say it, the one named first before the others; none where nobody is named."""
        return (self.speaker, *self.with_speakers) if self.speaker else ()


class Time(StrEnum):
    """When the text puts an act, seen from its own telling."""

    PAST = "past"
    ONGOING = "ongoing"
    FUTURE = "future"
    GENERIC = "generic"


class Modality(StrEnum):
    """How the text commits itself to an act."""

    ASSERTED = "asserted"
    INTENDED = "intended"
    CONDITIONAL = "conditional"
    REQUESTED = "requested"
    THREATENED = "threatened"
    POSSIBLE = "possible"
    QUESTIONED = "questioned"


class Status(StrEnum):
    """The summary of polarity, time and modality."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class DateRole(StrEnum):
    """What a date of an event dates."""

    HAPPENED = "happened"
    ANNOUNCED = "announced"
    DECIDED = "decided"
    EFFECTIVE = "effective"
    UNTIL = "until"


@dataclass(frozen=True, slots=True)
class EventDate:
    """A date in EDTF and how it was reached. ``time`` is the span of the expression that gave it; ``symbolic`` and
    ``anchor`` are kept while the value is open, so that another report can tell it later.
    """

    role: DateRole
    value: str | None
    basis: str
    time: Span | None = None
    symbolic: str | None = None
    anchor: Anchor = Anchor.UNKNOWN


@dataclass(frozen=True, slots=True)
class Participant:
    """One party of an act: the party itself, the person through whom it acts, and the words that name it."""

    actor: Actor
    person: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Assertion:
    """What one attribution says of an act; ``attribution`` null is the outlet's own voice."""

    attribution: str | None
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    presupposed: bool = False


class LinkKind(StrEnum):
    """How one act hangs on another."""

    RESPONSE_TO = "response_to"
    PERFORMS = "performs"
    PART_OF = "part_of"
    PRESUPPOSES = "presupposes"
    CONDITION_OF = "condition_of"
    PURPOSE = "purpose"
    CONTENT_OF = "content_of"


@dataclass(frozen=True, slots=True)
class Link:
    """A link from the event that holds it to another one."""

    kind: LinkKind
    event: str


@dataclass(frozen=True, slots=True)
class EventMention:
    """One act in one report. Its id rests on report, predicate and argument spans, never on how they were resolved."""

    id: str
    act: str
    predicate: Span
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    polarity: Polarity
    time: Time
    modality: Modality
    status: Status
    evidence: tuple[Span, ...]
    mode: str | None = None
    instrument: str | None = None
    dates: tuple[EventDate, ...] = ()
    place: PlaceMention | None = None
    assertions: tuple[Assertion, ...] = ()
    links: tuple[Link, ...] = ()
    confidence: float = 0.5
    of_state: str | None = None  # for acts on a government: the id of the state
    level: str | None = None  # for acts on a mission: embassy, consulate, …

    @property
    def date(self) -> str | None:
        """The default date among ``dates``: the first of happened, effective, decided, announced that has a value."""
        return default_date(self.dates, self.status is Status.PLANNED)


def default_date(dates: tuple[EventDate, ...], planned: bool = False) -> str | None:
    """The value of the first date in the order happened, effective, decided, announced that has one; neither the decision nor the
    announcement of what is still planned dates it: "agreed on Friday to open embassies" is not due on that Friday.
    """
    for role in (DateRole.HAPPENED, DateRole.EFFECTIVE, DateRole.DECIDED, DateRole.ANNOUNCED):
        for date in dates:
            if date.role is role and date.value and not (planned and role in {DateRole.DECIDED, DateRole.ANNOUNCED}):
                return date.value
    return None


class ClaimKind(StrEnum):
    """What is said and is no act."""

    QUANTITY = "quantity"
    STATE = "state"
    MOTIVE = "motive"
    PREDICTION = "prediction"
    EVALUATION = "evaluation"
    RECEPTION = "reception"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said and is no act; ``value`` is a tuple of (name, value) pairs, e.g. count, approx, what."""

    id: str
    kind: ClaimKind
    content: tuple[Span, ...]
    attribution: str | None = None
    value: tuple[tuple[str, str | int | float], ...] = ()
    about: tuple[str, ...] = ()  # ids of the actors spoken of


class Fate(StrEnum):
    """What became of a sentence."""

    EVENT = "event"
    CLAIM = "claim"
    CHAIN = "chain"
    TIME = "time"
    BOILERPLATE = "boilerplate"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Coverage:
    """A sentence (or a line of boilerplate) with everything that became of it."""

    span: Span
    fates: tuple[Fate, ...]


@dataclass(frozen=True, slots=True)
class CodedReport:
    """Everything that dateline gets out of one report; what is kept of it in the archive."""

    report: Report
    sections: tuple[Section, ...] = ()
    sentences: tuple[Span, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[EventMention, ...] = ()
    claims: tuple[Claim, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    problems: tuple[Problem, ...] = ()
