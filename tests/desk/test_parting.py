"""Why events that lie beside each other are kept apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.desk.desk import Desk
from dateline.desk.judging import Signature, judge, not_same, otherwise, signed, spoken_of
from dateline.desk.parting import Parted, beside, parted
from dateline.model import Event, MentionKey, Report, Span
from dateline.pipeline import Pipeline
from dateline.store import Archive
from dateline.store.events import EventFilter

MONDAY = "Peru summoned Chile's ambassador on Monday, 3 March 2031."
FRIDAY = "Peru summoned Chile's ambassador on Friday, 7 March 2031, over the fishing boats."
BOTH = "Peru recalled its ambassador to Chile on 3 March 2031."
AGAIN = "Peru recalled its ambassador from Santiago on 3 March 2031."
BY = Signature("Mira", "2031-08-01T00:00:00Z", "two envoys")


@pytest.fixture
def desk(tmp_path: Path, pipeline: Pipeline) -> Iterator[Desk]:
    with Archive.open(str(tmp_path / "parted.db"), write=True) as archive:
        found = Desk(archive, pipeline)
        texts = {"monday": MONDAY, "friday": FRIDAY, "both": BOTH, "again": AGAIN}
        reports = [Report(id, text, outlet=id.title(), published="2031-03-08") for id, text in texts.items()]
        assert list(found.add(reports, Counter())) == []
        yield found


def events(desk: Desk, act: str) -> list[Event]:
    with desk.archive.session() as session:
        return list(session.events.find(EventFilter(acts=(act,))))


def apart(desk: Desk, event: Event) -> list[Parted]:
    with desk.archive.session() as session:
        return list(parted(session, event, beside(session, event)))


def test_what_lies_beside_is_parted_by_what_rules_it_out(desk: Desk) -> None:
    first, second = events(desk, "summon_envoy")
    (found,) = apart(desk, first)
    assert found.other == second
    assert (found.mine.report.id, found.yours.report.id) == ("monday", "friday")
    assert found.because == "dates: 2031-03-03 is not 2031-03-07, and the act may be done again"


def test_what_somebody_judged_apart_is_parted_by_the_judgement(desk: Desk) -> None:
    (event,) = events(desk, "recall_envoy")
    one, other = (ref.event for ref in event.mentions)
    with desk.archive.session() as session:
        drafts = not_same(session, one, other)
    judge(desk, [signed(draft, BY) for draft in drafts])
    first, second = events(desk, "recall_envoy")
    (found,) = apart(desk, first)
    assert (found.other, found.because) == (second, "judged not the same by Mira on 2031-08-01: two envoys")


def test_a_judgement_names_its_mention_in_words_and_says_when_nothing_is_coded_there_now(desk: Desk) -> None:
    (event, _) = events(desk, "summon_envoy")
    with desk.archive.session() as session:
        (draft,) = otherwise(session, event.id, "date", "2031-03-04")
        assert spoken_of(session, draft.subject) == "Monday “summoned” (monday:5-13)"
        assert spoken_of(session, MentionKey("gone", Span(5, 13))) == "gone:5-13 (a report that is not in the archive)"
    list(desk.add([Report("monday", "Correction: nothing was done.", outlet="Monday", published="2031-03-09")], Counter()))
    with desk.archive.session() as session:
        assert spoken_of(session, draft.subject) == "Monday monday:5-13 (nothing is coded there now)"
