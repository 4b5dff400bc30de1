"""The tables that only ever grow: what came, what was made of it, what people said of it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, UniqueConstraint, text

from dateline.store.columns import Text
from dateline.store.tables.base import metadata

# Kept: every version of every report, as it came. ``digest`` is over all that makes a version itself.
versions = Table(
    "versions",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, index=True),
    Column("digest", Text, nullable=False),
    Column("data", Text, nullable=False),  # the report without its text, JSON
    Column("text", Text, nullable=False),  # JSON, since text may hold what a database refuses (NUL, half a surrogate pair)
    Column("recorded", Text, nullable=False),
    UniqueConstraint("id", "digest"),
    sqlite_autoincrement=True,
)

# Kept: what a coder got out of a version.
coded = Table(
    "coded",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("version", ForeignKey("versions.seq"), nullable=False),
    Column("coder", Text, nullable=False),  # hash over code, codebook, catalogue and model
    Column("data", LargeBinary, nullable=False),
    Column("recorded", Text, nullable=False),
    UniqueConstraint("version", "coder"),
    sqlite_autoincrement=True,
)

# Kept: what people decided.
judgements = Table(
    "judgements",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("data", Text, nullable=False),
    Column("recorded", Text, nullable=False),
    sqlite_autoincrement=True,
)

# Kept: what outlets took back and people decided of entries.
rulings = Table(
    "rulings",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("data", Text, nullable=False),
    Column("recorded", Text, nullable=False),
    sqlite_autoincrement=True,
)


def entry_columns() -> list[Column[Any]]:
    """What of an entry stands in columns of its own, to be asked for: its act and its parties."""
    return [
        Column("act", Text, nullable=False),
        Column("actor", Text, nullable=False),
        Column("recipient", Text, nullable=False, index=True),
        Column("of_state", Text),
        Column("data", Text, nullable=False),
        Column("valid", Text),  # from when it holds
        Column("ahead", Text),  # where anything is announced in it: for which day, or by which
        Column("announced", Integer),  # and since which day (an ordinal) that is known
    ]


def entry_indexes(name: str) -> list[Index]:
    """What entries are found by: their parties, their days, and the few annexations, announcements and entries on governments by
    themselves.
    """
    named, annexing, announcing = text("of_state IS NOT NULL"), text("act = 'annex'"), text("ahead IS NOT NULL")
    return [
        Index(None, "actor", "recipient"),
        Index(f"ix_{name}_of_state", "of_state", sqlite_where=named, postgresql_where=named),
        Index(f"ix_{name}_annexed", "recipient", "act", sqlite_where=annexing, postgresql_where=annexing),
        Index(None, "valid"),
        Index(
            f"ix_{name}_ahead",
            "ahead",
            "announced",
            "actor",
            "recipient",
            "of_state",
            sqlite_where=announcing,
            postgresql_where=announcing,
        ),
    ]


# Kept: entries from imported tables and hand-written lines.
imported = Table(
    "imported",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("table", Text, nullable=False),
    *entry_columns(),
    Column("recorded", Text, nullable=False),
    *entry_indexes("imported"),
    sqlite_autoincrement=True,
)

# Kept: parties from imported tables; ``id`` is over all of a row, since a party may have several spells.
catalogued = Table(
    "catalogued",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("table", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("recorded", Text, nullable=False),
    sqlite_autoincrement=True,
)

# Kept: what was run, with which versions, and what it did.
runs = Table(
    "runs",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("command", Text, nullable=False),
    Column("coder", Text, nullable=False),
    Column("started", Text, nullable=False),
    Column("finished", Text),
    Column("counts", Text, nullable=False, server_default="{}"),
    sqlite_autoincrement=True,
)

# Kept: what sites said of the state of their pages when these were read last, to be asked with the next time.
pages = Table(
    "pages",
    metadata,
    Column("url", Text, primary_key=True),
    Column("etag", Text),
    Column("modified", Text),
)
