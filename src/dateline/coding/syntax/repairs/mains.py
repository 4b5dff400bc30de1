"""Repair of main clauses that the parser takes for a part of the clause before them."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.syntax.grammar import Grammar
from dateline.coding.syntax.repairs.tree import FINITE, Words, below, has_auxiliary, leftmost
from dateline.model import Sentence, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})


def main_after_clause(words: Words, sentence: Sentence, _grammar: Grammar) -> None:
    """Makes the clause behind a fronted one the main clause: "On Friday, two days after it expelled the envoy, Fiji closed …"."""
    root = next((w for w in words[sentence.first : sentence.last] if w.head == w.i), None)
    mark = opener(words, root) if root else None
    main = swallowed(words, sentence, root) if root and mark else None
    if root is None or mark is None or main is None:
        return
    words[main.i] = replace(main, head=main.i, dep="ROOT")
    words[root.i] = replace(root, head=main.i, dep="advcl")
    comma = next((k for k in range(mark.i - 1, sentence.first - 1, -1) if words[k].text == ","), -1)
    for k in words.on(root.i, "prep", "npadvmod", "advmod"):
        if k <= comma and k != mark.i - 1:
            words[k] = replace(words[k], head=main.i)


def opener(words: Words, root: Token) -> Token | None:
    """The conjunction that opens the clause of a root, which therefore is none."""
    first = below(words, root.i, "mark")
    return words[first] if first is not None and first < root.i else None


def swallowed(words: Words, sentence: Sentence, root: Token) -> Token | None:
    """The finite verb with a subject of its own behind a comma that was taken for a relative clause without its pronoun."""
    for verb in words[root.i + 1 : sentence.last]:
        if verb.dep not in {"relcl", "ccomp", "parataxis"} or not (verb.tag in FINITE or has_auxiliary(words, verb)):
            continue
        own = [words[k] for k in words.on(verb.i) if root.i < k < verb.i]
        subject = next((w for w in own if w.dep in SUBJECTS), None)
        if subject is None or any(w.tag in RELATIVE or w.dep == "mark" for w in (*own, subject)):
            continue
        if words[leftmost(words, subject.i, sentence) - 1].text == ",":
            return verb
    return None
