"""What people judge of fields: brought to bear, kept over rebuilding and re-reading, taken back."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.desk.helpers import dump

from dateline.desk.desk import Desk
from dateline.desk.judging import Signature, judge, otherwise, signed, undo
from dateline.model import Event, Judgement, Report
from dateline.pipeline import Pipeline
from dateline.store import Archive
from dateline.store.events import EventFilter

THIRD = "The move makes North Korea the third country, after Russia and Syria, to recognize the Donetsk People's Republic."
BY = Signature("Mira", "2022-08-01T00:00:00Z", "as the letter has it")


@pytest.fixture
def desk(tmp_path: Path, pipeline: Pipeline) -> Desk:
    found = Desk(Archive.open(str(tmp_path / "judged.db"), write=True), pipeline)
    list(found.add([Report("third", THIRD, outlet="Post", published="2022-07-14")], Counter()))
    return found


def event(desk: Desk, actor: str) -> Event:
    """The only event of an actor."""
    with desk.archive.session() as session:
        (found,) = session.events.find(EventFilter(actors=(actor,)))
        return found


def set_field(desk: Desk, actor: str, field: str, value: str) -> Judgement:
    """Judges a field of the actor's event otherwise."""
    id = event(desk, actor).id
    with desk.archive.session() as session:
        (draft,) = otherwise(session, id, field, value)
    made = signed(draft, BY)
    judge(desk, [made])
    return made


def test_a_field_is_set_of_the_event_meant_and_of_no_other_in_its_words(desk: Desk) -> None:
    """Three recognitions in one predicate."""
    set_field(desk, "PRK", "date", "2022-07-12")
    assert event(desk, "PRK").date == "2022-07-12"
    assert {event(desk, "RUS").date, event(desk, "SYR").date} & {"2022-07-12"} == set()


@pytest.mark.parametrize(("field", "value"), [("act", "withdraw_recognition"), ("date", "2022-07-12"), ("status", "negated")])
def test_a_field_stays_set_after_rebuilding_and_reading_again_and_can_be_undone(desk: Desk, field: str, value: str) -> None:
    before = dump(desk.archive)
    made = set_field(desk, "PRK", field, value)
    judged = dump(desk.archive)
    assert getattr(event(desk, "PRK"), field) == value
    desk.rebuild()
    assert dump(desk.archive) == judged
    desk.coder = "another"
    list(desk.add([Report("third", THIRD, outlet="Post", published="2022-07-14")], Counter()))
    assert dump(desk.archive) == judged
    undo(desk, made.id, BY)
    assert dump(desk.archive) == before


def test_actors_and_recipients_are_set_one_after_the_other(desk: Desk) -> None:
    set_field(desk, "PRK", "actor", "NIC")
    set_field(desk, "NIC", "recipient", "x-luhansk-pr")
    found = event(desk, "NIC")
    assert [p.actor.id for p in found.recipients] == ["x-luhansk-pr"]
    assert [p.actor.id for p in event(desk, "RUS").recipients] == ["x-donetsk-pr"]
