"""What proves a relation: the words of reports, each with the way to its place, and what tables and lines say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import Evidence, Report, Span
from dateline.serve.api.room import Lookup
from dateline.serve.web.layers import Mark, Piece, pieces

PROOFS = 3
"""So many proofs are shown of each row; the API gives all of them."""
PASSAGE = 240


@dataclass(frozen=True, slots=True)
class Proof:
    """One proof of a row: the words of a report from a place on, or what a table or a line says."""

    report: Report | None
    pieces: tuple[Piece, ...]
    text: str
    at: int = 0
    cut: bool = False


def proofs(found: Lookup, evidence: Iterable[Evidence], most: int = PROOFS) -> list[Proof]:
    """The first proofs of a row, those in reports before those in tables."""
    chosen = sorted(evidence, key=lambda e: (e.kind != "report", e.ref, e.row or 0))[:most]
    return [proof_of(found, each) for each in chosen]


def proof_of(found: Lookup, evidence: Evidence) -> Proof:
    """A proof in words: a passage of the report with the stretches marked."""
    told = " ".join(part for part in (evidence.ref, f"row {evidence.row}" if evidence.row else "", evidence.text) if part)
    if evidence.kind != "report" or not evidence.spans:
        return Proof(None, (), told)
    report = found.session.reports.texts([evidence.ref]).get(evidence.ref)
    if report is None:
        return Proof(None, (), told)
    first, last = min(s.start for s in evidence.spans), max(s.end for s in evidence.spans)
    text = report.text[first : min(last, first + PASSAGE)]
    marked = tuple(pieces(text, (Mark(Span(*s), "evidence") for s in evidence.spans), first))
    return Proof(report, marked, told, first, last > first + PASSAGE)
