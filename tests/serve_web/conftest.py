"""An archive of the sample reports and of hostile ones, filed once, and a client of the server over it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dateline.desk.desk import Desk
from dateline.model import Report
from dateline.pipeline import Pipeline
from dateline.samples import sample_reports
from dateline.serve.api import Room, application
from dateline.serve.api.guard import Access
from dateline.settings import Settings
from dateline.store import Archive

HERE = "http://127.0.0.1:8000"
TOKEN = "a-token-of-more-than-sixteen-letters"  # noqa: S105  made up

HOSTILE = "<script>alert('x')</script><img src=x onerror=alert(1)>"
"""What must never stand on a page as it is."""
LONG = "Ruritania" * 30
"""A word that is longer than any screen is wide."""
TURNED = "moc.\u202eelpmaxe \u0007bell \x1b[31mred"

HOSTILE_REPORTS = [
    Report(
        id="hostile-one",
        title=f"Ruritania {HOSTILE} severed relations with Albania {TURNED} {LONG}",
        outlet=f"Outlet {HOSTILE}",
        byline=HOSTILE,
        credit=HOSTILE,
        url="javascript:alert(document.domain)",
        published="2022-04-05",
        place=HOSTILE,
        text=(
            f"Albania severed diplomatic relations with Serbia on Monday, foreign minister {HOSTILE} said. {TURNED}\n\n"
            f'"Albania severed all relations {HOSTILE} with Serbia," Prime Minister Edi Rama said on Telegram, Reuters reported.'
        ),
    ),
    Report(
        id="hostile-two",
        title='"><svg onload=alert(2)>{{ 7 * 7 }}{% for x in y %}',
        outlet='" autofocus onfocus="alert(3)',
        url="https://news.example/'\"><script>alert(4)</script>",
        published="2022-04-06",
        text=f"Albania said it had severed diplomatic relations with Serbia. {{{{ 7 * 7 }}}} {HOSTILE}",
    ),
]


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory, pipeline: Pipeline) -> Path:
    path = tmp_path_factory.mktemp("served") / "served.db"
    with Archive.open(str(path), write=True) as archive:
        desk = Desk(archive, pipeline, lambda: "2026-01-02T03:04:05Z")
        list(desk.add([*sample_reports(), *HOSTILE_REPORTS], Counter()))
    return path


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    Archive.open(str(path), write=True).close()
    return path


@pytest.fixture(scope="session")
def room(archive: Path) -> Room:
    return Room(Settings(archive=str(archive)))


@pytest.fixture(scope="session")
def client(room: Room) -> TestClient:
    return TestClient(application(room), base_url=HERE, raise_server_exceptions=False)


@pytest.fixture
def guarded(archive: Path) -> Iterator[TestClient]:
    """A server on an address that others can reach."""
    access = Access("0.0.0.0", TOKEN)  # noqa: S104  that is the point
    with TestClient(application(Room(Settings(archive=str(archive))), access), base_url="http://record.example") as found:
        yield found
