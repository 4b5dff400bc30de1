from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.merge.copies import ChangeKind, copies, shingles
from dateline.model import Report

LEAD = (
    "Arvenia recognized Free Belmark on Friday, the foreign minister Ida Kern told reporters in Lund after a long night of talks."
)
BODY = "Belmark's government called the step a breach of the treaty of 2019 and recalled its ambassador within the hour."
MORE = "Corvia and Dunholt said that they would wait for the vote of their parliaments before they decide on the matter."
END = "The talks between the two sides had failed in April over the harbour of Halmar, which both of them claim."


def report(id: str, *sentences: str, **fields: str) -> Report:
    return Report(id, " ".join(sentences), **fields)


WIRE = report("wire", LEAD, BODY, MORE, END, outlet="Cable", published="2031-05-09T18:00+00:00")


def test_shortened_copy_is_told_with_what_it_dropped() -> None:
    short = report("short", LEAD, BODY, outlet="Post", published="2031-05-10")
    (found,) = copies([short, WIRE])
    assert (found.report, found.original, found.share) == ("short", "wire", 1.0)
    assert [(c.kind, c.original.of(WIRE.text) if c.original else "") for c in found.changes] == [
        (ChangeKind.DROPPED, f"{MORE} {END}")
    ]


def test_corrected_copy_is_told_with_what_changed() -> None:
    later = BODY.replace("2019", "2017")
    fixed = report("fixed", LEAD, later, MORE, END, published="2031-05-11")
    (found,) = copies([WIRE, fixed])
    (change,) = found.changes
    assert (change.kind, change.original and change.original.of(WIRE.text), change.copy and change.copy.of(fixed.text)) == (
        ChangeKind.CHANGED,
        BODY,
        later,
    )


def test_outlet_that_is_credited_is_the_original_whenever_it_was_published() -> None:
    early = report("early", LEAD, BODY, MORE, END, outlet="Post", credit="(Cable)", published="2031-05-09T12:00+00:00")
    assert [(c.report, c.original) for c in copies([WIRE, early])] == [("early", "wire")]


def test_marks_and_case_are_no_change() -> None:
    marked = report("marked", LEAD.upper(), BODY.replace("'", "’"), MORE, END, published="2031-05-12")
    assert copies([WIRE, marked])[0].changes == ()


def test_two_reports_with_one_quotation_are_no_copies() -> None:
    quote = '"The step is a breach of the treaty and will not stand," said Belmark\'s minister.'
    a = report("a", LEAD, quote, MORE)
    b = report("b", "In Halmar the streets were calm when the news came in late.", quote, END)
    assert copies([a, b]) == ()


def test_short_and_empty_texts_are_no_copies() -> None:
    assert (
        copies([report("a", "Arvenia and Belmark."), report("b", "Arvenia and Belmark."), report("c", ""), report("d", "")]) == ()
    )
    assert shingles("one two three") == frozenset()


@settings(max_examples=50)
@given(st.permutations([LEAD, BODY, MORE, END]), st.integers(1, 4), st.randoms())
def test_order_changes_nothing(sentences: list[str], n: int, random: st.random.Random) -> None:
    every = [WIRE, report("x", *sentences[:n]), report("y", *sentences), report("z", LEAD)]
    shuffled = list(every)
    random.shuffle(shuffled)
    assert copies(shuffled) == copies(every)


def test_of_two_on_one_day_the_one_with_its_hour_comes_first_in_whatever_zone() -> None:
    whole = (LEAD, BODY, MORE, END)
    day, early, late = (
        report(id, *whole, outlet=id, published=published)
        for id, published in (("day", "2031-05-09"), ("early", "2031-05-09T20:00:00+09:00"), ("late", "2031-05-09T18:00:00+00:00"))
    )
    assert {(c.report, c.original) for c in copies([day, early, late])} == {("day", "early"), ("late", "early")}


def test_a_moment_that_is_none_ends_nothing() -> None:
    """Reports may be made by hand; what cannot be read stands by its letters."""
    whole = (LEAD, BODY, MORE, END)
    odd, told = report("odd", *whole, outlet="odd", published="Friday, 9 May 2031"), report("told", *whole, published="2031-05-09")
    assert {(c.report, c.original) for c in copies([odd, told])} == {("odd", "told")}
