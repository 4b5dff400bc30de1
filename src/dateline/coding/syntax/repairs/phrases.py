"""Repairs of noun phrases: names of missions, "up to", subjects side by side in headlines."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.syntax.grammar import Grammar
from dateline.coding.syntax.repairs.tree import Words, attach, leftmost_head
from dateline.model import Sentence


def mission_name(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Makes a mission the head of its city: "Embassy Suva was opened"."""
    for i in range(sentence.first, sentence.last - 1):
        mission, city = words[i], words[i + 1]
        if mission.lemma.lower() not in grammar.missions or mission.dep != "compound" or mission.head != i + 1 or city.tag != "NNP":
            continue
        words[i] = replace(mission, head=city.head if city.head != city.i else i, dep=city.dep)
        words[i + 1] = replace(city, head=i, dep="nmod")
        for k in range(sentence.first, sentence.last):
            if words[k].head == city.i and k not in {i, city.i}:
                words[k] = replace(words[k], head=i)


def up_to(words: Words, sentence: Sentence, _grammar: Grammar) -> None:
    """Frees a counted object of "up to": "arrested up to 16 students"."""
    for i in range(sentence.first + 1, sentence.last - 2):
        up, to, number = words[i], words[i + 1], words[i + 2]
        noun = words[number.head]
        if (up.text, to.text) != ("up", "to") or number.tag != "CD" or (noun.dep, noun.head) != ("pobj", to.i):
            continue
        verb = words[up.head]
        if verb.tag.startswith("VB"):
            attach(words, noun.i, verb.i, "dobj")
            words[up.i] = replace(up, head=number.i, dep="quantmod")
            words[to.i] = replace(to, head=number.i, dep="quantmod")


def listed_subjects(words: Words, sentence: Sentence, _grammar: Grammar) -> None:
    """Makes two subjects of a headline one: "Fiji, Malta agree to resume relations"."""
    for i in range(sentence.first, sentence.last - 2):
        first, comma, second = words[i], words[i + 1], words[leftmost_head(words, i + 2, sentence)]
        pair = first.dep == second.dep == "nsubj" and first.head == second.head and comma.text == ","
        if pair and first.tag == second.tag == "NNP":
            attach(words, second.i, i, "conj")
