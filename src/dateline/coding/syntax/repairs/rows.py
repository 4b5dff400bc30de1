"""Repairs of infinitives that tell what the members of a row did: "the third country, after A and B, to recognize C"."""

from __future__ import annotations

from dateline.coding.syntax.grammar import Grammar
from dateline.coding.syntax.repairs.tree import SUBJECTS, Words, attach, below, has_subject, infinitive, leftmost
from dateline.model import Sentence, Token

FAR = 16  # words between the noun of a row and its infinitive
YEAR = 4  # figures of a year


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


def row_of_subject(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Hangs a row on the subject of whose act it tells, not on the last name before it: "Fiji recognized Kardovia, *the fifth
    country* to do so", "broke off ties with Kardovia, *the third* to sever relations". What another verb tells stays with the name:
    "Fiji met Kardovia, the fifth country to sign".
    """
    for i in range(sentence.first, sentence.last):
        noun = words[i].head
        if words[i].dep != "acl" or words[noun].dep != "appos" or not of_row(words, words[i], sentence, grammar):
            continue
        verb = verb_above(words, noun, sentence)
        subject = next(iter(words.on(verb, "nsubj", "nsubjpass")), None) if verb is not None else None
        if verb is None or subject is None or not subject < verb < noun or not is_row(words, noun, sentence, grammar):
            continue
        if does_so(words, i, grammar) or alike(words[i].lemma, words[verb].lemma, grammar):
            attach(words, noun, subject, "appos")


def verb_above(words: Words, i: int, sentence: Sentence) -> int | None:
    """The verb of the clause in which a word stands as no subject; None where a clause's subject or nothing is above."""
    while sentence.first <= i < sentence.last and words[i].head != i:
        if words[i].dep in SUBJECTS:
            return None
        i = words[i].head
        if words[i].pos in {"VERB", "AUX"}:
            return i
    return None


def does_so(words: Words, verb: int, grammar: Grammar) -> bool:
    """Whether a verb only takes up another one: "to *do so*"."""
    again = grammar.again.get(words[verb].lemma, frozenset())
    return any(words[k].text.lower() in again for k in words.on(verb))


def alike(one: str, other: str, grammar: Grammar) -> bool:
    """Whether two verbs tell the same act, in the same word or in one that stands for it."""
    return one == other or any({one, other} <= same for same in grammar.alike)


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


def left_out_verb(words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Hangs a name on the verb that is left out behind it, and the day on the name: "Kenya recognized it in 2012, *Fiji in 2013*
    and *Peru a year later*".
    """
    verb: int | None = None
    for i in range(sentence.first, sentence.last - 1):
        time = time_behind(words, i, sentence, grammar)
        if time is None:
            continue
        above = words[time].head
        if verb is not None and stands_alone(words, i, sentence):
            attach(words, i, verb, "conj")
            attach(words, time, i, words[time].dep)
        elif words[above].pos == "VERB" and above < i and has_subject(words, above, sentence.first):
            verb = above


def time_behind(words: Words, i: int, sentence: Sentence, grammar: Grammar) -> int | None:
    """The head of the day that begins right behind a word: "Fiji *in* 2013", "Peru a year *later*"; None where none does."""
    behind = words[i + 1]
    if behind.text.lower() in {"in", "on"} and i + 2 < sentence.last:
        time = words[i + 2]
        is_year = time.tag == "CD" and len(time.text) == YEAR
        return behind.i if is_year or time.text.lower() in grammar.days | grammar.months else None
    later = next((k for k in range(i + 2, min(i + 5, sentence.last)) if words[k].text.lower() == "later"), None)
    spell = below(words, later, "npadvmod") if later is not None else None
    return later if spell is not None and leftmost(words, spell, sentence) == behind.i else None


def stands_alone(words: Words, i: int, sentence: Sentence) -> bool:
    """Whether a name is hung where only a clause without its verb leaves it: as an adverb, in a row with a verb, a day, a name."""
    name, first = words[i], leftmost(words, i, sentence)
    if name.tag != "NNP" or first == sentence.first or words[first - 1].text.lower() not in {",", ";", "and", "the"}:
        return False
    above = words[name.head]
    in_row = name.dep == "conj" and (above.entity == "DATE" or above.dep == "conj" or above.pos == "VERB")
    return (name.dep == "npadvmod" or in_row) and name.entity != "DATE"


def second_holder(words: Words, sentence: Sentence, grammar: Grammar) -> None:  # noqa: ARG001
    """Puts two holders of offices side by side, of whom the first was hung on the second, and the second's country on the first:
    "*Chancellor Vogt* and Turkey's *President Demir* met".
    """
    for i in range(sentence.first, sentence.last):
        first = words[i].head
        second = words[first].head
        owns = words[i].dep == "conj" and words[first].dep in {"nmod", "compound"} and words.on(i, "case")
        if owns and first < i < second and words[second].pos == "PROPN" and words[second].head != second and words.on(first, "cc"):
            above, role = words[second].head, words[second].dep
            attach(words, first, above, role)
            attach(words, second, first, "conj")
            attach(words, i, second, "poss")
