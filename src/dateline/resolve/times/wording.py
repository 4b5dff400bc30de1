"""In words, how a value was reckoned: the basis that every bound time carries."""

from __future__ import annotations

import re

from dateline.resolve.times import moments
from dateline.resolve.times.symbolic import Call, Expr


def worded(expr: Expr, what: str, same: bool = False) -> str:
    """How a value was reckoned: "weekday before published", "3 days before 2022-02-24 earlier in the text".

    ``same``: the value is the very day from which it was reckoned.
    """
    if str(expr) in {"day(0)", "ref"}:
        return what if what.startswith(("said", "the ")) else f"day {what}"
    if isinstance(expr, Call) and expr.name in {"past", "future", "near", "last", "next", "this", "closest"}:
        day = "of" if what.startswith("the ") else "of the day"
        return f"{noun_of(expr.args[0])} {day if same else RELATION[expr.name]} {what}"
    if isinstance(expr, Call) and expr.name in moments.COARSE:
        return f"{shift_in_words(expr)} {what}"
    if isinstance(expr, Call) and expr.name in {"at", "from"} and expr.args[0] != "ref":
        return worded(expr.args[0], what, same)
    return f"reckoned from {what}"


RELATION = {
    "past": "before",
    "last": "before",
    "future": "after",
    "next": "after",
    "near": "nearest to",
    "closest": "nearest to",
    "this": "in the time of",
}


NOUNS = (
    (re.compile("XXXX-WXX-WE"), "weekend"),
    (re.compile("XXXX-WXX-[1-7]"), "weekday"),
    (re.compile("XXXX-XX-[0-9]{2}"), "day of the month"),
    (re.compile("XXXX-[0-9]{2}-[0-9]{2}"), "day of the year"),
    (re.compile("XXXX-[0-9]{2}"), "month"),
    (re.compile("XXXX-Q[1-4]"), "quarter"),
    (re.compile("XXXX-H[12]"), "half"),
    (re.compile("XXXX-[A-Z]{2}"), "season"),
)


def noun_of(partial: Expr) -> str:
    """What a partial date names."""
    return next((noun for shape, noun in NOUNS if shape.fullmatch(str(partial))), "feast")


def shift_in_words(expr: Expr) -> str:
    """A shift by units: "day of", "day before", "3 weeks after"."""
    if not isinstance(expr, Call) or expr.name not in moments.COARSE:
        return "reckoned from"
    n = int(str(expr.args[0]))
    plural = "centuries" if expr.name == "century" else f"{expr.name}s"
    count = expr.name if abs(n) < 2 else f"{abs(n)} {plural}"
    return f"{count} {'of' if not n else 'after' if n > 0 else 'before'}"
