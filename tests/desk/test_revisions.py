"""What changed from one version of a report to the next, and from a report to its copies."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from dateline.desk.desk import Desk
from dateline.desk.revisions import changed, near_copies, revisions
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


WIRE = (
    "Peru severed relations with Chile on Monday after a long night of talks in Lima, its foreign minister told reporters. "
    "The two sides had quarrelled over the harbour of Arica for most of the year, and neither would say what was asked of it. "
    "Bolivia offered to mediate."
)


def test_copies_show_what_each_dropped_and_brought(tmp_path: Path, pipeline: Pipeline) -> None:
    """Asked of the copy or of the original, in the order in which they came out: 23:30 in Lima is the next day in London."""
    local = WIRE.replace("Bolivia offered to mediate.", "Readers in Arica heard the news at supper.")
    desk = Desk(Archive.open(str(tmp_path / "copies.db"), write=True), pipeline)
    reports = (
        Report("paper", local, outlet="Post", published="2031-05-13"),
        Report("wire", WIRE, outlet="Cable", published="2031-05-12T23:30:00-05:00"),
    )
    list(desk.add(reports, Counter()))
    with desk.archive.session() as session:
        told = [[(r.report.id, r.dropped, r.added) for r in near_copies(session, id)] for id in ("paper", "wire")]
    copy = ("paper", ("Bolivia offered to mediate.",), ("Readers in Arica heard the news at supper.",))
    assert told == [[("wire", (), ()), copy]] * 2
