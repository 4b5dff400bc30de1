"""Sums over the archive, the words for parties, and from when entries hold: what pages went through everything for."""

import sqlalchemy as sa
from alembic import op

from dateline.model import Entry
from dateline.register.questions import announces
from dateline.store.columns import Text
from dateline.store.records import storable, unpacked

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
    """Adds to a table of entries from when they hold and whether anything is announced in them."""
    op.add_column(table, sa.Column("valid", Text, nullable=True))
    op.add_column(table, sa.Column("ahead", sa.Integer(), nullable=False, server_default="0"))
    keys = ENTRY_TABLES[table]
    found = sa.table(table, *map(sa.column, (*keys, "data", "valid", "ahead")))
    connection, rest = op.get_bind(), sa.and_(*(found.c[key] == sa.bindparam(f"old_{key}") for key in keys))
    rows = [
        {**{f"old_{key}": row[key] for key in keys}, **filled(unpacked(Entry, row["data"]))}
        for row in connection.execute(sa.select(*(found.c[key] for key in keys), found.c.data)).mappings()
    ]
    if rows:
        connection.execute(sa.update(found).where(rest).values(valid=sa.bindparam("valid"), ahead=sa.bindparam("ahead")), rows)
    op.create_index(op.f(f"ix_{table}_valid"), table, ["valid"], unique=False)
    announcing = sa.text("ahead = 1")
    op.create_index(
        op.f(f"ix_{table}_ahead"), table, ["actor", "recipient", "of_state"], sqlite_where=announcing, postgresql_where=announcing
    )


def filled(entry: Entry) -> dict[str, str | int | None]:
    """What the columns hold of an entry."""
    return {"valid": storable(entry.valid), "ahead": int(announces(entry))}
