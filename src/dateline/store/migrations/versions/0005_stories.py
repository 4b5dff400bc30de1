"""What stories and near-copies are told by, so that a report is put among the others when it comes."""

import sqlalchemy as sa
from alembic import op

from dateline.store.columns import Text

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the tables and has every report put into a story again."""
    op.create_table(
        "profiles",
        sa.Column("report", Text, nullable=False),
        sa.Column("cell", Text, nullable=True),
        sa.Column("story", Text, nullable=True),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("report", name=op.f("pk_profiles")),
    )
    op.create_index(op.f("ix_profiles_cell"), "profiles", ["cell"], unique=False)
    op.create_table(
        "slots",
        sa.Column("bucket", sa.Integer(), nullable=False),
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("report", Text, nullable=False),
        sa.PrimaryKeyConstraint("bucket", "key", "report", name=op.f("pk_slots")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "likenesses",
        sa.Column("report", Text, nullable=False),
        sa.Column("other", Text, nullable=False),
        sa.Column("value", sa.Float(53), nullable=False),
        sa.PrimaryKeyConstraint("report", "other", name=op.f("pk_likenesses")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "shingled",
        sa.Column("report", Text, nullable=False),
        sa.Column("outlet", Text, nullable=True),
        sa.Column("credit", Text, nullable=True),
        sa.Column("published", Text, nullable=True),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("bands", Text, nullable=False),
        sa.PrimaryKeyConstraint("report", name=op.f("pk_shingled")),
    )
    op.create_table(
        "bands",
        sa.Column("band", sa.BigInteger(), nullable=False),
        sa.Column("rank", Text, nullable=False),
        sa.Column("report", Text, nullable=False),
        sa.PrimaryKeyConstraint("band", "rank", "report", name=op.f("pk_bands")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "twins",
        sa.Column("report", Text, nullable=False),
        sa.Column("other", Text, nullable=False),
        sa.PrimaryKeyConstraint("report", "other", name=op.f("pk_twins")),
    )
    op.create_index(op.f("ix_twins_other"), "twins", ["other"], unique=False)
    op.create_index(op.f("ix_copies_copy_of"), "copies", ["copy_of"], unique=False)
    op.execute("DELETE FROM stories")
    op.execute("DELETE FROM copies")
    op.execute("DELETE FROM stale WHERE what = 'stories'")
    op.execute("INSERT INTO stale (what) SELECT 'tell:' || id FROM reports")
