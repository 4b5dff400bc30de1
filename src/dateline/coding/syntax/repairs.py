"""Typical errors of the parser in this field, put right by rule before anything is read off the tree.

Each repair names the class of sentences that it is for; what it does not know, it leaves as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dateline.coding.syntax.grammar import Grammar
from dateline.model import Reading, Sentence, Token

Words = list[Token]
Rule = Callable[[Words, Sentence, Grammar], bool]
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})


def repair(reading: Reading) -> Reading:
    """The reading with its tree repaired; the same object where nothing had to be."""
    words = list(reading.tokens)
    changed = False
    grammar = Grammar.load()
    for sentence in reading.sentences:
        for rule in RULES:
            changed = applied(rule, words, sentence, grammar) or changed
    return replace(reading, tokens=tuple(words)) if changed else reading


def applied(rule: Rule, words: Words, sentence: Sentence, grammar: Grammar) -> bool:
    """Whether a rule changed a sentence; what it did is undone where it left a ring of heads, which no walk would end on."""
    before = words[sentence.first : sentence.last]
    rule(words, sentence, grammar)
    if words[sentence.first : sentence.last] == before:
        return False
    if ringed(words, sentence):
        words[sentence.first : sentence.last] = before
        return False
    return True


def ringed(words: Words, sentence: Sentence) -> bool:
    """Whether some word of a sentence hangs, through others, on itself."""
    rooted: set[int] = set()
    for i in range(sentence.first, sentence.last):
        path: set[int] = set()
        while i not in rooted and words[i].head != i:
            if i in path:
                return True
            path.add(i)
            i = words[i].head
        rooted |= path
    return False


def attach(words: Words, i: int, head: int, dep: str) -> bool:
    """Hangs a word on another one; not where that would close a ring."""
    above, seen = head, 0
    while words[above].head != above and seen < 500:
        if above == i:
            return False
        above, seen = words[above].head, seen + 1
    if i == head or above == i:
        return False
    words[i] = replace(words[i], head=head, dep=dep)
    return True


def inverted_subject(words: Words, sentence: Sentence, grammar: Grammar) -> bool:
    """Whether a speaker was freed of a participle: "Fiji left, said its envoy Sam Lee, Monday, becoming …"."""
    changed = False
    for i in range(sentence.first, sentence.last):
        word, verb = words[i], words[words[i].head]
        if word.dep not in SUBJECTS or verb.tag != "VBG" or i > verb.i or has_auxiliary(words, verb, sentence):
            continue
        left = leftmost(words, i, sentence)
        said = words[left - 1] if left > sentence.first else word
        if said.lemma in grammar.reporting and said.tag.startswith("VB") and said.i != verb.i:
            told = next((k for k in range(sentence.first, said.i) if words[k].head == said.i and words[k].dep == "ccomp"), said.i)
            changed |= attach(words, verb.i, told, "advcl") and attach(words, i, said.i, "nsubj")
    return changed


def reported_participle(words: Words, sentence: Sentence, grammar: Grammar) -> bool:
    """Whether a participle was taken from an inverted verb of saying: "Fiji left, said Sam Lee, becoming …": Fiji became it."""
    changed = False
    for i in range(sentence.first, sentence.last):
        participle, said = words[i], words[words[i].head]
        if participle.tag != "VBG" or participle.dep != "advcl" or said.lemma not in grammar.reporting or said.i > i:
            continue
        told = next((k for k in range(sentence.first, said.i) if words[k].head == said.i and words[k].dep == "ccomp"), None)
        inverted = any(words[k].head == said.i and words[k].dep in SUBJECTS for k in range(said.i + 1, i))
        if told is not None and inverted:
            changed |= attach(words, i, told, "advcl")
    return changed


def paper_participle(words: Words, sentence: Sentence, grammar: Grammar) -> bool:
    """Whether a participle was given back to its paper: "sent a letter to the president recognizing …"."""
    changed = False
    for i in range(sentence.first, sentence.last):
        participle, noun = words[i], words[words[i].head]
        if participle.tag != "VBG" or participle.dep != "acl" or noun.dep != "pobj" or noun.lemma.lower() in grammar.instruments:
            continue
        verb = words[noun.head].head
        paper = below(words, sentence, verb, "dobj") if words[verb].tag.startswith("VB") else None
        if paper is not None and words[paper].lemma.lower() in grammar.instruments:
            changed |= attach(words, i, paper, "acl")
    return changed


def has_auxiliary(words: Words, verb: Token, sentence: Sentence) -> bool:
    """Whether an auxiliary hangs on the verb."""
    return any(words[k].head == verb.i and words[k].dep in {"aux", "auxpass"} for k in range(sentence.first, verb.i))


def leftmost(words: Words, i: int, sentence: Sentence) -> int:
    """The first word of the noun phrase before and with a word: its unbroken modifiers to the left."""
    while i > sentence.first and (words[i - 1].head >= i - 1 and words[i - 1].dep in MODIFIERS):
        i -= 1
    return i


MODIFIERS = frozenset({"compound", "amod", "det", "poss", "case", "nmod", "nummod", "punct", "advmod", "appos"})


def row_infinitive(words: Words, sentence: Sentence, grammar: Grammar) -> bool:
    """Whether an infinitive was hung on its "country": "it is the third country, after A and B, to recognize C"."""
    changed = False
    for i in range(sentence.first, sentence.last):
        verb = words[i]
        if (
            verb.tag not in {"VB", "VBN", "VBP", "VBD"}
            or not infinitive(words, verb, sentence)
            or (verb.dep == "xcomp" and words[verb.head].lemma not in grammar.copulas)
        ):
            continue
        if any(words[k].head == i and words[k].dep in SUBJECTS for k in range(sentence.first, i)) and not after_others(
            words, sentence, i
        ):
            continue
        noun = row_noun(words, sentence, i, grammar)
        if noun is not None and (words[i].head, words[i].dep) != (noun, "acl"):
            for k in range(noun + 1, i):
                if words[k].head == i and words[k].dep == "mark" and words[k].tag == "IN":
                    attach(words, k, noun, "prep")
            changed |= attach(words, i, noun, "acl")
    return changed


def after_others(words: Words, sentence: Sentence, verb: int) -> bool:
    """Whether the verb's subject is rather those who came before: "the second country after Peru to …"; then it is freed."""
    subject = next(k for k in range(sentence.first, verb) if words[k].head == verb and words[k].dep in SUBJECTS)
    before = leftmost(words, subject, sentence) - 1
    if before < sentence.first or words[before].text.lower() not in {"after", "behind", "besides"}:
        return False
    words[subject] = replace(words[subject], head=before, dep="pobj")
    return True


def perfect_participle(words: Words, sentence: Sentence, _grammar: Grammar) -> bool:
    """Whether a participle taken for an adjective was made the verb that it is: "Fiji, having seized Suva, …"."""
    changed = False
    for i in range(sentence.first, sentence.last - 2):
        having, verb = words[i], words[i + 1]
        noun = words[verb.head]
        if having.text.lower() != "having" or verb.dep != "amod" or (noun.dep, noun.head) != ("dobj", i):
            continue
        words[i + 1] = replace(verb, head=having.head if having.head != i else i + 1, dep=having.dep)
        words[i] = replace(having, head=i + 1, dep="aux")
        words[noun.i] = replace(noun, head=i + 1)
        changed = True
    return changed


def fronted_gerund(words: Words, sentence: Sentence, _grammar: Grammar) -> bool:
    """Whether the object of a fronted gerund was freed of the main verb: "After leaving Suva, Peru's envoy spoke"."""
    changed = False
    for i in range(sentence.first, sentence.last):
        gerund = words[i]
        if gerund.tag != "VBG" or gerund.dep != "pcomp" or below(words, sentence, i, "dobj"):
            continue
        noun = next((w for w in words[i + 1 : sentence.last] if w.dep == "nsubj" and leftmost(words, w.i, sentence) == i + 1), None)
        if noun is None or below(words, sentence, noun.i, "cc") or noun.head <= i:
            continue
        subject = below(words, sentence, noun.i, "conj")
        if subject is not None and words[leftmost(words, subject, sentence) - 1].text == ",":
            changed |= attach(words, subject, noun.head, "nsubj") and attach(words, noun.i, i, "dobj")
    return changed


def below(words: Words, sentence: Sentence, head: int, dep: str) -> int | None:
    """The first word with a label that hangs on another one."""
    return next(
        (k for k in range(sentence.first, sentence.last) if words[k].head == head and words[k].dep == dep and k != head), None
    )


def infinitive(words: Words, verb: Token, sentence: Sentence) -> bool:
    """Whether "to" stands with the verb, perhaps with "have" between."""
    return any(words[k].head == verb.i and words[k].tag == "TO" for k in range(max(sentence.first, verb.i - 4), verb.i))


def row_noun(words: Words, sentence: Sentence, verb: int, grammar: Grammar) -> int | None:
    """The nearest "third country" to the left with no finite verb between, or none."""
    for k in range(verb - 1, max(sentence.first - 1, verb - 16), -1):
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


def mission_name(words: Words, sentence: Sentence, grammar: Grammar) -> bool:
    """Whether a mission was made the head of its city: "Embassy Suva was opened"."""
    changed = False
    for i in range(sentence.first, sentence.last - 1):
        mission, city = words[i], words[i + 1]
        if mission.lemma.lower() not in grammar.missions or mission.dep != "compound" or mission.head != i + 1 or city.tag != "NNP":
            continue
        words[i] = replace(mission, head=city.head if city.head != city.i else i, dep=city.dep)
        words[i + 1] = replace(city, head=i, dep="nmod")
        for k in range(sentence.first, sentence.last):
            if words[k].head == city.i and k not in {i, city.i}:
                words[k] = replace(words[k], head=i)
        changed = True
    return changed


def up_to(words: Words, sentence: Sentence, _grammar: Grammar) -> bool:
    """Whether a counted object was freed of "up to": "arrested up to 16 students"."""
    changed = False
    for i in range(sentence.first + 1, sentence.last - 2):
        up, to, number = words[i], words[i + 1], words[i + 2]
        noun = words[number.head]
        if (up.text, to.text) != ("up", "to") or number.tag != "CD" or (noun.dep, noun.head) != ("pobj", to.i):
            continue
        verb = words[up.head]
        if verb.tag.startswith("VB") and attach(words, noun.i, verb.i, "dobj"):
            words[up.i] = replace(up, head=number.i, dep="quantmod")
            words[to.i] = replace(to, head=number.i, dep="quantmod")
            changed = True
    return changed


def finite_conjunct(words: Words, sentence: Sentence, _grammar: Grammar) -> bool:
    """Whether a finite verb was freed of an infinitive: "ordered the envoy to leave and *will* close the consulate"."""
    changed = False
    for i in range(sentence.first, sentence.last):
        verb, first = words[i], words[words[i].head]
        finite = any(words[k].head == i and words[k].tag == "MD" for k in range(first.i, i))
        below = first.dep in {"xcomp", "ccomp", "advcl"} and infinitive(words, first, sentence)
        if verb.dep != "conj" or not finite or not below:
            continue
        if not any(words[k].head == i and words[k].dep in SUBJECTS for k in range(first.i, i)):
            changed |= attach(words, i, first.head, "conj")
    return changed


def listed_subjects(words: Words, sentence: Sentence, _grammar: Grammar) -> bool:
    """Whether two subjects of a headline were made one: "Fiji, Malta agree to resume relations"."""
    changed = False
    for i in range(sentence.first, sentence.last - 2):
        first, comma, second = words[i], words[i + 1], words[leftmost_head(words, i + 2, sentence)]
        pair = first.dep == second.dep == "nsubj" and first.head == second.head and comma.text == ","
        if pair and first.tag == second.tag == "NNP":
            changed |= attach(words, second.i, i, "conj")
    return changed


def leftmost_head(words: Words, i: int, sentence: Sentence) -> int:
    """The head of the name that begins with a word."""
    while words[i].dep == "compound" and i < words[i].head < sentence.last:
        i = words[i].head
    return i


RULES: tuple[Rule, ...] = (
    inverted_subject,
    reported_participle,
    paper_participle,
    listed_subjects,
    finite_conjunct,
    row_infinitive,
    mission_name,
    up_to,
    perfect_participle,
    fronted_gerund,
)
