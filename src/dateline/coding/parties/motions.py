"""Whose a motion is: "a *US-drafted* text", "the plan that *Peru* tabled", "*Peru* tabled a plan. Chile backed it"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dateline import knowledge
from dateline.coding.parties.phrases import Parties
from dateline.coding.parties.society import distinct, without
from dateline.coding.syntax import Syntax
from dateline.coding.syntax.kept import once_a_word
from dateline.model import Participant, Token

FARTHEST = 8
"""Sentences back in which a motion stands that "the text" takes up; "it" and "withdrew its support" take up one of the last two."""
JUST = 1
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
SAID_OF = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})
BEFORE_PARTICIPLE = ("npadvmod", "compound", "amod", "nmod", "advmod", "nsubj", "dep")


@dataclass(frozen=True, slots=True)
class Bench:
    """A council in which some states have a veto, on some motions; ``at_home``: those whose veto may be one at home."""

    body: str
    within: str
    members: frozenset[str]
    motions: frozenset[str]
    at_home: frozenset[str]


@dataclass(frozen=True, slots=True)
class Vetoing:
    """The act and the words of a veto."""

    act: str
    words: frozenset[str]
    where_named: frozenset[str]


@dataclass(frozen=True, slots=True)
class MotionWords:
    """The words of ``motions.toml``; ``groups`` gives for each noun the nouns that it may take up."""

    groups: Mapping[str, frozenset[str]]
    people: frozenset[str]
    favours: frozenset[str]
    toward: frozenset[str]
    verbs: frozenset[str]
    participles: frozenset[str]
    vetoing: Vetoing
    benches: tuple[Bench, ...]

    @staticmethod
    @lru_cache(maxsize=1)
    def load() -> MotionWords:
        """The words, read once."""
        raw = knowledge.tables(__package__, "motions.toml")
        groups = [frozenset(nouns) for nouns in raw["motions"].values()]
        sets, vetoing = ("members", "motions", "at_home"), raw["vetoing"]
        return MotionWords(
            {noun: group for group in groups for noun in group},
            frozenset(raw["people"]["nouns"]),
            frozenset(raw["favours"]["nouns"]),
            frozenset(raw["toward"]["acts"]),
            frozenset(raw["bringing"]["verbs"]),
            frozenset(raw["bringing"]["participles"]),
            Vetoing(vetoing["act"], frozenset(vetoing["words"]), frozenset(vetoing["where_named"])),
            tuple(Bench(b["body"], b["within"], *(frozenset(b[name]) for name in sets)) for b in raw["bench"]),
        )


class Motions:
    """The motions of one report and the parties that brought them."""

    def __init__(self, syntax: Syntax, parties: Parties) -> None:
        self.syntax = syntax
        self.parties = parties
        self.words = MotionWords.load()
        self.answers: dict[tuple[str, int], tuple[Participant, ...]] = {}

    @cached_property
    def told(self) -> tuple[Token, ...]:
        """The nouns of the report that name motions."""
        return tuple(t for t in self.syntax.tokens if t.tag.startswith("NN") and t.lemma.lower() in self.words.groups)

    @once_a_word
    def brought_by(self, noun: Token) -> tuple[Participant, ...]:
        """The parties whose motion a noun names by the words around it."""
        for words in (self.before_participles(noun), self.bringers(noun)):
            found = distinct(p for word in words for p in self.parties.at(word) if self.is_party(p))
            if found:
                return found
        owners = (tuple(filter(self.is_party, found)) for found in self.parties.owned_by(noun))
        return next(filter(None, owners), ())

    def is_party(self, participant: Participant) -> bool:
        """Whether somebody may bring a motion: a party of the political sort of whom the text says who it is."""
        return self.parties.political(participant) and not self.parties.homeless(participant.actor)

    def before_participles(self, noun: Token) -> Iterator[Token]:
        """The names before the participles of a motion: "a *US-drafted* resolution"."""
        for participle in self.syntax.children(noun, "amod"):
            if participle.text.lower() in self.words.participles:
                yield from (t for t in self.syntax.children(participle, *BEFORE_PARTICIPLE) if t.i < participle.i)

    def bringers(self, noun: Token) -> Iterator[Token]:
        """Those of whom the clause of a motion, or a clause that hangs on it, says that they brought it."""
        verb = self.syntax.head(noun)
        above = [verb] if verb is not None and noun.dep in {"dobj", "nsubjpass"} and self.brings(verb) else []
        for clause in (*above, *self.bringing(noun)):
            yield from self.syntax.actors(clause)

    def bringing(self, noun: Token) -> list[Token]:
        """The clauses that hang on a motion and say who brought it, or on what it is of: "the offer of talks that Peru *made*"."""
        if noun.lemma.lower() not in self.words.groups:
            return []
        hung = (noun, *(p.noun for p in self.syntax.own_phrases(noun) if p.preposition in {"of", "for"}))
        clauses = (c for t in hung for c in self.syntax.children(t, "relcl", "acl"))
        return [c for c in clauses if self.brings(c) and c.tag != "VBG"]

    def brings(self, verb: Token) -> bool:
        """Whether a verb says who brought a motion; who "co-sponsored" one did not alone."""
        before = [t.text.lower() for t in self.syntax.tokens[max(0, verb.i - 2) : verb.i]]
        return verb.lemma in self.words.verbs and before != ["co", "-"]

    def taken_up(self, token: Token, acting: Sequence[Participant]) -> tuple[Participant, ...]:
        """The parties other than those who act whose motion, told before, a definite noun or an "it" takes up."""
        if token.text.lower() == "it":
            return self.others((m for m in self.before(token, JUST) if m.dep in SAID_OF), acting)
        group = self.words.groups.get(token.lemma.lower(), frozenset())
        if not group or not any(d.text.lower() in DEFINITE for d in self.syntax.children(token, "det")):
            return ()
        return self.others((m for m in self.before(token, FARTHEST) if m.lemma.lower() in group), acting)

    def behind(self, token: Token, acting: Sequence[Participant]) -> tuple[Participant, ...]:
        """The parties behind words that might be taken for somebody else: an "it" for a party, "Fiji's candidate" for a person."""
        if token.text.lower() == "it":
            return self.taken_up(token, acting)
        return without(self.brought_by(token), acting) if token.lemma.lower() in self.words.people else ()

    def last(self, token: Token, acting: Sequence[Participant]) -> tuple[Participant, ...]:
        """The parties other than those who act whose motion was told last before a word, or stands behind it in its sentence."""
        behind = (m for m in self.told if m.i > token.i and m.sentence == token.sentence)
        return self.others((*self.before(token, JUST), *behind), acting)

    def before(self, token: Token, farthest: int) -> Iterator[Token]:
        """The motions told before a word, the nearest first, so many sentences back."""
        return (m for m in reversed(self.told) if m.i < token.i and token.sentence - m.sentence <= farthest)

    def others(self, motions: Iterable[Token], acting: Sequence[Participant]) -> tuple[Participant, ...]:
        """The parties of the first of some motions that others than those who act have brought."""
        return next((found for m in motions if (found := without(self.brought_by(m), acting))), ())
