"""Repairs of verbs: participles taken for adjectives, gerunds without their object, infinitives that are none."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from dateline.coding.syntax.grammar import Grammar
from dateline.coding.syntax.repairs.tree import (
    FINITE,
    Words,
    attach,
    below,
    has_auxiliary,
    has_subject,
    infinitive,
    is_modifier,
    leftmost,
)
from dateline.model import Sentence, Token

TENSED = FINITE | {"MD"}
PERSONA = frozenset({"persona", "personae", "personas"})


def perfect_participle(words: Words, sentence: Sentence, _grammar: Grammar) -> None:
    """Makes a participle taken for an adjective the verb that it is: "Fiji, having seized Suva, …"."""
    for i in range(sentence.first, sentence.last - 2):
        having, verb = words[i], words[i + 1]
        noun = words[verb.head]
        if having.text.lower() != "having" or verb.dep != "amod" or (noun.dep, noun.head) != ("dobj", i):
            continue
        words[i + 1] = replace(verb, head=having.head if having.head != i else i + 1, dep=having.dep)
        words[i] = replace(having, head=i + 1, dep="aux")
        words[noun.i] = replace(noun, head=i + 1)


def fronted_gerund(words: Words, sentence: Sentence, _grammar: Grammar) -> None:
    """Frees the object of a fronted gerund of the main verb: "After leaving Suva, Peru's envoy spoke"."""
    for i in range(sentence.first, sentence.last):
        gerund = words[i]
        if gerund.tag != "VBG" or gerund.dep != "pcomp" or below(words, i, "dobj"):
            continue
        noun = phrase_at(words, sentence, i + 1)
        if noun is None or noun.dep != "nsubj" or below(words, noun.i, "cc") or noun.head <= i:
            continue
        subject = below(words, noun.i, "conj")
        if subject is not None and words[leftmost(words, subject, sentence) - 1].text == ",":
            attach(words, subject, noun.head, "nsubj")
            attach(words, noun.i, i, "dobj")


def phrase_at(words: Words, sentence: Sentence, i: int) -> Token | None:
    """The noun whose phrase begins with a word: the first behind its unbroken modifiers."""
    while i < sentence.last and is_modifier(words[i]):
        i += 1
    return words[i] if i < sentence.last else None


def finite_conjunct(words: Words, sentence: Sentence, _grammar: Grammar) -> None:
    """Frees a finite verb of an infinitive: "ordered the envoy to leave and *will* close the consulate", "and *closed* it"."""
    for i in range(sentence.first, sentence.last):
        verb = words[i]
        if verb.dep != "conj":
            continue
        first = words[verb.head]
        finite = verb.tag == "VBD" or any(first.i <= k < i and words[k].tag in TENSED for k in words.on(i, "aux", "auxpass"))
        under = first.dep in {"xcomp", "ccomp", "advcl"} and infinitive(words, first, sentence)
        if finite and under and not has_subject(words, i, first.i):
            attach(words, i, first.head, "conj")


def verb_as_adjective(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Makes a second verb of what was taken for a word before its object: "agreed to restore ties and *reopen* embassies", "cut
    ties and *closed* consulates".
    """
    for i in range(sentence.first + 3, sentence.last - 1):
        noun, first = words[i].head, words[words[words[i].head].head]
        if words[i].dep not in {"amod", "compound"} or words[noun].dep != "conj" or words[i - 1].text not in {",", "and"}:
            continue
        if first.pos == "VERB":  # "recalled its envoy from Suva and *froze* relations": hung on the verb itself
            first = words[below(words, first.i, "dobj") or first.i]
        verb = words[first.head]
        lemma = second_lemma(words[i].text.lower(), verb, grammar)
        if first.dep != "dobj" or not verb.i < first.i < i < noun or lemma is None:
            continue
        words[i] = replace(words[i], head=verb.i, dep="conj", tag=verb.tag, pos="VERB", lemma=lemma)
        words[noun] = replace(words[noun], head=i, dep="dobj")


def second_lemma(word: str, verb: Token, grammar: Grammar) -> str | None:
    """The verb of which a word is the form that another verb has; null for any other word."""
    if verb.tag == "VB":
        return word if word in grammar.verbs else None
    return grammar.done.get(word) if verb.tag in {"VBD", "VBN"} else None


def verb_behind_relative(words: Words, sentence: Sentence, _grammar: Grammar) -> None:
    """Makes the verb of a sentence of what was taken for a participle: "Peru, which denies it, *asked* to join the case", "The
    rebel leader, Ana Soro, *called* on Peru to leave"; behind an apposition only where it has what a passive has not.
    """
    root = next((words[k] for k in range(sentence.first, sentence.last) if words[k].head == k), None)
    if root is None or not root.tag.startswith("NN") or words[sentence.last - 1].text not in {".", "?", "!", "”", '"'}:
        return
    relative, apposition, participle = (below(words, root.i, dep) for dep in ("relcl", "appos", "acl"))
    aside = apposition if relative is None else relative
    if aside is None or participle is None or participle < aside or words[participle].tag not in {"VBN", "VBD"}:
        return
    if relative is None and not words.on(participle, "dobj", "xcomp", "ccomp", "oprd", "advcl"):
        return
    if words[leftmost(words, participle, sentence) - 1].text != "," or has_auxiliary(words, words[participle]):
        return
    words[participle] = replace(words[participle], head=participle, dep="ROOT", tag="VBD")
    words[root.i] = replace(root, head=participle, dep="nsubj")


def status_noun(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Makes a noun of what was taken for an infinitive: "raised its legation to *embassy* status"."""
    for i in range(sentence.first + 1, sentence.last - 1):
        to, mission, status = words[i - 1], words[i], words[i + 1]
        noun = mission.lemma.lower() in grammar.missions and status.head == i and status.tag.startswith("NN")
        if not noun or (to.text.lower(), to.dep, to.head) != ("to", "aux", i):
            continue
        words[i - 1] = replace(to, head=mission.head, dep="prep", pos="ADP", tag="IN")
        words[i + 1] = replace(status, head=i - 1, dep="pobj")
        words[i] = replace(mission, head=i + 1, dep="compound", pos="NOUN", tag="NN")
        for k in (k for k in words.on(i) if k > i + 1):
            words[k] = replace(words[k], head=mission.head)


def persona_non_grata(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Makes "persona non grata" what somebody is declared to be, where the parser sees a clause in it."""
    if all(words[i].text.lower() not in PERSONA for i in range(sentence.first, sentence.last)):
        return
    verb: int | None = None
    for i in range(sentence.first, sentence.last - 2):
        persona, non = words[i], words[i + 1]
        unwanted = persona.text.lower() in PERSONA and non.text.lower() == "non"
        if unwanted and verb is not None and (persona.head != verb or persona.dep not in {"oprd", "attr"}):
            declare(words, persona, verb)
        elif names(persona, grammar):
            verb = i


def declare(words: Words, persona: Token, verb: int) -> None:
    """Hangs "persona non grata" on the verb, and what hung on it as well."""
    noun = below(words, persona.i, "nsubj")
    words[persona.i] = replace(persona, head=verb, dep="oprd", tag="NN", pos="NOUN")
    non_grata = (persona.i + 1, persona.i + 2)
    for k in (k for k in words.on(persona.i) if k not in non_grata):
        words[k] = replace(words[k], head=verb, dep="dobj" if k == noun else words[k].dep)
    for k in non_grata:
        words[k] = replace(words[k], head=persona.i, dep="amod")


def names(word: Token, grammar: Grammar) -> bool:
    """Whether a word is a verb that says what somebody is to be."""
    return word.tag.startswith("VB") and word.lemma in grammar.naming and word.dep not in {"aux", "auxpass"}


def verb_as_subject(words: Words, sentence: Sentence, _grammar: Grammar) -> None:
    """Puts two clauses side by side where one was made the other's subject: "Fiji recognises it; Malta and Peru do not"."""
    marks = [k for k in range(sentence.first, sentence.last) if words[k].text == ";"]
    for i in range(sentence.first, marks[-1] if marks else sentence.first):
        first, second = words[i], words[words[i].head]
        finite = first.tag in {"VBD", "VBZ", "VBP"} and first.dep == "nsubj" and has_subject(words, i, sentence.first)
        mark = marks[bisect_right(marks, i)]
        if not finite or mark >= second.i:
            continue
        words[i] = replace(first, head=second.head if second.head != second.i else i, dep=second.dep)
        words[second.i] = replace(second, head=i, dep="conj")
        for k in range(mark + 1, second.i):
            if words[k].head < mark and words[k].dep in {"conj", "appos"}:
                words[k] = replace(words[k], head=second.i, dep="nsubj")
