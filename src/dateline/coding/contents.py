"""What speech acts take from what they say: whom a request is put to, whom a threat is meant for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.coding.codebook import Codebook, Place, Role, Slot
from dateline.coding.matching import Filler, Match
from dateline.coding.parties import Parties, without
from dateline.coding.syntax import Syntax
from dateline.model import Actor, Participant, Token


def with_home(match: Match, codebook: Codebook, parties: Parties) -> Match:
    """The match with the country of people who act told by where they act: "crowds blocked streets in Fiji"."""
    if not codebook.acts[match.frame.act].domestic:
        return match
    where = parties.located(match.predicate)
    if not where:
        return match
    return match._replace(fillers=tuple(at_home(f, where[0].actor, parties) for f in match.fillers))


def at_home(filler: Filler, state: Actor, parties: Parties, role: Role = Role.ACTOR) -> Filler:
    """The filler with its homeless parties put into a state, where it fills the role."""
    if filler.slot.role is not role or not any(parties.homeless(p.actor) for p in filler.parties):
        return filler
    placed = (replace(p, actor=replace(p.actor, country=state.country)) if parties.homeless(p.actor) else p for p in filler.parties)
    return replace(filler, parties=tuple(placed))


def with_people(match: Match, codebook: Codebook, syntax: Syntax, parties: Parties) -> Match:
    """The match with the people whom it names without a country told: by a place, else as the actor's own.

    "Jets killed three people in Fiji": those of Fiji; "Fiji's police arrested three protesters": Fiji's own.
    """
    act = codebook.acts[match.frame.act]
    acting = match.parties(Role.ACTOR)
    told = [p for p in match.parties(Role.RECIPIENT, Role.BOTH) if not parties.homeless(p.actor)]
    if told or not (acting or match.frame.agentless):
        return match
    heads = [f.token for f in match.fillers if f.slot.role is not Role.ACTOR and not syntax.is_verb(f.token)]
    if act.located:
        for token in (*heads, match.predicate):
            place = without(parties.located(token) or parties.place(token, COUNTRY), acting)
            if place and not match.parties(Role.RECIPIENT):
                return match._replace(fillers=(*match.fillers, Filler(LENT, token, place)))
            if place:  # "killed eight policemen in Fiji": Fiji's
                return match._replace(fillers=tuple(at_home(f, place[0].actor, parties, Role.RECIPIENT) for f in match.fillers))
    for token in (f.token for f in match.fillers if f.slot.role is not Role.WORDS and f.token in heads):
        own = parties.own_people(token, acting[0].actor, act.own_people) if act.domestic and acting else ()
        if own:
            kept = tuple(f for f in match.fillers if f.slot.role is not Role.RECIPIENT)
            return match._replace(fillers=(*kept, Filler(LENT, token, own)))
    return match


COUNTRY = frozenset({"country"})
LENT = Slot(Role.RECIPIENT, Place.CLAUSE, optional=True)


def with_lent(match: Match, found: Mapping[int, Sequence[Match]], codebook: Codebook, syntax: Syntax, parties: Parties) -> Match:
    """The match with a recipient taken from its content, where it names none itself and its act takes one from there.

    "demanded that *Fiji* leave": who is to do it; "threatened to bomb *Fiji*": to whom it is to be done.
    """
    lends = codebook.acts[match.frame.act].lends
    acting = match.parties(Role.ACTOR)
    if not lends or not acting or match.parties(Role.RECIPIENT, Role.BOTH):
        return match
    for token in contents(match, syntax):
        lent = agents(token, syntax, parties) if lends == "subject" else targets(token, found, syntax, parties, acting)
        receiving = without([p for p in lent if parties.political(p)], acting)
        if receiving:
            return match._replace(fillers=(*match.fillers, Filler(LENT, token, receiving)))
    return match


def with_sibling(match: Match, found: Mapping[int, Sequence[Match]], codebook: Codebook, syntax: Syntax) -> Match:
    """The match of what is asked, threatened or promised with whom the act before it in the clause was meant for, where it names
    nobody: "summoned *Malta*'s envoy and warned of consequences".
    """
    head = syntax.head(match.predicate)
    open_ = codebook.acts[match.frame.act].content and not match.parties(Role.RECIPIENT, Role.BOTH)
    if head is None or not open_ or match.predicate.dep not in {"conj", "advcl"}:
        return match
    acting = {p.actor.id for p in match.parties(Role.ACTOR)}
    for other in found.get(head.i, ()):
        same = acting == {p.actor.id for p in other.parties(Role.ACTOR)}
        meant = without(other.parties(Role.RECIPIENT), match.parties(Role.ACTOR))
        if same and meant and codebook.acts[other.frame.act].layer in ADDRESSED:
            return match._replace(fillers=(*match.fillers, Filler(LENT, match.predicate, meant)))
    return match


ADDRESSED = frozenset({"speech", "contact", "mission"})


def contents(match: Match, syntax: Syntax) -> list[Token]:
    """The heads of what is said: content slots, else the clauses below the predicate."""
    heads = [f.token for f in match.fillers if f.slot.role is Role.CONTENT]
    return [*heads, *(c for c in syntax.children(match.predicate, "ccomp", "xcomp", "advcl") if c not in heads)]


def agents(token: Token, syntax: Syntax, parties: Parties) -> tuple[Participant, ...]:
    """Who is to do what is asked: the subject of the clause, or whoever the noun belongs to."""
    if syntax.is_verb(token):
        own = syntax.children(token, "nsubj", "nsubjpass", "agent")
        return next((p for t in own if (p := parties.at(t))), ())
    return next(iter(parties.owned_by(token)), ())


def targets(
    token: Token, found: Mapping[int, Sequence[Match]], syntax: Syntax, parties: Parties, acting: Sequence[Participant]
) -> tuple[Participant, ...]:
    """To whom it is to be done: the recipients of the acts told in the content, else the first other party named there."""
    if not syntax.is_verb(token):
        for owners in parties.owned_by(token):
            if parties.others(owners, acting):
                return owners
    below = [t for t in syntax.subtree(token) if not any(t in syntax.subtree(s) for s in syntax.children(token, "nsubj"))]
    told = (m.parties(Role.RECIPIENT) for t in below for m in found.get(t.i, ()))
    for receiving in told:
        if without(receiving, acting):
            return receiving
    return next(named(below, parties, acting), ())


def named(words: Sequence[Token], parties: Parties, acting: Sequence[Participant]) -> Iterator[tuple[Participant, ...]]:
    """The parties named among some words, without those that act."""
    for word in words:
        if parties.mention(word) is not None:
            rest = without(parties.at(word), acting)
            if rest and parties.political(rest[0]):
                yield rest
