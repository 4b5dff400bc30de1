"""Who the parse says is speaking: the subject of a cue, or the agent of a passive one."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.attribute.words import is_word
from dateline.model import Token
from dateline.read import Tree

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
SHARED = frozenset({"conj", "advcl", "xcomp", "ccomp", "dep", "parataxis", "pcomp"})
"""Relations in which a verb without a subject of its own borrows that of the verb above ("… and added that")."""
MAX_CLIMB = 6
QUOTES = frozenset({"``", "''"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks by a verb, through whom, and the words that belong to the cue beside the verb."""

    head: Token | None
    through: Token | None = None
    joined: tuple[Token, ...] = ()


def voice(tree: Tree, verb: Token) -> Voice:
    """The source of a verb; with "quoted as saying" the one quoted, and the quoting one as the way of the words."""
    quoting = quoting_verb(tree, verb)
    if quoting is None:
        return Voice(source_of(tree, verb))
    parts = (quoting, *(t for t in tree.children(quoting, "prep") if t.text.lower() == "as"))
    said = tuple(t for p in parts for t in tree.children(p, "pcomp"))
    joined = tuple(t for t in (*parts, *said) if t.i != verb.i)
    if is_passive(tree, quoting):
        by = next((a for v in (quoting, *said) if (a := agent(tree, v))), None)
        return Voice(next(iter(reversed(tree.children(quoting, "nsubjpass"))), None), by, joined)
    return Voice(tree.child(quoting, "dobj"), subject(tree, quoting), joined)


def quoting_verb(tree: Tree, verb: Token) -> Token | None:
    """The verb of quoting where this is it, or the gerund that belongs to it: "quoted … as saying"."""
    above = tree.head(verb)
    if verb.dep == "pcomp" and above and above.text.lower() == "as":
        over = tree.head(above)
        return over if over and is_word(over.lemma, "quoting") else None
    return verb if is_word(verb.lemma, "quoting") and has_gerund(tree, verb) else None


def has_gerund(tree: Tree, verb: Token) -> bool:
    """Whether "as saying", or the like, hangs on a verb."""
    return bool(gerunds(tree, verb))


def gerunds(tree: Tree, verb: Token) -> list[Token]:
    """The gerunds behind "as" below a verb."""
    return [g for c in tree.children(verb, "prep") if c.text.lower() == "as" and (g := tree.child(c, "pcomp"))]


def is_passive(tree: Tree, verb: Token) -> bool:
    """Whether a verb is passive: "was told", or a bare participle as in "asked about it, he said"."""
    if tree.child(verb, "auxpass", "nsubjpass"):
        return True
    if verb.tag != "VBN" or tree.child(verb, "aux", "nsubj") or (verb.dep == "acl" and tree.child(verb, "ccomp")):
        return False
    if verb.dep == "conj" and verb.head != verb.i:
        return is_passive(tree, tree[verb.head])
    return verb.dep in {"acl", "advcl", "amod", "relcl", "ROOT"}


def source_of(tree: Tree, verb: Token) -> Token | None:
    """The head of the source of a verb: its subject, or in the passive its agent."""
    if is_passive(tree, verb):
        return agent(tree, verb)
    return subject(tree, verb)


def agent(tree: Tree, verb: Token) -> Token | None:
    """The head of a "by …" phrase."""
    by = next((c for c in tree.children(verb, "agent", "prep") if c.text.lower() == "by"), None)
    return tree.child(by, "pobj") if by else None


def subject(tree: Tree, verb: Token) -> Token | None:
    """The subject of a verb, its own or the one that it shares with a verb above; "it" that stands for nothing is none."""
    for _ in range(MAX_CLIMB):
        own = tree.children(verb, *SUBJECTS)
        if own:
            return next((s for s in reversed(own) if s.i < verb.i), own[0])
        above = tree.head(verb)
        stray = stray_subject(tree, verb)
        if stray or above is None or tree.child(verb, "expl"):
            return stray
        if verb.dep in {"acl", "relcl"} and above.pos in {"NOUN", "PROPN", "PRON"}:
            return above
        if verb.dep == "xcomp" and controlled(tree, above):
            return tree.child(above, "dobj")
        if verb.dep not in SHARED and not (verb.dep == "prep" and tree.child(verb, "pcomp")):
            return None
        verb = above
    return None


def stray_subject(tree: Tree, verb: Token) -> Token | None:
    """A name before the verb to which the parse gives an odd label, as it does where a participle stands between."""
    odd = tree.children(verb, "advcl", "dep", "npadvmod", "parataxis")
    found = next((c for c in odd if c.i < verb.i and c.pos in {"PROPN", "PRON"} and c.entity not in {"DATE", "TIME"}), None)
    joined = tree.children(verb, "compound") if verb.tag in {"VBZ", "VBD"} else ()  # "The junta disputes that": a noun to the parse
    return found or next((c for c in reversed(joined) if c.i == verb.i - 1), None)


def controlled(tree: Tree, above: Token) -> bool:
    """Whether the object of the verb above is the subject of its infinitive ("urged him to say"), as it is save with "promise"."""
    return tree.child(above, "dobj") is not None and not is_word(above.lemma, "subjectless_control")


def source_tokens(tree: Tree, head: Token, without: frozenset[int]) -> list[Token]:
    """The words of a source: the noun phrase on its head, without the words of cue and content, and without a date that the
    parse hangs on it ("said party leader Jane Doe, Wednesday").
    """
    dates = {t.i for c in tree.children(head, "appos", "npadvmod") if c.entity in {"DATE", "TIME"} for t in tree.subtree(c)}
    kept = [t for t in tree.subtree(head) if t.i not in without and t.i not in dates]
    while kept and kept[0].tag in QUOTES:
        del kept[0]
    while kept and kept[-1].tag in QUOTES:
        del kept[-1]
    return kept


def is_negated(tree: Tree, verb: Token) -> bool:
    """Whether a verb is denied: "did not say", "neither confirmed nor denied", "nobody said", "no official said"."""
    if tree.child(verb, "neg") or any(is_word(c.text, "neither") for c in tree.children(verb, "preconj", "cc") if c.i < verb.i):
        return True
    above = tree.head(verb)
    if verb.dep == "conj" and above and any(c.text.lower() == "nor" for c in tree.children(above, "cc")):
        return True
    who = subject(tree, verb)
    if who is None:
        return False
    before = [c.text.lower() for c in tree.children(who, "det", "amod")]
    return is_word(who.text, "nobody") or ("a" not in before and any(is_word(w, "nobody") for w in before))
