"""Figures: dates written in them, years by their last two, and what shows that a figure is a piece of something larger."""

from __future__ import annotations

from dateline.resolve.times.lexer import Line
from dateline.resolve.times.moments import real_day
from dateline.resolve.times.numbers import Read, is_figures

PIVOT = 50
"""A year of two figures below this lies in the 2000s, others in the 1900s."""
DECADE_PIVOT = 30
"""The same for decades: "the '30s" are told of as past."""


def full_year(figures: str, pivot: int = PIVOT) -> str:
    """A year of two figures in full."""
    return figures if len(figures) == 4 else f"{'20' if int(figures) < pivot else '19'}{figures}"


def part_of_number(line: Line, i: int) -> bool:
    """Whether a figure is a piece of a larger one: "1,989", "1989.5", "1989%", "12/1989/4"."""
    after = line.glued(i + 1) and line.word(i + 1) in ".,:" and line.glued(i + 2) and is_figures(line, i + 2)
    return behind_figures(line, i) or after or line.word(i + 1) == "%"


def behind_figures(line: Line, i: int) -> bool:
    """Whether a figure goes on from figures before it: "89" of "1,989" and "12/89"."""
    return line.glued(i) and line.word(i - 1) in ".,/:" and line.glued(i - 1) and is_figures(line, i - 2)


def of_number(line: Line, i: int) -> bool:
    """Whether a figure goes on a hyphened number that is no span of years: "555-1234"."""
    hyphened = line.word(i - 1) == "-" and line.glued(i) and line.glued(i - 1)
    return hyphened and is_figures(line, i - 2) and len(line.word(i - 2)) != 4


def numeric(line: Line, i: int) -> Read:
    """A date in figures: 2022-07-13, 13.07.2022, 7/13/22; a slash is read by the line's order, a dot has the day first."""
    cells, mark = line.words[i : i + 5 : 2], line.word(i + 1)
    if len(cells) < 3 or mark not in "-/." or line.word(i + 3) != mark or not all(map(str.isdecimal, cells)):
        return None
    if not all(line.glued(k) for k in range(i + 1, i + 5)) or behind_figures(line, i) or joined_on(line, i + 5, mark):
        return None
    found = in_order(cells, mark, "dmy" if mark == "." else line.date_order)
    return (found, i + 5) if found else None


def joined_on(line: Line, i: int, mark: str) -> bool:
    """Whether figures go on after a date, so that it is none: 1.2.3.4."""
    return line.word(i) == mark and line.glued(i) and line.glued(i + 1) and is_figures(line, i + 1)


def in_order(cells: tuple[str, ...], mark: str, order: str) -> str | None:
    """Three figures as a day: year first where it has four figures, else by the order, else by the other one."""
    a, b, c = cells
    if any(len(cell) > 4 for cell in cells):
        return None
    if len(a) == 4:
        return as_day(a, b, c)
    if len(c) not in {2, 4} or len(a) > 2 or len(b) > 2 or (mark == "." and len(c) == 2 and len(a + b) < 4):
        return None  # "version 10.2.14"
    month_first, day_first = as_day(full_year(c), a, b), as_day(full_year(c), b, a)
    return (day_first or month_first) if order == "dmy" else (month_first or day_first)


def as_day(year: str, month: str, day: str) -> str | None:
    """A day in ISO form, if the calendar has it."""
    found = real_day(int(year), int(month), int(day))
    return str(found) if found and found.year >= 1000 else None
