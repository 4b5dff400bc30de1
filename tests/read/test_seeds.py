"""The two seed reports: what must come out of the reading stage."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.model import Reading, Report, SectionKind
from dateline.read import Reader


@pytest.fixture(scope="module")
def readings(shared: Path, reader: Reader) -> dict[str, tuple[Reading, dict[str, object]]]:
    rows = [json.loads(line) for line in (shared / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = {row["report"]: (shared / "seeds" / row["file"]).read_text(encoding="utf-8") for row in rows}
    return {row["report"]: (reader.read(Report(row["report"], texts[row["report"]])), row) for row in rows}


def test_titles_places_and_boilerplate(readings: dict[str, tuple[Reading, dict[str, object]]]) -> None:
    for reading, gold in readings.values():
        assert reading.report.title == gold["title"]
        assert reading.report.place == gold["place"]
        lines = [s.span.of(reading.report.text) for s in reading.sections if s.kind is SectionKind.BOILERPLATE]
        assert lines == gold["boilerplate"]


def test_every_quotation_is_closed(readings: dict[str, tuple[Reading, dict[str, object]]]) -> None:
    for reading, _ in readings.values():
        assert reading.quotations
        assert all(q.closed for q in reading.quotations)
