from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from tests.store.helpers import keep, report

from dateline.model import ArchiveError, NotFoundError
from dateline.store import Archive
from dateline.store.connect import BUSY_SECONDS, address, reason, shown
from dateline.store.schema import migrate
from dateline.store.tables import SCHEMA_VERSION, metadata


def test_archive_is_made_only_for_writing(path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"there is no archive at .*kept\.db; `dateline add` makes one"):
        Archive.open(str(path))
    assert not path.exists()
    Archive.open(str(path), write=True).close()
    Archive.open(str(path)).close()


@pytest.mark.parametrize("form", ["{}", "sqlite:///{}"])
def test_archive_address_is_a_path_or_a_url(path: Path, form: str) -> None:
    with Archive.open(form.format(path), write=True) as archive:
        keep(archive, report())
    with Archive.open(str(path)) as archive, archive.session() as session:
        assert session.reports.ids() == ["r1"]


def test_archive_refuses_other_files(path: Path) -> None:
    path.write_text("id,title\n1,no archive\n")
    with pytest.raises(ArchiveError, match="is not an archive"):
        Archive.open(str(path), write=True)
    assert path.read_text().startswith("id,title")


def test_archive_refuses_other_databases(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("create table shopping (item text)")
    other.close()
    with pytest.raises(ArchiveError, match="not an archive of dateline"):
        Archive.open(str(path), write=True)


def test_archive_refuses_a_folder_and_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="is a folder"):
        Archive.open(str(tmp_path), write=True)
    with pytest.raises(ArchiveError, match="no folder"):
        Archive.open(str(tmp_path / "none" / "a.db"), write=True)


def test_archive_refuses_a_newer_version(path: Path) -> None:
    Archive.open(str(path), write=True).close()
    with sqlite3.connect(path) as newer:
        newer.execute("update alembic_version set version_num = '9999'")
    newer.close()
    with pytest.raises(ArchiveError, match="newer dateline"):
        Archive.open(str(path))


def test_archive_refuses_unknown_addresses() -> None:
    for url in ("mysql://somewhere/db", "http://somewhere", "nonsense://"):
        with pytest.raises(ArchiveError, match="no address of an archive"):
            Archive.open(url)


def test_archive_never_shows_a_password() -> None:
    assert "secret" not in shown(address("postgresql://me:secret@host/db"))


def test_archive_is_read_where_nothing_may_be_written(path: Path) -> None:
    with Archive.open(str(path), write=True) as archive:
        keep(archive, report())
    if os.geteuid() == 0:
        pytest.skip("the superuser may write everywhere")
    path.chmod(stat.S_IRUSR)
    with Archive.open(str(path)) as archive, archive.session() as session:
        assert session.reports.ids() == ["r1"]
    with pytest.raises(ArchiveError, match="cannot be written to"), Archive.open(str(path), write=True) as archive:
        keep(archive, report("r2"))


def test_archive_says_when_it_is_locked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert BUSY_SECONDS >= 5
    monkeypatch.setattr("dateline.store.connect.BUSY_SECONDS", 0)
    with (
        Archive.open(str(path), write=True) as one,
        Archive.open(str(path), write=True) as two,
        one.session(),
        pytest.raises(ArchiveError, match="in use by another process"),
        two.session(),
    ):
        pass


def test_archive_is_read_while_it_is_written(path: Path) -> None:
    with Archive.open(str(path), write=True) as writer:
        keep(writer, report())
        with Archive.open(str(path)) as reader, writer.session() as writing:
            writing.reports.keep(report("r2"), "now")
            with reader.session() as reading:
                assert reading.reports.ids() == ["r1"]


def test_opening_an_archive_again_lets_go_of_no_lock(path: Path) -> None:
    """Else another process that ends takes the log away: what is filed from then on is lost, or damages what there is."""
    with Archive.open(str(path), write=True) as archive:
        keep(archive, report("r1"))
        Archive.open(str(path)).close()
        script = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('delete from stale'); c.commit(); c.close()"
        subprocess.run([sys.executable, "-c", script, str(path)], check=True)  # noqa: S603  our own program
        assert path.with_name(path.name + "-wal").exists()
        keep(archive, report("r2"))
    with Archive.open(str(path)) as again, again.session() as session:
        assert session.reports.ids() == ["r1", "r2"]


def test_archive_puts_database_errors_into_words() -> None:
    assert reason("(sqlite3.OperationalError) database or disk is full") == "cannot grow: the disk is full"
    assert reason("attempt to write a readonly database") == "cannot be written to"
    assert reason("something new").startswith("cannot be used: something new")


def test_archive_keeps_nothing_of_a_broken_transaction(archive: Archive) -> None:
    with pytest.raises(KeyError), archive.session() as session:
        session.reports.keep(report(), "now")
        raise KeyError
    with archive.session() as session:
        assert session.reports.ids() == []


def test_archive_damage_is_told(path: Path) -> None:
    with Archive.open(str(path), write=True) as archive:
        keep(archive, *(report(f"r{i}", "x" * 4000) for i in range(50)))
    data = bytearray(path.read_bytes())
    data[4096:40960] = b"\x07" * (40960 - 4096)
    path.write_bytes(data)
    with pytest.raises(ArchiveError, match=r"damaged|not an archive"), Archive.open(str(path)) as archive, archive.session() as s:
        list(s.reports.coded())


def test_migrations_make_the_tables_of_this_version() -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) != []
    migrate(engine)
    with engine.connect() as connection:
        ours = {"include_name": lambda name, kind, _: kind != "table" or not name.startswith("searched")}  # FTS5 makes its own
        context = MigrationContext.configure(connection, opts=ours)
        assert context.get_current_revision() == SCHEMA_VERSION
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_alembic_is_left_alone_where_nothing_changes(path: Path) -> None:
    Archive.open(str(path), write=True).close()
    script = "import sys; from dateline.store import Archive; Archive.open(sys.argv[1]); print('alembic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True)  # noqa: S603  ours
    assert done.stdout == "False\n"


def test_prefix_of_an_id_must_name_one(archive: Archive) -> None:
    keep(archive, report("abc1"), report("abc2"), report("ab"))
    with archive.session() as session:
        assert session.reports.id("abc1") == "abc1"
        assert session.reports.id("ab") == "ab"
        with pytest.raises(NotFoundError, match="more than one report"):
            session.reports.id("abc")
        for nothing in ("x", "", "%", "_bc1"):
            with pytest.raises(NotFoundError):
                session.reports.id(nothing)
