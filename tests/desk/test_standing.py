"""What is kept of the register answers as what is derived, whatever was added since."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.desk import making
from dateline.desk.making import make_standings
from dateline.desk.standing import register_of
from dateline.model import Entry, Evidence, Layer, Ruling, RulingKind
from dateline.register.counts import recognizers
from dateline.register.entries import entry, ruling
from dateline.register.register import Register
from dateline.register.view import View
from dateline.resolve import Catalogue
from dateline.store import Archive

NOW = "2031-04-01T00:00:00Z"
IDS = ("GHA", "HND", "NIC", "x-abkhazia", "x-donetsk-pr")
ACTS = ("recognize_state", "withdraw_recognition", "establish_relations", "sever_relations", "open_mission", "annex")
DAYS = ("1990", "1999-05-01", "1999-05-03", "2010-07", "../2015-02-03", "2020-01-01", None)


@pytest.fixture(scope="module")
def known() -> Catalogue:
    return Catalogue.load()


@pytest.fixture
def archive(new_archive: Callable[[], str]) -> Iterator[Archive]:
    with Archive.open(new_archive(), write=True) as opened:
        yield opened


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    a, b = draw(st.lists(st.sampled_from(IDS), min_size=2, max_size=2, unique=True))
    proof = (Evidence("table", "made-up", row=draw(st.integers(1, 999))),)
    act, valid = draw(st.sampled_from(ACTS)), draw(st.sampled_from(DAYS))
    return entry(act, a, b, valid, known="2021-01-01", level="embassy" if act == "open_mission" else None, evidence=proof)


def keep(archive: Archive, found: Iterable[Entry], rulings: Iterable[Ruling] = ()) -> None:
    with archive.session() as session:
        session.entries.keep(found, "made-up", NOW)
        for each in rulings:
            session.judgements.keep_ruling(each, NOW)


def same(archive: Archive, known: Catalogue, found: list[Entry], rulings: tuple[Ruling, ...], on: str) -> None:
    """Asserts that kept and derived answers agree."""
    told = [replace(e, recorded=NOW) for e in found]
    plain = Register(told, known, rulings)
    with archive.session() as session:
        for id in IDS:
            kept = register_of(session, known, id)
            assert kept.relations(id, view=View(on=on)) == plain.relations(id, view=View(on=on))
            for layer in (Layer.STATE, Layer.RELATIONS, Layer.MISSION):
                view = View(on=on, layer=layer)
                ours, theirs = (recognizers(r, id, view=view, universe="all", layer=layer) for r in (kept, plain))
                assert ours == theirs


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.lists(entries(), max_size=8),
    later=st.lists(entries(), max_size=3),
    on=st.dates(date(1985, 1, 1), date(2030, 1, 1)).map(date.isoformat),
)
def test_kept_standings_are_those_derived(
    tmp_path_factory: pytest.TempPathFactory, known: Catalogue, first: list[Entry], later: list[Entry], on: str
) -> None:
    with Archive.open(str(tmp_path_factory.mktemp("kept") / "kept.db"), write=True) as archive:
        keep(archive, first)
        make_standings(archive, known)
        same(archive, known, first, (), on)
        wrong = tuple(ruling(RulingKind.WRONG, e.id, by="A. Analyst") for e in first[:1])
        keep(archive, later, wrong)
        same(archive, known, [*first, *later], wrong, on)
        make_standings(archive, known)
        with archive.session() as session:
            assert not session.entries.standings.touched()
        same(archive, known, [*first, *later], wrong, on)


def test_standings_are_the_same_in_any_database(archive: Archive, known: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [entry("recognize_state", a, "x-abkhazia", "1999-05-01", evidence=(Evidence("table", "t", row=1),)) for a in IDS[:3]]
    keep(archive, found)
    monkeypatch.setattr(making, "MANY", 0)  # as many processes as there are cores
    make_standings(archive, known)
    same(archive, known, found, (), "2000-01-01")


def test_another_catalogue_makes_standings_anew(archive: Archive, known: Catalogue) -> None:
    found = [entry("recognize_state", "GHA", "x-abkhazia", "1999-05-01", evidence=(Evidence("table", "t", row=1),))]
    keep(archive, found)
    make_standings(archive, known)
    ended = replace(known.parties["x-abkhazia"], end="2005-01-01")
    other = Catalogue([*(p for p in known.parties.values() if p.id != ended.id), ended], known.people.values())
    same(archive, other, found, (), "2010-01-01")
    make_standings(archive, other)
    same(archive, other, found, (), "2010-01-01")
