"""Sums over the archive and the words for parties: whatever is filed, merged otherwise and taken off again, they are those of what
is there.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.helpers import report

from dateline.model import Actor, ActorKind, ActorMention, CodedReport, Coverage, Fate, MentionForm, Problem, Span
from dateline.store import Archive
from dateline.store.tallies import FATE, PROBLEM, READ, UNDATED, report_counts

KEYS = st.sampled_from([("tells", "One", ""), ("tells", "Two", ""), ("draws", "One", "TASS")])
COUNTS = st.dictionaries(KEYS, st.integers(1, 3), max_size=3)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["event:a", "event:b", "report:a"]), COUNTS), max_size=8))
def test_sums_are_those_of_what_was_put_last(archive: Archive, puts: list[tuple[str, dict[tuple[str, str, str], int]]]) -> None:
    held: dict[str, dict[tuple[str, str, str], int]] = {}
    with archive.session() as session:
        session.tallies.clear()
        for owner, counts in puts:
            session.tallies.put(owner, counts)
            held[owner] = counts
        expected = sum(map(Counter, held.values()), Counter())
        assert session.tallies.totals("tells", "draws") == dict(expected)
        session.tallies.remove_events(["a", "b", "c"])
        left = held.get("report:a", {})
        assert session.tallies.totals("tells", "draws") == left


def test_a_report_counts_for_its_sentences_and_problems() -> None:
    coded = CodedReport(
        replace(report(), published=None),
        coverage=(Coverage(Span(0, 1), (Fate.EVENT, Fate.TIME)), Coverage(Span(1, 2), (Fate.SKIPPED,))),
        problems=(Problem("r1", 0, 0, "odd\0", "it is odd"),),
    )
    found = report_counts(coded)
    assert (found[READ, "", ""], found[UNDATED, "", ""]) == (1, 1)
    assert [found[FATE, name, ""] for name in ("event", "time", "skipped", "claim")] == [1, 1, 1, 0]
    assert found[PROBLEM, "odd\ufffd", ""] == 1, "names are such as every database takes"


def test_words_for_a_party_are_those_of_the_version_that_counts(archive: Archive) -> None:
    named = named_in("Abkhazia met Abkhazia.", Actor("x-abkhazia", "Abkhazia", ActorKind.STATE))
    with archive.session() as session:
        session.uses.put(named)
        (use,) = session.uses.of("x-abkhazia")
        assert (use.folded, use.spellings, use.reports) == ("abkhazia", (("Abkhazia", 2),), (named.report.id,))
        assert list(session.uses.of("x-abkhazia", skip=1, limit=5)) == list(session.uses.of("FRA")) == []
        session.uses.put(replace(named, actors=()))
        assert list(session.uses.of("x-abkhazia")) == []


def named_in(text: str, actor: Actor) -> CodedReport:
    """A report in which a party is named at both ends."""
    spans = (Span(0, len(actor.name)), Span(len(text) - 1 - len(actor.name), len(text) - 1))
    return CodedReport(replace(report(), text=text), actors=tuple(ActorMention(s, 0, MentionForm.NAME, (actor,)) for s in spans))
