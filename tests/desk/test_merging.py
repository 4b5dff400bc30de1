"""Events of a pair that is in the news for months, filed report by report or all at once."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.desk.helpers import KeptPipeline, dump
from tests.merge.world import member

from dateline.desk.desk import Desk
from dateline.desk.judging import Draft, Signature, judge, not_same, same, signed, undo, wrong
from dateline.model import CodedReport, Report
from dateline.pipeline import Pipeline
from dateline.store import Archive, Session

NOW = "2032-01-02T03:04:05Z"
ACTS = ("warn", "threaten", "meet", "recognize_state", "sever_relations")
BY = Signature("Mira", "2032-02-01", "one speech")


def told(n: int, day: int, act: str, dated: bool, late: int) -> CodedReport:
    """A report that tells of one act, on the day or some days later, with or without its date."""
    on = date(2031, 3, 1) + timedelta(days=day)
    published = (on + timedelta(days=late)).isoformat()
    made = member(f"post-{n}", act, "ARV", "BLM", on.isoformat() if dated else None, at=0, published=published).mention
    text = f"Arvenia and Belmark: {act.replace('_', ' ')}, number {n}."
    return CodedReport(Report(f"post-{n}", text, outlet=f"Post {n % 5}", published=published), events=(made,))


REPORTS = st.lists(
    st.tuples(st.integers(0, 130), st.sampled_from(ACTS), st.booleans(), st.integers(0, 6)), min_size=2, max_size=24
).map(lambda rows: [told(n, *row) for n, row in enumerate(rows)])


def filled(path: str, pipeline: Pipeline, runs: list[list[CodedReport]]) -> Desk:
    """A desk over a new archive to which the reports were added, run by run."""
    codings = {coded.report.id: coded for run in runs for coded in run}
    desk = Desk(Archive.open(path, write=True), KeptPipeline(codings, pipeline.catalogue), lambda: NOW)
    for run in runs:
        list(desk.add([coded.report for coded in run], Counter()))
    return desk


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=REPORTS, data=st.data())
def test_merging_gives_the_same_in_any_order_and_batches_and_added_twice(
    tmp_path_factory: pytest.TempPathFactory, pipeline: Pipeline, found: list[CodedReport], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(found))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(found) - 1), max_size=6)))
    again = data.draw(st.lists(st.sampled_from(found), max_size=5))
    folder = tmp_path_factory.mktemp("order")
    shown = []
    for i, runs in enumerate(([found], [*(order[a:b] for a, b in zip([0, *cuts], [*cuts, len(order)], strict=True)), again])):
        desk = filled(str(folder / f"{i}.db"), pipeline, runs)
        shown.append(dump(desk.archive))
        desk.archive.close()
    assert shown[0] == shown[1]


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=REPORTS, data=st.data())
def test_judging_across_months_holds_and_can_be_undone(
    tmp_path_factory: pytest.TempPathFactory, pipeline: Pipeline, found: list[CodedReport], data: st.DataObject
) -> None:
    desk = filled(str(tmp_path_factory.mktemp("judged") / "kept.db"), pipeline, [found])
    before = dump(desk.archive)
    one, other = (coded.events[0].id for coded in data.draw(st.permutations(found))[:2])
    with desk.archive.session() as session:
        together = data.draw(st.booleans())
        (draft,) = same(session, [one, other])[:1] if together else not_same(session, one, other)[:1]
    made = signed(draft, BY)
    judge(desk, [made])
    with desk.archive.session() as session:
        events = session.mentions.events_of([one, other])
    assert (events[one] == events[other]) == together
    judged = dump(desk.archive)
    desk.rebuild()
    assert dump(desk.archive) == judged
    undo(desk, made.id, BY)
    assert dump(desk.archive) == before
    desk.archive.close()


def drafts(session: Session, verdict: str, one: str, other: str) -> list[Draft]:
    """What somebody judges of two mentions, or of the first."""
    return {"same": lambda: same(session, [one, other]), "not same": lambda: not_same(session, one, other)}.get(
        verdict, lambda: wrong(session, one)
    )()


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=REPORTS, data=st.data())
def test_judged_before_the_rest_came_is_as_judged_after(
    tmp_path_factory: pytest.TempPathFactory, pipeline: Pipeline, found: list[CodedReport], data: st.DataObject
) -> None:
    """Reports that come after a judgement meet it as those did that were there, in whatever order."""
    cut = data.draw(st.integers(2, len(found)))
    order = data.draw(st.permutations(found))
    one, other = (coded.events[0].id for coded in data.draw(st.permutations(order[:cut]))[:2])
    verdict = data.draw(st.sampled_from(("same", "not same", "wrong")))
    folder = tmp_path_factory.mktemp("early")
    shown = []
    for name, runs in (("early", [order[:cut], order[cut:]]), ("late", [found, []])):
        desk = filled(str(folder / f"{name}.db"), pipeline, [runs[0]])
        with desk.archive.session() as session:
            made = [signed(draft, BY) for draft in drafts(session, verdict, one, other)]
        judge(desk, made)
        desk.pipeline = KeptPipeline({coded.report.id: coded for coded in found}, pipeline.catalogue)
        list(desk.add([coded.report for coded in runs[1]], Counter()))
        shown.append(dump(desk.archive))
        desk.archive.close()
    assert shown[0] == shown[1]
