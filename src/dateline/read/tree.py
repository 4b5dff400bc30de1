"""Walking the parse of a reading: children, subtrees, noun phrases, heads of spans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from dateline.model import Reading, Span, Token


class Tree:
    """A reading's parse with the moves that the later stages need; cheap to make, it copies nothing."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tokens = reading.tokens
        self.below = reading.children

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i]

    def head(self, token: Token) -> Token | None:
        """The token above, or None at a root."""
        return None if token.head == token.i else self.tokens[token.head]

    def children(self, token: Token, *deps: str) -> list[Token]:
        """The token's children from left to right, all or those with one of the labels."""
        below = self.below[token.i]
        if not below:
            return []
        tokens = self.tokens
        if not deps:
            return [tokens[k] for k in below]
        return [child for k in below if (child := tokens[k]).dep in deps]

    def child(self, token: Token, *deps: str) -> Token | None:
        """The first child with one of the labels."""
        for k in self.below[token.i]:
            child = self.tokens[k]
            if not deps or child.dep in deps:
                return child
        return None

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The tokens above, from the nearest to the root."""
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> list[Token]:
        """The token and all below it, in the order of the text."""
        if not self.below[token.i]:
            return [token]
        found, todo = [token.i], list(self.below[token.i])
        while todo:
            k = todo.pop()
            found.append(k)
            todo.extend(self.below[k])
        return [self.tokens[k] for k in sorted(found)]

    def subtree_span(self, token: Token) -> Span:
        """From the first to the last word below the token."""
        words = self.subtree(token)
        return Span(words[0].start, words[-1].end)

    def conjuncts(self, token: Token) -> list[Token]:
        """The token and those coordinated with it, whichever of them is asked ("Russia and Syria")."""
        first = token
        while first.dep == "conj" and first.head != first.i:
            first = self.tokens[first.head]
        found = {first.i: first}
        todo = [first]
        for t in todo:
            new = [c for c in self.children(t, "conj") if c.i not in found]
            found |= {c.i: c for c in new}
            todo.extend(new)
        return [found[i] for i in sorted(found)]

    def within(self, span: Span) -> list[Token]:
        """The tokens that overlap a span."""
        starts = self.reading.token_starts
        first = max(0, bisect_right(starts, span.start) - 1)
        last = bisect_left(starts, span.end)
        return [t for t in self.tokens[first:last] if t.end > span.start]

    def head_of(self, span: Span) -> Token | None:
        """The token of a span whose head lies outside of it: the word that the rest hangs on."""
        return self.top(self.within(span))

    def top(self, words: Sequence[Token]) -> Token | None:
        """The first of some words side by side that hangs on none of the others."""
        if not words:
            return None
        first, last = words[0].i, words[-1].i
        return next((t for t in words if t.head == t.i or not first <= t.head <= last), None)
