"""Pages that look at words, at who carries them, and at how well all of it was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from dateline.desk.wording import term_uses
from dateline.model import Fate, Report
from dateline.serve.api.answers import packed_cursor, start_of
from dateline.serve.api.asking import LONGEST, Looking
from dateline.serve.api.room import Lookup
from dateline.serve.web.asking import PageQuestion
from dateline.serve.web.drawing import FOLDER, draw
from dateline.serve.web.standing import told_of
from dateline.store.tallies import FATE, PROBLEM, READ, UNDATED, Counts

router = APIRouter()

PACKAGED = FOLDER / "quality.md"
"""The score tables as they are packaged."""
IN_PLACE = Path(*FOLDER.parts[:-4]) / "docs" / "quality.md"
"""The same in a working copy."""
CHOICE, REPORTS = 60, 5
LOOKED_AT, SKIPPED = 20, 20
"""In so many of the latest reports sentences are looked for of which nothing was read, and so many are shown."""


@router.get("/terms")
def terms(
    request: Request, found: Looking, question: PageQuestion, entity: Annotated[str, Query(max_length=LONGEST)] = ""
) -> Response:
    """What each outlet and speaker calls a party."""
    if not entity:
        choice = [id for id, _ in told_of(found).most_common(CHOICE)]
        return draw(request, "terms.html", known=found.known, party=None, uses=(), choice=choice, next=None)
    party, start = found.party(entity), start_of(question.cursor)
    uses = term_uses(found.session, party.id, start, question.limit + 1)
    next = packed_cursor([start + question.limit]) if len(uses) > question.limit else None
    heads = found.session.reports.heads(sorted({id for use in uses for id in use.reports[:REPORTS]}))
    return draw(
        request,
        "terms.html",
        known=found.known,
        party=party,
        uses=uses[: question.limit],
        choice=[],
        next=next,
        heads={head.id: head for head in heads},
        most=REPORTS,
    )


@router.get("/sources")
def sources(request: Request, found: Looking) -> Response:
    """Outlets and agencies: what they tell, what they pass on, where everything runs through one of them."""
    return draw(request, "sources.html", carriers=found.carriers())


@router.get("/quality")
def quality(request: Request, found: Looking) -> Response:
    """The score tables, and what became of the sentences of this archive."""
    sums = found.session.tallies.totals(FATE, PROBLEM, UNDATED, READ)
    return draw(
        request,
        "quality.html",
        fates=of_kind(sums, FATE),
        problems=of_kind(sums, PROBLEM),
        undated=sums.get((UNDATED, "", ""), 0),
        total=sums.get((READ, "", ""), 0),
        skipped=list(islice(skipped(found), SKIPPED)),
        tables=list(score_tables()),
    )


def of_kind(sums: Counts, kind: str) -> list[tuple[str, int]]:
    """The sums of a kind by name, the largest first."""
    return sorted(((name, n) for (what, name, _), n in sums.items() if what == kind), key=lambda row: (-row[1], row[0]))


def skipped(found: Lookup) -> Iterator[tuple[Report, str]]:
    """Sentences of the latest reports of which nothing was read."""
    for head in found.session.reports.latest(LOOKED_AT):
        coded = found.session.reports.get(head.id)
        for row in coded.coverage:
            if Fate.SKIPPED in row.fates:
                yield coded.report, row.span.of(coded.report.text)


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the score page."""

    title: str
    head: list[str]
    rows: list[list[str]]


def score_tables() -> Iterator[Table]:
    """The tables of the score page; none where it is not at hand."""
    page = next((path for path in (PACKAGED, IN_PLACE) if path.is_file()), None)
    title, rows = "", list[list[str]]()
    for line in [*(page.read_text(encoding="utf-8").splitlines() if page else ()), ""]:
        if line.startswith("|"):
            rows.append([cell.strip().replace("**", "").replace("`", "") for cell in line.strip("|").split("|")])
        elif rows:
            yield Table(title, rows[0], rows[2:])
            rows = []
        if line.startswith("#"):
            title = line.lstrip("# ").replace("`", "")
