"""Phrases out of context."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolve import Catalogue
from dateline.resolve.actors import resolve_phrase


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("Norvania", "QNV", None),
        ("Halmar", "QNV", "GOV"),
        ("the Norvanian army", "QNV", "MIL"),
        ("Kardovian rebels", "QKV", "REB"),
        ("a former Tessalian foreign minister", "QTS", "ELI"),
        ("Zubrava's farmers", "QZB", "AGR"),
        ("several of the largest trade unions in Estrelia", "QES", "LAB"),
        ("Orrinese Ambassador to the United Nations", "QOR", "GOV"),
        ("President Tormund", "QNV", "GOV"),
        ("Bertil Asker", "QNV", "GOV"),
        ("president of the Kardovian chess association", "QKV", "SOC"),
        ("the Amber Guard", "QKV", "MIL"),
        ("Sarn Valley Republic", "QKV", "PRE"),
        ("police", None, "COP"),
        ("she", None, "UNK"),
        ("Nagoya University", "JPN", "EDU"),
        ("a jar of pickles", None, None),
        ("", None, None),
    ],
)
def test_country_and_sector(world: Catalogue, phrase: str, country: str | None, sector: str | None) -> None:
    found = resolve_phrase(phrase, None, world)
    assert (found.country, found.sector) == (country, sector), found.why


def test_it_says_why(world: Catalogue) -> None:
    found = resolve_phrase("Norvanian Foreign Minister Bertil Asker", "2022-07-14", world)
    assert (found.person, found.role, found.party) == ("Bertil Asker", "foreign minister of Norvania", "QNV")
    assert len(found.why) == 3


def test_the_day_decides_who_holds_an_office(world: Catalogue) -> None:
    assert resolve_phrase("Boris Johnson", "2020-01-01", world).sector == "GOV"
    assert resolve_phrase("Boris Johnson", "2024-01-01", world).sector == "ELI"


@given(st.text(max_size=60))
def test_no_phrase_ends_the_run(world: Catalogue, phrase: str) -> None:
    assert resolve_phrase(phrase, None, world).phrase == " ".join(phrase.split())
