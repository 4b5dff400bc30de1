"""Parties as they were on the day of an act."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import CodedReport

Code = Callable[..., CodedReport]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Denmark established diplomatic relations with Austria on 8 February 1838.", "x-austrian-empire"),
        ("Denmark severed diplomatic relations with Austria on 9 April 1917.", "x-austria-hungary"),
        ("Denmark recognized Austria in 1919.", "AUT"),
        ("Denmark recognized Serbia in 1879.", "x-serbia-kingdom"),
        ("Denmark opened an embassy in Serbia in 2007.", "SRB"),
        ("Denmark opened an embassy in Serbia.", "SRB"),
        ("Denmark severed diplomatic relations with Yugoslavia in 1999.", "x-serbia-montenegro"),
    ],
)
def test_a_state_that_was_none_yet_is_the_one_that_bore_its_name(code: Code, text: str, recipient: str) -> None:
    (event,) = code(text).events
    assert [p.actor.id for p in event.recipients] == [recipient]


@pytest.mark.parametrize(("year", "sector"), [(1995, "REB"), (1999, "GOV"), (2010, "REB"), (2022, "GOV")])
def test_a_movement_governs_while_it_does(code: Code, year: int, sector: str) -> None:
    events = code(f"The Taliban killed ten soldiers in Kunduz in May {year}.").events
    assert [p.actor.sector for e in events if e.act == "assault" for p in e.actors] == [sector]
