"""What speech acts take from what they say: whom a request is put to, whom a threat is meant for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.coding.codebook import Codebook, Role
from dateline.coding.completing.slots import LENT
from dateline.coding.matching import Filler, Match
from dateline.coding.parties import Parties, without
from dateline.coding.syntax import Syntax
from dateline.model import Participant, Token

ADDRESSED = frozenset({"speech", "contact", "mission"})
REJECTION = "REJECT"
IN_SLOT = "recipient in C"


def with_lent(match: Match, found: Mapping[int, Sequence[Match]], codebook: Codebook, syntax: Syntax, parties: Parties) -> Match:
    """The match with a recipient taken from its content, where it names none itself and its act takes one from there.

    "demanded that *Fiji* leave": who is to do it; "threatened to bomb *Fiji*": to whom it is to be done.
    """
    lends = codebook.acts[match.frame.act].lends
    acting = match.parties(Role.ACTOR)
    if not lends or not acting or match.parties(Role.RECIPIENT, Role.BOTH):
        return match
    for token in contents(match, syntax, lends == IN_SLOT):
        if codebook.acts[match.frame.act].plover == REJECTION and token.lemma.lower() in codebook.sets["SANCTIONS"]:
            continue  # "ruled out sanctions against Fiji" turns down whoever asked for them
        own = lends == "subject" and is_own_deed(token, match.predicate, syntax)
        lent = agents(token, syntax, parties) if lends == "subject" and not own else targets(token, found, syntax, parties, acting)
        receiving = without([p for p in lent if parties.political(p)], acting)
        if receiving:
            return match.adding(Filler(LENT, token, receiving))
    return match


def is_own_deed(content: Token, predicate: Token, syntax: Syntax) -> bool:
    """Whether somebody asks for what it would do itself, with whom it asks: "offered *to hold talks* with Fiji"."""
    infinitive = syntax.is_verb(content) and any(t.tag == "TO" for t in syntax.children(content, "aux"))
    asked = syntax.children(predicate, "dobj", "dative") if syntax.is_verb(predicate) else []
    others = (*syntax.children(content, "nsubj", "nsubjpass", "agent"), *behind_for(content, syntax))
    return infinitive and not asked and not others


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
            return match.adding(Filler(LENT, match.predicate, meant))
    return match


def contents(match: Match, syntax: Syntax, in_slot: bool) -> list[Token]:
    """The heads of what is said: content slots, and unless only these are asked for the clauses below the predicate."""
    heads = [f.token for f in match.fillers if f.slot.role is Role.CONTENT]
    return (
        heads if in_slot else [*heads, *(c for c in syntax.children(match.predicate, "ccomp", "xcomp", "advcl") if c not in heads)]
    )


def agents(token: Token, syntax: Syntax, parties: Parties) -> tuple[Participant, ...]:
    """Who is to do what is asked: the subject of the clause, or whoever the noun belongs to."""
    if syntax.is_verb(token):
        own = (*syntax.children(token, "nsubj", "nsubjpass", "agent"), *behind_for(token, syntax))
        return next((p for t in own if (p := parties.at(t))), ())
    return next(iter(parties.owned_by(token)), ())


def behind_for(clause: Token, syntax: Syntax) -> list[Token]:
    """The nouns behind a "for" before an infinitive, who are to do what it tells: "appealed *for Fiji* to leave"."""
    above = syntax.head(clause)
    if clause.dep != "xcomp" or above is None:
        return []
    return [p.noun for p in syntax.own_phrases(above) if p.preposition == "for" and p.noun.i < clause.i]


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
    tokens = parties.syntax.tokens
    for word in words:
        mention = parties.mention(word)
        led = word.dep == "npadvmod" and any(t.text == "-" for t in tokens[word.i + 1 : word.i + 2])  # "*EU*-mediated talks"
        if mention is not None and not led:  # from its head on: "to *the United States* and Israel"
            rest = without(parties.at(parties.syntax.tokens[mention.head]), acting)
            if rest and parties.political(rest[0]):
                yield rest
