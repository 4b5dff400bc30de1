"""The first tables."""

import sqlalchemy as sa
from alembic import op

from dateline.store.columns import Text

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables of an empty archive."""
    op.create_table(
        "catalogued",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", Text, nullable=False),
        sa.Column("table", Text, nullable=False),
        sa.Column("data", Text, nullable=False),
        sa.Column("recorded", Text, nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_catalogued")),
        sa.UniqueConstraint("id", name=op.f("uq_catalogued_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "copies",
        sa.Column("report", Text, nullable=False),
        sa.Column("copy_of", Text, nullable=False),
        sa.PrimaryKeyConstraint("report", name=op.f("pk_copies")),
    )
    op.create_table(
        "events",
        sa.Column("id", Text, nullable=False),
        sa.Column("act", Text, nullable=False),
        sa.Column("status", Text, nullable=False),
        sa.Column("first", Text, nullable=True),
        sa.Column("last", Text, nullable=True),
        sa.Column("principals", sa.Integer(), nullable=False),
        sa.Column("data", Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_act"), "events", ["act"], unique=False)
    op.create_index(op.f("ix_events_first_id"), "events", ["first", "id"], unique=False)
    op.create_table(
        "imported",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", Text, nullable=False),
        sa.Column("table", Text, nullable=False),
        sa.Column("act", Text, nullable=False),
        sa.Column("actor", Text, nullable=False),
        sa.Column("recipient", Text, nullable=False),
        sa.Column("of_state", Text, nullable=True),
        sa.Column("data", Text, nullable=False),
        sa.Column("recorded", Text, nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_imported")),
        sa.UniqueConstraint("id", name=op.f("uq_imported_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_imported_actor"), "imported", ["actor"], unique=False)
    op.create_index(op.f("ix_imported_of_state"), "imported", ["of_state"], unique=False)
    op.create_index(op.f("ix_imported_recipient"), "imported", ["recipient"], unique=False)
    op.create_table(
        "judgements",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", Text, nullable=False),
        sa.Column("data", Text, nullable=False),
        sa.Column("recorded", Text, nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_judgements")),
        sa.UniqueConstraint("id", name=op.f("uq_judgements_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "rulings",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", Text, nullable=False),
        sa.Column("data", Text, nullable=False),
        sa.Column("recorded", Text, nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_rulings")),
        sa.UniqueConstraint("id", name=op.f("uq_rulings_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "runs",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("command", Text, nullable=False),
        sa.Column("coder", Text, nullable=False),
        sa.Column("started", Text, nullable=False),
        sa.Column("finished", Text, nullable=True),
        sa.Column("counts", Text, server_default="{}", nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_runs")),
        sqlite_autoincrement=True,
    )
    op.create_table("stale", sa.Column("what", Text, nullable=False), sa.PrimaryKeyConstraint("what", name=op.f("pk_stale")))
    op.create_table(
        "stories",
        sa.Column("id", Text, nullable=False),
        sa.Column("first", Text, nullable=True),
        sa.Column("data", Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stories")),
    )
    op.create_table(
        "versions",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", Text, nullable=False),
        sa.Column("digest", Text, nullable=False),
        sa.Column("data", Text, nullable=False),
        sa.Column("text", Text, nullable=False),
        sa.Column("recorded", Text, nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_versions")),
        sa.UniqueConstraint("id", "digest", name=op.f("uq_versions_id_digest")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_versions_id"), "versions", ["id"], unique=False)
    op.create_table(
        "coded",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("coder", Text, nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("recorded", Text, nullable=False),
        sa.ForeignKeyConstraint(["version"], ["versions.seq"], name=op.f("fk_coded_version")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_coded")),
        sa.UniqueConstraint("version", "coder", name=op.f("uq_coded_version_coder")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "derived",
        sa.Column("event", Text, nullable=False),
        sa.Column("id", Text, nullable=False),
        sa.Column("act", Text, nullable=False),
        sa.Column("actor", Text, nullable=False),
        sa.Column("recipient", Text, nullable=False),
        sa.Column("of_state", Text, nullable=True),
        sa.Column("data", Text, nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_derived_event"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", "id", name=op.f("pk_derived")),
    )
    op.create_index(op.f("ix_derived_actor"), "derived", ["actor"], unique=False)
    op.create_index(op.f("ix_derived_of_state"), "derived", ["of_state"], unique=False)
    op.create_index(op.f("ix_derived_recipient"), "derived", ["recipient"], unique=False)
    op.create_table(
        "parties",
        sa.Column("event", Text, nullable=False),
        sa.Column("side", Text, nullable=False),
        sa.Column("party", Text, nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_parties_event"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", "side", "party", name=op.f("pk_parties")),
    )
    op.create_index(op.f("ix_parties_party_side"), "parties", ["party", "side"], unique=False)
    op.create_table(
        "reports",
        sa.Column("id", Text, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("coded", sa.Integer(), nullable=False),
        sa.Column("outlet", Text, nullable=True),
        sa.Column("day", Text, nullable=True),
        sa.Column("title", Text, nullable=True),
        sa.ForeignKeyConstraint(["coded"], ["coded.seq"], name=op.f("fk_reports_coded")),
        sa.ForeignKeyConstraint(["version"], ["versions.seq"], name=op.f("fk_reports_version")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
    )
    op.create_index(op.f("ix_reports_day"), "reports", ["day"], unique=False)
    op.create_index(op.f("ix_reports_outlet"), "reports", ["outlet"], unique=False)
    op.create_table(
        "mentions",
        sa.Column("id", Text, nullable=False),
        sa.Column("report", Text, nullable=False),
        sa.Column("block", Text, nullable=False),
        sa.Column("event", Text, nullable=True),
        sa.Column("data", Text, nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name=op.f("fk_mentions_report")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentions")),
    )
    op.create_index(op.f("ix_mentions_block"), "mentions", ["block"], unique=False)
    op.create_index(op.f("ix_mentions_event"), "mentions", ["event"], unique=False)
    op.create_index(op.f("ix_mentions_report"), "mentions", ["report"], unique=False)
    op.create_table(
        "ties",
        sa.Column("mention", Text, nullable=False),
        sa.Column("target", Text, nullable=False),
        sa.ForeignKeyConstraint(["mention"], ["mentions.id"], name=op.f("fk_ties_mention"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("mention", "target", name=op.f("pk_ties")),
    )
    op.create_index(op.f("ix_ties_target"), "ties", ["target"], unique=False)
    # ### end Alembic commands ###
