"""What is coded of a report, as JSON: attributions, event mentions with their dates and links, claims."""

from __future__ import annotations

from pydantic import Field

from dateline.model import Assertion, Attribution, Claim, EventDate, EventMention, Link
from dateline.serve.codes import codes
from dateline.serve.shapes.base import Pair, Rounded, Shape, pairs
from dateline.serve.shapes.parties import ParticipantShape, PlaceShape, SpeakerShape


class AttributionShape(Shape):
    """Who says something: source, cue and content (PARC), and the chain from the speaker to the outlet."""

    id: str
    source: list[Pair]
    cue: list[Pair]
    content: list[Pair]
    form: str
    cue_class: str = Field(serialization_alias="class")
    speaker: SpeakerShape | None
    with_speakers: list[SpeakerShape]  # who says it together with the speaker
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
            with_speakers=[SpeakerShape.of(s) for s in attribution.with_speakers],
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
