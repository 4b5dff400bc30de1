"""Repairs of headlines, whose verbs the parser takes for nouns: "Albania expels diplomats", "Fiji severs ties with Malta"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from dateline.coding.syntax.grammar import Grammar
from dateline.coding.syntax.repairs.tree import FINITE, SUBJECTS, Words, has_subject
from dateline.model import Sentence

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
INSIDE = NOUNS | {"DT", "JJ", "JJS", "JJR", "CD", "POS", "PRP$", "HYPH", "VBN", "VBG"}
FARTHEST = 8  # words before the verb of a headline


def headline_verb(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Makes a verb of the plural that a headline's verb was taken for, with the name before it and the noun behind it."""
    if words[sentence.last - 1].text in {".", "?", "!"}:
        return
    for i in range(sentence.first + 1, min(sentence.first + FARTHEST, sentence.last - 1)):
        if of_two(words, sentence, i, grammar):
            make_verb(words, sentence, i, words[i].text.lower(), object_behind(words, sentence, i))
            words[i - 3] = replace(words[i - 3], head=i, dep="nsubj")
            words[i - 1] = replace(words[i - 1], head=i - 3, dep="conj")
            return
        lemma = grammar.headline_verbs.get(words[i].text.lower())
        if lemma and words[i].tag in {"NNS", "VBZ"} and names_party(words, sentence, i - 1):
            noun = object_behind(words, sentence, i)
            if not (has_subject(words, i, sentence.first) and (noun is None or (words[noun].head, words[noun].dep) == (i, "dobj"))):
                make_verb(words, sentence, i, lemma, noun)
            return
        if words[i].tag in {"VBZ", "VBD", "VBP", "MD"}:
            return


def of_two(words: Words, sentence: Sentence, i: int, grammar: Grammar) -> bool:
    """Whether a word behind two names is a verb that the parser takes for a noun or an adjective: "Fiji, Malta *expel* envoys"."""
    if i - 3 < sentence.first or words[i - 2].text not in {",", "and"} or words[i].tag not in NOUNS | {"JJ"}:
        return False
    named = all(words[k].tag == "NNP" and words[k].text != words[k].text.upper() for k in (i - 3, i - 1))
    return named and words[i].text in grammar.headline_verbs.values()


def second_verb(words: Words, sentence: Sentence, _grammar: Grammar) -> None:
    """Gives a headline's second verb the first one's subject: "Fiji expels envoy, *closes* consulate in Suva"."""
    if words[sentence.last - 1].text in {".", "?", "!"}:
        return
    roots = [i for i in range(sentence.first, sentence.last) if words[i].head == i and words[i].tag in FINITE]
    for first, later in pairwise(roots):
        if words[later - 1].text in {",", ";", "and"} and not has_subject(words, later, sentence.first):
            words[later] = replace(words[later], head=first, dep="conj")


def verb_behind_comma(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Hangs the verbs behind a headline's commas on its first one, those taken for nouns too: "Fiji Recalls Envoy, *Shuts*
    Consulates In Malta, *Severs* Ties".
    """
    if words[sentence.last - 1].text in {".", "?", "!"}:
        return
    first = next((i for i in range(sentence.first + 1, sentence.last) if words[i].tag == "VBZ"), None)
    if first is None or words[first].dep not in {"ROOT", "ccomp"} or not has_subject(words, first, sentence.first):
        return
    for i in range(first + 2, sentence.last - 1):
        lemma = grammar.headline_verbs.get(words[i].text.lower()) if words[i - 1].text == "," else None
        noun = object_behind(words, sentence, i) if lemma and words[i].tag in {*NOUNS, "VBZ"} else None
        if lemma and noun is not None:
            words[first] = replace(words[first], head=first, dep="ROOT")
            hang_second(words, sentence, (first, i, noun), lemma)


def hang_second(words: Words, sentence: Sentence, found: tuple[int, int, int], lemma: str) -> None:
    """Makes a verb beside a headline's first one of a word, with the noun behind it for its object."""
    first, verb, noun = found
    for k in range(verb + 1, sentence.last):
        if k < noun or words[k].head <= verb:
            words[k] = replace(words[k], head=noun if k < noun else verb)
    words[verb] = replace(words[verb], lemma=lemma, pos="VERB", tag="VBZ", dep="conj", head=first)
    tag = "NNS" if words[noun].tag == "VBZ" else words[noun].tag
    words[noun] = replace(words[noun], head=verb, dep="dobj", tag=tag, pos="PROPN" if tag.startswith("NNP") else "NOUN")


def names_party(words: Words, sentence: Sentence, i: int) -> bool:
    """Whether a word may end the name of who acts: a noun, or whatever the tagger makes of the first word of a headline."""
    return words[i].tag in NOUNS or (i == sentence.first and words[i].text[:1].isupper())


def make_verb(words: Words, sentence: Sentence, verb: int, lemma: str, noun: int | None) -> None:
    """Hangs a headline's words on its verb: the noun behind it as its object, the name before it as its subject."""
    subject = verb - 1
    for k in range(sentence.first, sentence.last):
        if k < subject and words[k].head >= verb:
            words[k] = replace(words[k], head=subject)
        elif k > verb and words[k].head < verb:
            words[k] = replace(words[k], head=verb)
        elif noun is not None and verb < k < noun and words[k].head == verb:
            words[k] = replace(words[k], head=noun)
    words[verb] = replace(words[verb], lemma=lemma, pos="VERB", tag="VBZ", dep="ROOT", head=verb)
    tag = words[subject].tag if words[subject].tag in NOUNS else "NNP"
    words[subject] = replace(words[subject], head=verb, dep="nsubj", tag=tag, pos="PROPN" if tag.startswith("NNP") else "NOUN")
    if noun is not None:
        tag = words[noun].tag if words[noun].tag in NOUNS else "NNS"
        words[noun] = replace(words[noun], head=verb, dep="dobj", tag=tag, pos="PROPN" if tag.startswith("NNP") else "NOUN")


def object_behind(words: Words, sentence: Sentence, verb: int) -> int | None:
    """The noun that heads the phrase behind the verb, unless it is another verb's; one taken for a verb too: "severs *ties*"."""
    noun = None
    for k in range(verb + 1, sentence.last):
        taken = words[k].tag == "VBZ" and noun is None
        if words[k].tag in NOUNS or taken:
            noun = k
        if words[k].tag not in INSIDE:
            break
    others = noun is not None and words[noun].dep in SUBJECTS and words[noun].head > noun
    return None if others else noun
