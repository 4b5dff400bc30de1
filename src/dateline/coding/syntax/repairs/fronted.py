"""Repairs of subjects that the parser takes for a part of the day before them, and of gatherings to be held."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.syntax.grammar import Grammar
from dateline.coding.syntax.repairs.tree import FINITE, Words, attach, below, has_subject, leftmost
from dateline.model import Sentence, Token

OBJECTS = ("dobj", "pobj")


def subject_behind_day(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Makes the name behind a date that opens a clause its subject: "On Friday *Peru* cut ties", "On 5 May *Peru* cut ties"."""
    for i in range(sentence.first, sentence.last - 3):
        preposition, day = words[i], words[last_of_date(words, i + 1, sentence, grammar)]
        if preposition.dep != "prep" or day.i == i or day.dep not in {"compound", "nmod", "amod", "nummod"}:
            continue
        name, verb = words[day.head], words[preposition.head]
        opens = i == sentence.first or words[i - 1].text in {",", "“", '"', "that"}
        if opens and name.head == i and is_predicate(words, verb, name, sentence):
            for k in range(i + 1, day.i):
                words[k] = replace(words[k], head=day.i, dep="nummod" if words[k].tag == "CD" else "compound")
            words[day.i] = replace(day, head=i, dep="pobj")
            words[name.i] = replace(name, head=verb.i, dep="nsubjpass" if below(words, verb.i, "auxpass") is not None else "nsubj")


def last_of_date(words: Words, first: int, sentence: Sentence, grammar: Grammar) -> int:
    """The last word of the day or month that begins at a place; the place before where none does."""
    end = first
    while end < sentence.last and (words[end].tag == "CD" or words[end].text.lower() in grammar.days | grammar.months):
        end += 1
    named = any(words[k].text.lower() in grammar.days | grammar.months for k in range(first, end))
    return end - 1 if named else first - 1


def subject_behind_phrase(words: Words, sentence: Sentence, _grammar: Grammar) -> None:
    """Makes names their verb's subject that the parser joins to the phrase before them: "Of the 27 members of the Lake League,
    *Fiji*, Peru and Malta have recognized Kardovia".
    """
    opening = words[sentence.first]
    verb = words[opening.head]
    if opening.dep != "prep" or opening.i == opening.head:
        return
    for i in range(sentence.first + 2, verb.i):
        name = words[i]
        if name.tag == "NNP" and name.dep in {"conj", "appos"} and words[leftmost(words, i, sentence) - 1].text == ",":
            if is_predicate(words, verb, name, sentence):
                words[i] = replace(name, head=verb.i, dep="nsubj")
            return


def name_as_adverb(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Makes a name that the parser takes for an adverb the subject of its verb: "*Nauru* is the sixth country to recognize it"."""
    for i in range(sentence.first, sentence.last - 1):
        name, verb = words[i], words[words[i].head]
        if name.tag != "NNP" or name.dep not in {"advmod", "npadvmod"} or name.entity in {"DATE", "TIME"}:
            continue
        if verb.i != i + 1 and not set_off(words, name, verb, sentence):
            continue
        if name.text.lower() not in grammar.days and is_predicate(words, verb, name, sentence):
            words[i] = replace(name, dep="nsubjpass" if below(words, verb.i, "auxpass") is not None else "nsubj")


def name_in_row_with_day(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Makes a name that the parser puts in a row with a day the subject of the verb behind it: "left on Monday and *Fiji* did so on
    Tuesday".
    """
    for i in range(sentence.first + 2, sentence.last - 1):
        name, verb = words[i], words[i + 1]
        behind_day = name.dep == "conj" and words[name.head].text.lower() in grammar.days and name.tag == "NNP"
        if behind_day and name.text.lower() not in grammar.days and is_predicate(words, verb, name, sentence):
            attach(words, i, verb.i, "nsubj")


def set_off(words: Words, name: Token, verb: Token, sentence: Sentence) -> bool:
    """Whether a sentence's first word and its verb stand around what commas set off: "*Vuki*, after a flight, *is* to land"."""
    first = min((k for label in ("aux", "auxpass", "neg") for k in words.on(verb.i, label)), default=verb.i)
    return name.i == sentence.first and first > name.i + 2 and words[name.i + 1].text == "," and words[first - 1].text == ","


def guest_as_subject(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Makes a guest the subject that the parser takes for whom one visits: "*Visiting* U.S. envoy Sam Lee said in Suva"."""
    for i in range(sentence.first, sentence.last - 1):
        visiting, verb = words[i], words[words[i].head]
        if visiting.tag != "VBG" or visiting.dep not in {"csubj", "advcl"} or visiting.lemma not in grammar.attributive:
            continue
        subject = next((k for k in words.on(verb.i, "nsubj", "nsubjpass") if k < verb.i), None)
        guest = subject if subject is not None else below(words, i, "dobj")
        if guest is None or words[guest].entity != "PERSON" or not i < guest < verb.i:
            continue
        if subject is None:
            words[guest] = replace(words[guest], head=verb.i, dep="nsubj")
        if subject is None or leftmost(words, guest, sentence) == i + 1:
            words[i] = replace(visiting, head=guest, dep="amod", tag="JJ")


def is_predicate(words: Words, verb: Token, name: Token, sentence: Sentence) -> bool:
    """Whether a verb behind a name has no subject, and may therefore have that one."""
    finite = verb.tag in FINITE or below(words, verb.i, "aux") is not None or below(words, verb.i, "auxpass") is not None
    return verb.i > name.i and finite and not has_subject(words, verb.i, sentence.first)


def gathering_to_be_held(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Hangs "to be held" on the gathering before it: "left for the summit of the Lake League (LL) *to be held* in Halmar"."""
    for i in range(sentence.first + 1, sentence.last):
        held = words[i]
        if held.dep != "advcl" or held.lemma not in grammar.holding:
            continue
        first = below(words, i, "aux")
        passive = below(words, i, "auxpass") is not None and first is not None and words[first].tag == "TO"
        if not passive or first is None or held.head > first:
            continue
        gathering = next((k for k in range(first - 1, held.head, -1) if words[k].lemma.lower() in grammar.gatherings), None)
        if gathering is not None and words[gathering].dep in OBJECTS and is_one_phrase(words, gathering, first):
            words[i] = replace(held, head=gathering, dep="relcl")


def gathering_with_purpose(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Makes a gathering the object of its verb that the parser takes for the subject of a purpose: "proposed *talks* with Fiji to
    end the war"; not "wants the talks to end".
    """
    for i in range(sentence.first + 1, sentence.last):
        gathering, purpose = words[i], words[words[i].head]
        verb = words[purpose.head]
        if gathering.dep != "nsubj" or purpose.dep != "ccomp" or gathering.lemma.lower() not in grammar.gatherings:
            continue
        to = below(words, purpose.i, "aux")
        infinitive = to is not None and words[to].tag == "TO" and i < to
        if infinitive and verb.i < i and verb.tag.startswith("VB") and verb.lemma not in grammar.object_control:
            attach(words, i, verb.i, "dobj")
            words[purpose.i] = replace(purpose, dep="advcl")


def object_behind_day(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Makes what stands behind a day the object of its verb, where the parser takes the day for a part of it: "accepted on Monday
    *Fiji's offer*".
    """
    for i in range(sentence.first + 1, sentence.last - 2):
        preposition, day, verb = words[i], words[i + 1], words[words[i].head]
        if preposition.text.lower() != "on" or day.text.lower() not in grammar.days or not verb.tag.startswith("VB") or verb.i > i:
            continue
        noun = next((words[k] for k in words.on(i, "pobj") if k > day.i), None)
        if noun is None or below(words, verb.i, "dobj") is not None or below(words, verb.i, "auxpass") is not None:
            continue
        words[day.i] = replace(day, head=i, dep="pobj")
        attach(words, noun.i, verb.i, "dobj")


def is_one_phrase(words: Words, noun: int, end: int) -> bool:
    """Whether all words from a noun up to a place hang on it."""
    for k in range(noun + 1, end):
        above = k
        while words[above].head != above and above != noun and words[above].head >= noun:
            above = words[above].head
        if above != noun:
            return False
    return True
