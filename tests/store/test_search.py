"""Words are found in reports and in the sentences of events, whatever stands in them, in both databases."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.helpers import report

from dateline.model import EventMention, Member, Modality, Polarity, Report, Span, Status, Time
from dateline.store import Archive
from dateline.store.search import CLOSE, OPEN, match_of, mentions_with, terms_of


def member(of: Report, quote: str) -> Member:
    span = Span(0, 3)
    mention = EventMention(
        f"m-{of.id}", "meet", span, (), (), Polarity.POSITIVE, Time.PAST, Modality.ASSERTED, Status.HAPPENED, (span,)
    )
    return Member(of, mention, (), quote)


def check(archive: Archive) -> None:
    quito = report("r1", text="The envoys of Perú recognized nothing. They met in Quito.")
    lima = report("r2", text='Nobody met. Recognition of "the bridge" OR the ferry\' -- is due in Lima.')
    with archive.session() as session:
        session.search.put(quito, [member(quito, "They met in Quito.")])
        session.search.put(quito, [member(quito, "They met in Quito.")])
        session.search.put(lima, [])
        assert [hit.report for hit in session.search.reports("quito", 10)] == ["r1"]
        assert OPEN + "Quito" + CLOSE in session.search.reports("QUITO", 10)[0].passage
        assert {hit.report for hit in session.search.reports("envoy", 10)} == {"r1"}
        assert [hit.report for hit in session.search.reports('"the bridge"', 10)] == ["r2"]
        assert len(session.search.reports("met", 1)) == 1
        assert session.search.reports("met", 10, 2) == []
        assert session.search.reports("  '\"(*) ", 10) == []
        query = mentions_with(session.search.connection, "met quito")
        assert list(session.search.connection.execute(query).scalars()) == ["m-r1"]
        session.search.forget("r1")
        assert session.search.reports("quito", 10) == []
        session.search.clear()
        assert session.search.reports("lima", 10) == []


def test_search_finds_words_in_sqlite(tmp_path: Path) -> None:
    with Archive.open(str(tmp_path / "a.db"), write=True) as archive:
        check(archive)


def test_search_finds_words_in_postgresql(new_database: Callable[[], str]) -> None:
    with Archive.open(new_database(), write=True) as archive:
        check(archive)


def test_search_folds_accents(tmp_path: Path) -> None:
    with Archive.open(str(tmp_path / "a.db"), write=True) as archive, archive.session() as session:
        session.search.put(report("r1", text="Perú"), [])
        assert session.search.reports("peru", 10)


def test_search_takes_operators_for_words() -> None:
    assert terms_of('met "in  Quito" NEAR(a) col:b* -c') == ["met", "in Quito", "NEAR a", "col b", "c"]
    assert match_of(["met", "NEAR a"]) == '"met" "NEAR a"'


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return Archive.open(str(tmp_path_factory.mktemp("search") / "a.db"), write=True)


@settings(max_examples=60)
@given(st.text(max_size=40))
def test_search_takes_any_words(opened: Archive, words: str) -> None:
    with opened.session() as session:
        session.search.reports(words, 3)
        list(session.search.connection.execute(mentions_with(session.search.connection, words)))
