"""What maps, wheels, strips and curves are drawn from, and texts aligned."""

from __future__ import annotations

from dateline.desk.comparing import compared
from dateline.model import Layer
from dateline.register.ledger import read_ledger
from dateline.register.register import Register
from dateline.register.view import View
from dateline.resolve import Catalogue
from dateline.serve.api import Room
from dateline.serve.web.ego import FEWEST, wheel
from dateline.serve.web.reading import beside, block_spans, blocks
from dateline.serve.web.timeline import change_days, curves, days_of, strip
from dateline.serve.web.worldmap import world

LINES = [
    "2008-08-26 recognize_state RUS x-abkhazia",
    "2008-09-05 recognize_state NIC x-abkhazia",
    "2009-09-10 recognize_state VEN x-abkhazia",
    "2011-09-18 recognize_state TUV x-abkhazia",
    "2014-03-31 withdraw_recognition TUV x-abkhazia",
    "2021-12-09 sever_relations NIC TWN",
    "2021-12-10 resume_relations NIC CHN",
]
KNOWN = Catalogue.load()
WHOLE = Register(tuple(read_ledger(LINES, "here")), KNOWN)  # type: ignore[arg-type]


def states(on: str) -> dict[str, str]:
    return {place.id: place.state for place in world(WHOLE, "x-abkhazia", View(on=on), KNOWN).places}


def test_the_map_says_how_each_stands_to_the_one_in_the_middle() -> None:
    assert states("2012-01-01") == {"RUS": "yes", "NIC": "yes", "VEN": "yes", "TUV": "yes"}
    assert states("2015-01-01")["TUV"] == "no"
    relations = world(WHOLE, "NIC", View(on="2022-01-01", layer=Layer.RELATIONS), KNOWN)
    assert {place.id: place.state for place in relations.places} == {"TWN": "no", "CHN": "yes"}
    assert (relations.count("yes"), relations.count("no")) == (1, 1)


def test_the_slider_stops_where_something_changed() -> None:
    days = change_days(days_of(WHOLE.entries), "2022-01-01")
    assert days[0] == "2008-08-26"
    assert days[-1] == "2022-01-01"
    assert days == sorted(set(days))
    assert len(change_days(days_of(WHOLE.entries), "2022-01-01", 4)) == 4


def test_a_strip_shows_what_stood_before_and_after() -> None:
    found = strip(WHOLE, "NIC", "TWN", View(on="2022-01-01"), KNOWN)
    assert found
    (lane,) = [lane for lane in found.lanes if lane.label.startswith("relations")]
    assert [(each.state, each.told) for each in lane.stretches] == [("yes", "established"), ("no", "severed")]
    assert strip(WHOLE, "NIC", "FRA", View(on="2022-01-01"), KNOWN) is None


def test_curves_rise_and_fall() -> None:
    found = curves(WHOLE, "x-abkhazia", View(on="2015-01-01"), Layer.STATE)
    assert found
    (members,) = [curve for curve in found.curves if curve.universe == "un_member"]
    assert [n for _, _, _, n in members.points] == [1, 2, 3, 4, 3, 3]
    assert found.most == 4
    assert curves(WHOLE, "x-transnistria", View(on="2015-01-01"), Layer.STATE) is None


def test_a_wheel_has_a_rim_for_each_other_party() -> None:
    rows = WHOLE.relations("x-abkhazia", None, view=View(on="2012-01-01"))
    found = wheel("x-abkhazia", rows, KNOWN)
    assert found
    assert {rim.id for rim in found.rims} == {"RUS", "NIC", "VEN", "TUV"}
    assert all(0 < rim.x < found.width and 0 < rim.y < found.height for rim in found.rims)
    assert wheel("NIC", rows[: FEWEST - 1], KNOWN) is None


def test_blocks_are_the_whole_text_once() -> None:
    for text in ("", "One.", "One.\n\nTwo.\nThree.\n", "\n\n One.\n\n\n\nTwo."):
        assert "".join(span.of(text) for span in block_spans(text)) == text


def test_two_texts_are_aligned_and_whole(room: Room) -> None:
    with room.lookup() as found:
        a, b = (found.session.reports.get(id) for id in ("venezuela-2009-wire", "venezuela-2009-courier"))
        rows = beside(a, b, compared(found.session, found.known, a, b))
    assert [row.a.span for row in rows if row.a] == [block.span for block in blocks(a)]
    assert sorted(block.span for row in rows for block in row.b) == [block.span for block in blocks(b)]
    assert sum(bool(row.a and row.b) for row in rows) >= 1
