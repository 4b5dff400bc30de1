"""What repairs do with a sentence's tree: look below a word, to its left, and hang it elsewhere."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import replace
from heapq import merge
from typing import SupportsIndex

from dateline.model import Sentence, Token

LONGEST = 500  # steps up a tree: parsers nest long enumerations deep
FINITE = frozenset({"VBD", "VBZ", "VBP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
MODIFIERS = frozenset({"compound", "amod", "det", "poss", "case", "nmod", "nummod", "punct", "advmod", "appos"})


class Words(list[Token]):
    """The words of a reading, which know what hangs on each, also as they are hung elsewhere: to ask costs no walk through a
    sentence, which may be as long as its text.
    """

    def __init__(self, tokens: Iterable[Token]) -> None:
        super().__init__(tokens)
        self.below: dict[int, list[int]] = {}
        self.labelled: dict[int, dict[str, list[int]]] = {}
        self.replaced: list[Token] = []
        for token in self:
            self.below.setdefault(token.head, []).append(token.i)

    def hung(self, head: int) -> dict[str, list[int]]:
        """The words that hang on another one, a root on itself too, by their labels; sorted once asked for."""
        if head not in self.labelled:
            labelled: dict[str, list[int]] = {}
            for i in self.below.get(head, ()):
                labelled.setdefault(self[i].dep, []).append(i)
            self.labelled[head] = labelled
        return self.labelled[head]

    def __setitem__(self, i: SupportsIndex, token: Token) -> None:  # type: ignore[override]  # one word at a time
        old = self[i]
        if (old.head, old.dep) != (token.head, token.dep):
            places = self.hung(old.head)[old.dep]
            del places[bisect_left(places, old.i)]
            insort(self.hung(token.head).setdefault(token.dep, []), token.i)
        self.replaced.append(old)
        super().__setitem__(i, token)

    def on(self, head: int, *deps: str) -> list[int]:
        """The words that hang on another one, all or those with one of the labels, from left to right; no root on itself."""
        hung = self.hung(head)
        rows = [places for dep in deps or hung if (places := hung.get(dep))]
        return [k for k in (merge(*rows) if len(rows) > 1 else (k for row in rows for k in row)) if k != head]

    def undo(self, since: int) -> None:
        """Takes back what was replaced since so many words had been."""
        while len(self.replaced) > since:
            old = self.replaced.pop()
            self[old.i] = old
            self.replaced.pop()


def attach(words: Words, i: int, head: int, dep: str) -> None:
    """Hangs a word on another one; not where that would close a ring."""
    above, seen = head, 0
    while words[above].head != above and above != i and seen < LONGEST:
        above, seen = words[above].head, seen + 1
    if above != i:
        words[i] = replace(words[i], head=head, dep=dep)


def below(words: Words, head: int, dep: str) -> int | None:
    """The first word with a label that hangs on another one."""
    return next((k for k in words.hung(head).get(dep, ()) if k != head), None)


def leftmost(words: Words, i: int, sentence: Sentence) -> int:
    """The first word of the noun phrase before and with a word: its unbroken modifiers to the left."""
    while i > sentence.first and is_modifier(words[i - 1]):
        i -= 1
    return i


def is_modifier(word: Token) -> bool:
    """Whether a word is a part of the phrase of a noun behind it."""
    return word.head >= word.i and word.dep in MODIFIERS


def leftmost_head(words: Words, i: int, sentence: Sentence) -> int:
    """The head of the name that begins with a word."""
    while words[i].dep == "compound" and i < words[i].head < sentence.last:
        i = words[i].head
    return i


def has_subject(words: Words, verb: int, first: int) -> bool:
    """Whether a subject hangs on the verb, counted from a word before it."""
    return any(first <= k < verb for k in words.on(verb, *SUBJECTS))


def has_auxiliary(words: Words, verb: Token) -> bool:
    """Whether an auxiliary hangs on the verb."""
    return any(k < verb.i for k in words.on(verb.i, "aux", "auxpass"))


def infinitive(words: Words, verb: Token, sentence: Sentence) -> bool:
    """Whether "to" stands with the verb, perhaps with "have" between."""
    return any(words[k].head == verb.i and words[k].tag == "TO" for k in range(max(sentence.first, verb.i - 4), verb.i))
