"""Sums over the archive, the words for parties, and from when entries hold: what pages went through everything for."""

import sqlalchemy as sa
from alembic import op

from dateline.model import Entry
from dateline.store.columns import Text
from dateline.store.entries import days_of
from dateline.store.records import unpacked

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ENTRY_TABLES = {"imported": ("id",), "derived": ("event", "id"), "withdrawn": ("report", "id")}
"""The tables of entries with their keys."""
USE = ("party", "outlet", "speaker", "quoted", "folded", "words", "report")


def upgrade() -> None:
    """Adds the tables, which the next run that writes fills, and fills the columns."""
    op.create_table(
        "tallied",
        sa.Column("owner", Text, nullable=False),
        sa.Column("data", Text, nullable=False),
        sa.PrimaryKeyConstraint("owner", name=op.f("pk_tallied")),
    )
    op.create_table(
        "totals",
        *(sa.Column(name, Text, nullable=False) for name in ("what", "name", "of")),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("what", "name", "of", name=op.f("pk_totals")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "uses",
        *(sa.Column(name, sa.Integer() if name == "quoted" else Text, nullable=False, autoincrement=False) for name in USE),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(*USE, name=op.f("pk_uses")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_uses_report"), "uses", ["report"], unique=False)
    for table in ENTRY_TABLES:
        add_columns(table)
    op.execute("INSERT INTO stale (what) SELECT 'report:' || id FROM reports WHERE 'report:' || id NOT IN (SELECT what FROM stale)")


def add_columns(table: str) -> None:
    """Adds to a table of entries from when they hold and for when anything is announced in them."""
    op.add_column(table, sa.Column("valid", Text, nullable=True))
    op.add_column(table, sa.Column("ahead", Text, nullable=True))
    op.add_column(table, sa.Column("announced", sa.Integer(), nullable=True))
    keys = ENTRY_TABLES[table]
    found = sa.table(table, *map(sa.column, (*keys, "data", "valid", "ahead", "announced")))
    connection, rest = op.get_bind(), sa.and_(*(found.c[key] == sa.bindparam(f"old_{key}") for key in keys))
    rows = [
        {**{f"old_{key}": row[key] for key in keys}, **days_of(unpacked(Entry, row["data"]))}
        for row in connection.execute(sa.select(*(found.c[key] for key in keys), found.c.data)).mappings()
    ]
    if rows:
        connection.execute(
            sa.update(found).where(rest).values({name: sa.bindparam(name) for name in ("valid", "ahead", "announced")}), rows
        )
    op.create_index(op.f(f"ix_{table}_valid"), table, ["valid"], unique=False)
    announcing = sa.text("ahead IS NOT NULL")
    op.create_index(
        op.f(f"ix_{table}_ahead"),
        table,
        ["ahead", "announced", "actor", "recipient", "of_state"],
        sqlite_where=announcing,
        postgresql_where=announcing,
    )
