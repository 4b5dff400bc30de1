"""The counts that reports give of those who recognize a party or have relations with it."""

import sqlalchemy as sa
from alembic import op

from dateline.store.columns import Text

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the table, which the next run that writes fills."""
    op.create_table(
        "counted",
        sa.Column("entity", Text, nullable=False),
        sa.Column("report", Text, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("data", Text, nullable=False),
        sa.PrimaryKeyConstraint("entity", "report", "start", name=op.f("pk_counted")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_counted_report"), "counted", ["report"], unique=False)
    op.execute("INSERT INTO stale (what) SELECT 'report:' || id FROM reports WHERE 'report:' || id NOT IN (SELECT what FROM stale)")
