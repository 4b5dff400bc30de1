from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.helpers import NOW, coded, keep, report

from dateline.model import Report
from dateline.store import Archive
from dateline.store.records import packed, unpacked
from dateline.store.reports import moment


def test_reports_kept_twice_are_one_version(archive: Archive) -> None:
    keep(archive, report(), report(path="elsewhere.txt", retrieved="2026-01-01"))
    with archive.session() as session:
        assert len(session.reports.versions("r1")) == 1
        assert not session.reports.settle("r1")


def test_reports_with_other_words_are_another_version(archive: Archive) -> None:
    keep(archive, report(text="Ruritania recalled its envoy."), report(text="Ruritania did not recall its envoy."))
    with archive.session() as session:
        assert len(session.reports.versions("r1")) == 2
        assert session.reports.get("r1").report.text == "Ruritania did not recall its envoy."


def test_reports_modified_later_count_in_either_order(archive: Archive) -> None:
    early = report("a", text="one", published="2022-07-14")
    late = report("a", text="two", published="2022-07-14", modified="2022-07-15T10:00:00+09:00")
    keep(archive, late, early)
    with archive.session() as session:
        assert session.reports.get("a").report.text == "two"


def test_reports_are_known_as_coded_by_version_and_coder(archive: Archive) -> None:
    keep(archive, report(), coder="c1")
    with archive.session() as session:
        assert session.reports.is_coded(report(), "c1")
        assert not session.reports.is_coded(report(), "c2")
        assert not session.reports.is_coded(report(text="other"), "c1")


def test_reports_coded_anew_count_with_the_newest_coding(archive: Archive) -> None:
    keep(archive, report(), coder="c1")
    with archive.session() as session:
        version = session.reports.keep(report(), NOW)
        session.reports.keep_coding(version, "c2", coded(report()), NOW)
        assert session.reports.settle("r1")


def test_reports_come_sorted_by_day_outlet_and_id(archive: Archive) -> None:
    keep(
        archive,
        report("d"),
        report("c", outlet="B", published="2022-07-14"),
        report("b", outlet="A", published="2022-07-14"),
        report("a", published="2022-07-13"),
    )
    with archive.session() as session:
        assert [head.id for head in session.reports.heads()] == ["a", "b", "c", "d"]
        assert all(not head.text for head in session.reports.heads())


def test_moment_knows_zones_and_takes_nonsense() -> None:
    assert moment(report(published="2022-07-14T01:00:00+09:00")) < moment(report(published="2022-07-14"))
    assert moment(report(published="yesterday")) == moment(report())


anything = st.text(st.characters(codec=None), max_size=40)


@settings(max_examples=60)
@given(anything, st.none() | anything)
def test_records_come_back_as_they_were(text: str, title: str | None) -> None:
    one = Report(id="r", text=text, title=title)
    assert unpacked(Report, packed(one)) == one
    packed(one).encode("utf-8")


def test_reports_keep_text_that_databases_refuse(archive: Archive) -> None:
    hostile = "NUL \0, half a pair \ud800, '; drop table versions; --, \u202e"
    keep(archive, report(text=hostile, title=hostile, outlet=hostile))
    with archive.session() as session:
        kept = session.reports.get("r1").report
        assert (kept.text, kept.title, kept.outlet) == (hostile, hostile, hostile)
