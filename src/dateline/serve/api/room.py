"""What requests work with: an archive opened for reading, and what is known beside it, kept while the server runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Generic, TypeVar

from dateline import edtf
from dateline.desk.catalogue import catalogue_of
from dateline.desk.desk import Desk
from dateline.desk.overview import Overview
from dateline.desk.sourcing import Carrier, carriers
from dateline.desk.standing import register_of
from dateline.model import Party
from dateline.pipeline import Pipeline, paths
from dateline.register.register import Register
from dateline.resolve import Catalogue
from dateline.serve.asked import parties_named
from dateline.settings import Settings
from dateline.store import Archive, Session
from dateline.store.standings import Slot

T = TypeVar("T")


class Room:
    """An archive with the catalogue; what is dear to make is made once for each state of the archive."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.archive = Archive.open(settings.archive)
        self.known = Catalogue.load(paths(settings.actors))
        self.catalogue = Kept[Catalogue]()
        self.carriers = Kept[list[Carrier]]()
        self.days = Kept[list[str]]()
        self.slots = Kept[list[Slot]]()
        self.writing = Lock()
        self.closed = False
        self.pipeline = Pipeline(settings)

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """The desk over the archive, for one writer at a time; what is read meanwhile is read from the state before."""
        with self.writing, Archive.open(self.settings.archive, write=True, create=False) as archive:
            yield Desk(archive, self.pipeline)

    @contextmanager
    def lookup(self) -> Iterator[Lookup]:
        """A transaction for looking things up."""
        stamp = self.archive.stamp()
        with self.archive.session() as session:
            yield Lookup(self, session, stamp)

    def close(self) -> None:
        """Lets go of the archive."""
        self.closed = True
        self.archive.close()


class Kept(Generic[T]):
    """A thing that is made anew only when its key is another one; without a key it is made each time."""

    def __init__(self) -> None:
        self.key: object = None
        self.thing: T | None = None
        self.lock = Lock()

    def get(self, key: object, make: Callable[[], T]) -> T:
        """The thing for this key."""
        with self.lock:
            if self.thing is None or key is None or key != self.key:
                self.thing, self.key = make(), key
            return self.thing


def last_days(dates: Iterable[str]) -> Iterator[str]:
    """The last day that each of these dates allows, of those that allow one."""
    ends = (edtf.bounds(value)[1] for value in dates if edtf.is_edtf(value))
    return (end.isoformat() for end in ends if end)


@dataclass(frozen=True)
class Lookup:
    """One transaction of a room."""

    room: Room
    session: Session
    stamp: str | None

    @cached_property
    def known(self) -> Catalogue:
        """The catalogue with the archive's imported parties; they are only ever added to, so that their number tells them apart."""
        return self.room.catalogue.get(self.session.parties.count(), lambda: catalogue_of(self.session, self.room.known))

    def party(self, name: str, on: str | None = None) -> Party:
        """The party that is most likely meant by a name, a code or an id."""
        return parties_named(self.known, name, on)[0]

    @cached_property
    def registers(self) -> dict[tuple[str, str | None], Register]:
        """The registers that were asked for in this transaction: what is read for one part of a page serves the others."""
        return {}

    def register(self, one: str, other: str | None = None) -> Register:
        """The register as far as it concerns a party, or two."""
        if (one, other) not in self.registers:
            self.registers[one, other] = register_of(self.session, self.known, one, other)
        return self.registers[one, other]

    @cached_property
    def overview(self) -> Overview:
        """The register for a look at all of it; where it keeps nothing, what is dear to list is listed once for each state."""
        found = Overview(self.session, self.known)
        if not found.kept:
            found.listed = self.room.slots.get(self.stamp, found.list_slots)
        return found

    def days(self) -> list[str]:
        """The days on which anything took effect, sorted."""
        return self.room.days.get(self.stamp, lambda: sorted(set(last_days(self.session.entries.days()))))

    def carriers(self) -> list[Carrier]:
        """Every outlet and agency, with what it carries."""
        return self.room.carriers.get(self.stamp, lambda: carriers(self.session))
