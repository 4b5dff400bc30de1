"""Clock times: 10:35, 10:35:20, 10.35 a.m., 10 p.m., 0735 GMT, ten o'clock."""

from __future__ import annotations

from dateline.resolve.times.contexts import precedes
from dateline.resolve.times.lexer import Line
from dateline.resolve.times.numbers import Read, is_figures, quantity
from dateline.resolve.times.vocabulary import vocabulary


def clock(line: Line, i: int) -> Read:
    """A clock time: 10:35, 10:35:20, 10.35 a.m., 10 p.m., 0735 GMT, ten o'clock."""
    hour, minute, after = hour_and_minute(line, i)
    if hour < 0:
        return None
    half = half_of_day(line, after) or told_half(line, i, after)
    if half:
        return (f"T{hour % 12 + half[0]:02d}{minute or ':00'}", half[1]) if 1 <= hour <= 12 else None
    if line.words[after : after + 3] == ("o", "'", "clock"):
        return f"T{hour:02d}:00", after + 3
    return (f"T{hour:02d}{minute}", after) if minute.count(":") and line.word(after - 2) != "." else None


def hour_and_minute(line: Line, i: int) -> tuple[int, str, int]:
    """The hour (-1 where there is none), the minutes as ":35", and the place after them."""
    if not is_figures(line, i):
        found = quantity(line, i) if line.word(i) in vocabulary().words["number"] else None
        return (int(found[0]), "", found[1]) if found and found[0].isdecimal() and int(found[0]) <= 24 else (-1, "", i)
    word = line.word(i)
    if len(word) == 4 and int(word[:2]) < 24 and int(word[2:]) < 60 and of_the_day(line, i):
        return int(word[:2]), f":{word[2:]}", i + 1
    if len(word) > 2 or int(word) > 24:
        return -1, "", i
    parts, after = minutes(line, i + 1)
    return int(word), parts, after


def of_the_day(line: Line, i: int) -> bool:
    """Whether four figures are hours and minutes: "0735 GMT", "1400 hours", "at 0600"."""
    told = line.word(i + 1) in vocabulary().words["zone"] or line.word(i + 1) in {"hours", "hrs"}
    return told or (
        line.word(i)[0] == "0" and precedes(line, i, "clock_preposition") and line.word(i + 1) in vocabulary().clause_end
    )


def minutes(line: Line, i: int) -> tuple[str, int]:
    """The minutes and seconds after an hour, and the place after them."""
    found = ""
    while len(found) < 6 and line.word(i) in {":", "."} and line.glued(i) and line.glued(i + 1) and is_figures(line, i + 1):
        if len(line.word(i + 1)) != 2 or int(line.word(i + 1)) > 59:
            break
        found, i = f"{found}:{line.word(i + 1)}", i + 2
    return found, i


def half_of_day(line: Line, i: int) -> tuple[int, int] | None:
    """0 for a.m. and 12 for p.m., with the place after it."""
    for mark, hours in (("a", 0), ("p", 12)):
        if line.word(i) == f"{mark}m":
            return hours, i + 1
        if line.words[i : i + 3] == (mark, ".", "m"):
            return hours, i + (4 if line.word(i + 3) == "." and line.glued(i + 3) else 3)
    return None


def told_half(line: Line, start: int, i: int) -> tuple[int, int] | None:
    """The same for "at four in the morning", where a preposition shows that an hour is meant."""
    for rest, hours in vocabulary().phrases["half_of_day"].get(line.word(i), ()):
        if line.words[i + 1 : i + 1 + len(rest)] == rest and precedes(line, start, "clock_preposition"):
            return int(hours), i + 1 + len(rest)
    return None
