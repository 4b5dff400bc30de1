"""Repairs of offices with their holder behind: "Denmark's ambassador to Peru Karen Holst", "the minister, Ann Vella, and"."""

from __future__ import annotations

from dateline.coding.syntax.grammar import Grammar
from dateline.coding.syntax.repairs.tree import SUBJECTS, Words, attach, below, leftmost
from dateline.model import Sentence, Token

PLACES = frozenset({"GPE", "LOC", "NORP"})
NAMES = frozenset({"NNP", "NNPS"})
ABROAD = frozenset({"to", "in", "at"})
STEPS = 7  # from a holder's name up to the office: "the minister of trade and industry of Peru, Ana Rios"


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


def holder_behind_comma(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Makes a person between commas the holder of the office before, not the second of a row: "signed by the minister of trade of
    Peru, *Ana Rios*, and Kenya's minister".
    """
    for i in range(sentence.first + 3, sentence.last - 2):
        name = words[i]
        row = name.dep == "conj" and name.entity == "PERSON" and words[i + 1].text == "," and words[i + 2].text.lower() == "and"
        first = leftmost(words, i, sentence) if row else sentence.first
        if first == sentence.first or words[first - 1].text != ",":
            continue
        office = office_above(words, name, grammar)
        if office is None or below(words, office, "appos") is not None or words.on(i, "case", "poss"):
            continue
        for k in words.on(i, "conj"):
            attach(words, k, office, "conj")
        attach(words, i, office, "appos")


def office_above(words: Words, name: Token, grammar: Grammar) -> int | None:
    """The office before a name on whose words the name hangs: "the *minister* of trade of Peru, Ana Rios"."""
    above = words[name.head]
    for _ in range(STEPS):
        if above.tag not in {"NN", "NNP", "IN"} or above.i > name.i:
            return None
        if above.lemma.lower() in grammar.envoys:
            return above.i
        above = words[above.head]
    return None


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
