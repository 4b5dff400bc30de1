"""The desk: files reports into an archive, keeps what is made of them true, and looks things up in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from dateline.desk.catalogue import extended
from dateline.desk.coding import BATCH, Item, batches, code_reports, report_batches
from dateline.desk.corrections import correct
from dateline.desk.judged import Judged
from dateline.desk.making import make_standings
from dateline.desk.merging import REPORT, file_members, merge_owed, owed
from dateline.desk.telling import tell_stories
from dateline.desk.versions import coder_version
from dateline.merge import members_of
from dateline.model import CodedReport, Problem, Report, record_id
from dateline.pipeline import Pipeline
from dateline.read.draft import prepare
from dateline.store import Archive, Session
from dateline.store.records import packed
from dateline.store.reports import digest

SETTLE = 500
"""After so many reports their events are merged, so that a long run shows its results as it goes."""

Tick = Callable[[int], None]


def utc_now() -> str:
    """The present moment, to the second, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


class Desk:
    """An archive with the pipeline that fills it; the clock is an argument."""

    def __init__(self, archive: Archive, pipeline: Pipeline, now: Callable[[], str] = utc_now) -> None:
        self.archive = archive
        self.pipeline = pipeline
        self.now = now
        with archive.session() as session:
            imported = session.parties.all()
        self.coder = coder_version(pipeline.settings, tuple(record_id("party", packed(party)) for party in imported))
        if imported:
            pipeline.catalogue = extended(pipeline.catalogue, imported)

    def add(self, items: Iterable[Item], done: Counter[str], tick: Tick = lambda _: None) -> Iterator[Problem]:
        """Files the reports and yields the problems as they come; ``done`` counts what was read, coded, kept and merged.

        Each batch is one transaction: a run that is cut off has lost nothing that it had filed, and the next run takes up
        what is still to be merged.
        """
        with self.archive.session() as session:
            run = session.runs.begin("add", self.coder, self.now())
        for batch in report_batches(items, BATCH):
            yield from self.add_batch(batch, done)
            tick(len(batch))
            if done["coded"] - done["merged"] >= SETTLE:
                self.merge(done)
        self.settle(done)
        with self.archive.session() as session:
            session.runs.end(run, self.now(), done)

    def add_batch(self, batch: list[Item], done: Counter[str]) -> Iterator[Problem]:
        """Files a batch in one transaction and yields its problems; what is coded already is not read again."""
        new = list(self.uncoded(batch))
        done["reports"] += sum(not isinstance(item, Problem) for item in batch)
        coded = list(code_reports(self.pipeline, new))
        with self.archive.session() as session:
            judged = self.judged(session)
            for item in coded:
                if isinstance(item, CodedReport):
                    self.file(session, item, judged)
        done["coded"] += sum(isinstance(item, CodedReport) for item in coded)
        for item in coded:
            yield from [item] if isinstance(item, Problem) else item.problems

    def uncoded(self, batch: Iterable[Item]) -> Iterator[Item]:
        """The items without the reports that this coder has coded already.

        The archive keeps a report with the title, place and credit that its text gives ("LA PAZ (AFP) - "), so it is asked for so.
        """
        seen: set[str] = set()
        with self.archive.session() as session:
            for item in batch:
                if isinstance(item, Problem):
                    yield item
                    continue
                described = prepare(item).report if isinstance(item, Report) else item.report
                version = digest(described)
                if version not in seen and not session.reports.is_coded(described, self.coder):
                    yield item
                seen.add(version)

    def file(self, session: Session, coded: CodedReport, judged: Judged) -> None:
        """Files one report with its coding; its mentions take the place of those of an older version."""
        moment = self.now()
        version = session.reports.keep(coded.report, moment)
        session.reports.keep_coding(version, self.coder, coded, moment)
        settled = session.reports.settle(coded.report.id)
        if settled or session.reports.counts_of(coded.report.id) > 1:  # an older version tells since when and what was taken back
            self.file_mentions(session, coded.report.id, judged)

    def file_mentions(self, session: Session, id: str, judged: Judged) -> None:
        """Files the mentions of the version of a report that counts."""
        coded = session.reports.get(id)
        members = members_of(coded)
        file_members(session, id, members, judged)
        session.search.put(coded.report, members)
        session.uses.put(coded)
        session.quotations.put(coded)
        session.counts.put(coded)
        session.tallies.put_report(coded)
        correct(session, id, judged)

    def judged(self, session: Session) -> Judged:
        """The judgements of the archive with the catalogue in whose light they are read."""
        return Judged(session.judgements.all(), self.pipeline.catalogue)

    def settle(self, done: Counter[str] | None = None, tick: Tick = lambda _: None) -> None:
        """Makes up for all that the views owe to what is kept."""
        self.refile(tick)
        self.merge(done)
        tell_stories(self.archive)
        make_standings(self.archive, self.pipeline.catalogue)

    def refile(self, tick: Tick) -> None:
        """Files the mentions of those reports again of which that is owed."""
        with self.archive.session() as session:
            judged = self.judged(session)
            ids = owed(session, REPORT)
        for batch in batches(ids, BATCH):
            with self.archive.session() as session:
                for id in batch:
                    session.reports.settle(id)
                    self.file_mentions(session, id, judged)
                session.runs.settle(REPORT + id for id in batch)
            tick(len(batch))

    def merge(self, done: Counter[str] | None = None) -> None:
        """Merges what is still to be merged."""
        with self.archive.session() as session:
            judged = self.judged(session)
        merge_owed(self.archive, judged)
        if done is not None:
            done["merged"] = done["coded"]

    def rebuild(self, tick: Tick = lambda _: None) -> None:
        """Makes every view again from what is kept; where that is cut off, the next run goes on with it."""
        with self.archive.session() as session:
            session.clear_views()
            session.runs.owe(REPORT + id for id in session.reports.ids())
        self.settle(tick=tick)
