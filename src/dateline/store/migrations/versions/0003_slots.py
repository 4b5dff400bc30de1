"""Standings a row a slot, and narrower indexes over entries."""

import sqlalchemy as sa
from alembic import op

from dateline.store.columns import Text

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ENTRY_TABLES = ("imported", "derived", "withdrawn")
PARTIAL = (("of_state", ["of_state"], "of_state IS NOT NULL"), ("annexed", ["recipient", "act"], "act = 'annex'"))


def upgrade() -> None:
    """Empties the view of standings into its new shape; the next run that writes fills it."""
    for table in ENTRY_TABLES:
        op.drop_index(op.f(f"ix_{table}_act_recipient"), table_name=table)
        op.drop_index(op.f(f"ix_{table}_of_state"), table_name=table)
        for name, columns, rows in PARTIAL:
            where = sa.text(rows)
            op.create_index(op.f(f"ix_{table}_{name}"), table, columns, sqlite_where=where, postgresql_where=where)
    op.drop_table("standings")
    op.create_table(
        "standings",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("a", Text, nullable=False),
        sa.Column("b", Text, nullable=False),
        sa.Column("layer", Text, nullable=False),
        sa.Column("to", Text, nullable=False),
        sa.Column("days", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_standings")),
    )
    for columns in (["a", "b"], ["a", "layer", "to"], ["b", "layer", "to"]):
        op.create_index(op.f(f"ix_standings_{'_'.join(columns)}"), "standings", columns, unique=False)
    op.execute("DELETE FROM made WHERE view = 'standings'")
    op.execute("DELETE FROM touched")
