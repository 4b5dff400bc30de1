"""What is done once is told for years, mostly without a date: such tellings are compared together, not one by one.

Of an undated telling only its place among the dates that others give can matter: whether it came out before a date, within days of
it, or long after. Tellings of one such place, with the same to say, are one thing to compare, however many years they fill.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline import edtf
from dateline.merge.dates import NEWS
from dateline.merge.families import family
from dateline.merge.signature import Signature, signature
from dateline.model import Member, Status


def signatures(members: Sequence[Member]) -> list[Signature]:
    """What merging compares of each of the members of a block, undated tellings of one place in time put together."""
    found = [signature(member) for member in members]
    marks = sorted({mark for each in found for _, value in each.dates for mark in marks_of(value)})
    first: dict[tuple[Signature, int], Signature] = {}
    for each in sorted(filter(placed, found), key=lambda s: s.published or ""):
        first.setdefault(key(each, marks), each)
    return [first[key(each, marks)] if placed(each) else each for each in found]


def placed(found: Signature) -> bool:
    """Whether only the place of a telling among dates matters. Somebody's "no" answers what is told on that day, and a "Wednesday"
    that is still open may be told by its twin.
    """
    return (
        family(found.act).once
        and found.published is not None
        and edtf.is_edtf(found.published)
        and not found.dates
        and not found.open
        and found.status is not Status.NEGATED
    )


def key(found: Signature, marks: Sequence[int]) -> tuple[Signature, int]:
    """A telling by what it says and by its place among the marks."""
    day = day_of(found.published or "")
    return replace(found, published=None, bound=None), bisect_right(marks, day)


def day_of(published: str) -> int:
    """A day of publication as an ordinal."""
    return next((day.toordinal() for day in edtf.bounds(published) if day), 0)


def marks_of(date: str) -> Iterable[int]:
    """The days on which a telling's relation to a date changes: within days before it, on its eve, in it, within days after it."""
    first, last = edtf.bounds(date)
    if first:
        yield from (first.toordinal() - NEWS, first.toordinal() - 1, first.toordinal())
    if last:
        yield from (last.toordinal() + 1, last.toordinal() + NEWS + 1)
