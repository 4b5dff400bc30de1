"""A pipeline that has coded everything before, so that tests of filing do not parse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dateline.model import CodedReport, Reading, Report
from dateline.pipeline import Pipeline
from dateline.read.draft import prepare
from dateline.store import Archive
from dateline.store.events import EventFilter


class KeptReader:
    """Hands reports on as readings without a parse, with what their text says of them."""

    def read_many(self, reports: Iterable[Report]) -> Iterable[Reading]:
        for report in reports:
            if "breaks the reader" in report.text:
                raise RuntimeError("a reader that fails")
            yield Reading(prepare(report).report, (), (), (), ())


class KeptPipeline(Pipeline):
    """Gives the codings that it was given; ``coded`` counts how often it was asked."""

    def __init__(self, codings: Mapping[str, CodedReport], catalogue: object) -> None:
        super().__init__()
        self.codings = codings
        self.asked: list[str] = []
        self.catalogue = catalogue  # type: ignore[assignment]
        self.reader = KeptReader()  # type: ignore[assignment]

    def code(self, reading: Reading) -> CodedReport:
        self.asked.append(reading.report.id)
        if "breaks the coder" in reading.report.text:
            raise RuntimeError("a coder that fails")
        found = self.codings.get(reading.report.id)
        return replace(found, report=reading.report) if found else CodedReport(reading.report)


def dump(archive: Archive) -> dict[str, list[str]]:
    """Everything that an archive shows, without when and in what order it came in."""
    with archive.session() as session:
        return {
            "reports": [repr(head) for head in session.reports.heads()],
            "events": [repr(event) for event in session.events.find(EventFilter())],
            "stories": [repr(story) for story in session.stories.all()],
            "entries": [repr(replace(entry, recorded=None)) for entry in session.entries.all()],
            "mentions": [repr(member) for member in session.mentions.all()],
            "of": [repr(sorted(session.mentions.events_of(m.mention.id for m in session.mentions.all()).items()))],
            "owed": sorted(session.runs.owed()),
        }
