"""Quotation marks paired: straight, curly, angle, single, typewriter; nested, over several paragraphs, or never closed.

One walk over the marks of each paragraph with a stack of open ones. What a mark does is told by the mark itself, by what
stands beside it, and by what is open: apostrophes, inches and marks of the wrong side must not upset the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from typing import NamedTuple

from dateline.model import Quotation, Span
from dateline.read.phrases import data

DEEPEST = 4
"""Deeper nesting is nonsense."""

CARRIED = 4
"""A quotation that no paragraph opens again is closed within so many paragraphs, or was never closed."""


class Side(Enum):
    """What a mark does."""

    OPEN = "open"
    CLOSE = "close"
    EITHER = "either"
    NONE = "none"


class Mark(NamedTuple):
    """A quotation mark in the text. ``side`` is what its neighbours say, ``usual`` what its shape says."""

    start: int
    end: int
    family: str
    usual: Side
    side: Side


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of ``data/quotation_marks.toml``."""

    pattern: re.Pattern[str]
    shapes: dict[str, tuple[str, Side]]
    elisions: frozenset[str]


@dataclass(slots=True)
class Opened:
    """A quotation that is open while the walk goes on; ``end`` is set when it is closed."""

    start: int
    inner: int
    family: str
    end: int | None = None
    inner_end: int = 0


@cache
def marks() -> Marks:
    """The marks that are known."""
    found = data("quotation_marks.toml")
    sides = {"open": Side.OPEN, "close": Side.CLOSE, "both": Side.EITHER}
    shapes = {m: (family, sides[side]) for family in ("double", "angle", "single") for side in sides for m in found[family][side]}
    longest_first = sorted(shapes, key=len, reverse=True)
    return Marks(re.compile("|".join(map(re.escape, longest_first))), shapes, frozenset(found["elisions"]["words"]))


def quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """The quotations of a text, in order: one for each paragraph that a quotation runs through."""
    marked = [[m for m in marks_in(text, p) if m.side is not Side.NONE] for p in paragraphs]
    inside = False
    found: list[Quotation] = []
    for k, (paragraph, own) in enumerate(zip(paragraphs, marked, strict=True)):
        if inside and not any(m.family != "single" for m in own):
            found.append(Quotation(paragraph, paragraph, closed=False, continued=True))
            continue
        pieces, left_open = pair(own, paragraph, inside)
        again = left_open and k + 1 < len(paragraphs) and opens_again(text, paragraphs[k + 1])
        inside = left_open and not again and closes_later(marked[k + 1 : k + 1 + CARRIED])
        found.extend(settle(text, pieces, paragraph, again or inside))
    return tuple(found)


def closes_later(marked: Sequence[Sequence[Mark]]) -> bool:
    """Whether the first double mark in the paragraphs that follow closes."""
    return next((carries_on(own) for own in marked if any(m.family != "single" for m in own)), False)


def marks_in(text: str, paragraph: Span) -> Iterator[Mark]:
    """The marks of a paragraph with what each does as far as its neighbours tell."""
    known = marks()
    for found in known.pattern.finditer(text, paragraph.start, paragraph.end):
        family, usual = known.shapes[found.group()]
        before = text[found.start() - 1] if found.start() > paragraph.start else " "
        after = text[found.end()] if found.end() < paragraph.end else " "
        side = single_side(text, found, before, after) if family == "single" else side_of(before, after)
        if family != "single" and (found.start() == paragraph.start) != (found.end() == paragraph.end):
            side = Side.OPEN if found.start() == paragraph.start else Side.CLOSE
        yield Mark(found.start(), found.end(), family, usual, side)


def side_of(before: str, after: str) -> Side:
    """What the neighbours say of a double mark."""
    opens = before.isspace() or before in "([{—–-/:‘'"
    closes = after.isspace() or after in ")]}.,;:!?—–-/’'"
    if opens == closes:
        return Side.EITHER
    return Side.OPEN if opens else Side.CLOSE


def single_side(text: str, found: re.Match[str], before: str, after: str) -> Side:
    """What the neighbours say of a single mark; NONE for an apostrophe."""
    known = marks()
    usual = known.shapes[found.group()][1]
    if before.isalnum() and after.isalnum():
        return Side.NONE
    if after.isalnum() and not before.isalnum():
        word = re.compile(r"\w{1,8}").match(text, found.end())
        elided = after.isdigit() or (word is not None and word.group().casefold() in known.elisions)
        return Side.NONE if usual is not Side.OPEN and elided else Side.OPEN
    if not before.isspace():
        return Side.CLOSE if usual is not Side.OPEN else Side.OPEN
    return usual if usual is not Side.EITHER else Side.NONE


def pair(own: Sequence[Mark], paragraph: Span, carried: bool) -> tuple[list[Opened], bool]:
    """The quotations of a paragraph, and whether one is open at its end.

    ``carried`` says that a paragraph before ended inside a quotation which the first mark of this one closes.
    """
    done: list[Opened] = []
    stack: list[Opened] = []
    if carried:
        stack.append(Opened(paragraph.start, paragraph.start, next(m for m in own if m.family != "single").family))
    closers = closers_after(own)
    for k, mark in enumerate(own):
        if closes(mark, stack):
            close(mark, stack, done)
        elif opens(mark, closers[k + 1]):
            stack.append(Opened(mark.start, mark.end, mark.family))
    left = [o for o in stack if o.family != "single"]
    return [*done, *left], bool(left)


def carries_on(own: Sequence[Mark]) -> bool:
    """Whether the first double mark of a paragraph closes, if something is open."""
    first = next((m for m in own if m.family != "single"), None)
    return first is not None and (first.side is Side.CLOSE or (first.side is Side.EITHER and first.usual is not Side.OPEN))


def closers_after(own: Sequence[Mark]) -> list[int]:
    """For each mark the number of single marks at or after it that can close."""
    counts = [0] * (len(own) + 1)
    for k in range(len(own) - 1, -1, -1):
        counts[k] = counts[k + 1] + (own[k].family == "single" and own[k].side is Side.CLOSE)
    return counts


def closes(mark: Mark, stack: Sequence[Opened]) -> bool:
    """Whether a mark closes something that is open."""
    if not stack or not any_open(stack, mark.family):
        return False
    if mark.family == "single":
        return mark.side is Side.CLOSE and stack[-1].family == "single"
    if mark.side is Side.EITHER:
        return mark.usual is not Side.OPEN
    return mark.side is Side.CLOSE


def any_open(stack: Sequence[Opened], family: str) -> bool:
    """Whether the innermost double quotation, or the innermost of all, is of the family."""
    if family == "single":
        return stack[-1].family == "single"
    return any(o.family == family for o in stack[-2:])


def opens(mark: Mark, closers: int) -> bool:
    """Whether a mark opens a quotation; a single one only if so many single marks after it can close that one does."""
    if mark.family == "single":
        return mark.side is Side.OPEN and closers > 0
    if mark.side is Side.EITHER:
        return mark.usual is not Side.CLOSE
    return mark.side is Side.OPEN


def close(mark: Mark, stack: list[Opened], done: list[Opened]) -> None:
    """Closes the innermost quotation of the mark's family; single marks left open inside were apostrophes."""
    while stack[-1].family != mark.family:
        stack.pop()
    ended = stack.pop()
    ended.end, ended.inner_end = mark.end, mark.start
    done.append(ended)


def opens_again(text: str, paragraph: Span) -> bool:
    """Whether a paragraph begins with a mark that opens."""
    first = marks().pattern.match(text, paragraph.start, paragraph.end)
    return first is not None and marks().shapes[first.group()][0] != "single"


def settle(text: str, pieces: Sequence[Opened], paragraph: Span, again: bool) -> Iterator[Quotation]:
    """The quotations of a paragraph as records, by their start; nonsense is dropped.

    Where one that is never closed holds another of its family, it was over before that began: “We go, he said. “We stay.”
    Where the next paragraph goes on, the outermost that is open runs on, and those within it were slips.
    """
    ordered = sorted(pieces, key=lambda o: o.start)
    if again:
        first = next(o for o in ordered if o.end is None)
        ordered = [o for o in ordered if o.end is not None or o is first]
    following: dict[str, int] = {}
    ended: list[Quotation] = []
    for piece in reversed(ordered):
        limit = paragraph.end if again else following.get(piece.family, paragraph.end)
        ended.append(quotation(text, piece, limit, again))
        following[piece.family] = piece.start
    yield from nested(reversed(ended))


def nested(ordered: Iterable[Quotation]) -> Iterator[Quotation]:
    """Quotations by their start, each with its depth; what crosses another or lies too deep is dropped."""
    enclosing: list[int] = []
    for made in ordered:
        while enclosing and enclosing[-1] <= made.outer.start:
            enclosing.pop()
        crosses = bool(enclosing) and made.outer.end > enclosing[-1]
        holds = made.closed or made.inner.end > made.inner.start
        if holds and not crosses and len(enclosing) <= DEEPEST:
            yield replace(made, depth=len(enclosing))
            enclosing.append(made.outer.end)


def quotation(text: str, piece: Opened, limit: int, again: bool) -> Quotation:
    """The record of one quotation; without a closing mark it ends at the limit."""
    if piece.end is not None:
        return Quotation(Span(piece.start, piece.end), Span(piece.inner, piece.inner_end))
    end = piece.inner + len(text[piece.inner : limit].rstrip())
    return Quotation(Span(piece.start, end), Span(piece.inner, end), closed=False, continued=again)
