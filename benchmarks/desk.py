"""The desk at a hundred thousand made-up events: how long the server works on each page, and how many requests it answers.

Some thousand events, each told by one report, are made up, coded before and filed; the archive's rows are then repeated under
other ids until there are enough. Every page is asked for some dozen times with other parameters, so that what is kept for those who
ask the same again does not count. ``DATELINE_BENCH_EVENTS`` sets another number of events, and
``DATELINE_BENCH_DESK`` names an archive of an earlier run, so that it is not made again.
"""

from __future__ import annotations

import os
import random
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

import uvicorn

from benchmarks.archive import CodedBefore, World, add
from dateline.model import CodedReport
from dateline.serve.api import Room, application
from dateline.settings import Settings
from dateline.store import Archive
from dateline.store.events import EventFilter

EVENTS = int(os.environ.get("DATELINE_BENCH_EVENTS", "100000"))
KEPT = os.environ.get("DATELINE_BENCH_DESK")
BATCH, ROUNDS, CLIENTS, SECONDS = 1_000, 24, 20, 5
FILED = 2_000
"""So many events are filed as they come."""
ID = "id || '~{k}'"
REPEATED = {
    "versions": {"seq": "seq + {last}", "id": ID},
    "coded": {"seq": "seq + {last}", "version": "version + {last}"},
    "reports": {"id": ID, "version": "version + {last}", "coded": "coded + {last}"},
    "mentions": {"id": ID, "report": "report || '~{k}'", "event": "event || '~{k}'"},
    "events": {"id": ID, "data": "json_set(data, '$.id', id || '~{k}')"},
    "parties": {"event": "event || '~{k}'"},
    "derived": {"id": ID, "event": "event || '~{k}'", "data": "json_set(data, '$.id', id || '~{k}', '$.event', event || '~{k}')"},
}
"""The tables whose rows are repeated, with what is another in each copy."""
FIRST, DAYS = date(1990, 1, 1), 12_000
AT_MOST, AT_LEAST = 150, 200
"""Milliseconds of a page (95 of 100), and requests a second to the desk."""


def made_up(pipeline: CodedBefore, n: int) -> Iterator[CodedReport]:
    """So many reports, each on an act of its own, spread over three decades."""
    world = World(pipeline)
    for i in range(n):
        yield next(world.happening(FIRST + timedelta(days=i * DAYS // n), i))


def filled(path: Path) -> None:
    """Makes the archive."""
    pipeline = CodedBefore()
    news = made_up(pipeline, min(EVENTS, FILED))
    with Archive.open(str(path), write=True) as archive:
        while batch := [coded for coded, _ in zip(news, range(BATCH), strict=False)]:
            add(archive, pipeline, batch)
    repeat(path, EVENTS // FILED)


def repeat(path: Path, times: int) -> None:
    """Repeats the rows of the archive under other ids until there are so many times as many."""
    with sqlite3.connect(path) as connection:
        (last,) = connection.execute("SELECT max(seq) FROM versions").fetchone()
        for k in range(1, times):
            for table, changed in REPEATED.items():
                columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
                values = [changed.get(c, c).format(k=k, last=last * k) for c in columns]
                names = ", ".join(f'"{c}"' for c in columns)
                where = "seq <= :last" if "seq" in columns else "instr(id, '~') = 0" if "id" in columns else "instr(event, '~') = 0"
                connection.execute(
                    f"INSERT INTO {table} ({names}) SELECT {', '.join(values)} FROM {table} WHERE {where}",  # noqa: S608  ours
                    {"last": last},
                )


@contextmanager
def served(path: Path) -> Iterator[tuple[str, int, Room]]:
    """A server over the archive."""
    room = Room(Settings(archive=str(path)))
    server = uvicorn.Server(uvicorn.Config(application(room), port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        sleep(0.02)
    host, port = server.servers[0].sockets[0].getsockname()[:2]
    yield host, port, room
    server.should_exit = True
    thread.join()


def asked(room: Room, chance: random.Random) -> dict[str, list[str]]:
    """For each page the addresses that are asked for."""
    with room.archive.session() as session:
        events = session.events.page(everything(), 2000)[0]
        ids = [event.id for event in chance.sample(events, min(ROUNDS, len(events)))]
        reports = [event.reports[0] for event in chance.sample(events, min(2 * ROUNDS, len(events)))]
        parties = sorted({p.actor.id for event in events for p in (*event.actors, *event.recipients)})
    some = [chance.choice(parties) for _ in range(2 * ROUNDS)]
    days = [(FIRST + timedelta(days=chance.randrange(DAYS))).isoformat() for _ in range(ROUNDS)]
    return {
        "desk": [f"/?since={day}" for day in days],
        "events of all": [f"/events?since={day}" for day in days],
        "events": [f"/events?actor={party}&since={day}" for party, day in zip(some, days, strict=False)],
        "search": [f"/search?q={party}+severed" for party in some[:ROUNDS]],
        "event": [f"/events/{id}" for id in ids],
        "report": [f"/reports/{id}" for id in reports[:ROUNDS]],
        "compare": [f"/compare?a={a}&b={b}" for a, b in zip(reports[::2], reports[1::2], strict=False)],
        "relations of all": [f"/relations?on={day}" for day in days],
        "relations of one": [f"/relations?actor={party}&on={day}" for party, day in zip(some, days, strict=False)],
        "relations of two": [f"/relations?actor={a}&actor={b}" for a, b in zip(some[::2], some[1::2], strict=False) if a != b],
        "recognition": [f"/recognition/{party}?on={day}" for party, day in zip(some, days, strict=False)],
        "party": [f"/actors/{party}" for party in some[:ROUNDS]],
        "new (Atom)": [f"/events.atom?since={day}" for day in days],
        "terms": [f"/terms?entity={party}" for party in some[:3]],
        "sources": [f"/sources?x={i}" for i in range(3)],
        "review": [f"/review?limit={i + 1}" for i in range(3)],
        "due": [f"/due?on={day}" for day in days[:3]],
        "quality": [f"/quality?x={i}" for i in range(3)],
        "reports": [f"/reports?limit={i + 1}" for i in range(3)],
    }


def everything() -> EventFilter:
    """A filter that lets everything through."""
    return EventFilter()


def timed(connection: HTTPConnection, address: str) -> float:
    """The milliseconds of one answer."""
    start = perf_counter()
    connection.request("GET", address)
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise SystemExit(f"{address} answers with {answer.status}")
    return (perf_counter() - start) * 1000


def rate(host: str, port: int) -> float:
    """How many times a second the desk is answered, with so many clients at once."""
    until, counts = perf_counter() + SECONDS, list[int]()

    def ask() -> None:
        connection, n = HTTPConnection(host, port), 0
        while perf_counter() < until:
            timed(connection, "/")
            n += 1
        counts.append(n)

    clients = [threading.Thread(target=ask) for _ in range(CLIENTS)]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    return sum(counts) / SECONDS


def report() -> None:
    """Prints for each page the median and the 95th percentile, and the rate of the desk."""
    with TemporaryDirectory() as folder:
        path = Path(KEPT) if KEPT else Path(folder) / "desk.db"
        if not path.exists():
            filled(path)
        with served(path) as (host, port, room):
            connection = HTTPConnection(host, port)
            pages = asked(room, random.Random(1815))  # noqa: S311  no secret
            print(f"the desk at {EVENTS:,} events, ms a page: first, median, 95th percentile (at most {AT_MOST})")
            for name, addresses in pages.items():
                first, *times = [timed(connection, address) for address in addresses]
                print(f"  {name:<17} {first:7.0f} {median(times):7.0f} {quantiles(times, n=20)[-1]:7.0f}")
            print(f"the desk with {CLIENTS} clients: {rate(host, port):.0f} requests/s (at least {AT_LEAST})")


if __name__ == "__main__":
    report()
