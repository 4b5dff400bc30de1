"""Who may be one speaker: by name, by office, by party."""

from __future__ import annotations

import pytest

from dateline.merge.speakers import may_be_one
from dateline.model import Actor, ActorKind

MINISTER = Actor("p-ana-tull", "Ana Tull", ActorKind.PERSON, role="foreign minister of Merrow", principal="x-merrow")
PRESIDENT = Actor("p-oto-brandt", "Oto Brandt", ActorKind.PERSON, role="president of Merrow", principal="x-merrow")
MINISTRY = Actor("b-merrow-ministry", "Foreign Ministry of Merrow", ActorKind.BODY, principal="x-merrow")
NEIGHBOUR = Actor("b-tarn-ministry", "Foreign Ministry of Tarn", ActorKind.BODY, principal="x-tarn")
SHORT = Actor("u-tull", "Tull", ActorKind.PERSON)
OFFICE = Actor("u-minister", "foreign minister", ActorKind.PERSON, role="foreign minister")
OFFICIAL = Actor("u-official", "senior official", ActorKind.PERSON, role="official")


@pytest.mark.parametrize(
    ("a", "b"),
    [(MINISTER, None), (MINISTER, SHORT), (MINISTER, MINISTRY), (MINISTER, OFFICE), (PRESIDENT, OFFICIAL), (OFFICIAL, NEIGHBOUR)],
)
def test_speakers_who_may_be_one(a: Actor, b: Actor | None) -> None:
    assert may_be_one(a, b)
    assert may_be_one(b, a)


@pytest.mark.parametrize(
    ("a", "b"), [(MINISTER, PRESIDENT), (PRESIDENT, OFFICE), (MINISTER, NEIGHBOUR), (MINISTRY, NEIGHBOUR), (SHORT, PRESIDENT)]
)
def test_speakers_who_are_two(a: Actor, b: Actor) -> None:
    assert not may_be_one(a, b)
    assert not may_be_one(b, a)
