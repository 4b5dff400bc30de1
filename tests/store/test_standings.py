"""The days of a slot, folded and unfolded; voices by which entries are told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.store.helpers import NOW

from dateline.model import Evidence
from dateline.register.entries import entry
from dateline.store import Archive
from dateline.store.standings import folded, unfolded


@given(st.dictionaries(st.integers(1, 3_000_000), st.text().map(lambda t: f'"{t.encode("unicode_escape").decode()}"'), min_size=1))
def test_each_day_unfolds_to_what_holds_on_it(days: dict[int, str]) -> None:
    ordered = sorted(days.items())
    kept = folded(ordered)
    assert unfolded(kept).on(ordered[0][0] - 1) is None
    for start, text in ordered:
        assert unfolded(kept).on(start) == text.encode()
    assert unfolded(kept).on(4_000_000) == ordered[-1][1].encode()


def test_voices_are_known_by_speaker_party_and_table(archive: Archive) -> None:
    proof = (Evidence("table", "madeup%.csv", row=1),)
    told = entry("recognize_state", "GHA", "XKX", "1999", according_to='Élodie "Lo" Mensah', principal="GHA", evidence=proof)
    with archive.session() as session:
        session.entries.keep([told], "madeup%.csv", NOW)
        for voice in ('Élodie "Lo" Mensah', 'Élodie "lo" mensah', "GHA", "madeup%.csv"):
            assert session.entries.speaks(voice), voice
        for nobody in ("Zorro", "Mensah", "madeup", "madeup_.csv", "%"):
            assert not session.entries.speaks(nobody), nobody
        assert session.entries.speakers("mensah") == ['Élodie "Lo" Mensah']
        assert session.entries.speakers("Zorro") == []


def test_entries_of_a_leading_party_are_those_of_its_pairs(archive: Archive) -> None:
    def told(actor: str, recipient: str, of_state: str | None = None) -> str:
        made = entry("recognize_government", actor, recipient, "1999", of_state=of_state)
        with archive.session() as session:
            session.entries.keep([made], "made-up", NOW)
        return made.id

    first, second, third = told("AAA", "BBB"), told("CCC", "AAA"), told("BBB", "x-gov", "AAA")
    told("BBB", "CCC")
    with archive.session() as session:
        assert {e.id for e in session.entries.led_by("AAA")} == {first, second, third}
