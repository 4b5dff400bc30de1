"""What all tables are made in, and the number of the last migration."""

from __future__ import annotations

from sqlalchemy import Index, MetaData, text

SCHEMA_VERSION = "0011"

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def told_index(name: str, told: str, *columns: str) -> Index:
    """An index over those rows alone in which a column says anything."""
    where = text(f"{told} IS NOT NULL")
    return Index(name, *columns, sqlite_where=where, postgresql_where=where)
