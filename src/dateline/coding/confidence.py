"""How sure the coder is of an event: what share of events told in its way is right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dateline import knowledge
from dateline.coding.codebook import Act, Category
from dateline.coding.matching import Match
from dateline.coding.parties import Parties
from dateline.model import Participant


@lru_cache(maxsize=1)
def shares() -> dict[str, float]:
    """The share for each way of telling an act, from ``confidence.toml``."""
    raw = knowledge.tables(__package__, "confidence.toml")
    return {way: row["share"] for way, row in raw.items()}


def confidence(match: Match, act: Act, sides: Sequence[Sequence[Participant]], done: bool, parties: Parties) -> float:
    """The share of events told as this one that are right; ``done`` says whether the text tells the act as one that happened."""
    return shares()[register_way(match, sides) if act.pairwise else other_way(match, sides, done, parties)]


def register_way(match: Match, sides: Sequence[Sequence[Participant]]) -> str:
    """How an act of the register is told: by a verb or a noun, with both sides, one taken from elsewhere, or one alone."""
    word = "verb" if match.frame.category is Category.VERB else "noun"
    taken = any(f.slot.inherits for f in match.fillers)
    told = "one" if not all(sides) else "taken" if taken else "both"
    return f"register_{word}_{told}"


def other_way(match: Match, sides: Sequence[Sequence[Participant]], done: bool, parties: Parties) -> str:
    """How another act is told: with one side alone, or with two of which the catalogue knows both, one or none; as done or not."""
    if all(sides):
        told = sum(any(parties.catalogue.party(p.actor.id) is not None for p in side) for side in sides)
        way = ("other_unknown", "other_half", "other_pair")[told]
    else:
        way = "other_one_of_more" if done and leaves_out(match, sides, parties) else "other_one"
    return way if done or way == "other_unknown" else f"{way}_open"


def leaves_out(match: Match, sides: Sequence[Sequence[Participant]], parties: Parties) -> bool:
    """Whether the sentence of an act names a country that is on neither of its sides."""
    sentence = parties.syntax.reading.sentences[match.predicate.sentence]
    named = (parties.by_head[i] for i in range(sentence.first, sentence.last) if i in parties.by_head)
    told = {p.actor.country for side in sides for p in side} | {None}
    return any(actor.country not in told for mention in named for actor in mention.actors)
