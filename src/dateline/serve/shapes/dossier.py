"""``dateline event ID --json``: an event with the sentences, the quotations, and why it was merged."""

from __future__ import annotations

from dateline.desk.dossier import Dossier, Quotation
from dateline.model import Member
from dateline.serve.shapes.base import Pair, Shape, pairs
from dateline.serve.shapes.events import EventShape
from dateline.serve.shapes.parties import SpeakerShape


class SentenceShape(Shape):
    """The sentence of one mention; offsets are those of the report's text."""

    report: str
    event: str
    start: int
    end: int
    text: str
    evidence: list[Pair]

    @classmethod
    def of(cls, member: Member) -> SentenceShape:
        """The shape of a mention's sentence."""
        return cls(
            report=member.report.id,
            event=member.mention.id,
            start=member.start,
            end=member.start + len(member.quote),
            text=member.quote,
            evidence=pairs(member.mention.evidence),
        )


class QuotationShape(Shape):
    """The words in which somebody asserts the event."""

    report: str
    attribution: str
    speaker: SpeakerShape | None
    channel: str | None
    relays: list[str]
    said_on: str | None
    form: str
    words: list[str]

    @classmethod
    def of(cls, quotation: Quotation) -> QuotationShape:
        """The shape of a quotation."""
        said = quotation.attribution
        return cls(
            report=quotation.report,
            attribution=said.id,
            speaker=SpeakerShape.of(said.speaker) if said.speaker else None,
            channel=said.channel,
            relays=list(said.relays),
            said_on=said.said_on,
            form=said.form,
            words=list(quotation.words),
        )


class DossierShape(EventShape):
    """An event with all that stands behind it."""

    sentences: list[SentenceShape]
    quotations: list[QuotationShape]
    why: list[str]

    @classmethod
    def of_dossier(cls, found: Dossier) -> DossierShape:
        """The shape of a dossier."""
        event = EventShape.of(found.event)
        return cls(
            **{name: getattr(event, name) for name in EventShape.model_fields},
            sentences=list(map(SentenceShape.of, found.members)),
            quotations=list(map(QuotationShape.of, found.quotations)),
            why=list(found.event.why),
        )
