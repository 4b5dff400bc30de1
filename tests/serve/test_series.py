"""Series and matrices from the sample reports, with what made them."""

from __future__ import annotations

import csv
import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.desk.desk import Desk
from dateline.pipeline import Pipeline
from dateline.samples import sample_reports
from dateline.serve.cli import app
from dateline.serve.scales import cameo_quad, goldstein, quad
from dateline.store import Archive


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory, pipeline: Pipeline) -> Path:
    made = tmp_path_factory.mktemp("series") / "kept.db"
    with Archive.open(str(made), write=True) as archive:
        list(Desk(archive, pipeline).add(sample_reports(), Counter()))
    return made


def run(path: Path, *words: str) -> str:
    done = CliRunner().invoke(app, ["series", "--archive", str(path), *words], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_scales() -> None:
    assert goldstein("054") == 6.0
    assert goldstein("1411") == -6.5
    assert goldstein(None) is None
    assert [cameo_quad(c) for c in ("054", "070", "112", "190", "x")] == [1, 2, 3, 4, None]
    assert [quad(p) for p in ("SUPPORT", "ASSAULT", None)] == [1, 4, None]


def test_series_counts_events_and_reports_apart(path: Path) -> None:
    told = json.loads(run(path, "--by", "year", "--json"))
    row = next(r for r in told["rows"] if (r["actor"], r["recipient"]) == ("VEN", "x-abkhazia"))
    assert row["period"] == "2009"
    assert row["reports"] > row["events"] >= 1
    assert row["events"] == sum(row[q] for q in row if q.endswith(("cooperation", "conflict")))
    assert {"coder", "codebook", "catalogue", "program", "sha256"} <= told["manifest"].keys()


def test_series_is_written_with_its_manifest(path: Path, tmp_path: Path) -> None:
    from pyarrow import parquet

    run(path, "--out", str(tmp_path / "s.csv"))
    data = (tmp_path / "s.csv").read_bytes()
    told = json.loads((tmp_path / "s.manifest.json").read_text())
    assert told["file_sha256"] == told["sha256"] == hashlib.sha256(data).hexdigest()
    run(path, "--out", str(tmp_path / "s.parquet"))
    rows = list(csv.DictReader(data.decode().splitlines()))
    assert parquet.read_table(tmp_path / "s.parquet").column("actor").to_pylist() == [row["actor"] for row in rows]


def test_matrix_of_a_day(path: Path) -> None:
    rows = json.loads(run(path, "--on", "2010-01-01", "--json"))["rows"]
    found = {(r["from"], r["to"]): (r["relation"], r["answer"]) for r in rows}
    assert found["VEN", "x-abkhazia"] == ("recognized", "yes")
    assert all(r["entries"] for r in rows)
    assert "2009-09-10" in run(path, "--on", "2010-01-01")


def test_series_wants_a_kind_of_file_it_knows(path: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["series", "--archive", str(path), "--out", str(tmp_path / "s.xls")])
    assert done.exit_code == 2
