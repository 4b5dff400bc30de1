"""Archives to try things on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dateline.store import Archive


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept.db"


@pytest.fixture
def archive(new_archive: Callable[[], str]) -> Iterator[Archive]:
    with Archive.open(new_archive(), write=True) as opened:
        yield opened
