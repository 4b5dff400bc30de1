"""Phrases out of context."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.resolve import Catalogue
from dateline.resolve.actors import resolve_phrase
from dateline.resolve.actors.words import tables


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


@pytest.mark.parametrize(
    ("phrase", "role", "party"),
    [
        ("NATO's chief", "secretary-general of NATO", "x-nato"),
        ("the boss of the IMF", "managing director of the International Monetary Fund", "x-imf"),
        ("the UN aid chief", "chief of the United Nations", "x-un"),  # of a part of it
        ("the head of the UN mission", "head of the United Nations", "x-un"),
        ("his secretary", "secretary", None),
        ("the king’s secretary", "secretary", None),
        ("his foreign secretary", "foreign minister", None),
        ("the Norvanian secretary", "minister of Norvania", "QNV"),
        ("the EU's executive", None, "x-european-commission"),
        ("the EU executive arm", None, "x-european-commission"),
    ],
)
def test_who_heads_a_body_and_whose_clerk_is_no_minister(
    world: Catalogue, phrase: str, role: str | None, party: str | None
) -> None:
    found = resolve_phrase(phrase, None, world)
    assert (found.role, found.party) == (role, party), found.why


def test_bodies_whose_heads_are_told_are_in_the_catalogue(world: Catalogue) -> None:
    assert [id for id in tables("offices")["heads"] if world.party(id) is None] == []


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("UN Secretary-General", "UNO"),
        ("UNESCO", "UNO"),
        ("the president of the European Parliament", "EUR"),
        ("the African Union", "IGO"),
        ("NATO forces", "IGO"),
        ("Brazil's foreign minister", "BRA"),
        ("relatives", None),
    ],
)
def test_bodies_of_states_bear_a_code_of_plover_in_the_place_of_a_country(world: Catalogue, phrase: str, code: str | None) -> None:
    assert resolve_phrase(phrase, None, world).code == code


def test_whoever_claims_itself_is_walked_once(world: Catalogue) -> None:
    for party in world.parties.values():
        owners = [each.id for each in world.owners(party)]
        assert owners[0] == party.id and len(owners) == len(set(owners))


@pytest.mark.parametrize(("phrase", "party"), [("QNV", "QNV"), ("x-un", "x-un"), ("x-nobody", None), ("QQQ", None)])
def test_a_code_names_its_bearer(world: Catalogue, phrase: str, party: str | None) -> None:
    assert resolve_phrase(phrase, None, world).party == party


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


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("Kurdish rebels in southeast Turkey", "TUR", "REB"),  # a people of several states lives where the phrase says
        ("Iran-backed militia in Iraq", "IRQ", "PRM"),  # who backs them does not own them
        ("Turkish-backed Syrian rebels", "SYR", "REB"),
        ("Mexico's Sinaloa Cartel", "MEX", "CRM"),
        ("Peshmerga fighters", "IRQ", "MIL"),  # "fighters" only says what sort of thing the Peshmerga are
        ("Democratic Republic of Congo soldiers", "COD", "MIL"),  # the "of" is the name's own
        ("a Mumbai-based company", "IND", "BUS"),
        ("Haitian gang leader Jimmy Cherizier", "HTI", "CRM"),
        ("Greek Cypriots", "CYP", "CVL"),
        ("the Hague-based tribunal", None, "JUD"),
        ("Kampuchean guerrillas", "KHM", "REB"),
        ("the Revolutionary United Front", "SLE", "REB"),
        ("the National Directorate of Security", "AFG", "SPY"),
        ("Philippine Coast Guard", "PHL", "MIL"),
    ],
)
def test_whose_a_phrase_is_and_of_what_sort(world: Catalogue, text: str, country: str | None, sector: str) -> None:
    found = resolve_phrase(text, None, world)
    assert (found.country, found.sector) == (country, sector)
