"""Dates that share their month or year with a neighbour: "July 13-15", "5 and 7 May", "from April to June 1998", "1990-95"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from dateline.resolve.times import moments
from dateline.resolve.times.contexts import clause_ends, follows
from dateline.resolve.times.lexer import Line
from dateline.resolve.times.numbers import is_figures
from dateline.resolve.times.pieces import Piece, join, partial_of
from dateline.resolve.times.readers import day_in_figures
from dateline.resolve.times.symbolic import Call, Expr, parse

TO = frozenset({"-", "/", "to", "through", "until", "till"})
AND = frozenset({"and", "or", ","})
LONGEST_CHAIN = 8
DAY_AT_END = re.compile(r"((?:XXXX|(?:BC)?[0-9]{4})-[0-9]{2})-[0-9]{2}")


def with_ranges(line: Line, found: list[Piece]) -> list[Piece]:
    """The finds with those added and completed that lean on a neighbour."""
    floors, limits = [0, *(piece.end for piece in found)], [*(piece.start for piece in found[1:]), len(line)]
    spread = [new for piece, floor, limit in zip(found, floors, limits, strict=False) for new in leaning(line, piece, floor, limit)]
    return borrowed(line, join(line, spread))


def leaning(line: Line, piece: Piece, floor: int, limit: int) -> list[Piece]:
    """A find with the lone figures before and after it that are days of its month or years of its century.

    ``floor`` and ``limit`` are where its neighbours end and begin: in "1/1/10-1/1/00" the "10" belongs to another date.
    """
    before = chain(piece, lambda p: day_before(line, p) or year_before_christ(line, p), lambda p: p.start >= floor)
    behind = chain(piece, lambda p: day_behind(line, p, limit) or year_behind(line, p, limit), lambda p: p.end <= limit)
    return [*reversed(before), piece, *behind]


def chain(piece: Piece, step: Callable[[Piece], Piece | None], allowed: Callable[[Piece], bool]) -> list[Piece]:
    """The lone figures that lean on a find one after the other: "July 12, 13 and 14"."""
    found: list[Piece] = []
    following = step(piece)
    while following and allowed(following) and len(found) < LONGEST_CHAIN:
        found.append(following)
        following = step(following)
    return found


def day_behind(line: Line, piece: Piece, limit: int) -> Piece | None:
    """The "15" of "July 13-15": a day of the month after a date that ends in its day."""
    mark, i = line.word(piece.end), piece.end + 1
    if mark not in TO | AND or i >= limit or not is_figures(line, i) or not ends_in_day(line, piece):
        return None
    found = day_in_figures(line, i)
    if found is None or (mark in AND and not (clause_ends(line, found[1]) or (mark == "and" and line.word(found[1]).isalpha()))):
        return None
    if follows(line, found[1], "counted") or follows(line, found[1], "age"):
        return None
    return other_day(piece, found[0], i, found[1])


def day_before(line: Line, piece: Piece) -> Piece | None:
    """The "5" of "5-7 May" and "5 and 7 May": a day of the month before a date that begins with its day."""
    mark = piece.start - 1
    if line.word(mark) not in TO | AND or not is_figures(line, piece.start):
        return None
    for i in (mark - 1, mark - 2):
        found = day_in_figures(line, i) if i >= 0 and is_figures(line, i) else None
        if found and found[1] == mark:
            return other_day(piece, found[0], i, mark)
    return None


def year_before_christ(line: Line, piece: Piece) -> Piece | None:
    """The "499" of "499 to 449 BC"."""
    i, year = piece.start - 2, str(piece.expr)
    if i < 0 or line.word(i + 1) not in TO | AND or not re.fullmatch("BC[0-9]{4}", year) or not is_figures(line, i):
        return None
    earlier = line.word(i)
    if len(earlier) > 4 or int(earlier) <= int(year[2:]):
        return None
    return replace(piece, start=i, end=i + 1, expr=f"BC{int(earlier):04d}", other=None, mod=None)


def ends_in_day(line: Line, piece: Piece) -> bool:
    """Whether the day is the last word of a find: "July 13", not "13 July" or "July 13, 2022"."""
    last = line.word(piece.end - 1)
    figures = last if last[0].isdecimal() else line.word(piece.end - 2)
    return figures[0].isdecimal() and len(figures) <= 2


def other_day(piece: Piece, day: str, start: int, end: int) -> Piece | None:
    """The same date with another day."""
    expr = changed(piece.expr, lambda word: DAY_AT_END.sub(rf"\g<1>-{day}", word))
    if expr == piece.expr or piece.shape not in {"day", "monthday"}:
        return None
    return replace(piece, start=start, end=end, expr=expr, other=None, mod=None)


def year_behind(line: Line, piece: Piece, limit: int) -> Piece | None:
    """The "95" of "1990-95"."""
    i = piece.end + 1
    if piece.shape != "year" or line.word(piece.end) != "-" or i >= limit or not (line.glued(i) and line.glued(i - 1)):
        return None
    year = str(piece.expr)
    if not is_figures(line, i) or len(line.word(i)) != 2 or not re.fullmatch("[0-9]{4}", year) or line.word(i) <= year[2:]:
        return None
    return replace(piece, start=i, end=i + 1, expr=year[:2] + line.word(i), other=None, mod=None)


# --------------------------------------------------------------------------- years borrowed


def borrowed(line: Line, found: list[Piece]) -> list[Piece]:
    """The finds in which one without a year takes that of the next: "from April to June 1998"."""
    done = list(found)
    for k in range(len(done) - 2, -1, -1):
        gap = line.words[done[k].end : done[k + 1].start]
        if 0 < len(gap) <= 2 and set(gap) <= TO | AND | {"the", "in", "on"} and yearless(done[k]):
            done[k] = with_year(done[k], done[k + 1])
    return done


def yearless(piece: Piece) -> bool:
    """Whether a find is a partial date of a year whose direction is still open."""
    return isinstance(piece.expr, Call) and piece.expr.name == "pick" and piece.shape in {"month", "monthday", "part"}


def with_year(piece: Piece, after: Piece) -> Piece:
    """The find in the year of the one after it, the year before where it would otherwise be later."""
    partial = str(partial_of(piece.expr))
    moment = moments.parse(after.expr) if isinstance(after.expr, str) else None
    if moment and moment.unit in {"day", "month", "quarter", "season", "half"} and partial.startswith("XXXX"):
        own = moments.parse(f"{moment}"[: -len(f"{moment}".partition("-")[2]) - 1] + partial[4:])
        if own and own.first and moment.last and own.first > moment.last:
            own = moments.add(moments.Moment("year", own.year), -1)
            own = moments.parse(f"{own}{partial[4:]}")
        return replace(piece, expr=str(own), anchor="absolute", shape="day" if own.unit == "day" else "period") if own else piece
    if isinstance(after.expr, Call) and after.expr.name == "from" and after.shape in {"month", "monthday", "part"}:
        return replace(piece, expr=Call("from", (after.expr.args[0], Call("this", (parse(partial),)))), anchor=after.anchor)
    return piece


def changed(expr: Expr, change: Callable[[str], str]) -> Expr:
    """The expression with a change made to each of its words."""
    if isinstance(expr, str):
        return change(expr)
    return Call(expr.name, tuple(changed(arg, change) for arg in expr.args))
