"""The sample reports coded once, and desks that file them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from tests.desk.helpers import KeptPipeline

from dateline.desk.desk import Desk
from dateline.model import CodedReport, Report
from dateline.pipeline import Pipeline
from dateline.samples import sample_reports
from dateline.store import Archive

NOW = "2026-01-02T03:04:05Z"


@pytest.fixture(scope="session")
def samples() -> tuple[Report, ...]:
    return tuple(sample_reports())


@pytest.fixture(scope="session")
def codings(pipeline: Pipeline, samples: tuple[Report, ...]) -> dict[str, CodedReport]:
    return {coded.report.id: coded for coded in pipeline.run_many(samples)}


@pytest.fixture
def make_desk(new_archive: Callable[[], str], pipeline: Pipeline, codings: dict[str, CodedReport]) -> Iterator[Callable[..., Desk]]:
    opened: list[Archive] = []
    addresses: dict[str, str] = {}

    def make(name: str = "kept") -> Desk:
        if name not in addresses:
            addresses[name] = new_archive()
        opened.append(Archive.open(addresses[name], write=True))
        return Desk(opened[-1], KeptPipeline(codings, pipeline.catalogue), lambda: NOW)

    yield make
    for archive in opened:
        archive.close()
