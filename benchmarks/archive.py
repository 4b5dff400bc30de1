"""What one more report costs in a small and in a large archive, and how much memory that takes; nothing is parsed.

The reports are made up and *coded* already, so that only what comes after the coding is measured: filing, merging, stories,
near-copies, the register. News goes on at one pace: a larger archive covers more years. States act upon each other, several
outlets tell of each act in words of their own, and some copy others. ``DATELINE_BENCH_REPORTS`` sets another size of the large one.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from dateline.desk.desk import Desk
from dateline.merge.stories.commonness import shares
from dateline.model import (
    Actor,
    Assertion,
    Attribution,
    CodedReport,
    DateRole,
    EventDate,
    EventMention,
    Form,
    Modality,
    Participant,
    PartyKind,
    Polarity,
    Reading,
    Report,
    Section,
    SectionKind,
    Span,
    Status,
    Time,
    record_id,
)
from dateline.pipeline import Pipeline
from dateline.store import Archive
from dateline.store.tables import metadata

SMALL, LARGE = 2_000, int(os.environ.get("DATELINE_BENCH_REPORTS", "200000"))
MORE, ROUNDS = 250, 2
A_DAY = 60
"""Reports a day: a desk that follows one region."""
TOLD = 4
"""Reports that tell of one happening, on the average."""
SEED = 1648
OUTLETS = tuple(f"Outlet {letter}{letter}" for letter in "ABCDEFGHIJKLMNOPQRST")
ACTS = (
    ("recognize_state", "recognized"),
    ("sever_relations", "severed relations with"),
    ("meet", "met envoys of"),
    ("condemn", "condemned"),
    ("summon_envoy", "summoned the ambassador of"),
    ("impose_sanctions", "imposed sanctions on"),
    ("visit", "visited"),
    ("accuse", "accused"),
)
SYLLABLES = tuple(a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "il", "or"))


def word(chance: random.Random) -> str:
    """A made-up word."""
    return "".join(chance.choices(SYLLABLES, k=chance.choice((2, 3, 3, 4))))


class World:
    """States that act upon each other, and outlets that tell of it."""

    def __init__(self, pipeline: Pipeline, seed: int = SEED) -> None:
        self.chance = random.Random(seed)  # noqa: S311  a made-up world
        known = pipeline.catalogue
        states = sorted(p.id for p in known.parties.values() if p.standing is PartyKind.UN_MEMBER)
        self.actors = [known.actor(id) for id in states]
        self.common, self.shares = zip(*sorted(shares().items()), strict=True)

    def reports(self, n: int, first: date) -> Iterator[CodedReport]:
        """So many reports from a day on, in the order of their days."""
        made = 0
        while made < n:
            for coded in self.happening(first + timedelta(days=made // A_DAY), made):
                yield coded
                made += 1

    def happening(self, day: date, number: int) -> Iterator[CodedReport]:
        """The reports on one act, in the words of each outlet; now and then one copies another."""
        act, verb = self.chance.choice(ACTS)
        actor, other = self.chance.sample(self.actors, 2)
        names = [word(self.chance).title() for _ in range(6)]
        last: CodedReport | None = None
        for k in range(self.chance.randint(1, 2 * TOLD - 1)):
            if last and self.chance.random() < 0.2:
                yield copied(last, f"{record_id('bench', number, k)}", self.chance.choice(OUTLETS))
                continue
            lead = f"{actor.name} {verb} {other.name} on {day:%d %B %Y}, {names[0]} {names[1]} said."
            text = " ".join([lead, *(self.sentence(names) for _ in range(8))])
            last = self.coded(record_id("bench", number, k), text, lead, day, act, (actor, other))
            yield last

    def sentence(self, names: list[str]) -> str:
        """A sentence of common words with two names of the happening."""
        words = self.chance.choices(self.common, self.shares, k=14)
        inserted = [*words[:4], self.chance.choice(names), *words[4:9], self.chance.choice(names), *words[9:]]
        return f"The {' '.join(inserted)}."

    def coded(self, id: str, text: str, lead: str, day: date, act: str, sides: tuple[Actor, Actor]) -> CodedReport:
        """The report with its one act, told by a spokesman of the acting side."""
        published = (day + timedelta(days=self.chance.choice((0, 0, 1)))).isoformat()
        report = Report(id, text, outlet=self.chance.choice(OUTLETS), title=lead, published=published)
        at = Span(lead.index(" ") + 1, lead.index(" on "))
        by = Attribution(record_id("a", id), (), (), (Span(0, len(lead)),), Form.INDIRECT, speaker=sides[0])
        mention = EventMention(
            record_id("m", id),
            act,
            at,
            (Participant(sides[0], spans=(at,)),),
            (Participant(sides[1], spans=(at,)),),
            Polarity.POSITIVE,
            Time.PAST,
            Modality.ASSERTED,
            Status.HAPPENED,
            (at,),
            dates=(EventDate(DateRole.HAPPENED, day.isoformat(), "as written"),),
            assertions=(Assertion(by.id),),
        )
        body = (Section(Span(0, len(text)), SectionKind.BODY),)
        return CodedReport(report, body, (Span(0, len(lead)),), attributions=(by,), events=(mention,))


def copied(coded: CodedReport, id: str, outlet: str) -> CodedReport:
    """The report as another outlet carries it, cut at the end."""
    text = coded.report.text.rsplit(". ", 2)[0] + "."
    events = tuple(replace(e, id=record_id("m", id)) for e in coded.events)
    return replace(coded, report=replace(coded.report, id=id, outlet=outlet, text=text), events=events)


class CodedBefore(Pipeline):
    """A pipeline that only looks up what was coded before; it stands in for reading and coding."""

    def __init__(self) -> None:
        super().__init__()
        self.codings: Mapping[str, CodedReport] = {}

    @property
    def reader(self) -> CodedBefore:  # type: ignore[override]
        """Itself: nothing is parsed."""
        return self

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """The reports as empty readings."""
        return (Reading(report, (), (), (), ()) for report in reports)

    def code(self, reading: Reading) -> CodedReport:
        """The coding that was made before."""
        return self.codings[reading.report.id]


def add(archive: Archive, pipeline: CodedBefore, coded: list[CodedReport]) -> float:
    """The seconds of computing that adding takes, for each report."""
    pipeline.codings = {c.report.id: c for c in coded}
    start = process_time()
    list(Desk(archive, pipeline).add([c.report for c in coded], Counter()))
    return (process_time() - start) / len(coded)


def measured(archive: Archive, pipeline: CodedBefore, news: Iterator[CodedReport]) -> float:
    """The seconds that one more report costs: the best of some rounds."""
    return min(add(archive, pipeline, [next(news) for _ in range(MORE)]) for _ in range(ROUNDS))


# --------------------------------------------------------------------------- a large archive


def enlarge(path: Path, times: int) -> None:
    """Lays the rows of a small archive into it again and again, under other ids and in earlier months, as if so many more had been
    added: what is measured is the adding, and so the tables are filled in minutes in place of hours.
    """
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        for table in (t for t in metadata.sorted_tables if t.name not in LEFT):
            names = ", ".join(f'"{column.name}"' for column in table.columns)
            values = ", ".join(OTHER.get(column.name, '"{0}"').format(column.name) for column in table.columns)
            own = table.columns.keys()[0]
            connection.execute(f'CREATE TEMP TABLE small AS SELECT {names} FROM "{table.name}" ORDER BY "{own}"')  # noqa: S608  our names
            for k in range(1, times):
                connection.execute(f'INSERT INTO "{table.name}" ({names}) SELECT {values} FROM small', {"k": k})  # noqa: S608
            connection.execute("DROP TABLE small")
            connection.commit()


LEFT = {
    "judgements",
    "rulings",
    "imported",
    "catalogued",
    "runs",
    "stale",
    "touched",
    "made",
    "withdrawn",
    "standings",
    "passages",
    "totals",
    "pages",
}
"""Tables that do not grow with the reports, or hold one row a pair of parties or a sum; and the words that are searched, whose
index is the database's own.
"""
ANOTHER = "\"{0}\" || '-' || :k"
EARLIER = "date(\"{0}\", '-' || (:k * 90) || ' days')"
OTHER = {
    **dict.fromkeys(
        ("id", "report", "event", "mention", "target", "other", "copy_of", "cell", "story", "digest", "owner", "attribution"),
        ANOTHER,
    ),
    **dict.fromkeys(("block", "rank"), ANOTHER),
    **dict.fromkeys(("seq", "version", "coded"), '"{0}" + :k * 10000000'),
    **dict.fromkeys(("day", "first", "last", "published"), EARLIER),
    "bucket": 'CASE WHEN "{0}" < 0 THEN "{0}" ELSE "{0}" - 3 * :k END',
    "key": 'CASE WHEN "bucket" < 0 THEN "{0}" + :k ELSE "{0}" END',
    "band": '"{0}" + 16 * :k',
}
"""How the columns that tell rows apart differ from one laying to the next."""


def megabytes() -> int:
    """The most memory that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def report() -> None:
    """Prints what a report costs in a small and in a large archive, their ratio, and the memory held."""
    pipeline = CodedBefore()
    news = World(pipeline).reports(SMALL + 2 * ROUNDS * MORE, date(1990, 1, 1))
    with TemporaryDirectory() as folder:
        path, copy = Path(folder) / "small.db", Path(folder) / "large.db"
        with Archive.open(str(path), write=True) as archive:
            add(archive, pipeline, [next(news) for _ in range(SMALL)])
        shutil.copy(path, copy)
        enlarge(copy, LARGE // SMALL)
        same = [next(news) for _ in range(ROUNDS * MORE)]
        with Archive.open(str(path), write=True) as archive:
            small, before = measured(archive, pipeline, iter(same)), megabytes()
        with Archive.open(str(copy), write=True) as archive, archive.session() as session:
            held = session.reports.summary().reports
        with Archive.open(str(copy), write=True) as archive:
            large = measured(archive, pipeline, iter(same))
    print(f"adding to {SMALL:,} reports: {small * 1000:.1f} ms a report; to {held:,}: {large * 1000:.1f} ms a report")
    print(f"large / small: {large / small:.2f} (at most 1.3)")
    print(f"memory: {before} MB at most with the small archive, {megabytes()} MB with the large one")
