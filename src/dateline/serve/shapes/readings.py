"""``dateline read --json``: everything that one report says."""

from __future__ import annotations

from pydantic import Field

from dateline.model import (
    ActorMention,
    Assertion,
    Attribution,
    Claim,
    CodedReport,
    Coverage,
    EventDate,
    EventMention,
    Link,
    PlaceMention,
    Problem,
    Report,
    Section,
    TimeMention,
)
from dateline.serve.codes import codes
from dateline.serve.shapes.base import Pair, Rounded, Shape, pairs
from dateline.serve.shapes.parties import ActorShape, ParticipantShape, PlaceShape, SpeakerShape


class ReportShape(Shape):
    """A report with its text."""

    id: str
    outlet: str | None
    title: str | None
    byline: str | None
    credit: str | None
    url: str | None
    published: str | None
    modified: str | None
    place: str | None
    language: str
    sha256: str
    text: str

    @classmethod
    def of(cls, report: Report) -> ReportShape:
        """The shape of a report."""
        return cls(**{name: getattr(report, name) for name in cls.model_fields})


class SectionShape(Shape):
    """A stretch of the text of one kind: title, dateline, body, boilerplate."""

    start: int
    end: int
    kind: str

    @classmethod
    def of(cls, section: Section) -> SectionShape:
        """The shape of a section."""
        return cls(start=section.span.start, end=section.span.end, kind=section.kind)


class ActorMentionShape(Shape):
    """A stretch of the text that names an actor; one that names several comes once for each."""

    start: int
    end: int
    text: str
    actor: ActorShape

    @classmethod
    def of(cls, mention: ActorMention, text: str) -> list[ActorMentionShape]:
        """The shapes of a mention, one for each actor that it names."""
        (start, end), words = mention.span, mention.span.of(text)
        return [cls(start=start, end=end, text=words, actor=ActorShape.of(actor)) for actor in mention.actors]


class TimeShape(Shape):
    """A time expression; ``value`` is TIMEX3's, null when it cannot be told."""

    start: int
    end: int
    text: str
    value: str | None
    type: str
    basis: str | None

    @classmethod
    def of(cls, mention: TimeMention, text: str) -> TimeShape:
        """The shape of a time expression."""
        start, end = mention.span
        return cls(start=start, end=end, text=mention.span.of(text), value=mention.value, type=mention.type, basis=mention.basis)


class PlaceMentionShape(Shape):
    """A stretch of the text that names a place."""

    start: int
    end: int
    text: str
    place: PlaceShape

    @classmethod
    def of(cls, mention: PlaceMention, text: str) -> PlaceMentionShape:
        """The shape of a mention of a place."""
        start, end = mention.span
        return cls(start=start, end=end, text=mention.span.of(text), place=PlaceShape.of(mention.place))


class AttributionShape(Shape):
    """Who says something: source, cue and content (PARC), and the chain from the speaker to the outlet."""

    id: str
    source: list[Pair]
    cue: list[Pair]
    content: list[Pair]
    form: str
    cue_class: str = Field(serialization_alias="class")
    speaker: SpeakerShape | None
    channel: str | None
    relays: list[str]
    addressee: str | None
    said_on: str | None
    parent: str | None

    @classmethod
    def of(cls, attribution: Attribution) -> AttributionShape:
        """The shape of an attribution."""
        return cls(
            id=attribution.id,
            source=pairs(attribution.source),
            cue=pairs(attribution.cue),
            content=pairs(attribution.content),
            form=attribution.form,
            cue_class=attribution.cue_class,
            speaker=SpeakerShape.of(attribution.speaker) if attribution.speaker else None,
            channel=attribution.channel,
            relays=list(attribution.relays),
            addressee=attribution.addressee,
            said_on=attribution.said_on,
            parent=attribution.parent,
        )


class DateShape(Shape):
    """One date of an event: what it dates, its EDTF value, and how it was reached."""

    role: str
    value: str | None
    basis: str

    @classmethod
    def of(cls, date: EventDate) -> DateShape:
        """The shape of a date."""
        return cls(role=date.role, value=date.value, basis=date.basis)


class AssertionShape(Shape):
    """What one attribution says of an act; a null attribution is the outlet's own voice."""

    attribution: str | None
    polarity: str
    certainty: str
    presupposed: bool

    @classmethod
    def of(cls, assertion: Assertion) -> AssertionShape:
        """The shape of an assertion."""
        return cls(
            attribution=assertion.attribution,
            polarity=assertion.polarity,
            certainty=assertion.certainty,
            presupposed=assertion.presupposed,
        )


class LinkShape(Shape):
    """A link from the event that holds it to another one of the report."""

    kind: str
    event: str

    @classmethod
    def of(cls, link: Link) -> LinkShape:
        """The shape of a link."""
        return cls(kind=link.kind, event=link.event)


class EventMentionShape(Shape):
    """One act in one report."""

    id: str
    act: str
    plover: str | None
    mode: str | None
    cameo: str | None
    instrument: str | None
    actors: list[ParticipantShape]
    recipients: list[ParticipantShape]
    status: str
    polarity: str
    time: str
    modality: str
    date: str | None
    dates: list[DateShape]
    place: PlaceShape | None
    assertions: list[AssertionShape]
    links: list[LinkShape]
    evidence: list[Pair]
    confidence: Rounded

    @classmethod
    def of(cls, event: EventMention) -> EventMentionShape:
        """The shape of an event mention."""
        code = codes(event.act, event.mode)
        return cls(
            id=event.id,
            act=event.act,
            plover=code.plover,
            mode=code.mode,
            cameo=code.cameo,
            instrument=event.instrument,
            actors=list(map(ParticipantShape.of, event.actors)),
            recipients=list(map(ParticipantShape.of, event.recipients)),
            status=event.status,
            polarity=event.polarity,
            time=event.time,
            modality=event.modality,
            date=event.date,
            dates=list(map(DateShape.of, event.dates)),
            place=PlaceShape.of(event.place.place) if event.place else None,
            assertions=list(map(AssertionShape.of, event.assertions)),
            links=list(map(LinkShape.of, event.links)),
            evidence=pairs(event.evidence),
            confidence=event.confidence,
        )


class ClaimShape(Shape):
    """What is said and is no act."""

    id: str
    kind: str
    content: list[Pair]
    attribution: str | None
    value: dict[str, str | int | Rounded] | None

    @classmethod
    def of(cls, claim: Claim) -> ClaimShape:
        """The shape of a claim."""
        return cls(
            id=claim.id,
            kind=claim.kind,
            content=pairs(claim.content),
            attribution=claim.attribution,
            value=dict(claim.value) or None,
        )


class CoverageShape(Shape):
    """A sentence with everything that became of it."""

    start: int
    end: int
    fates: list[str]

    @classmethod
    def of(cls, row: Coverage) -> CoverageShape:
        """The shape of a row of coverage."""
        return cls(start=row.span.start, end=row.span.end, fates=list(row.fates))


class ProblemShape(Shape):
    """Something wrong with the data, and where."""

    start: int
    end: int
    code: str
    message: str

    @classmethod
    def of(cls, problem: Problem) -> ProblemShape:
        """The shape of a problem."""
        return cls(start=problem.start, end=problem.end, code=problem.code, message=problem.message)


class ReadingShape(Shape):
    """Everything that dateline gets out of one report."""

    report: ReportShape
    sections: list[SectionShape]
    actors: list[ActorMentionShape]
    times: list[TimeShape]
    places: list[PlaceMentionShape]
    attributions: list[AttributionShape]
    events: list[EventMentionShape]
    claims: list[ClaimShape]
    coverage: list[CoverageShape]
    problems: list[ProblemShape]

    @classmethod
    def of(cls, coded: CodedReport) -> ReadingShape:
        """The shape of a coded report."""
        text = coded.report.text
        return cls(
            report=ReportShape.of(coded.report),
            sections=list(map(SectionShape.of, coded.sections)),
            actors=[shape for mention in coded.actors for shape in ActorMentionShape.of(mention, text)],
            times=[TimeShape.of(mention, text) for mention in coded.times],
            places=[PlaceMentionShape.of(mention, text) for mention in coded.places],
            attributions=list(map(AttributionShape.of, coded.attributions)),
            events=list(map(EventMentionShape.of, coded.events)),
            claims=list(map(ClaimShape.of, coded.claims)),
            coverage=list(map(CoverageShape.of, coded.coverage)),
            problems=list(map(ProblemShape.of, coded.problems)),
        )
