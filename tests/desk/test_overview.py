"""A look at the whole register tells what the register in memory derives, whether it reads what is kept or derives it anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.desk.test_standing import IDS, NOW, keep

from dateline.desk.making import make_standings
from dateline.desk.overview import Overview
from dateline.model import DateRole, Entry, EventDate, Evidence, Layer, Status
from dateline.register import checks, questions
from dateline.register.entries import entry
from dateline.register.register import Register
from dateline.register.view import View
from dateline.resolve import Catalogue
from dateline.store import Archive
from dateline.store.standings import Pair

ACTS = (
    "recognize_state",
    "withdraw_recognition",
    "agree_relations",
    "establish_relations",
    "sever_relations",
    "open_mission",
    "annex",
)
DAYS = ("1990", "1999-05-01", "1999-05-03", "2010-07", "../2015-02-03", "2020-01-01", "2026-06-01", None)
KNOWN = ("1999-06-01", "2015-03-01", "2021-01-01")
VIEWS = (View(), View(layer=Layer.RELATIONS), View(known_by="2016-01-01"), View(according_to="GHA"), View(policy="any"))


@pytest.fixture(scope="module")
def known() -> Catalogue:
    return Catalogue.load()


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    a, b = draw(st.lists(st.sampled_from(IDS), min_size=2, max_size=2, unique=True))
    act, planned = draw(st.sampled_from(ACTS)), draw(st.booleans())
    announced = EventDate(draw(st.sampled_from((DateRole.ANNOUNCED, DateRole.DECIDED))), draw(st.sampled_from(KNOWN)), "told")
    return entry(
        act,
        a,
        b,
        draw(st.sampled_from(DAYS)),
        known=draw(st.sampled_from(KNOWN)),
        principal=draw(st.sampled_from((a, b, None))),
        status=Status.PLANNED if planned else Status.HAPPENED,
        dates=(announced,) if draw(st.booleans()) else (),
        evidence=(Evidence("table", "made-up", row=draw(st.integers(1, 999))),),
    )


def pair_by_pair(overview: Overview, view: View) -> Iterable[object]:
    """All relations, read a few pairs at a time."""
    after: Pair = ("", "")
    while pairs := overview.pairs_after(after, 2):
        overview.expect(pairs, view)
        for pair in pairs:
            yield from overview.relations(*pair, view=view)
        after = pairs[-1]


def same(archive: Archive, plain: Register, on: str) -> None:
    """Asserts that the overview tells what a register of all entries tells."""
    with archive.session() as session:
        overview = Overview(session, plain.parties)  # type: ignore[arg-type]
        assert [*overview.pairs()] == sorted(overview.pairs())
        for view in (replace(each, on=on) for each in VIEWS):
            told = [row for pair in plain.by_pair for row in plain.relations(*pair, view=view)]
            assert list(pair_by_pair(overview, view)) == told
            assert list(overview.changed("1995-01-01", on, view)) == list(questions.changed(plain, "1995-01-01", on, view))
            matrix = list(questions.matrix(plain, view, view.layer or Layer.STATE))
            assert sorted(overview.matrix(view), key=str) == sorted(matrix, key=str)
            assert list(overview.findings(view)) == list(checks.check(plain, view))
            assert overview.due(view) == list(questions.due(plain, view))


@settings(max_examples=25, deadline=None, phases=(Phase.generate,), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.lists(entries(), max_size=8),
    later=st.lists(entries(), max_size=2),
    on=st.dates(date(1996, 1, 1), date(2028, 1, 1)).map(date.isoformat),
)
def test_an_overview_is_the_register_in_memory(
    tmp_path_factory: pytest.TempPathFactory, known: Catalogue, first: list[Entry], later: list[Entry], on: str
) -> None:
    with Archive.open(str(tmp_path_factory.mktemp("over") / "over.db"), write=True) as archive:
        keep(archive, first)
        told = [replace(e, recorded=NOW) for e in first]
        same(archive, Register(told, known), on)  # nothing is kept yet
        make_standings(archive, known)
        same(archive, Register(told, known), on)
        keep(archive, later)
        told = list(dict.fromkeys([*told, *(replace(e, recorded=NOW) for e in later)]))
        same(archive, Register(told, known), on)  # some pairs are touched


def test_counts_are_the_same_whether_kept_or_not(tmp_path_factory: pytest.TempPathFactory, known: Catalogue) -> None:
    found = [entry("sever_relations", a, b, "1999-05-01", evidence=(Evidence("table", "t", row=1),)) for a, b in pairwise(IDS)]
    with Archive.open(str(tmp_path_factory.mktemp("over") / "counts.db"), write=True) as archive:
        keep(archive, found)
        with archive.session() as session:
            derived = counts(Overview(session, known))
        make_standings(archive, known)
        with archive.session() as session:
            assert Overview(session, known).kept
            assert counts(Overview(session, known)) == derived
            assert derived[0]["HND"] == 2


def counts(overview: Overview) -> tuple[Counter[str], Counter[str], Counter[str], list[tuple[str, str, str, str]]]:
    layer = Layer.MISSION
    return overview.others(), overview.told(layer), overview.received(layer), sorted(overview.slots(layer, {"HND"}))
