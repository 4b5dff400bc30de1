"""A later version of a report takes back what it no longer says, from its own day on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from dateline.desk.desk import Desk
from dateline.desk.standing import register_of
from dateline.model import Report
from dateline.pipeline import Pipeline
from dateline.register.view import View
from dateline.store import Archive
from dateline.store.events import EventFilter

FIRST = "Honduras severed diplomatic relations with Nicaragua on 1 March 2031. Ghana recognized Abkhazia on 2 March 2031."
SECOND = "Correction: Ghana recognized Abkhazia on 2 March 2031."


def version(text: str, day: str) -> Report:
    return Report("r1", text, outlet="The Daily Example", published=day)


@pytest.fixture
def desk(new_archive: Callable[[], str], pipeline: Pipeline) -> Iterator[Desk]:
    with Archive.open(new_archive(), write=True) as archive:
        yield Desk(archive, pipeline, lambda: "2031-04-01T00:00:00Z")


def add(desk: Desk, *reports: Report) -> None:
    assert list(desk.add(reports, Counter())) == []


def answer(desk: Desk, a: str, b: str, relation: str, known_by: str | None = None) -> str:
    with desk.archive.session() as session:
        rows = register_of(session, desk.pipeline.catalogue, a, b).relations(a, b, view=View(on="2031-03-20", known_by=known_by))
        return next((r.answer for r in rows if r.relation == relation), "nothing")


def told(desk: Desk) -> tuple[str, ...]:
    return (
        answer(desk, "HND", "NIC", "severed", "2031-03-04"),
        answer(desk, "HND", "NIC", "severed", "2031-03-05"),
        answer(desk, "HND", "NIC", "severed"),
        answer(desk, "GHA", "x-abkhazia", "recognized", "2031-03-03"),
        answer(desk, "GHA", "x-abkhazia", "recognized"),
    )


def tellers(desk: Desk, act: str) -> tuple[str, ...]:
    """The reports of the only event of an act."""
    with desk.archive.session() as session:
        (event,) = session.events.find(EventFilter(acts=(act,)))
        return event.reports


EXPECTED = ("yes", "nothing", "nothing", "yes", "yes")


def test_what_a_later_version_drops_is_retracted_from_its_day_on(desk: Desk) -> None:
    add(desk, version(FIRST, "2031-03-03"))
    assert answer(desk, "HND", "NIC", "severed") == "yes"
    add(desk, version(SECOND, "2031-03-05"))
    assert told(desk) == EXPECTED
    desk.rebuild()
    assert told(desk) == EXPECTED


def test_what_a_version_drops_its_copies_still_tell(desk: Desk) -> None:
    """The event stays with whoever reprinted the sentence, and has lost the report that took it back."""
    copy = Report("r2", FIRST, outlet="The Evening Example", published="2031-03-03")
    add(desk, version(FIRST, "2031-03-03"), copy)
    assert tellers(desk, "sever_relations") == ("r1", "r2")
    add(desk, version(SECOND, "2031-03-05"))
    assert tellers(desk, "sever_relations") == ("r2",)
    assert tellers(desk, "recognize_state") == ("r1", "r2")


def test_the_order_of_loading_makes_no_difference(desk: Desk) -> None:
    add(desk, version(SECOND, "2031-03-05"), version(FIRST, "2031-03-03"))
    assert told(desk) == EXPECTED


def test_its_words_stay_with_it(desk: Desk) -> None:
    add(desk, version(FIRST, "2031-03-03"), version(SECOND, "2031-03-05"))
    with desk.archive.session() as session:
        (kept,) = (e for e in session.entries.between("HND", "NIC") if e.act == "sever_relations")
        assert "severed" in kept.evidence[0].text
        (ruling,) = session.judgements.rulings()
        assert (ruling.on, ruling.known, ruling.by) == (kept.id, "2031-03-05", "The Daily Example")


def test_the_history_of_a_pair_keeps_what_was_taken_back_and_says_so(desk: Desk) -> None:
    add(desk, version(FIRST, "2031-03-03"), version(SECOND, "2031-03-05"))
    with desk.archive.session() as session:
        register = register_of(session, desk.pipeline.catalogue, "HND", "NIC")
        ((entry, ruling),) = register.chronicle("HND", "NIC", View())
        ((_, before),) = register.chronicle("HND", "NIC", View(known_by="2031-03-04"))
        assert register.history("HND", "NIC", View()) == ()
    assert (entry.act, ruling.by if ruling else None, ruling.known if ruling else None) == (
        "sever_relations",
        "The Daily Example",
        "2031-03-05",
    )
    assert before is None
