"""Which words of a report may open a frame, and the matches that they give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from dateline.coding.codebook import Category, Codebook, Frame, Role
from dateline.coding.matching import Filler, Match, Matcher, best
from dateline.coding.syntax import Syntax
from dateline.model import SectionKind, Token

SUBORDINATE = frozenset({"advcl", "acl", "relcl", "pcomp", "pobj", "agent"})


PROPER = frozenset({"NNP", "NNPS"})


def find_matches(codebook: Codebook, syntax: Syntax, matcher: Matcher) -> dict[int, list[Match]]:
    """For each predicate of the report, by its token's number, the matches that count."""
    found: dict[int, list[Match]] = {}
    for token in predicates(syntax):
        if matcher.parties.is_name(token):
            continue
        frames = opened(codebook, syntax, token)
        matches = [m for f in frames if not f.embedded and (m := matcher.match(f, token)) is not None]
        if matches:
            found[token.i] = best(matches)
    return with_taken_up(without_words_of_others(found), syntax, matcher)


def with_taken_up(found: dict[int, list[Match]], syntax: Syntax, matcher: Matcher) -> dict[int, list[Match]]:
    """The matches with those of words that do again what was told last: "Fiji did so in 2008", "Malta does not"."""
    result = dict(found)
    for token in predicates(syntax):
        told = [i for i in found if i < token.i and near(syntax, token, i)] if does_again(syntax, token) else []
        again = [repeated(m, token, syntax, matcher) for m in found[max(told, key=partial(prominence, syntax))]] if told else []
        kept = [m for m in again if m is not None]
        if kept:
            result[token.i] = kept
    return result


def does_again(syntax: Syntax, token: Token) -> bool:
    """Whether a verb stands for one told before: "did so", "does not", "followed suit"; not with words of its own."""
    words = syntax.grammar.again.get(token.lemma)
    if words is None or not syntax.is_verb(token):
        return False
    own = [c for c in syntax.children(token, "dobj", "xcomp", "ccomp", "attr", "acomp") if c.text.lower() not in words]
    return not own and any(c.text.lower() in words for c in syntax.children(token))


def near(syntax: Syntax, token: Token, predicate: int) -> bool:
    """Whether an act is told in the sentence of a word or in the one before."""
    return token.sentence - syntax.tokens[predicate].sentence <= 1


def prominence(syntax: Syntax, predicate: int) -> tuple[bool, bool, int]:
    """How likely "do the same" takes up a predicate: one that is not denied, then a main clause's, then the last.

    "Peru cut ties with Fiji after the arrest of its envoy. Chile did the same": it cut ties.
    """
    token = syntax.tokens[predicate]
    path = (token, *syntax.ancestors(token))
    return not syntax.children(token, "neg"), all(t.dep not in SUBORDINATE for t in path), predicate


def repeated(match: Match, token: Token, syntax: Syntax, matcher: Matcher) -> Match | None:
    """The same act by the subject of "do so"; None where nobody is told."""
    slot = next((f.slot for f in match.fillers if f.slot.role is Role.ACTOR), None)
    others = tuple(f for f in match.fillers if f.slot.role is not Role.ACTOR)
    subjects = (matcher.parties.at(t, slot.kinds) for t in syntax.actors(token)) if slot is not None else ()
    acting = next((parties for parties in subjects if parties), ())
    if slot is None or not acting:
        return None
    return match._replace(predicate=token, fillers=(Filler(slot, token, acting), *others))


def without_words_of_others(found: dict[int, list[Match]]) -> dict[int, list[Match]]:
    """The matches without those whose predicate is a word of another's: "support" in "expressed support"."""
    lost: set[int] = set()
    for i, matches in found.items():
        for word in (f.token.i for m in matches for f in m.fillers if f.slot.role is Role.WORDS):
            if word in found:  # of the verb and its noun, the one that asks for more is meant
                verb, noun = max(m.weight for m in matches), max(m.weight for m in found[word])
                lost.add(i if noun > verb else word)
    return {i: matches for i, matches in found.items() if i not in lost}


def predicates(syntax: Syntax) -> Iterator[Token]:
    """The words that may be predicates: all but those of boilerplate."""
    for sentence in syntax.reading.sentences:
        if sentence.kind is not SectionKind.BOILERPLATE:
            yield from syntax.tokens[sentence.first : sentence.last]


def opened(codebook: Codebook, syntax: Syntax, token: Token) -> tuple[Frame, ...]:
    """The frames that a word may open, by its form and its tag."""
    form = repeated_form(syntax, token)
    found: tuple[Frame, ...] = ()
    if syntax.is_verb(token):
        found = codebook.opened_by(form, Category.VERB)
    if (token.tag.startswith("NN") and not in_title(syntax, token)) or gerund(syntax, token):
        found = (*found, *codebook.opened_by(form, Category.NOUN))
    if token.tag.startswith(("JJ", "VB", "RB")):
        found = (*found, *codebook.opened_by(form, Category.ADJECTIVE))
    return found


def in_title(syntax: Syntax, token: Token) -> bool:
    """Whether a noun is a word of a longer proper name: "the United Nations *Operation* in Fiji"; not in a headline."""
    if token.tag not in PROPER or not any(t.tag in PROPER for t in syntax.tokens[max(0, token.i - 1) : token.i]):
        return False
    sentence = syntax.reading.sentences[token.sentence]
    words = [t.text for t in syntax.tokens[sentence.first : sentence.last] if t.text.isalpha()]
    return sum(w[0].islower() for w in words) > len(words) / 2


def repeated_form(syntax: Syntax, token: Token) -> str:
    """A word in lower case, with a "re-" that the tokenizer has cut off: "was re-opened"."""
    before = [t.text.lower() for t in syntax.tokens[max(0, token.i - 2) : token.i]]
    return f"re-{token.text.lower()}" if before == ["re", "-"] else token.text.lower()


def gerund(syntax: Syntax, token: Token) -> bool:
    """Whether a form in -ing is used as a noun: "the severing of ties"."""
    return token.tag == "VBG" and bool(syntax.children(token, "det", "poss"))


def find_embedding(codebook: Codebook, syntax: Syntax, matcher: Matcher, found: dict[int, list[Match]]) -> dict[int, list[Match]]:
    """The matches of predicates with an act in their complement: "refused to recognize …"."""
    embedding: dict[int, list[Match]] = {}
    for i, matches in found.items():
        for match in matches:
            for above in governors(syntax, syntax.tokens[i]):
                for frame in opened(codebook, syntax, above):
                    if frame.embedded == match.frame.act:
                        outer = embed(matcher.match(frame, above), match)
                        if outer is not None:
                            embedding.setdefault(above.i, []).append(outer)
    return embedding


def governors(syntax: Syntax, token: Token) -> Iterator[Token]:
    """The words that a predicate is the complement of, with a preposition between or not."""
    head = syntax.head(token)
    if head is not None and token.dep in {"xcomp", "ccomp", "acl", "pcomp", "advcl", "dobj", "conj"}:
        if head.pos == "ADP":
            head = syntax.head(head)
        if head is not None:
            yield head
            if token.dep == "acl" and head.dep in {"dobj", "nsubjpass"}:  # "reversed its decision to recognize …"
                yield from filter(None, [syntax.head(head)])


def embed(outer: Match | None, inner: Match) -> Match | None:
    """The outer match with the inner one's other fillers lent to it."""
    if outer is None:
        return None
    lent = tuple(f for f in inner.fillers if f.slot.role.value in {"R", "S", "A+R"})
    own = outer.fillers
    if any(f.slot.role is Role.RECIPIENT for f in lent):  # "Fiji and Malta agreed to restore ties with Peru": with it, not together
        own = tuple(replace(f, slot=replace(f.slot, role=Role.ACTOR)) if f.slot.role is Role.BOTH else f for f in own)
    return outer._replace(fillers=(*own, *lent))
