"""What many tests share: the gold data beside the project, one parser for the session, reports made from docstrings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.model import CodedReport, Report, record_id
from dateline.pipeline import Pipeline
from dateline.read import Reader

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with seeds, gold sets and tables; tests that need it are skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the gold sets are not beside the project (../shared)")
    return SHARED


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """One pipeline, so that model and catalogue are loaded once."""
    return Pipeline()


@pytest.fixture(scope="session")
def reader(pipeline: Pipeline) -> Reader:
    """The pipeline's reader."""
    return pipeline.reader


@pytest.fixture(scope="session")
def code(pipeline: Pipeline) -> Callable[..., CodedReport]:
    """Codes a text: ``code("Russia recognized Abkhazia.", published="2008-08-26", outlet="Example Post")``."""

    def run(text: str, **fields: str) -> CodedReport:
        return pipeline.run(Report(id=record_id("report", text, fields), text=text, **fields))

    return run
