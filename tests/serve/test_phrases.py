from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.model import Actor, ActorKind, Counts, Event, Participant, Polarity, Status
from dateline.register.entries import entry
from dateline.serve.codes import codebook, codes
from dateline.serve.phrases import phrases, statement, told


def party(name: str, person: str | None = None) -> Participant:
    return Participant(Actor(name.lower(), name, ActorKind.STATE), person)


def event(act: str, actors: str, recipients: str, status: Status = Status.HAPPENED) -> Event:
    sides = (tuple(map(party, actors.split())), tuple(map(party, recipients.split())))
    return Event("e", act, *sides, status, (), (), (), Counts(1, 1, 1, 0, 0))


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (event("recognize_state", "A", "B"), "A recognized B"),
        (event("sever_relations", "A", "B", Status.NEGATED), "A did not sever relations with B"),
        (event("open_mission", "A", "B", Status.PLANNED), "A to open a mission in B"),
        (event("negotiate", "A", "B", Status.ONGOING), "A negotiating with B"),
        (event("meet", "A B", ""), "A and B met"),
        (event("summon_envoy", "A", ""), "A summoned the envoy"),
        (event("recall_envoy", "", "B"), "(not told) recalled its envoy from B"),
        (event("dance_around", "A", "B"), "A dance around B"),
    ],
)
def test_statement(found: Event, said: str) -> None:
    assert statement(found) == said


def test_statement_names_the_person_through_whom_a_party_acts() -> None:
    found = Event("e", "meet", (party("A", "Ana Lomidze"),), (), Status.HAPPENED, (), (), (), Counts(1, 1, 1, 0, 0))
    assert statement(found) == "A (Ana Lomidze) met"


def test_every_act_of_the_codebook_has_a_phrase() -> None:
    assert sorted(set(codebook().acts) - set(phrases())) == []


def test_every_phrase_has_its_three_forms() -> None:
    assert [act for act, forms in phrases().items() if not {"past", "base", "ing"} <= set(forms)] == []


def test_what_the_host_closes_is_told_as_the_hosts() -> None:
    closed = entry("close_mission", "CHL", "PER", "2021-05-03", mode="host")
    assert told(closed) == ("PER", "closed the mission of", "CHL")
    assert told(replace(closed, mode=None)) == ("CHL", "closed its mission in", "PER")


def test_an_entry_is_told_as_its_status_and_polarity_ask() -> None:
    severed = entry("sever_relations", "CHL", "PER", "2021-05-03")
    assert told(severed).words == "severed relations with"
    assert told(replace(severed, polarity=Polarity.NEGATIVE)).words == "did not sever relations with"
    assert told(replace(severed, status=Status.PLANNED, polarity=Polarity.NEGATIVE)).words == "to sever relations with"


def test_what_the_register_tells_apart_is_no_mode_of_plovers() -> None:
    assert codes("close_mission", "host").mode == "withdraw"
    assert codes("recognize_state", "de_facto").mode is None
