"""Repairs of the parser's errors: what hangs on what after them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.coding.syntax import Syntax, repair
from dateline.coding.syntax.repairs import Repairs, repair_sentence
from dateline.coding.syntax.repairs.tree import Words
from dateline.model import Reading, Report, SectionKind, Sentence, Span, Token
from dateline.read import Reader


def syntax(reader: Reader, text: str) -> Syntax:
    """The repaired tree of a text."""
    return Syntax(repair(reader.read(Report("r", text))))


def word(tree: Syntax, text: str) -> Token:
    """The first token with this text."""
    return next(t for t in tree.tokens if t.text == text)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Fiji has recognized Kosovo, said its envoy Sam Lee, Wednesday, becoming the third country.", "becoming", "Fiji"),
        ("Instead of recognizing Kosovo, Peru opened a consulate in Serbia.", "opened", "Peru"),
        ("Russia, having annexed Crimea in 2014, declared four more regions its own.", "annexed", "Russia"),
        ("Norway urged Peru to recognize Kosovo.", "recognize", "Peru"),
        ("Peru decided to begin trying to restore ties with Chile.", "restore", "Peru"),
        ("Peru, which recognized Kosovo, was praised.", "recognized", "Peru"),
        ("Norway thanked Peru for recognizing Kosovo.", "recognizing", "Peru"),
        ("Peru said that the talks were over, accusing Chile of lying.", "accusing", "Peru"),
        ("Peru recalled its envoy and closed the consulate.", "closed", "Peru"),
        ("Peru, which denies supplying arms to Chile, asked to join it in February.", "asked", "Peru"),
        ("Peru has called on Chile to halt the raids and has threatened to cut ties.", "threatened", "Peru"),
        ("On Friday Peru cut ties with Chile.", "cut", "Peru"),
        ("German Chancellor Karin Vogt and Turkey's President Orhan Demir met in Vienna.", "met", "Vogt"),
        ("Officials said that on Friday Peru cut ties with Chile.", "cut", "Peru"),
    ],
)
def test_who_acts(reader: Reader, text: str, verb: str, subject: str) -> None:
    tree = syntax(reader, text)
    assert subject in [t.text for t in tree.actors(word(tree, verb))]


@pytest.mark.parametrize(
    ("text", "verb", "target"),
    [
        ("Kosovo was recognized by Peru.", "recognized", "Kosovo"),
        ("He left for Lima to attend the summit of the Lake League (LL) to be held there in May.", "held", "summit"),
        ("The envoy expelled by Peru left on Monday.", "expelled", "envoy"),
        ("Rebels have kidnapped up to 16 Russian advisers from a bazaar.", "kidnapped", "advisers"),
        ("The republics that Peru recognized are small.", "recognized", "republics"),
        ("Peru severed, and later restored, its ties with Chile.", "severed", "ties"),
        ("Israel signed agreements on Tuesday normalizing its relations with Bahrain.", "signed", "agreements"),
    ],
)
def test_to_whom_it_is_done(reader: Reader, text: str, verb: str, target: str) -> None:
    tree = syntax(reader, text)
    assert target in [t.text for t in tree.objects(word(tree, verb))]


def test_an_infinitive_of_a_row_hangs_on_its_noun(reader: Reader) -> None:
    tree = syntax(reader, "The vote makes Peru the second country after Chile to recognize Kosovo.")
    verb, noun = word(tree, "recognize"), word(tree, "country")
    assert (verb.head, verb.dep) == (noun.i, "acl")
    assert "Peru" in [t.text for t in tree.stands_for(noun)]


def test_a_mission_heads_the_city_behind_it(reader: Reader) -> None:
    tree = syntax(reader, "Embassy Suva was opened on 3 May 1992.")
    assert [t.text for t in tree.objects(word(tree, "opened"))] == ["Embassy"]


def test_what_is_well_parsed_stays_as_it_is(reader: Reader) -> None:
    reading = reader.read(Report("r", "Peru recognized Kosovo on Monday."))
    assert repair(reading) is reading


WORDS = (
    ("said", "say", "VBD"),
    ("having", "have", "VBG"),
    ("recognized", "recognize", "VBN"),
    ("to", "to", "TO"),
    ("recognize", "recognize", "VB"),
    ("country", "country", "NN"),
    ("third", "third", "JJ"),
    ("after", "after", "IN"),
    ("Embassy", "embassy", "NNP"),
    ("Suva", "Suva", "NNP"),
    ("up", "up", "RB"),
    ("16", "16", "CD"),
    ("will", "will", "MD"),
    (",", ",", ","),
)
DEPS = (
    "ROOT",
    "nsubj",
    "dobj",
    "pobj",
    "amod",
    "compound",
    "conj",
    "advcl",
    "xcomp",
    "ccomp",
    "acl",
    "aux",
    "mark",
    "prep",
    "pcomp",
)


@st.composite
def parses(draw: st.DrawFn) -> Reading:
    """A sentence of the words that rules look for, under any tree and any labels, as a parser gone wrong may give them."""
    chosen = draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=12))
    order = draw(st.permutations(range(len(chosen))))
    heads = {order[0]: order[0]} | {order[k]: order[draw(st.integers(0, k - 1))] for k in range(1, len(order))}
    words = tuple(
        Token(i, 0, 0, text, lemma, tag, "X", draw(st.sampled_from(DEPS)), heads[i], "", 0)
        for i, (text, lemma, tag) in enumerate(chosen)
    )
    sentence = Sentence(0, Span(0, 0), 0, len(words), 0, SectionKind.BODY)
    return Reading(Report("r", ""), (), (), (sentence,), words)


def parse(*rows: tuple[str, str, str, int]) -> Reading:
    """A sentence of words with their tag, label and head."""
    words = tuple(Token(i, 0, 0, text, text.lower(), tag, "X", dep, head, "", 0) for i, (text, tag, dep, head) in enumerate(rows))
    return Reading(Report("r", ""), (), (), (Sentence(0, Span(0, 0), 0, len(words), 0, SectionKind.BODY),), words)


AFTER_BELOW_ITS_SUBJECT = parse(
    ("third", "JJ", "amod", 1),
    ("country", "NN", "ROOT", 1),
    ("after", "IN", "prep", 3),
    ("Peru", "NNP", "nsubj", 5),
    ("to", "TO", "aux", 5),
    ("recognize", "VB", "acl", 1),
)
ROOTED_AUXILIARY = parse(("having", "VBG", "ROOT", 0), ("severed", "VBN", "amod", 2), ("ties", "NNS", "dobj", 0))


@example(AFTER_BELOW_ITS_SUBJECT)
@example(ROOTED_AUXILIARY)
@given(parses())
@settings(max_examples=200)
def test_repaired_trees_have_no_rings(reading: Reading) -> None:
    tokens = repair(reading).tokens
    for token in tokens:
        seen = {token.i}
        while token.head != token.i:
            token = tokens[token.head]
            assert token.i not in seen, "a ring of heads, which no walk would end on"
            seen.add(token.i)


@settings(max_examples=300)
@given(parses())
def test_repairs_that_a_sentence_cannot_need_would_change_nothing(reading: Reading) -> None:
    asked = Repairs.load()
    everywhere = Repairs(tuple((rule, 0) for rule, _ in asked.rules), asked.met_by)
    all_tried, needed = Words(reading.tokens), Words(reading.tokens)
    for sentence in reading.sentences:
        repair_sentence(all_tried, sentence, everywhere)
        repair_sentence(needed, sentence, asked)
    assert all_tried == needed


@given(parses(), st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11), st.sampled_from(DEPS)), max_size=8))
def test_words_know_what_hangs_on_them_however_they_are_hung(reading: Reading, moves: list[tuple[int, int, str]]) -> None:
    words = Words(reading.tokens)
    for i, head, dep in [(i, head, dep) for i, head, dep in moves if max(i, head) < len(words)]:
        words[i] = replace(words[i], head=head, dep=dep)
    assert_known(words)
    words.undo(0)
    assert tuple(words) == reading.tokens
    assert_known(words)


def assert_known(words: Words) -> None:
    """What a walk through the words finds on each is what they know."""
    for head in range(len(words)):
        assert words.on(head) == [t.i for t in words if t.head == head != t.i]
        for dep in DEPS:
            assert words.on(head, dep) == [t.i for t in words if t.head == head != t.i and t.dep == dep]


def flat(rows: Sequence[tuple[str, str, str]], times: int) -> Reading:
    """A sentence of the same words again and again, all of which hang on the first."""
    return parse(*((text, tag, dep, 0) for _ in range(times) for text, tag, dep in rows))


def deep(rows: Sequence[tuple[str, str, str]], times: int) -> Reading:
    """A sentence of the same words again and again, each of which hangs on the word before."""
    return parse(
        *((text, tag, dep, max(0, k * len(rows) + i - 1)) for k in range(times) for i, (text, tag, dep) in enumerate(rows))
    )


NONSENSE = {
    "quotes": [('"', "''", "punct")],
    "that": [("that", "IN", "mark"), ("told", "VBD", "relcl")],
    "participles": [("said", "VBD", "ccomp"), (",", ",", "punct"), ("accusing", "VBG", "advcl")],
    "gerunds": [("leaving", "VBG", "pcomp"), ("Fiji", "NNP", "compound")],
    "semicolons": [("left", "VBD", "nsubj"), (";", ":", "punct")],
    "personae": [("persona", "NN", "dobj"), ("non", "JJ", "amod"), ("grata", "NN", "amod")],
    "among": [("among", "IN", "prep"), ("them", "PRP", "pobj")],
    "missions": [("embassy", "NN", "compound"), ("Suva", "NNP", "nsubj")],
    "names": [("Fiji", "NNP", "nsubj"), (",", ",", "punct"), ("Malta", "NNP", "compound")],
    "conjuncts": [("by", "IN", "agent"), ("Fiji", "NNP", "conj")],
    "after": [("after", "IN", "mark"), (",", ",", "punct"), ("it", "PRP", "nsubj"), ("left", "VBD", "relcl")],
}


@pytest.mark.parametrize("shape", [flat, deep])
@pytest.mark.parametrize("kind", NONSENSE)
def test_the_time_of_repairs_grows_with_the_sentence_and_no_faster(shape: Callable[..., Reading], kind: str) -> None:
    def seconds(words: int) -> float:
        reading = shape(NONSENSE[kind], words // len(NONSENSE[kind]))
        start = process_time()
        repair(reading)
        return process_time() - start

    seconds(100)
    assert seconds(10_000) < 3, "a walk through the whole sentence for each word takes ten seconds and more"
