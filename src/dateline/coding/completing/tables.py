"""Talks told by the number of those who sit at the table: "the *six-party talks* resumed in Beijing"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dateline import knowledge
from dateline.coding.codebook import Category, Codebook, Frame, Role
from dateline.coding.completing.slots import SCENE, TABLE
from dateline.coding.matching import Filler, Match
from dateline.coding.parties import STATES, Parties, distinct
from dateline.model import Participant, Token
from dateline.resolve.actors.words import load_anaphors

ACT = "negotiate"
WORDS = {Category.VERB: "negotiate", Category.NOUN: "talk"}
"""A word of the act for each frame in which talks are told here."""
SIDES = (Role.ACTOR, Role.RECIPIENT, Role.BOTH)
NEAR = 3
"""Sentences to both sides of the talks in which those who sit there may be told in a row."""
FEWEST = 3
"""From this number on talks are known by it; "two-way talks" are told of any pair."""


@dataclass(frozen=True, slots=True)
class Table:
    """Talks that are known by their number of seats in some years."""

    seats: int
    parties: tuple[str, ...]
    about: frozenset[str]
    years: range
    topic: frozenset[str]


@dataclass(frozen=True, slots=True)
class Tables:
    """The words of ``tables.toml``."""

    talks: frozenset[str]
    counted: frozenset[str]
    between: frozenset[str]
    numbers: Mapping[str, int]
    taking_place: frozenset[str]
    proposing: frozenset[str]
    addressing: frozenset[str]
    proposals: frozenset[str]
    tables: tuple[Table, ...]

    @staticmethod
    @lru_cache(maxsize=1)
    def load() -> Tables:
        """The words, read once."""
        raw = knowledge.tables(__package__, "tables.toml")
        lists = (raw["talks"], raw["counted"], raw["between"], raw["nouns"]["proposals"])
        talks, counted, between, proposals = map(frozenset, lists)
        taking_place, proposing, addressing = (
            frozenset(raw["verbs"][name]) for name in ("taking_place", "proposing", "addressing")
        )
        known = tuple(table(row) for row in raw["table"])
        return Tables(talks, counted, between, raw["numbers"], taking_place, proposing, addressing, proposals, known)


def table(row: Mapping[str, Any]) -> Table:
    """A table from its row of the file."""
    first, last = row["years"]
    return Table(
        row["seats"], tuple(row["parties"]), frozenset(row["about"]), range(first, last + 1), frozenset(row.get("topic", ()))
    )


def with_tables(matches: Sequence[Match], codebook: Codebook, parties: Parties) -> list[Match]:
    """The matches with the talks of which only the number of parties is told, where it is known who they are."""
    verb, noun = (next(f for f in codebook.frames if f.act == ACT and f.category is c and WORDS[c] in f.lemmas) for c in WORDS)
    found = (
        sitting(talks, verb, parties) or at_table(talks, noun, parties) or proposed(talks, noun, parties)
        for talks in counted(parties)
    )
    new = [m for m in found if m is not None]
    kept = [m for m in matches if not is_less(m, new)]
    told = {m.predicate.i for m in kept}
    once = {m.predicate.i: m for m in new if m.predicate.i not in told}
    return sorted([*kept, *once.values()], key=lambda m: m.predicate.i) if once else list(matches)


def is_less(match: Match, new: Sequence[Match]) -> bool:
    """Whether a match tells some of those who sit at a table as if they sat there alone."""
    own = {p.actor.id for p in match.parties(*SIDES)}
    tables = (m for m in new if m.predicate.i == match.predicate.i and match.frame.act == m.frame.act)
    return any(own < {p.actor.id for p in m.parties(*SIDES)} for m in tables)


def counted(parties: Parties) -> Iterator[Token]:
    """The words for talks before which the number of seats stands."""
    words = Tables.load()
    yield from (t for t in parties.syntax.tokens if t.lemma.lower() in words.talks and seats(t, parties) >= FEWEST)


def seats(noun: Token, parties: Parties) -> int:
    """How many sit at the table by the words before a noun: "six-party", "four-way", "trilateral"; 0 where none is told."""
    words, syntax = Tables.load(), parties.syntax
    known = {**load_anaphors().numbers, **words.numbers}
    for word in syntax.children(noun, "compound", "amod", "nmod"):
        if word.text.lower() in words.numbers:
            return words.numbers[word.text.lower()]
        before = syntax.tokens[max(0, word.i - 2) : word.i]
        if word.lemma.lower() in words.counted and len(before) > 1 and before[1].text == "-":
            number = before[0].text.lower()
            return int(number) if number.isdecimal() else known.get(number, 0)
    behind = (p.noun for p in syntax.own_phrases(noun) if p.preposition in words.between and p.noun.lemma.lower() in words.counted)
    numbers = (n.text.lower() for states in behind for n in syntax.children(states, "nummod"))
    return next((known[n] for n in numbers if n in known), 0)


def sitting(noun: Token, frame: Frame, parties: Parties) -> Match | None:
    """That the talks take place; None where it is not told, or not who sits there."""
    verb = verb_of(noun, parties)
    if verb is None or verb.lemma not in Tables.load().taking_place or not parties.syntax.is_verb(verb):
        return None
    count = seats(noun, parties)
    everybody = in_a_row(noun, count, parties) or known_by_number(noun, count, parties)
    return Match(frame, verb, (Filler(TABLE, noun, everybody),)) if everybody else None


def at_table(noun: Token, frame: Frame, parties: Parties) -> Match | None:
    """That the talks sit, since somebody speaks there: "told the six-party talks"; None where nobody does."""
    above = parties.syntax.head(noun)
    if above is None or noun.dep != "dobj" or above.lemma not in Tables.load().addressing:
        return None
    count = seats(noun, parties)
    everybody = in_a_row(noun, count, parties) or known_by_number(noun, count, parties)
    return Match(frame, noun, (Filler(SCENE, noun, everybody),)) if everybody else None


def proposed(noun: Token, frame: Frame, parties: Parties) -> Match | None:
    """That talks are proposed, accepted, refused, of which nobody says that they take place; None where none of this is told."""
    words, above = Tables.load(), parties.syntax.head(noun)
    if above is None or noun.dep not in {"dobj", "pobj", "nsubjpass"}:
        return None
    hung = parties.syntax.head(above) if noun.dep == "pobj" else None
    told = hung is not None and hung.lemma.lower() in words.proposals | words.proposing
    if not told and (above.lemma not in words.proposing or noun.dep == "pobj"):
        return None
    count = seats(noun, parties)
    everybody = in_a_row(noun, count, parties) or known_by_number(noun, count, parties)
    return Match(frame, noun, (Filler(TABLE, noun, everybody),)) if everybody else None


def only_proposed(match: Match) -> bool:
    """Whether a match tells of such talks without telling that they take place."""
    return match.frame.category is Category.NOUN and any(f.slot is TABLE for f in match.fillers)


def verb_of(noun: Token, parties: Parties) -> Token | None:
    """The verb of whose clause talks are the subject or the object, also behind "a round of"."""
    above = parties.syntax.head(noun)
    if above is not None and noun.dep == "pobj" and above.text.lower() == "of":
        outer = parties.syntax.head(above)
        noun, above = (outer, parties.syntax.head(outer)) if outer is not None else (noun, None)
    return above if noun.dep in {"nsubj", "nsubjpass", "dobj"} else None


def in_a_row(noun: Token, count: int, parties: Parties) -> tuple[Participant, ...]:
    """The states of the first row near some talks that is as long as their table."""
    tokens, sentences = parties.syntax.tokens, parties.syntax.reading.sentences
    first, last = max(0, noun.sentence - NEAR), min(len(sentences), noun.sentence + NEAR + 1) - 1
    near = tokens[sentences[first].first : sentences[last].last]
    heads = (t for t in near if t.dep != "conj" and parties.syntax.children(t, "conj"))
    rows = (distinct([p for p in parties.at(t) if p.actor.kind in STATES]) for t in heads)
    return next((row for row in rows if len(row) == count), ())


def known_by_number(noun: Token, count: int, parties: Parties) -> tuple[Participant, ...]:
    """The states of the table that is known by its number in the year of the report, and by what the sentence speaks of."""
    near = {t.text.lower() for t in parties.syntax.tokens if t.sentence == noun.sentence}
    year = int((parties.syntax.reading.report.day or "0")[:4])
    told = {a.country for m in parties.by_head.values() for a in m.actors}
    tables = (
        t
        for t in Tables.load().tables
        if t.seats == count and year in t.years and t.about & told and (not t.topic or t.topic & near)
    )
    catalogue = parties.catalogue
    return tuple(Participant(parties.principal(catalogue.actor(id)), None, (noun.span,)) for t in [*tables][:1] for id in t.parties)
