"""Repairs of infinitives that tell what the members of a row did: "the third country, after A and B, to recognize C"."""

from __future__ import annotations

from dateline.coding.syntax.grammar import Grammar
from dateline.coding.syntax.repairs.tree import SUBJECTS, Words, attach, has_subject, infinitive, leftmost
from dateline.model import Sentence, Token

FAR = 16  # words between the noun of a row and its infinitive


def row_infinitive(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Hangs an infinitive on its "country": "it is the third country, after A and B, to recognize C"."""
    for i in range(sentence.first, sentence.last):
        verb = words[i]
        if not of_row(words, verb, sentence, grammar):
            continue
        if has_subject(words, i, sentence.first):
            before = preposition_of_others(words, sentence, i)
            if before is None:
                continue
            free_subject(words, sentence, i, before)
        noun = row_noun(words, sentence, i, grammar)
        if noun is not None and (words[i].head, words[i].dep) != (noun, "acl"):
            for k in range(noun + 1, i):
                if words[k].head == i and words[k].dep == "mark" and words[k].tag == "IN":
                    attach(words, k, noun, "prep")
            attach(words, i, noun, "acl")


def of_row(words: Words, verb: Token, sentence: Sentence, grammar: Grammar) -> bool:
    """Whether a word is an infinitive that no verb asks for."""
    governed = verb.dep == "xcomp" and words[verb.head].lemma not in grammar.copulas
    return verb.tag in {"VB", "VBN", "VBP", "VBD"} and infinitive(words, verb, sentence) and not governed


def preposition_of_others(words: Words, sentence: Sentence, verb: int) -> int | None:
    """The preposition of those who came before, where they were made the verb's subject: "second after Peru to …"."""
    before = leftmost(words, subject_of(words, sentence, verb), sentence) - 1
    return before if before >= sentence.first and words[before].text.lower() in {"after", "behind", "besides"} else None


def subject_of(words: Words, sentence: Sentence, verb: int) -> int:
    """The first subject of a verb that has one."""
    return next(k for k in words.on(verb, *SUBJECTS) if sentence.first <= k < verb)


def free_subject(words: Words, sentence: Sentence, verb: int, preposition: int) -> None:
    """Hangs the verb's subject on the preposition before it."""
    attach(words, subject_of(words, sentence, verb), preposition, "pobj")


def row_noun(words: Words, sentence: Sentence, verb: int, grammar: Grammar) -> int | None:
    """The nearest "third country" to the left with no finite verb between, or none."""
    for k in range(verb - 1, max(sentence.first - 1, verb - FAR), -1):
        word = words[k]
        if word.tag in {"VBD", "VBZ", "VBP", "MD"}:
            return None
        if word.lemma.lower() in grammar.class_nouns and is_row(words, k, sentence, grammar):
            return k
    return None


def is_row(words: Words, noun: int, sentence: Sentence, grammar: Grammar) -> bool:
    """Whether an ordinal stands before the noun: "the third U.N. member state"."""
    before = words[max(sentence.first, noun - 4) : noun]
    return any(w.text.lower() in grammar.ordinals or ordinal_number(w.text) for w in before)


def ordinal_number(text: str) -> bool:
    """Whether the word is like "22nd"."""
    return len(text) > 2 and text[:-2].isdigit() and text[-2:].lower() in {"st", "nd", "rd", "th"}
