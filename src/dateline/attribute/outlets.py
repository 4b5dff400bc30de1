"""Which parties are outlets: by mention, by catalogue, or by the words of their name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from dateline.attribute.credits import credited
from dateline.attribute.phrases import Phrases
from dateline.attribute.words import is_word
from dateline.model import Actor, ActorKind, ActorMention, Resolution, Token, record_id
from dateline.read import Tree
from dateline.resolve import Catalogue


class OutletWords:
    """The words by which an outlet is known that no catalogue has."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.kinds = Phrases(table["outlet_words"])
        self.first = Phrases(table["outlet_first"])
        self.credits = frozenset(table["credit_words"])
        self.unnamed = Phrases(table["unnamed_outlets"])
        self.exceptions = Phrases(table["not_outlets"])
        self.sources = frozenset(table["source_nouns"])
        self.anaphors = frozenset(table["anaphors"])


class Outlets:
    """The outlets of one report."""

    def __init__(self, tree: Tree, resolution: Resolution, catalogue: Catalogue, words: OutletWords) -> None:
        self.tree = tree
        self.resolution = resolution
        self.catalogue = catalogue
        self.words = words
        self.found: dict[int, Actor | None] = {}

    @cached_property
    def by_token(self) -> Mapping[int, ActorMention]:
        """The mentions of outlets by each of their tokens."""
        found = [m for m in self.resolution.actors if m.actors and m.actors[0].kind is ActorKind.OUTLET]
        return {t.i: m for m in found for t in self.tree.within(m.span)}

    def at(self, head: Token) -> Actor | None:
        """The outlet that a noun phrase names, if it names one; told once for each head."""
        if head.i not in self.found:
            self.found[head.i] = self.named(head)
        return self.found[head.i]

    def named(self, head: Token) -> Actor | None:
        """The outlet that a noun phrase names by itself, by its catalogue's name or by its words."""
        owner = self.tree.child(head, "poss") if is_word(head.text, "staff") else None
        if owner and owner.pos == "PROPN" and (own := self.at(owner)):
            return own
        phrase = self.phrase(head)
        for token in reversed(phrase):
            if token.i in self.by_token:
                return self.by_token[token.i].actors[0]
        return self.in_catalogue(phrase) or self.by_words(phrase)

    def presumed(self, head: Token) -> Actor | None:
        """The outlet that a noun phrase names, or that it must name since it cites: a name which is nobody else's."""
        known = self.at(head)
        if known or head.pos != "PROPN" or head.entity in {"PERSON", "GPE", "NORP"}:
            return known
        phrase = self.phrase(head)
        if any(t.text.lower() in self.words.sources for t in phrase):
            return None
        if any(m.span.overlaps(head.span) for m in self.resolution.actors):
            return None
        return self.made([t for t in phrase if t.pos == "PROPN" or is_word(t.text, "articles_of_names")] or [head])

    def spoken_to(self, head: Token) -> Actor | None:
        """The outlet that somebody speaks to, by the article of another language in its name: told El Watan, told Al Ahram."""
        phrase = [t for t in self.phrase(head) if t.pos == "PROPN" or is_word(t.text, "articles_of_names")]
        article = phrase[0] if len(phrase) > 1 else head
        if not (article.text[:1].isupper() and is_word(article.text, "articles_of_names")) or head.entity != "ORG":
            return None
        known = [a for m in self.resolution.actors if m.span.overlaps(head.span) for a in m.actors]
        return None if any(a.country or a.kind in {ActorKind.PERSON, ActorKind.GROUP} for a in known) else self.made(phrase)

    @cached_property
    def own(self) -> frozenset[str]:
        """The publishing outlet by all its names, in small letters: it is no relay."""
        name = self.resolution.reading.report.outlet
        if not name:
            return frozenset()
        known = self.catalogue.find(name)[:1]
        return frozenset({name.casefold(), *(n.casefold() for p in known for n in (p.name, *(a.text for a in p.names)))})

    @cached_property
    def credited(self) -> tuple[Actor, ...]:
        """The outlets of the report's credits: "(AFP)", "Reporting by Reuters"; they handed on all of it."""
        return credited(self.resolution.reading, self.catalogue, self.words.credits)

    def phrase(self, head: Token) -> list[Token]:
        """The head with the words right before it, and with an exclamation mark that is part of a name ("Walla! News")."""
        first = head.i
        while first > 0 and self.belongs(self.tree[first - 1], head):
            first -= 1
        named = [c for c in self.tree.children(head, "appos") if c.i > head.i and c.i - head.i <= 2]
        return [self.tree[i] for i in range(first, head.i + 1)] + named

    def belongs(self, token: Token, head: Token) -> bool:
        """Whether a token belongs to the name that ends in the head."""
        if token.text == "!":
            return token.i > 0 and self.tree[token.i - 1].end == token.start and self.tree[token.i - 1].text[:1].isupper()
        if is_word(token.text, "articles_of_names") and token.text[:1].isupper() and token.i + 1 == head.i:
            return True
        if token.pos not in {"NOUN", "PROPN", "ADJ", "INTJ", "NUM"} and token.text not in {"-", "&"}:
            return False
        return token.text[:1].isupper() or token.head == head.i or self.tree[token.head].head == head.i

    def in_catalogue(self, phrase: Sequence[Token]) -> Actor | None:
        """The outlet whose name is a run of the words, the longest first."""
        text = self.tree.reading.report.text
        for size in range(len(phrase), 0, -1):
            for k in range(len(phrase) - size + 1):
                run = phrase[k : k + size]
                if run[0].text[:1].isupper() and run[-1].i - run[0].i == size - 1:
                    for party in self.catalogue.find(text[run[0].start : run[-1].end])[:1]:
                        if party.kind is ActorKind.OUTLET:
                            return self.catalogue.actor(party.id)
        return None

    def by_words(self, phrase: Sequence[Token]) -> Actor | None:
        """An outlet of the report's own: a name that ends like one, or one of those without a name."""
        plain = [t for t in phrase if t.dep != "poss"]
        if not plain or self.words.exceptions.ends(plain):
            return None
        named = [t for t in plain if t.text[:1].isupper()]
        if self.words.kinds.ends(plain) and len(named) > (plain[-1] in named) and named[0].pos != "ADJ":
            return self.made(plain[plain.index(named[0]) :])
        for k, token in enumerate(plain):  # the daily Večernje novosti, the Tbilisi weekly Kviris Palitra
            behind = plain[k + self.words.kinds.at(plain, k) :]
            if len(behind) < len(plain) - k and token not in named and behind and behind[0] in named:
                return self.made(behind)
        if plain == named and len(plain) > 1 and self.words.first.at(plain, 0):  # Radio América
            return self.made(plain)
        if self.words.unnamed.ends(plain):
            k = next(k for k in range(len(plain)) if k + self.words.unnamed.at(plain, k) == len(plain))
            return self.made(plain[k - 1 :] if k and plain[k - 1].pos == "ADJ" else plain[k:])
        return self.said_again(plain)

    def said_again(self, phrase: Sequence[Token]) -> Actor | None:
        """The outlet named last where "the agency" or "the newspaper" stands for it."""
        if len(phrase) != 1 or phrase[0].text.lower() not in self.words.anaphors:
            return None
        before = [m for i, m in self.by_token.items() if i < phrase[0].i]
        return before[-1].actors[0] if before else None

    def made(self, tokens: Sequence[Token]) -> Actor:
        """An outlet named by the text's words."""
        report = self.tree.reading.report
        name = report.text[tokens[0].start : tokens[-1].end]
        return Actor(record_id("actor", report.id, name.casefold()), name, ActorKind.OUTLET, sector="MED")
