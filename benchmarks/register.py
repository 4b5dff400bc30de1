"""The register at a million made-up entries on SQLite: questions, one more entry, and all standings made again.

The world has as many parties as the catalogue has states and would-be states, and every pair of them about as many entries as any
other, so that a count rests on thousands of entries and a pair on dozens. ``DATELINE_BENCH_ENTRIES`` sets another number.
"""

from __future__ import annotations

import gc
import os
import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from dateline.desk.making import make_standings
from dateline.desk.standing import register_of
from dateline.model import Entry, Evidence, PartyKind
from dateline.register.counts import recognizers
from dateline.register.entries import entry
from dateline.register.view import View
from dateline.resolve import Catalogue
from dateline.store import Archive

ENTRIES = int(os.environ.get("DATELINE_BENCH_ENTRIES", "1000000"))
ASKED = 300
SEED = 1945
BATCH = 20_000
NOW = "2026-01-02T03:04:05Z"
KINDS = {PartyKind.UN_MEMBER, PartyKind.UN_OBSERVER, PartyKind.LIMITED_RECOGNITION}
ACTS = {
    "recognize_state": 5,
    "withdraw_recognition": 1,
    "establish_relations": 6,
    "sever_relations": 1,
    "suspend_relations": 1,
    "resume_relations": 1,
    "open_mission": 6,
    "close_mission": 2,
    "reopen_mission": 1,
    "recall_envoy": 2,
}
"""Acts with how often they are told."""


def made_up(parties: list[str], chance: random.Random, n: int) -> Iterator[Entry]:
    """So many entries between these parties, on days between 1946 and 2025."""
    for i in range(n):
        on = date(1946, 1, 1) + timedelta(days=chance.randrange(29_000))
        act = chance.choices(list(ACTS), list(ACTS.values()))[0]
        a, b = chance.sample(parties, 2)
        level = "embassy" if act.endswith("_mission") else None
        proof = (Evidence("table", "made-up.csv", row=i),)
        yield entry(
            act, a, b, on.isoformat(), known=on.isoformat(), level=level, principal=chance.choice((a, b, None)), evidence=proof
        )


def fill(archive: Archive, entries: Iterator[Entry], n: int) -> float:
    """The seconds that it takes to keep the entries."""
    start = perf_counter()
    for _ in range(0, n, BATCH):
        with archive.session() as session:
            session.entries.keep((e for _, e in zip(range(BATCH), entries, strict=False)), "made-up.csv", NOW)
    return perf_counter() - start


def milliseconds(run: Callable[[], object]) -> tuple[float, float]:
    """What one run takes, by the clock and of this processor."""
    start, spent = perf_counter(), process_time()
    run()
    return (perf_counter() - start) * 1000, (process_time() - spent) * 1000


def told(name: str, taken: list[tuple[float, float]], bound: float) -> None:
    """Prints how long runs took against the bound that the slowest hundredth must keep; on a busy machine the processor's time
    tells what the clock would on an idle one.
    """
    clock, own = (quantiles(each, n=100)[98] for each in zip(*taken, strict=True))
    ratios = f"{clock / bound:.2f}, {own / bound:.2f}"
    print(f"  {name:<22} p99 {clock:6.1f} ms by the clock, {own:6.1f} of the processor; of {bound:.0f}: {ratios}")


def ask(archive: Archive, known: Catalogue, parties: list[str], chance: random.Random) -> None:
    """Prints how long questions take, each in a transaction of its own."""

    def relations(view: View) -> None:
        a, b = chance.sample(parties, 2)
        with archive.session() as session:
            register_of(session, known, a, b).relations(a, b, view=view)

    def count(view: View) -> None:
        entity = chance.choice(parties)
        with archive.session() as session:
            recognizers(register_of(session, known, entity), entity, view=view, universe="all")

    views = [View(on=(date(1950, 1, 1) + timedelta(days=chance.randrange(27_000))).isoformat()) for _ in range(ASKED)]
    told("relations A B --on", [milliseconds(lambda v=view: relations(v)) for view in views], 50)  # type: ignore[misc]
    told("recognizers --on", [milliseconds(lambda v=view: count(v)) for view in views], 50)  # type: ignore[misc]


def add_one_by_one(archive: Archive, entries: Iterator[Entry]) -> None:
    """Prints how long one more entry takes, kept and with the pair's answers marked as open."""

    def add() -> None:
        with archive.session() as session:
            session.entries.keep([next(entries)], "made-up.csv", NOW)

    told("one more entry", [milliseconds(add) for _ in range(ASKED)], 5)


def report() -> None:
    """Prints the figures."""
    known = Catalogue.load()
    gc.freeze()  # as `dateline serve` does
    parties = [p.id for p in known.parties.values() if p.standing in KINDS]
    chance = random.Random(SEED)  # noqa: S311  a made-up world, and the same one each time
    entries = made_up(parties, chance, ENTRIES + ASKED)
    with TemporaryDirectory() as folder, Archive.open(str(Path(folder) / "register.db"), write=True) as archive:
        taken = fill(archive, entries, ENTRIES)
        print(f"register of {ENTRIES:,} entries, {len(parties)} parties: kept in {taken:.0f} s")
        start = perf_counter()
        make_standings(archive, known)
        print(f"  full rebuild           {perf_counter() - start:6.0f} s    of 300: {(perf_counter() - start) / 300:.2f}")
        ask(archive, known, parties, chance)
        add_one_by_one(archive, entries)
        start = perf_counter()
        make_standings(archive, known)
        print(f"  {ASKED} pairs made again    {perf_counter() - start:6.1f} s")


if __name__ == "__main__":
    report()
