"""Tables and lines that others wrote, into the archive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from dateline.coding.codebook import Codebook
from dateline.desk.catalogue import catalogue_of
from dateline.desk.coding import batches
from dateline.desk.making import make_standings
from dateline.model import Entry, Party, Problem, Ruling
from dateline.register.imports import KINDS as TABLES
from dateline.register.imports import import_table
from dateline.register.ledger import Expectation, read_ledger
from dateline.resolve import Catalogue
from dateline.settings import load
from dateline.store import Archive, Session

LINES = "lines"
KINDS = (*TABLES, LINES)
"""The kinds of import: tables by what they hold, and files of register lines."""

BATCH = 1000
Item = Entry | Party | Ruling | Expectation | Problem


def import_file(archive: Archive, kind: str, path: Path, known: Catalogue, moment: str, done: Counter[str]) -> Iterator[Problem]:
    """Keeps what a file holds and yields the problems of its rows; ``done`` counts what was read and what of it was new."""
    for batch in batches(items(kind, path, known), BATCH):
        with archive.session() as session:
            keep(session, batch, path.name, moment, done)
        yield from (item for item in batch if isinstance(item, Problem))
    with archive.session() as session:
        extended = catalogue_of(session, known)
    make_standings(archive, extended)


def items(kind: str, path: Path, known: Catalogue) -> Iterable[Item]:
    """What a file holds, row by row."""
    if kind != LINES:
        return import_table(kind, path, known)
    lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    return (checked(item, known) for item in read_ledger(lines, path.name))


@cache
def acts() -> frozenset[str]:
    """The acts of the codebook with the files that the settings name."""
    return frozenset(Codebook.load(tuple(map(Path, load().codebook))).acts)


def checked(item: Item, known: Catalogue) -> Item:
    """What a line says; a problem in place of an entry with an act or a party that nobody knows."""
    if not isinstance(item, Entry):
        return item
    proof = item.evidence[0]
    place = f"{proof.ref}:{proof.row}" if proof.row else proof.ref
    if item.act not in acts():
        return Problem(place, 0, 0, "register_line", f"there is no act {item.act!r}")
    strangers = [id for id in (item.actor, item.recipient) if known.party(id) is None]
    if strangers:
        return Problem(place, 0, 0, "party_unknown", f"no party has the id {strangers[0]!r}")
    return item


def keep(session: Session, batch: Iterable[Item], table: str, moment: str, done: Counter[str]) -> None:
    """Keeps a batch; expectations are no facts, and are left to ``check``."""
    entries = [item for item in batch if isinstance(item, Entry)]
    parties = [item for item in batch if isinstance(item, Party)]
    done["entries"] += len(entries)
    done["parties"] += len(parties)
    done["new"] += session.entries.keep(entries, table, moment) + session.parties.keep(parties, table, moment)
    for item in batch:
        if isinstance(item, Ruling):
            done["rulings"] += 1
            session.judgements.keep_ruling(item, moment)
