"""What stands before and after a find, against the word lists of ``contexts.toml``."""

from __future__ import annotations

from dateline.resolve.times.lexer import Line
from dateline.resolve.times.vocabulary import vocabulary


def precedes(line: Line, i: int, name: str) -> bool:
    """Whether a phrase of a list stands right before a place."""
    for phrase in vocabulary().before[name]:
        if phrase == ("^",):
            if i == 0:
                return True
        elif line.words[max(0, i - len(phrase)) : i] == phrase:
            return True
    return False


def follows(line: Line, i: int, name: str) -> bool:
    """Whether a phrase of a list starts at a place."""
    return any(line.words[i : i + len(phrase)] == phrase for phrase in vocabulary().after[name])


def clause_ends(line: Line, i: int) -> bool:
    """Whether the clause ends at a place."""
    return line.word(i) in vocabulary().clause_end
