"""One event with all that stands behind it, gathered from the archive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.desk.differing import FEW, beside
from dateline.desk.placing import COUNTED, Placed, placed
from dateline.desk.standing import register_of
from dateline.merge.parties import side
from dateline.merge.quotes import Quoted
from dateline.merge.utterances import needed, renderings, utterances, whole
from dateline.model import Attribution, Disagreement, Event, Form, Member, Report, Span
from dateline.register.view import View
from dateline.resolve import Catalogue
from dateline.store import Session


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of somebody who asserts the event, as one report gives them. ``utterance`` is the same for all renderings of one
    quotation; null for what is told indirectly.
    """

    report: str
    attribution: Attribution
    words: tuple[str, ...]
    utterance: str | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """An event, its mentions with their sentences, its reports, the words of its speakers, the events it hangs on, the places in a
    row that reports give to its actor, what its reports differ in ``beside`` the event, and what its speakers ``also`` say there in
    quotations, without asserting it.
    """

    event: Event
    members: tuple[Member, ...]
    reports: tuple[Report, ...]
    quotations: tuple[Quotation, ...]
    linked: Mapping[str, Event]
    places: tuple[Placed, ...] = ()
    beside: tuple[Disagreement, ...] = ()
    also: tuple[Quotation, ...] = ()

    def report(self, id: str) -> Report:
        """The report with this id."""
        return next(report for report in self.reports if report.id == id)


def dossier(session: Session, id: str, known: Catalogue | None = None) -> Dossier:
    """The dossier of an event, with what its reports differ in beside it; with a catalogue also what the register says of the
    places in a row that reports give.
    """
    event = session.events.get(id)
    order = {ref.event: i for i, ref in enumerate(event.mentions)}
    members = sorted(session.mentions.of_event(id), key=lambda m: order.get(m.mention.id, len(order)))
    reports = tuple(session.reports.heads(event.reports))
    quotations = aligned(session, [q for report in reports for q in quotations_of(session, report, members)])
    also = aligned(session, list(said_also(session, reports, quotations))) if len(reports) <= FEW else ()
    linked = session.events.some(link.event for link in event.links)
    return Dossier(
        event, tuple(members), reports, quotations, linked, places_of(session, event, known), beside(session, event), also
    )


def places_of(session: Session, event: Event, known: Catalogue | None) -> tuple[Placed, ...]:
    """The places in a row that reports give to the actor, checked against what the register has of the recipient."""
    recipients = sorted(side(event.recipients))
    if known is None or event.act not in COUNTED or not recipients:
        return ()
    return tuple(placed(session, event, register_of(session, known, recipients[0]), View()))


def quotations_of(session: Session, report: Report, members: Iterable[Member]) -> Iterable[Quotation]:
    """The words of a report in which somebody asserts the event, each attribution once."""
    found = {a.id: a for m in members if m.report.id == report.id for a in named(m)}
    if found:
        text = session.reports.get(report.id).report.text
        for attribution in sorted(found.values(), key=lambda a: (a.content, a.id)):
            yield Quotation(report.id, attribution, words(attribution.content, text))


def said_also(session: Session, reports: Iterable[Report], told: Sequence[Quotation]) -> Iterable[Quotation]:
    """What those who assert an event say besides in its reports, word for word, in the order of each text."""
    asserting = {q.attribution.id for q in told}
    speakers = {q.attribution.speaker.id for q in told if q.attribution.speaker}
    for report in reports:
        coded = session.reports.get(report.id)
        direct = (a for a in coded.attributions if a.form is Form.DIRECT and a.speaker and a.speaker.id in speakers)
        for attribution in sorted(direct, key=lambda a: (a.content, a.id)):
            if attribution.id not in asserting:
                yield Quotation(report.id, attribution, words(attribution.content, coded.report.text))


def aligned(session: Session, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The quotations, direct ones with the utterance that they render, which has one id over the whole archive."""
    direct = (q for q in quotations if q.attribution.form is Form.DIRECT)
    own = {q.attribution.id: whole(" ".join(q.words), q.attribution.speaker) for q in direct}
    found = utterances(renderings(own, lambda stems: near(session, stems)))
    return tuple(replace(q, utterance=found.get(q.attribution.id)) for q in quotations)


def near(session: Session, stems: frozenset[str]) -> dict[str, Quoted]:
    """The quotations of the archive that share telling words with one, by their attributions."""
    return {id: whole(words, speaker) for id, (words, speaker) in session.quotations.near(stems, needed(stems)).items()}


def named(member: Member) -> Iterable[Attribution]:
    """The attributions that the assertions of a mention name, without those in which they are nested."""
    ids = {assertion.attribution for assertion in member.mention.assertions}
    return (attribution for attribution in member.attributions if attribution.id in ids)


def words(spans: Iterable[Span], text: str) -> tuple[str, ...]:
    """The words of spans, in the order of the text."""
    return tuple(span.of(text) for span in sorted(spans))
