"""What a time expression says before it is reckoned: a small language, printed and parsed.

An expression is a word (``2022-07-13``, ``XXXX-WXX-3``, ``P3D``, ``PRESENT_REF``, ``ref``, ``event``) or a call
(``day(-1)``, ``past(XXXX-WXX-3)``, ``in(year(-1),XXXX-07)``, ``at(day(0),TNI)``). What the calls mean stands in
:mod:`dateline.resolve.times.evaluate`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

PIECE = re.compile(r"[^\s(),]+|[(),]")
DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Call:
    """A call with its arguments."""

    name: str
    args: tuple[Expr, ...]

    def __str__(self) -> str:
        return f"{self.name}({','.join(map(str, self.args))})"


Expr: TypeAlias = str | Call


class SymbolicError(ValueError):
    """A text that is no expression of this language."""


@lru_cache(maxsize=16384)
def parse(text: str) -> Expr:
    """The expression that a text writes; ``str`` of it gives the text back."""
    pieces = PIECE.findall(text)
    if sum(map(len, pieces)) != len(text):
        raise SymbolicError(f"{text!r} holds white space")
    expr, rest = parse_at(pieces, 0, DEEPEST)
    if rest != len(pieces):
        raise SymbolicError(f"{text!r} goes on after its end")
    return expr


def parse_at(pieces: list[str], i: int, depth: int) -> tuple[Expr, int]:
    """The expression that starts at a piece, and the place after it."""
    if i >= len(pieces) or pieces[i] in "(,)" or not depth:
        raise SymbolicError(f"no expression at {i} in {''.join(pieces)!r}")
    name, i = pieces[i], i + 1
    if i == len(pieces) or pieces[i] != "(":
        return name, i
    args: list[Expr] = []
    while pieces[i] != ")":
        arg, i = parse_at(pieces, i + 1, depth - 1)
        args.append(arg)
        if i == len(pieces) or pieces[i] not in {",", ")"}:
            raise SymbolicError(f"no end of {name} in {''.join(pieces)!r}")
    return Call(name, tuple(args)), i + 1


def words(expr: Expr) -> tuple[str, ...]:
    """All words and names of calls in an expression, from left to right."""
    if isinstance(expr, str):
        return (expr,)
    return (expr.name, *(word for arg in expr.args for word in words(arg)))
