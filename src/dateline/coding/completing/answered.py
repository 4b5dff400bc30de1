"""What was put to somebody, told by a noun: "Fiji has not answered *Malta's offer of talks*"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from dateline import knowledge
from dateline.coding.codebook import Category, Codebook, Role
from dateline.coding.completing.slots import LENT, TAKEN_ACTOR
from dateline.coding.matching import Match
from dateline.coding.matching.records import Filler
from dateline.coding.parties import STATES, Parties, without
from dateline.coding.syntax import Syntax
from dateline.model import Participant, Token

STEPS = 8
SAID = "UH"
ABOVE = frozenset({"dobj", "nsubjpass", "pobj"})


@dataclass(frozen=True, slots=True)
class Answering:
    """The words of ``answered.toml``."""

    acts: frozenset[str]
    verbs: frozenset[str]
    nouns: frozenset[str]
    put: Mapping[str, str]
    beside: frozenset[str]
    thanking: frozenset[str]
    given: frozenset[str]

    @staticmethod
    @lru_cache(maxsize=1)
    def load() -> Answering:
        """The words, read once."""
        raw = knowledge.tables(__package__, "answered.toml")
        put: Mapping[str, str] = raw.pop("put")
        return Answering(put=put, **{name: frozenset(words) for name, words in raw.items()})


def answering(match: Match, syntax: Syntax) -> Token | None:
    """The verb, or the noun, by which somebody answers what a noun of another's tells; None where nobody does."""
    words, noun = Answering.load(), match.predicate
    if match.frame.category is not Category.NOUN or match.frame.act not in words.acts or noun.dep not in ABOVE:
        return None
    verb = above(noun, syntax)
    if verb is None:
        return None
    own = {t.i for t in syntax.children(verb, "nsubj")}  # "*Fiji* rejected sanctions" of which nobody says whose they were
    owned = any(f.slot.role is Role.ACTOR and f.token.i not in own for f in match.fillers)
    return answer_in(verb, syntax) if owned else None


def above(noun: Token, syntax: Syntax) -> Token | None:
    """The word whose object a noun is, or that stands before its preposition."""
    head = syntax.head(noun)
    return syntax.head(head) if head is not None and noun.dep == "pobj" else head


def answer_in(word: Token, syntax: Syntax) -> Token | None:
    """The word above what was put by which it is answered, or the object of that word: "gave *its answer* to the offer"."""
    words = Answering.load()
    if word.lemma.lower() in words.verbs | words.nouns:
        return word
    told = next((t for t in syntax.children(word, "dobj", "intj") if t.lemma.lower() in words.nouns), None)
    return word if told is not None and told.tag == SAID else told  # "said *no* to Malta's offer": whoever said it


def thanking(match: Match, syntax: Syntax) -> Token | None:
    """The verb by which somebody thanks for what a relative clause tells to have been given: "the aid that Malta *pledged*"."""
    words, verb = Answering.load(), match.predicate
    if verb.dep != "relcl" or match.frame.act not in words.given:
        return None
    thanks = next((t for t in islice(syntax.ancestors(verb), STEPS) if syntax.is_verb(t)), None)
    return thanks if thanks is not None and thanks.lemma in words.thanking else None


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


def with_put(matches: Sequence[Match], codebook: Codebook, parties: Parties) -> list[Match]:
    """The matches with what was put by one state to another that answers it, told by a noun alone: "rejected *Malta's demand*"."""
    told = {m.predicate.i for m in matches}
    nouns = (t for t in parties.syntax.tokens if t.lemma.lower() in Answering.load().put and t.dep in ABOVE and t.i not in told)
    new = [m for noun in nouns if (m := put(noun, codebook, parties)) is not None]
    return sorted([*matches, *new], key=lambda m: m.predicate.i) if new else list(matches)


def put(noun: Token, codebook: Codebook, parties: Parties) -> Match | None:
    """That somebody put what a noun tells to the one who answers it; None where one of the two is not told."""
    word = above(noun, parties.syntax)
    answer = answer_in(word, parties.syntax) if word is not None else None
    owners = next((found for found in parties.owned_by(noun) if found[0].actor.kind in STATES), ())
    if answer is None or not owners:
        return None
    others = (without(found, owners) for found in answerers(answer, parties.syntax, parties))
    states = next((found for found in others if found and found[0].actor.kind in STATES), ())
    act = Answering.load().put[noun.lemma.lower()]
    frame = next(f for f in codebook.frames if f.act == act and f.category is Category.NOUN)
    fillers = (Filler(TAKEN_ACTOR, noun, owners), Filler(LENT, answer, states))
    return Match(frame, noun, fillers) if states else None
