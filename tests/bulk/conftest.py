"""A small archive of made-up reports in several files, and what a run makes of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.bulk.run import State, bulk
from dateline.bulk.tables import COLUMNS
from dateline.bulk.work import Job
from dateline.ingest import ReportDefaults
from dateline.settings import Settings

STATES = ("Lithuania", "Latvia", "Estonia", "Poland", "Bulgaria", "Romania", "Slovenia", "Croatia")
FILES, LINES = 6, 4
Rows = dict[str, list[str]]


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """A folder with a few files of reports, one of them with a line that is none."""
    folder = tmp_path / "in"
    folder.mkdir()
    for k in range(FILES):
        texts = (
            f"{STATES[(k + i) % 8]} expelled {k + i + 2} diplomats of Russia on Tuesday, officials said." for i in range(LINES)
        )
        lines = [json.dumps({"id": f"r{k}-{i}", "text": t, "published": f"2022-04-{i + 1:02}"}) for i, t in enumerate(texts)]
        (folder / f"{k}.jsonl").write_text("\n".join([*lines, '{"text": 5}'] if k == 0 else lines) + "\n")
    return folder


@pytest.fixture
def job(tmp_path: Path) -> Job:
    """What a run is told, beside its inputs."""
    return Job(str(tmp_path / "out"), Settings(), ReportDefaults(), "this coder")


@pytest.fixture
def run(inputs: Path) -> Callable[..., State]:
    """Runs to the end and gives the last state."""

    def go(job: Job, workers: int = 2, cluster: str | None = None) -> State:
        return list(bulk([str(inputs)], job, workers, cluster))[-1]

    return go


def rows(out: str | Path) -> Rows:
    """All rows that a folder holds, in an order of their own, the packed records left out."""
    from pyarrow import parquet

    found: Rows = {}
    for table in COLUMNS:
        records: list[dict[str, Any]] = []
        for file in (Path(out) / table).rglob("*.parquet"):
            records += parquet.ParquetFile(file).read().to_pylist()
        found[table] = sorted(json.dumps({k: v for k, v in r.items() if k != "record"}, sort_keys=True) for r in records)
    return found
