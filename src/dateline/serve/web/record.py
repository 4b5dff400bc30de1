"""Pages of the record: events, one event, reports, one report, two side by side."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from dateline.desk.comparing import compared
from dateline.desk.shelf import newest
from dateline.model import Event, Report, Status
from dateline.serve.api.answers import packed_cursor, start_of, unpacked_cursor
from dateline.serve.api.asking import Looking
from dateline.serve.api.room import Lookup
from dateline.serve.codes import codebook
from dateline.serve.web.asking import EventQuestion, PageQuestion
from dateline.serve.web.charts import bars
from dateline.serve.web.drawing import draw
from dateline.serve.web.layers import differing
from dateline.serve.web.reading import beside, blocks

router = APIRouter()

CHOICE, PAIRS = 300, 20
"""So many reports, the latest, and so many stories are offered for comparison."""
LAYERS = ("events", "said", "actors", "times", "claims")
DEFAULT_LAYERS = {"events", "said"}

Id = Annotated[str | None, Query(max_length=100)]


@router.get("/events")
def events(request: Request, found: Looking, question: EventQuestion) -> Response:
    """The events that the filters let through, the newest first."""
    wanted = question.wanted(found)
    after = unpacked_cursor(question.cursor, str, str) if question.cursor else None
    rows, last = found.session.events.page(wanted, question.limit, (after[0], after[1]) if after else None, newest=True)
    return draw(
        request,
        "events.html",
        known=found.known,
        events=rows,
        next=packed_cursor(last) if last else None,
        total=found.session.events.matching(wanted),
        bars=bars(found.session.events.histogram(wanted, 7)),
        question=question,
        acts=sorted(codebook().acts),
        statuses=[status.value for status in Status],
    )


@router.get("/reports")
def reports(request: Request, found: Looking, question: PageQuestion) -> Response:
    """The reports of the archive."""
    start = start_of(question.cursor)
    rows = newest(found.session, question.limit + 1, start)
    next = packed_cursor([start + question.limit]) if len(rows) > question.limit else None
    total = found.session.reports.summary().reports
    return draw(request, "reports.html", shelved=rows[: question.limit], total=total, next=next)


@router.get("/reports/{id}")
def report(request: Request, id: str, found: Looking, layers: Id = None) -> Response:
    """One report with all that was read in it, in layers; ``layers`` names those that are switched on."""
    coded = found.session.reports.get(found.session.reports.id(id))
    return draw(
        request,
        "report.html",
        known=found.known,
        coded=coded,
        report=coded.report,
        blocks=blocks(coded),
        layers=layers_of(layers),
        events=found.session.mentions.events_of(e.id for e in coded.events),
        attributions={a.id: a for a in coded.attributions},
        versions=len(found.session.reports.versions(coded.report.id)),
    )


def layers_of(names: str | None) -> dict[str, bool]:
    """Every layer, with whether it is on."""
    on = DEFAULT_LAYERS if names is None else set(names.split(","))
    return {name: name in on for name in LAYERS}


@router.get("/compare")
def compare(request: Request, found: Looking, a: Id = None, b: Id = None) -> Response:
    """Two reports side by side; without two, the choice."""
    heads = found.session.reports.newest(CHOICE) if not (a and b) else []
    if not (a and b):
        return draw(request, "compare.html", heads=heads, comparison=None, a=a, b=b, pairs=pairs(found))
    first, second = (found.session.reports.get(found.session.reports.id(id)) for id in (a, b))
    comparison = compared(found.session, found.known, first, second)
    return draw(
        request,
        "comparison.html",
        known=found.known,
        a=first,
        b=second,
        comparison=comparison,
        differing=differing,
        rows=beside(first, second, comparison),
        ids=matching_ids(found, (*comparison.both, *comparison.only_a, *comparison.only_b)),
        names={actor.id: actor.name for coded in (first, second) for mention in coded.actors for actor in mention.actors},
    )


def pairs(found: Lookup) -> list[tuple[str, Report, Report]]:
    """Stories with two reports or more: title, and the first two that are no copies of each other."""
    copies = found.session.stories.copies()
    stories = ((s.title, [r for r in s.reports if r not in copies] or list(s.reports)) for s in found.session.stories.all())
    chosen = list(islice(((title, ids[0], ids[1]) for title, ids in stories if len(ids) > 1), PAIRS))
    heads = {report.id: report for report in found.session.reports.heads([id for _, *two in chosen for id in two])}
    return [(title, heads[a], heads[b]) for title, a, b in chosen]


def matching_ids(found: Lookup, events: tuple[Event, ...]) -> dict[str, str]:
    """For each event of a comparison the archive's event of which it is a part."""
    first = {e.id: e.mentions[0].event for e in events if e.mentions}
    known = found.session.mentions.events_of(first.values())
    return {id: known[mention] for id, mention in first.items() if mention in known}
