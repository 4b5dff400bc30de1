"""Rebels told by a noun, by their leader or by a name, in acts that bind both sides."""

from __future__ import annotations

from dataclasses import replace

from tests.merge.world import member

from dateline.merge import merge_members
from dateline.model import Actor, ActorKind, Member, Participant


def signed(report: str, who: Actor, act: str = "sign_agreement") -> Member:
    """A report in which Arvenia and somebody else did something."""
    made = member(report, act, "ARV", None, "2031-05-09")
    actors = (*made.mention.actors, Participant(who))
    return replace(made, mention=replace(made.mention, actors=actors))


def group(name: str, id: str) -> Actor:
    """An armed group that no catalogue knows."""
    return Actor(f"u-{id}", name, ActorKind.GROUP, None, "REB")


REBELS, GUERRILLAS = group("rebels", "1"), group("guerrillas of the hills", "2")
FRONT, ARMY = group("Huila Front", "3"), group("Dunholt Liberation Army", "4")
LEADER = Actor("p-efrain-mora", "Efrain Mora", ActorKind.PERSON, None, "REB", "guerrilla leader")


def test_the_noun_the_leader_and_the_name_are_one_party_with_its_leader() -> None:
    (event,) = merge_members([signed("a", REBELS), signed("b", FRONT), signed("c", LEADER), signed("d", GUERRILLAS)])
    assert event.reports == ("a", "b", "c", "d")
    assert {(p.actor.name, p.person) for p in event.actors} == {("Arvenia", None), ("Huila Front", "Efrain Mora")}
    assert not event.disagreements


def test_two_names_are_two_parties() -> None:
    assert len(merge_members([signed("a", FRONT), signed("b", ARMY)])) == 2


def test_two_of_one_report_are_two_parties() -> None:
    both = signed("a", FRONT)
    both = replace(both, mention=replace(both.mention, actors=(*both.mention.actors, Participant(ARMY))))
    (event,) = merge_members([both])
    assert len(event.actors) == 3


def test_who_attacks_is_told_apart_by_what_he_is_called() -> None:
    assert len(merge_members([signed("a", REBELS, "assault"), signed("b", GUERRILLAS, "assault")])) == 2
