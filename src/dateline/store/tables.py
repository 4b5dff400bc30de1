"""The archive's tables. Those marked *kept* only ever grow; those marked *view* can be emptied and rebuilt from them.

The migrations beside this module make these tables; a test holds the two together.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, UniqueConstraint, text

from dateline.store.columns import Text

SCHEMA_VERSION = "0008"

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

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

# View: the version of each report that counts, and its newest coding.
reports = Table(
    "reports",
    metadata,
    Column("id", Text, primary_key=True),
    Column("version", ForeignKey("versions.seq"), nullable=False, index=True),
    Column("coded", ForeignKey("coded.seq"), nullable=False),
    Column("outlet", Text, index=True),
    Column("day", Text, index=True),
    Column("title", Text),
)

# View: event mentions, flat.
mentions = Table(
    "mentions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report", ForeignKey("reports.id"), nullable=False, index=True),
    Column("block", Text, nullable=False, index=True),  # mentions of other blocks cannot be the same event
    Column("event", Text, index=True),
    Column("data", Text, nullable=False),  # the member, its report without metadata
)

# View: what can be searched for words: a report, or the sentence of one of its mentions. The words themselves stand in
# ``searched``, which each database makes in its own way (see ``search.py``), under the same numbers.
passages = Table(
    "passages",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("report", Text, nullable=False, index=True),
    Column("mention", Text),
)

# View: which mention is linked to which other one of its report.
ties = Table(
    "ties",
    metadata,
    Column("mention", ForeignKey("mentions.id", ondelete="CASCADE"), primary_key=True),
    Column("target", Text, primary_key=True, index=True),
)

# View: merged events.
events = Table(
    "events",
    metadata,
    Column("id", Text, primary_key=True),
    Column("act", Text, nullable=False, index=True),
    Column("status", Text, nullable=False),
    Column("first", Text),  # the first and the last day that its date allows; null where open
    Column("last", Text),
    Column("day", Text),  # under which it is listed: the first, or where that is open the last
    Column("principals", Integer, nullable=False),
    Column("data", Text, nullable=False),
    # The order of lists, with what most filters ask for: without looking at the rows themselves, which are long.
    Index("ix_events_listed", "day", "id", "first", "last", "status", "principals"),
)

# View: who acts in an event and who receives.
parties = Table(
    "parties",
    metadata,
    Column("event", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("side", Text, primary_key=True),  # actor, recipient
    Column("party", Text, primary_key=True),
    Index(None, "party", "side"),
)

# View: what each event and each report adds to the sums over the archive, and the sums.
tallied = Table(
    "tallied",
    metadata,
    Column("owner", Text, primary_key=True),
    Column("data", Text, nullable=False),
)

totals = Table(
    "totals",
    metadata,
    Column("what", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("of", Text, primary_key=True),
    Column("n", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# View: the words that reports use for parties; the order of the key is that in which they are listed.
uses = Table(
    "uses",
    metadata,
    Column("party", Text, primary_key=True),
    Column("outlet", Text, primary_key=True),
    Column("speaker", Text, primary_key=True),
    Column("quoted", Integer, primary_key=True, autoincrement=False),
    Column("folded", Text, primary_key=True),
    Column("words", Text, primary_key=True),
    Column("report", Text, primary_key=True, index=True),
    Column("n", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# View: groups of reports about one happening; ``data`` without the events, which other reports may change.
stories = Table(
    "stories",
    metadata,
    Column("id", Text, primary_key=True),
    Column("first", Text),
    Column("data", Text, nullable=False),
)

# View: reports as stories see them, those that are no copies; ``cell`` is the first of the reports grouped at one time with it.
profiles = Table(
    "profiles",
    metadata,
    Column("report", Text, primary_key=True),
    Column("cell", Text, index=True),
    Column("story", Text),
    Column("data", LargeBinary, nullable=False),
)

# View: which reports may tell of one happening: a telling word in a month. The bucket comes first, so that news lies together.
slots = Table(
    "slots",
    metadata,
    Column("bucket", Integer, primary_key=True, autoincrement=False),
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("report", Text, primary_key=True),
    sqlite_with_rowid=False,
)

# View: how alike two reports are, from either end.
likenesses = Table(
    "likenesses",
    metadata,
    Column("report", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("value", Float(53), nullable=False),
    sqlite_with_rowid=False,
)

# View: reports as near-copies see them; ``bands`` is a JSON array.
shingled = Table(
    "shingled",
    metadata,
    Column("report", Text, primary_key=True),
    Column("outlet", Text),
    Column("credit", Text),
    Column("published", Text),
    Column("length", Integer, nullable=False),
    Column("bands", Text, nullable=False),
)

# View: MinHash bands; reports with one in common may be copies.
bands = Table(
    "bands",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("rank", Text, primary_key=True),
    Column("report", Text, primary_key=True),
    sqlite_with_rowid=False,
)

# View: reports that were compared in full and are copies of one text.
twins = Table(
    "twins",
    metadata,
    Column("report", Text, primary_key=True),
    Column("other", Text, primary_key=True, index=True),
)

# View: which report is a near-copy of which.
copies = Table(
    "copies",
    metadata,
    Column("report", Text, primary_key=True),
    Column("copy_of", Text, nullable=False, index=True),
)

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
# together and compressed, since neighbours are much alike. ``to`` is the party to which it is a relation of another.
standings = Table(
    "standings",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("a", Text, nullable=False),
    Column("b", Text, nullable=False),
    Column("layer", Text, nullable=False),
    Column("to", Text, nullable=False),
    Column("days", LargeBinary, nullable=False),
    Index(None, "a", "b"),
    Index(None, "a", "layer", "to"),
    Index(None, "b", "layer", "to"),
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

# Kept: what sites said of the state of their pages when these were read last, to be asked with the next time.
pages = Table(
    "pages",
    metadata,
    Column("url", Text, primary_key=True),
    Column("etag", Text),
    Column("modified", Text),
)
