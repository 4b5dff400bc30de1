"""Predicates with another act in their complement: "refused to recognize Malta" is a refusal toward Malta."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.coding.codebook import Codebook, Role
from dateline.coding.matching.matcher import Matcher
from dateline.coding.matching.predicates import Openings
from dateline.coding.matching.records import Match
from dateline.coding.syntax import Syntax
from dateline.model import Token

LENT = frozenset({Role.RECIPIENT, Role.GOVERNED, Role.BOTH})


def find_embedding(codebook: Codebook, syntax: Syntax, matcher: Matcher, found: dict[int, list[Match]]) -> dict[int, list[Match]]:
    """The matches of predicates with an act in their complement: "refused to recognize …"."""
    embedding: dict[int, list[Match]] = {}
    openings = Openings(codebook, syntax)
    for inner in (m for matches in found.values() for m in matches):
        for above in governors(syntax, inner.predicate):
            frames = (f for f in openings.at(above) if f.embedded == inner.frame.act)
            outer = [embed(m, inner) for f in frames if (m := matcher.match(f, above)) is not None]
            if outer:
                embedding.setdefault(above.i, []).extend(outer)
    return embedding


def governors(syntax: Syntax, token: Token) -> Iterator[Token]:
    """The words that a predicate is the complement of, with a preposition between or not."""
    head = syntax.head(token)
    if head is not None and token.dep in {"xcomp", "ccomp", "acl", "pcomp", "advcl", "dobj", "conj"}:
        if head.pos == "ADP":
            head = syntax.head(head)
        if head is not None:
            yield head
            if token.dep == "acl" and head.dep in {"dobj", "nsubjpass"}:  # "reversed its decision to recognize …"
                yield from filter(None, [syntax.head(head)])


def embed(outer: Match, inner: Match) -> Match:
    """The outer match with the inner one's other fillers lent to it."""
    lent = tuple(f for f in inner.fillers if f.slot.role in LENT)
    own = outer.fillers
    if any(f.slot.role is Role.RECIPIENT for f in lent):  # "Fiji and Malta agreed to restore ties with Peru": with it, not together
        own = tuple(replace(f, slot=replace(f.slot, role=Role.ACTOR)) if f.slot.role is Role.BOTH else f for f in own)
    return outer._replace(fillers=(*own, *lent))
