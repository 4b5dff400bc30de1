"""Reports to try dateline with: nine short ones on four real happenings, written for this project."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import as_file, files

from dateline import knowledge
from dateline.ingest import ReportDefaults, read_reports
from dateline.model import Report


def sample_reports() -> Iterator[Report]:
    """The sample reports in the order of ``samples.toml``; their ids are their files' names."""
    with as_file(files("dateline.samples")) as folder:
        for row in knowledge.tables(__package__, "samples.toml")["report"]:
            defaults = ReportDefaults(published=row.get("published"), outlet=row["outlet"])
            for item in read_reports([folder / "reports" / row["file"]], defaults):
                if isinstance(item, Report):
                    name = row["file"].removesuffix(".txt")
                    yield replace(item, id=name, path=f"samples/{row['file']}")
