"""Clauses and their arguments: who acts, on what, with which phrases, however the clause is built."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

from dateline.coding.syntax.belonging import belonging, inmates
from dateline.coding.syntax.grammar import Grammar
from dateline.coding.syntax.kept import once_a_word
from dateline.model import Reading, SectionKind, Token
from dateline.read.tree import Tree

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
OBJECTS = ("dobj", "obj", "dative", "oprd", "iobj", "attr")
CLAUSES = frozenset({"ccomp", "advcl", "relcl", "parataxis", "csubj", "csubjpass", "xcomp", "acl", "pcomp", "conj", "ROOT"})
RELATIVES = frozenset({"WDT", "WP", "WP$"})
RECIPROCALS = frozenset({("each", "other"), ("one", "another")})
MODIFIERS = ("poss", "amod", "compound", "nmod", "nn")
DEPTH = 6  # how far an argument is handed down: "agreed to begin trying to restore"


class Phrase(NamedTuple):
    """A prepositional phrase: the preposition, its noun, and the word that it hangs on."""

    preposition: str
    noun: Token
    on: Token


class Syntax(Tree):
    """The tree of one reading, with the arguments of its clauses."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.grammar = Grammar.load()
        self.answers: dict[tuple[str, int], Any] = {}

    # ------------------------------------------------------------------ what a word is

    def is_verb(self, token: Token) -> bool:
        """Whether a word is a verb form in a clause of its own (no auxiliary)."""
        return token.tag.startswith("VB") and token.dep not in {"aux", "auxpass"}

    def is_clause(self, token: Token) -> bool:
        """Whether a word heads a clause of its own."""
        return token.dep in CLAUSES and (self.is_verb(token) or token.pos == "AUX")

    @once_a_word
    def passive(self, verb: Token) -> bool:
        """Whether a verb stands in the passive: "was recalled", "territory seized by", "recalled by"."""
        if self.children(verb, "auxpass", "nsubjpass", "csubjpass"):
            return True
        if verb.tag not in {"VBN", "VBD"} or self.children(verb, "aux", "nsubj"):
            return False
        if verb.dep == "acl" or (verb.tag == "VBN" and verb.dep in {"amod", "advcl"}):
            return not self.children(verb, "dobj") or bool(self.children(verb, "agent"))
        head = self.head(verb)
        return verb.dep == "conj" and head is not None and self.is_verb(head) and self.passive(head)

    def reciprocal(self, token: Token) -> bool:
        """Whether a word is the head of "each other" or "one another"."""
        return token.i > 0 and (self.tokens[token.i - 1].text.lower(), token.text.lower()) in RECIPROCALS

    # ------------------------------------------------------------------ who acts

    @once_a_word
    def actors(self, verb: Token) -> tuple[Token, ...]:
        """The words that may name who acts, best first: the subject, or in the passive what follows "by"."""
        if verb.tag.startswith("JJ") and not self.children(verb, *SUBJECTS):
            return tuple(self.bearers(verb))
        if self.passive(verb):
            agents = (p for p in self.phrases(verb) if p.preposition == "by" and p.noun.i > verb.i)
            return tuple(p.noun for p in agents if not self.on_occasion(p))
        return tuple(self.surface_subjects(verb))

    def on_occasion(self, phrase: Phrase) -> bool:
        """Whether a "by" tells who did what something else was done after: "was restored *after mediation by* Fiji"."""
        above = self.head(phrase.on) if phrase.on.tag == "NN" and phrase.on.dep == "pobj" else None
        return above is not None and above.text.lower() in self.grammar.occasions

    def bearers(self, adjective: Token) -> Iterator[Token]:
        """The words of which an adjective is said: "*Fiji* is ready to help"."""
        head = self.head(adjective)
        if head is None:
            return
        if adjective.dep == "amod":
            yield head
        elif adjective.dep in {"acomp", "oprd", "conj", "attr"}:
            yield from self.surface_subjects(head)

    @once_a_word
    def objects(self, verb: Token) -> tuple[Token, ...]:
        """The words that the act is done to: objects, or the subject of a passive."""
        found = list(chain.from_iterable(self.antecedents(t) for t in self.children(verb, *OBJECTS)))
        found.extend(self.raised(verb))
        if self.passive(verb):
            found.extend(self.surface_subjects(verb))
        elif not any(t.dep in {"dobj", "obj"} for t in self.children(verb)):
            found.extend(self.shared_object(verb))
            if self.headline_passive(verb):
                found.extend(self.children(verb, "nsubj"))
        return tuple(found)

    def headline_passive(self, verb: Token) -> bool:
        """Whether a verb may be a passive without its auxiliary, as in headlines: "Fiji's envoy recalled from Suva"."""
        if verb.tag not in {"VBD", "VBN"} or verb.dep != "ROOT":
            return False
        if verb.tag == "VBN" and not self.children(verb, "aux"):  # "The embassy in Suva established in 1971, with …"
            return True
        sentence = self.reading.sentences[verb.sentence]
        return sentence.kind is SectionKind.TITLE or self.tokens[sentence.last - 1].text not in {".", "!", "?", "”", '"', "''"}

    def raised(self, verb: Token) -> Iterator[Token]:
        """The subjects of an infinitive that are the verb's object as well: "wants *Fiji* to leave"."""
        if verb.lemma in self.grammar.object_control:
            for clause in self.children(verb, "ccomp"):
                if clause.tag == "VB" or any(t.tag == "TO" for t in self.children(clause, "aux")):
                    yield from self.children(clause, "nsubj")

    def surface_subjects(self, verb: Token, depth: int = 0) -> Iterator[Token]:
        """The clause's own subject, or the one that it inherits, best first."""
        own = [t for t in self.children(verb, *SUBJECTS) if t.tag != "EX"]
        if own:
            for subject in chain.from_iterable(self.antecedents(t) for t in own):
                yield subject
                if subject.lemma.lower() in self.grammar.instruments and depth < DEPTH:
                    yield from self.controllers(subject, depth + 1)
        elif depth < DEPTH:
            yield from self.inherited_subjects(verb, depth + 1)

    def inherited_subjects(self, verb: Token, depth: int) -> Iterator[Token]:
        """The subjects that a clause without one takes from what governs it."""
        governor = self.head(verb)
        if governor is None:
            return
        if verb.dep == "pcomp" or governor.pos == "ADP":
            above = self.head(governor)
            if above is not None:
                yield from self.controllers(above, depth)
        elif verb.dep in {"acl", "relcl", "appos"} or not (self.is_verb(governor) or governor.pos in {"AUX", "ADJ"}):
            yield governor
            if not self.passive(verb) and self.speaks_for(governor, verb):
                yield from self.controllers(governor, depth)
        elif verb.dep == "conj" or self.goes_along(verb):
            yield from self.surface_subjects(governor, depth)
        else:
            yield from self.controllers(governor, depth)

    def goes_along(self, verb: Token) -> bool:
        """Whether a participle behind a comma tells what else the subject does: "ordered them to leave, *accusing* them of"."""
        before = self.tokens[min(t.i for t in (verb, *self.children(verb, "advmod", "neg", "aux"))) - 1]
        return verb.dep == "advcl" and verb.tag == "VBG" and before.text == ","

    def speaks_for(self, noun: Token, verb: Token) -> bool:
        """Whether a noun's clause tells what somebody else does: "a letter acknowledging …", "a decision to leave"."""
        if noun.lemma.lower() in self.grammar.class_nouns:  # "the first member of the Union to expel": the member does
            return False
        if verb.tag != "VBG" or self.is_verb(noun):
            return True
        return noun.lemma.lower() in self.grammar.instruments

    def controllers(self, governor: Token, depth: int) -> Iterator[Token]:
        """Who acts in a clause below this word: "urged *Fiji* to", "*Fiji*'s decision to", "*Fiji* vowed to"."""
        if self.is_verb(governor):
            if governor.lemma in self.grammar.object_control and not self.passive(governor):
                yield from (t for t in self.children(governor, "dobj", "dative", "nsubjpass"))
                wanted = self.grammar.phrase_control.get(governor.lemma, frozenset())
                yield from (p.noun for p in self.own_phrases(governor) if p.preposition in wanted)
                if self.turns_to_a_class(governor, wanted):
                    return
            yield from self.surface_subjects(governor, depth)
        elif governor.pos in {"ADJ", "AUX"} or governor.dep == "acomp":
            yield from self.surface_subjects(governor, depth)
            above = self.head(governor)
            if above is not None and not self.children(governor, *SUBJECTS):
                yield from self.surface_subjects(above, depth)
        else:
            yield from self.owners(governor)
            clause = next((a for a in self.ancestors(governor) if self.is_verb(a) or a.pos == "AUX"), None)
            if clause is not None:
                yield from self.surface_subjects(clause, depth)

    def turns_to_a_class(self, verb: Token, prepositions: frozenset[str]) -> bool:
        """Whether a verb turns to parties without a name, who then act: "called on all countries to widen their contacts"."""
        turned_to = [*self.children(verb, "dobj"), *(p.noun for p in self.own_phrases(verb) if p.preposition in prepositions)]
        return any(t.lemma.lower() in self.grammar.class_nouns and t.tag == "NNS" for t in turned_to)

    @once_a_word
    def owners(self, noun: Token) -> tuple[Token, ...]:
        """The words that may say whose a thing is: possessive, modifiers, "by", "from", "of"."""
        if self.is_former(noun):
            return ()
        phrases = self.own_phrases(noun)
        by_kind = [p.noun for wanted in ("by", "from", "of", "between") for p in phrases if p.preposition == wanted]
        doers = (v for v in self.children(noun, "acl") if v.tag == "VBN")
        by_kind = [*(p.noun for v in doers for p in self.own_phrases(v) if p.preposition == "by"), *by_kind]
        possessives = (*self.children(noun, "poss"), *belonging(self, noun), *inmates(self, noun))
        others = [t for t in self.children(noun, *MODIFIERS) if t.dep != "poss"]
        if any(t.tag == "PRP$" for t in possessives):  # "her Fijian guest" is Fiji's
            return (*others, *possessives, *by_kind)
        return (*possessives, *others, *by_kind)

    def is_former(self, noun: Token) -> bool:
        """Whether a noun's modifiers name what is no more: "the former Soviet republic"."""
        return any(t.lemma.lower() in self.grammar.former for t in self.children(noun, "amod"))

    def antecedents(self, token: Token) -> Iterator[Token]:
        """The word itself, or what a relative pronoun stands for; behind a pronoun the subject of the clause in front of it."""
        if token.tag == "PRP" and token.dep in SUBJECTS:
            yield token
            verb = self.tokens[token.head]
            fronted = (c for c in self.children(verb, "advcl") if c.i < token.i)
            yield from (t for c in fronted for t in self.children(c, *SUBJECTS) if t.tag.startswith("NN"))
            return
        if token.tag not in RELATIVES and not (token.lemma == "that" and token.dep in SUBJECTS and token.tag == "WDT"):
            yield token
            return
        clause = next((a for a in self.ancestors(token) if a.dep in {"relcl", "acl"}), None)
        head = self.head(clause) if clause is not None else None
        if head is not None and clause is not None and clause.lemma in self.grammar.opening:
            head = self.mission_in(head)
        yield head if head is not None else token

    def shared_object(self, verb: Token) -> list[Token]:
        """The object that a verb has from elsewhere: the noun of its relative clause, or the next coordinated verb's."""
        head = self.head(verb)
        if verb.dep == "relcl" and head is not None and self.children(verb, "nsubj"):
            head = self.mission_in(head) if verb.lemma in self.grammar.opening else head
            subjects = self.children(verb, "nsubj")
            relative = (
                t for s in subjects for t in (s, *self.children(s, "poss"))
            )  # "Fiji, whose troops fought": not against Fiji
            return [head] if all(t.tag not in RELATIVES for t in relative) else []
        for other in self.children(verb, "conj"):
            found = self.children(other, "dobj", "obj") if self.is_verb(other) else []
            if found and not self.children(other, *SUBJECTS):
                return found
        return []

    def mission_in(self, place: Token) -> Token:
        """The mission in a place, or the place where none is: "its embassy in *Suva*, which it closed" tells of the embassy."""
        preposition = self.head(place) if place.dep == "pobj" else None
        noun = self.head(preposition) if preposition is not None else None
        return noun if noun is not None and noun.lemma.lower() in self.grammar.missions else place

    # ------------------------------------------------------------------ phrases

    @once_a_word
    def own_phrases(self, token: Token) -> tuple[Phrase, ...]:
        """The prepositional phrases that hang on the word itself, "out of" as its last word; who is only credited is in none."""
        heads = self.children(token, "prep", "agent", "dative", "mark")
        if not heads or token.text.lower() in self.grammar.crediting:  # "*according* to Fiji"
            return ()
        told = (prep for prep in heads if prep.text.lower() not in self.grammar.crediting)
        return tuple(phrase for prep in told for phrase in self.phrases_of(prep, token))

    def phrases_of(self, prep: Token, on: Token) -> Iterator[Phrase]:
        """The phrases that a preposition opens: one for each noun that hangs on it, also behind a second preposition."""
        for child in self.children(prep):
            if child.dep == "pcomp" and self.children(child, "nsubj", "attr")[:1] and self.tokens[prep.i + 1].tag == "WP":
                yield from (Phrase(prep.text.lower(), noun, on) for noun in self.children(child, "attr"))  # "with what is now Fiji"
            elif child.dep in {"pobj", "pcomp"} and not self.is_verb(child):
                yield Phrase(prep.text.lower(), child, on)
            elif child.dep == "prep" or (child.dep == "conj" and child.pos == "ADP"):
                yield from self.phrases_of(child, on)

    @once_a_word
    def phrases(self, token: Token) -> tuple[Phrase, ...]:
        """All phrases of a word's own clause, those nearest to the word first: attachment is what parsers err in most."""
        found = [(depth, p.noun.i, p) for depth, word in self.local(token) for p in self.own_phrases(word)]
        return tuple(p for _, _, p in sorted(found, key=lambda f: f[:2]))

    def local(self, token: Token) -> Iterator[tuple[int, Token]]:
        """The words below a word, without those of other clauses, each with its depth."""
        todo = [(0, token)]
        for depth, word in todo:
            yield depth, word
            todo.extend((depth + 1, c) for c in self.children(word) if not self.is_clause(c))

    # ------------------------------------------------------------------ parties named by class

    def stands_for(self, noun: Token) -> Iterator[Token]:
        """The words that a class noun is said of: "*Fiji* became the third country", "makes *them* the third country"."""
        head = self.head(noun)
        if head is None or noun.lemma.lower() not in self.grammar.class_nouns:
            return
        if noun.dep == "attr" and head.lemma in self.grammar.copulas:
            yield from self.surface_subjects(head)
        elif noun.dep == "appos":
            yield head
        elif head.lemma in self.grammar.equating or noun.dep in {"oprd", "ccomp"}:
            yield from self.children(noun, "nsubj")
            yield from (t for t in self.children(head, "dobj", "nsubjpass") if t.i != noun.i)
