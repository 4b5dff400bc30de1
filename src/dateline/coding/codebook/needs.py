"""What a sentence must hold for a rule to have a chance, as bits of a number: one comparison tells that it has none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Bits = Mapping[frozenset[str], int]
"""A bit for each set of words of which one is needed."""


def numbered(needs: Iterable[frozenset[str]]) -> Bits:
    """A bit for each set."""
    return {words: 1 << k for k, words in enumerate(dict.fromkeys(needs))}


def together(needs: Iterable[frozenset[str]], bits: Bits) -> int:
    """The bits of some sets."""
    return sum(bits[words] for words in {*needs})


def by_word(bits: Bits) -> dict[str, int]:
    """For each word the bits of the sets in which it stands."""
    found: dict[str, int] = {}
    for words, bit in bits.items():
        for word in words:
            found[word] = found.get(word, 0) | bit
    return found
