"""Negations that end on a day: "did not recognize it until 5 May" tells that it did then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.coding.dating.lexicon import lexicon
from dateline.coding.status import summary
from dateline.coding.syntax import Syntax
from dateline.model import EventMention, Polarity, Status, Time, Token

FLIPPED = {Polarity.POSITIVE: Polarity.NEGATIVE, Polarity.NEGATIVE: Polarity.POSITIVE}


def with_ends(syntax: Syntax, events: Iterable[EventMention]) -> list[EventMention]:
    """The events; those that are denied only up to a time of the past as having happened."""
    return [as_done(e) if e.status is Status.NEGATED and ends(syntax, syntax.head_of(e.predicate)) else e for e in events]


def as_done(event: EventMention) -> EventMention:
    """The event as one that happened; whoever denied it up to then says that it was so."""
    return replace(
        event,
        polarity=Polarity.POSITIVE,
        time=Time.PAST,
        status=summary(Polarity.POSITIVE, Time.PAST, event.modality),
        assertions=tuple(replace(a, polarity=FLIPPED[a.polarity]) for a in event.assertions),
    )


def ends(syntax: Syntax, predicate: Token | None) -> bool:
    """Whether the negation of a predicate, or of the "it was" over it, ends with an "until"."""
    if predicate is None:
        return False
    above = syntax.head(predicate)
    cleft = predicate.dep in {"ccomp", "advcl", "relcl"} and above is not None and above.lemma == "be" and breaks_off(syntax, above)
    return cleft or breaks_off(syntax, predicate)


def breaks_off(syntax: Syntax, verb: Token) -> bool:
    """Whether a verb in the past is denied up to a time that "until" names, which is not now."""
    words = lexicon()
    helpers = {c.text.lower() for c in syntax.children(verb, "aux", "auxpass")}
    if verb.tag != "VBD" and not helpers & words.past_helpers:
        return False
    openers = [u for u in opened_by(syntax, verb) if not any(c.text.lower() in words.present for c in syntax.children(u))]
    nobody = any(c.text.lower() == "no" for n in syntax.children(verb, "nsubj", "nsubjpass") for c in syntax.children(n, "det"))
    return bool(openers) and (nobody or any(c.dep == "neg" for u in (verb, *openers) for c in syntax.children(u)))


def opened_by(syntax: Syntax, verb: Token) -> list[Token]:
    """The words "until" that hang on a verb, or open a clause that does."""
    clauses = syntax.children(verb, "advcl")
    found = (*syntax.children(verb, "prep"), *(m for c in clauses for m in syntax.children(c, "mark", "prep", "advmod")))
    return [t for t in found if lexicon().preposition.get(t.text.lower()) == "until" and t.text.lower() != "through"]
