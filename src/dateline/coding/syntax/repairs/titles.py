"""Repairs of offices abroad with their holder's name right behind: "Denmark's ambassador to Peru Karen Holst"."""

from __future__ import annotations

from dateline.coding.syntax.grammar import Grammar
from dateline.coding.syntax.repairs.tree import SUBJECTS, Words, attach
from dateline.model import Sentence

PLACES = frozenset({"GPE", "LOC", "NORP"})
NAMES = frozenset({"NNP", "NNPS"})
ABROAD = frozenset({"to", "in", "at"})


def holder_behind_country(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Parts a person's name from the country of the office before it: "the ambassador to *Peru* Karen Holst"."""
    for i in range(sentence.first, sentence.last - 3):
        office, preposition = words[i], words[i + 1]
        if office.lemma.lower() not in grammar.envoys or preposition.text.lower() not in ABROAD:
            continue
        last = end_of_place(words, sentence, i + 2)
        name = words[last].head if last is not None else i
        if last is None or words[last].dep != "compound" or not is_person_behind(words, last, name):
            continue
        for k in (k for k in range(i + 2, last) if words[k].head == name):
            attach(words, k, last, words[k].dep)
        attach(words, last, preposition.i, "pobj")
        attach(words, name, i, "appos")
        if words[preposition.i].head != i and office.dep in SUBJECTS:
            attach(words, preposition.i, i, "prep")


def end_of_place(words: Words, sentence: Sentence, first: int) -> int | None:
    """The last word of the country's name that begins at a word, perhaps behind an article; None where no country stands there."""
    k = first + (words[first].tag == "DT")
    if words[k].entity not in PLACES:
        return None
    while k + 1 < sentence.last and words[k + 1].entity == words[k].entity and words[k + 1].tag in NAMES:
        k += 1
    return k


def is_person_behind(words: Words, place: int, name: int) -> bool:
    """Whether the names between a country and the word on which it hangs, that word included, are a person's."""
    between = (words[k] for k in range(place + 1, name + 1))
    return name > place and words[name].entity == "PERSON" and all(t.tag in NAMES or t.text == "-" for t in between)
