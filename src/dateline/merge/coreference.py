"""Given mentions of events in the reports of one story: which of them are one event, by head word, kind of happening, parties.

It is for mentions of any kind, coded or not, as annotators mark them; coded acts are merged by :mod:`dateline.merge.events`,
which knows their parties and dates.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log
from types import MappingProxyType

from dateline import knowledge
from dateline.merge.cluster import cluster
from dateline.merge.words import stem, stop_words
from dateline.model import Reading, Span, Token

THRESHOLD = 0.5
SAME, KIND = 1.0, 0.55
"""What one head word, and two words for one kind of happening, are worth; the latter alone holds no large group together."""
SAID_BY_NOBODY = 0.1
"""What is left of it for two sayings of which one has no speaker; sayings of two speakers are two."""
OTHER_PARTIES = 0.05
ONE_SENTENCE = 0.5
"""A sentence seldom names one event twice by the same word."""
LIKENESS, USUAL = 0.1, 0.15
"""The weight of the sentences' likeness, and the likeness that is usual within a story."""

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
HEADS = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})
PARTS_OF_NAMES = frozenset({"compound", "amod", "nummod", "appos", "nmod", "poss"})

Mention = tuple[str, Span]
"""A report's id and the place of the words."""


@dataclass(frozen=True, slots=True)
class Document:
    """A report as read, with the mentions that are to be put together."""

    reading: Reading
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """What is compared of a mention; everything in stems."""

    mention: Mention
    sentence: int
    head: str
    phrase: str
    kinds: frozenset[int]
    says: bool
    subjects: frozenset[str]
    objects: frozenset[str]
    words: frozenset[str]


def corefer(documents: Iterable[Document]) -> tuple[tuple[Mention, ...], ...]:
    """The mentions of one story, put together by event, in canonical order."""
    every = sorted((p for d in documents for p in profiles(d)), key=lambda p: p.mention)
    weights = rarity(every)
    found = cluster(len(every), lambda a, b: score(every[a], every[b], weights), THRESHOLD)
    return tuple(tuple(every[i].mention for i in ids) for ids in found)


# --------------------------------------------------------------------------- scores


def score(a: Profile, b: Profile, weights: Mapping[str, float]) -> float:
    """How likely two mentions are one event; 0 for words that have nothing to do with each other."""
    base = bond(a, b)
    if base == 0.0:
        return 0.0
    if shares(a.subjects | a.objects, b.subjects | b.objects) is False:
        base -= OTHER_PARTIES
    if a.mention[0] == b.mention[0] and a.sentence == b.sentence:
        base -= ONE_SENTENCE
    return base + LIKENESS * (likeness(a.words, b.words, weights) - USUAL)


def bond(a: Profile, b: Profile) -> float:
    """What the words themselves say."""
    base = SAME if a.head == b.head or a.phrase == b.phrase else KIND if a.kinds & b.kinds else 0.0
    if not (a.says and b.says):
        return base
    spoken = shares(a.subjects, b.subjects)
    return base if spoken else base * SAID_BY_NOBODY if spoken is None else 0.0


def shares(a: frozenset[str], b: frozenset[str]) -> bool | None:
    """Whether two sets have a word in common; null where one has none."""
    return bool(a & b) if a and b else None


def likeness(a: frozenset[str], b: frozenset[str], weights: Mapping[str, float]) -> float:
    """The cosine of two sentences' words, rare ones weighing more."""
    common = weight(a & b, weights)
    return common / (weight(a, weights) * weight(b, weights)) ** 0.5 if common else 0.0


def weight(words: Iterable[str], weights: Mapping[str, float]) -> float:
    """The squared weights of words, summed in one order."""
    return sum(weights[word] ** 2 for word in sorted(words))


def rarity(every: Iterable[Profile]) -> dict[str, float]:
    """The weight of each word: the rarer among the story's sentences, the higher."""
    sentences = {(p.mention[0], p.sentence): p.words for p in every}
    counts = Counter(word for words in sentences.values() for word in words)
    return {word: log(1 + len(sentences) / count) for word, count in counts.items()}


# --------------------------------------------------------------------------- profiles


def profiles(document: Document) -> Iterable[Profile]:
    """What is compared of a report's mentions, each once; a mention without a token is left out."""
    reading = document.reading
    for span in sorted(set(document.mentions)):
        tokens = [t for t in reading.tokens if t.span.overlaps(span)]
        if tokens:
            yield profile(reading, span, tokens)


def profile(reading: Reading, span: Span, tokens: Sequence[Token]) -> Profile:
    """What is compared of one mention."""
    head = head_of(tokens)
    phrase = " ".join(stem_of(t) for t in tokens)
    written = " ".join(stem(t.text.casefold()) for t in tokens)
    of = stem_of(head)
    kinds = next((found for key in (phrase, written, of, stem(head.text.casefold())) if (found := classes().get(key))), frozenset())
    return Profile(
        mention=(reading.report.id, span),
        sentence=head.sentence,
        head=of,
        phrase=phrase,
        kinds=kinds,
        says=of in sayings(),
        subjects=named(reading, subjects(reading, head)),
        objects=named(reading, objects(reading, head)),
        words=frozenset(stem_of(t) for t in sentence(reading, head) if t.pos in CONTENT and t.text.casefold() not in stop_words()),
    )


def stem_of(token: Token) -> str:
    """The stem of a token's lemma."""
    return stem(token.lemma.casefold())


def sentence(reading: Reading, token: Token) -> Sequence[Token]:
    """The tokens of a token's sentence."""
    place = reading.sentences[token.sentence]
    return reading.tokens[place.first : place.last]


def head_of(tokens: Sequence[Token]) -> Token:
    """The word on which the others hang; a noun, verb or adjective where the mention has one."""
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.head not in inside or t.head == t.i]
    ranked = [*(t for t in tops if t.pos in HEADS), *(t for t in tokens if t.pos in HEADS), *tops]
    return ranked[0]


def children(reading: Reading, token: Token) -> list[Token]:
    """The tokens that hang on a token."""
    return [reading.tokens[i] for i in reading.children[token.i]]


def subjects(reading: Reading, head: Token) -> list[Token]:
    """Who does it: the subject, the agent, the possessor; for a verb under another one, that one's subject."""
    below = children(reading, head)
    found = [t for t in below if t.dep in {"nsubj", "poss"}]
    found += [t for agent in below if agent.dep == "agent" for t in children(reading, agent)]
    if found or head.pos != "VERB" or head.dep not in {"xcomp", "conj", "advcl", "ccomp"}:
        return found
    return [t for t in children(reading, reading.tokens[head.head]) if t.dep == "nsubj"]


def objects(reading: Reading, head: Token) -> list[Token]:
    """To whom or with what: objects, passive subjects, and what prepositions or compounds bring in."""
    below = children(reading, head)
    found = [t for t in below if t.dep in {"dobj", "nsubjpass", "attr"}]
    found += [t for prep in below if prep.dep == "prep" for t in children(reading, prep) if t.dep == "pobj"]
    if head.pos in {"NOUN", "PROPN"}:
        found += [t for t in below if t.dep in {"compound", "amod", "nmod"}]
    return found


def named(reading: Reading, tokens: Iterable[Token]) -> frozenset[str]:
    """The stems of some words and of the parts of their names."""
    found = set()
    for token in tokens:
        parts = (t for t in children(reading, token) if t.dep in PARTS_OF_NAMES and t.pos != "DET")
        found |= {stem_of(t) for t in (token, *parts)}
    return frozenset(found - stop_words())


# --------------------------------------------------------------------------- words that go together


@cache
def classes() -> Mapping[str, frozenset[int]]:
    """For each word or phrase, in stems, the kinds of happening that it may name."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for kind, entries in enumerate(lines("synonyms.txt")):
        for entry in entries:
            found[entry].add(kind)
    return MappingProxyType({entry: frozenset(kinds) for entry, kinds in found.items()})


@cache
def sayings() -> frozenset[str]:
    """The words of saying, in stems."""
    return frozenset(entry for entries in lines("saying.txt") for entry in entries)


def lines(name: str) -> Iterable[list[str]]:
    """The classes of a file, in stems."""
    for line in knowledge.lines(__package__, "data", name):
        yield [" ".join(map(stem, entry.split())) for entry in line.split(",")]
