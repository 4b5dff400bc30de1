"""What repairs do with a sentence's tree: look below a word, to its left, and hang it elsewhere."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Sentence, Token

Words = list[Token]
LONGEST = 500  # steps up a tree: parsers nest long enumerations deep
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
MODIFIERS = frozenset({"compound", "amod", "det", "poss", "case", "nmod", "nummod", "punct", "advmod", "appos"})


def attach(words: Words, i: int, head: int, dep: str) -> None:
    """Hangs a word on another one; not where that would close a ring."""
    above, seen = head, 0
    while words[above].head != above and above != i and seen < LONGEST:
        above, seen = words[above].head, seen + 1
    if above != i:
        words[i] = replace(words[i], head=head, dep=dep)


def below(words: Words, sentence: Sentence, head: int, dep: str) -> int | None:
    """The first word with a label that hangs on another one."""
    return next(
        (k for k in range(sentence.first, sentence.last) if words[k].head == head and words[k].dep == dep and k != head), None
    )


def leftmost(words: Words, i: int, sentence: Sentence) -> int:
    """The first word of the noun phrase before and with a word: its unbroken modifiers to the left."""
    while i > sentence.first and (words[i - 1].head >= i - 1 and words[i - 1].dep in MODIFIERS):
        i -= 1
    return i


def leftmost_head(words: Words, i: int, sentence: Sentence) -> int:
    """The head of the name that begins with a word."""
    while words[i].dep == "compound" and i < words[i].head < sentence.last:
        i = words[i].head
    return i


def has_subject(words: Words, verb: int, first: int) -> bool:
    """Whether a subject hangs on the verb, counted from a word before it."""
    return any(words[k].head == verb and words[k].dep in SUBJECTS for k in range(first, verb))


def has_auxiliary(words: Words, verb: Token, sentence: Sentence) -> bool:
    """Whether an auxiliary hangs on the verb."""
    return any(words[k].head == verb.i and words[k].dep in {"aux", "auxpass"} for k in range(sentence.first, verb.i))


def infinitive(words: Words, verb: Token, sentence: Sentence) -> bool:
    """Whether "to" stands with the verb, perhaps with "have" between."""
    return any(words[k].head == verb.i and words[k].tag == "TO" for k in range(max(sentence.first, verb.i - 4), verb.i))
