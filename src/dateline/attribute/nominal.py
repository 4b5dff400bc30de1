"""Cues that are nouns and adjectives: "the minister's claim that …", "officials were confident that …"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.attribute.depth import within_reach
from dateline.attribute.draft import Draft
from dateline.attribute.frames import Fit, is_infinitive, phrase
from dateline.attribute.lexicon import Cue, Lexicon
from dateline.attribute.sources import source_tokens, subject
from dateline.attribute.spans import spans_of
from dateline.attribute.words import is_word
from dateline.model import Form, Polarity, Token
from dateline.read import Tree


def find_nominals(tree: Tree, lexicon: Lexicon) -> Iterator[Draft]:
    """The attributions by nouns and adjectives."""
    for token in within_reach(tree):
        if token.pos == "NOUN" or (token.dep == "nsubj" and token.tag == "NNP"):
            if lexicon.of("noun", token.lemma.lower()) and not on_paper_of(tree, token, lexicon):
                yield from by_noun(tree, token, lexicon)
        elif token.pos in {"ADJ", "VERB"} and token.dep in {"acomp", "oprd"}:
            yield from by_adjective(tree, token, lexicon)


def on_paper_of(tree: Tree, noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is only the paper in which a verb says something: "said in a statement that they agreed"."""
    above = tree.head(noun)
    verb = tree.head(above) if above and noun.dep == "pobj" else None
    return verb is not None and any("that" in cue.frames for cue in lexicon.of("verb", verb.lemma.lower()))


def by_noun(tree: Tree, noun: Token, lexicon: Lexicon) -> Iterator[Draft]:
    """The attribution by a noun, by the first of its frames that fits."""
    for cue in lexicon.of("noun", noun.lemma.lower()):
        found = noun_fit(tree, noun, cue.frames)
        if found:
            head = owner(tree, noun, found)
            draft = made(tree, noun, cue, head, [noun, *found.joined], found, cue.cls.polarity)
            spread = any(t.pos == "VERB" for t in found.joined)
            if draft and (head or spread or found.parts[0].dep == "acl"):
                yield draft
            return


def noun_fit(tree: Tree, noun: Token, frames: frozenset[str]) -> Fit | None:
    """The content of a noun: a clause, an infinitive, or what its preposition brings."""
    for clause in tree.children(noun, "acl", "ccomp", "relcl", "xcomp"):
        if "that" in frames and clause.dep in {"acl", "ccomp"} and tree.child(clause, "mark"):
            return Fit((clause,))
        if "to do" in frames and is_infinitive(tree, clause):
            return Fit((clause,))
    if "that" in frames and (found := spreading(tree, noun)):
        return found
    for name in sorted(frames - {"that", "to do"}):
        part = phrase(tree, noun, name)
        if part and tree.children(part):
            return Fit((part,), (part,))
    return None


def spreading(tree: Tree, noun: Token) -> Fit | None:
    """The clause behind a verb that only says how the words went round: "Word spread [that the envoy was dead]"."""
    verb = tree.head(noun)
    if verb is None or noun.dep != "nsubj" or not is_word(verb.lemma, "spreading"):
        return None
    clauses = tree.children(verb, "ccomp", "advcl", "acl")
    return next((Fit((c,), (verb,)) for c in clauses if any(m.text.lower() == "that" for m in tree.children(c, "mark"))), None)


def owner(tree: Tree, noun: Token, found: Fit) -> Token | None:
    """Whose claim it is: the possessor, who stands behind "by" or "from", or the subject of a verb that only carries the noun."""
    possessor = tree.child(noun, "poss")
    if possessor:
        return possessor
    for name in ("by", "from", "among"):
        agent = phrase(tree, noun, name)
        if agent and agent not in found.parts and (who := tree.child(agent, "pobj")):
            return who
    above = tree.head(noun)
    light = above is not None and noun.dep == "dobj" and is_word(above.lemma, "light")
    return subject(tree, above) if light and above else None


def by_adjective(tree: Tree, adjective: Token, lexicon: Lexicon) -> Iterator[Draft]:
    """The attribution by an adjective with its copula."""
    copula = tree.head(adjective)
    if copula is None or not is_word(copula.lemma, "copulas"):
        return
    for cue in lexicon.of("adjective", adjective.text.lower()):
        found = adjective_fit(tree, adjective, copula, cue.frames)
        head = subject(tree, copula)
        if found and head and head not in found.parts and head.text.lower() not in {"it", "there", "this", "that"}:
            words = [*(t for t in tree.children(copula, "aux", "neg")), copula, adjective, *found.joined]
            draft = made(tree, copula, cue, head, words, found, polarity(tree, copula, cue))
            if draft:
                yield draft
            return


def adjective_fit(tree: Tree, adjective: Token, copula: Token, frames: frozenset[str]) -> Fit | None:
    """The content of an adjective, which the parse hangs on it or on its copula."""
    for above in (adjective, copula):
        for clause in tree.children(above, "ccomp", "xcomp"):
            if ("to do" if is_infinitive(tree, clause) else "that") in frames:
                return Fit((clause,))
    for name in sorted(frames - {"that", "to do"}):
        found = phrase(tree, adjective, name)
        if found and tree.children(found):
            return Fit((found,), (found,))
    return None


def polarity(tree: Tree, copula: Token, cue: Cue) -> Polarity:
    """The polarity of the content: denied by "is not sure that"."""
    negated = tree.child(copula, "neg") is not None
    return Polarity.NEGATIVE if negated != (cue.cls.polarity is Polarity.NEGATIVE) else Polarity.POSITIVE


def made(tree: Tree, at: Token, cue: Cue, head: Token | None, words: list[Token], found: Fit, sign: Polarity) -> Draft | None:
    """The draft with its spans."""
    reserved = frozenset(t.i for t in words)
    inside = frozenset(t.i for p in found.parts for t in tree.subtree(p))
    source = source_tokens(tree, head, reserved | inside) if head else []
    content = spans_of([t for p in found.parts for t in tree.subtree(p) if t.i not in reserved])
    if not content:
        return None
    where = head.i if head else None
    return Draft(cue, at.i, where, spans_of(source), spans_of(words), content, Form.INDIRECT, sign, finder="nominal")
