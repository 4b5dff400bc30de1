"""Tokens put right before they are parsed: white space dropped, glued sentences cut, typewriter quotes joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

GLUE = re.compile(
    r"(?<=[a-z0-9)\"”’'%])(?=[.?!][\"”’']?[A-Z][a-z])"  # 2014|.Ukraine
    r"|(?<=[a-z0-9)\"”’'%][.?!])(?=[\"”’'“]?[A-Z][a-z])"  # 2014.|Ukraine
    r"|(?<=^[.?!,;])(?=[A-Z][a-z])"  # .|Ukraine, a stop that stands before its blank
    r"|(?<=[A-Z]\.)(?=[A-Z][a-z])"  # U.S.|Army
    r"|(?<=[\w.,!?;:)])(?=[\"“”«»])|(?<=[\"“”«»])(?=[\w(])"  # war,|"|said
    r"|(?<=\w)(?=,[\"”])|(?<=[\w,])(?=\()|(?=\)\w)|(?<=\))(?=\w)"  # (|DPR|)|and
    r"|(?<=\d\d\d\d)(?=\.$)"
)
LINK = re.compile(r"://|@|^www\.|\.(?:com|org|net|ge|ru|uk|html?)\b", re.IGNORECASE)
LONGEST_GLUED = 200
"""Longer strings without a blank are noise, not glued words."""

HIDDEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
"""Marks inside words that show nothing; the parser does not see them."""


class Word(NamedTuple):
    """A word of a paragraph: its place, how the parser sees it, whether a blank follows, and the token it came from."""

    start: int
    end: int
    shown: str
    blank: bool
    origin: int  # the tokenizer's token, or -1 where it is another word than the tokenizer's


def words(text: str, tokens: Sequence[tuple[int, int]]) -> list[Word]:
    """The words of a paragraph from the tokenizer's tokens, given as (start, end)."""
    pieces = list(joined(text, list(cut(text, tokens))))
    follow = [*(start for start, _, _ in pieces[1:]), len(text)][: len(pieces)]
    hidden = not text.isascii() and HIDDEN.search(text) is not None
    found: list[Word] = []
    for (start, end, origin), after in zip(pieces, follow, strict=True):
        shown = HIDDEN.sub("", text[start:end]) if hidden else text[start:end]
        if shown:
            found.append(Word(start, end, shown, after > end, origin if len(shown) == end - start else -1))
    return found


def cut(text: str, tokens: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """The tokens without white space, glued ones cut; the third value is the token's number if it is whole."""
    for k, (start, end) in enumerate(tokens):
        token = text[start:end]
        if token.isspace():
            continue
        if end - start < 3 or end - start > LONGEST_GLUED or token.isalpha() or LINK.search(token):
            yield start, end, k
            continue
        bounds = [0, *sorted({m.start() for m in GLUE.finditer(token)} - {0}), len(token)]
        for a, b in pairwise(bounds):
            yield start + a, start + b, k if len(bounds) == 2 else -1


def joined(text: str, pieces: list[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """The pieces with each typewriter opening quote in one."""
    waiting: tuple[int, int, int] | None = None
    for piece in pieces:
        if waiting and text[piece[0] : piece[1]] == "`" and waiting[1] == piece[0]:
            yield waiting[0], piece[1], -1
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = piece if text[piece[0] : piece[1]] == "`" else None
        if waiting is None:
            yield piece
    if waiting:
        yield waiting
