"""Standings that are kept and the pairs whose are to be made again, what reports no longer tell, indexes by pair and by act."""

import sqlalchemy as sa
from alembic import op

from dateline.store.columns import Text

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ENTRY_TABLES = ("imported", "derived")


def upgrade() -> None:
    """Adds the tables of standings and the indexes over entries."""
    for table in ENTRY_TABLES:
        op.drop_index(op.f(f"ix_{table}_actor"), table_name=table)
        op.create_index(op.f(f"ix_{table}_actor_recipient"), table, ["actor", "recipient"], unique=False)
        op.create_index(op.f(f"ix_{table}_act_recipient"), table, ["act", "recipient"], unique=False)
    op.create_table(
        "standings",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("a", Text, nullable=False),
        sa.Column("b", Text, nullable=False),
        sa.Column("layer", Text, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("data", Text, nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_standings")),
    )
    op.create_index(op.f("ix_standings_a_b_layer_start_end"), "standings", ["a", "b", "layer", "start", "end"], unique=False)
    op.create_index(op.f("ix_standings_b_a_layer_start_end"), "standings", ["b", "a", "layer", "start", "end"], unique=False)
    op.create_table(
        "touched",
        sa.Column("a", Text, nullable=False),
        sa.Column("b", Text, nullable=False),
        sa.PrimaryKeyConstraint("a", "b", name=op.f("pk_touched")),
    )
    op.create_index(op.f("ix_touched_b"), "touched", ["b"], unique=False)
    op.create_table(
        "made",
        sa.Column("view", Text, nullable=False),
        sa.Column("version", Text, nullable=False),
        sa.PrimaryKeyConstraint("view", name=op.f("pk_made")),
    )
    op.create_table(
        "withdrawn",
        sa.Column("report", Text, nullable=False),
        sa.Column("id", Text, nullable=False),
        sa.Column("act", Text, nullable=False),
        sa.Column("actor", Text, nullable=False),
        sa.Column("recipient", Text, nullable=False),
        sa.Column("of_state", Text, nullable=True),
        sa.Column("data", Text, nullable=False),
        sa.Column("ruling", Text, nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name=op.f("fk_withdrawn_report")),
        sa.PrimaryKeyConstraint("report", "id", name=op.f("pk_withdrawn")),
    )
    op.create_index(op.f("ix_withdrawn_actor_recipient"), "withdrawn", ["actor", "recipient"], unique=False)
    op.create_index(op.f("ix_withdrawn_act_recipient"), "withdrawn", ["act", "recipient"], unique=False)
    op.create_index(op.f("ix_withdrawn_recipient"), "withdrawn", ["recipient"], unique=False)
    op.create_index(op.f("ix_withdrawn_of_state"), "withdrawn", ["of_state"], unique=False)
