"""Verbs that tell an act again: "Peru cut ties with Fiji. Chile *did the same*", "Malta *followed suit*"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from dateline.coding.codebook import Codebook, Role
from dateline.coding.matching.matcher import Matcher
from dateline.coding.matching.predicates import predicates
from dateline.coding.matching.records import Filler, Match
from dateline.coding.syntax import Syntax
from dateline.model import Token

BEFORE = 3
"""How many sentences back an act may be told that is told again: a sentence about who announced it may stand between."""
SPEECH = "speech"
SUBORDINATE = frozenset({"advcl", "acl", "relcl", "pcomp", "pobj", "agent"})


def with_taken_up(found: dict[int, list[Match]], codebook: Codebook, syntax: Syntax, matcher: Matcher) -> dict[int, list[Match]]:
    """The matches with those of words that do again what was told last: "Fiji did so in 2008", "Malta does not"."""
    result = dict(found)
    for token in predicates(syntax) if found else ():
        near_by = [i for i in found if i < token.i and near(syntax, token, i)] if does_again(syntax, token) else []
        if passed_on(syntax, token):
            here = (i for i in found if i < token.i and syntax.tokens[i].sentence == token.sentence)
            near_by = [i for i in here if between_two(found[i], codebook)]
        told = without_answers(near_by, found, codebook) if near_by else []
        again = (
            [repeated(m, token, syntax, matcher) for m in found[max(told, key=partial(prominence, syntax, token))]] if told else []
        )
        kept = [m for m in again if m is not None]
        if kept:
            result[token.i] = kept
    return result


def does_again(syntax: Syntax, token: Token) -> bool:
    """Whether a verb stands for one told before: "did so", "does not", "followed suit"; not with words of its own."""
    words = syntax.grammar.again.get(token.lemma)
    alone = token.lemma in syntax.grammar.alone and (token.tag != "VBG" or bool(syntax.children(token, "nsubj")))
    if (words is None and not alone) or not syntax.is_verb(token):
        return False
    words = words or frozenset()
    below = syntax.children(token, "dobj", "xcomp", "ccomp", "attr", "acomp", "prt")
    behind = (c for c in below if c.dep != "ccomp" or c.i > token.i)  # not so in "Fiji left; Malta did so"
    own = [c for c in behind if c.text.lower() not in words]
    return not own and (any(c.text.lower() in words for c in syntax.children(token)) or (alone and not syntax.passive(token)))


def passed_on(syntax: Syntax, token: Token) -> bool:
    """Whether a participle tells who did the same next: "Peru cut ties with Fiji, *followed by* Chile"."""
    return token.lemma in syntax.grammar.alone and token.dep in {"acl", "advcl"} and bool(syntax.children(token, "agent"))


def between_two(told: Sequence[Match], codebook: Codebook) -> bool:
    """Whether acts are of one state toward another that is told, which the next may do too; not a visit or a speech in a row."""
    return all(codebook.acts[m.frame.act].pairwise and m.parties(Role.RECIPIENT) for m in told)


def without_answers(told: Sequence[int], found: dict[int, list[Match]], codebook: Codebook) -> Sequence[int]:
    """The acts told without what those say to whom the others were done, which nobody else does again: "Fiji cut ties with Malta.
    Malta *called* that absurd. Peru followed suit".
    """
    matches = [m for i in told for m in found[i]]
    said = [m for m in matches if codebook.acts[m.frame.act].layer == SPEECH]
    struck = {p.actor.country or p.actor.id for m in matches if m not in said for p in m.parties(Role.RECIPIENT)}
    answers = {m.predicate.i for m in said if struck & {p.actor.country or p.actor.id for p in m.parties(Role.ACTOR)}}
    return [i for i in told if i not in answers]


def near(syntax: Syntax, token: Token, predicate: int) -> bool:
    """Whether an act is told in the sentence of a word or a few before."""
    return token.sentence - syntax.tokens[predicate].sentence <= BEFORE


def prominence(syntax: Syntax, word: Token, predicate: int) -> tuple[int, bool, bool, int]:
    """How likely "do the same" takes up a predicate: one of its own sentence or the one before, then the nearest sentence; one
    that is not denied, then a main clause's, then the last.

    "Peru cut ties with Fiji after the arrest of its envoy. Chile did the same": it cut ties.
    """
    token = syntax.tokens[predicate]
    path = (token, *syntax.ancestors(token))
    farther = min(0, token.sentence + 1 - word.sentence)
    return farther, not syntax.children(token, "neg"), all(t.dep not in SUBORDINATE for t in path), predicate


def repeated(match: Match, token: Token, syntax: Syntax, matcher: Matcher) -> Match | None:
    """The same act by the subject of "do so"; None where nobody is told."""
    slot = next((f.slot for f in match.fillers if f.slot.role is Role.ACTOR), None)
    others = tuple(f for f in match.fillers if f.slot.role is not Role.ACTOR)
    subjects = (matcher.parties.at(t, slot.kinds) for t in syntax.actors(token)) if slot is not None else ()
    acting = next((parties for parties in subjects if parties), ())
    if slot is None or not acting:
        return None
    return match._replace(predicate=token, fillers=(Filler(slot, token, acting), *others))
