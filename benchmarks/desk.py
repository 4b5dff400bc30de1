"""The desk at a hundred thousand made-up events: how long the server works on each page, and how many requests it answers.

Some thousand events are made up, coded before and filed, most told by one report, some by several, some only announced; the
archive's rows are then repeated under other ids until there are enough, between other parties each time, so that the register grows
with them. Every page is asked for some dozen times with other parameters, so that what is kept for those who ask the same again
does not count; the first of them is the first after a write. Beside the time that passes stands the time for which the processor is
kept busy, which other work on the machine does not alter. The same is then done while reports are added.
``DATELINE_BENCH_EVENTS`` sets another number of events, ``DATELINE_BENCH_DESK`` names an archive of an earlier run, so that it is
not made again.
"""

from __future__ import annotations

import os
import random
import re
import sqlite3
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, timedelta
from http.client import HTTPConnection
from itertools import count, islice
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time, sleep

import uvicorn

from benchmarks.archive import CodedBefore, World, add
from dateline.desk.desk import Desk
from dateline.desk.making import make_standings
from dateline.model import ActorMention, CodedReport, Coverage, Fate, MentionForm, PartyKind, Span, Status, Time
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
    "events": {"id": ID, "data": "moved(json_set(data, '$.id', id || '~{k}'), {k})"},
    "parties": {"event": "event || '~{k}'", "party": "moved(party, {k})"},
    "copies": {"report": "report || '~{k}'", "copy_of": "copy_of || '~{k}'"},
    "tallied": {"owner": "owner || '~{k}'"},
    "uses": {"report": "report || '~{k}'", "party": "moved(party, {k})"},
    "derived": {
        "id": ID,
        "event": "event || '~{k}'",
        "actor": "moved(actor, {k})",
        "recipient": "moved(recipient, {k})",
        "data": "moved(json_set(data, '$.id', id || '~{k}', '$.event', event || '~{k}'), {k})",
    },
}
"""The tables whose rows are repeated, with what is another in each copy."""
CODE = re.compile(r'"[A-Z]{3}"|^[A-Z]{3}$')
"""A party in a column, or in JSON."""
FIRST, DAYS = date(1990, 1, 1), 12_000
AT_MOST, AT_LEAST = 150, 200
"""Milliseconds of a page (95 of 100), and requests a second to the desk."""


WHILE_ADDING = ("desk", "events", "event", "relations of all", "recognition", "terms", "sources", "due", "review")
"""The pages that are asked for again while reports are added."""


def made_up(pipeline: CodedBefore, n: int) -> Iterator[CodedReport]:
    """The reports on so many acts, spread over three decades: of most acts one, of every eighth as many as there are."""
    world = World(pipeline)
    for i in range(n):
        told = world.happening(FIRST + timedelta(days=i * DAYS // n), i)
        for coded in told if i % 8 == 0 else islice(told, 1):
            yield dressed(coded, i)


def dressed(coded: CodedReport, number: int) -> CodedReport:
    """The report with its parties marked as often as a report names them; every tenth act is only announced."""
    sides = [*coded.events[0].actors, *coded.events[0].recipients]
    actors = tuple(
        ActorMention(found, 0, MentionForm.NAME, (each.actor,))
        for each in sides
        if (at := coded.report.text.find(each.actor.name)) >= 0 and (found := Span(at, at + len(each.actor.name)))
    )
    sentences = tuple(Coverage(span, (Fate.EVENT if i == 0 else Fate.SKIPPED,)) for i, span in enumerate(coded.sentences))
    planned = number % 10 == 0
    events = tuple(replace(e, status=Status.PLANNED, time=Time.FUTURE) if planned else e for e in coded.events)
    return replace(coded, actors=actors, coverage=sentences, events=events)


def filled(path: Path) -> None:
    """Makes the archive."""
    pipeline = CodedBefore()
    news = made_up(pipeline, min(EVENTS, FILED))
    with Archive.open(str(path), write=True) as archive:
        while batch := [coded for coded, _ in zip(news, range(BATCH), strict=False)]:
            add(archive, pipeline, batch)
    states = sorted(p.id for p in pipeline.catalogue.parties.values() if p.standing is PartyKind.UN_MEMBER)
    repeat(path, EVENTS // FILED, states)
    with Archive.open(str(path), write=True) as archive:
        with archive.session() as session:
            session.entries.standings.clear()
        make_standings(archive, pipeline.catalogue)


def mover(states: Sequence[str]) -> Callable[[str, int], str]:
    """What puts other states in the places of those that a text names, others for every number."""
    numbers = {state: i for i, state in enumerate(states)}

    def moved(text: str, k: int) -> str:
        def other(found: re.Match[str]) -> str:
            code = found[0].strip('"')
            number = numbers.get(code)
            return found[0] if number is None else found[0].replace(code, states[(number * (1 + k % 7) + k) % len(states)])

        return CODE.sub(other, text)

    return moved


def repeat(path: Path, times: int, states: Sequence[str]) -> None:
    """Repeats the rows of the archive under other ids, between other states, until there are so many times as many."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.create_function("moved", 2, mover(states), deterministic=True)
        connection.execute("UPDATE totals SET n = n * ?", (times,))
        (last,) = connection.execute("SELECT max(seq) FROM versions").fetchone()
        for k in range(1, times):
            for table, changed in REPEATED.items():
                columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
                values = [changed.get(c, c).format(k=k, last=last * k) for c in columns]
                names = ", ".join(f'"{c}"' for c in columns)
                own = next((c for c in columns if c in {"seq", "id", "event", "report", "owner"}), "id")
                where = "seq <= :last" if own == "seq" else f"instr({own}, '~') = 0"
                connection.execute(
                    f"INSERT OR IGNORE INTO {table} ({names}) SELECT {', '.join(values)} FROM {table} WHERE {where}",  # noqa: S608  ours
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
    try:
        yield host, port, room
    finally:
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
        "terms": [f"/terms?entity={party}" for party in some[:ROUNDS]],
        "sources": [f"/sources?x={i}" for i in range(ROUNDS)],
        "review": [f"/review?limit={i + 1}" for i in range(ROUNDS)],
        "due": [f"/due?on={day}" for day in days],
        "quality": [f"/quality?x={i}" for i in range(ROUNDS)],
        "reports": [f"/reports?limit={i + 1}" for i in range(ROUNDS)],
        "recognitions": [f"/recognition?limit={i + 1}" for i in range(ROUNDS)],
        "parties": [f"/actors?limit={i + 1}" for i in range(ROUNDS)],
        "choice": [f"/compare?x={i}" for i in range(ROUNDS)],
    }


def everything() -> EventFilter:
    """A filter that lets everything through."""
    return EventFilter()


def timed(connection: HTTPConnection, address: str) -> tuple[float, float]:
    """The milliseconds of one answer, and those for which it keeps the processor busy: the server is of this process."""
    start, busy = perf_counter(), process_time()
    connection.request("GET", address)
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise SystemExit(f"{address} answers with {answer.status}")
    return (perf_counter() - start) * 1000, (process_time() - busy) * 1000


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


def adding(path: str, heard: Event) -> None:
    """Adds reports to the archive until it is told to end: what another process does while the server answers."""
    pipeline = CodedBefore()
    news = (dressed(coded, i) for i in count() for coded in World(pipeline, i).happening(date(2023, 1, 1) + timedelta(days=i), -i))
    with Archive.open(path, write=True) as archive:
        while not heard.is_set():
            some = list(islice(news, 20))
            pipeline.codings = {coded.report.id: coded for coded in some}
            list(Desk(archive, pipeline).add([coded.report for coded in some], Counter()))


@contextmanager
def meanwhile(path: Path) -> Iterator[None]:
    """Reports being added by another process."""
    context = get_context("spawn")
    heard = context.Event()
    process = context.Process(target=adding, args=(str(path), heard))
    process.start()
    sleep(10)  # it has to read the catalogue first
    try:
        yield
    finally:
        heard.set()
        process.join()


def table(connection: HTTPConnection, pages: dict[str, list[str]]) -> None:
    """Prints for each page the milliseconds of the first answer, the median and the 95th percentile of the others, and the 95th
    percentile of those for which the processor is busy.
    """
    for name, addresses in pages.items():
        (first, _), *others = [timed(connection, address) for address in addresses]
        times, busy = zip(*others, strict=True)
        print(f"  {name:<17} {first:7.0f} {median(times):7.0f} {quantiles(times, n=20)[-1]:7.0f} {quantiles(busy, n=20)[-1]:7.0f}")


def report() -> None:
    """Prints what each page takes, alone and while reports are added, and the rate of the desk."""
    with TemporaryDirectory() as folder:
        path = Path(KEPT) if KEPT else Path(folder) / "desk.db"
        if not path.exists():
            filled(path)
        with served(path) as (host, port, room):
            connection = HTTPConnection(host, port)
            chance = random.Random(1815)  # noqa: S311  no secret
            print(f"the desk at {EVENTS:,} events, ms a page: first, median, 95th percentile (at most {AT_MOST}), 95th of work")
            table(connection, asked(room, chance))
            print(f"the desk with {CLIENTS} clients: {rate(host, port):.0f} requests/s (at least {AT_LEAST})")
            print("the same while another process adds reports:")
            pages = asked(room, chance)
            with meanwhile(path):
                connection = HTTPConnection(host, port)  # the server has closed the one that lay idle
                table(connection, {name: pages[name] for name in WHILE_ADDING})
                print(f"the desk with {CLIENTS} clients: {rate(host, port):.0f} requests/s")


if __name__ == "__main__":
    report()
