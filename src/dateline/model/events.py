"""What several reports tell together: events with their origins and disagreements, stories, and people's judgements."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.base import Span
from dateline.model.mentions import Attribution, EventDate, EventMention, LinkKind, Participant, Polarity, Status, default_date
from dateline.model.readings import Report
from dateline.model.resolved import Actor


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
