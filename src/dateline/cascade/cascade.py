"""The words by which a sentence is worth parsing, gathered from catalogue, cues, codebook and claims."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from dateline import knowledge
from dateline.attribute.lexicon import Cue, Lexicon
from dateline.coding.claims.lexicon import Lexicon as Claims
from dateline.coding.claims.lexicon import lexicon as claim_words
from dateline.coding.codebook import Codebook
from dateline.coding.codebook.morphology import noun_forms, verb_forms
from dateline.coding.syntax import Grammar
from dateline.resolve import Catalogue
from dateline.resolve.actors.words import load_anaphors

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
STRAIGHT = str.maketrans({"’": "'", "‘": "'"})


class Words(NamedTuple):
    """What ``words.toml`` says."""

    marks: frozenset[str]
    times: frozenset[str]
    numbers: frozenset[str]
    motions: frozenset[str]
    irregular: Mapping[str, tuple[str, ...]]


@cache
def words() -> Words:
    """The words of the data file."""
    found = knowledge.tables(__package__, "words.toml")
    sets = {name: frozenset(found[name]) for name in ("marks", "times", "numbers", "motions")}
    return Words(**sets, irregular={lemma: tuple(forms) for lemma, forms in found["irregular"].items()})


class Cascade:
    """Tells of a stretch of text whether something in it could be coded, attributed or claimed."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon, codebook: Codebook) -> None:
        self.catalogue = catalogue
        self.frames = frozenset(form for forms in codebook.index.values() for form in forms) | again() | words().motions
        self.diplomacy = codebook.sets["POST"] | codebook.sets["RELATIONS"]
        irregular = words().irregular
        self.single = frozenset(form for cue in lexicon if not cue.second for form in cue_forms(cue, irregular))
        self.double: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for cue in lexicon:
            for form in cue_forms(cue, irregular) if cue.second else ():
                self.double[form].append(tuple(cue.second.split()))
        self.back = frozenset((*load_anaphors().kinds, *load_anaphors().pronouns))
        self.claims = frozenset(claim_forms(claim_words(), irregular))
        self.counted = frozenset(form for noun in claim_words().of("quantity", "counted") for form in noun_forms(noun, irregular))

    def __call__(self, text: str) -> bool:
        """Whether a stretch of text is worth parsing; the cheap questions first."""
        if not words().marks.isdisjoint(text):
            return True
        low = text.lower().translate(STRAIGHT)
        found = frozenset(WORD.findall(low))
        return (
            not self.single.isdisjoint(found)
            or not self.claims.isdisjoint(found)
            or not words().times.isdisjoint(found)
            or self.cued(found)
            or self.counts(low, found)
            or self.acts(text, found)
        )

    def cued(self, found: frozenset[str]) -> bool:
        """Whether both words of a cue of two stand there: "made" and "clear"."""
        return any(
            all(part in found or f"{part}s" in found for part in second)
            for form in found & self.double.keys()
            for second in self.double[form]
        )

    def counts(self, low: str, found: frozenset[str]) -> bool:
        """Whether people or things are counted."""
        return not self.counted.isdisjoint(found) and (any(map(str.isdigit, low)) or not words().numbers.isdisjoint(found))

    def acts(self, text: str, found: frozenset[str]) -> bool:
        """Whether a word that may open a frame, or a motion, stands beside a name of the catalogue, a mission, relations, or a word
        that points back at parties.

        Of those another sentence may tell the parties: "The embassy was closed in April.", "It imposed sanctions."
        """
        if self.frames.isdisjoint(found):
            return False
        return (
            not self.diplomacy.isdisjoint(found)
            or not self.back.isdisjoint(found)
            or next(self.catalogue.index.find(text), None) is not None
        )


def again() -> frozenset[str]:
    """The words by which a verb stands for one told before: "Peru did so", "Spain does not"."""
    return frozenset(word for words in Grammar.load().again.values() for word in words)


def cue_forms(cue: Cue, irregular: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    """The forms of a cue's first word, in the small letters and without the marks that words are compared in."""
    if cue.pos == "verb":
        return verb_forms(cue.lemma, irregular)
    return noun_forms(cue.lemma, irregular) if cue.pos == "noun" else (cue.lemma,)


def claim_forms(known: Claims, irregular: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The forms of the words by which claims are known, but for what counts."""
    for kind, place in (("evaluation", "nouns"), ("state", "nouns")):
        yield from (form for noun in known.of(kind, place) for form in noun_forms(noun, irregular))
    for kind, place in (("reception", "verbs"), ("state", "verbs_alone")):
        yield from (form for verb in known.of(kind, place) for form in verb_forms(verb, irregular))
    for kind, place in (("prediction", "auxiliaries"), ("prediction", "adjectives"), ("evaluation", "adjectives")):
        yield from known.of(kind, place)
    yield from known.of("term", "modifiers")
    yield "ll"  # "they'll": what stands before the mark is a word of its own
