from __future__ import annotations

import pytest

from dateline.model import Counts, DateRole, Event, EventDate, Status
from dateline.store import Archive
from dateline.store.events import EventFilter, Place

DAYS = ("2022-07-13", None, "2022-07", "1999", "2022-07-13", None, "../2001-05")


def event(id: str, day: str | None) -> Event:
    dates = (EventDate(DateRole.HAPPENED, day, "told"),) if day else ()
    return Event(id, "visit", (), (), Status.HAPPENED, dates, (), (), Counts(0, 0, 0, 0, 0))


@pytest.mark.parametrize("newest", [False, True])
@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_hold_every_event_once_with_open_ones_last(archive: Archive, newest: bool, limit: int) -> None:
    with archive.session() as session:
        for i, day in enumerate(DAYS):
            session.events.put(event(f"e{i}", day))
        found, after = list[str](), None
        while page := session.events.page(EventFilter(), limit, after, newest):
            found += [each.id for each in page[0]]
            after: Place | None = page[1]
            if after is None:
                break
        listed = [each.id for each in session.events.find(EventFilter())]
    assert listed == ["e3", "e6", "e2", "e0", "e4", "e1", "e5"]
    assert found == (["e4", "e0", "e2", "e6", "e3", "e5", "e1"] if newest else listed)


def test_months_count_what_begins_in_them(archive: Archive) -> None:
    with archive.session() as session:
        for i, day in enumerate(DAYS):
            session.events.put(event(f"e{i}", day))
        assert session.events.histogram(EventFilter(), 7) == {"1999-01": 1, "2001-05": 1, "2022-07": 3}
        assert session.events.matching(EventFilter(), 3) == 3
