"""Repairs of the parser's errors: what hangs on what after them."""

from __future__ import annotations

import pytest

from dateline.coding.syntax import Syntax, repair
from dateline.model import Report, Token
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
        ("Peru recalled its envoy and closed the consulate.", "closed", "Peru"),
    ],
)
def test_who_acts(reader: Reader, text: str, verb: str, subject: str) -> None:
    tree = syntax(reader, text)
    assert subject in [t.text for t in tree.actors(word(tree, verb))]


@pytest.mark.parametrize(
    ("text", "verb", "target"),
    [
        ("Kosovo was recognized by Peru.", "recognized", "Kosovo"),
        ("The envoy expelled by Peru left on Monday.", "expelled", "envoy"),
        ("Rebels have kidnapped up to 16 Russian advisers from a bazaar.", "kidnapped", "advisers"),
        ("The republics that Peru recognized are small.", "recognized", "republics"),
        ("Peru severed, and later restored, its ties with Chile.", "severed", "ties"),
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


def test_repaired_trees_have_no_rings(reader: Reader) -> None:
    text = "Having, after Peru and, said up to 16 becoming Wednesday, the third country to have recognized, Embassy Suva."
    tree = syntax(reader, text)
    for token in tree.tokens:
        seen = {token.i}
        for above in tree.ancestors(token):
            assert above.i not in seen
            seen.add(above.i)
