"""Repairs of participles that the parser hangs on whoever speaks, or on the person written to."""

from __future__ import annotations

from dateline.coding.syntax.grammar import Grammar
from dateline.coding.syntax.repairs.tree import SUBJECTS, Words, attach, below, has_auxiliary, leftmost
from dateline.model import Sentence


def inverted_subject(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Frees a speaker of a participle: "Fiji left, said its envoy Sam Lee, Monday, becoming …"."""
    for i in range(sentence.first, sentence.last):
        word, verb = words[i], words[words[i].head]
        if word.dep not in SUBJECTS or verb.tag != "VBG" or i > verb.i or has_auxiliary(words, verb):
            continue
        left = leftmost(words, i, sentence)
        said = words[left - 1] if left > sentence.first else word
        if said.lemma in grammar.reporting and said.tag.startswith("VB") and said.i != verb.i:
            told = told_before(words, said.i)
            attach(words, verb.i, said.i if told is None else told, "advcl")
            attach(words, i, said.i, "nsubj")


def reported_participle(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Takes a participle from an inverted verb of saying: "Fiji left, said Sam Lee, becoming …": Fiji became it."""
    for i in range(sentence.first, sentence.last):
        participle, said = words[i], words[words[i].head]
        if participle.tag != "VBG" or participle.dep != "advcl" or said.lemma not in grammar.reporting or said.i > i:
            continue
        told = told_before(words, said.i)
        inverted = any(said.i < k < i for k in words.on(said.i, *SUBJECTS))
        if told is not None and inverted:
            attach(words, i, told, "advcl")


def told_before(words: Words, said: int) -> int | None:
    """The verb of what is told before a verb of saying."""
    return next((k for k in words.on(said, "ccomp") if k < said), None)


def paper_participle(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Gives a participle back to its paper: "sent a letter to the president recognizing …"."""
    for i in range(sentence.first, sentence.last):
        participle, noun = words[i], words[words[i].head]
        if participle.tag != "VBG" or participle.dep != "acl" or noun.dep != "pobj" or noun.lemma.lower() in grammar.instruments:
            continue
        verb = words[noun.head].head
        paper = below(words, verb, "dobj") if words[verb].tag.startswith("VB") else None
        if paper is not None and words[paper].lemma.lower() in grammar.instruments:
            attach(words, i, paper, "acl")
