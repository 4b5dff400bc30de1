"""``dateline compare A B --json`` and ``dateline terms ENTITY --json``."""

from __future__ import annotations

from pydantic import Field

from dateline.desk.wording import TermUse
from dateline.merge.compare import Comparison, TermRow
from dateline.merge.quotes import QuoteRow
from dateline.serve.shapes.base import Pair, Shape
from dateline.serve.shapes.events import DisagreementShape, EventShape


class ComparedEventsShape(Shape):
    """The events of two reports: in both, in one."""

    both: list[EventShape]
    only_a: list[EventShape]
    only_b: list[EventShape]


class QuoteShape(Shape):
    """One aligned piece of quotation; offsets are those of each report's own text."""

    speaker: str | None
    a: Pair
    b: Pair
    same: bool
    differences: list[tuple[str, str]]
    other_speaker: str | None

    @classmethod
    def of(cls, row: QuoteRow) -> QuoteShape:
        """The shape of an aligned piece."""
        return cls(
            speaker=row.speaker,
            a=(row.a.start, row.a.end),
            b=(row.b.start, row.b.end),
            same=row.same,
            differences=list(row.differences),
            other_speaker=row.other_speaker,
        )


class TermRowShape(Shape):
    """The words of two reports for one party."""

    of_: str = Field(serialization_alias="of")
    a: list[str]
    b: list[str]

    @classmethod
    def of(cls, row: TermRow) -> TermRowShape:
        """The shape of a row of terms."""
        return cls(of_=row.of, a=list(row.a), b=list(row.b))


class ComparisonShape(Shape):
    """Two reports side by side."""

    a: str
    b: str
    events: ComparedEventsShape
    quotes: list[QuoteShape]
    terms: list[TermRowShape]
    disagreements: list[DisagreementShape]

    @classmethod
    def of(cls, found: Comparison, a: str, b: str) -> ComparisonShape:
        """The shape of a comparison of two reports, given by id."""
        events = ComparedEventsShape(
            both=list(map(EventShape.of, found.both)),
            only_a=list(map(EventShape.of, found.only_a)),
            only_b=list(map(EventShape.of, found.only_b)),
        )
        return cls(
            a=a,
            b=b,
            events=events,
            quotes=list(map(QuoteShape.of, found.quotes)),
            terms=list(map(TermRowShape.of, found.terms)),
            disagreements=list(map(DisagreementShape.of, found.disagreements)),
        )


class TermShape(Shape):
    """What an outlet, or a speaker whom it quotes, calls a party."""

    words: str
    outlet: str | None
    speaker: str | None
    quoted: bool
    stances: list[str]
    count: int
    reports: list[str]

    @classmethod
    def of(cls, use: TermUse) -> TermShape:
        """The shape of the use of a term."""
        return cls(
            words=use.words,
            outlet=use.outlet,
            speaker=use.speaker,
            quoted=use.quoted,
            stances=sorted(use.stances),
            count=use.count,
            reports=sorted(use.reports),
        )
