"""What changed from one version of a report to the next."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from dateline.desk.desk import Desk
from dateline.desk.revisions import changed, revisions
from dateline.model import Report
from dateline.pipeline import Pipeline
from dateline.store import Archive

FIRST = "Peru severed relations with Chile on Monday. Its envoy left Santiago. Crowds gathered."
SECOND = "Peru severed relations with Chile on Monday. Crowds gathered. Chile had no comment."


def test_changed_tells_what_has_gone_and_come() -> None:
    assert changed(["a", "b", "c"], ["a", "c", "d"]) == (("b",), ("d",))
    assert changed(["a", "b"], ["b", "a"]) == ((), ())


def test_versions_show_what_each_dropped_and_brought(tmp_path: Path, pipeline: Pipeline) -> None:
    desk = Desk(Archive.open(str(tmp_path / "versions.db"), write=True), pipeline)
    for text, modified in ((FIRST, "2031-05-13T08:00:00Z"), (SECOND, "2031-05-13T12:00:00Z")):
        list(desk.add([Report("peru", text, outlet="Post", published="2031-05-13", modified=modified)], Counter()))
    with desk.archive.session() as session:
        first, second = revisions(session, "peru")
    assert (first.dropped, first.added) == ((), ())
    assert (second.dropped, second.added) == (("Its envoy left Santiago.",), ("Chile had no comment.",))
