"""Events and their mentions as GDELT 2.0 has them: tab-separated, without a header, 61 and 16 columns.

Only what happened is written, for GDELT has no word for the rest. Its columns that rest on counting words (tone, confidence of a
match in 15 minutes' news) are left empty. Days of publication stand where GDELT has the moment at which it saw a page.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from dateline import knowledge
from dateline.model import Event, MentionRef, Participant, Report, Status
from dateline.serve.codes import codes
from dateline.serve.export.tabbed import first_of, first_report, number_of, tabbed
from dateline.serve.scales import cameo_quad, goldstein
from dateline.store.events import days

CODABLE = frozenset({Status.HAPPENED, Status.ONGOING})
ACTOR_TYPES = frozenset({"GOV", "MIL", "REB", "OPP", "COP", "JUD", "LEG", "MED", "EDU", "BUS", "REL", "CVL", "IGO", "NGO", "SPY"})
WEB = 1
"""GDELT's collection of the open web."""


@cache
def columns(table: str) -> tuple[str, ...]:
    """The columns of one of GDELT's tables, in order."""
    rows = csv.DictReader(knowledge.lines("dateline.register.imports", "gdelt.csv"))
    return tuple(row["column"] for row in rows if row["table"] == table)


def event_lines(events: Iterable[Event], reports: Mapping[str, Report]) -> Iterator[str]:
    """A line of the table of events for each event that happened, is dated to the day and has a CAMEO code."""
    for event in events:
        cells = event_cells(event, reports)
        if cells:
            yield tabbed(cells.get(column) for column in columns("events"))


def mention_lines(events: Iterable[Event], reports: Mapping[str, Report]) -> Iterator[str]:
    """A line of the table of mentions for each mention of such an event."""
    for event in events:
        if event_cells(event, reports):
            for ref in event.mentions:
                cells = mention_cells(event, ref, reports.get(ref.report))
                yield tabbed(cells.get(column) for column in columns("mentions"))


def event_cells(event: Event, reports: Mapping[str, Report]) -> dict[str, object]:
    """The cells of an event by column; none where GDELT has no row for it."""
    code, (first, last) = codes(event.act, event.mode), days(event)
    if event.status not in CODABLE or code.cameo is None or first is None or first != last:
        return {}
    root = len(code.cameo.rstrip("0")) <= 2
    source = first_report(event, reports)
    return {
        "GLOBALEVENTID": number_of(event.id),
        **day_cells(first),
        **actor_cells("Actor1", first_of(event.actors)),
        **actor_cells("Actor2", first_of(event.recipients)),
        "IsRootEvent": int(root),
        "EventCode": code.cameo,
        "EventBaseCode": code.cameo[:3],
        "EventRootCode": code.cameo[:2],
        "QuadClass": cameo_quad(code.cameo),
        "GoldsteinScale": goldstein(code.cameo),
        "NumMentions": len(event.mentions),
        "NumSources": len({r.outlet for id in event.reports if (r := reports.get(id))}),
        "NumArticles": event.counts.reports,
        "DATEADDED": stamp(source),
        "SOURCEURL": source.url if source else None,
    }


def day_cells(day: str) -> dict[str, object]:
    """The day in the four ways in which GDELT gives it."""
    year, month = day[:4], day[5:7]
    fraction = int(year) + (int(month) - 1) / 12 + int(day[8:10]) / 372
    return {"SQLDATE": day.replace("-", ""), "MonthYear": year + month, "Year": year, "FractionDate": f"{fraction:.4f}"}


def actor_cells(prefix: str, participant: Participant | None) -> dict[str, object]:
    """The cells of one side."""
    if participant is None:
        return {}
    party = participant.actor
    sector = party.sector if party.sector in ACTOR_TYPES else None
    return {
        f"{prefix}Code": f"{party.country or ''}{sector or ''}" or None,
        f"{prefix}Name": (participant.person or party.name).upper(),
        f"{prefix}CountryCode": party.country,
        f"{prefix}Type1Code": sector,
    }


def mention_cells(event: Event, ref: MentionRef, report: Report | None) -> dict[str, object]:
    """The cells of one mention by column."""
    spans = ref.evidence
    return {
        "GLOBALEVENTID": number_of(event.id),
        "EventTimeDate": (event.date or "").replace("-", "") + "000000",
        "MentionTimeDate": stamp(report),
        "MentionType": WEB,
        "MentionSourceName": report.outlet if report else None,
        "MentionIdentifier": (report.url if report else None) or ref.report,
        "Actor1CharOffset": -1,
        "Actor2CharOffset": -1,
        "ActionCharOffset": min((s.start for s in spans), default=-1),
        "Confidence": round(event.confidence * 100),
    }


def stamp(report: Report | None) -> str | None:
    """The moment of publication as YYYYMMDDHHMMSS; midnight where only the day is known."""
    if report is None or not report.published:
        return None
    digits = "".join(c for c in report.published[:19] if c.isdigit())
    return digits.ljust(14, "0")
