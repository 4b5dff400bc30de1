"""``dateline events --json`` and ``dateline event ID --json``: what several reports tell as one event."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model import Counts, Disagreement, DisagreementValue, Event, EventLink, MentionRef, Origin
from dateline.serve.codes import codes
from dateline.serve.shapes.base import Pair, Rounded, Shape, pairs
from dateline.serve.shapes.coded import DateShape
from dateline.serve.shapes.parties import ParticipantShape, SpeakerShape, participants


class CountsShape(Shape):
    """How widely and how independently an event is told."""

    reports: int
    utterances: int
    principals: int
    third_party_principals: int
    unsourced: int

    @classmethod
    def of(cls, counts: Counts) -> CountsShape:
        """The shape of counts."""
        return cls(**{name: getattr(counts, name) for name in cls.model_fields})


class OriginShape(Shape):
    """One speaker's assertion of an event, however often carried."""

    speaker: SpeakerShape | None
    principal: str | None
    standing: str
    presupposed: bool
    polarity: str
    channels: list[str]
    relays: list[str]
    reports: list[str]

    @classmethod
    def of(cls, origin: Origin) -> OriginShape:
        """The shape of an origin."""
        return cls(
            speaker=SpeakerShape.of(origin.speaker) if origin.speaker else None,
            principal=origin.principal,
            standing=origin.standing,
            presupposed=origin.presupposed,
            polarity=origin.polarity,
            channels=sorted(origin.channels),
            relays=list(origin.relays),
            reports=sorted(origin.reports),
        )


class MentionShape(Shape):
    """One mention of the event: the report, its event there, its evidence."""

    report: str
    event: str
    evidence: list[Pair]

    @classmethod
    def of(cls, mention: MentionRef) -> MentionShape:
        """The shape of a mention."""
        return cls(report=mention.report, event=mention.event, evidence=pairs(mention.evidence))


class EventLinkShape(Shape):
    """A link to another event, with the reports that make it."""

    kind: str
    event: str
    reports: list[str]

    @classmethod
    def of(cls, link: EventLink) -> EventLinkShape:
        """The shape of a link."""
        return cls(kind=link.kind, event=link.event, reports=sorted(link.reports))


class ValueShape(Shape):
    """One of the values of a disagreement, with who gives it."""

    value: str
    reports: list[str]
    speakers: list[str]

    @classmethod
    def of(cls, value: DisagreementValue) -> ValueShape:
        """The shape of a value."""
        return cls(value=value.value, reports=sorted(value.reports), speakers=sorted(value.speakers))


class DisagreementShape(Shape):
    """Where reports differ."""

    kind: str
    about: str | None
    values: list[ValueShape]

    @classmethod
    def of(cls, disagreement: Disagreement) -> DisagreementShape:
        """The shape of a disagreement."""
        return cls(kind=disagreement.kind, about=disagreement.about, values=[ValueShape.of(value) for value in disagreement.values])


class EventShape(Shape):
    """A merged event."""

    id: str
    act: str
    plover: str | None
    mode: str | None
    cameo: str | None
    actors: list[ParticipantShape]
    recipients: list[ParticipantShape]
    date: str | None
    dates: list[DateShape]
    status: str
    reports: list[str]
    counts: CountsShape
    origins: list[OriginShape]
    bottlenecks: list[str]
    mentions: list[MentionShape]
    links: list[EventLinkShape]
    disagreements: list[DisagreementShape]
    confidence: Rounded

    @classmethod
    def of(cls, event: Event) -> EventShape:
        """The shape of an event."""
        code = codes(event.act, event.mode)
        return cls(
            id=event.id,
            act=event.act,
            plover=code.plover,
            mode=code.mode,
            cameo=code.cameo,
            actors=participants(event.actors),
            recipients=participants(event.recipients),
            date=event.date,
            dates=list(map(DateShape.of, event.dates)),
            status=event.status,
            reports=sorted(event.reports),
            counts=CountsShape.of(event.counts),
            origins=list(map(OriginShape.of, event.origins)),
            bottlenecks=sorted(event.bottlenecks),
            mentions=mentions(event.mentions),
            links=sorted(map(EventLinkShape.of, event.links), key=lambda link: (link.kind, link.event)),
            disagreements=list(map(DisagreementShape.of, event.disagreements)),
            confidence=event.confidence,
        )


def mentions(refs: Iterable[MentionRef]) -> list[MentionShape]:
    """Mentions by report and place."""
    return [MentionShape.of(ref) for ref in sorted(refs, key=lambda ref: (ref.report, sorted(ref.evidence), ref.event))]
