"""What the record holds: events, reports, stories, comparisons, terms."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from dateline.desk.comparing import compared
from dateline.desk.dossier import dossier
from dateline.desk.parting import beside, parted
from dateline.desk.shelf import shelf
from dateline.desk.wording import term_uses
from dateline.serve.api.answers import Json, Listed, listed, one, packed_cursor, page, start_of, unpacked_cursor
from dateline.serve.api.asking import Asked, EventsAsked, Looking, Nothing, PageAsked, Word
from dateline.serve.asked import one_of
from dateline.serve.shapes.comparisons import ComparisonShape, TermShape
from dateline.serve.shapes.dossier import DossierShape
from dateline.serve.shapes.events import EventShape
from dateline.serve.shapes.readings import ReadingShape
from dateline.serve.shapes.reports import HeadShape, StoryShape

router = APIRouter(tags=["record"])


class OrderedEventsAsked(EventsAsked):
    """The filters of events, and their order."""

    order: Word = Field("oldest", description="oldest or newest first; events without a day are the last either way.")


class CompareAsked(Asked):
    """Two reports."""

    a: Word = Field(description="A report's id.")
    b: Word = Field(description="The other report's id.")


class TermsAsked(PageAsked):
    """A party."""

    entity: Word = Field(description="A party by name, code or id.")


@router.get("/events", response_model=Listed[EventShape])
def events(found: Looking, question: Annotated[OrderedEventsAsked, Query()]) -> Json:
    """Events: who did what to whom, when, and how many say so."""
    newest = one_of("order", question.order, ["oldest", "newest"]) == "newest"
    after = unpacked_cursor(question.cursor, str, str) if question.cursor else None
    place = (after[0], after[1]) if after else None
    rows, last = found.session.events.page(question.wanted(found), question.limit, place, newest)
    return page(map(EventShape.of, rows), packed_cursor(last) if last else None)


@router.get("/events/{id}", response_model=DossierShape)
def event(id: str, found: Looking, _: Annotated[Nothing, Query()]) -> Json:
    """One event as a dossier, by its id or as much of its beginning as is unique."""
    file = dossier(found.session, found.session.events.id(id), found.known)
    apart = parted(found.session, file.event, beside(found.session, file.event))
    return one(DossierShape.of_dossier(file, apart))


@router.get("/reports", response_model=Listed[HeadShape])
def reports(found: Looking, question: Annotated[PageAsked, Query()]) -> Json:
    """The reports of the archive, by day, outlet and id."""
    return listed(shelf(found.session), HeadShape.of, question.cursor, question.limit)


@router.get("/reports/{id}", response_model=ReadingShape)
def report(id: str, found: Looking, _: Annotated[Nothing, Query()]) -> Json:
    """One report with everything that was read in it."""
    return one(ReadingShape.of(found.session.reports.get(found.session.reports.id(id))))


@router.get("/stories", response_model=Listed[StoryShape])
def stories(found: Looking, question: Annotated[PageAsked, Query()]) -> Json:
    """Groups of reports about one happening, with their events."""
    return listed(found.session.stories.all(), StoryShape.of, question.cursor, question.limit)


@router.get("/compare", response_model=ComparisonShape)
def compare(found: Looking, question: Annotated[CompareAsked, Query()]) -> Json:
    """Two reports side by side."""
    first, second = (found.session.reports.get(found.session.reports.id(id)) for id in (question.a, question.b))
    return one(ComparisonShape.of(compared(found.session, found.known, first, second), first.report.id, second.report.id))


@router.get("/terms", response_model=Listed[TermShape])
def terms(found: Looking, question: Annotated[TermsAsked, Query()]) -> Json:
    """What each outlet and speaker calls a party."""
    party = found.party(question.entity)
    start = start_of(question.cursor)
    uses = term_uses(found.session, party.id, start, question.limit + 1)
    return page(
        map(TermShape.of, uses[: question.limit]), packed_cursor([start + question.limit]) if len(uses) > question.limit else None
    )
