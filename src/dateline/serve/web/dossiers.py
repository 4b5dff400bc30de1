"""The page of one event: who says so, by which way, in which words; where they differ, why it is one, what people judge of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from dateline.desk.dossier import Dossier, dossier
from dateline.desk.parting import beside, parted
from dateline.desk.placing import in_register
from dateline.merge.origins import paths, principal
from dateline.merge.quotes import QuoteRow, align_quotes
from dateline.model import CodedReport, Judgement, Report, Span
from dateline.serve.api.asking import Looking
from dateline.serve.api.room import Lookup
from dateline.serve.codes import codes
from dateline.serve.explaining import explained, mention_words
from dateline.serve.web.drawing import draw, name_of
from dateline.serve.web.graph import drawing
from dateline.serve.web.layers import Piece, differing, evidence

router = APIRouter()

ALIGNED = 6
"""So many reports of an event are compared word by word, each with each."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """One quotation as two reports give it, with the words that differ marked."""

    speaker: str | None
    same: bool
    a: Report
    b: Report
    a_words: tuple[Piece, ...]
    b_words: tuple[Piece, ...]


@router.get("/events/{id}")
def event(request: Request, id: str, found: Looking) -> Response:
    """The dossier of one event."""
    file = dossier(found.session, found.session.events.id(id), found.known)
    ways = paths(file.members)
    return draw(
        request,
        "event.html",
        known=found.known,
        dossier=file,
        event=file.event,
        codes=codes(file.event.act, file.event.mode),
        drawing=drawing(ways, speaks_for(file, found)),
        principal=principal,
        evidence=evidence,
        sentences=sentences(file),
        places={member.report.id: member.mention.id for member in reversed(file.members)},
        renderings=list(renderings(found, file)),
        why=[explained(line, file.members) for line in file.event.why],
        apart=list(parted(found.session, file.event, beside(found.session, file.event))),
        mention_words=mention_words,
        in_register=in_register,
        judged=judged(found, file),
    )


def speaks_for(file: Dossier, found: Lookup) -> dict[str, str]:
    """For whom each speaker of an event speaks, by the speaker's name."""
    speakers = [origin.speaker for origin in file.event.origins if origin.speaker]
    parties = {s.name: name_of(principal(s), found.known) for s in speakers}
    return {name: f"for {whom}" for name, whom in parties.items() if whom and whom != name}


def sentences(file: Dossier) -> list[tuple[str, list[int]]]:
    """For each report the numbers of its mentions, each sentence once."""
    found: list[tuple[str, list[int]]] = []
    for report in file.reports:
        told: dict[int, int] = {}
        for i, member in enumerate(file.members):
            if member.report.id == report.id:
                told.setdefault(member.start, i)
        found.append((report.id, [told[start] for start in sorted(told)]))
    return found


def renderings(found: Lookup, file: Dossier) -> Iterator[Rendering]:
    """The quotations of an event that two reports give, side by side."""
    spans = {
        r.id: [s for q in (*file.quotations, *file.also) if q.report == r.id for s in q.attribution.content] for r in file.reports
    }
    quoting = [report.id for report in file.reports if spans[report.id]][:ALIGNED]
    coded = [found.session.reports.get(id) for id in quoting]
    for a, b in combinations(coded, 2):
        for row in align_quotes(a, b):
            if touches(row.a, spans[a.report.id]) or touches(row.b, spans[b.report.id]):
                yield rendering(row, a, b)


def touches(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span overlaps any of these."""
    return any(span.overlaps(other) for other in others)


def rendering(row: QuoteRow, a: CodedReport, b: CodedReport) -> Rendering:
    """One aligned piece as it is shown."""
    words = (
        tuple(differing(span.of(coded.report.text), [pair[side] for pair in row.differences]))
        for side, (span, coded) in enumerate(((row.a, a), (row.b, b)))
    )
    return Rendering(row.speaker, row.same, a.report, b.report, *words)


# --------------------------------------------------------------------------- what people judge


def judged(found: Lookup, file: Dossier) -> list[Judgement]:
    """The judgements in force on this event's reports."""
    undone, ids = found.session.judgements.undone(), set(file.event.reports)
    made = found.session.judgements.all()
    return [j for j in made if j.verdict and j.id not in undone and {k.report for k in (j.subject, j.other) if k} & ids]
