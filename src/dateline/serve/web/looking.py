"""Pages that look at words, at who carries them, and at how well all of it was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from dateline.desk.wording import term_uses
from dateline.model import CodedReport
from dateline.serve.api.asking import Looking
from dateline.serve.web.drawing import FOLDER, draw
from dateline.serve.web.standing import told_of

router = APIRouter()

PACKAGED = FOLDER / "quality.md"
"""The score tables as they are packaged."""
IN_PLACE = Path(*FOLDER.parts[:-4]) / "docs" / "quality.md"
"""The same in a working copy."""
CHOICE = 60
LOOKED_AT = 1000
"""So many reports are looked at for the state of the archive."""


@router.get("/terms")
def terms(request: Request, found: Looking, entity: Annotated[str, Query(max_length=400)] = "") -> Response:
    """What each outlet and speaker calls a party."""
    if not entity:
        choice = [id for id, _ in told_of(found).most_common(CHOICE)]
        return draw(request, "terms.html", known=found.known, party=None, uses=(), choice=choice)
    party = found.party(entity)
    uses = term_uses(found.session.reports.coded(), party.id)
    return draw(request, "terms.html", known=found.known, party=party, uses=uses, choice=[])


@router.get("/sources")
def sources(request: Request, found: Looking) -> Response:
    """Outlets and agencies: what they tell, what they pass on, where everything runs through one of them."""
    return draw(request, "sources.html", carriers=found.carriers())


@dataclass(slots=True)
class State:
    """How well an archive was read, counted report by report."""

    reports: int = 0
    undated: int = 0
    fates: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    skipped: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, coded: CodedReport) -> None:
        """Counts a report."""
        self.reports += 1
        self.undated += coded.report.day is None
        self.problems.update(problem.code for problem in coded.problems)
        for row in coded.coverage:
            self.fates.update(fate.value for fate in row.fates)
            if any(fate.value == "skipped" for fate in row.fates) and len(self.skipped) < 20:
                self.skipped.append((coded.report.id, coded.report.outlet or "", row.span.of(coded.report.text)))


@router.get("/quality")
def quality(request: Request, found: Looking) -> Response:
    """The score tables, and what became of the sentences of this archive."""
    state = State()
    for coded in islice(found.session.reports.coded(), LOOKED_AT):
        state.add(coded)
    return draw(request, "quality.html", state=state, total=found.session.reports.summary().reports, tables=list(score_tables()))


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
            title = line.lstrip("# ")
