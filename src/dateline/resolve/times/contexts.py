"""What stands before and after a find, against the word lists of ``contexts.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dateline.resolve.times.lexer import Line
from dateline.resolve.times.vocabulary import Phrases, vocabulary

AROUND, LONG = 8, 3
"""How many words on either side, and of what length, tell a headline from a sentence."""


def precedes(line: Line, i: int, name: str) -> bool:
    """Whether a phrase of a list stands right before a place."""
    endings = by_last_word(name)
    if i <= 0:
        return "^" in endings
    return any(line.words[max(0, i - len(phrase)) : i] == phrase for phrase in endings.get(line.words[i - 1], ()))


@cache
def by_last_word(name: str) -> Mapping[str, Phrases]:
    """The phrases of a list by their last words."""
    found: dict[str, Phrases] = {}
    for phrase in vocabulary().before[name]:
        found[phrase[-1]] = (*found.get(phrase[-1], ()), phrase)
    return found


def follows(line: Line, i: int, name: str) -> bool:
    """Whether a phrase of a list starts at a place."""
    return any(line.words[i : i + len(phrase)] == phrase for phrase in vocabulary().after[name])


def per_unit(line: Line, i: int) -> bool:
    """Whether what stands before a unit is counted by it: a figure or a plural, as in "$20 a month", "700 seats a week"."""
    word = line.word(i - 1)
    if word[0] in "0123456789%" or precedes(line, i, "no_a_unit"):
        return True
    return len(word) > 2 and word.endswith("s") and not precedes(line, i, "no_rate")


def titled(line: Line, start: int, end: int) -> bool:
    """Whether a unit in a match is written with a capital in words that are not: "60 Minutes" is a programme."""
    opens = start == 0 or clause_ends(line, start - 1)
    units = [i for i in range(start + opens, end) if line.capital(i) and line.word(i) in vocabulary().all_units]
    near = (*range(max(0, start - AROUND), start), *range(end, min(len(line), end + AROUND)))
    around = [i for i in near if len(line.word(i)) > LONG]
    return bool(units) and sum(line.capital(i) for i in around) * 2 <= len(around)


def clause_ends(line: Line, i: int) -> bool:
    """Whether the clause ends at a place."""
    return line.word(i) in vocabulary().clause_end
