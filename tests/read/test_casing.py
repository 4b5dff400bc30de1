"""Headlines in running case: the body tells names first, the word list the rest; lengths stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.casing import evidence, is_shouted, is_title_case, running

BODY = evidence(
    ["On Monday the People's Republic of Lemuria and its president, Bill Cook, met the envoys. The old port said Cook."]
)
NOTHING = evidence([])


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [
        ("Atlantis Recognizes Independence Of The People's Republic", "Atlantis recognizes independence of the People's Republic"),
        ("President Bill Cook Recalls Envoys From Atlantis", "President Bill Cook recalls envoys from Atlantis"),
        ("ATLANTIS CUTS TIES WITH LEMURIA AFTER COOK'S SPEECH", "Atlantis cuts ties with Lemuria after Cook's speech"),
        ("US, EU RECALL ENVOYS WHO LEFT ATLANTIS", "US, EU recall envoys who left Atlantis"),
        (
            "New Envoy Of New Atlantis Visits United States, Solomon Islands",
            "New envoy of New Atlantis visits United States, Solomon Islands",
        ),
        ("HOLY SEE BACKS TALKS IN WEST BANK", "Holy See backs talks in West Bank"),
        ("Who Is Kona Maro?", "Who is Kona Maro?"),
        ("Atlantis Leaves: 'We Will Not Come Back'", "Atlantis leaves: 'We will not come back'"),
    ],
)
def test_headlines_in_running_case(headline: str, wanted: str) -> None:
    assert running(headline, BODY) == wanted


@pytest.mark.parametrize(
    "line", ["Atlantis recognizes Lemuria as a state", "Vladimir Putin", "Kona Maro, Ann Sample and John Roe", "He left."]
)
def test_what_is_no_headline_in_capitals_stays(line: str) -> None:
    assert running(line, NOTHING) == line


def test_kinds_of_case() -> None:
    assert is_shouted("ATLANTIS CUTS TIES WITH MU")
    assert not is_shouted("UN")
    assert is_title_case("Atlantis Cuts Ties With Mu After Speech")
    assert not is_title_case("Atlantis cuts ties with the kingdom of Mu")


@given(st.text(max_size=120))
def test_length_never_changes(line: str) -> None:
    assert len(running(line, BODY)) == len(line)
    assert len(running(line.upper(), BODY)) == len(line.upper())
