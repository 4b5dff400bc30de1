"""The text form: what is printed is parsed, whatever it holds; what cannot be read is told with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import (
    Certainty,
    DateRole,
    Entry,
    EventDate,
    Evidence,
    KnownBasis,
    Layer,
    Polarity,
    Problem,
    RulingKind,
    Span,
    Standing,
    Status,
)
from dateline.register.entries import entry, ruling
from dateline.register.ledger import Expectation, parse_line, print_line, read_ledger
from dateline.register.lines import BASIS, KEYWORDS, parse, printed
from dateline.register.view import View
from dateline.register.words import LineError

WORDS = st.one_of(
    st.text(min_size=1, max_size=12), st.sampled_from(sorted(KEYWORDS)), st.sampled_from(["", ";", ",", '"', "#", "a b"])
)
IDS = st.one_of(st.sampled_from(["ARV", "x-rim", "BLM"]), st.text(min_size=1, max_size=8))
DATES = st.sampled_from([None, "2022-07-13", "2022-07", "2014~", "../2022-07-14", "2022-07-13/..", "2022-07-13?"])
SPANS = st.lists(st.builds(lambda a, n: Span(a, a + n), st.integers(0, 9999), st.integers(0, 99)), max_size=3).map(tuple)
EVIDENCE = st.builds(
    Evidence,
    kind=st.sampled_from(["report", "table", "line"]),
    ref=WORDS,
    spans=SPANS,
    row=st.one_of(st.none(), st.integers(0, 99999)),
    text=st.text(max_size=10),
)
EVENT_DATES = st.builds(
    EventDate, role=st.sampled_from(DateRole), value=DATES, basis=st.one_of(st.just(BASIS), st.text(max_size=8))
)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Any entry."""
    optional = st.one_of(st.none(), WORDS)
    return entry(
        draw(IDS),
        draw(IDS),
        draw(IDS),
        draw(DATES),
        known=draw(st.sampled_from([None, "2022-07-14", "2022-07-14T10:00:00+02:00"])),
        recorded=draw(st.sampled_from([None, "2023-01-01T00:00:00Z"])),
        dates=tuple(draw(st.lists(EVENT_DATES, max_size=2))),
        according_to=draw(optional),
        principal=draw(st.one_of(st.none(), IDS)),
        standing=draw(st.sampled_from(Standing)),
        polarity=draw(st.sampled_from(Polarity)),
        status=draw(st.sampled_from(Status)),
        presupposed=draw(st.booleans()),
        mode=draw(optional),
        level=draw(optional),
        of_state=draw(st.one_of(st.none(), IDS)),
        event=draw(st.one_of(st.none(), IDS)),
        evidence=tuple(draw(st.lists(EVIDENCE, max_size=2))),
        note=draw(st.text(max_size=8)),
        certainty=draw(st.sampled_from(Certainty)),
        condition=draw(st.text(max_size=8)),
        known_basis=draw(st.sampled_from(KnownBasis)),
    )


@given(entries())
def test_what_is_printed_is_parsed(found):
    line = printed(found, recorded=True)
    assert len(line.splitlines()) == 1
    assert parse(line) == found


@given(st.text(max_size=80))
def test_no_line_raises(line):
    for found in read_ledger([line, f"2022-07-13 recognize_state {line}", f"2022-07-13 check ARV BLM {line}"], "any"):
        assert isinstance(found, Problem) or print_line(found)


@pytest.mark.parametrize(
    "line",
    [
        "2022-07-13 recognize_state PRK x-donetsk-pr ; voi:103-176 according to Pushilin",
        "2022-07-13 recognize_state PRK x-donetsk-pr ; voi:103-176+180-190, post according to Denis Pushilin for x-donetsk-pr",
        "2024-05-28 recognize_state ESP PSE announced 2024-05-22 planned known 2024-05-22",
        '2017-10-27 not withdraw_recognition SUR XKX ; table facts.csv#84 according to "Office of X" for XKX',
        "undated open_mission ARV BLM level embassy probable",
        '2011-07-15 recognize_government ARV x-council mode interim of DUN condition "until the vote" ; table "my facts.csv" row 3',
    ],
)
def test_line_stays_as_it_is(line):
    assert printed(parse(line)).replace('"Office of X"', '"Office of X"') == line


def test_fields_of_a_line():
    found = parse("2022-07-13 recognize_state PRK x-rim until 2022-09-30 ; voi:1-3 according to Pavel Orsk for x-rim")
    assert (found.act, found.actor, found.recipient, found.valid) == ("recognize_state", "PRK", "x-rim", "2022-07-13")
    assert (found.according_to, found.principal, found.standing) == ("Pavel Orsk", "x-rim", Standing.RECIPIENT)
    assert found.dates == (EventDate(DateRole.UNTIL, "2022-09-30", BASIS),)
    assert found.evidence == (Evidence("report", "voi", (Span(1, 3),)),)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("13/07/2022 recognize_state ARV BLM", "no date"),
        ("2022-07-13 recognize_state ARV", "recipient is missing"),
        ("2022-07-13 recognize_state ARV BLM soon", "unknown word 'soon'"),
        ("2022-07-13 recognize_state ARV BLM mode", "the mode is missing"),
        ("2022-07-13 recognize_state ARV BLM mode a mode b", "given twice"),
        ('2022-07-13 recognize_state ARV BLM note "open', "not closed"),
        ("2022-07-13 recognize_state ARV BLM ; post as friend", "unknown standing"),
        ("2022-07-13 check ARV BLM recognized maybe", "neither yes"),
        ("2022-07-13 check ARV BLM befriended yes", "none of recognized"),
        ("2022-07-13 check ARV recognizers many", "no count"),
        ("2022-07-13 retract", "the id is missing"),
    ],
)
def test_bad_line_says_what_is_wrong(line, message):
    with pytest.raises(LineError, match=message):
        parse_line(line)


def test_ledger_reads_on_after_a_bad_line():
    found = list(
        read_ledger(
            ["# a comment", "", "nonsense", "2022 recognize_state ARV BLM  # told", "2022 check ARV BLM recognized yes"], "f"
        )
    )
    assert isinstance(found[0], Problem)
    assert (found[0].where, found[0].code) == ("f:3", "register_line")
    assert isinstance(found[1], Entry)
    assert found[1].evidence == (Evidence("line", "f", row=4),)
    assert isinstance(found[2], Expectation)
    assert found[2].where == "f:5"


VIEWS = st.builds(
    View,
    on=st.just("2022-07-13"),
    known_by=st.sampled_from([None, "2022-07-14"]),
    according_to=st.one_of(st.none(), WORDS),
    layer=st.sampled_from(Layer),
    policy=st.sampled_from(["actor_word", "any", "two_principals"]),
)


@given(VIEWS, IDS, IDS, st.sampled_from(["yes", "no", "unknown"]), st.sampled_from(["", "DUN"]))
def test_expectation_is_printed_and_parsed(view, a, b, answer, of):
    for found in (
        Expectation(view, a, b, "recognized", answer, of),
        Expectation(view, a, universe="all", count=3),
    ):
        assert parse_line(print_line(found)) == found


@given(st.sampled_from(RulingKind), IDS, st.sampled_from([None, "2022-07-13"]), WORDS, st.text(max_size=9))
def test_ruling_is_printed_and_parsed(kind, on, known, by, reason):
    found = ruling(kind, on, known=known, by=by, reason=reason)
    assert parse_line(print_line(found)) == found
