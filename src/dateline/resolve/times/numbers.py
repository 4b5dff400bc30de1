"""Numbers in words and figures, as the readers need them: "twenty-four", "2 1/2", "1,000", "a couple of", "nineteen ninety-six"."""

from __future__ import annotations

from dateline.resolve.times.contexts import precedes
from dateline.resolve.times.lexer import Line
from dateline.resolve.times.vocabulary import vocabulary

Read = tuple[str, int] | None
"""What a reader gives back: the value read and the place after it."""

DOZEN = 12
HALVES = (("and", "a", "half"), ("-", "and", "-", "a", "-", "half"))
HALF = (("half", "a"), ("half", "an"))
VAGUE = "X"


def quantity(line: Line, i: int) -> Read:
    """How many units: a figure, words, "a", or X for "several", "a few", "dozens of"."""
    found = figure(line, i) or article(line, i) or vague(line, i) or cardinal(line, i)
    if found is None:
        return None
    value, i = found
    for half in HALVES:
        if line.words[i : i + len(half)] == half and value != VAGUE:
            return f"{float(value) + 0.5:g}", i + len(half)
    return value, i


def figure(line: Line, i: int) -> Read:
    """A number in figures, with thousands, decimals or a fraction."""
    if not is_figures(line, i) or len(line.word(i)) > 7 or (line.word(i)[0] == "0" and len(line.word(i)) > 1):
        return None
    if len(line.word(i)) == 4 and line.word(i + 1) in {"hours", "hrs"} and precedes(line, i, "clock_preposition"):
        return None  # "at 1400 hours" is a clock time
    digits, i = line.word(i), i + 1
    while line.word(i) == "," and line.glued(i) and line.glued(i + 1) and is_figures(line, i + 1) and len(line.word(i + 1)) == 3:
        digits, i = digits + line.word(i + 1), i + 2
    if line.word(i) == "." and line.glued(i) and is_figures(line, i + 1) and line.glued(i + 1):
        return f"{digits}.{line.word(i + 1)}", i + 2
    part = fraction(line, i)
    if part:
        return f"{int(digits) + part[0]:g}", part[1]
    return digits, i


def fraction(line: Line, i: int) -> tuple[float, int] | None:
    """A simple fraction after a figure: "5 1/2", "5½"."""
    if line.word(i) == "½":
        return 0.5, i + 1
    over = line.words[i : i + 3]
    if (
        len(over) == 3
        and over[1] == "/"
        and over[0].isdecimal()
        and over[2].isdecimal()
        and line.glued(i + 1)
        and line.glued(i + 2)
    ):
        top, bottom = int(over[0][:4]), int(over[2][:4])
        return (top / bottom, i + 3) if 0 < top < bottom else None
    return None


def article(line: Line, i: int) -> Read:
    """The article as one; "a few", "a couple of", "a dozen", "half a dozen"."""
    word = line.word(i)
    if word == "half" and line.words[i : i + 3] == ("half", "a", "dozen"):
        return "6", i + 3
    if word == "half" and line.words[i : i + 2] in HALF and line.word(i + 2) in vocabulary().words["unit"]:
        return "0.5", i + 2
    if word not in {"a", "an"}:
        return None
    after = line.word(i + 1)
    if after == "couple":
        return "2", i + (3 if line.word(i + 2) == "of" else 2)
    if after == "dozen":
        return str(DOZEN), i + 2
    if after == "number" and line.word(i + 2) == "of":
        return VAGUE, i + 3
    if after in vocabulary().words["vague"]:
        return VAGUE, i + 2
    if after in vocabulary().words["magnitude"]:
        return cardinal(line, i + 1)
    return None if after in vocabulary().words["units"] else ("1", i + 1)  # "a decades-long war"


def vague(line: Line, i: int) -> Read:
    """A number that is not told: "several", "some", "dozens of", "hundreds of"."""
    word = line.word(i)
    if word in vocabulary().words["vague"]:
        return VAGUE, i + 1
    if word == "couple" and line.word(i + 1) == "of":
        return "2", i + 2
    if word in {"dozens", "hundreds", "thousands", "scores"} and line.word(i + 1) == "of":
        return VAGUE, i + 2
    return None


def cardinal(line: Line, i: int) -> Read:
    """A cardinal number in words."""
    ones, magnitudes = vocabulary().words["number"], vocabulary().words["magnitude"]
    total, part, start = 0, 0, i
    while i < len(line) and i - start < 9:
        word = line.word(i)
        if word in ones and fits(part, int(ones[word])):
            part += int(ones[word])
        elif word in magnitudes:
            part = max(part, 1) * int(magnitudes[word])
            if int(magnitudes[word]) > 100:
                total, part = total + part, 0
        elif not (word in {"-", "and"} and i > start and joins(line, i)):
            break
        i += 1
    return (str(total + part), i) if i > start else None


def fits(part: int, one: int) -> bool:
    """Whether a number may follow within one number: "twenty" + "four", not "four" + "twenty"."""
    return part == 0 or (part % 100 == 0 and one < 100) or (part % 10 == 0 and part % 100 >= 20 and one < 10)


def joins(line: Line, i: int) -> bool:
    """Whether a hyphen or "and" stands inside one number: "twenty-four", "two hundred and ten"."""
    before, after, ones = line.word(i - 1), line.word(i + 1), vocabulary().words["number"]
    if after not in ones:
        return False
    if line.word(i) == "and":
        return before in vocabulary().words["magnitude"]
    return int(ones.get(before, 0)) >= 20 and int(ones[after]) < 10


def ordinal(line: Line, i: int) -> Read:
    """An ordinal number: "third", "21st", "twenty-first"."""
    words, word = vocabulary().words, line.word(i)
    if is_figures(line, i):
        glued = line.word(i + 1) in words["ordinal_ending"] and line.glued(i + 1)
        return (word, i + 2) if glued and len(word) < 5 else None
    if word in words["ordinal"]:
        return words["ordinal"][word], i + 1
    tens = int(words["number"].get(word, 0))
    if not 20 <= tens <= 90:
        return None
    j = i + (2 if line.word(i + 1) == "-" else 1)
    unit = int(words["ordinal"].get(line.word(j), 0))
    return (str(tens + unit), j + 1) if 0 < unit < 10 else None


def spelled_year(line: Line, i: int) -> Read:
    """A year as it is spoken: "nineteen ninety-six", "two thousand and three"."""
    ones = vocabulary().words["number"]
    century = int(ones.get(line.word(i), 0))
    if century == 2 and line.word(i + 1) == "thousand":
        found = cardinal(line, i)
        return found if found and 2000 <= int(found[0]) < 2100 else None
    if not 13 <= century <= 20:
        return None
    rest = cardinal(line, i + 1)
    return (f"{century}{rest[0]}", rest[1]) if rest and 10 <= int(rest[0]) < 100 else None


def is_figures(line: Line, i: int) -> bool:
    """Whether a word is written in figures."""
    return i < len(line) and line.words[i][0] in "0123456789"
