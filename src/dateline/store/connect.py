"""From an archive's address to an engine, and from the database's errors to :class:`ArchiveError`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from dateline.model import ArchiveError

BUSY_SECONDS = 30
CACHE_KIB = 65_536  # SQLite's own 2 MiB hold not even the upper levels of a large archive's indexes
CHECKPOINT_PAGES = 10_000  # at SQLite's 1,000 every sixtieth small transaction waits for the disk

# What databases say when something stands in the way, and what we say. The first that is part of their message counts.
ERRORS = (
    ("file is not a database", "is not an archive"),
    ("database disk image is malformed", "is damaged: restore it from a copy, or add the reports again into a new archive"),
    ("locked", "is in use by another process; try again when it has ended"),
    ("readonly database", "cannot be written to"),
    ("read-only", "cannot be written to"),
    ("permission denied", "cannot be opened: permission denied"),
    ("unable to open database file", "cannot be opened: its folder is not there or may not be written to"),
    ("disk is full", "cannot grow: the disk is full"),
    ("No space left", "cannot grow: the disk is full"),
    ("disk I/O error", "cannot be read or written: the disk reports an error"),
    ("password authentication failed", "cannot be opened: the password is refused"),
    ("does not exist", "cannot be opened: there is no such database"),
    ("connection", "cannot be reached"),
)


def address(url: str) -> URL:
    """The archive's address: a URL as it is, anything else as the path of an SQLite file."""
    if "://" not in url:
        return URL.create("sqlite", database=str(Path(url).expanduser()))
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise ArchiveError(f"{url} is no address of an archive") from error
    backend = parsed.get_backend_name()
    if backend == "postgresql" and "+" not in parsed.drivername:
        return parsed.set(drivername="postgresql+psycopg")
    if backend not in {"sqlite", "postgresql"}:
        raise ArchiveError(f"{shown(parsed)} is no address of an archive: give a path, sqlite:///file.db or postgresql://…")
    return parsed


def shown(url: URL) -> str:
    """The address for messages: a file's path, or the URL without its password."""
    return url.database or "the archive in memory" if url.get_backend_name() == "sqlite" else url.render_as_string()


def file_of(url: URL) -> Path | None:
    """The file that an SQLite address means; none for other databases and for one in memory."""
    if url.get_backend_name() != "sqlite" or url.database in {None, "", ":memory:"}:
        return None
    return Path(url.database or "")


def check_file(path: Path, create: bool) -> None:
    """Raises an :class:`ArchiveError` where the file cannot be an archive.

    The file itself is left to SQLite: whoever else opens and closes it lets go of all locks that this process holds on it, and
    another process would then take the log away that we still write to.
    """
    if path.is_dir():
        raise ArchiveError(f"{path} is a folder, not an archive")
    if path.exists():
        return
    if not create:
        raise ArchiveError(f"there is no archive at {path}; `dateline add` makes one")
    if not path.parent.is_dir():
        raise ArchiveError(f"there is no folder {path.parent} to make an archive in")


def engine_for(url: URL, write: bool) -> Engine:
    """The engine of an address, set up so that transactions are what they say."""
    try:
        engine = create_engine(read_only(url) if not write else url)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise ArchiveError("PostgreSQL needs a driver: pip install 'dateline[postgresql]'") from error
    if url.get_backend_name() == "sqlite":
        tune_sqlite(engine, write)
    return engine


def read_only(url: URL) -> URL:
    """The address for reading alone where the file or its folder may not be written to, else the address itself."""
    path = file_of(url)
    if path is None or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return url
    unused = not path.with_name(path.name + "-wal").exists()
    query = {"uri": "true", "mode": "ro"} | ({"immutable": "1"} if unused else {})
    return url.set(database=f"file:{path}", query=query)


def tune_sqlite(engine: Engine, write: bool) -> None:
    """Sets an SQLite engine to write-ahead logging, patience, enforced references, and transactions of our own making."""

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # else the driver begins transactions when it likes
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        if write:
            cursor.execute("PRAGMA journal_mode = WAL")
            cursor.execute("PRAGMA synchronous = NORMAL")
            cursor.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def on_begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


@contextmanager
def told(url: URL) -> Iterator[None]:
    """Puts a database's errors into an :class:`ArchiveError`."""
    try:
        yield
    except DBAPIError as error:
        raise ArchiveError(f"{shown(url)} {reason(str(error.orig))}") from error


def reason(message: str) -> str:
    """What stands in the way, in our words; the database's first line where we have none."""
    for part, words in ERRORS:
        if part.casefold() in message.casefold():
            return words
    return f"cannot be used: {message.splitlines()[0] if message else 'unknown error'}"
