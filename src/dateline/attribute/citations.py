"""Phrases that cite: "AFP, citing a source in the ministry, said"; "he wrote, quoted from TASS"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.attribute.phrases import Phrases
from dateline.model import Token
from dateline.read import Tree

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
REACH = 12
"""How far behind the phrase the noun that it cites may end."""


class CitingWords:
    """The phrases that cite and the nouns that may be cited for words."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.citing = Phrases(table["citing"])
        self.through = Phrases(table["through"])
        self.sources = frozenset(table["source_nouns"])
        self.openers = self.citing.openers | self.through.openers


@dataclass(frozen=True, slots=True)
class Citation:
    """A phrase that cites: its tokens, the head of what is cited, the verb that it hangs on, and its direction."""

    words: tuple[Token, ...]
    cited: Token
    host: Token | None
    through: bool

    @property
    def start(self) -> int:
        """The index of its first token."""
        return self.words[0].i


def find_citations(tree: Tree, words: CitingWords) -> Iterator[Citation]:
    """The citations of a reading, in order."""
    tokens = tree.tokens
    for k, token in enumerate(tokens):
        if token.text.lower() not in words.openers:
            continue
        for through, phrases in ((False, words.citing), (True, words.through)):
            size = phrases.at(tokens, k)
            if size and tokens[k + size - 1].sentence == token.sentence:
                cited = noun_after(tree, k + size)
                if cited:
                    yield Citation(tuple(tokens[k : k + size]), cited, host(tree, token), through)
                    break


def noun_after(tree: Tree, k: int) -> Token | None:
    """The head of the noun phrase that begins at the k-th token."""
    tokens = tree.tokens
    if k >= len(tokens) or tokens[k - 1].sentence != tokens[k].sentence:
        return None
    for token in tokens[k : k + REACH]:
        if token.pos in NOMINAL:
            return phrase_head(tree, token)
        if (
            token.pos not in {"DET", "ADJ", "ADV", "NUM", "PART", "AUX"}
            and token.tag not in {"VBN", "VBG"}
            and token.text not in {"-", '"'}
        ):
            return None
    return None


def phrase_head(tree: Tree, token: Token) -> Token:
    """The noun at whose end a chain of compounds and possessors stands."""
    while token.dep in {"compound", "poss", "nmod", "amod"} and tree[token.head].i > token.i and tree[token.head].pos in NOMINAL:
        token = tree[token.head]
    return token


def host(tree: Tree, token: Token) -> Token | None:
    """The nearest verb above a phrase."""
    return next((a for a in tree.ancestors(token) if a.pos in {"VERB", "AUX"}), None)
