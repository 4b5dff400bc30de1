"""Groups of states that a text names together: "the three Baltic states", "both Koreas"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dateline.model import MentionForm, Token
from dateline.resolve.actors.scene import Draft, Scene
from dateline.resolve.actors.words import listed, load_anaphors, tables

PLURALS = frozenset({"NNS", "NNPS"})
NAMING = PLURALS | {"NNP"}
"""The tags of words that may name a set."""
ALL = frozenset({"both", "all"})


@cache
def sets() -> Mapping[str, tuple[str, ...]]:
    """The ids of the states of each set by the words that name it."""
    return {name: tuple(row["parties"]) for row in tables("sets")["set"] for name in row["names"]}


def set_of_states(scene: Scene, token: Token) -> Draft | None:
    """The mention of all the states of a set; None where only some are meant ("two Nordic countries") or the word tells another."""
    if token.tag not in NAMING:
        return None
    first = token.i
    found = sets().get(token.text)
    if found is None and token.tag in PLURALS and token.lemma.lower() in listed("sets", "nouns") and token.i:
        first = token.i - 1
        found = sets().get(scene.tokens[first].text) if scene.same_sentence(first, token.i) else None
    if found is None or not is_whole(scene, token, len(found)):
        return None
    words = scene.tree.children(token, "det", "predet", "nummod", "amod", "compound")
    start = min((w.i for w in words if w.i < first), default=first)
    return Draft(start, token.i, token.i, MentionForm.NAME, found, "a set of states", None, True)


def is_whole(scene: Scene, token: Token, size: int) -> bool:
    """Whether no word before a set takes some out of it: no number but its own, neither "some" nor "most"."""
    words = [w.text.lower() for w in scene.tree.children(token, "det", "predet", "nummod", "amod", "advmod") if w.i < token.i]
    numbers = [load_anaphors().numbers.get(w) for w in words if w in load_anaphors().numbers and w not in ALL]
    counted = any(w.isdigit() and int(w) != size for w in words)
    return not counted and all(n == size for n in numbers) and listed("sets", "some").isdisjoint(words)
