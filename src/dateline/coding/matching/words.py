"""Which noun of a clause is one of the words that a slot asks for: "cut *ties*", "a series of *talks*", "restored *them*"."""

from __future__ import annotations

from dateline.coding.parties import Parties
from dateline.coding.syntax import Syntax
from dateline.model import Token


class Words:
    """Finds the words that slots ask for in one report."""

    def __init__(self, syntax: Syntax, parties: Parties) -> None:
        self.syntax = syntax
        self.parties = parties

    def asked_for(self, token: Token, words: frozenset[str]) -> Token | None:
        """The first of a row of coordinated words, of what it counts or of what it means, that is one of some words."""
        for word in (*self.parties.coordinated(token), *self.counted(token), *self.meant(token)):
            if self.is_one_of(word, words) and not self.parties.names_state(word) and not self.does_more(word):
                return word
        return None

    def is_one_of(self, word: Token, words: frozenset[str]) -> bool:
        """Whether the word, alone or with the one before it, is in a set."""
        text = word.text.lower()
        if text in words or word.lemma.lower() in words:
            return True
        before = self.syntax.tokens[word.i - 1].text.lower() if word.i else ""
        of = (f"{text} of {p.noun.text.lower()}" for p in self.syntax.own_phrases(word) if p.preposition == "of")
        return f"{before} {text}" in words or any(phrase in words for phrase in of)

    def does_more(self, noun: Token) -> bool:
        """Whether somebody is called one of a row for what an infinitive tells: "became the first *member* of the Union to …"."""
        head = self.syntax.head(noun)
        called = noun.dep == "attr" and head is not None and head.lemma in self.syntax.grammar.copulas
        return called and self.parties.in_row(noun) and any(c.tag == "VB" for c in self.syntax.children(noun, "acl", "relcl"))

    def meant(self, token: Token) -> list[Token]:
        """The objects of the verb before that a pronoun or a bare number may mean: "severed ties in 2009 and restored *them* in
        2019", "expelled two envoys, while Fiji expelled *one*".
        """
        known = self.parties.by_head.get(token.i) if token.text.lower() in {"he", "she"} else None
        if known is not None and known.antecedent is not None:  # "its ambassador …; *he* returned later"
            return [t for t in self.syntax.within(known.antecedent) if t.i in self.parties.by_head]
        verb = self.syntax.head(token)
        if verb is None or not (token.tag == "CD" or token.text.lower() in {"it", "them", "they"}):
            return []
        before = self.syntax.head(verb) if verb.dep in {"conj", "advcl"} else self.main_before(verb)
        return [*self.syntax.objects(before)] if before is not None and before.i < token.i else []

    def main_before(self, verb: Token) -> Token | None:
        """The main verb of the sentence before that of a main verb: "Ties were cut in 2009. They *were restored* in 2019"."""
        if verb.dep != "ROOT" or not verb.sentence:
            return None
        sentence = self.syntax.reading.sentences[verb.sentence - 1]
        return next((t for t in self.syntax.tokens[sentence.first : sentence.last] if t.dep == "ROOT"), None)

    def counted(self, token: Token) -> list[Token]:
        """The noun behind a word of quantity: "a series of bombs"."""
        if token.text.lower() not in self.parties.agents.quantities:
            return []
        return [p.noun for p in self.syntax.own_phrases(token) if p.preposition == "of"]
