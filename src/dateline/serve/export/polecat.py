"""Events as POLECAT has them: tab-separated, with a header, one row for each pair of actor and recipient."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from dateline import __version__
from dateline.model import Event, Participant, Report
from dateline.serve.codes import codes
from dateline.serve.export.plover import scheme
from dateline.serve.export.tabbed import first_report, tabbed
from dateline.serve.scales import goldstein, quad
from dateline.store.events import days

COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw"),
    "Wikipedia Actor ID",
    *("Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title"),
    *("Recipient Name Raw", "Wikipedia Recipient ID"),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename"),
    *("Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations"),
    *("Language", "Version"),
)
"""POLECAT's columns, in order (Halterman et al., POLECAT weekly data, Harvard Dataverse doi:10.7910/DVN/AJGVIT)."""


def polecat_lines(events: Iterable[Event], reports: Mapping[str, Report]) -> Iterator[str]:
    """The header, and a line for each pair of every event that is dated to the day and has a PLOVER type."""
    yield tabbed(COLUMNS)
    for event in events:
        for cells in pair_cells(event, reports):
            yield tabbed(cells.get(column) for column in COLUMNS)


def pair_cells(event: Event, reports: Mapping[str, Report]) -> Iterator[dict[str, object]]:
    """The cells of each pair of an event by column."""
    code, (first, last) = codes(event.act, event.mode), days(event)
    if code.plover is None or first is None or first != last:
        return
    shared = {
        "Event ID": event.id,
        "Event Date": first,
        "Event Type": code.plover,
        "Event Mode": code.mode,
        "Intensity": goldstein(code.cameo),
        "Quad Code": quad(code.plover),
        "Contexts": ";".join(scheme()["context"][event.status.value]),
        "Version": f"dateline {__version__}",
        **report_cells(first_report(event, reports)),
    }
    for actor, recipient in product(side(event.actors), side(event.recipients)):
        yield {**shared, **side_cells("Actor", actor), **side_cells("Recipient", recipient)}


def side(participants: Iterable[Participant]) -> list[Participant | None]:
    """The participants of a side in a stable order; one that is nobody where there is none."""
    return [*sorted(participants, key=lambda p: (p.actor.id, p.person or ""))] or [None]


def side_cells(side: str, participant: Participant | None) -> dict[str, object]:
    """The cells of one side."""
    if participant is None:
        return {}
    party = participant.actor
    return {
        f"{side} Name": party.name,
        f"{side} Country": party.country or party.id,
        f"Primary {side} Sector": party.sector,
        f"{side} Sectors": party.sector,
        f"{side} Title": party.role,
        f"{side} Name Raw": participant.person,
    }


def report_cells(report: Report | None) -> dict[str, object]:
    """The cells that tell of the report."""
    return {"Source": report.outlet, "Publication Date": report.day, "Language": report.language} if report else {}
