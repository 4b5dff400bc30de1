"""The statements of the two real reports: speaker, channel and relays of every one."""

from __future__ import annotations

from pathlib import Path

from dateline.pipeline import Pipeline
from dateline.score.gold import rows
from dateline.score.seeds import seed_report, statement_checks


def test_every_statement_has_its_chain(shared: Path, pipeline: Pipeline) -> None:
    wrong = []
    for row in rows(shared / "gold" / "seeds.jsonl"):
        coded = pipeline.run(seed_report(row, shared / "seeds" / row["file"]))
        wrong += [(kind, failure) for kind, right, failure in statement_checks(row, coded) if not right]
    assert wrong == []
