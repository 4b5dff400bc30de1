"""What must always hold: loading in any order and twice gives the same answers; no lines, however wild, end a run."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.register.conftest import WORLD

from dateline.model import Entry, Layer, Polarity, Status
from dateline.register.checks import check
from dateline.register.counts import recognizers
from dateline.register.entries import entry
from dateline.register.questions import changed, due
from dateline.register.register import Register
from dateline.register.rules import effects
from dateline.register.view import View

PARTIES = ("ARV", "BLM", "x-rim", "x-gone")
DATES = (None, "2014", "2018-03", "2018-03-05", "2018-03-06", "2018-03-07", "../2018-03-06", "2018-03-01/2018-04-10", "2022-10-01")
ACTS = tuple(sorted(effects()))
LINES = st.builds(
    lambda act, a, b, valid, principal, negative, status, level, known: entry(
        act,
        a,
        b,
        valid,
        principal=principal,
        polarity=Polarity.NEGATIVE if negative else Polarity.POSITIVE,
        status=Status(status),
        level=level,
        known=known,
    ),
    st.sampled_from(ACTS),
    st.sampled_from(PARTIES),
    st.sampled_from(PARTIES),
    st.sampled_from(DATES),
    st.sampled_from((None, None, "ARV", "BLM", "CRV")),
    st.sampled_from((False, False, False, True)),
    st.sampled_from(("happened", "happened", "happened", "ongoing", "planned", "hypothetical", "negated")),
    st.sampled_from((None, "embassy", "consulate")),
    st.sampled_from((None, "2018-03-08", "2022-10-02")),
)
VIEWS = st.builds(
    View,
    on=st.sampled_from(("2013-01-01", "2018-03-05", "2018-03-06", "2018-04-01", "2023-01-01")),
    known_by=st.sampled_from((None, "2018-03-08")),
    policy=st.sampled_from(("actor_word", "any", "two_principals")),
    according_to=st.sampled_from((None, None, None, "ARV")),
)


def everything(entries: list[Entry], view: View) -> list[object]:
    """All that the register says in a view."""
    register = Register(entries, WORLD)
    return [
        *(row for party in PARTIES for row in register.relations(party, view=view)),
        *(recognizers(register, party, view=view, universe="all") for party in PARTIES),
        *check(register, view),
        *changed(register, "2018-03-05", "2023-01-01", view),
        *due(register, view),
    ]


@settings(max_examples=60)
@given(st.lists(LINES, max_size=7), VIEWS, st.randoms())
def test_any_order_and_repetition_gives_the_same(entries, view, random):
    shuffled = [*entries, *entries[:2]]
    random.shuffle(shuffled)
    assert everything(shuffled, view) == everything(entries, view)


@settings(max_examples=40)
@given(st.lists(LINES, max_size=6), st.sampled_from(("2018-03-05", "2018-04-01", "2023-01-01")))
def test_a_relation_has_one_answer_that_its_spell_covers(entries, on):
    register = Register(entries, WORLD)
    for party in PARTIES:
        rows = register.relations(party, view=View(on=on))
        keys = [(r.layer, r.from_, r.to, r.of_state, r.relation if r.layer is Layer.TERRITORY else "") for r in rows]
        assert len(keys) == len(set(keys))
        for row in rows:
            assert row.answer in {"yes", "no", "unknown"}
            assert not (row.answer == "yes" and row.since and row.since[:10] > on)
            assert set(row.entries) <= {e.id for e in entries}


def test_many_tellings_of_one_pair_stay_quick():
    entries = [
        entry(act, "ARV", "BLM", f"{1900 + i // 12}-{1 + i % 12:02d}", note=str(i))
        for i in range(600)
        for act in ("sever_relations", "resume_relations", "open_mission")
    ]
    rows = Register(entries, WORLD).relations("ARV", "BLM", view=View(on="1950-01-01"))
    assert {r.layer for r in rows} >= {Layer.RELATIONS, Layer.MISSION}
