"""Readers asked only where they can begin read the same as readers asked everywhere."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.resolve.times.lexer import lex
from dateline.resolve.times.openers import opener, openers
from dateline.resolve.times.readers import readers
from dateline.resolve.times.vocabulary import vocabulary

WORDS = sorted(
    {word for entries in vocabulary().words.values() for word in entries} | {"a", "an", "half", "couple", "of", "dozens"}
)
OTHERS = (
    "'90s",
    "1996",
    "13th",
    "7",
    "05",
    "½",
    "1/2",
    "13.7.2022",
    "10:35",
    "the",
    "that",
    "Fiji",
    "٣",
    "#",
    "final",
    "last",
    "'",
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*WORDS, *map(str.title, WORDS), *OTHERS]), min_size=1, max_size=5))
def test_openers_hold_every_word_at_which_a_reader_reads(words: list[str]) -> None:
    """No reader reads anything at a word that is none of its openers."""
    text = " ".join(words)
    line = lex(text, 0, len(text))
    for i, word in enumerate(line.words):
        for name, reader in readers().items():
            assert reader(line, i) is None or opener(word) in openers(name), (name, text, word)
