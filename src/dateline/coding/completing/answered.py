"""What was put to somebody, told by a noun: "Fiji has not answered *Malta's offer of talks*"."""

from __future__ import annotations

from collections.abc import Iterator
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
from dateline.model import Participant, Token

STEPS = 8
ABOVE = frozenset({"dobj", "nsubjpass", "pobj"})


@dataclass(frozen=True, slots=True)
class Answering:
    """The words of ``answered.toml``."""

    acts: frozenset[str]
    verbs: frozenset[str]
    nouns: frozenset[str]
    beside: frozenset[str]
    thanking: frozenset[str]
    given: frozenset[str]

    @staticmethod
    @lru_cache(maxsize=1)
    def load() -> Answering:
        """The words, read once."""
        raw = knowledge.tables(__package__, "answered.toml")
        return Answering(**{name: frozenset(words) for name, words in raw.items()})


def answering(match: Match, syntax: Syntax) -> Token | None:
    """The verb, or the noun, by which somebody answers what a noun of another's tells; None where nobody does."""
    words, noun = Answering.load(), match.predicate
    if match.frame.category is not Category.NOUN or match.frame.act not in words.acts or noun.dep not in ABOVE:
        return None
    above = syntax.head(noun)
    verb = syntax.head(above) if above is not None and noun.dep == "pobj" else above
    if verb is None:
        return None
    own = {t.i for t in syntax.children(verb, "nsubj")}  # "*Fiji* rejected sanctions" of which nobody says whose they were
    owned = any(f.slot.role is Role.ACTOR and f.token.i not in own for f in match.fillers)
    return answer_in(verb, syntax) if owned else None


def answer_in(above: Token, syntax: Syntax) -> Token | None:
    """The word above what was put by which it is answered, or the object of that word: "gave *its answer* to Malta's offer"."""
    words = Answering.load()
    if above.lemma.lower() in words.verbs | words.nouns:
        return above
    return next((t for t in syntax.children(above, "dobj") if t.lemma.lower() in words.nouns), None)


def thanking(match: Match, syntax: Syntax) -> Token | None:
    """The verb by which somebody thanks for what a relative clause tells to have been given: "the aid that Malta *pledged*"."""
    words, verb = Answering.load(), match.predicate
    if verb.dep != "relcl" or match.frame.act not in words.given:
        return None
    above = next((t for t in islice(syntax.ancestors(verb), STEPS) if syntax.is_verb(t)), None)
    return above if above is not None and above.lemma in words.thanking else None


def with_answerer(match: Match, syntax: Syntax, parties: Parties) -> Match:
    """The match with whoever answers it as the one to whom it was put, where nobody is named but who is to sit at the table."""
    told = [f for f in match.fillers if f.slot.role in {Role.RECIPIENT, Role.BOTH} and f.parties]
    beside = all(f.slot.prepositions & Answering.load().beside for f in told)
    answer = answering(match, syntax) or thanking(match, syntax) if beside else None
    if answer is None:
        return match
    others = (without(found, match.parties(Role.ACTOR, Role.RECIPIENT)) for found in answerers(answer, syntax, parties))
    states = next((found for found in others if found and found[0].actor.kind in STATES), ())
    return match._replace(fillers=(Filler(LENT, answer, tuple(states)), *match.fillers)) if states else match


def answerers(answer: Token, syntax: Syntax, parties: Parties) -> Iterator[tuple[Participant, ...]]:
    """Those who may give an answer: of a verb its subject, of a noun its owner ("*Malta's* reply to Fiji's offer")."""
    if syntax.is_verb(answer):
        yield from (parties.at(t) for t in syntax.actors(answer))
    else:
        yield from parties.owned_by(answer)
