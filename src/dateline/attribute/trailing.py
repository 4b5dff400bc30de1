"""Cues that end their sentences: "[Rome agreed that talks go on], Reuters said"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.attribute.frames import Fit
from dateline.attribute.lexicon import Cue
from dateline.attribute.sources import is_passive
from dateline.attribute.words import is_word
from dateline.model import SectionKind, Token
from dateline.read import Tree

SHORTEST = 3
TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
HEADLINE = frozenset({"TO", "VBN", "VBG"})
"""Verb forms that do for a clause in a headline: "Riyadh and Damascus to reopen embassies, sources say"."""


def trailing(tree: Tree, verb: Token, cue: Cue) -> Fit | None:
    """The clause before a cue that ends its sentence, all of it, whatever the parse says: "[Rome agreed that …], Reuters said"."""
    finite = verb.dep in {"ROOT", "ccomp", "parataxis"} or (verb.dep == "acl" and verb.tag in TENSED) or titled(tree, verb)
    named = name_before(tree, verb)
    if "that" not in cue.frames or not (finite or named) or is_passive(tree, verb) or what_else(tree, verb, cue):
        return None
    first = named or speaker_before(tree, verb)
    sentence = tree.reading.sentences[verb.sentence]
    if any(t.tag in TENSED or t.tag == "TO" for t in tree.tokens[verb.i + 1 : sentence.last]):
        return None
    start = sentence.first
    comma = next((i for i in range((first or verb).i - 1, start, -1) if tree[i].text == ","), None)
    if comma is None or not all(belongs(tree, t, verb, first) for t in tree.tokens[comma + 1 : verb.i]):
        return None
    run = tree.tokens[start:comma]
    verbal = TENSED | HEADLINE if sentence.kind is SectionKind.TITLE else TENSED
    told = len(run) >= SHORTEST and any(t.tag in verbal for t in run)
    return Fit((), clause=True, run=tuple(run), who=named) if told or is_answer(run) else None


def is_answer(run: Sequence[Token]) -> bool:
    """Whether the words before a cue are an answer without a verb: "No, replied the ambassador"; "Not at all, he said"."""
    return bool(run) and is_word(run[0].text, "answers") and len(run) <= SHORTEST


def what_else(tree: Tree, verb: Token, cue: Cue) -> bool:
    """Whether a verb has its content elsewhere: its object is none where it is told, or speaks: "No, replied [the envoy]"."""
    person = answers(tree, verb) or is_word(cue.name, "addressed")
    deps = ("attr", "xcomp") if person else ("dobj", "attr", "xcomp")
    return tree.child(verb, *deps) is not None


def answers(tree: Tree, verb: Token) -> list[Token]:
    """The words before a cue that are an answer by themselves, set off by a comma: "No, said the envoy", no "will never say"."""
    before = [c for c in tree.children(verb, "intj", "neg", "advmod") if c.i < verb.i and is_word(c.text, "answers")]
    return [c for c in before if tree[c.i + 1].text == ","]


def titled(tree: Tree, verb: Token) -> bool:
    """Whether the parse tears a speaker's name from what it is: "…, the official agency [APS said]"."""
    who, above = tree.child(verb, "nsubj"), tree.head(verb)
    return (
        verb.dep == "relcl"
        and verb.tag in TENSED
        and who is not None
        and above is not None
        and (who.i, verb.i) == (above.i + 1, above.i + 2)
    )


def name_before(tree: Tree, verb: Token) -> Token | None:
    """The speaker between commas before a cue whom the parse hangs on the clause: "…, a spokeswoman, [Jo Berg], told AFP"."""
    own, above = tree.child(verb, "nsubj"), tree.head(verb)
    if tree[verb.i - 1].text == "," and own and own.i < verb.i:
        return taken_for_name(tree, own, verb)
    if verb.dep != "conj" or above is None or own or any(above.i < c.i < verb.i for c in tree.children(above, "cc")):
        return None
    name = tree[verb.i - 2]
    if tree[verb.i - 1].text != "," or name.pos != "PROPN" or verb.tag not in TENSED:
        return unnamed_before(tree, verb)
    office = tree[name.head]
    return office if name.dep == "appos" and office.pos in {"NOUN", "PROPN"} and above.i < office.i < name.i else name


def taken_for_name(tree: Tree, own: Token, verb: Token) -> Token | None:
    """The office that passes for another name of the clause's object: "Malta knows one China, its [minister], Jo Berg, wrote"."""
    office = tree.child(own, "appos")
    name = tree.child(office, "appos") if office else None
    clause = any(t.tag in TENSED for t in tree.tokens[tree.reading.sentences[verb.sentence].first : own.i])
    return office if clause and name and name.i == verb.i - 2 and name.pos == "PROPN" and tree[own.i + 1].text == "," else None


def unnamed_before(tree: Tree, verb: Token) -> Token | None:
    """The one described before a cue: "…, a [source] who asked not to be named told AFP"."""
    for noun in (t for t in tree.ancestors(tree[verb.i - 1]) if t.dep == "appos" and tree.child(t, "relcl")):
        words = tree.subtree(noun)
        if words[-1].i == verb.i - 1 and words[0].i and tree[words[0].i - 1].text == "," and tree.child(verb, "dobj", "dative"):
            return noun
    return None


def speaker_before(tree: Tree, verb: Token) -> Token | None:
    """The noun right before a cue that ends its sentence; the parse may hang the cue on it, though it is no participle."""
    if verb.dep == "acl" and verb.tag in TENSED:
        return tree.head(verb)
    return next((s for s in reversed(tree.children(verb, "nsubj")) if s.i < verb.i), None)


def belongs(tree: Tree, token: Token, verb: Token, first: Token | None) -> bool:
    """Whether a token between comma and cue is part of the speaker's name or of the cue."""
    if token.head == verb.i or token.pos not in {"VERB", "AUX", "ADP"}:
        return True
    return first is not None and first in tree.ancestors(token)
