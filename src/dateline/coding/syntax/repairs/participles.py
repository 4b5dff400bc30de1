"""Repairs of participles that stand before a name, or that tell what whoever speaks does as well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.coding.syntax.grammar import Grammar
from dateline.coding.syntax.repairs.tree import Words, attach, below, has_auxiliary, leftmost
from dateline.model import Sentence, Token

OBJECT = frozenset({"dobj", "ccomp", "xcomp", "pobj", "conj", "dative"})
PLACES = frozenset({"GPE", "LOC"})
TIMES = frozenset({"DATE", "TIME"})


def guest(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Makes "visiting" a word of its noun: "held talks with visiting Fijian premier Sam Lee" tells of no visit to Sam Lee."""
    for i in range(sentence.first, sentence.last):
        visiting = words[i]
        if visiting.lemma not in grammar.attributive or visiting.tag != "VBG" or has_auxiliary(words, visiting):
            continue
        person = next((k for k in words.on(i, *OBJECT) if k > i), None)
        if person is None or leftmost(words, person, sentence) > i + 1 or not receives(words[visiting.head], grammar):
            continue
        if words[person].entity in PLACES:  # "looked forward to visiting Fiji"
            continue
        above = words[visiting.head]
        attach(words, person, above.i, "pobj" if above.dep in {"prep", "agent"} else "dobj")
        words[i] = replace(visiting, head=person, dep="amod", tag="JJ")


def visited_place(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Makes "visiting" the verb that it is before a place: "talked of *visiting* Fiji"; Fiji is nobody's guest."""
    for i in range(sentence.first + 1, sentence.last):
        visiting, place = words[i], words[words[i].head]
        gerund = visiting.lemma in grammar.attributive and visiting.tag == "VBG" and visiting.dep == "amod"
        if gerund and place.entity in PLACES and place.dep == "pobj" and place.head == i - 1:
            attach(words, i, i - 1, "pcomp")
            attach(words, place.i, i, "dobj")


def receives(above: Token, grammar: Grammar) -> bool:
    """Whether a guest may stand behind a word: "talks *with* visiting …", "*met* visiting …"; not "before visiting Suva"."""
    return above.text.lower() in grammar.guest_prepositions or above.lemma in grammar.guest_verbs


def voiced_besides(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Takes a participle of speech, or of what saying a thing leads to, out of what is said: "Fiji said the war was over, accusing
    Malta of lying", "Fiji said that it would leave, prompting Malta to protest".
    """
    lemmas = grammar.voicing | grammar.leading
    for i in range(sentence.first + 1, sentence.last):
        participle = words[i]
        speaks = participle.tag == "VBG" and participle.dep == "advcl" and participle.lemma in lemmas
        if not speaks or words[i - 1].text != ",":
            continue
        said = next((a for a in clauses_above(words, participle) if a.lemma in grammar.reporting and a.i < i), None)
        if said is not None and said.i != participle.head:
            attach(words, i, said.i, "advcl")


def robbed_object(words: Words, sentence: Sentence, _grammar: Grammar) -> None:
    """Gives a verb its object back from a participle: "Fiji signed *accords* on Monday ending the war with Malta"."""
    for i in range(sentence.first, sentence.last):
        participle, verb = words[i], words[words[i].head]
        if participle.tag != "VBG" or participle.dep != "advcl" or verb.tag not in {"VBD", "VBZ", "VBP"} or verb.i > i:
            continue
        noun = below(words, i, "nsubj")
        bare = below(words, verb.i, "dobj") is None and not has_auxiliary(words, participle)
        if noun is not None and bare and leftmost(words, noun, sentence) == verb.i + 1:
            attach(words, noun, verb.i, "dobj")
            attach(words, i, noun, "acl")


def handed_object(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Makes an object of what is handed to somebody: "handed the Fijian envoy *a note*"; not of a day ("handed the envoy a note
    *last week*").
    """
    for i in range(sentence.first + 2, sentence.last):
        noun, verb = words[i], words[words[i].head]
        if noun.dep != "npadvmod" or noun.tag not in {"NN", "NNS"} or noun.entity in TIMES or verb.lemma not in grammar.handing:
            continue
        receiver = below(words, verb.i, "dobj")
        if receiver is not None and verb.i < receiver < i and leftmost(words, i, sentence) == receiver + 1:
            attach(words, receiver, verb.i, "dative")
            attach(words, i, verb.i, "dobj")


def told_that(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Frees what is told of those who are told: "told the press *that Fiji had left*": no clause of the press's."""
    for i in range(sentence.first, sentence.last):
        verb, noun = words[i], words[words[i].head]
        said = words[noun.head]
        told = verb.dep in {"relcl", "acl"} and noun.dep == "dobj" and said.lemma in grammar.telling
        mark = below(words, i, "mark") if told else None
        if mark is not None and words[mark].text.lower() == "that" and below(words, i, "nsubj") is not None:
            attach(words, i, said.i, "ccomp")


def clauses_above(words: Words, token: Token) -> Iterator[Token]:
    """The verbs above a word, as long as each is what the next one says or goes along with."""
    above = words[token.head]
    while above.dep in {"ccomp", "conj", "xcomp"} and above.head != above.i:
        above = words[above.head]
        yield above
