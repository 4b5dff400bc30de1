"""The catalogue: loading, looking up, files of the user's own, and that its data hold together."""

from __future__ import annotations

import importlib.util
import time
from collections import Counter
from pathlib import Path

import pytest

from dateline.model import ActorKind, NotFoundError, PartyKind, UsageError
from dateline.resolve import Catalogue
from dateline.resolve.catalogue import folded, slug
from dateline.resolve.catalogue.files import DATA, PARTY_FILES, read_rows

MADEUP = Path(__file__).parents[2] / "data" / "madeup" / "actors.toml"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.load()


@pytest.fixture(scope="module")
def madeup() -> Catalogue:
    return Catalogue.load([MADEUP])


def first(catalogue: Catalogue, name: str, on: str | None = None) -> str:
    return catalogue.find(name, on)[0].id


# ------------------------------------------------------------------ what is there


def test_it_holds_what_it_should(catalogue: Catalogue) -> None:
    kinds = Counter(p.kind for p in catalogue.parties.values())
    standings = Counter(p.standing for p in catalogue.parties.values())
    would_be_or_former = [
        p for p in catalogue.parties.values() if p.kind is ActorKind.WOULD_BE_STATE or p.standing is PartyKind.FORMER
    ]
    assert standings[PartyKind.UN_MEMBER] == 193
    assert standings[PartyKind.UN_OBSERVER] == 2
    assert len(would_be_or_former) >= 40
    assert kinds[ActorKind.BODY] + kinds[ActorKind.IGO] >= 100
    assert kinds[ActorKind.OUTLET] >= 100


def test_every_state_has_codes_adjective_and_capital(catalogue: Catalogue) -> None:
    without_capital = {"JAM", "MCO", "SMR", "SYC", "SGP", "STP", "VCT"}  # the capital bears the state's name, or is never a metonym
    for party in catalogue.parties.values():
        if party.standing is PartyKind.UN_MEMBER:
            schemes = {n.scheme for n in party.names}
            assert {"iso2", "iso3", "cow", "wikidata", "adjective", "demonym"} <= schemes, party.id
            assert "capital" in schemes or party.id in without_capital, party.id


def test_ids_are_iso_codes_or_begin_with_x(catalogue: Catalogue) -> None:
    for id in catalogue.parties:
        assert (len(id) == 3 and id.isupper()) or id.startswith("x-"), id
        assert all(c.isascii() and (c.isalnum() or c == "-") for c in id), id


def test_no_id_stands_twice_in_the_files() -> None:
    ids = [row["id"] for name in PARTY_FILES if name != "overrides.toml" for _, row in read_rows(DATA / name)]
    assert [id for id, n in Counter(ids).items() if n > 1] == []


def test_no_party_is_named_that_does_not_exist(catalogue: Catalogue) -> None:
    for party in catalogue.parties.values():
        for id in (party.parent, party.principal, *party.successors):
            assert id is None or id in catalogue.parties, (party.id, id)
        assert party.country is None or party.country in catalogue.parties, party.id
    for person in catalogue.people.values():
        for term in person.terms:
            assert term.party in catalogue.parties, (person.id, term.party)


def test_no_full_name_means_two_living_parties(catalogue: Catalogue) -> None:
    bearers: dict[str, set[str]] = {}
    for party in catalogue.parties.values():
        for name in party.names:
            if name.scheme == "name" and not name.until and not party.end:
                bearers.setdefault(name.text, set()).add(party.id)
    assert {text: ids for text, ids in bearers.items() if len(ids) > 1} == {}


def test_every_data_file_says_what_it_is() -> None:
    for path in DATA.iterdir():
        head = path.read_text(encoding="utf-8").split("\n\n")[0]
        for word in ("# example:", "# origin:", "# licence:"):
            assert word in head, (path.name, word)


def test_it_loads_fast() -> None:
    start = time.process_time()
    Catalogue.load()
    assert time.process_time() - start < 1.0  # 0.1 s on an idle machine


# ------------------------------------------------------------------ looking up


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("UKR", "UKR"),
        ("ua", "UKR"),
        ("Q212", "UKR"),
        ("ukraine", "UKR"),
        ("Kiev", "UKR"),
        ("The Netherlands", "NLD"),
        ("Cote d’Ivoire (Ivory Coast)", "CIV"),
        ("DPRK", "PRK"),
        ("Democratic People’s Republic of Korea", "PRK"),
        ("Donetsk PR", "x-donetsk-pr"),
        ("DPR", "x-donetsk-pr"),
        ("SADR", "x-sadr"),
        ("Taiwan (ROC)", "TWN"),
        ("Kosovo", "XKX"),
        ("USSR", "x-soviet-union"),
        ("Élysée", "x-elysee"),
        ("elysee", "x-elysee"),
        ("KCNA", "x-kcna"),
    ],
)
def test_parties_are_found_by_id_code_name_and_alias(catalogue: Catalogue, name: str, id: str) -> None:
    assert first(catalogue, name) == id


def test_a_name_that_held_on_the_day_goes_before_others(catalogue: Catalogue) -> None:
    assert first(catalogue, "Macedonia", "2005-01-01") == "MKD"
    assert first(catalogue, "Moscow", "2020-01-01") == "RUS"
    assert first(catalogue, "Moscow", "1980-01-01") == "x-soviet-union"


@pytest.mark.parametrize(
    ("code", "on", "id"),
    [
        ("365", "1950-01-01", "x-soviet-union"), ("365", "1995-01-01", "RUS"), ("SUN", "1980-01-01", "x-soviet-union"),
        ("345", "1950-01-01", "x-yugoslavia"), ("345", "2000-01-01", "x-serbia-montenegro"), ("345", "2010-01-01", "SRB"),
        ("YUG", "1980-01-01", "x-yugoslavia"), ("YUG", "1999-01-01", "x-serbia-montenegro"), ("ZAR", "1990-01-01", "COD"),
        ("CS", "1980-01-01", "x-czechoslovakia"), ("CS", "2005-01-01", "x-serbia-montenegro"), ("437", None, "CIV"),
        ("260", "1970-01-01", "DEU"), ("325", "1850-01-01", "x-sardinia"), ("325", "1950-01-01", "ITA"), ("BUR", None, "MMR"),
    ],
)  # fmt: skip
def test_a_code_means_whose_it_was_on_the_day(catalogue: Catalogue, code: str, on: str | None, id: str) -> None:
    assert first(catalogue, code, on) == id


def test_nobody_bears_an_unknown_name(catalogue: Catalogue) -> None:
    assert catalogue.find("Ruritania") == ()
    assert catalogue.party("QQQ") is None
    with pytest.raises(NotFoundError):
        catalogue.actor("QQQ")


def test_an_agency_speaks_for_its_state_only_where_it_is_the_states(catalogue: Catalogue) -> None:
    assert catalogue.actor("x-kcna").principal == "PRK"
    assert catalogue.actor("x-xinhua").principal == "CHN"
    assert catalogue.actor("x-reuters").principal is None


# ------------------------------------------------------------------ files of the user's own


def test_a_users_file_adds_states_people_and_agencies(madeup: Catalogue) -> None:
    assert first(madeup, "Halmar") == "QNV"
    assert madeup.actor("x-norpa").principal == "QNV"
    assert madeup.people["p-bertil-asker"].terms[0].office == "foreign minister"


def test_a_users_file_overrides_fields_and_adds_names(tmp_path: Path) -> None:
    path = tmp_path / "more.csv"
    path.write_text("# example\nid,name,names,note\nPRK,Choson,Hermit Kingdom|DPR of K,renamed\n", encoding="utf-8")
    party = Catalogue.load([path]).parties["PRK"]
    assert (party.name, party.note, party.country) == ("Choson", "renamed", "PRK")
    assert {"Hermit Kingdom", "DPRK"} <= {n.text for n in party.names}


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.toml", "[[party]]\nid = 'x-a'\nname = 'A'\nkind = 'planet'", "planet"),
        ("a.toml", "[[party]]\nid = 'x-a'\nname = 'A'\nkind = 'state'\ncolour = 'red'", "colour"),
        ("a.toml", "[[party]]\nid = 'x-a'\nname = 'A'\nkind = 'state'\nnames = 'B'", "list"),
        ("a.toml", "[[party]]\nid = 'x-a'\nkind = 'state'", "no name"),
        ("a.toml", "[[planet]]\nid = 'x-a'", "planet"),
        ("a.toml", "id = ", "a.toml"),
        ("a.csv", "id,name\nx-a", "cells"),
    ],
)
def test_a_broken_file_is_bad_use_with_its_place(tmp_path: Path, name: str, text: str, message: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        Catalogue.load([path])


def test_a_missing_file_is_bad_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        Catalogue.load([tmp_path / "none.toml"])


def test_names_are_compared_without_case_and_accents() -> None:
    assert folded("Erdoğan") == folded("ERDOGAN")
    assert slug("Côte d’Ivoire!") == "cote-d-ivoire"
    assert slug("北京") == "unnamed"


# ------------------------------------------------------------------ against the tables


def test_nothing_differs_from_the_tables_that_the_catalogue_does_not_explain(shared: Path, catalogue: Catalogue) -> None:
    path = Path(__file__).parents[3] / "scripts" / "check_catalogue.py"
    spec = importlib.util.spec_from_file_location("check_catalogue", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.differences(catalogue, shared / "facts") == []


def test_would_be_states_are_found_by_the_region_they_stand_on(catalogue: Catalogue) -> None:
    assert [p.id for p in catalogue.states_on("x-donetsk-region", "2022-07-13")] == ["x-donetsk-pr"]
    assert [p.id for p in catalogue.states_on("x-crimea", "2014-03-17")] == ["x-republic-of-crimea"]
    assert catalogue.states_on("x-crimea", "2022-07-13") == ()
    territories = {n.text for p in catalogue.parties.values() for n in p.names if n.scheme == "territory"}
    assert territories <= set(catalogue.parties), "a region that the catalogue does not have"


def test_two_parties_that_exist_together_share_no_sure_name(catalogue: Catalogue) -> None:
    """A name of two would name neither: "the Sahrawi Arab Democratic Republic" once was the territory's as well."""
    bearers: dict[str, list[str]] = {}
    for party in catalogue.parties.values():
        for name in {party.name, *(n.text for n in party.names if n.scheme == "name" and n.until is None)}:
            if party.end is None:
                bearers.setdefault(name, []).append(party.id)
    assert {name: ids for name, ids in bearers.items() if len(ids) > 1} == {}


def test_a_longer_name_behind_the_article_goes_before_a_short_one_with_it() -> None:
    """ "The North" begins four letters before "North Atlantic Treaty Organization"."""
    first = next(iter(Catalogue.load().index.find("The North Atlantic Treaty Organization agreed.")))
    assert {owner.id for owner in first.owners} == {"x-nato"}
