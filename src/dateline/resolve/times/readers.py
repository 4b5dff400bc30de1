"""Readers: what stands behind a ``<name>`` of the rules. Each reads a value at a place of a line, or nothing.

Classes of ``words.toml`` need no reader of their own; those here count, look at capitals, or look around.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.resolve.times.clocks import clock
from dateline.resolve.times.contexts import follows, precedes
from dateline.resolve.times.figures import DECADE_PIVOT, full_year, numeric, of_number, part_of_number
from dateline.resolve.times.lexer import Line
from dateline.resolve.times.numbers import Read, is_figures, ordinal, quantity, spelled_year
from dateline.resolve.times.vocabulary import vocabulary

Reader = Callable[[Line, int], Read]
DOUBTFUL_MONTHS = frozenset({"may", "march"})
SMALLER = {
    "year": frozenset({"month", "week", "day"}),
    "month": frozenset({"week", "day"}),
    "week": frozenset({"day"}),
    "day": frozenset({"hour"}),
    "hour": frozenset({"minute"}),
    "minute": frozenset({"second"}),
}
"""Units that may follow a larger one in one stretch: "two hours and thirty minutes", not "a year and 24 hours"."""
FARTHEST_UNIT = 7
EARLIEST, LATEST = 1500, "2099"
"""Years between which four figures before a noun, or joined to later ones, are taken for a year."""


def word_class(name: str) -> Reader:
    """A reader for a class of words."""
    words = vocabulary().words[name]

    def read(line: Line, i: int) -> Read:
        value = words.get(line.word(i))
        return None if value is None else (value, i + 1)

    return read


def phrase_class(name: str) -> Reader:
    """A reader for a class that holds phrases."""
    heads = vocabulary().phrases[name]

    def read(line: Line, i: int) -> Read:
        for rest, value in heads.get(line.word(i), ()):
            if line.words[i + 1 : i + 1 + len(rest)] == rest:
                return value, i + 1 + len(rest)
        return None

    return read


# --------------------------------------------------------------------------- names of months and days


def month(line: Line, i: int) -> Read:
    """A month's name or its short form, with a capital: beside a day or a year."""
    words, word = vocabulary().words, line.word(i)
    if i >= len(line) or not line.capital(i):
        return None
    if word in words["month"]:
        return words["month"][word], i + 1
    if word in words["month_short"]:
        return words["month_short"][word], i + (2 if line.word(i + 1) == "." else 1)
    return None


def month_name(line: Line, i: int) -> Read:
    """A month alone: "May" and "March" only after a word that goes before months; short forms only with their dot."""
    words, word = vocabulary().words, line.word(i)
    if i >= len(line) or not line.capital(i):
        return None
    supported = precedes(line, i, "month_support")
    if word in words["month"]:
        return (words["month"][word], i + 1) if supported or word not in DOUBTFUL_MONTHS else None
    if word in words["month_short"] and supported and line.word(i + 1) == "." and line.glued(i + 1):
        return words["month_short"][word], i + 2
    return None


def monthday(line: Line, i: int) -> Read:
    """A day of the month in figures, with or without an ending, or an ordinal in words."""
    if is_figures(line, i):
        return day_in_figures(line, i)
    found = ordinal(line, i)
    return two_figures(found) if found and found[0] != "-1" else None


def day_in_figures(line: Line, i: int) -> Read:
    """A day of the month in figures; not the beginning of a clock time, a decimal or a larger number."""
    j = i + 1
    if line.word(j) in vocabulary().words["ordinal_ending"] and line.glued(j):
        return two_figures((line.word(i), j + 1))
    if line.glued(j) and (line.word(j).isalpha() or (line.word(j) in ":,./%" and line.glued(j + 1) and is_figures(line, j + 1))):
        return None
    return None if line.word(j) == "%" else two_figures((line.word(i), j))


def two_figures(found: tuple[str, int]) -> Read:
    """A day of the month as two figures; nothing where no month has it."""
    value, after = found
    return (f"{int(value):02d}", after) if len(value) <= 2 and 1 <= int(value) <= 31 else None


def ordinal_day(line: Line, i: int) -> Read:
    """A day of the month as an ordinal."""
    found = ordinal(line, i)
    return two_figures(found) if found else None


def ordinal_figure(line: Line, i: int) -> Read:
    """A day of the month as an ordinal in figures: "13th"."""
    return ordinal_day(line, i) if is_figures(line, i) else None


def ordinal_up_to(most: int) -> Reader:
    """A reader for ordinals up to a number: quarters and halves."""

    def read(line: Line, i: int) -> Read:
        if line.word(i) in {"final", "last"}:
            return str(most), i + 1
        found = ordinal(line, i)
        return found if found and 1 <= int(found[0]) <= most else None

    return read


def figure_up_to(most: int) -> Reader:
    """A reader for one figure up to a number: "Q3"."""

    def read(line: Line, i: int) -> Read:
        word = line.word(i)
        return (word, i + 1) if is_figures(line, i) and len(word) == 1 and 1 <= int(word) <= most else None

    return read


# --------------------------------------------------------------------------- years


def year(line: Line, i: int) -> Read:
    """A year beside a month or another word that makes it one: four figures, or spoken."""
    if not is_figures(line, i):
        return spelled_year(line, i)
    word = line.word(i)
    if len(word) != 4 or not 1000 <= int(word) <= 2199 or part_of_number(line, i):
        return None
    return word, i + 1


def bare_year(line: Line, i: int) -> Read:
    """A year that stands alone: not after "resolution", not before "people"; other centuries only after a preposition."""
    found = year(line, i)
    if found is None or follows(line, found[1], "counted") or of_number(line, i):
        return None
    if precedes(line, i, "no_year") and not precedes(line, i, "a_year"):
        return None
    if line.glued(found[1]) and line.word(found[1])[0].isalpha():
        return None
    usual = 1900 <= int(found[0]) < 2050
    return found if usual or precedes(line, i, "bare_year") or known_year(line, i, found[1]) else None


def known_year(line: Line, i: int, after: int) -> bool:
    """Whether a figure of four is a year by what follows: a later year ("1812-1815"), a noun behind an article ("the 1812
    campaign"), or nothing in a line of its own.
    """
    if line.word(after) == "-" and is_figures(line, after + 1) and len(line.word(after + 1)) == 4:
        return line.word(i) < line.word(after + 1) <= LATEST
    attribute = precedes(line, i, "attribute_year") and line.word(after).isalpha() and not line.capital(after)
    return len(line) == 1 or (attribute and is_figures(line, i) and int(line.word(i)) >= EARLIEST)


def year_figures(line: Line, i: int) -> Read:
    """A year by its last two figures."""
    word = line.word(i)
    return (full_year(word), i + 1) if is_figures(line, i) and len(word) == 2 and line.word(i + 1) != "s" else None


def year_end(line: Line, i: int) -> Read:
    """The later year of two: "1939-40", "1939-1940"."""
    return (line.word(i), i + 1) if is_figures(line, i) and len(line.word(i)) in {2, 4} else None


def decade(line: Line, i: int) -> Read:
    """A decade in figures: "1990s", "1990's", "'90s"; the value is TIMEX3's, of three figures."""
    start, i = i, i + 1 if line.word(i) == "'" and line.glued(i + 1) else i
    if not is_figures(line, i) or line.word(i + 1) not in {"s", "'s"} or not line.glued(i + 1):
        return None
    word = line.word(i)
    if word[-1] != "0" or len(word) not in {2, 4} or (len(word) == 2 and start == i and line.word(i - 1) != "the"):
        return None
    return full_year(word, DECADE_PIVOT)[:3], i + 2


def decade_word(line: Line, i: int) -> Read:
    """A decade in a word: "the nineties"; those up to the twenties are of the 1900s too, as ours are called by figures."""
    value = vocabulary().words["decade_word"].get(line.word(i))
    return (f"19{value[0]}", i + 1) if value else None


def decade_spelled(line: Line, i: int) -> Read:
    """A decade as it is spoken: "nineteen nineties"."""
    century = int(vocabulary().words["number"].get(line.word(i), 0))
    value = vocabulary().words["decade_word"].get(line.word(i + 1))
    return (f"{century}{value[0]}", i + 2) if value and 13 <= century <= 19 else None


def count(line: Line, i: int) -> Read:
    """A year of an era, of one to four figures."""
    word = line.word(i)
    return (word, i + 1) if is_figures(line, i) and len(word) <= 4 and int(word) else None


PERIODS = frozenset({"day", "week", "weekend", "month", "quarter", "year", "decade", "century"})


def unit_among(*allowed: str, plural: bool = False) -> Reader:
    """A reader for some of the units."""

    def read(line: Line, i: int) -> Read:
        word, words = line.word(i), vocabulary().words
        value = words["unit"].get(word) or (words["units"].get(word) if plural else None)
        if value == "quarter" and (follows(line, i + 1, "no_quarters") or line.word(i - 1) == "a"):
            return None  # "three quarters of its food", "more than a quarter of it"
        return (value, i + 1) if value and (not allowed or value in allowed) else None

    return read


def smaller_unit(line: Line, i: int) -> Read:
    """A unit that goes on with the larger one before it: the "minutes" of "two hours and thirty minutes"."""
    words = vocabulary().words
    unit = words["unit"].get(line.word(i)) or words["units"].get(line.word(i))
    before = (words["unit"].get(w) or words["units"].get(w) for w in reversed(line.words[max(0, i - FARTHEST_UNIT) : i]))
    larger = next(filter(None, before), None)
    return (unit, i + 1) if unit and larger and unit in SMALLER.get(larger, ()) else None


def readers() -> dict[str, Reader]:
    """All readers by the names that rules use."""
    words = vocabulary()
    found = {name: word_class(name) for name in words.words if name not in words.phrases}
    found |= {name: phrase_class(name) for name in words.phrases}
    return found | {
        "month": month,
        "month_name": month_name,
        "monthday": monthday,
        "ordinal_day": ordinal_day,
        "ordinal_figure": ordinal_figure,
        "ordinal_number": ordinal,
        "ordinal_quarter": ordinal_up_to(4),
        "ordinal_half": ordinal_up_to(2),
        "quarter_figure": figure_up_to(4),
        "half_figure": figure_up_to(2),
        "year": year,
        "bare_year": bare_year,
        "year_figures": year_figures,
        "year_end": year_end,
        "decade": decade,
        "decade_word": decade_word,
        "decade_spelled": decade_spelled,
        "count": count,
        "numeric": numeric,
        "clock": clock,
        "clock2": clock,
        "n": quantity,
        "n2": quantity,
        "any_unit": unit_among(plural=True),
        "smaller_unit": smaller_unit,
        "units2": word_class("units"),
        "period_unit": unit_among(*PERIODS),
        "long_unit": unit_among("year", "month"),
        "span_unit": unit_among("week", "decade", "century"),
        "short_unit": unit_among("week", "month", "day", "hour", "quarter", "fortnight"),
        "decade_unit": unit_among("decade", "century"),
    }
