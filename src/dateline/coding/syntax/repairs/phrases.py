"""Repairs of noun phrases: names of missions, "up to", subjects side by side in headlines."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

from dateline.coding.syntax.grammar import Grammar
from dateline.coding.syntax.repairs.tree import Words, attach, below, leftmost_head
from dateline.model import Sentence, Token

OBJECTS = frozenset({"dobj", "nsubj", "nsubjpass"})
NAMES = frozenset({"NNP", "NNPS"})
PLAIN = frozenset({"NN", "NNS", "NNPS"})
OWNERS = frozenset({"JJ", "NNP", "NNPS"})


def mission_name(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Makes a mission the head of its city: "Embassy Suva was opened"."""
    for i in range(sentence.first, sentence.last - 1):
        mission, city = words[i], words[i + 1]
        if mission.lemma.lower() not in grammar.missions or mission.dep != "compound" or mission.head != i + 1 or city.tag != "NNP":
            continue
        words[i] = replace(mission, head=city.head if city.head != city.i else i, dep=city.dep)
        words[i + 1] = replace(city, head=i, dep="nmod")
        for k in words.on(city.i):
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
    """Makes two subjects of a headline one: "Fiji, Malta agree to resume relations", also where the parser takes the first for an
    adverb or the second for an apposition.
    """
    for i in range(sentence.first, sentence.last - 2):
        if words[i].tag != "NNP" or words[i + 1].text != ",":
            continue
        first, second = words[i], words[leftmost_head(words, i + 2, sentence)]
        if second.tag == "NNP" and (verb := verb_of_both(words, first, second)) is not None:
            words[i] = replace(first, head=verb, dep="nsubj")
            attach(words, second.i, i, "conj")


def verb_of_both(words: Words, first: Token, second: Token) -> int | None:
    """The verb behind two names of which it tells; None where it tells of one."""
    if second.dep == "nsubj":
        return second.head if first.head == second.head and first.dep in {"nsubj", "npadvmod", "advmod"} else None
    verb = words[first.head]
    apposed = second.dep == "appos" and second.head == first.i and first.dep == "nsubj"
    return verb.i if apposed and verb.tag == "VBP" and verb.i == second.i + 1 else None


def joined_subjects(words: Words, sentence: Sentence, _grammar: Grammar) -> None:
    """Makes one of two subjects with an "and" between them: "the envoy Ann Vella *and* Peru's minister Luis Soto will meet"."""
    for i in range(sentence.first + 1, sentence.last):
        second = words[i]
        if second.dep != "nsubj" or second.head <= i:
            continue
        first = next((k for k in words.on(second.head, "nsubj") if k < i), None)
        ands = (k for k in range(first + 1, i) if words[k].dep == "cc") if first is not None else ()
        if first is not None and next((k for k in ands if words[words[k].head].head == first or words[k].head == first), None):
            attach(words, i, first, "conj")


def name_before_and(words: Words, sentence: Sentence, _grammar: Grammar) -> None:
    """Makes the first of two names a part of the row that the parser takes for a part of the second: "minister *Issa Bey* and rebel
    leader Abdel Saleh signed a pact".
    """
    for i in range(sentence.first, sentence.last):
        name, last = words[i], words[words[i].head]
        if (name.dep, name.tag) != ("compound", "NNP") or last.i <= i or below(words, i, "cc") is None:
            continue
        between = [k for k in words.on(i, "conj") if i < k < last.i]
        if not between:
            continue
        words[i] = replace(name, head=last.head if last.head != last.i else i, dep=last.dep)
        for k in between:
            attach(words, k, last.i, "compound")
        attach(words, last.i, i, "conj")


def listed_names(words: Words, sentence: Sentence, _grammar: Grammar) -> None:
    """Makes a row of what was taken for an apposition with its own row: "Fiji, *Malta*, Peru and Chile agreed"."""
    for i in range(sentence.first + 2, sentence.last):
        second, first = words[i], words[words[i].head]
        if second.dep != "appos" or first.i > i or not {first.tag, second.tag} <= NAMES or words[first.i + 1].text != ",":
            continue
        further = below(words, i, "conj")
        if further is not None and words[further].tag in NAMES and words[i + 1].text in {",", "and"}:
            attach(words, i, first.i, "conj")


def counted_owners(words: Words, sentence: Sentence, _grammar: Grammar) -> None:
    """Makes one row of the adjectives before a noun of which each has its number: "expelled *four German* and *two Danish*
    diplomats", "*Ten Fijian, six Cuban* and two Danish diplomats were told to leave".
    """
    for noun in range(sentence.first + 5, sentence.last):
        owners = counted(words, sentence, noun) if words[noun].tag == "NNS" else []
        if len(owners) < 2:
            continue
        first = words[owners[-1]]
        if words[noun].head in owners and first.head not in (first.i, noun):
            attach(words, noun, first.head, first.dep)
        attach(words, first.i, noun, "amod")
        for before, owner in pairwise(reversed(owners)):
            attach(words, owner, before, "conj")
            attach(words, owner - 1, owner, "nummod")


def counted(words: Words, sentence: Sentence, noun: int) -> list[int]:
    """The adjectives in capitals before a noun of which each has a number before it, from the last to the first."""
    found = []
    at = noun - 1
    while at > sentence.first and words[at].tag in OWNERS and words[at].text[0].isupper() and words[at - 1].tag == "CD":
        found.append(at)
        at -= 2
        if at <= sentence.first or words[at].text not in {",", "and"}:
            break
        at -= 2 if words[at].text == "and" and words[at - 1].text == "," else 1
    return found


def nominal_conjunct(words: Words, sentence: Sentence, _grammar: Grammar) -> None:
    """Hangs a name, or somebody's minister, on the name that it is coordinated to: "was signed by Sam Lee, envoy of Fiji, and
    *Malta's Ann Vella*", "… and *Malta's minister Ann Vella*".
    """
    for i in range(sentence.first, sentence.last):
        name, verb = words[i], words[words[i].head]
        named = name.tag in NAMES or (name.tag == "NN" and below(words, i, "poss") is not None)
        beside_verb = name.dep == "conj" and named and verb.tag.startswith("VB") and verb.i < i
        if not beside_verb or any(k > i and words[k].dep not in {"punct", "appos"} for k in words.on(i)):
            continue
        first = agent_of(words, verb)
        if first is not None and first < i:
            attach(words, i, first, "conj")


def coordinated_mission(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Makes a noun of a mission that the parser takes for a verb or hangs elsewhere behind another mission: "closed its embassy in
    Fiji and *consulates* in Malta", "opened a consulate in Fiji and *an embassy* in Malta".
    """
    before = None
    for i in range(sentence.first, sentence.last):
        mission = words[i]
        if singular(mission) not in grammar.missions or mission.dep in {"compound", "amod", "poss"}:
            continue
        stray = mission.dep == "conj" and mission.head != before and not any(words[k].dep in OBJECTS for k in words.on(i))
        if before is not None and stray and mission.head >= sentence.first:
            words[i] = replace(mission, tag="NNS" if mission.tag == "VBZ" else mission.tag, pos="NOUN", lemma=singular(mission))
            attach(words, i, before, "conj")
        before = i


def singular(mission: Token) -> str:
    """A mission's noun in the singular: "consulate" for a "consulates" that was taken for a verb."""
    return mission.lemma.lower().removesuffix("s")


def one_of_them(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Makes an object of "either of them", where the parser sees an adverb: "has not recognized *either* of the two"."""
    for i in range(sentence.first, sentence.last - 2):
        word, verb = words[i], words[words[i].head]
        stray = word.text.lower() in grammar.members and word.dep == "advmod" and verb.tag.startswith("VB") and verb.i < i
        if stray and (words[i + 1].text, words[i + 1].head) == ("of", i) and below(words, verb.i, "dobj") is None:
            attach(words, i, verb.i, "dobj")


def among_them(words: Words, sentence: Sentence, _grammar: Grammar) -> None:
    """Hangs names on those among whom they are: "was recognized by a hundred states, among them the *Fiji* Islands"."""
    places = [k for k in range(sentence.first + 1, sentence.last - 2) if words[k].text.lower() == "among"]
    nouns = [words[k] for k in range(sentence.first, sentence.last) if words[k].tag.startswith("NN")] if places else []
    before = [t.i for t in nouns if t.tag in PLAIN and t.dep != "compound"]
    behind = [t.i for t in nouns if t.dep not in {"compound", "amod"}]
    for i in (i for i in places if words[i + 1].text.lower() in {"them", "these"}):
        members, named = bisect_left(before, i), bisect_left(behind, i + 2)
        if members and named < len(behind):
            attach(words, behind[named], before[members - 1], "appos")


def agent_of(words: Words, verb: Token) -> int | None:
    """By whom something was done, where the clause names it last."""
    by = [k for k in words.on(verb.i, "agent") if k > verb.i]
    return next((k for k in words.on(by[-1], "pobj") if k > by[-1]), None) if by else None
