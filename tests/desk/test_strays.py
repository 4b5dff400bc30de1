"""Reports without any day, of acts that may be done again: filed in any order they stand with the same acts, or by themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.desk.helpers import KeptPipeline, dump
from tests.desk.test_merging import filled
from tests.merge.world import member

from dateline.desk.desk import Desk
from dateline.desk.judged import Judged
from dateline.desk.merging import file_members, merge_owed
from dateline.merge import members_of, merge_members
from dateline.merge.strays import MOST
from dateline.model import Anchor, CodedReport, DateRole, Event, EventDate, Report, Span
from dateline.pipeline import Pipeline
from dateline.store.events import EventFilter

START = date(2031, 3, 3)  # a Monday
ABOUT = ("the fishing fleet off the southern cape", "the coal harbour and its three railway wagons")


def told(n: int, day: int | None, about: int = 0, weekday: int | None = None, words: str = "") -> CodedReport:
    """A report of sanctions on some day; without one it has neither a date nor a day of publication, at most a weekday."""
    on = (START + timedelta(days=day)).isoformat() if day is not None else None
    text = f"Arvenia put Belmark under sanctions over {words or ABOUT[about]}."
    made = member(f"post-{n}", "impose_sanctions", "ARV", "BLM", on, at=8, published=on).mention
    if weekday is not None and on is None:
        symbolic = f"past(XXXX-WXX-{weekday})"
        made = replace(made, dates=(EventDate(DateRole.HAPPENED, None, "not yet told", None, symbolic, Anchor.UNKNOWN),))
    report = Report(f"post-{n}", text, outlet=f"Post {n % 5}", published=on)
    return CodedReport(report, sentences=(Span(0, len(text)),), events=(replace(made, evidence=(made.predicate,)),))


def events(desk: Desk) -> list[Event]:
    """The events of an archive."""
    with desk.archive.session() as session:
        return list(session.events.find(EventFilter()))


def of(desk: Desk, report: str) -> tuple[str, ...]:
    """The reports of the event of which a report tells."""
    return next(event.reports for event in events(desk) if report in event.reports)


@pytest.fixture
def desk_of(tmp_path: Path, pipeline: Pipeline) -> Callable[..., Desk]:
    """Makes a desk to which these runs of reports were added."""
    return lambda *runs: filled(str(tmp_path / "kept.db"), pipeline, list(runs))


def added(desk: Desk, *reports: CodedReport) -> None:
    """Adds further reports to a desk."""
    desk.pipeline = KeptPipeline({c.report.id: c for c in reports}, desk.pipeline.catalogue)
    list(desk.add([c.report for c in reports], Counter()))


def test_a_stray_stands_with_the_one_act_on_whose_weekday_it_falls(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of([told(1, None, weekday=1)], [told(2, 0), told(3, 10)])
    assert of(desk, "post-1") == ("post-1", "post-2")
    assert next(e.date for e in events(desk) if "post-1" in e.reports) == "2031-03-03"


def test_a_stray_stands_with_the_act_whose_words_it_has(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of([told(2, 0, 0), told(3, 14, 1)], [told(1, None, 1, weekday=1)])
    assert of(desk, "post-1") == ("post-1", "post-3")


def test_a_stray_that_may_be_either_of_two_acts_stands_alone(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of([told(2, 0, 0), told(3, 14, 0)], [told(1, None, 0, weekday=1)])
    assert of(desk, "post-1") == ("post-1",)


def test_a_stray_of_other_words_and_no_weekday_stands_alone(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of([told(2, 0, 0)], [told(1, None, words="an unpaid debt to the widows of sailors")])
    assert of(desk, "post-1") == ("post-1",)


def test_a_stray_parts_from_its_act_once_acts_from_elsewhere_in_time_are_known(desk_of: Callable[..., Desk]) -> None:
    desk = desk_of([told(1, None, weekday=1), told(2, 0)])
    assert of(desk, "post-1") == ("post-1", "post-2")
    added(desk, told(3, 700))
    assert of(desk, "post-1") == ("post-1",)
    assert of(desk, "post-2") == ("post-2",)


def test_too_many_strays_stand_alone_all(desk_of: Callable[..., Desk]) -> None:
    few = [told(0, 0), *(told(n, None, weekday=1) for n in range(1, 4))]
    desk = desk_of(few)
    assert len(of(desk, "post-0")) == 4
    added(desk, *(told(n, None, weekday=1) for n in range(4, MOST + 2)))
    assert of(desk, "post-0") == ("post-0",)


ROWS = st.lists(
    st.tuples(st.sampled_from((None, None, 0, 2, 14, 70, 71, 140, 700)), st.integers(0, 1), st.sampled_from((None, 1, 3))),
    min_size=2,
    max_size=9,
).map(lambda rows: [told(n, *row) for n, row in enumerate(rows)])


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=ROWS, data=st.data())
def test_strays_stand_with_the_same_acts_in_any_order_and_batches(
    tmp_path_factory: pytest.TempPathFactory, pipeline: Pipeline, found: list[CodedReport], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(found))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(found) - 1), max_size=4)))
    again = data.draw(st.lists(st.sampled_from(found), max_size=3))
    folder = tmp_path_factory.mktemp("strays")
    shown = []
    for i, runs in enumerate(([found], [*(order[a:b] for a, b in zip([0, *cuts], [*cuts, len(order)], strict=True)), again])):
        desk = filled(str(folder / f"{i}.db"), pipeline, runs)
        shown.append(dump(desk.archive))
        at_once = merge_members(m for coded in found for m in members_of(coded))
        assert [e.reports for e in sorted(events(desk), key=lambda e: e.id)] == [e.reports for e in at_once]
        desk.archive.close()
    assert shown[0] == shown[1]


def test_an_act_does_without_a_stray_that_is_told_otherwise_now(tmp_path: Path, pipeline: Pipeline) -> None:
    first = [told(1, None, weekday=1), told(2, 0)]
    desk = filled(str(tmp_path / "kept.db"), pipeline, [first])
    assert of(desk, "post-2") == ("post-1", "post-2")
    with desk.archive.session() as session:
        file_members(session, "post-1", (), Judged((), pipeline.catalogue))
    merge_owed(desk.archive, Judged((), pipeline.catalogue))
    assert [event.reports for event in events(desk)] == [("post-2",)]
