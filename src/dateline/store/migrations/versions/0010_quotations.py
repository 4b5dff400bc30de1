"""What reports quote, by its telling words, so that an utterance has one id wherever its renderings stand."""

import sqlalchemy as sa
from alembic import op

from dateline.store.columns import Text

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the tables, which the next run that writes fills."""
    op.create_table(
        "quotations",
        sa.Column("attribution", Text, nullable=False),
        sa.Column("report", Text, nullable=False),
        sa.Column("needed", sa.Integer(), nullable=False),
        sa.Column("words", Text, nullable=False),
        sa.Column("speaker", Text, nullable=True),
        sa.PrimaryKeyConstraint("attribution", name=op.f("pk_quotations")),
    )
    op.create_index(op.f("ix_quotations_report"), "quotations", ["report"], unique=False)
    op.create_table(
        "quoted_words",
        sa.Column("stem", Text, nullable=False),
        sa.Column("attribution", Text, nullable=False),
        sa.PrimaryKeyConstraint("stem", "attribution", name=op.f("pk_quoted_words")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_quoted_words_attribution"), "quoted_words", ["attribution"], unique=False)
    op.execute("INSERT INTO stale (what) SELECT 'report:' || id FROM reports WHERE 'report:' || id NOT IN (SELECT what FROM stale)")
