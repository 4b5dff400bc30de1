"""Counts with their universe, order, and what is open in them; claims on them; what is due, changed, supposed."""

from __future__ import annotations

import pytest

from dateline.model import Layer, UsageError
from dateline.register.claims import CountClaim, bounded, check_claim, parse_claim
from dateline.register.counts import recognizers
from dateline.register.lines import parse
from dateline.register.questions import changed, due, matrix, suppose
from dateline.register.view import View

RIM = """
2014 recognize_state x-isle x-rim
2022-02-21 recognize_state ARV x-rim
2022-06-29 recognize_state CRV x-rim
2022-06-29 recognize_state SEE x-rim
2022-07-13 recognize_state DUN x-rim
undated recognize_state x-shire x-rim
../2023-01-01 recognize_state ELS x-rim
2023-03-01 withdraw_recognition CRV x-rim
"""


def count(told, universe, on="2022-07-14", **view):
    return recognizers(told.register, "x-rim", view=View(on=on, **view), universe=universe)


def test_count_in_each_universe(tell):
    told = tell(RIM)
    assert [r.actor for r in count(told, "un_member").rows] == ["ARV", "CRV", "DUN"]
    assert [r.actor for r in count(told, "un").rows] == ["ARV", "CRV", "SEE", "DUN"]
    assert [r.actor for r in count(told, "all").rows] == ["x-isle", "ARV", "CRV", "SEE", "DUN"]
    assert [r.actor for r in count(told, "un_member").unknown] == ["ELS"]
    with pytest.raises(UsageError, match="un_member"):
        count(told, "everyone")


def test_places_are_shared_by_a_day_and_open_where_dates_are(tell):
    told = tell(RIM.replace("../2023-01-01 recognize_state ELS x-rim", ""))
    assert [r.ordinal for r in count(told, "all").rows] == [1, 2, 3, 3, 5]
    open_ = tell(RIM)
    row = count(open_, "un_member", "2023-02-01").of("DUN")
    assert (row.ordinal, row.between) == (None, (3, 4))


def test_withdrawn_keeps_its_place_in_the_order(tell):
    told = tell(RIM)
    assert [r.actor for r in count(told, "un_member", "2023-03-02").rows] == ["ELS", "ARV", "DUN"]
    assert count(told, "un_member", "2023-03-02").of("CRV").relation.relation == "withdrawn"


def test_partners_are_counted_in_relations(tell):
    told = tell("../2024-01-15 establish_relations ARV x-isle ongoing\n2024-01-15 sever_relations BLM x-isle")
    found = recognizers(told.register, "x-isle", view=View(on="2024-01-15"), layer=Layer.RELATIONS)
    assert (found.n, [r.actor for r in found.rows]) == (1, ["ARV"])


def test_claim_on_a_place_holds_in_one_universe_and_not_in_another(tell):
    told = tell(RIM.replace("../2023-01-01 recognize_state ELS x-rim", ""))
    claim = parse_claim(told.register, "the third country to recognize the Rim Republic")
    assert claim == CountClaim("x-rim", ordinal=3)
    found = {c.universe: c.holds for c in check_claim(told.register, claim, View(on="2022-07-14"), "DUN")}
    assert found == {"un_member": "yes", "un": "no", "all": "no"}
    with pytest.raises(UsageError, match="name the actor"):
        check_claim(told.register, claim, View(on="2022-07-14"))


def test_claim_on_a_count_is_unknown_where_a_row_is(tell):
    told = tell(RIM)
    view = View(on="2022-07-14")
    for text, holds in (
        ("recognized by three UN members: Rim Republic", "unknown"),
        ("recognized by at least 3 UN members: Rim Republic", "yes"),
        ("recognized by more than 3 UN members: Rim Republic", "unknown"),
        ("recognized by 5 UN members: Rim Republic", "no"),
    ):
        assert check_claim(told.register, parse_claim(told.register, text), view)[0].holds == holds
    assert bounded("fewer than", 5) == CountClaim("", count=4, bound="most")
    for text in ("third to recognize nobody", "Rim Republic is there"):
        with pytest.raises(UsageError):
            parse_claim(told.register, text)


def test_what_changed_between_two_days(tell):
    told = tell(RIM)
    found = list(changed(told.register, "2022-07-01", "2022-07-15", View(), "x-rim"))
    assert [(c.after.from_, c.before.answer, c.after.answer) for c in found] == [("DUN", "no", "yes")]
    assert not list(changed(told.register, "2022-07-01", "2022-07-15", View(), "BLM"))


def test_due_is_what_was_announced_and_is_not_told_done(tell):
    text = """
        2024-05-28 recognize_state ARV x-rim announced 2024-05-22 planned
        2024-05-28 recognize_state DUN x-rim announced 2024-05-22 planned
        2024-05-28 recognize_state DUN x-rim known 2024-05-29
        2023-03-10 agree_relations ARV BLM
    """
    told = tell(text)
    found = list(due(told.register, View(on="2024-06-01")))
    assert [(d.entry.actor, d.entry.recipient, d.on, d.overdue) for d in found] == [
        ("ARV", "BLM", "2023-03-10/..", False),
        ("ARV", "x-rim", "2024-05-28", True),
    ]
    assert {d.entry.actor for d in due(told.register, View(on="2024-05-23"), "x-rim")} == {"ARV", "DUN"}
    assert not list(due(told.register, View(on="2024-05-21"), "x-rim"))


def test_what_was_done_later_was_due_from_its_announcement_on(tell):
    told = tell("2024-05-28 recognize_state ARV x-rim announced 2024-05-22")
    asked = {on: [d.on for d in due(told.register, View(on=on))] for on in ("2024-05-21", "2024-05-22", "2024-05-27", "2024-05-28")}
    assert asked == {"2024-05-21": [], "2024-05-22": ["2024-05-28"], "2024-05-27": ["2024-05-28"], "2024-05-28": []}


def test_supposed_entry_shows_what_would_follow_and_keeps_nothing(tell):
    told = tell(RIM + "2000-01-01 establish_relations BLM DUN")
    found = suppose(told.register, [parse("2022-07-14 recognize_state BLM x-rim")], View(on="2022-07-14"))
    assert [(c.after.from_, c.after.answer) for c in found.changed] == [("BLM", "yes")]
    assert {c.universe: (c.n, c.of("BLM").between) for c in found.counts}["un_member"] == (4, (4, 5))
    ruptured = suppose(told.register, [parse("2022-07-14 sever_relations DUN BLM")], View(on="2022-07-14"))
    implied = [c.after for c in ruptured.changed if c.after.implied_by]
    assert {r.layer for r in implied} == {Layer.MISSION}
    assert told.register.relation(Layer.STATE, "BLM", "x-rim", view=View(on="2022-07-14")) is None


def test_supposed_entry_that_does_not_fit_is_found(tell):
    told = tell(RIM)
    found = suppose(
        told.register,
        [parse("2022-07-20 withdraw_recognition BLM x-rim"), parse("2022-09-01 recognize_state ARV x-rim")],
        View(on="2022-10-01"),
    )
    assert [f.kind for f in found.findings] == ["repeated"]


def test_matrix_leaves_out_what_is_unknown(tell):
    told = tell(RIM)
    found = {(r.from_, r.to): r.answer for r in matrix(told.register, View(on="2022-07-14"))}
    assert found["ARV", "x-rim"] == "yes"
    assert ("ELS", "x-rim") not in found
