"""What was put to somebody, told by a noun: "Fiji has not answered *Malta's offer of talks*"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from dateline import knowledge
from dateline.coding.codebook import Category, Role
from dateline.coding.completing.slots import LENT
from dateline.coding.matching import Match
from dateline.coding.matching.records import Filler
from dateline.coding.parties import STATES, Parties, without
from dateline.coding.syntax import Syntax
from dateline.model import Token

STEPS = 8
ABOVE = frozenset({"dobj", "nsubjpass", "pobj"})


@dataclass(frozen=True, slots=True)
class Answering:
    """The words of ``answered.toml``."""

    acts: frozenset[str]
    verbs: frozenset[str]
    thanking: frozenset[str]
    given: frozenset[str]

    @staticmethod
    @lru_cache(maxsize=1)
    def load() -> Answering:
        """The words, read once."""
        raw = knowledge.tables(__package__, "answered.toml")
        return Answering(**{name: frozenset(words) for name, words in raw.items()})


def answering(match: Match, syntax: Syntax) -> Token | None:
    """The verb by which somebody answers what a noun of another's tells; None where nobody does."""
    words, noun = Answering.load(), match.predicate
    if match.frame.category is not Category.NOUN or match.frame.act not in words.acts or noun.dep not in ABOVE:
        return None
    owned = any(f.slot.role is Role.ACTOR for f in match.fillers)
    above = syntax.head(noun)
    verb = syntax.head(above) if above is not None and noun.dep == "pobj" else above
    return verb if owned and verb is not None and verb.lemma in words.verbs else None


def thanking(match: Match, syntax: Syntax) -> Token | None:
    """The verb by which somebody thanks for what a relative clause tells to have been given: "the aid that Malta *pledged*"."""
    words, verb = Answering.load(), match.predicate
    if verb.dep != "relcl" or match.frame.act not in words.given:
        return None
    above = next((t for t in islice(syntax.ancestors(verb), STEPS) if syntax.is_verb(t)), None)
    return above if above is not None and above.lemma in words.thanking else None


def with_answerer(match: Match, syntax: Syntax, parties: Parties) -> Match:
    """The match with whoever answers it as the one to whom it was put, where nobody is named."""
    verb = answering(match, syntax) or thanking(match, syntax) if not match.parties(Role.RECIPIENT, Role.BOTH) else None
    if verb is None:
        return match
    others = (without(parties.at(t), match.parties(Role.ACTOR)) for t in syntax.actors(verb))
    states = next((found for found in others if found and found[0].actor.kind in STATES), ())
    return match.adding(Filler(LENT, verb, tuple(states))) if states else match
