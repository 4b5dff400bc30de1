"""What sites said of the state of their pages, so that a feed that is as it was is not read again."""

import sqlalchemy as sa
from alembic import op

from dateline.store.columns import Text

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the table, empty."""
    op.create_table(
        "pages",
        sa.Column("url", Text, nullable=False),
        sa.Column("etag", Text, nullable=True),
        sa.Column("modified", Text, nullable=True),
        sa.PrimaryKeyConstraint("url", name=op.f("pk_pages")),
    )
