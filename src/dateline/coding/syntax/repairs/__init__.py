"""Typical errors of the parser in this field, put right by rule before anything is read off the tree.

Each repair names the class of sentences that it is for; what it does not know, it leaves as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dateline.coding.codebook.needs import by_word, numbered, together
from dateline.coding.syntax.grammar import Grammar
from dateline.coding.syntax.repairs.clauses import (
    finite_conjunct,
    fronted_gerund,
    perfect_participle,
    persona_non_grata,
    status_noun,
    verb_as_adjective,
    verb_as_subject,
    verb_behind_relative,
)
from dateline.coding.syntax.repairs.fronted import (
    gathering_to_be_held,
    gathering_with_purpose,
    guest_as_subject,
    name_as_adverb,
    name_in_row_with_day,
    object_behind_day,
    subject_behind_day,
    subject_behind_phrase,
)
from dateline.coding.syntax.repairs.headlines import headline_verb, second_verb, verb_behind_comma
from dateline.coding.syntax.repairs.mains import main_after_clause
from dateline.coding.syntax.repairs.participles import guest, handed_object, robbed_object, told_that, visited_place, voiced_besides
from dateline.coding.syntax.repairs.phrases import (
    among_them,
    coordinated_mission,
    counted_owners,
    joined_subjects,
    listed_names,
    listed_subjects,
    mission_name,
    name_before_and,
    nominal_conjunct,
    one_of_them,
    up_to,
)
from dateline.coding.syntax.repairs.rows import left_out_verb, row_infinitive, row_of_subject, second_holder
from dateline.coding.syntax.repairs.speech import inverted_subject, paper_participle, reported_participle
from dateline.coding.syntax.repairs.titles import holder_behind_comma, holder_behind_country
from dateline.coding.syntax.repairs.tree import Words
from dateline.coding.syntax.repairs.words import cut_off_prefix, subject_on_auxiliary
from dateline.model import Reading, Sentence, Token

Rule = Callable[[Words, Sentence, Grammar], None]
RULES: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (cut_off_prefix, ("re",)),
    (verb_behind_relative, ("relcl appos", "acl")),
    (subject_on_auxiliary, ("nsubj nsubjpass", "aux auxpass")),
    (subject_behind_day, ("@days @months", "compound nmod amod nummod")),
    (object_behind_day, ("on", "@days", "compound nmod")),
    (subject_behind_phrase, ("prep", "conj appos", ",")),
    (name_as_adverb, ("NNP", "advmod npadvmod")),
    (name_in_row_with_day, ("@days", "conj", "VBD VBZ VBP")),
    (guest_as_subject, ("VBG", "csubj advcl", "@attributive")),
    (main_after_clause, ("mark", "relcl ccomp parataxis")),
    (holder_behind_country, ("@envoys", "to in at", "compound")),
    (holder_behind_comma, ("@envoys", "conj", ",", "and")),
    (headline_verb, ()),
    (verb_behind_comma, (",", "VBZ")),
    (second_verb, ()),
    (inverted_subject, ("VBG", "@reporting")),
    (reported_participle, ("VBG", "advcl", "@reporting")),
    (paper_participle, ("VBG", "acl", "pobj", "@instruments")),
    (counted_owners, ("CD", "NNS", "and")),
    (listed_subjects, ("nsubj", "NNP", ",")),
    (second_holder, ("nmod compound", "cc", "conj", "case")),
    (name_before_and, ("compound", "cc", "conj")),
    (joined_subjects, ("nsubj", "cc")),
    (listed_names, ("appos", ",", "conj")),
    (verb_as_adjective, ("dobj", "conj", "amod compound", ", and")),
    (finite_conjunct, ("conj", "xcomp ccomp advcl", "TO")),
    (row_infinitive, ("TO", "VB VBN VBP VBD", "@class_nouns after behind besides")),
    (left_out_verb, (", ;", "in on later", "npadvmod conj", "nsubj nsubjpass")),
    (row_of_subject, ("acl", "appos", "TO")),
    (mission_name, ("@missions", "compound", "NNP")),
    (coordinated_mission, ("@missions", "conj")),
    (status_noun, ("@missions", "to")),
    (persona_non_grata, ("persona personae personas",)),
    (verb_as_subject, (";", "nsubj")),
    (up_to, ("up", "to", "CD")),
    (nominal_conjunct, ("conj", "agent")),
    (one_of_them, ("@members", "of", "advmod")),
    (among_them, ("among",)),
    (perfect_participle, ("having",)),
    (fronted_gerund, ("VBG", "pcomp", "conj")),
    (guest, ("VBG", "@attributive")),
    (visited_place, ("VBG", "@attributive", "amod")),
    (robbed_object, ("VBG", "advcl")),
    (handed_object, ("npadvmod", "@handing", "dobj")),
    (told_that, ("that", "@telling")),
    (voiced_besides, ("VBG", "advcl", ",")),
    (gathering_with_purpose, ("nsubj", "ccomp", "TO", "@gatherings")),
    (gathering_to_be_held, ("advcl", "@holding", "@gatherings")),
)
"""The repairs in their order, each with what it needs: of each row one must stand in the sentence, as a word in small letters, a
lemma, a tag or a label; ``@missions`` is a class of ``control.toml``. Most repairs have nothing to do in most sentences.
"""


@dataclass(frozen=True, slots=True)
class Repairs:
    """The rules with the bits of what each needs, and for each mark of a word the bits of the needs that it meets."""

    rules: tuple[tuple[Rule, int], ...]
    met_by: Mapping[str, int]

    @staticmethod
    @lru_cache(maxsize=1)
    def load() -> Repairs:
        """The repairs of ``RULES``."""
        grammar = Grammar.load()
        needs = {rule: tuple(alternatives(row, grammar) for row in rows) for rule, rows in RULES}
        bits = numbered(row for rows in needs.values() for row in rows)
        return Repairs(tuple((rule, together(rows, bits)) for rule, rows in needs.items()), by_word(bits))

    def met(self, words: Sequence[Token], sentence: Sentence) -> int:
        """The bits of the needs that a sentence meets."""
        met, of = 0, self.met_by.get
        for t in words[sentence.first : sentence.last]:
            met |= of(t.text.lower(), 0) | of(t.lemma.lower(), 0) | of(t.tag, 0) | of(t.dep, 0)
        return met


def alternatives(row: str, grammar: Grammar) -> frozenset[str]:
    """The marks of a row; of a class its words, with those that a tagger leaves in the plural."""
    found: set[str] = set()
    for mark in row.split():
        words: Iterable[str] = getattr(grammar, mark[1:]) if mark.startswith("@") else ()
        found.update(words, (f"{word}s" for word in words), () if words else (mark,))
    return frozenset(found)


def repair(reading: Reading) -> Reading:
    """The reading with its tree repaired; the same object where nothing had to be."""
    words, repairs = Words(reading.tokens), Repairs.load()
    for sentence in reading.sentences:
        repair_sentence(words, sentence, repairs)
    repaired = tuple(words) if words.replaced else reading.tokens
    return reading if repaired == reading.tokens else replace(reading, tokens=repaired)


def repair_sentence(words: Words, sentence: Sentence, repairs: Repairs) -> None:
    """Does the repairs of a sentence; what one of them changes may meet the needs of the next."""
    grammar, met = Grammar.load(), repairs.met(words, sentence)
    for rule, needs in repairs.rules:
        if needs & ~met:
            continue
        before = len(words.replaced)
        apply(rule, words, sentence, grammar)
        if len(words.replaced) > before:
            met = repairs.met(words, sentence)


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
