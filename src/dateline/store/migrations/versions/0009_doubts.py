"""What does not fit: the findings of the register's slots, the events of which reports differ, and those that wait for a person."""

import sqlalchemy as sa
from alembic import op

from dateline.model import Event
from dateline.store.columns import Text
from dateline.store.events import doubts
from dateline.store.records import unpacked

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

INDEXES = (
    ("ix_standings_unfit", "standings", ["a", "b"], "findings"),
    ("ix_events_differing", "events", ["day", "id"], "differs"),
    ("ix_events_waiting", "events", ["waits", "id"], "waits"),
)
"""The indexes over those rows alone in which a column says anything."""


def upgrade() -> None:
    """Adds the columns and fills those of the events; standings are made anew by the next run that writes."""
    op.add_column("standings", sa.Column("findings", Text, nullable=True))
    op.add_column("events", sa.Column("differs", sa.Integer(), nullable=True))
    op.add_column("events", sa.Column("waits", Text, nullable=True))
    op.execute("DELETE FROM made WHERE view = 'standings'")
    found = sa.table("events", *map(sa.column, ("id", "data", "differs", "waits")))
    connection = op.get_bind()
    told = ((id, doubts(unpacked(Event, data))) for id, data in connection.execute(sa.select(found.c.id, found.c.data)).all())
    rows = [{"old": id, **made} for id, made in told if any(value is not None for value in made.values())]
    if rows:
        values: dict[str, sa.BindParameter[object]] = {name: sa.bindparam(name) for name in ("differs", "waits")}
        connection.execute(sa.update(found).where(found.c.id == sa.bindparam("old")).values(values), rows)
    for name, table, columns, told_in in INDEXES:
        where = sa.text(f"{told_in} IS NOT NULL")
        op.create_index(name, table, columns, unique=False, sqlite_where=where, postgresql_where=where)
