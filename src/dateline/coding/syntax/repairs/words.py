"""Repairs of words that the tokenizer has cut in pieces."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from dateline.coding.syntax.grammar import Grammar
from dateline.coding.syntax.repairs.tree import SUBJECTS, Words
from dateline.model import Sentence, Token


def cut_off_prefix(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Gives the place of a "re-" that was cut off to its verb: "relations were re-established"."""
    for i in range(sentence.first, sentence.last - 2):
        prefix, dash, verb = words[i : i + 3]
        if (prefix.text.lower(), dash.text) != ("re", "-"):
            continue
        lemma = grammar.repeated.get(verb.text.lower())
        if lemma is not None and verb.dep == "amod" and prefix.tag.startswith("VB"):  # "Fiji re-established relations"
            noun = words[verb.head]
            words[noun.i] = replace(noun, head=i, dep="dobj")
            verb = words[i + 2] = replace(verb, head=i, dep="dep", lemma=lemma, tag="VBD", pos="VERB")
        if verb.tag.startswith("VB"):
            join(words, range(i, i + 3), verb)
            raise_participle(words, i + 2)


def join(words: Words, pieces: range, verb: Token) -> None:
    """Makes a verb the head of its pieces, and of what hangs on them or, as a subject, on their auxiliary."""
    outside = (words[k] for k in pieces if words[k].head not in pieces or words[k].head == k)
    place = next((t for t in outside if t.head == t.i or words[t.head].head not in pieces), verb)  # not their own auxiliary's
    lower = {k for piece in pieces for k in words.on(piece) if k not in pieces}
    auxiliaries = {k for k in lower if words[k].pos == "AUX" and k < pieces.start}
    lower |= {k for auxiliary in auxiliaries for k in words.on(auxiliary, *SUBJECTS)}
    for k in lower:
        words[k] = replace(words[k], head=verb.i, dep=passive_label(words[k].dep, verb.tag, auxiliaries))
    for k in pieces:
        words[k] = replace(words[k], head=verb.i, dep="punct")
    words[verb.i] = replace(verb, head=verb.i if place.head in pieces else place.head, dep=place.dep)


def passive_label(dep: str, tag: str, auxiliaries: Collection[int]) -> str:
    """The label of a verb's dependent once the verb is known for a participle."""
    return "nsubjpass" if dep == "nsubj" and tag == "VBN" and auxiliaries else dep


def raise_participle(words: Words, i: int) -> None:
    """Puts a participle that was taken for a predicate adjective over its auxiliary: "the embassy was re-opened"."""
    participle, auxiliary = words[i], words[words[i].head]
    if participle.tag != "VBN" or participle.dep != "acomp" or auxiliary.pos != "AUX" or auxiliary.i > i:
        return
    for k in words.on(auxiliary.i):
        if k != i:
            words[k] = replace(words[k], head=i, dep=passive_label(words[k].dep, participle.tag, {auxiliary.i}))
    words[i] = replace(participle, head=i if auxiliary.head == auxiliary.i else auxiliary.head, dep=auxiliary.dep)
    words[auxiliary.i] = replace(auxiliary, head=i, dep="auxpass")


def subject_on_auxiliary(words: Words, sentence: Sentence, _grammar: Grammar) -> None:
    """Hangs a subject on its verb that hangs on the verb's auxiliary: "The embassy at Suva was closed"."""
    for i in range(sentence.first, sentence.last):
        subject, auxiliary = words[i], words[words[i].head]
        verb = words[auxiliary.head]
        if subject.dep in {"nsubj", "nsubjpass"} and auxiliary.dep in {"aux", "auxpass"} and i < auxiliary.i < verb.i:
            label = passive_label(subject.dep, verb.tag, {auxiliary.i} if auxiliary.dep == "auxpass" else ())
            words[i] = replace(subject, head=verb.i, dep=label)
