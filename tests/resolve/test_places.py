"""Places: which city a name means, and where a name is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Place
from dateline.resolve.places import find_places

Find = Callable[..., "Found"]  # noqa: F821


def places(find: Find, text: str) -> list[Place]:
    found = find(text)
    return [m.place for m in find_places(found.reading, found.mentions)]


def test_the_countries_of_the_text_decide(find: Find) -> None:
    (ukrainian,) = places(find, "Ukraine said that two people died in Donetsk.")
    (russian,) = places(find, "Russia said that a train stopped in Donetsk.")
    assert (ukrainian.country, russian.country) == ("UKR", "RUS")


def test_a_capital_in_locative_position_is_a_place(find: Find) -> None:
    (place,) = places(find, "The envoy arrived in Moscow.")
    assert (place.id, place.country) == ("geonames:524901", "RUS")


@pytest.mark.parametrize("text", ["Moscow rejected the offer.", "In March the talks ended.", "In Reading Room 4 nobody spoke."])
def test_no_place_where_none_is_meant(find: Find, text: str) -> None:
    assert places(find, text) == []


def test_the_dateline_is_a_place_and_its_agency_is_none(find: Find) -> None:
    found = places(find, "WARSAW, May 4 (Xinhua) -- Nobody commented on the vote, the foreign ministry said on Monday.")
    assert [p.name for p in found] == ["Warsaw"]


def test_a_hamlet_of_the_name_is_not_meant_whatever_the_text_speaks_of(find: Find) -> None:
    (place,) = places(find, "An Indian minister arrived in Dhaka on Friday.")
    assert place.country == "BGD"
