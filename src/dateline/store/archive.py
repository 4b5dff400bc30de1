"""The archive: opened by its address, used in transactions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from sqlalchemy import URL, Connection, Engine

from dateline.store.connect import address, check_file, engine_for, file_of, shown, told
from dateline.store.counts import Counts
from dateline.store.entries import Entries
from dateline.store.events import Events
from dateline.store.judgements import Judgements
from dateline.store.mentions import Mentions
from dateline.store.pages import Pages
from dateline.store.parties import Parties
from dateline.store.quotations import Quotations
from dateline.store.reports import Reports
from dateline.store.runs import Runs
from dateline.store.schema import ready
from dateline.store.search import Search
from dateline.store.stories import Stories
from dateline.store.tallies import Tallies
from dateline.store.uses import Uses


class Session:
    """One transaction on the archive, by concern."""

    def __init__(self, connection: Connection) -> None:
        self.reports = Reports(connection)
        self.mentions = Mentions(connection)
        self.events = Events(connection)
        self.stories = Stories(connection)
        self.entries = Entries(connection)
        self.judgements = Judgements(connection)
        self.parties = Parties(connection)
        self.runs = Runs(connection)
        self.pages = Pages(connection)
        self.search = Search(connection)
        self.tallies = Tallies(connection)
        self.uses = Uses(connection)
        self.quotations = Quotations(connection)
        self.counts = Counts(connection)

    def clear_views(self) -> None:
        """Empties all that can be made again from what is kept."""
        of_words = (self.uses, self.quotations, self.counts, self.search)
        for view in (self.tallies, *of_words, self.entries, self.stories, self.events, self.mentions, self.reports):
            view.clear()


class Archive:
    """Reports and what was made of them, in an SQLite file or a PostgreSQL database."""

    def __init__(self, url: URL, engine: Engine) -> None:
        self.url = url
        self.engine = engine

    @classmethod
    def open(cls, url: str, *, write: bool = False, create: bool = True) -> Archive:
        """The archive at an address, its tables brought up to date; for writing it is made where there is none, if it may be.

        An :class:`ArchiveError` says what stands in the way.
        """
        parsed = address(url)
        path = file_of(parsed)
        if path is not None:
            check_file(path, create=write and create)
        engine = engine_for(parsed, write)
        with told(parsed):
            ready(engine, parsed, write)
        return cls(parsed, engine)

    @property
    def name(self) -> str:
        """The archive's address for people: no password in it."""
        return shown(self.url)

    @property
    def address(self) -> str:
        """The archive's address for programs: the password is in it."""
        return self.url.render_as_string(hide_password=False)

    @property
    def shared(self) -> bool:
        """Whether other processes can open it too."""
        return self.url.get_backend_name() != "sqlite" or file_of(self.url) is not None

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A transaction: all of it is kept, or, where an exception leaves it, nothing."""
        with told(self.url), self.engine.begin() as connection:
            yield Session(connection)

    def stamp(self) -> str | None:
        """What changes whenever the archive is written to, without asking it; null where that cannot be told."""
        path = file_of(self.url)
        files = [path, path.with_name(path.name + "-wal")] if path else []
        found = [file.stat() for file in files if file.exists()]
        return " ".join(f"{each.st_ino}:{each.st_size}:{each.st_mtime_ns}" for each in found) or None

    def close(self) -> None:
        """Lets go of the database."""
        self.engine.dispose()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
