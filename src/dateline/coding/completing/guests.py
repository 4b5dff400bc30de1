"""Visits whose host no word beside them tells: "Li told *visiting* French minister Luc Marchand", "Nadi *arrived* for a visit"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from dateline.coding.codebook import Category, Codebook, Frame, Role
from dateline.coding.completing.slots import TAKEN_ACTOR, TAKEN_RECIPIENT
from dateline.coding.matching import Filler, Match
from dateline.coding.parties import COUNTRY, STATES, Parties, distinct, without
from dateline.coding.syntax import Syntax
from dateline.model import Participant, SectionKind, Token

ACT, VERB = "visit", "visit"
MEETINGS = frozenset({"meet", "negotiate"})
GUEST = "visiting"
OFFICIALS = frozenset({"officials"})
STEPS = 12


def with_guests(matches: Sequence[Match], codebook: Codebook, parties: Parties) -> list[Match]:
    """The matches with the visits of guests whose host is told: who speaks with them, where they speak, whom they meet."""
    frame = next(f for f in codebook.frames if f.act == ACT and f.category is Category.VERB and VERB in f.lemmas)
    told = {(m.predicate.sentence, p.person) for m in matches if m.frame.act == ACT for p in m.parties(Role.ACTOR)}
    found = (match for token in guests(parties) if (match := visit(token, frame, parties, matches)) is not None)
    new = [m for m in found if not any((m.predicate.sentence, p.person) in told for p in m.parties(Role.ACTOR))]
    return sorted([*matches, *new], key=lambda m: m.predicate.i) if new else list(matches)


def guests(parties: Parties) -> Iterator[Token]:
    """The words that make somebody a guest: "the *visiting* envoy Luc Marchand", "the recent *visit* of Luc Marchand", "Marchand
    *arrived* for a visit".
    """
    for token in parties.syntax.tokens:
        if (token.dep == "amod" and token.text.lower() == GUEST) or token.lemma.lower() == VERB or arrives(token, parties):
            yield token


def arrives(verb: Token, parties: Parties) -> bool:
    """Whether a verb tells of an arrival for a stay without saying where: "*arrived* on Tuesday for a four-day visit"."""
    syntax = parties.syntax
    if verb.lemma not in syntax.grammar.arriving or not syntax.is_verb(verb):
        return False
    phrases = {p.preposition: p.noun for p in reversed(tuple(syntax.own_phrases(verb)))}
    stay = phrases.get("for") or phrases.get("on")
    return stay is not None and stay.lemma.lower() in syntax.grammar.stays and not phrases.keys() & parties.agents.located


def visit(token: Token, frame: Frame, parties: Parties, told: Sequence[Match]) -> Match | None:
    """The visit of a guest; None where he is nobody's, or no host is told."""
    guest = guest_of(token, parties.syntax)
    if guest is None:
        return None
    acting = tuple(p for p in parties.at(guest, OFFICIALS) if p.actor.kind in STATES)
    likely = chain(hosts(guest, parties), met(acting, told, parties)) if acting else iter(())
    host = next((h for h in likely if h and without(h, acting) == h), ())
    if not host:
        return None
    return Match(frame, token, (Filler(TAKEN_ACTOR, guest, acting), Filler(TAKEN_RECIPIENT, guest, host)))


def guest_of(token: Token, syntax: Syntax) -> Token | None:
    """Who visits: whose name the word stands before, who arrives, or who owns the visit of which no destination is told."""
    if token.dep == "amod":
        return syntax.tokens[token.head]
    if token.lemma in syntax.grammar.arriving:
        return next(iter(syntax.actors(token)), None)
    if syntax.is_verb(token) or any(p.preposition in {"to", "in"} for p in syntax.own_phrases(token)):
        return None
    return next((p.noun for p in syntax.own_phrases(token) if p.preposition in {"of", "by"}), None) or syntax.child(token, "poss")


def hosts(guest: Token, parties: Parties) -> Iterator[tuple[Participant, ...]]:
    """The states that may be a guest's host: whose official speaks with him, where he speaks, where the report comes from."""
    syntax = parties.syntax
    verb = next((t for t in islice(syntax.ancestors(guest), STEPS) if syntax.is_verb(t)), None)
    if verb is not None:
        others = [t for t in syntax.children(verb, "nsubj", "dobj", "dative") if t.i != guest.i]
        yield from (states(parties.at(t)) for t in others)
        yield states(parties.located(verb))
    leads = [s.span for s in syntax.reading.sections if s.kind is SectionKind.DATELINE]
    named = (syntax.tokens[i] for i in sorted(parties.places) if any(s.covers(syntax.tokens[i].span) for s in leads))
    yield from (states(parties.place(t, COUNTRY)) for t in named)


def met(guest: Sequence[Participant], told: Sequence[Match], parties: Parties) -> Iterator[tuple[Participant, ...]]:
    """The states whose officials a guest meets elsewhere in the report, unless that is told to be in another state."""
    people = {p.person for p in guest}
    for match in (m for m in told if m.frame.act in MEETINGS):
        present = match.parties(Role.ACTOR, Role.RECIPIENT, Role.BOTH)
        others = states(without(present, guest))
        if others and people & {p.person for p in present} and not without(parties.located(match.predicate), others):
            yield others


def states(found: Sequence[Participant]) -> tuple[Participant, ...]:
    """The one state among some participants, if it is one: whoever speaks for it, the visit is paid to the state."""
    own = distinct([replace(p, person=None) for p in found if p.actor.kind in STATES])
    return tuple(own) if len(own) == 1 else ()
