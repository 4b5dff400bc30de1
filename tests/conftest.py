"""What many tests share: the gold data beside the project, one parser for the session, reports made from docstrings."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import hypothesis
import pytest
from tests import postgresql

from dateline.model import CodedReport, Report, record_id
from dateline.pipeline import Pipeline
from dateline.read import Reader

hypothesis.settings.register_profile("gate", deadline=None, derandomize=True)
hypothesis.settings.register_profile("search", deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))
"""The gate draws the same cases on every machine, however slow; ``HYPOTHESIS_PROFILE=search`` looks for new ones."""

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
    """A reader that leaves nothing out, with the pipeline's parser."""
    found = Reader()
    found.parser = pipeline.reader.parser
    return found


@pytest.fixture(scope="session")
def code(pipeline: Pipeline) -> Callable[..., CodedReport]:
    """Codes a text: ``code("Russia recognized Abkhazia.", published="2008-08-26", outlet="Example Post")``."""

    def run(text: str, **fields: str) -> CodedReport:
        return pipeline.run(Report(id=record_id("report", text, fields), text=text, **fields))

    return run


@pytest.fixture(scope="session")
def new_database() -> Iterator[Callable[[], str]]:
    """Makes an empty PostgreSQL database on a server that runs for this session, and gives its address."""
    programs = postgresql.programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed; scripts/install_test_programs.sh installs one")
    import psycopg

    numbers = count()
    with postgresql.server(programs) as address:

        def make() -> str:
            name = f"archive{next(numbers)}"
            with psycopg.connect(address.format("postgres"), autocommit=True) as connection:
                connection.execute(f"create database {name}")  # type: ignore[arg-type]
            return address.format(name)

        yield make


@pytest.fixture(params=["sqlite", "postgresql"])
def new_archive(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Gives the address of a new archive, in each kind of database."""
    if request.param == "postgresql":
        made: Callable[[], str] = request.getfixturevalue("new_database")
        return made
    numbers = count()
    return lambda: str(tmp_path / f"archive{next(numbers)}.db")
