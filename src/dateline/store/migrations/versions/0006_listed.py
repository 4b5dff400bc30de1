"""The day under which an event is listed, with an index in the order of lists, and one on the version of a report that counts."""

import sqlalchemy as sa
from alembic import op

from dateline.store.columns import Text

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the day to the events that there are, and the indexes."""
    op.add_column("events", sa.Column("day", Text, nullable=True))
    op.execute("UPDATE events SET day = coalesce(first, last)")
    op.create_index("ix_events_listed", "events", ["day", "id", "first", "last", "status", "principals"], unique=False)
    op.drop_index(op.f("ix_events_first_id"), table_name="events")
    op.create_index(op.f("ix_reports_version"), "reports", ["version"], unique=False)
