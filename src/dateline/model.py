"""The records that walk through dateline, and the closed vocabularies that they use.

Every record is immutable and holds tuples, so that a stage can only make new ones. Offsets are code points of
``Report.text``, end excluded. The names follow ACE (event mention), PARC (source, cue, content), FactBank (certainty),
TimeML (time expressions), PLOVER (act, actor, recipient) and the Vienna Convention (missions).

This module imports nothing of ours.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

CANONICAL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=list)
"""How ids write what makes a record itself; made once, since each attribution and each act has one."""


def record_id(kind: str, *parts: object) -> str:
    """The URL-safe id of a record: a hash over the canonical JSON array of its kind and of what makes it itself.

    An array, never joined strings: ``("ab", "c")`` and ``("a", "bc")`` must not collide.
    """
    canonical = CANONICAL.encode([kind, *parts])
    return hashlib.blake2b(canonical.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


class Span(NamedTuple):
    """A stretch of a report's text, in code points, end excluded."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


# --------------------------------------------------------------------------- problems


class DatelineError(Exception):
    """Bad use: a wrong option, an unknown name, an archive that cannot be opened. Put into words only in ``serve/``."""


class UsageError(DatelineError):
    """An argument or a setting that cannot be."""


class NotFoundError(DatelineError):
    """A party, report or event that nobody knows."""


class ArchiveError(DatelineError):
    """An archive that cannot be opened, read or written."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the data, as a value: which input, where in it, what, and the text concerned."""

    where: str  # a report's id, or the path (and line) of an input that became no report
    start: int
    end: int
    code: str  # one of the codes that docs/problems.md explains
    message: str
    text: str = ""

    def __str__(self) -> str:
        place = f"{self.where}:{self.start}-{self.end}" if self.end else self.where
        return f"{place} {self.code}: {self.message}"


# --------------------------------------------------------------------------- reports and readings


@dataclass(frozen=True, slots=True)
class Report:
    """One news item as one outlet published it; the text stays as it came, line ends and all."""

    id: str
    text: str
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    credit: str | None = None  # the credit line as it stands ("(AFP)", "Reporting by …")
    url: str | None = None
    published: str | None = None  # ISO 8601: a day, or a moment with its zone
    modified: str | None = None
    retrieved: str | None = None
    place: str | None = None  # the dateline's place, as written there
    language: str = "en"
    sha256: str = ""  # of the raw bytes
    path: str | None = None  # where it was read from; never part of what makes it itself

    @property
    def day(self) -> str | None:
        """The day of publication, ``YYYY-MM-DD``."""
        return self.published[:10] if self.published else None


class SectionKind(StrEnum):
    """What a stretch of a report is."""

    TITLE = "title"
    DATELINE = "dateline"
    BODY = "body"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the text of one kind."""

    span: Span
    kind: SectionKind


@dataclass(frozen=True, slots=True)
class Token:
    """One word of the parse. ``i`` and ``head`` count through the whole report; a root is its own head."""

    i: int
    start: int
    end: int
    text: str
    lemma: str
    tag: str  # Penn Treebank
    pos: str  # Universal POS
    dep: str  # ClearNLP label, as spaCy's English models give it
    head: int
    entity: str  # the model's guess ("PERSON", "ORG", …) or ""; never trusted alone
    sentence: int

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place, its tokens ``[first, last)``, its paragraph's number and the kind of its section."""

    i: int
    span: Span
    first: int
    last: int
    paragraph: int
    kind: SectionKind


@dataclass(frozen=True, slots=True)
class Quotation:
    """Text between quotation marks: ``outer`` with the marks, ``inner`` without; ``depth`` 0 for the outermost.

    ``continued`` says that the paragraph ends inside and the next one opens again; ``closed`` is false where the text
    never closes it.
    """

    outer: Span
    inner: Span
    depth: int = 0
    closed: bool = True
    continued: bool = False


@dataclass(frozen=True)
class Reading:
    """A report as the parser saw it: plain and serializable, so that another parser can take spaCy's place."""

    report: Report
    sections: tuple[Section, ...]
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    quotations: tuple[Quotation, ...] = ()
    problems: tuple[Problem, ...] = ()
    skipped: tuple[Span, ...] = ()  # sentences that were not parsed: nothing in them could be coded or attributed

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token the indices of its children, from left to right."""
        below: dict[int, list[int]] = {}  # more than half of all words have none
        for token in self.tokens:
            if token.head != token.i:
                below.setdefault(token.head, []).append(token.i)
        return tuple(tuple(below[i]) if i in below else () for i in range(len(self.tokens)))

    @cached_property
    def token_starts(self) -> tuple[int, ...]:
        """The start of each token, rising, for bisection."""
        return tuple(token.start for token in self.tokens)


# --------------------------------------------------------------------------- actors, times, places


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


# --------------------------------------------------------------------------- attributions


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


# --------------------------------------------------------------------------- events and claims


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


@dataclass(frozen=True, slots=True)
class Member:
    """An event mention with what merging needs of its report: the report without its text, and the attributions that
    its assertions name, parents included. ``quote`` is the sentence of its predicate.
    """

    report: Report
    mention: EventMention
    attributions: tuple[Attribution, ...] = ()
    quote: str = ""
    start: int = 0  # where the quote begins in the report's text, so that spans can be taken from it


class Verdict(StrEnum):
    """What a person judges of an event mention."""

    SAME = "same"  # it and the other mention are one event
    NOT_SAME = "not_same"
    WRONG = "wrong"  # it is no event of the kind, or none at all
    SET = "set"  # a field of it is otherwise: act, actor, recipient, date, status


@dataclass(frozen=True, slots=True)
class MentionKey:
    """An event mention by what survives a newer coder: its report and its predicate, and, where one predicate makes several
    events, the id of the recipient ("recognized both") or of the actor ("the third after Russia and Syria to recognize it") that
    tells them apart.
    """

    report: str
    predicate: Span
    recipient: str | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word on a mention; ``undoes`` names an earlier judgement that no longer counts."""

    id: str
    verdict: Verdict | None
    subject: MentionKey | None = None
    other: MentionKey | None = None  # for same and not_same
    field: str | None = None  # for set
    value: str | None = None  # for set: an act, a party's id, an EDTF date, a status
    by: str = ""
    on: str = ""  # ISO 8601
    reason: str = ""
    undoes: str | None = None


# --------------------------------------------------------------------------- merged events


class Standing(StrEnum):
    """How a principal stands toward an act."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    ADVERSARY = "adversary"
    THIRD = "third"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class MentionRef:
    """One event mention in one report, with its evidence."""

    report: str
    event: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """One utterance: one speaker's assertion of an event, however often carried."""

    speaker: Actor | None
    principal: str | None
    standing: Standing
    presupposed: bool
    polarity: Polarity
    channels: tuple[str, ...]
    relays: tuple[str, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DisagreementValue:
    """One of the values of a disagreement, with the reports and speakers that give it."""

    value: str
    reports: tuple[str, ...]
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Where reports differ; ``kind`` is one of those that docs/merging.md explains. ``about`` names what they differ on
    where it is not the event that holds the disagreement: another event's id, a party's id, the thing counted.
    """

    kind: str
    values: tuple[DisagreementValue, ...]
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How widely and how independently an event is told."""

    reports: int
    utterances: int
    principals: int
    third_party_principals: int
    unsourced: int


@dataclass(frozen=True, slots=True)
class EventLink:
    """A link between merged events, with the reports that make it."""

    kind: LinkKind
    event: str
    reports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """What several mentions report. A view: it can be rebuilt from mentions and judgements at any time."""

    id: str
    act: str
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    status: Status
    dates: tuple[EventDate, ...]
    reports: tuple[str, ...]
    mentions: tuple[MentionRef, ...]
    counts: Counts
    origins: tuple[Origin, ...] = ()
    bottlenecks: tuple[str, ...] = ()
    links: tuple[EventLink, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    why: tuple[str, ...] = ()  # why these mentions are one event, a line a decision
    mode: str | None = None
    of_state: str | None = None
    level: str | None = None
    confidence: float = 0.5

    @property
    def date(self) -> str | None:
        """The default date among ``dates``."""
        return default_date(self.dates, self.status is Status.PLANNED)


@dataclass(frozen=True, slots=True)
class Story:
    """A group of reports about one happening."""

    id: str
    title: str
    first: str | None
    last: str | None
    reports: tuple[str, ...]
    events: tuple[str, ...]


# --------------------------------------------------------------------------- the register


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
