"""``dateline read --json``: everything that one report says."""

from __future__ import annotations

from dateline.model import ActorMention, CodedReport, Coverage, PlaceMention, Problem, Report, Section, TimeMention
from dateline.serve.shapes.base import Shape
from dateline.serve.shapes.coded import AttributionShape, ClaimShape, EventMentionShape
from dateline.serve.shapes.parties import ActorShape, PlaceShape


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
