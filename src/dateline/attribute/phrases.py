"""Runs of words found in tokens: the common ground of channels, relays and outlets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dateline.model import Token

WORD = re.compile(r"\w+|[^\w\s]")


class Phrases:
    """Phrases by their first word, the longest first; a word with a capital must be written with it in the text."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._table: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(WORD.findall(phrase))
            self._table.setdefault(words[0].lower(), []).append(words)
        for found in self._table.values():
            found.sort(key=len, reverse=True)
        self.openers = frozenset(self._table)
        """The words, in small letters, with which the phrases begin."""
        self._seconds = {
            first: frozenset(words[1].lower() if len(words) > 1 else "" for words in found) for first, found in self._table.items()
        }
        """What may follow the first word; nothing where it is a phrase by itself."""
        self._longest = max((len(words) for found in self._table.values() for words in found), default=0)

    def at(self, tokens: Sequence[Token], k: int) -> int:
        """How many tokens from the k-th on the longest phrase takes; 0 where none begins."""
        first = tokens[k].text.lower()
        seconds = self._seconds.get(first)
        if seconds is None:
            return 0
        if "" not in seconds and (k + 1 >= len(tokens) or tokens[k + 1].text.lower() not in seconds):
            return 0
        for words in self._table[first]:
            if k + len(words) <= len(tokens) and all(same(t, w) for t, w in zip(tokens[k : k + len(words)], words, strict=True)):
                return len(words)
        return 0

    def ends(self, tokens: Sequence[Token]) -> bool:
        """Whether the tokens end in one of the phrases."""
        count = len(tokens)
        return any(k + self.at(tokens, k) == count for k in range(max(0, count - self._longest), count))


def same(token: Token, word: str) -> bool:
    """Whether a token is the word, capitals counting only where the word has them."""
    return token.text == word if word != word.lower() else token.text.lower() == word
