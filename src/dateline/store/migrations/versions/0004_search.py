"""Full-text search over reports and the sentences of events."""

import sqlalchemy as sa
from alembic import op

from dateline.store.columns import Text

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables of what is searched; the next run that writes fills them."""
    op.create_table(
        "passages",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("report", Text, nullable=False),
        sa.Column("mention", Text, nullable=True),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_passages")),
    )
    op.create_index(op.f("ix_passages_report"), "passages", ["report"], unique=False)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE TABLE searched (seq integer PRIMARY KEY, body text NOT NULL, words tsvector NOT NULL)")
        op.execute("CREATE INDEX ix_searched_words ON searched USING gin (words)")
    else:
        op.execute("CREATE VIRTUAL TABLE searched USING fts5(title, body, tokenize = 'porter unicode61 remove_diacritics 2')")
    op.execute("INSERT INTO stale (what) SELECT 'report:' || id FROM reports WHERE 'report:' || id NOT IN (SELECT what FROM stale)")
