"""Views: the register's entries from events, how it stands from day to day, and what the views owe to what is kept."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table

from dateline.store.columns import Text
from dateline.store.tables.base import metadata, told_index
from dateline.store.tables.kept import entry_columns, entry_indexes

# View: entries from events. Two events may make the same entry.
derived = Table(
    "derived",
    metadata,
    Column("event", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("id", Text, primary_key=True),
    *entry_columns(),
    *entry_indexes("derived"),
)

# View: entries that a later version of their report no longer tells, each with the ruling that retracts it.
withdrawn = Table(
    "withdrawn",
    metadata,
    Column("report", ForeignKey("reports.id"), primary_key=True),
    Column("id", Text, primary_key=True),
    *entry_columns(),
    Column("ruling", Text, nullable=False),
    *entry_indexes("withdrawn"),
)

# View: how a slot of the register stands between two parties (``a`` sorts first) from day to day: one row a slot, all of its days
# together and compressed, since neighbours are much alike. ``to`` is the party to which it is a relation of another, ``findings``
# is what does not fit in it.
standings = Table(
    "standings",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("a", Text, nullable=False),
    Column("b", Text, nullable=False),
    Column("layer", Text, nullable=False),
    Column("to", Text, nullable=False),
    Column("days", LargeBinary, nullable=False),
    Column("findings", Text),
    Index(None, "a", "b"),
    Index(None, "a", "layer", "to"),
    Index(None, "b", "layer", "to"),
    told_index("ix_standings_unfit", "findings", "a", "b"),
)

# The pairs whose standings do not rest on all of their entries.
touched = Table(
    "touched",
    metadata,
    Column("a", Text, primary_key=True),
    Column("b", Text, primary_key=True, index=True),
)

# With which version of rules and catalogue a view was made.
made = Table(
    "made",
    metadata,
    Column("view", Text, primary_key=True),
    Column("version", Text, nullable=False),
)

# What the views still owe to the kept tables, so that a run that was cut off is made up for.
stale = Table(
    "stale",
    metadata,
    Column("what", Text, primary_key=True),
)
