"""One finder a kind of claim: clauses in, claims out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dateline.coding.claims.clause import Clauses
from dateline.model import Claim, ClaimKind, Span, Token

NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000}
SMALL = {
    w: n
    for n, w in enumerate(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    )
}
FEWEST = 5
"""Counts below five are rather part of a description ("two republics") than a claim of quantity."""


def quantities(clauses: Clauses) -> Iterator[Claim]:
    """Numbers of people and things, as in "The siege killed more than 900 people"."""
    for token in clauses.resolution.reading.tokens:
        if token.dep != "nummod" or token.pos != "NUM":
            continue
        noun = clauses.tree.head(token)
        count = counted(clauses, token)
        if noun is None or count is None or count < FEWEST or not clauses.words.has("quantity", "counted", noun.lemma.lower()):
            continue
        verb = governor(clauses, noun)
        start = min(t.start for t in clauses.tree.subtree(token))
        content = span_of(verb, noun, start)
        value: tuple[tuple[str, str | int | float], ...] = (("count", count), ("of", noun.lemma.lower()))
        value += (("approx", blur),) if (blur := approximation(clauses, token)) else ()
        value += (("what", verb.text.lower()),) if verb else ()
        yield clauses.claim(ClaimKind.QUANTITY, (content,), noun.span, value=value, about=clauses.about(noun))


def counted(clauses: Clauses, token: Token) -> int | None:
    """The number that a token and its scale words say; None where it says none."""
    match = NUMBER.fullmatch(token.text)
    number = float(match.group().replace(",", "")) if match else SMALL.get(token.lemma.lower())
    scale = SCALES.get(token.lemma.lower())
    if number is None and scale is None:
        return None
    for part in clauses.tree.children(token, "compound"):
        below = NUMBER.fullmatch(part.text)
        number = float(below.group().replace(",", "")) if below else SMALL.get(part.lemma.lower(), number)
    return int((1 if number is None else number) * (scale or 1))


def approximation(clauses: Clauses, token: Token) -> str | None:
    """The words before a number that blur it."""
    tokens = clauses.resolution.reading.tokens
    first = min(t.i for t in clauses.tree.subtree(token))
    before = [t.text.lower() for t in tokens[max(0, first - 3) : token.i]]
    phrases = [" ".join(before[i:j]) for i in range(len(before)) for j in range(i + 1, len(before) + 1)]
    known = [p for p in phrases if p in clauses.words.of("quantity", "approximations")]
    return max(known, key=len, default=None)


def governor(clauses: Clauses, noun: Token) -> Token | None:
    """The verb or participle that says what happened to what is counted."""
    below = next((c for c in clauses.tree.children(noun, "acl", "relcl") if c.pos == "VERB"), None)
    above = clauses.tree.head(noun)
    return below or (above if above is not None and above.pos == "VERB" else None)


def span_of(verb: Token | None, noun: Token, start: int) -> Span:
    """The words from the first to the last of verb, number and noun."""
    ends = [start, noun.start, noun.end, *((verb.start, verb.end) if verb else ())]
    return Span(min(ends), max(ends))


def states(clauses: Clauses) -> Iterator[Claim]:
    """How something stands, as in "The valley is under rebel control"."""
    for verb in (*free(clauses), *resulting(clauses)):
        if tells_state(clauses, verb) and not judges(clauses, verb):
            yield whole(clauses, ClaimKind.STATE, verb)


def tells_state(clauses: Clauses, verb: Token) -> bool:
    """Whether a clause tells how something stands: by a verb with one of its nouns, or by one that does so of a party alone."""
    words = clauses.words
    of_state = words.has("state", "verbs", verb.lemma.lower())
    if of_state and any(words.has("state", "nouns", t.lemma.lower()) for t in arguments(clauses, verb)):
        return True
    return words.has("state", "verbs_alone", lowest(clauses, verb).lemma.lower()) and bool(clauses.about(clauses.subject(verb)))


def lowest(clauses: Clauses, verb: Token) -> Token:
    """The verb at the end of a chain of catenatives ("continues to strengthen")."""
    below = clauses.tree.child(verb, "xcomp")
    return lowest(clauses, below) if below is not None and below.pos == "VERB" else verb


def arguments(clauses: Clauses, verb: Token) -> Iterator[Token]:
    """Subject, complement and the nouns of prepositional complements of a verb, two prepositions deep."""
    last = lowest(clauses, verb)
    subject = clauses.subject(verb)
    if subject is not None:
        yield subject
    for token in dict.fromkeys((verb, last)):
        yield from clauses.tree.children(token, "attr", "acomp")
        for preposition in clauses.tree.children(token, "prep"):
            yield from clauses.tree.children(preposition, "pobj")


def evaluations(clauses: Clauses) -> Iterator[Claim]:
    """What something is worth, as in "The vote is a triumph for diplomacy"."""
    return (whole(clauses, ClaimKind.EVALUATION, verb) for verb in free(clauses) if judges(clauses, verb))


def judges(clauses: Clauses, verb: Token) -> bool:
    """Whether a clause couples its subject with a worth."""
    if not clauses.words.has("evaluation", "copulas", verb.lemma.lower()):
        return False
    return any(values(clauses, c) for c in clauses.tree.children(verb, "attr", "acomp", "oprd", "dobj"))


def values(clauses: Clauses, complement: Token) -> bool:
    """Whether a complement tells a worth."""
    lemma = complement.lemma.lower()
    if complement.pos == "ADJ":
        return clauses.words.has("evaluation", "adjectives", lemma)
    if clauses.words.has("evaluation", "nouns_with_adjective", lemma):
        return any(
            clauses.words.has("evaluation", "adjectives", c.lemma.lower()) for c in clauses.tree.children(complement, "amod")
        )
    return clauses.words.has("evaluation", "nouns", lemma)


def predictions(clauses: Clauses) -> Iterator[Claim]:
    """What is said to come, as in "The accord will open new markets"."""
    for verb in free(clauses):
        auxiliary = any(clauses.words.has("prediction", "auxiliaries", c.text.lower()) for c in clauses.tree.children(verb, "aux"))
        if auxiliary or any(foretells(clauses, c) for c in clauses.tree.children(verb, "acomp", "oprd")):
            yield whole(clauses, ClaimKind.PREDICTION, verb)


def foretells(clauses: Clauses, complement: Token) -> bool:
    """Whether an adjective with a clause says that something is to come ("likely to fall")."""
    known = clauses.words.has("prediction", "adjectives", complement.lemma.lower())
    return known and clauses.tree.child(complement, "xcomp", "ccomp") is not None


def motives(clauses: Clauses) -> Iterator[Claim]:
    """What an act is for: a clause of purpose on its verb or on its object."""
    for token in clauses.resolution.reading.tokens:
        if token.pos not in {"VERB", "ADJ", "NOUN"} or token.dep not in {"advcl", "relcl", "acl"}:
            continue
        if clauses.tree[token.i].tag != "VB" or not any(c.tag == "TO" for c in clauses.tree.children(token, "aux")):
            continue
        above = clauses.tree.head(token)
        if above is not None and (above.i in clauses.acts or object_of_act(clauses, above)):
            span = clauses.span(token)
            if not any(e.predicate.start - span.start < 8 for e in clauses.told.inside(span)):
                yield clauses.claim(ClaimKind.MOTIVE, (span,), token.span, about=clauses.about(clauses.subject(above)))


def object_of_act(clauses: Clauses, noun: Token) -> bool:
    """Whether a noun is the object of an act's predicate, or its predicate by a light verb ("ordered an operation")."""
    above = clauses.tree.head(noun)
    return noun.dep in {"dobj", "pobj"} and above is not None and above.i in clauses.acts


def receptions(clauses: Clauses) -> Iterator[Claim]:
    """How something is taken by those who are no states, as in "The news was welcomed by villagers".

    The verb may be a word of saying beside: who hails a vote says something of it.
    """
    for verb in clauses.predicates:
        known = verb.i not in clauses.acts and clauses.words.has("reception", "verbs", verb.lemma.lower())
        if known and (clauses.tree.child(verb, "agent") or clauses.tree.child(verb, "dobj", "ccomp")):
            yield whole(clauses, ClaimKind.RECEPTION, verb)


def terms(clauses: Clauses) -> Iterator[Claim]:
    """What a party is called by those who take a side: "the so-called republic"."""
    for noun in clauses.resolution.reading.tokens:
        if noun.pos not in {"NOUN", "PROPN"} or not clauses.words.has("term", "nouns", noun.lemma.lower()):
            continue
        modifiers = [m for m in clauses.tree.children(noun, "amod", "compound", "nmod") if modifies(clauses, m)]
        if modifiers:
            start = min(t.start for m in modifiers for t in clauses.tree.subtree(m))
            yield clauses.claim(ClaimKind.TERM, (Span(start, noun.end),), noun.span, about=clauses.about(noun))


def modifies(clauses: Clauses, modifier: Token) -> bool:
    """Whether a modifier, hyphenated parts and all, takes a side."""
    whole_word = "".join(t.text.lower() for t in clauses.tree.subtree(modifier) if t.i <= modifier.i)
    return any(clauses.words.has("term", "modifiers", w) for w in (modifier.lemma.lower(), modifier.text.lower(), whole_word))


def free(clauses: Clauses) -> Iterator[Token]:
    """The predicates that code no act and are no words of saying."""
    return (v for v in clauses.predicates if v.i not in clauses.acts and v.i not in clauses.cues and v.dep != "xcomp")


def resulting(clauses: Clauses) -> Iterator[Token]:
    """The predicates of acts in the perfect, which tell how it stands since: "has fallen under the control of the army"."""
    acts = (v for v in clauses.predicates if v.i in clauses.acts and v.i not in clauses.cues and v.dep != "xcomp")
    return (v for v in acts if any(a.lemma == "have" for a in clauses.tree.children(v, "aux")))


def whole(clauses: Clauses, kind: ClaimKind, verb: Token) -> Claim:
    """A claim that is a whole clause."""
    return clauses.claim(kind, (clauses.span(verb),), verb.span, about=clauses.about(clauses.subject(verb)))


FINDERS: tuple[Callable[[Clauses], Iterator[Claim]], ...] = (
    quantities,
    states,
    evaluations,
    predictions,
    motives,
    receptions,
    terms,
)
"""All finders, in the order in which their claims are kept."""
