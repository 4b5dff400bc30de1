"""What PostgreSQL does otherwise than SQLite, and must not be seen to."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from tests.store.helpers import keep, report

from dateline.store import Archive


@pytest.fixture
def archive(new_database: Callable[[], str]) -> Iterator[Archive]:
    with Archive.open(new_database(), write=True) as opened:
        yield opened


def test_postgresql_keeps_what_it_refuses_in_plain_text(archive: Archive) -> None:
    hostile = "NUL \0, half a pair \ud800, '; drop table versions; --"
    keep(archive, report(text=hostile, title=hostile, outlet=hostile))
    with archive.session() as session:
        assert session.reports.get("r1").report == report(text=hostile, title=hostile, outlet=hostile)


def test_postgresql_sorts_as_sqlite_does(archive: Archive) -> None:
    ids = ["a", "B", "_", "ä", "Z", "~", "-b", "9"]
    keep(archive, *map(report, ids))
    with archive.session() as session:
        assert session.reports.ids() == sorted(ids)
        assert [head.id for head in session.reports.heads()] == sorted(ids)


def test_postgresql_keeps_a_version_once(archive: Archive) -> None:
    keep(archive, report(), report(), report(text="Otherwise."))
    with archive.session() as session:
        assert len(session.reports.versions("r1")) == 2
