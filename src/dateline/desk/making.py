"""Makes the standings of an archive again: of the pairs that something touched, or of all, on all cores where that pays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import repeat
from multiprocessing import get_context
from os import cpu_count

from dateline.desk.coding import batches
from dateline.desk.standing import Pair, register_of, standings_version, unique
from dateline.model import Entry, Party, Ruling
from dateline.register.checks import slot_findings
from dateline.register.entries import pairs
from dateline.register.register import Register
from dateline.register.standings import spells
from dateline.register.view import View
from dateline.resolve import Catalogue
from dateline.store import Archive, Session
from dateline.store.records import packed
from dateline.store.standings import Kept, folded

MANY = 20_000
"""So many entries are worth starting further processes for."""
AT_ONCE = 4
"""So many parties are handed to a process at once: few, since those that sort first lead the most pairs."""
TOGETHER = 200
"""So many touched pairs are made again in one transaction."""


def make_standings(archive: Archive, known: Catalogue) -> None:
    """Sees to it that the archive's standings rest on all of its entries, and on these rules and this catalogue."""
    version = standings_version(known)
    with archive.session() as session:
        kept, stale = session.entries.standings.version(), session.entries.standings.touched()
    if kept != version:
        make_all(archive, known, version)
        return
    for part in batches(stale, TOGETHER):
        with archive.session() as session:
            session.entries.standings.replace(part, [row for pair in part for row in pair_rows(session, known, pair)])


def pair_rows(session: Session, known: Catalogue, pair: Pair) -> Iterator[Kept]:
    """The standings of one pair."""
    return rows_of(register_of(session, known, *pair), pair)


def rows_of(register: Register, pair: Pair) -> Iterator[Kept]:
    """The standings of one pair of a register."""
    view = View()
    for slot, found in register.derived(*pair, view).items():
        days = folded((spell.start, packed(spell.standing)) for spell in spells(found, register.parties, view))
        unfit = "\n".join(map(packed, slot_findings(found)))
        yield Kept(*pair, slot.layer, slot.to, days, unfit or None)


# --------------------------------------------------------------------------- all of them


@dataclass(frozen=True, slots=True)
class Lives:
    """The parties of a catalogue by id alone, to be handed to other processes."""

    parties: Mapping[str, Party]

    def party(self, id: str) -> Party | None:
        """The party with this id."""
        return self.parties.get(id)

    def find(self, name: str, on: str | None = None) -> tuple[Party, ...]:  # noqa: ARG002  the register's parties are asked so
        """The party with this id, if there is one."""
        found = self.parties.get(name)
        return (found,) if found else ()


def make_all(archive: Archive, known: Catalogue, version: str) -> None:
    """Drops all standings and makes them again, party by party; all of it in one transaction, so that no half is ever seen."""
    lives = Lives({p.id: replace(p, names=(), note="") for p in known.parties.values()})
    with archive.session() as session:
        ids = sorted(session.entries.acted())
        many = archive.shared and session.entries.count() >= MANY
    with archive.session() as session:
        session.entries.standings.clear()
        if many:
            for rows in spread(archive, ids, lives):
                session.entries.standings.add(rows)
        else:
            rulings, annexed = rests(session)
            for id in ids:
                session.entries.standings.add(led_rows(session, id, lives, rulings, annexed))
        session.entries.standings.settle(version)


def spread(archive: Archive, ids: Sequence[str], lives: Lives) -> Iterator[list[Kept]]:
    """The standings of the pairs that parties lead, made by as many processes as there are cores, in the order of ids."""
    parts = list(batches(ids, AT_ONCE))
    with ProcessPoolExecutor(cpu_count(), mp_context=get_context("spawn")) as pool:
        yield from pool.map(led_apart, repeat(archive.address), parts, repeat(lives))


def led_apart(address: str, ids: Iterable[str], lives: Lives) -> list[Kept]:
    """The standings of the pairs that these parties lead, read from the archive by a process of its own."""
    with Archive.open(address) as archive, archive.session() as session:
        others = rests(session)
        return [row for id in ids for row in led_rows(session, id, lives, *others)]


def rests(session: Session) -> tuple[tuple[Ruling, ...], Mapping[str, Sequence[Entry]]]:
    """What bears on pairs beside their own entries: the rulings, and for each party the entries that tell of its annexation."""
    annexed: dict[str, list[Entry]] = {}
    for entry in session.entries.annexations():
        annexed.setdefault(entry.recipient, []).append(entry)
    return tuple(session.judgements.rulings()), annexed


def led_rows(
    session: Session, id: str, lives: Lives, rulings: Iterable[Ruling], annexed: Mapping[str, Sequence[Entry]]
) -> Iterator[Kept]:
    """The standings of the pairs of which a party is the one that sorts first."""
    own = list(session.entries.led_by(id))
    concerned = {party for entry in own for pair in pairs(entry) for party in pair}
    ends = [entry for party in sorted(concerned & annexed.keys()) for entry in annexed[party]]
    register = Register(unique([*own, *ends]), lives, rulings)
    for pair in register.by_pair:
        if pair[0] == id:
            yield from rows_of(register, pair)
