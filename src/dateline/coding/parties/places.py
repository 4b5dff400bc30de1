"""States told by a place: by their capital, by where a report is dated from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.coding.parties.society import COUNTRY, STATES
from dateline.model import ActorKind, ActorMention, Participant, Party, SectionKind, Span, Token
from dateline.resolve.actors.home import home
from dateline.resolve.actors.words import listed, load_anaphors

if TYPE_CHECKING:
    from dateline.coding.parties.phrases import Parties


def reported_from(parties: Parties) -> tuple[Participant, ...]:
    """The state of the place from which the report is dated: "KATHMANDU - …"."""
    lines = lines_of(parties)
    words = (t for line in lines for t in parties.syntax.within(line) if t.dep != "compound")  # "*La* Paz" is not in Laos
    named = (parties.one(t, COUNTRY) or parties.place(t, COUNTRY) for t in words)
    return next((tuple(replace(p, person=None) for p in found) for found in named if found), ())


def lines_of(parties: Parties) -> list[Span]:
    """The datelines of the report."""
    return [s.span for s in parties.syntax.reading.sections if s.kind is SectionKind.DATELINE]


def outlet_home(parties: Parties) -> tuple[Participant, ...]:
    """The state where the outlet is at home, which a local paper that is not dated from anywhere calls "here"."""
    found = home(parties.syntax.reading, parties.catalogue)
    return (Participant(parties.catalogue.actor(found.state)),) if found and found.outlet else ()


def lands(token: Token, parties: Parties) -> tuple[Token, ...]:
    """The words that may say in which land a place lies: whose it is, or what it lies by ("the hills *above Suva*", "the camps
    *east of Suva*").
    """
    by = (p.noun for p in parties.syntax.own_phrases(token) if p.preposition in parties.agents.located)
    behind = parties.syntax.tokens[token.i + 1 : token.i + 2]
    toward = (c for t in behind if t.lemma.lower() in parties.agents.parts for c in parties.syntax.children(t, "prep"))
    far = (n for p in toward if p.text.lower() == "of" for n in parties.syntax.children(p, "pobj"))
    return (*parties.syntax.owners(token), *by, *far)


def is_here(token: Token) -> bool:
    """Whether a word stands for the place from which the report is dated."""
    return token.text.lower() == "here"


def at_home(participant: Participant, parties: Parties) -> Participant:
    """A person with an office that each state has once as acting for that state: "Foreign Minister Mahendra Rai"; else the same."""
    actor = participant.actor
    office = set((actor.role or "").lower().split()) & parties.agents.national
    if not parties.here or actor.kind is not ActorKind.PERSON or not office:
        return participant
    if office <= listed("offices", "state", "monarchs") and parties.here[0].actor.id not in load_anaphors().forms["monarchy"]:
        return participant  # a republic's paper tells of somebody else's king
    return replace(participant, actor=parties.here[0].actor, person=participant.person or actor.name)


def capital(token: Token, parties: Parties) -> tuple[Participant, ...]:
    """The state whose capital or seat of government a name is: "its embassy in *Kuala Lumpur*"."""
    if token.tag not in {"NNP", "NNPS"}:
        return ()
    words = [*(t for t in parties.syntax.children(token, "compound", "det") if t.text[0].isupper()), token]  # "The Hague"
    ends = (*(t.end for t in parties.syntax.children(token, "case")), token.end)  # "in St. George's" is no possessive
    named = (parties.catalogue.find(Span(words[0].start, end).of(parties.syntax.reading.report.text)) for end in ends)
    states = [p for found in named for p in found if p.kind in STATES]
    span = Span(words[0].start, token.end)
    return (Participant(parties.principal(parties.catalogue.actor(states[0].id)), None, (span,)),) if states else ()


def landlord(token: Token, mention: ActorMention, kinds: frozenset[str], parties: Parties) -> tuple[Participant, ...]:
    """The state of the territory in which something is: "its office in *the West Bank*", "the consulate in *Hong Kong*"."""
    above = parties.syntax.head(token)
    inside = kinds == COUNTRY and above is not None and above.text.lower() in parties.agents.located
    lands = (parties.catalogue.party(a.id) for a in mention.actors if inside and a.kind is ActorKind.TERRITORY)
    states = [party.parent for party in lands if party is not None and party.parent]
    return (Participant(parties.principal(parties.catalogue.actor(states[0])), None, (mention.span,)),) if states else ()


def would_be_seat(token: Token, country: str, kinds: frozenset[str], parties: Parties) -> Party | None:
    """The would-be state in whose capital a mission is, and not the state that claims the land: "an office in *Hargeisa*"."""
    bearers = parties.catalogue.find(token.text) if kinds == COUNTRY else ()
    seats = (p for p in bearers if p.kind is ActorKind.WOULD_BE_STATE and parties.catalogue.country(p) == country)
    return next((p for p in seats if any(n.scheme == "capital" and n.text == token.text for n in p.names)), None)
