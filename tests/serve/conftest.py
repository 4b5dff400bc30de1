"""An archive of the sample reports, filed once, and the command line run inside the test's process."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dateline.desk.desk import Desk
from dateline.pipeline import Pipeline
from dateline.read import Reader
from dateline.samples import sample_reports
from dateline.serve.cli import app
from dateline.serve.render import page
from dateline.store import Archive

Run = Callable[..., Any]


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory, pipeline: Pipeline) -> Path:
    path = tmp_path_factory.mktemp("kept") / "kept.db"
    with Archive.open(str(path), write=True) as archive:
        list(Desk(archive, pipeline, lambda: "2026-01-02T03:04:05Z").add(sample_reports(), Counter()))
    return path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, reader: Reader, tmp_path: Path) -> Iterator[Run]:
    """Runs a command in an empty folder; the parser is the session's, so that it is loaded once."""
    monkeypatch.setattr(Pipeline, "reader", reader)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_CONFIG", "none.toml")
    monkeypatch.setenv("NO_COLOR", "1")

    def call(*arguments: object, input: str | bytes | None = None, columns: int = 100) -> Any:
        monkeypatch.setenv("COLUMNS", str(columns))
        page.out.cache_clear()
        page.err.cache_clear()
        return CliRunner().invoke(app, list(map(str, arguments)), input=input)

    yield call
    page.out.cache_clear()
    page.err.cache_clear()
