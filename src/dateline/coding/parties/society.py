"""Who a party is: for whom it acts, of what kind it is, whether its acts are coded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.coding.parties.agents import Agents
from dateline.model import Actor, ActorKind, Participant, Span
from dateline.resolve import Catalogue

STATES = frozenset({ActorKind.STATE, ActorKind.WOULD_BE_STATE})
POLITICAL = STATES | {ActorKind.TERRITORY, ActorKind.BODY, ActorKind.IGO, ActorKind.GROUP}
KINDS = {
    "state": STATES | {ActorKind.TERRITORY},
    "country": STATES | {ActorKind.IGO},
    "territory": STATES | {ActorKind.TERRITORY},
    "igo": frozenset({ActorKind.IGO}),
    "group": frozenset({ActorKind.GROUP}),
    "person": frozenset({ActorKind.PERSON}),
    "claimant": frozenset({ActorKind.PERSON}),
    "government": frozenset({ActorKind.BODY, ActorKind.GROUP}),
}
UNPLACED = frozenset({ActorKind.GROUP, ActorKind.PERSON, ActorKind.UNKNOWN, ActorKind.BODY, ActorKind.ORGANIZATION})
COUNTRY = frozenset({"country"})
WHO = frozenset({"person"})  # kinds that are asked of the words themselves, though a state comes out
OWN = frozenset({"state", "territory"})  # kinds that a person or a body does not stand in for: "recognized Mr Moyo"
STATE_SECTORS = frozenset({"GOV", "LEG", "MIL", "JUD"})
RAW = frozenset({"claimant", "government", "group"})  # kinds that are asked of the party itself, not of its principal


class Society:
    """The parties of one report, whatever words name them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.agents = Agents.load()
        self.homes: dict[str, Actor] = {}  # of actors whose state only a place tells: "the ministry in Suva"

    def participant(self, actor: Actor, span: Span, kinds: frozenset[str]) -> Iterator[Participant]:
        """The actor as a participant: those who act for a state become the state, the person kept by name."""
        if kinds & RAW and any(actor.kind in KINDS[k] for k in kinds):
            yield Participant(actor, actor.name if actor.kind is ActorKind.PERSON else None, (span,))
            return
        if kinds & OWN and actor.kind in {ActorKind.PERSON, ActorKind.BODY}:
            return
        party = self.nation(self.principal(actor))
        who = bool(kinds & WHO) and self.fits(actor, kinds & WHO)
        if party.kind is ActorKind.OUTLET or not (who or self.fits(party, kinds)):
            return
        named = actor.kind is ActorKind.PERSON and party.id != actor.id and actor.name != actor.role
        person = actor.name if named else None
        yield Participant(party, person, (span,))

    def nation(self, actor: Actor) -> Actor:
        """The state for a people named by its bare name: "the Palestinians and the Israelis agreed"."""
        people = actor.kind in {ActorKind.GROUP, ActorKind.UNKNOWN} and actor.sector == "CVL"
        if not people or actor.country is None or actor.name.lower() in self.agents.sector:
            return actor
        parties = self.catalogue.find(actor.name.removeprefix("the ").removeprefix("The "))
        state = self.catalogue.party(actor.country)
        return replace(self.catalogue.actor(state.id), sector="CVL") if state is not None and state in parties else actor

    def fits(self, actor: Actor, kinds: frozenset[str]) -> bool:
        """Whether an actor is of one of the kinds; any is where none is asked for."""
        if not kinds:
            return True
        people = actor.sector in self.agents.own_people
        by_sector = {"people": people, "officials": not people, "political": actor.sector in self.agents.political}
        return any(by_sector[k] if k in by_sector else actor.kind in KINDS[k] for k in kinds)

    def principal(self, actor: Actor) -> Actor:
        """The party for which an actor acts, itself where it acts for none."""
        sector = actor.sector
        home = self.homes.get(actor.id)
        if home is not None and actor.kind is ActorKind.BODY and sector in STATE_SECTORS:
            return replace(home, sector=sector)
        for _ in range(3):
            party = self.catalogue.party(actor.principal) if actor.principal else None
            if party is None or actor.kind not in {ActorKind.PERSON, ActorKind.BODY}:
                break
            actor = self.catalogue.actor(party.id)
        if actor.kind in STATES and actor.sector is None:
            actor = replace(actor, sector=sector or "GOV")
        return actor

    def homeless(self, actor: Actor) -> bool:
        """Whether an actor is one of whom the text names no country and no party that it acts for."""
        nowhere = actor.country is None and actor.principal is None
        return nowhere and actor.kind in UNPLACED and self.catalogue.party(actor.id) is None

    def political(self, participant: Participant) -> bool:
        """Whether a party is one whose acts are coded: a state and its bodies, an international body, an organized group."""
        actor = participant.actor
        if actor.kind in STATES and actor.sector == "CVL":
            return True  # a people by its bare name
        if actor.sector is not None and actor.sector not in self.agents.political:
            return False  # a state's bank, its students: not the state
        if self.homeless(actor):
            return False
        return actor.kind in POLITICAL or actor.sector in self.agents.political

    def holds(self, actor: Actor, territory: Actor) -> bool:
        """Whether a territory is that of a state by the catalogue."""
        party = self.catalogue.party(territory.id)
        return party is not None and actor.id in {party.parent, party.country}

    def as_state(self, participant: Participant, on: str | None) -> Participant:
        """The would-be state for the region on which it stood: "recognized the independence of *the Donetsk region*"."""
        states = self.catalogue.states_on(participant.actor.id, on)
        return replace(participant, actor=self.principal(self.catalogue.actor(states[0].id))) if len(states) == 1 else participant

    def eligible(self, participant: Participant, crowds: bool = False) -> bool:
        """Whether a party's own acts are coded: political ones, and people who act together.

        With ``crowds`` people of no known country count as well: whoever protests against a state.
        """
        sector = participant.actor.sector
        if sector in self.agents.private or participant.actor.kind is ActorKind.OUTLET:
            return False
        if self.political(participant) or sector in self.agents.political:
            return True
        people = sector in self.agents.own_people and (crowds or sector not in self.agents.observers)
        return people and (crowds or not self.homeless(participant.actor))

    def others(self, participants: Sequence[Participant], acting: Sequence[Participant]) -> tuple[Participant, ...]:
        """The participants that are none of those who act; a state's own people are others than its government."""
        taken = {p.actor.id for p in acting}
        sectors = {(p.actor.id, p.actor.sector) for p in acting}
        return tuple(
            p
            for p in participants
            if p.actor.id not in taken or (p.actor.sector in self.agents.own_people and (p.actor.id, p.actor.sector) not in sectors)
        )


def distinct(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Each party once; spans of the same party put together."""
    found: dict[tuple[str, str | None], Participant] = {}
    for p in participants:
        key = (p.actor.id, p.person)
        found[key] = replace(found[key], spans=tuple(dict.fromkeys((*found[key].spans, *p.spans)))) if key in found else p
    return tuple(found.values())


def without(participants: Sequence[Participant], others: Sequence[Participant]) -> tuple[Participant, ...]:
    """The participants whose party is none of the others'."""
    taken = {p.actor.id for p in others}
    return tuple(p for p in participants if p.actor.id not in taken)
