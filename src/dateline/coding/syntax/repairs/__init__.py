"""Typical errors of the parser in this field, put right by rule before anything is read off the tree.

Each repair names the class of sentences that it is for; what it does not know, it leaves as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dateline.coding.syntax.grammar import Grammar
from dateline.coding.syntax.repairs.clauses import (
    finite_conjunct,
    fronted_gerund,
    perfect_participle,
    persona_non_grata,
    status_noun,
    verb_as_subject,
    verb_behind_relative,
)
from dateline.coding.syntax.repairs.fronted import gathering_to_be_held, guest_as_subject, name_as_adverb, subject_behind_day
from dateline.coding.syntax.repairs.headlines import headline_verb, second_verb
from dateline.coding.syntax.repairs.mains import main_after_clause
from dateline.coding.syntax.repairs.participles import guest, robbed_object, told_that, visited_place, voiced_besides
from dateline.coding.syntax.repairs.phrases import (
    among_them,
    coordinated_mission,
    listed_names,
    listed_subjects,
    mission_name,
    nominal_conjunct,
    one_of_them,
    up_to,
)
from dateline.coding.syntax.repairs.rows import row_infinitive, row_of_subject
from dateline.coding.syntax.repairs.speech import inverted_subject, paper_participle, reported_participle
from dateline.coding.syntax.repairs.titles import holder_behind_country
from dateline.coding.syntax.repairs.tree import Words
from dateline.coding.syntax.repairs.words import cut_off_prefix, subject_on_auxiliary
from dateline.model import Reading, Sentence

Rule = Callable[[Words, Sentence, Grammar], None]
RULES: tuple[Rule, ...] = (
    cut_off_prefix,
    verb_behind_relative,
    subject_on_auxiliary,
    subject_behind_day,
    name_as_adverb,
    guest_as_subject,
    main_after_clause,
    holder_behind_country,
    headline_verb,
    second_verb,
    inverted_subject,
    reported_participle,
    paper_participle,
    listed_subjects,
    listed_names,
    finite_conjunct,
    row_infinitive,
    row_of_subject,
    mission_name,
    coordinated_mission,
    status_noun,
    persona_non_grata,
    verb_as_subject,
    up_to,
    nominal_conjunct,
    one_of_them,
    among_them,
    perfect_participle,
    fronted_gerund,
    guest,
    visited_place,
    robbed_object,
    told_that,
    voiced_besides,
    gathering_to_be_held,
)


def repair(reading: Reading) -> Reading:
    """The reading with its tree repaired; the same object where nothing had to be."""
    words = Words(reading.tokens)
    grammar = Grammar.load()
    for sentence in reading.sentences:
        for rule in RULES:
            apply(rule, words, sentence, grammar)
    repaired = tuple(words) if words.replaced else reading.tokens
    return reading if repaired == reading.tokens else replace(reading, tokens=repaired)


def apply(rule: Rule, words: Words, sentence: Sentence, grammar: Grammar) -> None:
    """Does what a rule asks of a sentence, and undoes it where it leaves a ring of heads, which no walk would end on."""
    before = len(words.replaced)
    rule(words, sentence, grammar)
    if len(words.replaced) > before and ringed(words, sentence):
        words.undo(before)


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
