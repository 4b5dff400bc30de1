"""What a time expression hangs on: the act or the verb that it dates, and what its preposition does."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, islice

from dateline.coding.dating.lexicon import lexicon
from dateline.coding.dating.until import breaks_off
from dateline.coding.dating.values import is_day
from dateline.coding.syntax import Syntax
from dateline.model import EventMention, TimeMention, Token
from dateline.resolve.times.tense import before_subject

STEPS = 24
"""How far up the parse anything is looked for."""
FARTHEST = 80
"""How many words before a time an act's noun may stand that it dates."""


@dataclass(frozen=True, slots=True)
class Dating:
    """A time expression with its value in EDTF (null while open), the word that it dates, and how."""

    mention: TimeMention
    value: str | None
    on: Token
    side: str  # day, before, after, until, effective
    fronted: bool


class Clauses:
    """The acts and times of one report over its parse."""

    def __init__(self, syntax: Syntax, events: Sequence[EventMention]) -> None:
        self.syntax = syntax
        self.predicates: dict[int, list[EventMention]] = {}
        for event in events:
            token = syntax.head_of(event.predicate)
            if token is not None:
                self.predicates.setdefault(token.i, []).append(event)
        self.in_order = sorted(self.predicates)

    def dating(self, mention: TimeMention, value: str | None, edge: str | None = None) -> Dating | None:
        """What a time expression hangs on; null where that is neither a verb nor an act. ``edge``: what it does in a range."""
        start = self.syntax.head_of(mention.span)
        if start is None or (not is_day(value) and self.counts(mention)):
            return None
        on = self.governor(start)
        if on is None:
            return None
        on = self.noun_between(on, start, value) or on
        side = edge or self.side(mention)
        if side == "until" and breaks_off(self.syntax, on):
            side = "day"
        return Dating(mention, value, on, side, mention.span.start < on.start)

    def counts(self, mention: TimeMention) -> bool:
        """Whether a time only says how long was counted: "the fifth such breach this year"."""
        starts = self.syntax.reading.token_starts
        i = bisect_left(starts, mention.span.start) - 1
        if i >= 0 and self.syntax[i].tag == "IN":
            i -= 1
        noun = self.syntax[i] if i >= 0 else None
        if noun is None or not noun.tag.startswith("NN") or noun.i in self.predicates:
            return False
        words = {t.text.lower() for t in self.syntax.children(noun, "amod", "det")}
        return bool(words & lexicon().ordinal)

    def governor(self, token: Token) -> Token | None:
        """The first act or verb above a word, or the word itself where it is one."""
        for above in chain([token], islice(self.syntax.ancestors(token), STEPS)):
            if above.dep == "parataxis" and self.bracketed(above, token):
                continue
            if self.decides(above) or self.takes_up(above, token):
                return above
            if above.i in self.predicates or self.syntax.is_verb(above) or above.pos == "AUX":
                return of_saying(self.syntax, above, token) or self.before_infinitive(above, token)
        return None

    def decides(self, noun: Token) -> bool:
        """Whether a noun is a decision that an infinitive behind it tells: "Fiji's *decision* on Monday to leave"."""
        if noun.lemma.lower() not in lexicon().deciding or self.syntax.is_verb(noun):
            return False
        return any(c.tag == "TO" for clause in self.syntax.children(noun, "acl") for c in self.syntax.children(clause, "aux"))

    def takes_up(self, noun: Token, time: Token) -> bool:
        """Whether a noun whose day a time tells takes up an act told before: "Fiji called *Tuesday's decision* an insult", "*the
        move on Monday* came after a row"; behind an object the time may be the verb's.
        """
        if noun.lemma.lower() not in lexicon().anaphoric or self.syntax.is_verb(noun) or noun.i in self.predicates:
            return False
        preposition = self.syntax.head(time)
        behind = preposition is not None and preposition.dep == "prep" and preposition.head == noun.i
        return (time.dep == "poss" and time.head == noun.i) or (behind and noun.dep in {"nsubj", "nsubjpass"})

    def bracketed(self, verb: Token, time: Token) -> bool:
        """Whether a verb stands in brackets that close before the time: "in Suva (then called Port) on 5 May"."""
        between = self.syntax.tokens[verb.i : time.i] if 0 < time.i - verb.i < FARTHEST else ()
        return any(t.text == ")" for t in between) and not any(t.text == "(" for t in between)

    def before_infinitive(self, verb: Token, time: Token) -> Token:
        """The verb above an infinitive that only follows the time: "summoned the envoy on Monday to lodge a protest"."""
        to = next((c for c in self.syntax.children(verb, "aux") if c.tag == "TO"), None)
        above = self.syntax.head(verb)
        if to is None or to.i < time.i or above is None or above.i > time.i or not self.syntax.is_verb(above):
            return verb
        return above

    def noun_between(self, verb: Token, time: Token, value: str | None) -> Token | None:
        """The act's noun right before a year or month that the parser hung on the verb: "voiced support for the annexation of
        the peninsula in 2014".
        """
        if is_day(value) or not self.syntax.is_verb(verb) or time.start < verb.start:
            return None
        between = self.in_order[bisect_right(self.in_order, max(verb.i, time.i - FARTHEST)) : bisect_left(self.in_order, time.i)]
        nouns = (i for i in between if self.clause_of(self.syntax[i]) is verb)
        found = max((i for i in nouns if not self.syntax.is_verb(self.syntax[i])), default=None)
        return self.syntax[found] if found is not None else None

    def clause_of(self, token: Token) -> Token | None:
        """The nearest verb above a word."""
        above = islice(self.syntax.ancestors(token), STEPS)
        return next((a for a in above if self.syntax.is_verb(a) or a.pos == "AUX"), None)

    def word_before(self, mention: TimeMention) -> str:
        """The word right before an expression, in lower case; empty where there is none."""
        start = bisect_left(self.syntax.reading.token_starts, mention.span.start)
        return self.syntax[start - 1].text.lower() if start else ""

    def side(self, mention: TimeMention) -> str:
        """What the words before a date do to it: "by Monday" bounds it, "until Monday" ends with it."""
        known = lexicon().preposition
        start = bisect_left(self.syntax.reading.token_starts, mention.span.start)
        words = [t.text.lower() for t in self.syntax.tokens[max(0, start - 3) : start]]
        phrases = (" ".join(words[-n:]) for n in (3, 2, 1))
        return next((known[phrase] for phrase in phrases if phrase in known), "day")

    def opener(self, verb: Token) -> str | None:
        """The word that opens an adverbial clause: "when", "after"; that of its preposition for "after signing"."""
        found = self.syntax.child(verb, "mark") or next(
            (c for c in self.syntax.children(verb, "advmod") if c.i < verb.i and c.text.lower() in lexicon().clause), None
        )
        head = self.syntax.head(verb)
        if found is None and verb.dep == "pcomp" and head is not None:
            found = head
        return found.text.lower() if found is not None else None


def of_saying(syntax: Syntax, verb: Token, time: Token) -> Token | None:
    """The verb of saying above a clause on which the parser hung its time: "said on Monday it would open an embassy"."""
    above = before_subject(syntax.reading, verb, time)
    return above if above is not None and above.lemma in lexicon().announcement | lexicon().declaring else None
