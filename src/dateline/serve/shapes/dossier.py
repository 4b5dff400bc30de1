"""``dateline event ID --json``: an event with the sentences, the quotations, and why it was merged."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.desk.dossier import Dossier, Quotation
from dateline.desk.parting import Parted
from dateline.desk.placing import Placed
from dateline.model import Member
from dateline.register.claims import Checked
from dateline.serve.shapes.base import Pair, Shape, pairs
from dateline.serve.shapes.events import DisagreementShape, EventShape
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
    """The words of somebody who asserts the event; ``utterance`` is the same for all renderings of one quotation."""

    report: str
    attribution: str
    speaker: SpeakerShape | None
    channel: str | None
    relays: list[str]
    said_on: str | None
    form: str
    words: list[str]
    utterance: str | None

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
            utterance=quotation.utterance,
        )


class PlaceCheckShape(Shape):
    """What the register says of a place in a row, in one universe; ``between`` holds the places that dates leave open."""

    universe: str
    holds: str
    n: int
    between: list[int] | None

    @classmethod
    def of(cls, answer: Checked) -> PlaceCheckShape:
        """The shape of an answer."""
        between = list(answer.row.between) if answer.row else None
        return cls(universe=answer.universe, holds=answer.holds, n=answer.count.n, between=between)


class PlaceShape(Shape):
    """A place in a row that a report gives to the actor ("the third country to recognize it")."""

    place: int
    words: str
    report: str
    speakers: list[str]
    checks: list[PlaceCheckShape]

    @classmethod
    def of(cls, found: Placed) -> PlaceShape:
        """The shape of a place with its checks."""
        return cls(
            place=found.place.number,
            words=found.place.words,
            report=found.report,
            speakers=list(found.speakers),
            checks=list(map(PlaceCheckShape.of, found.answers)),
        )


class PartedShape(Shape):
    """An event that lies beside this one, the two mentions that come nearest, and why they are not one."""

    event: str
    mentions: tuple[str, str]
    because: str

    @classmethod
    def of(cls, each: Parted) -> PartedShape:
        """The shape of an event that is kept apart."""
        return cls(event=each.other.id, mentions=(each.mine.mention.id, each.yours.mention.id), because=each.because)


class DossierShape(EventShape):
    """An event with all that stands behind it; ``beside`` holds what its reports differ in that is no matter of the event itself:
    quotations, words that take a side, counts. ``also`` what its
    speakers say besides in its reports, word for word. ``apart`` holds the events that lie near it, and why each is another one.
    """

    sentences: list[SentenceShape]
    quotations: list[QuotationShape]
    places: list[PlaceShape]
    beside: list[DisagreementShape]
    also: list[QuotationShape]
    why: list[str]
    apart: list[PartedShape]

    @classmethod
    def of_dossier(cls, found: Dossier, apart: Iterable[Parted]) -> DossierShape:
        """The shape of a dossier."""
        event = EventShape.of(found.event)
        return cls(
            **{name: getattr(event, name) for name in EventShape.model_fields},
            sentences=list(map(SentenceShape.of, found.members)),
            quotations=list(map(QuotationShape.of, found.quotations)),
            places=list(map(PlaceShape.of, found.places)),
            beside=list(map(DisagreementShape.of, found.beside)),
            also=list(map(QuotationShape.of, found.also)),
            why=list(found.event.why),
            apart=list(map(PartedShape.of, apart)),
        )
