"""Leads: place, date and agency before the first sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.datelines import dateline, is_date, place_name

LEADS = [
    ("JAKARTA - The envoy left", "JAKARTA -", "JAKARTA", None, None),
    ("KYIV, July 13 (Reuters) - The envoy", "KYIV, July 13 (Reuters) -", "KYIV", "July 13", "Reuters"),
    ("WARSAW, February 26 (Xinhua) --", "WARSAW, February 26 (Xinhua) --", "WARSAW", "February 26", "Xinhua"),
    ("NAIROBI, Kenya (AP) _ The envoy", "NAIROBI, Kenya (AP) _", "NAIROBI, Kenya", None, "AP"),
    ("(CNN) -- The envoy", "(CNN) --", None, None, "CNN"),
    ("(AP)—The envoy", "(AP)—", None, None, "AP"),
    ("Moscow (CNN)The envoy", "Moscow (CNN)", "Moscow", None, "CNN"),
    ("MOSCOW, July 13. /TASS/. The envoy", "MOSCOW, July 13. /TASS/.", "MOSCOW", "July 13", "TASS"),
    ("(Washington, DC) – The envoy", "(Washington, DC) –", "Washington, DC", None, None),
    ("July 13 (UPI) -- The envoy", "July 13 (UPI) --", None, "July 13", "UPI"),
    ("NEW DELHI: The envoy", "NEW DELHI:", "NEW DELHI", None, None),
    ("Moscow, SANA- The envoy", "Moscow, SANA-", "Moscow", None, "SANA"),
    (
        "KYIV/MOSCOW, 22 Feb. 2022 (Reuters) - “We",
        "KYIV/MOSCOW, 22 Feb. 2022 (Reuters) -",
        "KYIV/MOSCOW",
        "22 Feb. 2022",
        "Reuters",
    ),
    ("PORT-AU-PRINCE, Haiti — The envoy", "PORT-AU-PRINCE, Haiti —", "PORT-AU-PRINCE, Haiti", None, None),
    ("BEIJING, June 23 Kyodo - The envoy", "BEIJING, June 23 Kyodo -", "BEIJING", "June 23", "Kyodo"),
    ("YEREVAN, MARCH 4, ARMENPRESS. The envoy", "YEREVAN, MARCH 4, ARMENPRESS.", "YEREVAN", "MARCH 4", "ARMENPRESS"),
    ("Vilnius, May 05, BNS – The envoy", "Vilnius, May 05, BNS –", "Vilnius", "May 05", "BNS"),
    ("ASTANA. KAZINFORM - The envoy", "ASTANA. KAZINFORM -", "ASTANA", None, "KAZINFORM"),
    ("WASHINGTON, D.C. - The envoy", "WASHINGTON, D.C. -", "WASHINGTON, D.C.", None, None),
]


@pytest.mark.parametrize(("line", "words", "place", "date", "agency"), LEADS)
def test_leads(line: str, words: str, place: str | None, date: str | None, agency: str | None) -> None:
    found = dateline(line)
    assert found is not None
    assert (line[: found.end], found.place, found.date, found.agency) == (words, place, date, agency)


@pytest.mark.parametrize(
    "line",
    [
        "KONA: We know what we want",
        "Olga - who gave no surname - said no",
        "NATO - the alliance - met",
        "US-China talks began",
        "Trump (R) - He won",
        "The United States (US) - A country",
        "In Kyiv, July 13 (Reuters) said the day was quiet",
        "Atlantis: Envoys leave",
        "Franco-German ties",
        "May - the prime minister - said",
        "In Riga, March 5, BNS said the day was quiet",
        "",
    ],
)
def test_what_looks_like_a_lead(line: str) -> None:
    assert dateline(line) is None


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("DAR ES SALAAM, Tanzania", "Dar es Salaam, Tanzania"),
        ("PORT-AU-PRINCE", "Port-au-Prince"),
        ("KYIV/MOSCOW", "Kyiv/Moscow"),
        ("Kyiv", "Kyiv"),
        ("NEW YORK", "New York"),
        ("WASHINGTON, D.C.", "Washington, D.C."),
        ("ST. LOUIS", "St. Louis"),
    ],
)
def test_place_names_lose_the_capitals_of_wire_style(written: str, name: str) -> None:
    assert place_name(written) == name


@pytest.mark.parametrize(
    "line", ["Wednesday, 13 July 2022", "2022-07-13 10:04 GMT", "July 13", "Sat Nov 12 2011, 01:19 hrs", "13/07/2022"]
)
def test_date_lines(line: str) -> None:
    assert is_date(line)


@pytest.mark.parametrize("line", ["On July 13 the envoy left", "14,000", "Article 12", "", "10-12", "May"])
def test_lines_that_are_no_date(line: str) -> None:
    assert not is_date(line)


@given(st.text(alphabet="AB c.,'-/()0123_:", max_size=300))
def test_any_line_is_borne_and_a_lead_lies_within_it(line: str) -> None:
    found = dateline(line)
    assert found is None or 0 < found.end <= len(line)
