"""Finds in one line, before they become mentions: scanned by the grammar, joined with their neighbours, modified."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.resolve.times import moments
from dateline.resolve.times.lexer import Line
from dateline.resolve.times.patterns import Grammar, Match
from dateline.resolve.times.symbolic import Call, Expr, parse
from dateline.resolve.times.templates import fill
from dateline.resolve.times.vocabulary import Join, Modifier, vocabulary

DIRECTED = frozenset({"pick", "this", "last", "next", "past", "future", "near"})
SHAPES = {"half": "period", "quarter": "period", "season": "period", "month": "period"}
"""Shapes of told units that go by another name."""
LONGEST_MODIFIER = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """A find: from a word up to another, what it means, and of what sort it is."""

    start: int
    end: int
    expr: Expr
    type: str
    anchor: str
    shape: str
    weak: bool = False
    mod: str | None = None
    other: Piece | None = None  # another way of reading the same words, for joins


def scan(line: Line, grammar: Grammar) -> list[Piece]:
    """The finds of a line from left to right, each the longest at its place; a weak one yields to what begins inside of it."""
    found: list[Piece] = []
    end = 0
    for i in (i for i, word in enumerate(line.words) if grammar.begins(word)):
        piece = read(line, grammar, i) if i >= end else None
        if piece and piece.weak:
            inside = (read(line, grammar, k) for k in range(i + 1, piece.end))
            piece = next((p for p in inside if p and not p.weak and p.end > piece.end), piece)
        if piece:
            found.append(piece)
            end = piece.end
    return found


def read(line: Line, grammar: Grammar, i: int) -> Piece | None:
    """The find at a place."""
    readings = grammar.readings(line, i)
    return as_piece(readings) if readings else None


def as_piece(readings: tuple[Match, ...]) -> Piece:
    """The find of the best reading, with the second best beside it."""
    first, *rest = (from_match(match) for match in readings)
    return replace(first, other=rest[0]) if rest else first


def from_match(match: Match) -> Piece:
    """A find out of a rule that fits."""
    rule = match.rule
    expr = parse(fill(rule.gives, match.captures))
    shape = rule.shape or shape_of(expr, rule.type, rule.anchor)
    return Piece(match.start, match.end, expr, rule.type, rule.anchor, shape, rule.weak)


# --------------------------------------------------------------------------- what sort of thing it is


def shape_of(expr: Expr, type: str, anchor: str) -> str:
    """The shape by which joins know a find."""
    if type in {"DURATION", "SET"}:
        return type.lower()
    if anchor == "event":
        return "offset"
    if isinstance(expr, str):
        return shape_of_word(expr)
    if expr.name in moments.COARSE:
        return SHAPES.get(expr.name, expr.name)
    if expr.name == "at":
        return shape_of_clock(expr)
    return shape_of_word(str(partial_of(expr)))


def shape_of_clock(expr: Call) -> str:
    """A clock time or part of a day alone, or with its day."""
    if expr.args[0] != Call("day", ("0",)):
        return "time"
    return "daypart" if re.fullmatch(r"T[A-Z]{2}", str(expr.args[1])) else "clock"


def shape_of_word(word: str) -> str:
    """The shape of a value or a partial date."""
    moment = moments.parse(word)
    if moment:
        return SHAPES.get(moment.unit, moment.unit)
    if re.match(r"XXXX-(?:[0-9]{2}-[0-9]{2}|XX-[0-9]{2})", word) or word.startswith(("easter", "from")):
        return "monthday"
    if word.startswith("XXXX-WXX"):
        return "weekday"
    if re.fullmatch(r"XXXX-[0-9]{2}", word):
        return "month"
    return "part" if word.startswith("XXXX-") else "reference"


def partial_of(expr: Expr) -> Expr:
    """The partial date inside of a directed expression; the expression itself where there is none."""
    if isinstance(expr, Call) and expr.name in DIRECTED:
        return expr.args[0]
    if isinstance(expr, Call) and expr.name == "from":
        return partial_of(expr.args[1])
    return expr


# --------------------------------------------------------------------------- joins


def join(line: Line, found: list[Piece]) -> list[Piece]:
    """The finds with neighbours made one where a join allows; each new find may be joined again."""
    done: list[Piece] = []
    for piece in found:
        while done and (both := first_join(line, done[-1], piece)):
            done.pop()
            piece = both
        done.append(piece)
    return done


def first_join(line: Line, left: Piece, right: Piece) -> Piece | None:
    """The two as one by the first join that fits, whichever way of reading them it needs."""
    gap = line.words[left.end : right.start]
    if len(gap) > 3:
        return None
    for a in readings(left):
        for b in readings(right):
            for rule in vocabulary().joins:
                if a.shape in rule.left and b.shape in rule.right and gap in rule.between:
                    return joined(a, b, rule)
    return None


def readings(piece: Piece) -> Iterator[Piece]:
    """The ways of reading a find."""
    yield piece
    if piece.other:
        yield piece.other


def joined(left: Piece, right: Piece, rule: Join) -> Piece:
    """Two finds as one."""
    expr = parse(rule.gives.format(left=Part(left.expr), right=Part(right.expr)))
    main = left if rule.anchor == "left" else right
    type = "TIME" if isinstance(expr, Call) and expr.name == "at" else main.type
    anchor = main.anchor if main.anchor != "event" else "publication"
    return Piece(left.start, right.end, expr, type, anchor, shape_of(expr, type, anchor), mod=left.mod or right.mod)


@dataclass(frozen=True, slots=True)
class Part:
    """One side of a join, as templates name it."""

    expr: Expr

    def __format__(self, _: str) -> str:
        return str(self.expr)

    @property
    def partial(self) -> str:
        """The partial date inside."""
        return str(partial_of(self.expr))

    @property
    def clock(self) -> str:
        """The part of the day inside."""
        return str(self.expr.args[1]) if isinstance(self.expr, Call) and self.expr.name == "at" else ""


# --------------------------------------------------------------------------- modifiers


def modified(line: Line, piece: Piece, since: int) -> Piece:
    """The find with the words before it that belong to it; ``since`` is where the find before ended."""
    rule = modifier_before(line, piece, since)
    if rule is None:
        return piece
    return modified(line, replace(piece, start=piece.start - len(rule.words), mod=piece.mod or rule.mod), since)


def modifier_before(line: Line, piece: Piece, since: int) -> Modifier | None:
    """The longest modifier that stands right before a find and goes with its shape."""
    before = line.words[max(since, piece.start - LONGEST_MODIFIER) : piece.start]
    if not before or before[-1] not in last_words():
        return None
    for rule in vocabulary().modifiers:
        if before[-len(rule.words) :] == rule.words and belongs(rule, line, piece):
            return rule
    return None


def belongs(rule: Modifier, line: Line, piece: Piece) -> bool:
    """Whether a modifier goes with a find."""
    return (not rule.shapes or piece.shape in rule.shapes) and (rule.before_article or line.words[piece.start] != "the")


def last_words() -> frozenset[str]:
    """The words with which modifiers end."""
    return vocabulary().modifier_ends
