"""Verbs that tell an act again: "Peru cut ties with Fiji. Chile *did the same*", "Malta *followed suit*"."""

from __future__ import annotations

from functools import partial

from dateline.coding.codebook import Role
from dateline.coding.matching.matcher import Matcher
from dateline.coding.matching.predicates import predicates
from dateline.coding.matching.records import Filler, Match
from dateline.coding.syntax import Syntax
from dateline.model import Token

SUBORDINATE = frozenset({"advcl", "acl", "relcl", "pcomp", "pobj", "agent"})


def with_taken_up(found: dict[int, list[Match]], syntax: Syntax, matcher: Matcher) -> dict[int, list[Match]]:
    """The matches with those of words that do again what was told last: "Fiji did so in 2008", "Malta does not"."""
    result = dict(found)
    for token in predicates(syntax):
        told = [i for i in found if i < token.i and near(syntax, token, i)] if does_again(syntax, token) else []
        again = [repeated(m, token, syntax, matcher) for m in found[max(told, key=partial(prominence, syntax))]] if told else []
        kept = [m for m in again if m is not None]
        if kept:
            result[token.i] = kept
    return result


def does_again(syntax: Syntax, token: Token) -> bool:
    """Whether a verb stands for one told before: "did so", "does not", "followed suit"; not with words of its own."""
    words = syntax.grammar.again.get(token.lemma, frozenset())
    alone = token.lemma in syntax.grammar.alone
    if not (words or alone) or not syntax.is_verb(token):
        return False
    own = [c for c in syntax.children(token, "dobj", "xcomp", "ccomp", "attr", "acomp", "prt") if c.text.lower() not in words]
    return not own and (any(c.text.lower() in words for c in syntax.children(token)) or (alone and not syntax.passive(token)))


def near(syntax: Syntax, token: Token, predicate: int) -> bool:
    """Whether an act is told in the sentence of a word or in the one before."""
    return token.sentence - syntax.tokens[predicate].sentence <= 1


def prominence(syntax: Syntax, predicate: int) -> tuple[bool, bool, int]:
    """How likely "do the same" takes up a predicate: one that is not denied, then a main clause's, then the last.

    "Peru cut ties with Fiji after the arrest of its envoy. Chile did the same": it cut ties.
    """
    token = syntax.tokens[predicate]
    path = (token, *syntax.ancestors(token))
    return not syntax.children(token, "neg"), all(t.dep not in SUBORDINATE for t in path), predicate


def repeated(match: Match, token: Token, syntax: Syntax, matcher: Matcher) -> Match | None:
    """The same act by the subject of "do so"; None where nobody is told."""
    slot = next((f.slot for f in match.fillers if f.slot.role is Role.ACTOR), None)
    others = tuple(f for f in match.fillers if f.slot.role is not Role.ACTOR)
    subjects = (matcher.parties.at(t, slot.kinds) for t in syntax.actors(token)) if slot is not None else ()
    acting = next((parties for parties in subjects if parties), ())
    if slot is None or not acting:
        return None
    return match._replace(predicate=token, fillers=(Filler(slot, token, acting), *others))
