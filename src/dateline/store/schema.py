"""The schema's version: alembic is imported only when it has to change something."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, Connection, Engine, inspect, select, table
from sqlalchemy.sql import column

from dateline.model import ArchiveError
from dateline.store.connect import shown
from dateline.store.tables import SCHEMA_VERSION, metadata

MIGRATIONS = Path(__file__).parent / "migrations"


def ready(engine: Engine, url: URL, write: bool) -> None:
    """Sees to it that the archive has the tables of this version; an :class:`ArchiveError` where it cannot have them."""
    with engine.connect() as connection:
        version = schema_version(connection, url)
    if version == SCHEMA_VERSION:
        return
    if version is not None and version > SCHEMA_VERSION:
        raise ArchiveError(f"{shown(url)} was made by a newer dateline (its tables are of version {version}); update dateline")
    if not write:
        what = "is empty" if version is None else f"has tables of an older version ({version})"
        raise ArchiveError(f"{shown(url)} {what}; `dateline add` or `dateline rebuild` brings it up to date")
    migrate(engine)


def schema_version(connection: Connection, url: URL) -> str | None:
    """The number of the last migration; null for an empty database, an :class:`ArchiveError` for somebody else's."""
    names = set(inspect(connection).get_table_names())
    if "alembic_version" in names and {"versions", "coded"} <= names:
        found: str | None = connection.execute(select(column("version_num")).select_from(table("alembic_version"))).scalar()
        return found
    if (url.get_backend_name() == "sqlite" and names) or names & set(metadata.tables):
        raise ArchiveError(f"{shown(url)} is a database, but not an archive of dateline")
    return None


def migrate(engine: Engine) -> None:
    """Runs the migrations that the archive still lacks, in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
