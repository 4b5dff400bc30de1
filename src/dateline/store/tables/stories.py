"""Views: stories and near-copies, with what reports are put among the others by."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, Integer, LargeBinary, Table

from dateline.store.columns import Text
from dateline.store.tables.base import metadata

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
