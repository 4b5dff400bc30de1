"""What proves a relation: the words of reports, each with the way to its place, and what tables and lines say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import Evidence, Relation, Report, Span
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


class Proofs:
    """The first proofs of some rows, those in reports before those in tables; the reports of all rows are read at once."""

    def __init__(self, found: Lookup, rows: Iterable[Relation], most: int = PROOFS) -> None:
        self.rows = tuple(rows)  # kept, so that no other row gets the number of one of them
        self.chosen = {id(row): sorted(row.evidence, key=ordered)[:most] for row in self.rows}
        wanted = {each.ref for chosen in self.chosen.values() for each in chosen if each.kind == "report" and each.spans}
        self.reports = found.session.reports.texts(sorted(wanted))

    def of(self, row: Relation) -> list[Proof]:
        """The proofs of one of the rows."""
        return [self.proof(each) for each in self.chosen[id(row)]]

    def proof(self, evidence: Evidence) -> Proof:
        """A proof in words: a passage of the report with the stretches marked."""
        report = self.reports.get(evidence.ref) if evidence.kind == "report" and evidence.spans else None
        if report is None:
            row = f"row {evidence.row}" if evidence.row else ""
            return Proof(None, (), " ".join(part for part in (evidence.ref, row, evidence.text) if part))
        first, last = min(s.start for s in evidence.spans), max(s.end for s in evidence.spans)
        text = report.text[first : min(last, first + PASSAGE)]
        marked = tuple(pieces(text, (Mark(Span(*s), "evidence") for s in evidence.spans), first))
        return Proof(report, marked, "", first, last > first + PASSAGE)


def ordered(evidence: Evidence) -> tuple[bool, str, int]:
    """What proofs are sorted by."""
    return evidence.kind != "report", evidence.ref, evidence.row or 0
