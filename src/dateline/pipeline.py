"""The stages in order: read → repair → resolve → attribute → code → date → cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from dateline.attribute import Attributor
from dateline.cascade import Cascade
from dateline.coding import Coder
from dateline.coding.coverage import coverage
from dateline.coding.dating import date_report
from dateline.coding.parties.then import with_states_of_their_day
from dateline.coding.syntax import repair
from dateline.model import CodedReport, Reading, Report
from dateline.read import Reader
from dateline.resolve import Catalogue, Resolver
from dateline.settings import Settings


class Pipeline:
    """Everything that turns a report into its record; what it knows is loaded at the first use and kept."""

    def __init__(self, settings: Settings | None = None, reader: Reader | None = None) -> None:
        """``reader``: another one than the settings' own, such as one that keeps its readings."""
        self.settings = settings or Settings()
        self.own_reader = reader

    @cached_property
    def catalogue(self) -> Catalogue:
        """The actor catalogue with the user's own files."""
        return Catalogue.load(paths(self.settings.actors))

    @cached_property
    def reader(self) -> Reader:
        """The reading stage."""
        if self.settings.thorough == "yes":
            return self.thorough_reader
        return self.own_reader or Reader(self.settings.model or None, self.cascade)

    @cached_property
    def thorough_reader(self) -> Reader:
        """The reading stage that parses every sentence, for those who ask about words that nothing coded stands in."""
        return self.own_reader or Reader(self.settings.model or None)

    @cached_property
    def cascade(self) -> Cascade:
        """What tells the reading stage which sentences are worth parsing."""
        return Cascade(self.catalogue, self.attributor.lexicon, self.coder.codebook)

    @cached_property
    def resolver(self) -> Resolver:
        """The resolving stage."""
        return Resolver(self.catalogue, self.settings.date_order)

    @cached_property
    def attributor(self) -> Attributor:
        """The attributing stage."""
        return Attributor(self.catalogue, paths(self.settings.cues))

    @cached_property
    def coder(self) -> Coder:
        """The coding stage."""
        return Coder(self.catalogue, paths(self.settings.codebook))

    def run(self, report: Report) -> CodedReport:
        """The record of one report."""
        return self.code(self.reader.read(report))

    def run_many(self, reports: Iterable[Report]) -> Iterator[CodedReport]:
        """The records of many reports, in order."""
        return map(self.code, self.reader.read_many(reports))

    def code(self, reading: Reading) -> CodedReport:
        """The record of a reading: all that comes after the parse, beginning with the repair of its typical errors."""
        reading = repair(reading)
        resolution = self.resolver.resolve(reading)
        attributions = self.attributor.attribute(resolution)
        coding = self.coder.code(resolution, attributions)
        dated = date_report(resolution, attributions, coding.events)
        events = with_states_of_their_day(dated.events, self.catalogue, reading.report.day)
        return CodedReport(
            report=reading.report,
            sections=reading.sections,
            sentences=tuple(s.span for s in reading.sentences),
            actors=resolution.actors,
            times=dated.times,
            places=resolution.places,
            attributions=dated.attributions,
            events=events,
            claims=coding.claims,
            coverage=coverage(reading, dated, coding.claims),
            problems=(*reading.problems, *resolution.problems, *coding.problems),
        )


def paths(names: Iterable[str]) -> tuple[Path, ...]:
    """Names of files as paths."""
    return tuple(map(Path, names))
