"""Gatherings dated by what is done there: "Fiji insisted on Monday at the six-party talks that … The six-party talks resumed"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.coding.dating.book import REAL, Book, own_date, own_day, presupposed
from dateline.coding.dating.lexicon import lexicon
from dateline.coding.syntax import Syntax
from dateline.model import EventDate, EventMention, Token

MODIFIERS = ("compound", "amod", "nmod", "nummod", "poss")
ARGUMENTS = ("nsubj", "nsubjpass", "dobj")


class Scenes:
    """The gatherings of one report at which something is said or done."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.scenes = [t for t in syntax.tokens if t.text.lower() in lexicon().gatherings and self.is_scene(t)]

    def is_scene(self, noun: Token) -> bool:
        """Whether something is done at a gathering: "said *at the talks*", "told *the summit*"."""
        above = self.syntax.head(noun)
        if above is None:
            return False
        at = noun.dep == "pobj" and above.text.lower() in lexicon().scene_prepositions
        return at or (noun.dep == "dobj" and above.lemma in lexicon().addressing)

    def date(self, event: EventMention, book: Book) -> EventDate | None:
        """The day of what is done at the gathering of which an undated mention tells, where there is one such day."""
        if not self.scenes or event.status not in REAL or event.act not in lexicon().gathering or presupposed(event):
            return None
        own = next(self.told(event), None)
        done = {d.value: d for s in self.scenes if own is not None and alike(self.syntax, s, own) for d in self.days(s, book)}
        (date,) = done.values() if len(done) == 1 else (None,)
        return replace(date, basis=f"the day of what was done there, {date.basis}") if date else None

    def told(self, event: EventMention) -> Iterator[Token]:
        """The word for the gathering in a mention: the predicate itself, or its subject or object."""
        token = self.syntax.head_of(event.predicate)
        if token is not None:
            candidates = (token, *self.syntax.children(token, *ARGUMENTS))
            yield from (t for t in candidates if t.text.lower() in lexicon().gatherings)

    def days(self, scene: Token, book: Book) -> Iterator[EventDate]:
        """The date of the nearest act over the words for a gathering."""
        for above in self.syntax.ancestors(scene):
            dated = [e for e in book.by_predicate.get(above.span, ()) if e.status in REAL and own_day(e)]
            if dated:
                date = own_date(dated[0])
                yield from [date] if date else []
                return


def alike(syntax: Syntax, a: Token, b: Token) -> bool:
    """Whether two words for gatherings may mean one: the same noun, of which one tells no other kind than the other."""
    first, second = ({c.text.lower() for c in syntax.children(t, *MODIFIERS)} for t in (a, b))
    return a.lemma.lower() == b.lemma.lower() and (first <= second or second <= first)
