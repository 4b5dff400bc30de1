"""How sure the record is of an event, and about which events a person is asked."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Counts, Disagreement, Event, Status
from dateline.register.doubts import sureness, urgent, waits

TOLD = Event("e", "sever_relations", (), (), Status.HAPPENED, (), (), (), Counts(2, 2, 1, 0, 0), confidence=0.8)


def test_each_disagreement_that_can_be_decided_makes_less_sure() -> None:
    assert sureness(TOLD) == 0.8
    assert sureness(replace(TOLD, disagreements=(Disagreement("date", ()),))) == 0.64
    assert sureness(replace(TOLD, disagreements=(Disagreement("wording", ()),))) == 0.8
    assert sureness(replace(TOLD, counts=Counts(2, 2, 0, 0, 2))) == 0.72


def test_only_what_the_register_rests_on_waits() -> None:
    doubted = replace(TOLD, disagreements=(Disagreement("severity", ()),))
    assert urgent(doubted)
    assert waits(doubted)
    assert waits(replace(TOLD, confidence=0.4))
    assert not waits(TOLD)
    assert not waits(replace(doubted, act="praise"))
