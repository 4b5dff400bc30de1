"""Versions, copies, undated twins, denials, translations, judgements: one archive, in whatever order and batches they come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.desk.helpers import KeptPipeline, dump

from dateline.desk.desk import Desk
from dateline.desk.dossier import dossier
from dateline.desk.findings import findings
from dateline.desk.judging import Draft, Signature, judge, not_same, otherwise, signed, undo, wrong
from dateline.desk.overview import Overview
from dateline.desk.revisions import revisions
from dateline.model import CodedReport, Judgement, Reading, Report
from dateline.pipeline import Pipeline
from dateline.register.view import View
from dateline.store import Archive, Session
from dateline.store.events import EventFilter

NOW = "2032-01-02T03:04:05Z"
BY = Signature("Mira", "2032-02-01", "read again")
LONG = (
    "Gabon closed its consulate in Rabat on Monday, the foreign ministry said. {} The consulate had been open for nine years and "
    "had four members of staff, two of whom had served there since it was opened by the president of the day. (Wire)"
)
CUT = "Gabon also severed diplomatic relations with Serbia on Monday, officials in Libreville said."
NOT_CUT = "Gabon did not sever diplomatic relations with Serbia, officials in Libreville said."
RECALL = 'Gabon recalled its ambassador to Serbia on Tuesday. Foreign minister Paul Obame said: "The {} to our flag will not {}."'
COUNT = "The {} region of Abkhazia is recognized by {} countries. Gabon is to recognize it in May."
MORNING = "2031-03-11T08:00:00Z"
POOL = (
    Report("v", LONG.format(CUT), "Wire", published=MORNING),
    Report("v", LONG.format(NOT_CUT), "Wire", published=MORNING, modified="2031-03-13T08:00:00Z"),
    Report("v", LONG.format(""), "Wire", published=MORNING, modified="2031-03-15T08:00:00Z"),
    Report("copy", LONG.format(CUT), "Post", published="2031-03-11T07:00:00Z"),
    Report("denial", "Serbia denied on Wednesday that Gabon had severed relations with it.", "Herald", published="2031-03-13"),
    Report("dated", RECALL.format("affront", "stay without a reply"), "Times", published="2031-03-12"),
    Report("open", RECALL.format("insult", "remain without an answer"), "Echo"),
    Report("other", "Gabon recalled its ambassador to Serbia on 13 March 2031, Belgrade said.", "Star", published="2031-03-16"),
    Report("count", COUNT.format("breakaway", "five"), "Sun", published="2031-03-16"),
    Report("counts", COUNT.format("occupied", "nine"), "Moon", published="2031-03-16"),
)
FIRM = ("dated", "open", "other")
"""Reports of one event that no later version changes: on these somebody judges."""


class Versions(KeptPipeline):
    """Gives the codings that it was given, by id and text."""

    def code(self, reading: Reading) -> CodedReport:
        return self.codings[f"{reading.report.id} {reading.report.text}"]


@pytest.fixture(scope="module")
def codings(pipeline: Pipeline) -> dict[str, CodedReport]:
    return {f"{report.id} {report.text}": pipeline.run(report) for report in POOL}


def shown(desk: Desk) -> dict[str, list[str]]:
    """Everything that an archive shows, with what check, the dossiers and the versions say."""
    found = dump(desk.archive)
    with desk.archive.session() as session:
        found["findings"] = [repr(f) for f in findings(Overview(session, desk.pipeline.catalogue), View())]
        found["dossiers"] = [repr(dossier(session, e.id).quotations) for e in session.events.find(EventFilter())]
        found["disagreements"] = [repr(dossier(session, e.id).beside) for e in session.events.find(EventFilter())]
        found["versions"] = [repr(r) for r in revisions(session, "v")]
        found["retracted"] = sorted(f"{r.on} {r.known}" for r in session.judgements.rulings())
    return found


def cut(order: list[Report], cuts: list[int]) -> Iterator[list[Report]]:
    """The reports in batches."""
    yield from (order[a:b] for a, b in zip([0, *cuts], [*cuts, len(order)], strict=True))


def judged(session: Session, verdict: str) -> list[Draft]:
    """What somebody judges of the firm reports' recall."""
    ids = {m.report.id: m.mention.id for m in session.mentions.of_reports(FIRM) if m.mention.act == "recall_envoy"}
    if verdict == "not same":
        return not_same(session, ids["dated"], ids["other"])
    return wrong(session, ids["open"]) if verdict == "wrong" else otherwise(session, ids["other"], "date", "2031-03-11")


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_versions_copies_and_twins_give_one_archive_in_any_order_and_batches(
    tmp_path_factory: pytest.TempPathFactory, pipeline: Pipeline, codings: dict[str, CodedReport], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(POOL))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(POOL) - 1), max_size=5)))
    again = data.draw(st.lists(st.sampled_from(POOL), max_size=4))
    verdict = data.draw(st.sampled_from(("", "not same", "wrong", "date")))
    whole = made_of([list(POOL)], verdict, tmp_path_factory, pipeline, codings)
    parts = made_of([*cut(order, cuts), again], verdict, tmp_path_factory, pipeline, codings)
    assert parts == whole


def made_of(
    batches: list[list[Report]],
    verdict: str,
    tmp_path_factory: pytest.TempPathFactory,
    pipeline: Pipeline,
    codings: dict[str, CodedReport],
) -> dict[str, list[str]]:
    """What an archive shows that was filled batch by batch and judged as soon as it could be, and what it shows once the judgement
    is taken back; rebuilding changes nothing.
    """
    with Archive.open(str(tmp_path_factory.mktemp("orders") / "kept.db"), write=True) as archive:
        desk = Desk(archive, Versions(codings, pipeline.catalogue), lambda: NOW)
        made: list[Judgement] = []
        for batch in batches:
            list(desk.add(batch, Counter()))
            with archive.session() as session:
                ready = verdict and not made and set(FIRM) <= set(session.reports.ids())
                made = [signed(draft, BY) for draft in judged(session, verdict)] if ready else made
            if ready:
                judge(desk, made)
        found = shown(desk)
        desk.rebuild()
        assert shown(desk) == found
        for each in made:
            undo(desk, each.id, BY)
        return {**found, **{f"{name} without": rows for name, rows in shown(desk).items()}}


def test_the_pool_holds_what_it_is_for(
    tmp_path_factory: pytest.TempPathFactory, pipeline: Pipeline, codings: dict[str, CodedReport]
) -> None:
    """Else the property above would say little: a retraction, a day told by a twin, a translation, a date, a term, a count."""
    found = made_of([list(POOL)], "", tmp_path_factory, pipeline, codings)
    kinds = {kind for kind in ("date", "wording", "term", "count") for row in found["findings"] if f"kind='{kind}'" in row}
    assert kinds == {"date", "wording", "term", "count"}
    assert len(found["versions"]) == 3
    assert len(found["retracted"]) >= 1
    assert any("told by" in row for row in found["events"])
    assert any("status=<Status.HAPPENED" in row and "sever_relations" in row for row in found["events"])
