"""How deep in the parse a cue may stand."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import Token
from dateline.read import Tree

DEEPEST = 60
"""A cue is looked for at most so many steps below the root of its sentence. In thirty thousand reports none stands thirty deep;
"said that he said that he said" without end would else be read once more for each of its words.
"""


def within_reach(tree: Tree) -> Iterator[Token]:
    """The tokens in which a cue may stand, in the order of the text."""
    deep = too_deep(tree)
    return (token for token in tree.tokens if token.i not in deep)


def too_deep(tree: Tree) -> frozenset[int]:
    """The tokens that stand too deep; each is passed once. No sentence of ordinary length is so deep."""
    if all(s.last - s.first <= DEEPEST for s in tree.reading.sentences):
        return frozenset()
    level = [token.i for token in tree.tokens if token.head == token.i]
    for _ in range(DEEPEST):
        level = [below for i in level for below in tree.below[i]]
    deep: list[int] = []
    while level:
        level = [below for i in level for below in tree.below[i]]
        deep.extend(level)
    return frozenset(deep)
